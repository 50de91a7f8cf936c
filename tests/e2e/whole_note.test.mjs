// A note on its whole way: captured, drafted, edited, found fault with, proofread, ready; and the two
// notes that are unlike the others: one for all through the coordinator, and one on first-name terms.

import assert from 'node:assert/strict';
import { answer, goToPerson, popupReady, press, shown, textOf, valueOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE, SAMPLE_SPECIFIC } from '../../scripts/run/sample_calendar.mjs';
import { byHand, withFirstSentences } from './support/interviews.mjs';
import { testInBoth } from './support/test_in.mjs';

const PATIENT = { limit: 120_000 };
const slot = (name) => `main [data-slot="${name}"]`;

const edit = (popup, from, to) => popup.$eval('#body', (it, one, other) => {
  it.value = it.value.replace(one, other);
  it.dispatchEvent(new Event('input', { bubbles: true }));
}, from, to);

const isReady = (popup, expected) => until(
  async () => (await popup.$eval(slot('words'), (it) => it.classList.contains('ready'))) === expected,
  { what: expected ? 'the note is ready' : 'the note is not ready' },
);

const codes = (popup) => popup.$$eval('main .finding.stop', (all) => all.map((it) => it.dataset.code));

async function started(session, { profile = {}, people } = {}) {
  await session.command({ kind: 'saveProfile', profile: { ...SAMPLE_PROFILE, ...profile } });
  const { interview } = await session.command({ kind: 'addInterview', interview: byHand({ ...withFirstSentences(), ...(people && { people }) }) });
  const stored = async () => (await session.interviews()).find((it) => it.id === interview);
  return { interview, stored };
}

testInBoth('captured, drafted, edited, found fault with, proofread, ready', async (session) => {
  const { interview, stored } = await started(session);
  const popup = await session.openPage('popup.html');
  await popupReady(popup);
  await goToPerson(popup, interview, 'p1');
  await answer(popup, SAMPLE_SPECIFIC);
  await isReady(popup, true);
  assert.match(await textOf(popup, slot('words')), /Ready.*\d+ words/);

  await edit(popup, 'Hi Priya,', 'Hi Priya,\n\nIt was good to meet [Name], and I realy enjoyed it.');
  await isReady(popup, false);
  assert.deepEqual(await codes(popup), ['placeholder']);
  await edit(popup, '[Name]', 'you');
  await isReady(popup, true);
  assert.deepEqual(await codes(popup), []);

  const remark = '[data-slot="remarks"] [data-words="realy"]';
  await until(() => popup.$(remark), { within: 60_000, what: 'the slip is found' });
  await popup.$$eval(`${remark} .word`, (all) => all.find((it) => it.textContent === 'really').click());
  await until(async () => (await popup.$(remark)) === null, { what: 'the slip is gone' });
  await isReady(popup, true);

  const body = await valueOf(popup, '#body');
  assert.match(body, /good to meet you, and I really enjoyed it\./);
  await until(async () => (await stored()).people[0].note.body === body, { what: 'the text is kept' });
  await press(popup, slot('sent'));
  await until(async () => (await stored()).people[0].status === 'sent');
}, PATIENT);

testInBoth('without addresses, one note for all goes through the coordinator', async (session) => {
  const names = ['Ana Lima', 'Priya Shah', 'Tom Kovač'];
  const people = names.map((name) => ({ name, email: name === 'Ana Lima' ? 'ana@kettlefish.example' : '', title: '' }));
  const { interview, stored } = await started(session, { people });
  await session.command({
    kind: 'editPerson', interview, person: 'p1', name: 'Ana Lima', email: 'ana@kettlefish.example', title: '', role: 'coordinator',
  });
  for (const [person, specific] of [['p2', 'the move to event sourcing'], ['p3', 'on-call weeks']]) {
    await session.command({ kind: 'answer', interview, person, specific, sellingPoints: [] });
  }
  const popup = await session.openPage(`popup.html#interview:${interview}`);
  await popupReady(popup);
  await shown(popup, slot('one-note-line'));
  assert.match(await textOf(popup, slot('one-note-text')), /Ana Lima/);
  await popup.$eval(slot('one-note'), (it) => it.click());
  await until(async () => (await stored()).said?.oneNote === true, { what: 'one note is chosen' });

  await session.command({ kind: 'prepareNote', interview, person: 'p1', variant: 0 });
  const { body } = (await stored()).people[0].note;
  assert.match(body, /^Hi Ana,/);
  for (const said of ['Priya Shah', 'Tom Kovač', 'the move to event sourcing', 'on-call weeks', '———']) {
    assert.ok(body.includes(said), said);
  }
  // All are thanked by it, and none any more when it was not sent after all.
  await session.command({ kind: 'markSent', interview, person: 'p1' });
  await until(async () => (await stored()).people.every((it) => it.status === 'sent'), { what: 'all are thanked by it' });
  await session.command({ kind: 'undo', interview, person: 'p1' });
  await until(async () => (await stored()).people.every((it) => it.status !== 'sent'), { what: 'nobody is any more' });
});

testInBoth('whoever is on first-name terms is written to so, and nobody else', async (session) => {
  const { interview, stored } = await started(session, { profile: { language: 'de' } });
  for (const person of ['p1', 'p2']) {
    await session.command({ kind: 'answer', interview, person, specific: 'die Umstellung auf Ereignisse', sellingPoints: [] });
    await session.command({ kind: 'prepareNote', interview, person, variant: 0 });
  }
  const bodies = async () => (await stored()).people.map((it) => it.note.body);
  const polite = /\b(Sie|Ihnen|Ihr\w*)\b/;
  const familiar = /\b(du|dir|dich|dein\w*)\b/i;
  for (const body of await bodies()) {
    assert.match(body, polite);
    assert.doesNotMatch(body, familiar);
  }
  const popup = await session.openPage(`popup.html#interview:${interview}`);
  await popupReady(popup);
  await press(popup, slot('put-right'));
  await press(popup, 'main [data-fold="p1"]');
  const form = 'main li:has([data-fold="p1"]) form';
  await shown(popup, `${form} [data-slot="address"]`);
  await popup.select(`${form} [data-slot="address"]`, 'familiar');
  await popup.$eval(form, (it) => it.requestSubmit());
  await until(async () => familiar.test((await bodies())[0]), { what: 'the draft follows' });
  const [mine, other] = await bodies();
  assert.doesNotMatch(mine, polite);
  assert.match(other, polite);
  assert.doesNotMatch(other, familiar);
  await popup.close();
});
