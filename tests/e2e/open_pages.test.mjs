// Pages that stay open while something else changes what they show: nothing of what they showed comes
// back, nothing that was typed is lost, and what was asked about one person is not done for another.

import assert from 'node:assert/strict';
import { fill, goToPerson, popupReady, press, shown, textOf, typeInto, valueOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE } from '../../scripts/run/sample_calendar.mjs';
import { byHand } from './support/interviews.mjs';
import { testInBoth } from './support/test_in.mjs';
import { newDraft } from './webmail/drafts.mjs';

const slot = (name) => `main [data-slot="${name}"]`;
const data = (name) => `#data [data-slot="${name}"]`;
const profileOf = async (session) => (await session.stored()).profile?.data;

testInBoth('the options page stores nothing that was deleted, and shows that it is gone', async (session) => {
  await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
  const page = await session.openPage('options.html');
  assert.equal(await valueOf(page, '#name'), SAMPLE_PROFILE.name);
  for (const name of ['delete', 'really', 'erase']) await press(page, data(name));
  await until(async () => Object.keys(await session.stored()).length === 0);
  await until(async () => (await valueOf(page, '#name')) === '', { what: 'the form is empty' });
  await leave(page);
  await nothingComes(session);
  assert.equal(await profileOf(session), undefined);
});

testInBoth('a page that was only looked at stores nothing', async (session) => {
  const page = await session.openPage('options.html');
  await shown(page, '#name');
  await leave(page);
  await nothingComes(session);
  assert.equal(await profileOf(session), undefined);
});

testInBoth('an open options page takes over what is stored elsewhere, and adds what is typed', async (session) => {
  const page = await session.openPage('options.html');
  await shown(page, '#name');
  // As from a backup, and by a word of the popup.
  await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
  await until(async () => (await valueOf(page, '#name')) === SAMPLE_PROFILE.name, { what: 'the form follows' });
  await typeInto(page, '#name', 'Jordan');
  await session.command({ kind: 'learnWord', word: 'Kubernetes' });
  await fill(page, '#name', 'Jordan Q. Avery');
  await until(async () => (await profileOf(session)).name === 'Jordan Q. Avery');
  const stored = await profileOf(session);
  assert.deepEqual(stored.dictionary, ['Kubernetes']);
  assert.deepEqual(stored.emails, SAMPLE_PROFILE.emails);
  assert.deepEqual(stored.sellingPoints, SAMPLE_PROFILE.sellingPoints);
});

testInBoth('settings from elsewhere stay when another one is changed', async (session) => {
  const page = await session.openPage('options.html');
  const box = '#reminders [data-slot="weekends"]';
  await shown(page, box);
  const settings = {
    prompts: true, discreet: true, quietFrom: '20:15', quietUntil: '09:45', quietWeekends: false, keepMonths: 12, clearSent: false,
  };
  await session.command({ kind: 'saveSettings', settings });
  await until(async () => (await valueOf(page, '#reminders [data-slot="from"]')) === '20:15', { what: 'the form follows' });
  await press(page, box);
  await until(async () => (await session.stored()).settings.data.quietWeekends);
  const { data: stored } = (await session.stored()).settings;
  assert.deepEqual([stored.discreet, stored.quietFrom, stored.quietUntil, stored.keepMonths], [true, '20:15', '09:45', 12]);
});

testInBoth('what was asked about one person is not answered for another', async (session) => {
  const { interview, person } = await newDraft(session, { provider: 'gmail', openEmpty: true });
  const popup = await session.openPopup();
  await popupReady(popup);
  await goToPerson(popup, interview, person);
  await press(popup, slot('open'));
  await until(async () => /clipboard/.test(await textOf(popup, '#notice-text')), { what: 'it says what has to be known first' });
  assert.equal(await popup.$eval('#notice', (it) => it.hidden), false);
  await press(popup, '#back');
  await until(() => popup.$eval('#notice', (it) => it.hidden), { what: 'the question is gone' });
  const { people } = (await session.interviews()).find((it) => it.id === interview);
  assert.equal(people.find((it) => it.id === person).status, 'drafted');
});

testInBoth('only a text that was cut off is where the popup begins', async (session) => {
  await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
  const { interview } = await session.command({ kind: 'addInterview', interview: byHand() });
  const person = (await session.interviews())[0].people[0].id;
  const first = await session.openPopup();
  await popupReady(first);
  await goToPerson(first, interview, person);
  await press(first, `${slot('chips')} input`);
  await first.close();
  const second = await session.openPopup();
  await popupReady(second);
  await shown(second, `[data-interview="${interview}"]`);
  // A text is another matter.
  await second.evaluate((key) => localStorage.setItem(key, JSON.stringify({ specific: 'The move to Rust' })), `edit:${interview}/${person}`);
  await second.close();
  const third = await session.openPopup();
  await popupReady(third);
  await shown(third, '#specific');
  assert.equal(await valueOf(third, '#specific'), 'The move to Rust');
  await third.close();
  // Nobody who is owed nothing any more is where it begins.
  await session.command({ kind: 'skip', interview, person });
  const fourth = await session.openPopup();
  await popupReady(fourth);
  await shown(fourth, `[data-interview="${interview}"]`);
});

testInBoth('a draft that is still being stored is not composed anew', async (session) => {
  const { interview, person } = await newDraft(session);
  const popup = await session.openPopup();
  await popupReady(popup);
  await goToPerson(popup, interview, person);
  await shown(popup, '#body');
  // Back at the question before the edit is stored.
  await press(popup, slot('question'));
  await shown(popup, '#specific');
  const { note } = (await session.interviews()).find((it) => it.id === interview).people.find((it) => it.id === person);
  const body = note.body.replace('\n', '\nMy own words.\n');
  await session.command({ kind: 'saveNote', interview, person, subject: note.subject, body });
  await press(popup, slot('draft'));
  await shown(popup, '#body');
  assert.match(await valueOf(popup, '#body'), /My own words\./);
});

testInBoth('a second note to the same person is another one', async (session) => {
  const { interview, person } = await newDraft(session);
  const { note } = (await session.interviews()).find((it) => it.id === interview).people.find((it) => it.id === person);
  await session.command({ kind: 'markSent', interview, person });
  await session.command({ kind: 'writeAgain', interview, person });
  const popup = await session.openPopup();
  await popupReady(popup);
  await goToPerson(popup, interview, person);
  await press(popup, slot('draft'));
  await shown(popup, '#body');
  const second = await valueOf(popup, '#body');
  assert.notEqual(second, note.body);
  // That one is a draft like any other: once edited, it stays.
  await press(popup, slot('question'));
  await shown(popup, '#specific');
  const edited = second.replace('\n', '\nMy own words.\n');
  await session.command({ kind: 'saveNote', interview, person, subject: note.subject, body: edited });
  await press(popup, slot('draft'));
  await shown(popup, '#body');
  assert.equal(await valueOf(popup, '#body'), edited);
});

testInBoth('a long list is drawn to its end', async (session) => {
  const count = 15;
  for (let at = 0; at < count; at += 1) {
    const hours = 3_600_000 * 2 * at;
    const { startMs, endMs } = byHand();
    await session.command({ kind: 'addInterview', interview: byHand({ employer: `Employer ${at}`, startMs: startMs - hours, endMs: endMs - hours }) });
  }
  const popup = await session.openPopup();
  await popupReady(popup);
  const cards = () => popup.$$eval(`${slot('due-cards')} [data-interview]`, (all) => all.map((it) => it.dataset.interview));
  await until(async () => (await cards()).length === count, { what: 'the rest of the list' });
  assert.equal(new Set(await cards()).size, count);
});

testInBoth('the page has the language of its texts', async (session) => {
  for (const name of ['popup.html', 'options.html', 'welcome.html']) {
    const page = await session.openPage(name);
    await until(async () => (await page.evaluate(() => document.documentElement.lang)) === 'en', { what: name });
    assert.equal(await page.evaluate(() => document.documentElement.dir), 'ltr');
  }
});

/** Whatever a page has sent by now is carried out: commands are, one by one. */
async function nothingComes(session) {
  await new Promise((done) => setTimeout(done, 700));
  await session.command({ kind: 'reconcile' });
}

/** What the page hears when another tab is brought to the front. */
function leave(page) {
  return page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    delete document.hidden;
  });
}
