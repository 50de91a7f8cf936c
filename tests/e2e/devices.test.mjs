// Two devices of one user. What the browser carries between them is put into its synced storage here:
// no test has an account with the makers of browsers.

import assert from 'node:assert/strict';
import { popupReady, press, shown, textOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { byHand } from './support/interviews.mjs';
import { Session } from './support/session.mjs';
import { testInBoth } from './support/test_in.mjs';

const MINUTE = 60_000;
const LOUD = { prompts: true, discreet: false, quietFrom: '00:00', quietUntil: '00:00', quietWeekends: false };
const slot = (name) => `#synced [data-slot="${name}"]`;

const synced = (session) => session.inExtension(() => chrome.storage.sync.get(null));
const notices = (session) =>
  session.inExtension(async () => Object.keys(await chrome.notifications.getAll()));

function interviewAt(endMs) {
  const people = [{ name: 'Priya Shah', email: 'priya.shah@kettlefish.example', title: '' }];
  return byHand({ startMs: endMs - 30 * MINUTE, endMs, people });
}

/** What a device tells on which the only person of that interview was thanked. */
async function toldElsewhere(name, interview) {
  const other = await Session.start(name);
  try {
    await other.command({ kind: 'shareStatus', on: true });
    const { interview: id } = await other.command({ kind: 'addInterview', interview });
    await other.command({ kind: 'markSent', interview: id, person: 'p1' });
    return await until(async () => {
      const told = await synced(other);
      return Object.keys(told).length > 0 && told;
    }, { what: 'the other device has told' });
  } finally {
    await other.close();
  }
}

testInBoth('who was thanked on another device is not thanked again here', async (session) => {
  const interview = interviewAt(Date.now() - 20 * MINUTE);
  const told = await toldElsewhere(session.name, interview);
  assert.doesNotMatch(JSON.stringify(told), /priya|kettlefish|@/i);

  await session.command({ kind: 'saveSettings', settings: LOUD });
  await session.command({ kind: 'shareStatus', on: true });
  const { interview: id } = await session.command({ kind: 'addInterview', interview });
  await until(async () => (await notices(session)).includes(`interview:${id}`));
  assert.equal(await session.badge(), '1');

  await session.inExtension((items) => chrome.storage.sync.set(items), told);
  await until(async () => (await notices(session)).length === 0, { what: 'the prompt is closed' });
  await until(async () => (await session.badge()) === '');
  const [{ people: [person] }] = await session.interviews();
  assert.equal(person.status, 'sent');
  assert.equal(person.history.at(-1).by, 'device');

  const popup = await session.openPage(`popup.html#${encodeURIComponent(`interview:${id}`)}`);
  await popupReady(popup);
  await until(async () => /thanked/.test(await textOf(popup, 'main')));
  const refused = await session.command({ kind: 'markSent', interview: id, person: 'p1' });
  assert.equal(refused.code, 'already_thanked');
  await session.command({ kind: 'reconcile' });
  assert.deepEqual(await notices(session), []);
  // Nothing is answered to what is known already.
  assert.deepEqual(await synced(session), told);
}, { limit: 120_000 });

testInBoth('telling is off until it is switched on, and what was told can be removed', async (session) => {
  const { interview } = await session.command({ kind: 'addInterview', interview: interviewAt(Date.now() - 20 * MINUTE) });
  await session.command({ kind: 'markSent', interview, person: 'p1' });
  const page = await session.openPage('options.html');
  await shown(page, slot('on'));
  assert.equal(await page.$eval(slot('on'), (it) => it.checked), false);
  assert.deepEqual(await synced(session), {});

  await press(page, slot('on'));
  await until(async () => Object.keys(await synced(session)).length > 0);
  await until(async () => /Last handed to the browser/.test(await textOf(page, slot('state'))));

  await press(page, slot('on'));
  await shown(page, slot('offer'));
  assert.equal(await page.evaluate(() => document.activeElement.dataset.slot), 'forget');
  await press(page, slot('forget'));
  await until(async () => Object.keys(await synced(session)).length === 0);
  // The status here stays.
  const [{ people: [person] }] = await session.interviews();
  assert.equal(person.status, 'sent');
});

testInBoth('what cannot be read there is said and left as it is', async (session) => {
  const damaged = { 'marks:0': { version: 1, marks: 'nonsense' }, 'marks:1': { version: 2, anything: [] } };
  await session.inExtension((items) => chrome.storage.sync.set(items), damaged);
  const page = await session.openPage('options.html');
  await press(page, slot('on'));
  await shown(page, slot('damaged'));
  await shown(page, slot('newer'));
  assert.match(await textOf(page, slot('damaged')), /left as they are: 1/);
  assert.deepEqual(await synced(session), damaged);
});

testInBoth('a full synced storage is said, and what is here goes on', async (session) => {
  // Others of the extension's own items, up to the quota of 102,400 bytes.
  await session.inExtension(async () => {
    for (let at = 0; at < 13; at += 1) await chrome.storage.sync.set({ [`filler${at}`]: 'x'.repeat(7_500) });
  });
  const { interview } = await session.command({ kind: 'addInterview', interview: interviewAt(Date.now() - 20 * MINUTE) });
  await session.command({ kind: 'markSent', interview, person: 'p1' });
  const page = await session.openPage('options.html');
  await press(page, slot('on'));
  await shown(page, slot('trouble'));
  assert.match(await textOf(page, slot('trouble')), /is full/);
  const [{ people: [person] }] = await session.interviews();
  assert.equal(person.status, 'sent');
});
