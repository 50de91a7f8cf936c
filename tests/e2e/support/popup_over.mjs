// The popup over a web page, opened as the user does: by the toolbar button, so that the browser
// itself grants `activeTab` for that page. No host permission is given by the tests.

import { popupReady } from '../../../scripts/browsers/ui.mjs';
import { until } from '../../../scripts/browsers/until.mjs';
import { inFirefoxWindow } from './in_firefox.mjs';

/** Opens the popup over a page; comes back when it shows what is stored. */
export async function popupOver(session, page) {
  const popup = session.name === 'chromium'
    ? await inChromium(session, page)
    : await inFirefox(session, page);
  await popupReady(popup);
  return popup;
}

async function inChromium({ browser, id, origin }, page) {
  await page.bringToFront();
  const extension = (await browser.extensions()).get(id);
  await page.triggerExtensionAction(extension);
  const target = await browser.waitForTarget(
    (it) => it.type() === 'page' && it.url().startsWith(`${origin}/popup.html`));
  return target.asPage();
}

/**
 * Firefox's popup cannot be driven from outside. The button is pressed by the function that the
 * keyboard shortcut calls, which opens the real popup and grants `activeTab`; then the same page is
 * driven in a tab behind the one in front.
 */
async function inFirefox(session, page) {
  await session.popupTab?.close();
  const popup = await session.openPage('popup.html');
  session.popupTab = popup;
  await page.bringToFront();
  const granted = await inFirefoxWindow(page, `(async () => {
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const extension = ExtensionParent.GlobalManager.getExtension(${JSON.stringify(session.id)});
    const action = ExtensionParent.apiManager.global.browserActionFor(extension);
    if (!gBrowser.selectedBrowser.currentURI.spec.startsWith('http')) return 'another tab is in front';
    await action.triggerAction(window);
    const granted = extension.tabManager.hasActiveTabPermission(gBrowser.selectedTab);
    const popups = () => [...document.querySelectorAll('panel browser')]
      .filter((it) => it.currentURI?.spec.includes('/popup.html'));
    while (popups().length === 0) await new Promise((done) => setTimeout(done, 20));
    // Closing is another press of the button.
    while (popups().length > 0) {
      popups().forEach((it) => it.closest('panel').hidePopup());
      await new Promise((done) => setTimeout(done, 20));
    }
    return granted;
  })()`);
  if (granted !== true) throw new Error(`activeTab: ${granted}`);
  return popup;
}

/** Waits for the sentence that the popup ends with. */
export function said(popup, pattern) {
  return until(async () => pattern.test(await popup.$eval('#notice-text', (it) => it.textContent)), {
    what: `the popup says ${pattern}`,
  });
}
