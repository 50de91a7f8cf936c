// What lies on the clipboard, read in a page of the extension as a user's paste would.

/** Set in Firefox, which else asks the user before a page may read the clipboard. */
export const CLIPBOARD_PREFERENCES = { 'dom.events.testing.asyncClipboard': true };

/** Lets the extension's own pages read and write it, in Chromium, which asks for each origin. */
export async function allowClipboard(session, ...origins) {
  if (session.name === 'firefox') return;
  for (const origin of [session.origin, ...origins]) {
    await session.browser.defaultBrowserContext()
      .overridePermissions(origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
  }
}

/** The text on the clipboard. A page must be in front to read it. */
export async function clipboardText(session) {
  const page = await session.openPage('welcome.html');
  try {
    await page.bringToFront();
    return await page.evaluate(() => navigator.clipboard.readText());
  } finally {
    await page.close();
  }
}

/** Puts something else there, so that what is found later came later. */
export async function fillClipboard(session, text) {
  const page = await session.openPage('welcome.html');
  await page.bringToFront();
  await page.evaluate((it) => navigator.clipboard.writeText(it), text);
  await page.close();
}
