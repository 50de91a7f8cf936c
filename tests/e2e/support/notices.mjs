// Notifications that the browser shows, and what a user does with one. No test can press the button
// of a system's notification: once it is known to be there, Chromium's own event object in the
// background is told, as the browser itself tells it. Firefox draws its own, which can be clicked.

import { until } from '../../../scripts/browsers/until.mjs';
import { inFirefoxWindow } from './in_firefox.mjs';

/** Settings without quiet hours: the tests run at any hour. */
export const LOUD = { prompts: true, discreet: false, quietFrom: '00:00', quietUntil: '00:00', quietWeekends: false };

/** Ids of the notifications that are shown. */
export const notices = (session) =>
  session.inExtension(async () => Object.keys(await chrome.notifications.getAll()));

/** Waits until a notification is there, and no other. */
export function shownAlone(session, id, options) {
  return until(async () => {
    const there = await notices(session);
    return there.length === 1 && there[0] === id;
  }, { what: `the notification ${id} alone`, ...options });
}

/** The user clicks a notification; in Firefox there must be no other. */
export async function clickNotice(session, id) {
  if (session.name === 'firefox') return clickDrawn(session);
  return deliver(session, id, `chrome.notifications.onClicked.dispatch(${JSON.stringify(id)})`);
}

/** The user presses the first (0) or second (1) button of a notification. Chromium only. */
export function pressNoticeButton(session, id, button) {
  return deliver(session, id, `chrome.notifications.onButtonClicked.dispatch(${JSON.stringify(id)}, ${button})`);
}

/** Clicks the window in which Firefox draws a notification. */
async function clickDrawn(session) {
  const page = await session.openPage('welcome.html');
  await until(() => inFirefoxWindow(page, `(() => {
    const [drawn, other] = Services.wm.getEnumerator('alert:alert');
    const text = drawn?.document.getElementById('alertTextLabel');
    if (!text || other) return false;
    text.click();
    return true;
  })()`), { what: 'the notification is drawn, and clicked' });
  await page.close();
}

async function deliver(session, id, expression) {
  if (!(await notices(session)).includes(id)) throw new Error(`no notification ${id} is shown`);
  // Any word to the background wakes it.
  await session.command({ kind: 'reconcile' });
  const worker = await session.browser.waitForTarget(
    (it) => it.type() === 'service_worker' && it.url().startsWith(session.origin));
  const devtools = await worker.createCDPSession();
  try {
    const { exceptionDetails } = await devtools.send('Runtime.evaluate', { expression });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  } finally {
    // A worker that is looked into is never stopped.
    await devtools.detach();
  }
}
