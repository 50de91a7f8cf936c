// The manifest for one browser, made from the one in extension/: the version of Cargo.toml, and only
// the background key and the settings that this browser knows, so that neither warns.

import { readFileSync } from 'node:fs';

export const BROWSERS = ['chrome', 'firefox'];

/** The manifest for `chrome` or `firefox`, as an object. */
export function manifestFor(browser) {
  const manifest = JSON.parse(readFileSync('extension/manifest.json', 'utf8'));
  manifest.version = version();
  if (browser === 'firefox') {
    delete manifest.background.service_worker;
    delete manifest.minimum_chrome_version;
  } else {
    delete manifest.background.scripts;
    delete manifest.browser_specific_settings;
  }
  return manifest;
}

/** The version of the package. */
export function version() {
  const found = /^version = "([0-9.]+)"$/m.exec(readFileSync('Cargo.toml', 'utf8'));
  if (!found) throw new Error('Cargo.toml has no plain version.');
  return found[1];
}
