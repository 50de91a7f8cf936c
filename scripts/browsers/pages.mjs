// Opens pages of the extension in a tab, in either browser.

import { until } from './until.mjs';

/** Opens a page; comes back when it is loaded. */
export async function openExtensionPage({ name, browser, origin }, path) {
  const page = await browser.newPage();
  const url = `${origin}/${path}`;
  if (name === 'chromium') {
    await page.goto(url);
    return page;
  }
  // In Firefox this never resolves for pages of an extension, though they load.
  page.goto(url).catch(() => {});
  await until(() =>
    page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url));
  // A page behind another one hears nothing of fields being entered and left.
  await page.bringToFront();
  return page;
}
