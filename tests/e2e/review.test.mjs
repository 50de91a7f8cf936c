// From the capture to a letter that is ready: several people at once, an edit, what the review says.

import assert from 'node:assert/strict';
import { press, shown, textOf, typeInto, valueOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE } from '../../scripts/run/sample_calendar.mjs';
import { byHand } from './support/interviews.mjs';
import { testInBoth } from './support/test_in.mjs';

const slot = (name) => `main [data-slot="${name}"]`;
const codes = (popup) => popup.$$eval('.findings .finding', (all) => all.map((it) => it.dataset.code));
/** Whether opening the webmail is the first thing offered. */
const isMain = (popup) => popup.$eval(slot('open'), (it) => it.classList.contains('main'));

const PEOPLE = [
  { name: 'Priya Shah', email: 'priya.shah@kettlefish.example', title: 'Engineering Manager' },
  { name: 'Tom Kovač', email: 'tom.kovac@kettlefish.example', title: 'Head of People' },
  { name: 'Ana Lima', email: 'ana.lima@kettlefish.example', title: '' },
];

/** An interview with three people, and the popup at its page. */
async function panel(session) {
  await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
  await session.command({ kind: 'addInterview', interview: byHand({ people: PEOPLE }) });
  const [interview] = await session.interviews();
  const popup = await session.openPage(`popup.html#interview:${interview.id}`);
  await press(popup, slot('panel'));
  await shown(popup, slot('rows'));
  return { popup, interview };
}

const stored = async (session) => (await session.interviews())[0];

testInBoth('a panel is answered for on one screen, by keyboard alone', async (session) => {
  const { popup } = await panel(session);
  await popup.bringToFront();
  await popup.$eval(`${slot('rows')} textarea`, (it) => it.focus());
  await popup.keyboard.type('how they moved billing');
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Tab');
  await popup.keyboard.type('the roadmap');
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Enter');
  await until(async () => (await stored(session)).people.every((it) => it.note));
  const { people } = await stored(session);
  assert.deepEqual(
    people.map((it) => it.specific),
    ['how they moved billing', 'the roadmap', 'the roadmap'],
  );
  const bodies = people.map((it) => it.note.body);
  assert.match(bodies[0], /how you moved billing/);
  assert.match(bodies[1], /the roadmap/);
  const sentences = bodies.map((it) => new Set(it.split('\n\n').slice(1, -1).join(' ').split('. ')));
  for (const one of sentences[1]) assert.ok(!sentences[2].has(one), one);
});

testInBoth('whoever gets no words stays for later, and what was typed survives', async (session) => {
  const { popup, interview } = await panel(session);
  await typeInto(popup, `${slot('rows')} > div:nth-child(2) textarea`, 'their mentoring');
  await popup.close();
  const again = await session.openPage(`popup.html#interview:${interview.id}`);
  await press(again, slot('panel'));
  const field = `${slot('rows')} > div:nth-child(2) textarea`;
  assert.equal(await valueOf(again, field), 'their mentoring');
  await press(again, slot('draft'));
  await until(async () => (await stored(session)).people[1].note);
  const { people } = await stored(session);
  assert.equal(people[0].note, null);
  assert.match(people[1].note.body, /your mentoring/);
});

testInBoth('the review names what is wrong, where and why, until the letter is ready', async (session) => {
  const { popup, interview } = await panel(session);
  await typeInto(popup, `${slot('rows')} textarea`, 'how they moved billing');
  await press(popup, slot('draft'));
  await until(async () => (await stored(session)).people[0].note);
  const draft = await session.openPage(`popup.html#interview:${interview.id}/p1`);
  await shown(draft, '#body');
  assert.deepEqual((await codes(draft)).filter((it) => it !== 'too_soon'), []);
  const fine = await valueOf(draft, '#body');

  const wrong = fine.replace('Hi Priya,', 'Hi Tom,').replace('Kettlefish', 'Ketlefish');
  await draft.$eval('#body', (it, text) => {
    it.value = text;
    it.dispatchEvent(new Event('input', { bubbles: true }));
  }, wrong);
  await until(async () => (await codes(draft)).includes('wrong_name'));
  assert.ok((await codes(draft)).includes('misspelt_employer'));
  assert.match(await textOf(draft, slot('words')), /^Not ready yet/);
  assert.equal(await isMain(draft), false);
  assert.deepEqual(await draft.$$eval('.marks mark', (it) => it.map((mark) => mark.textContent)), ['Tom', 'Ketlefish']);
  assert.match(await textOf(draft, '[data-code="wrong_name"] [data-slot="text"]'), /Tom.*Priya/);
  assert.match(await textOf(draft, '[data-code="wrong_name"] [data-slot="why"]'), /interviewers/);

  // The words are shown on request.
  await draft.bringToFront();
  await press(draft, '[data-code="misspelt_employer"] [data-slot="place"]');
  const selected = await draft.$eval('#body', (it) => it.value.slice(it.selectionStart, it.selectionEnd));
  assert.equal(selected, 'Ketlefish');

  // And put right on request.
  await press(draft, '[data-code="misspelt_employer"] [data-slot="fix"]');
  await press(draft, '[data-code="wrong_name"] [data-slot="fix"]');
  await until(async () => (await valueOf(draft, '#body')) === fine);
  assert.deepEqual((await codes(draft)).filter((it) => it !== 'too_soon'), []);
  assert.match(await textOf(draft, slot('words')), /Ready/);
  assert.equal(await isMain(draft), true);
});
