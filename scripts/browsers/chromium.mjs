// Starts Chromium with the built extension in a fresh profile.

import { launch } from 'puppeteer-core';
import { executable } from './executables.mjs';
import { until } from './until.mjs';

const ARGUMENTS = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/**
 * Starts Chromium.
 * @param {{dist?: string, headless?: boolean, userDataDir?: string}} options
 * @returns the browser, the id of the extension, and its address without a slash at the end
 */
export async function startChromium({ dist = 'dist/chrome', headless = true, userDataDir } = {}) {
  const browser = await launch({
    executablePath: executable('chromium'),
    headless,
    userDataDir,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    // Chromium refuses its sandbox to root.
    args: [...ARGUMENTS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const id = await browser.installExtension(dist);
  return { name: 'chromium', browser, id, origin: `chrome-extension://${id}` };
}

/** The background worker, once its script has run. */
export async function backgroundOf({ browser, origin }) {
  const target = await browser.waitForTarget(
    (it) => it.type() === 'service_worker' && it.url() === `${origin}/background.js`,
  );
  const worker = await target.worker();
  // A worker can be talked to before it has a global scope worth the name.
  await until(() => worker.evaluate("typeof chrome === 'object' && typeof chrome.action === 'object' && typeof setTimeout === 'function'"));
  return worker;
}

/** Opens the real popup of the toolbar button. */
export async function openPopup(session) {
  const worker = await backgroundOf(session);
  await worker.evaluate('chrome.action.openPopup()');
  const target = await session.browser.waitForTarget(
    (it) => it.type() === 'page' && it.url().startsWith(`${session.origin}/popup.html`),
  );
  return target.asPage();
}
