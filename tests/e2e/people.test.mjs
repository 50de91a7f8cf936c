// What the user puts right about people and meeting, with the keyboard alone.

import assert from 'node:assert/strict';
import { popupReady, press, shown, textOf, typeInto } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE, SAMPLE_SPECIFIC } from '../../scripts/run/sample_calendar.mjs';
import { byHand } from './support/interviews.mjs';
import { testInBoth } from './support/test_in.mjs';

const slot = (name) => `main [data-slot="${name}"]`;

testInBoth('people and meeting are put right by keyboard, the draft follows, and it is taken back', async (session) => {
  await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
  const { interview } = await session.command({ kind: 'addInterview', interview: byHand() });
  const stored = async () => (await session.interviews()).find((it) => it.id === interview);
  const person = (await stored()).people.find((it) => it.name === 'Priya Shah').id;
  await session.command({ kind: 'answer', interview, person, specific: SAMPLE_SPECIFIC, sellingPoints: [] });
  await session.command({ kind: 'prepareNote', interview, person, variant: 0 });
  const body = async () => (await stored()).people.find((it) => it.id === person).note.body;
  const first = await body();

  const popup = await session.openPopup();
  await popupReady(popup);
  await press(popup, `[data-interview="${interview}"] [data-slot="open"]`);
  await press(popup, slot('put-right'));
  await shown(popup, slot('rows'));

  // Down and up again; the focus stays with the person.
  const order = () => popup.$$eval(slot('who'), (all) => all.map((it) => it.textContent));
  const focused = () => popup.evaluate(() => document.activeElement.getAttribute('aria-label'));
  await popup.$eval(`main [data-slot="down"][data-person="${person}"]`, (it) => it.focus());
  await popup.keyboard.press('Enter');
  await until(async () => (await order()).join() === 'Tom Kovač,Priya Shah', { what: 'the new order' });
  await until(async () => (await focused()) === 'Move Priya Shah up', { what: 'the focus on the arrow that is left' });
  await popup.keyboard.press('Enter');
  await until(async () => (await order()).join() === 'Priya Shah,Tom Kovač', { what: 'the order before' });

  // What to call her, and what she did.
  await popup.$eval(`main [data-fold="${person}"]`, (it) => it.focus());
  await popup.keyboard.press('Enter');
  const form = `main li:has([data-fold="${person}"]) form`;
  await typeInto(popup, `${form} [data-slot="call"]`, 'Pri');
  await popup.keyboard.press('Enter');
  await until(async () => (await body()).startsWith('Hi Pri,'), { what: 'the draft follows the name' });
  await until(() => popup.evaluate((id) => document.activeElement.dataset.fold === id, person));

  // The sort of meeting.
  await popup.$eval(slot('kind'), (it) => {
    it.value = 'final';
    it.dispatchEvent(new Event('change'));
  });
  await until(async () => (await stored()).said?.kind === 'final', { what: 'the sort of meeting' });
  await until(async () => (await textOf(popup, '#notice-text')) === 'Saved');
  await press(popup, slot('take-back'));
  await until(async () => (await stored()).said?.kind === undefined, { what: 'it is taken back' });
  const rest = (it) => it.slice(it.indexOf(','));
  assert.equal(rest(await body()), rest(first));
});

testInBoth('employer and role are put right by keyboard, no calendar says otherwise, and it is taken back', async (session) => {
  await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
  const now = Date.now();
  const found = {
    events: [{ uid: 'kitchen', recurrenceMs: null }], title: 'exec chef The Gannet', startMs: now - 7_200_000,
    endMs: now - 3_600_000, zone: null, location: '', organizer: null, band: 'prompt', confidence: 0.9, reasons: [],
    calledOff: false, employer: 'exec chef The Gannet', role: 'Trafford Park', format: null, meetingLink: null,
    people: [{ name: 'Priya Shah', email: 'priya@gannet.example', title: null, part: 'interviewer', mainContact: null }],
  };
  await session.command({ kind: 'recordScan', source: 'x.ics', found: [found] });
  const stored = async () => (await session.interviews())[0];
  const { id: interview, people: [{ id: person }] } = await stored();
  await session.command({ kind: 'answer', interview, person, specific: SAMPLE_SPECIFIC, sellingPoints: [] });
  await session.command({ kind: 'prepareNote', interview, person, variant: 0 });
  const note = async () => {
    const { subject, body } = (await stored()).people[0].note;
    return `${subject}\n${body}`;
  };
  // A draft names the role or the employer, or both.
  const first = await note();
  assert.match(first, /Trafford Park|exec chef/);

  const popup = await session.openPopup();
  await popupReady(popup);
  await press(popup, `[data-interview="${interview}"] [data-slot="open"]`);
  await press(popup, slot('put-right'));
  await shown(popup, slot('about-name'));
  await popup.$eval(slot('about-name'), (it) => it.focus());
  await popup.keyboard.press('Enter');
  const value = (name) => popup.$eval(slot(name), (it) => it.value);
  assert.equal(await value('employer'), 'exec chef The Gannet');
  await typeInto(popup, slot('position'), 'Executive Chef');
  await typeInto(popup, slot('employer'), 'The Gannet');
  await popup.keyboard.press('Enter');
  await until(async () => !/Trafford Park|exec chef/.test(await note()), { what: 'the draft follows' });
  assert.match(await note(), /Executive Chef|The Gannet/);
  await until(async () => (await textOf(popup, '#notice-text')) === 'Saved');
  const focused = () => popup.evaluate(() => document.activeElement.dataset.slot);
  await until(async () => (await focused()) === 'about-name', { what: 'the focus where it was' });
  assert.equal(await value('employer'), 'The Gannet');

  // Of an address that several people read it is said that nothing goes there.
  await popup.$eval(`main [data-fold="${person}"]`, (it) => it.focus());
  await popup.keyboard.press('Enter');
  const form = `main li:has([data-fold="${person}"]) form`;
  const warned = () => popup.$eval(`${form} [data-slot="shared"]`, (it) => !it.hidden);
  assert.equal(await warned(), false);
  await typeInto(popup, `${form} [data-slot="email"]`, 'jobs@gannet.example');
  await popup.keyboard.press('Tab');
  await until(warned, { what: 'what is said of the address' });

  // The calendar is read again, as it was.
  await session.command({ kind: 'recordScan', source: 'x.ics', found: [{ ...found, location: 'Kitchen' }] });
  const again = await stored();
  assert.deepEqual([again.location, again.employer, again.role], ['Kitchen', 'The Gannet', 'Executive Chef']);

  // What is saved as it is, is nothing to take back, and what else is typed stays.
  await popup.$eval(slot('about-name'), (it) => it.focus());
  await popup.keyboard.press('Enter');
  await popup.$eval(slot('position'), (it) => it.focus());
  const address = () => popup.$eval(`${form} [data-slot="email"]`, (it) => it.value);
  await popup.$eval('#notice', (it) => { it.hidden = true; });
  await popup.keyboard.press('Enter');
  await until(() => popup.$eval('#notice', (it) => !it.hidden), { what: 'it is saved once more' });
  assert.ok(await popup.$eval('#notice-action', (it) => it.hidden));
  assert.equal(await address(), 'jobs@gannet.example');

  await press(popup, slot('take-back'));
  await until(async () => (await stored()).role === 'Trafford Park', { what: 'it is taken back' });
  assert.equal((await stored()).employer, 'exec chef The Gannet');
  assert.equal(await note(), first);
  await until(async () => (await value('position')) === 'Trafford Park', { what: 'the page is drawn anew' });
  assert.equal(await address(), 'jobs@gannet.example');
  assert.ok(await warned());
  assert.equal((await stored()).people[0].email, 'priya@gannet.example');
});
