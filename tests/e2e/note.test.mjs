// The main job as a user does it: a calendar file, a list, a question, a draft, a note sent once.

import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  answer, draftOf, fillProfile, goToPerson, importFile, popupReady, press, shown, textOf, typeInto, valueOf,
} from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE, SAMPLE_SPECIFIC, sampleCalendar } from '../../scripts/run/sample_calendar.mjs';
import { byHand } from './support/interviews.mjs';
import { testIn, testInBoth } from './support/test_in.mjs';

const slot = (name) => `main [data-slot="${name}"]`;

testInBoth('from a calendar file to a note that is sent once', async (session) => {
  const options = await session.openPage('options.html');
  await fillProfile(options, SAMPLE_PROFILE);
  assert.match(await importFile(options, sampleFile()), /Events read: 10\./);

  const interview = (await session.interviews()).find((it) => it.employer === 'Kettlefish');
  const priya = interview.people.find((it) => it.name === 'Priya Shah');
  await badgeSays(session, '3');

  let popup = await openedPopup(session);
  assert.match(await textOf(popup, slot('due')), /Kettlefish/);
  assert.match(await textOf(popup, slot('coming')), /Plumtree/);
  await goToPerson(popup, interview.id, priya.id);
  assert.equal(await textOf(popup, slot('question')), 'What did you talk about with Priya?');
  await answer(popup, SAMPLE_SPECIFIC);

  const { subject, body } = await draftOf(popup);
  assert.match(subject, /./);
  assert.match(body, /^(Hi|Hello|Dear) Priya,/);
  assert.ok(body.includes(SAMPLE_SPECIFIC));
  assert.ok(body.trimEnd().endsWith('Jordan Avery'));
  assert.equal((await popup.$$('.finding.stop')).length, 0);

  await press(popup, slot('sent'));
  await until(async () => /Priya/.test(await textOf(popup, slot('title'))));
  assert.equal((await personIn(session, interview.id, priya.id)).status, 'sent');
  await badgeSays(session, '2');

  // A second note is stopped with an explanation, and possible on purpose.
  popup = await reopened(session, popup);
  await goTo(session, popup, interview.id, priya.id);
  await shown(popup, slot('undo'));
  assert.equal(await popup.$('#body'), null);
  await popup.$eval(slot('again'), (it) => { it.closest('details').open = true; });
  assert.match(await textOf(popup, slot('second-text')), /Priya/);
  await press(popup, slot('again'));
  await shown(popup, '#body, #specific');
  assert.notEqual((await personIn(session, interview.id, priya.id)).status, 'sent');
});

testInBoth('"I sent it" can be undone', async (session) => {
  const { interview, person } = await withDraft(session);
  const popup = await openedPopup(session);
  await goTo(session, popup, interview, person);
  await shown(popup, '#body');
  await press(popup, slot('sent'));
  await press(popup, slot('undo'));
  await shown(popup, '#body');
  assert.equal((await personIn(session, interview, person)).status, 'drafted');
});

testInBoth('opening the webmail is remembered as opened, not as sent', async (session) => {
  const { interview, person } = await withDraft(session);
  const popup = await openedPopup(session);
  await goTo(session, popup, interview, person);
  await shown(popup, '#body');
  const compose = session.browser.waitForTarget((it) => it.url().includes('mail.google.com'), { timeout: 15_000 })
    .catch(() => undefined);
  await press(popup, slot('open'));
  await until(async () => (await personIn(session, interview, person)).status === 'opened');
  if (session.name === 'chromium') {
    const url = new URL((await compose)?.url() ?? 'about:blank');
    assert.equal(url.searchParams.get('to'), 'priya.shah@kettlefish.example');
    assert.match(url.searchParams.get('body'), /Hi Priya/);
  }
});

testInBoth('copying puts the whole text on the clipboard', async (session) => {
  const { interview, person } = await withDraft(session);
  if (session.name === 'chromium') {
    await session.browser.defaultBrowserContext()
      .overridePermissions(session.origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
  }
  const popup = await openedPopup(session);
  await goTo(session, popup, interview, person);
  await shown(popup, '#body');
  const text = await valueOf(popup, '#body');
  const copy = await popup.$(slot('copy'));
  await copy.click();
  await until(async () => (await personIn(session, interview, person)).status === 'opened');
  // Reading the clipboard would ask the user; a paste does not.
  await typeInto(popup, '#subject', '');
  await popup.$eval('#body', (it) => { it.focus(); it.select(); });
  await popup.keyboard.press('Delete');
  await popup.keyboard.down('Control');
  await popup.keyboard.press('v');
  await popup.keyboard.up('Control');
  await until(async () => (await valueOf(popup, '#body')) === text, { what: 'the pasted text is the draft' });
});

testInBoth('an edit survives the popup being closed in mid-word', async (session) => {
  const { interview, person } = await withDraft(session);
  let popup = await openedPopup(session);
  await goTo(session, popup, interview, person);
  await shown(popup, '#body');
  await popup.$eval('#body', (it) => { it.focus(); it.setSelectionRange(0, 0); });
  await popup.keyboard.type('Unfini');
  // The popup comes back to where it was cut off.
  popup = await reopened(session, popup);
  await shown(popup, '#body');
  assert.match(await valueOf(popup, '#body'), /^Unfini/);
  // And then the background has it.
  await until(async () => (await personIn(session, interview, person)).note.body.startsWith('Unfini'));
});

testInBoth('what the question was answered with survives the popup being closed', async (session) => {
  const { interview, people } = await added(session);
  let popup = await openedPopup(session);
  await goToPerson(popup, interview, people[0].id);
  await typeInto(popup, '#specific', 'the new billing servi');
  popup = await reopened(session, popup);
  await until(async () => (await valueOf(popup, '#specific')) === 'the new billing servi');
});

testIn('chromium', 'a background that is stopped between any two steps loses nothing', async (session) => {
  await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
  await session.stopBackground();
  const { interview } = await session.command({ kind: 'addInterview', interview: byHand() });
  const [{ people: [{ id: person }] }] = await session.interviews();
  const popup = await openedPopup(session);
  await goToPerson(popup, interview, person);
  const stored = () => personIn(session, interview, person);
  const steps = [
    async () => {
      await answer(popup, SAMPLE_SPECIFIC);
      await until(async () => (await stored()).specific === SAMPLE_SPECIFIC);
    },
    async () => {
      await typeInto(popup, '#subject', 'Thank you');
      await until(async () => (await stored()).note.subject === 'Thank you');
    },
    async () => {
      await press(popup, slot('open'));
      await until(async () => (await stored()).status === 'opened');
    },
  ];
  for (const step of steps) {
    await session.stopBackground();
    await step();
  }
  const end = await stored();
  assert.equal(end.specific, SAMPLE_SPECIFIC);
  assert.equal(end.note.subject, 'Thank you');
  assert.ok(end.note.body.includes(SAMPLE_SPECIFIC));
  await badgeSays(session, '2');
});

testInBoth('"Not an interview" is asked no more, and can be undone', async (session) => {
  const { interview } = await added(session);
  const popup = await openedPopup(session);
  await press(popup, `[data-interview="${interview}"] [data-slot="open"]`);
  await press(popup, slot('dismiss'));
  await badgeSays(session, '');
  await shown(popup, slot('dismissed'));
  await popup.$eval(slot('dismissed'), (it) => { it.open = true; });
  await press(popup, `${slot('dismissed')} [data-slot="undo"]`);
  await badgeSays(session, '2');
});

testInBoth('an interview is entered by hand', async (session) => {
  const popup = await openedPopup(session);
  await press(popup, '#add');
  await shown(popup, slot('form'));
  await typeInto(popup, slot('employer'), 'Thistledown');
  await typeInto(popup, slot('role'), 'Gardener');
  await typeInto(popup, `${slot('people')} [data-slot="name"]`, 'Rosa Field');
  await typeInto(popup, `${slot('people')} [data-slot="email"]`, 'rosa@thistledown.example');
  await press(popup, `${slot('form')} [type="submit"]`);
  const [interview] = await until(async () => {
    const found = await session.interviews();
    return found.length > 0 && found;
  });
  assert.equal(interview.employer, 'Thistledown');
  assert.equal(interview.role, 'Gardener');
  assert.deepEqual(interview.people.map((it) => [it.name, it.email]), [['Rosa Field', 'rosa@thistledown.example']]);
});

function sampleFile() {
  const path = join(mkdtempSync(join(tmpdir(), 'afternote-')), 'sample.ics');
  writeFileSync(path, sampleCalendar(Date.now()));
  return path;
}

async function openedPopup(session) {
  const popup = await session.openPopup();
  await popupReady(popup);
  return popup;
}

async function reopened(session, popup) {
  await popup.close();
  return openedPopup(session);
}

/** Goes to a person, wherever in the list. */
async function goTo(session, popup, interview, person) {
  const route = `[data-interview="${interview}"]`;
  const row = `${route} [data-person="${person}"] [data-slot="act"]`;
  if (await popup.$(row) === null) await press(popup, `${route} [data-slot="open"]`);
  await press(popup, await popup.$(row) ? row : `[data-person="${person}"] [data-slot="act"]`);
}

async function added(session) {
  await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
  const { interview } = await session.command({ kind: 'addInterview', interview: byHand() });
  const [{ people }] = await session.interviews();
  return { interview, people };
}

async function withDraft(session) {
  const { interview, people } = await added(session);
  const person = people.find((it) => it.name === 'Priya Shah').id;
  await session.command({ kind: 'answer', interview, person, specific: SAMPLE_SPECIFIC, sellingPoints: [] });
  await session.command({ kind: 'prepareNote', interview, person, variant: 0 });
  return { interview, person };
}

async function personIn(session, interview, person) {
  const found = (await session.interviews()).find((it) => it.id === interview);
  return found.people.find((it) => it.id === person);
}

function badgeSays(session, wanted) {
  return until(async () => (await session.badge()) === wanted, { what: `the badge says "${wanted}"` });
}
