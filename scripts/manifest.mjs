// The manifest for one browser, made from the one in extension/: the version of Cargo.toml, and only
// the background key and the settings that this browser knows, so that neither warns.

import { readFileSync } from 'node:fs';

export const BROWSERS = ['chrome', 'firefox'];

/** What a build with calendar services may ask for beyond the others, as `Service::permissions` says. */
const SERVICE_HOSTS = [
  'https://www.googleapis.com/*', 'https://oauth2.googleapis.com/*',
  'https://graph.microsoft.com/*', 'https://login.microsoftonline.com/*',
];

/** The manifest for `chrome` or `firefox`, as an object; `services`: with Google Calendar and Outlook. */
export function manifestFor(browser, services = false) {
  const manifest = JSON.parse(readFileSync('extension/manifest.json', 'utf8'));
  manifest.version = version();
  if (browser === 'firefox') {
    delete manifest.background.service_worker;
    delete manifest.minimum_chrome_version;
  } else {
    delete manifest.background.scripts;
    delete manifest.browser_specific_settings;
  }
  if (services) {
    manifest.permissions.push('identity');
    manifest.optional_host_permissions.unshift(...SERVICE_HOSTS);
  }
  return manifest;
}

/** The version of the package. */
export function version() {
  const found = /^version = "([0-9.]+)"$/m.exec(readFileSync('Cargo.toml', 'utf8'));
  if (!found) throw new Error('Cargo.toml has no plain version.');
  return found[1];
}
