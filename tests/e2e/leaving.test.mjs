// The ways to have nothing more to do with an interview, each with its way back; reminders put off;
// what happened so far; what is remembered of "not an interview".

import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile, popupReady, press, shown, textOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { byHand } from './support/interviews.mjs';
import { testInBoth } from './support/test_in.mjs';

const slot = (name) => `main [data-slot="${name}"]`;
const UNDO = '#notice-action';
const HOUR = 3_600_000;

async function at(session, address) {
  const page = await session.openPage(`popup.html#interview:${address}`);
  await popupReady(page);
  return page;
}

async function entered(session, changes) {
  const { interview } = await session.command({ kind: 'addInterview', interview: byHand(changes) });
  return interview;
}

async function stored(session, interview) {
  return (await session.interviews()).find((it) => it.id === interview);
}

/** Opens what is folded away. */
async function unfold(page) {
  await page.$$eval('main details', (all) => all.forEach((it) => { it.open = true; }));
}

testInBoth('an interview is deleted in the popup and brought back', async (session) => {
  const id = await entered(session);
  const page = await at(session, id);
  await page.evaluate((name) => localStorage.setItem(name, '{}'), `edit:${id}/p9`);
  await unfold(page);
  await press(page, slot('delete'));
  await until(async () => (await session.interviews()).length === 0);
  await until(() => page.evaluate((name) => localStorage.getItem(name) === null, `edit:${id}/p9`));
  await press(page, UNDO);
  await until(async () => (await stored(session, id))?.people.length === 2);
  await shown(page, slot('due-cards'));
});

testInBoth('of two that are deleted one after the other, the last one is brought back', async (session) => {
  const [first, second] = [await entered(session), await entered(session, { employer: 'Lanternbay' })];
  const page = await session.openPage('popup.html');
  await popupReady(page);
  for (const [id, left] of [[first, 1], [second, 0]]) {
    await press(page, `[data-interview="${id}"] [data-slot="open"]`);
    await unfold(page);
    await press(page, slot('delete'));
    await until(async () => (await session.interviews()).length === left);
  }
  await press(page, UNDO);
  await until(async () => (await session.interviews()).length > 0);
  // What the first notice offered would have been carried out by the same press.
  await session.command({ kind: 'reconcile' });
  assert.deepEqual((await session.interviews()).map((it) => it.id), [second]);
});

testInBoth('who went elsewhere while something was carried out stays there', async (session) => {
  const [first, second] = [await entered(session), await entered(session, { employer: 'Lanternbay' })];
  const page = await at(session, first);
  // The answer comes late, as from a background that is only being started.
  await page.evaluate(() => {
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    const answered = new Promise((resolve) => { globalThis.answerNow = resolve; });
    chrome.runtime.sendMessage = async (...message) => {
      const reply = await send(...message);
      await answered;
      return reply;
    };
  });
  await unfold(page);
  await press(page, slot('delete'));
  await until(async () => (await session.interviews()).length === 1);
  await press(page, `[data-interview="${second}"] [data-slot="open"]`);
  await shown(page, slot('delete'));
  await page.evaluate(() => globalThis.answerNow());
  await shown(page, UNDO);
  await shown(page, slot('delete'));
  assert.match(await textOf(page, '#heading'), /Lanternbay/);
});

testInBoth('everybody is skipped and taken up again; it did not take place and did', async (session) => {
  const id = await entered(session);
  const page = await at(session, id);
  const statuses = async () => (await stored(session, id)).people.map((it) => it.status);
  await press(page, slot('skip-all'));
  await until(async () => (await statuses()).every((it) => it === 'skipped'));
  await press(page, UNDO);
  await until(async () => (await statuses()).every((it) => it === 'to_ask'));
  await unfold(page);
  await press(page, slot('not-held'));
  await shown(page, slot('off'));
  assert.equal((await stored(session, id)).outcome, 'not_held');
  assert.notEqual((await stored(session, id)).answer, false, 'it was an interview');
  await until(async () => (await session.badge()) === '');
  await press(page, slot('held'));
  await until(async () => (await stored(session, id)).outcome === undefined);
  await until(async () => (await session.badge()) === '2');
});

testInBoth('the next reminder is put off to a time that is shown', async (session) => {
  // Quiet at no hour, so that there is a choice whenever this runs.
  await session.command({ kind: 'saveSettings', settings: {
    prompts: true, discreet: false, quietFrom: '00:00', quietUntil: '00:00', quietWeekends: false,
  } });
  const id = await entered(session);
  const page = await at(session, id);
  await shown(page, slot('at'));
  const choices = await page.$$eval(slot('at'), (all) => all.map((it) => it.textContent));
  assert.match(choices[0], /^in an hour/);
  assert.match(choices.at(-1), /^tomorrow morning/);
  const before = Date.now();
  await press(page, slot('at'));
  await shown(page, slot('snoozed'));
  const until_ms = (await stored(session, id)).snoozedUntilMs;
  assert.ok(Math.abs(until_ms - before - HOUR) < 60_000, `${until_ms - before}`);
  assert.match(await textOf(page, slot('snoozed')), /No reminder before/);
});

testInBoth('what was opened or skipped is taken back, and everything is told with how it is known', async (session) => {
  const id = await entered(session);
  const about = { interview: id, person: 'p1' };
  await session.command({ kind: 'answer', ...about, specific: 'event sourcing', sellingPoints: [] });
  await session.command({ kind: 'prepareNote', ...about, variant: 0 });
  await session.command({ kind: 'markOpened', ...about, provider: 'gmail' });
  const page = await at(session, `${id}/p1`);
  const status = async () => (await stored(session, id)).people[0].status;
  await shown(page, slot('state-line'));
  assert.match(await textOf(page, slot('state')), /taken to the mail \(in Gmail\)/);
  await press(page, slot('take-back'));
  await until(async () => (await status()) === 'drafted');
  await page.close();
  await session.command({ kind: 'seenSent', ...about, provider: 'gmail' });
  const sent = await at(session, `${id}/p1`);
  await shown(sent, slot('known'));
  assert.match(await textOf(sent, slot('title')), /was thanked on/);
  assert.equal(await textOf(sent, slot('known')), 'seen in Gmail');
  const lines = await sent.$$eval(`${slot('history-lines')} li`, (all) => all.map((it) => it.textContent));
  assert.equal(lines.length, 4);
  assert.match(lines[0], /sent \(seen in Gmail\)/);
  assert.match(lines[1], /taken to the mail \(in Gmail\) – taken back /);
  assert.match(lines[3], /answered .* \(you said so\)/);
});

testInBoth('after a rejection a note is offered, and nothing is owed', async (session) => {
  const id = await entered(session);
  const page = await at(session, id);
  await page.$eval(slot('outcome'), (it) => {
    it.value = 'rejection';
    it.dispatchEvent(new Event('change'));
  });
  await shown(page, slot('rejected'));
  await until(async () => (await session.badge()) === '');
  await press(page, `${slot('optional-notes')} button`);
  await shown(page, '#specific');
});

testInBoth('how things stand is asked once, after five business days', async (session) => {
  const id = await entered(session);
  const about = { interview: id, person: 'p1' };
  await session.command({ kind: 'markSent', ...about });
  const early = await at(session, `${id}/p1`);
  await unfold(early);
  await shown(early, slot('check-in-said'));
  assert.match(await textOf(early, slot('check-in-said')), /not before/);
  assert.equal(await early.$eval(slot('check-in-draft'), (it) => it.hidden), true);
  await early.close();
  // As if it had been sent ten days ago.
  await session.inExtension(async (key) => {
    const stored = await chrome.storage.local.get(key);
    stored[key].data.people[0].history.at(-1).atMs -= 10 * 86_400_000;
    await chrome.storage.local.set(stored);
  }, `interview:${id}`);
  const page = await at(session, `${id}/p1`);
  await unfold(page);
  await shown(page, slot('check-in-body'));
  assert.match(await page.$eval(slot('check-in-body'), (it) => it.value), /next steps/);
  await press(page, slot('check-in-sent'));
  await until(async () => (await stored(session, id)).checkIn?.person === 'p1');
  await unfold(page);
  await until(async () => /Once is enough/.test(await textOf(page, slot('check-in-said'))));
  await press(page, slot('check-in-undo'));
  await until(async () => (await stored(session, id)).checkIn === undefined);
});

testInBoth('an old interview that the list no longer loads is opened by its address', async (session) => {
  const id = await entered(session);
  await until(async () => (await session.stored()).index?.data, { what: 'the index' });
  await session.inExtension(async (name) => {
    const all = await chrome.storage.local.get(null);
    const { index } = all;
    index.data.open = [];
    index.data.recent = [];
    await chrome.storage.local.set({ index });
    return name;
  }, id);
  const page = await at(session, id);
  await shown(page, slot('outcome'));
});

testInBoth('"not an interview" is remembered for a series, listed in the options and forgotten there', async (session) => {
  const now = Date.now();
  const occurrence = (uid, days) => ({
    events: [{ uid, recurrenceMs: now + days * 24 * HOUR }],
    title: `Chat ${uid} ${days}`,
    startMs: now + days * 24 * HOUR - 2 * HOUR,
    endMs: now + days * 24 * HOUR - HOUR,
    zone: null, location: '', organizer: 'talent@acme.example', band: 'ask', confidence: 0.6,
    reasons: [], calledOff: false, employer: null, role: null, format: null, meetingLink: null, people: [],
  });
  const found = [occurrence('a', 0), occurrence('a', 7), occurrence('b', 8)];
  await session.command({ kind: 'recordScan', source: 'x.ics', found });
  const answers = async () => (await session.interviews())
    .toSorted((one, other) => one.startMs - other.startMs).map((it) => it.answer);
  const page = await session.openPage('popup.html');
  await popupReady(page);
  await press(page, slot('no'));
  await shown(page, slot('scopes'));
  await press(page, 'main input[value="series"]');
  await press(page, 'main button.main');
  await until(async () => JSON.stringify(await answers()) === '[false,false,null]');
  const options = await session.openPage('options.html');
  await shown(options, '#corrections article');
  await options.select('#corrections [data-slot="scope"]', 'organizer');
  await until(async () => JSON.stringify(await answers()) === '[false,false,false]');
  await press(options, '#corrections [data-slot="forget"]');
  await until(async () => JSON.stringify(await answers()) === '[null,null,null]');
  await shown(options, '#corrections [data-slot="none"]');
});

testInBoth('a silent event of a file becomes an interview, and is taken back', async (session) => {
  const stamp = (hours) => new Date(Date.now() + hours * HOUR).toISOString().replace(/[-:]|\.\d+/g, '');
  const event = (title, hours) => ['BEGIN:VEVENT', `UID:${title}`, `DTSTART:${stamp(hours)}`, 'DURATION:PT1H', `SUMMARY:${title}`, 'END:VEVENT'];
  const path = join(mkdtempSync(join(tmpdir(), 'afternote-')), 'silent.ics');
  writeFileSync(path, ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event('Dinner', -3), ...event('Chess club', 30), 'END:VCALENDAR', ''].join('\r\n'));
  const page = await session.openPage('options.html');
  await importFile(page, path);
  const other = (name) => `#import [data-slot="${name}"]`;
  await shown(page, other('others'));
  await page.$eval(other('others'), (it) => { it.open = true; });
  assert.equal((await page.$$(`${other('other-list')} li`)).length, 2);
  assert.equal((await session.interviews()).length, 0);
  await press(page, other('it-is-one'));
  await until(async () => (await session.interviews()).length === 1);
  const [it] = await session.interviews();
  assert.equal(it.title, 'Dinner');
  assert.equal(it.answer, true);
  assert.ok((await session.stored())[`correction:${it.id}`]);
  await shown(page, other('noted'));
  await press(page, other('undo'));
  await until(async () => (await session.interviews()).length === 0);
  assert.equal((await session.stored())[`correction:${it.id}`], undefined);
});
