// What the user does in the browser's own settings of the extension: takes sites away, and gives them
// back. By the functions that those settings call themselves.

import { inFirefoxWindow } from './in_firefox.mjs';

/** The user takes every site away. */
export function revokeSites(session, hosts) {
  return session.name === 'firefox' ? inFirefox(session, hosts, 'remove') : inChromium(session, 'ON_CLICK');
}

/** The user gives them back. */
export function returnSites(session, hosts) {
  return session.name === 'firefox' ? inFirefox(session, hosts, 'add') : inChromium(session, 'ON_ALL_SITES');
}

async function inChromium({ browser, id }, hostAccess) {
  const settings = await browser.newPage();
  await settings.goto('chrome://extensions/');
  await settings.evaluate((it) => chrome.developerPrivate.updateExtensionConfiguration(it), { extensionId: id, hostAccess });
  await settings.close();
}

async function inFirefox(session, hosts, what) {
  const page = await session.browser.newPage();
  const origins = hosts.map((it) => `https://${it}/*`);
  await inFirefoxWindow(page, `(async () => {
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const extension = ExtensionParent.GlobalManager.getExtension(${JSON.stringify(session.id)});
    await ExtensionPermissions.${what}(extension.id, { permissions: [], origins: ${JSON.stringify(origins)} }, extension);
  })()`);
  await page.close();
}
