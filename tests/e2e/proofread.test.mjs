// The proofreader while a letter is being edited: not before, with the words of the invitation known,
// and every remark can be taken, left, or taught.

import assert from 'node:assert/strict';
import { press, shown, textOf, typeInto, valueOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE, SAMPLE_SPECIFIC } from '../../scripts/run/sample_calendar.mjs';
import { byHand } from './support/interviews.mjs';
import { testInBoth } from './support/test_in.mjs';

const PATIENT = { limit: 120_000 };
const words = (popup) => popup.$$eval('[data-slot="remarks"] .finding', (all) => all.map((it) => it.dataset.words));
const loaded = (popup) => popup.evaluate(() => performance.getEntriesByType('resource').some((it) => it.name.includes('proofread')));

async function draft(session, profile = {}) {
  await session.command({ kind: 'saveProfile', profile: { ...SAMPLE_PROFILE, ...profile } });
  const { interview } = await session.command({ kind: 'addInterview', interview: byHand() });
  const person = 'p1';
  await session.command({ kind: 'answer', interview, person, specific: SAMPLE_SPECIFIC, sellingPoints: [] });
  await session.command({ kind: 'prepareNote', interview, person, variant: 0 });
  const popup = await session.openPage(`popup.html#interview:${interview}/${person}`);
  await shown(popup, '#body');
  return popup;
}

const edit = (popup, from, to) => popup.$eval('#body', (it, one, other) => {
  it.value = it.value.replace(one, other);
  it.dispatchEvent(new Event('input', { bubbles: true }));
}, from, to);

const remarksAre = (popup, expected) => until(async () => {
  const found = await popup.$('[data-slot="remarks"][data-read="true"]') && await words(popup);
  return found && found.join() === expected.join();
}, { within: 60_000, what: `the remarks are ${expected}` });

testInBoth('a slip is found, and taken, left or taught by keyboard', async (session) => {
  const popup = await draft(session);
  assert.equal(await loaded(popup), false, 'nothing is loaded before an edit');
  const fine = await valueOf(popup, '#body');
  await edit(popup, 'Hi Priya,', 'Hi Priya,\n\nI realy enjoyed it at Kettlefish with wobblegrams.');
  await remarksAre(popup, ['realy', 'wobblegrams']);
  const remark = '[data-slot="remarks"] [data-words="realy"]';
  assert.match(await textOf(popup, `${remark} [data-slot="kind"]`), /Spelling/);
  await popup.bringToFront();
  await press(popup, `${remark} [data-slot="place"]`);
  assert.equal(await popup.$eval('#body', (it) => it.value.slice(it.selectionStart, it.selectionEnd)), 'realy');

  await popup.$$eval(`${remark} .word`, (all) => all.find((it) => it.textContent === 'really').focus());
  await popup.keyboard.press('Enter');
  assert.match(await valueOf(popup, '#body'), /I really enjoyed it/);
  await remarksAre(popup, ['wobblegrams']);

  await popup.$eval('[data-slot="remarks"] [data-words="wobblegrams"] [data-slot="learn"]', (it) => it.focus());
  await popup.keyboard.press('Enter');
  await remarksAre(popup, []);
  await until(async () => (await session.stored()).profile.data.dictionary?.includes('wobblegrams'));
  const options = await session.openPage('options.html');
  assert.deepEqual(await options.$$eval('[data-slot="dictionary"] input', (all) => all.map((it) => it.value)), ['wobblegrams']);
  assert.ok(fine.length > 0);
}, PATIENT);

testInBoth('an ignored remark does not come back while one edits', async (session) => {
  const popup = await draft(session);
  await edit(popup, 'Hi Priya,', 'Hi Priya,\n\nI realy enjoyed it.');
  await remarksAre(popup, ['realy']);
  await press(popup, '[data-words="realy"] [data-slot="ignore"]');
  await remarksAre(popup, []);
  await edit(popup, 'enjoyed it.', 'enjoyed it much.');
  await remarksAre(popup, []);
}, PATIENT);

testInBoth('it stays out of other languages, and where it is not wanted', async (session) => {
  for (const profile of [{ language: 'de' }, { noProofreading: true }]) {
    const popup = await draft(session, profile);
    await typeInto(popup, '#body', 'realy');
    await new Promise((done) => setTimeout(done, 2_000));
    assert.equal(await loaded(popup), false);
    assert.deepEqual(await words(popup), []);
    await popup.close();
  }
}, PATIENT);
