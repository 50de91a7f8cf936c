<?php
// Files as they lie there (Debian keeps scripts of others elsewhere and links to them), the rest is
// Roundcube.
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$file = realpath($_SERVER['DOCUMENT_ROOT'] . $path);
$types = ['js' => 'text/javascript', 'css' => 'text/css', 'html' => 'text/html', 'svg' => 'image/svg+xml',
    'png' => 'image/png', 'gif' => 'image/gif', 'woff2' => 'font/woff2', 'woff' => 'font/woff', 'ttf' => 'font/ttf'];
$ending = pathinfo($path, PATHINFO_EXTENSION);
if ($file !== false && is_file($file) && isset($types[$ending])) {
    header('Content-Type: ' . $types[$ending]);
    readfile($file);
    return;
}
// Only the configuration of the test: not the system's as well.
define('RCUBE_CONFIG_DIR', getenv('AFTERNOTE_ROUNDCUBE_CONFIG') . '/');
chdir($_SERVER['DOCUMENT_ROOT']);
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
