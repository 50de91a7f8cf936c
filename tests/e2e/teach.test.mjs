// What an edit of a draft teaches: asked once beside the draft, accepted by keyboard, said to the next
// person, listed and taken out in the options, with a way back.

import assert from 'node:assert/strict';
import { popupReady, press, shown, textOf, valueOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE, SAMPLE_SPECIFIC } from '../../scripts/run/sample_calendar.mjs';
import { byHand } from './support/interviews.mjs';
import { testInBoth } from './support/test_in.mjs';

const slot = (name) => `main [data-slot="${name}"]`;
const QUESTION = slot('lesson-text');

async function drafted(session) {
  await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
  const { interview } = await session.command({ kind: 'addInterview', interview: byHand() });
  const [priya, tom] = (await session.interviews()).find((it) => it.id === interview).people.map((it) => it.id);
  await compose(session, interview, priya);
  return { interview, priya, tom };
}

async function compose(session, interview, person, variant = 0) {
  await session.command({ kind: 'answer', interview, person, specific: SAMPLE_SPECIFIC, sellingPoints: [] });
  await session.command({ kind: 'prepareNote', interview, person, variant });
}

async function opened(session, interview, person) {
  const popup = await session.openPage(`popup.html#interview:${interview}/${person}`);
  await popupReady(popup);
  await shown(popup, '#body');
  return popup;
}

/** Puts a text in place of another, as typing does. */
const edit = (popup, from, to) => popup.$eval('#body', (it, one, other) => {
  if (!it.value.includes(one)) throw new Error(`no ${one} in ${it.value}`);
  it.focus();
  it.value = it.value.replace(one, other);
  it.dispatchEvent(new Event('input', { bubbles: true }));
}, from, to);

const asks = (popup, expected) => until(async () => {
  const there = await popup.$eval(slot('lesson'), (it) => !it.hidden);
  return there && expected.test(await textOf(popup, QUESTION));
}, { what: `the question ${expected}` });

const asksNothing = (popup) => until(() => popup.$eval(slot('lesson'), (it) => it.hidden), { what: 'no question' });

/** Presses a button by keyboard. */
async function enter(page, selector) {
  await page.bringToFront();
  await shown(page, selector);
  await page.$eval(selector, (it) => it.focus());
  await page.keyboard.press('Enter');
}

const learned = async (session) => (await session.stored()).profile.data.learned?.lessons ?? [];
const bodyOf = async (session, interview, person) => {
  const stored = (await session.interviews()).find((it) => it.id === interview);
  return stored.people.find((it) => it.id === person).note.body;
};

testInBoth('a changed greeting is asked about, said to the next person, listed, and taken out again', async (session) => {
  const { interview, priya, tom } = await drafted(session);
  const popup = await opened(session, interview, priya);
  assert.ok(await popup.$eval(slot('lesson'), (it) => it.hidden), 'nothing is asked before an edit');
  await edit(popup, 'Hi Priya,', 'Good morning Priya,');
  await asks(popup, /You changed the greeting to “Good morning Priya,”\. Use “Good morning …,” from now on\?/);
  assert.deepEqual(await learned(session), [], 'nothing is learned silently');

  await enter(popup, slot('teach'));
  await until(async () => (await learned(session)).length === 1, { what: 'the lesson' });
  await asksNothing(popup);
  await until(() => popup.evaluate(() => document.activeElement.id === 'body'), { what: 'the focus in the letter' });
  // Undone, asked again, and accepted again.
  await enter(popup, '#notice-action');
  await until(async () => (await learned(session)).length === 0, { what: 'it is undone' });
  await asks(popup, /Good morning …,/);
  await enter(popup, slot('teach'));
  await until(async () => (await learned(session)).length === 1, { what: 'the lesson again' });

  await compose(session, interview, tom);
  assert.match(await bodyOf(session, interview, tom), /^Good morning Tom,\n/);

  const options = await session.openPage('options.html');
  await shown(options, '#lessons-title');
  const words = () => options.$$eval('#lesson-list [data-slot="words"]', (all) => all.map((it) => it.textContent));
  assert.deepEqual(await words(), ['Good morning …,']);
  assert.equal(await textOf(options, '#lesson-list [data-slot="about"]'), 'greeting, English');
  const remove = '#lesson-list [data-slot="remove"]';
  assert.equal(await options.$eval(remove, (it) => it.getAttribute('aria-label')), 'Remove: Good morning …,');
  await enter(options, remove);
  await until(async () => (await words()).length === 0, { what: 'the list is empty' });
  await until(() => options.evaluate(() => document.activeElement.dataset.slot === 'bring-back'));
  await compose(session, interview, tom, 1);
  assert.match(await bodyOf(session, interview, tom), /^Hi Tom,\n/);

  await options.keyboard.press('Enter');
  await until(async () => (await words()).length === 1, { what: 'it is back' });
  await compose(session, interview, tom, 2);
  assert.match(await bodyOf(session, interview, tom), /^Good morning Tom,\n/);
});

testInBoth('a sign-off and a sentence are asked about one after the other, and "not this time" is kept', async (session) => {
  const { interview, priya, tom } = await drafted(session);
  let popup = await opened(session, interview, priya);
  const body = await valueOf(popup, '#body');
  const closing = body.trimEnd().split('\n').at(-2);
  const sentence = body.split('\n\n')[1].split(/(?<=\.) /)[0];
  await edit(popup, closing, 'Cheers,');
  await edit(popup, sentence, '');
  await asks(popup, /sign-off to “Cheers,”/);
  await press(popup, slot('teach'));
  await asks(popup, /You took out “/);
  await enter(popup, slot('no-teach'));
  await asksNothing(popup);
  assert.deepEqual((await learned(session)).map((it) => it.text), ['Cheers,']);

  popup = await opened(session, interview, priya);
  await asksNothing(popup);
  await compose(session, interview, tom);
  assert.match(await bodyOf(session, interview, tom), /\n\nCheers,\nJordan Avery$/);
});
