// From a real alarm to a real notification, and from there to the person: what its buttons and a
// click on it do, and what happens when the background dies in between.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shown } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { allowed } from './support/allowed.mjs';
import { byHand } from './support/interviews.mjs';
import { inFirefoxWindow } from './support/in_firefox.mjs';
import { clickNotice, LOUD, notices, pressNoticeButton, shownAlone } from './support/notices.mjs';
import { Session } from './support/session.mjs';
import { Sites } from './support/sites.mjs';
import { testIn, testInBoth } from './support/test_in.mjs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Alarms of unpacked extensions may be half a minute apart at the least. */
const ALARM_AHEAD = 35_000;
const UNTIL_ALARM = { within: 110_000 };

const ADA = { name: 'Ada Fern', email: 'ada.fern@kettlefish.example', title: '' };

/** An interview with one person; gives the id of its notification, too. */
async function interviewed(session, endMs, people = [ADA]) {
  await session.command({ kind: 'saveSettings', settings: LOUD });
  const { interview } = await session.command({
    kind: 'addInterview', interview: byHand({ startMs: endMs - 30 * MINUTE, endMs, people }),
  });
  return { interview, notice: `interview:${interview}` };
}

const popupAt = (session, place) => `${session.origin}/popup.html#${encodeURIComponent(place)}`;

/** The popup, or the tab in its place, at an interview or a person. */
async function openedAt(session, place) {
  const url = popupAt(session, place);
  const target = await session.browser.waitForTarget((it) => it.url() === url, { timeout: 30_000 });
  return target.asPage();
}

/** The same in Firefox, which shows no test what is in its popup, but where the popup is. */
async function openedInFirefoxAt(session, place) {
  const page = await session.openPage('welcome.html');
  await until(() => inFirefoxWindow(page, `(() => {
    const popup = document.querySelector('panel[panelopen] .webextension-popup-browser');
    return popup?.currentURI?.spec === ${JSON.stringify(popupAt(session, place))};
  })()`), { what: 'the popup is open at the person' });
}

const promptsOf = async (session) => (await session.interviews())[0].prompts.map((it) => it.stage);

testInBoth('an alarm shows a notification, and a click on it leads to the one person', async (session) => {
  const { interview, notice } = await interviewed(session, Date.now() - 15 * MINUTE + ALARM_AHEAD);
  assert.deepEqual(await notices(session), []);
  await shownAlone(session, notice, UNTIL_ALARM);
  await clickNotice(session, notice);
  const person = `interview:${interview}/p1`;
  if (session.name === 'firefox') await openedInFirefoxAt(session, person);
  else await shown(await openedAt(session, person), '#specific');
  await session.command({ kind: 'reconcile' });
  assert.deepEqual(await notices(session), [], 'the notification is gone');
  assert.deepEqual(await promptsOf(session), ['ask']);
}, { limit: 150_000 });

testIn('chromium', '"Write the note" leads to the one person', async (session) => {
  const { interview, notice } = await interviewed(session, Date.now() - 20 * MINUTE);
  await shownAlone(session, notice);
  await pressNoticeButton(session, notice, 0);
  await shown(await openedAt(session, `interview:${interview}/p1`), '#specific');
  await session.command({ kind: 'reconcile' });
  assert.deepEqual(await notices(session), []);
});

testIn('chromium', 'a notification about two people leads to their interview', async (session) => {
  const bo = { name: 'Bo Ek', email: 'bo.ek@kettlefish.example', title: '' };
  const { interview, notice } = await interviewed(session, Date.now() - 20 * MINUTE, [ADA, bo]);
  await shownAlone(session, notice);
  await pressNoticeButton(session, notice, 0);
  await shown(await openedAt(session, `interview:${interview}`), 'main [data-slot="dismiss"]');
});

testIn('chromium', '"Later" puts the prompt off for an hour, and says so once', async (session) => {
  const { notice } = await interviewed(session, Date.now() - 20 * MINUTE);
  await shownAlone(session, notice);
  const before = Date.now();
  await pressNoticeButton(session, notice, 1);
  const postponed = await until(async () => (await session.interviews())[0].snoozedUntilMs, { what: 'it is put off' });
  assert.ok(postponed >= before + HOUR && postponed <= Date.now() + HOUR, `put off until ${postponed}`);
  await session.command({ kind: 'reconcile' });
  assert.deepEqual(await notices(session), []);
  assert.deepEqual(await promptsOf(session), [], 'the stage may be shown once more');
  const alarm = await session.inExtension(() => chrome.alarms.get('next'));
  assert.equal(alarm.scheduledTime, postponed);
  // A background that begins anew knows it, too.
  await session.stopBackground();
  await session.command({ kind: 'reconcile' });
  assert.deepEqual(await notices(session), []);
});

test('a background that dies between the alarm and the notification prompts once (chromium)', { timeout: 180_000 }, async () => {
  const host = 'calendars.example';
  // A calendar that does not answer holds the background where it is to die: the alarm has woken
  // it, and nothing is shown yet.
  let asked = 0;
  const sites = await Sites.start((at) => (at === host ? () => { asked += 1; } : undefined));
  const extension = allowed('chromium', [host]);
  let session;
  try {
    session = await Session.start('chromium', { ...sites.options(), dist: extension.dist });
    const { notice } = await interviewed(session, Date.now() - 15 * MINUTE + ALARM_AHEAD);
    await session.inExtension(async (address) => {
      const source = { id: 'aa', address, host: 'calendars.example', nextMs: 0 };
      await chrome.storage.local.set({ 'source:aa': { version: 2, data: source } });
      // Named in the index, as an address that was added is.
      const { index } = await chrome.storage.local.get('index');
      index.data.feeds = ['aa'];
      await chrome.storage.local.set({ index });
    }, `https://${host}/silent.ics`);
    assert.equal(asked, 0);
    await until(() => asked === 1, { what: 'the alarm has woken the background', ...UNTIL_ALARM });
    assert.deepEqual(await notices(session), []);
    assert.deepEqual(await promptsOf(session), []);
    await session.stopBackground();
    assert.deepEqual(await notices(session), []);

    // Whatever wakes it next makes up for it, here the popup.
    await session.openPage('popup.html');
    await shownAlone(session, notice);
    await session.inExtension((id) => chrome.notifications.clear(id), notice);
    await session.stopBackground();
    await session.command({ kind: 'reconcile' });
    assert.deepEqual(await notices(session), []);
    assert.deepEqual(await promptsOf(session), ['ask']);
    assert.equal(asked, 1, 'a calendar that was silent is not asked again at once');
  } finally {
    await session?.close();
    sites.close();
    extension.remove();
  }
});
