// Starts Chromium with the built extension in a fresh profile.
//
// Never attaches to the background worker: a worker with DevTools attached stops late, and one that
// starts again may wait for DevTools for ever.

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
 * @param {{dist?: string, headless?: boolean, flags?: string[], profile?: string, launchOptions?: object}}
 *   options; without a profile, a fresh one
 * @returns the browser, the id of the extension, and its address without a slash at the end
 */
export async function startChromium({ dist = 'dist/chrome', headless = true, flags = [], profile, launchOptions } = {}) {
  const browser = await launch({
    executablePath: executable('chromium'),
    headless,
    pipe: true,
    userDataDir: profile,
    enableExtensions: true,
    defaultViewport: null,
    ...launchOptions,
    // Chromium refuses its sandbox to root.
    args: [...ARGUMENTS, ...flags, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const id = await browser.installExtension(dist);
  return { name: 'chromium', browser, id, origin: `chrome-extension://${id}` };
}

/** Opens the real popup of the toolbar button, on behalf of a page of the extension. */
export async function openPopup({ browser, origin }, page) {
  await page.evaluate(() => chrome.action.openPopup());
  const url = `${origin}/popup.html`;
  const target = await browser.waitForTarget(
    (it) => it.type() === 'page' && it.url().startsWith(url) && it !== page.target(),
  );
  const popup = await target.asPage();
  await until(() => popup.evaluate(() => document.readyState === 'complete'));
  return popup;
}

/** Stops the background worker at once, as the browser may at any time. */
export async function stopBackground({ browser }) {
  const devtools = await browser.target().createCDPSession();
  const workers = async () => {
    const { targetInfos } = await devtools.send('Target.getTargets');
    return targetInfos.filter((it) => it.type === 'service_worker');
  };
  const [{ targetId }] = await until(async () => {
    const running = await workers();
    return running.length > 0 && running;
  }, { what: 'the worker is running' });
  await devtools.send('Target.closeTarget', { targetId });
  await until(async () => (await workers()).length === 0, { what: 'the worker is gone' });
  await devtools.detach();
}
