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
