// Starts Firefox with the built extension in a fresh profile.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { launch } from 'puppeteer-core';
import { executable } from './executables.mjs';

/** Firefox gives each installation a random address; tests and `run` need to know it. */
const UUID = 'a6c1f0de-0000-4000-8000-00000af7e207';

/**
 * Starts Firefox.
 * @param {{dist?: string, headless?: boolean, preferences?: object, profile?: string, launchOptions?: object}}
 *   options; without a profile, a new one
 * @returns the browser, the id of the extension, and its address without a slash at the end
 */
export async function startFirefox({ dist = 'dist/firefox', headless = true, preferences, profile, launchOptions } = {}) {
  const { browser_specific_settings: settings } = JSON.parse(readFileSync(`${dist}/manifest.json`));
  const id = settings.gecko.id;
  const browser = await launch({
    browser: 'firefox',
    executablePath: executable('firefox'),
    headless,
    userDataDir: profile,
    defaultViewport: null,
    ...launchOptions,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      ...preferences,
    },
  });
  await browser.installExtension(resolve(dist));
  return { name: 'firefox', browser, id, origin: `moz-extension://${UUID}` };
}
