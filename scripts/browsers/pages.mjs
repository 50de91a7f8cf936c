// Opens pages of the extension in a tab, in either browser.

import { until } from './until.mjs';

/** Opens a page; comes back when it has filled in what is stored. */
export async function openExtensionPage({ name, browser, origin }, path) {
  const page = await browser.newPage();
  const url = `${origin}/${path}`;
  if (name === 'chromium') {
    await page.goto(url);
    await until(() => filledIn(page, url), { what: `${path} is filled in` });
    return page;
  }
  // In Firefox this never resolves for pages of an extension, though they load.
  page.goto(url).catch(() => {});
  await until(() => filledIn(page, url), { what: `${path} is filled in` });
  // A page behind another one hears nothing of fields being entered and left.
  await page.bringToFront();
  return page;
}

function filledIn(page, url) {
  return page.evaluate((wanted) => location.href === wanted && 'ready' in document.body.dataset, url);
}
