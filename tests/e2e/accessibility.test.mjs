// Every page and view of the popup, in light and dark, as axe sees it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { answer, goToPerson, popupReady, press, settled, shown } from '../../scripts/browsers/ui.mjs';
import { SAMPLE_PROFILE, SAMPLE_SPECIFIC } from '../../scripts/run/sample_calendar.mjs';
import { byHand, withFirstSentences } from './support/interviews.mjs';
import { openWithModel } from './support/language_model.mjs';
import { testIn } from './support/test_in.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const slot = (name) => `main [data-slot="${name}"]`;

for (const scheme of ['light', 'dark']) {
  testIn('chromium', `nothing keeps anybody from using it, in ${scheme}`, async (session) => {
    await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
    await session.inExtension(() => chrome.storage.local.set({
      'quarantine:interview:x': { version: 1, data: {} },
      'correction:x': { version: 1, data: { id: 'x', isInterview: false, scope: 'event', events: [], organizer: null, title: 'Chat', atMs: 0 } },
    }));
    const lesson = { language: 'en', address: 'polite', habit: 'sign_off', text: 'Cheers,' };
    await session.command({ kind: 'teach', lesson });
    for (const path of ['welcome.html', 'options.html']) {
      const page = await session.openPage(path);
      await check(page, scheme, path);
    }
    const empty = await popup(session, scheme);
    await check(empty, scheme, 'the empty list');
    await empty.close();

    const { interview } = await session.command({ kind: 'addInterview', interview: byHand() });
    const [{ people: [{ id: person }] }] = await session.interviews();
    const page = await popup(session, scheme);
    await check(page, scheme, 'the list');
    await goToPerson(page, interview, person);
    await shown(page, '#specific');
    await check(page, scheme, 'the question');
    await answer(page, '');
    await check(page, scheme, 'the draft with findings');
    await page.$eval('#body', (it) => {
      it.value = it.value.replace(/^Hi /, 'Dear ');
      it.dispatchEvent(new Event('input'));
    });
    await shown(page, slot('teach'));
    await check(page, scheme, 'the question beside an edited draft');
    await press(page, slot('sent'));
    await shown(page, slot('undo'));
    await check(page, scheme, 'the thanks');
    await press(page, '#back');
    await shown(page, slot('dismiss'));
    await check(page, scheme, 'the interview');
    await page.$$eval('main details', (all) => all.forEach((it) => { it.open = true; }));
    await check(page, scheme, 'everything about the interview');
    await press(page, slot('put-right'));
    await shown(page, slot('rows'));
    await page.$$eval('main details', (all) => all.forEach((it) => { it.open = true; }));
    await check(page, scheme, 'people and meeting');
    await press(page, '#back');
    await page.$eval(slot('outcome'), (it) => {
      it.value = 'rejection';
      it.dispatchEvent(new Event('change'));
    });
    await shown(page, slot('rejected'));
    await check(page, scheme, 'the offer after a rejection');
    await press(page, '#back');
    await press(page, '#add');
    await shown(page, slot('form'));
    await check(page, scheme, 'the form');
    await press(page, '#back');
    await press(page, '#scan');
    await shown(page, slot('state'));
    await check(page, scheme, 'a page that is scanned');
  });
}

for (const scheme of ['light', 'dark']) {
  testIn('chromium', `nothing keeps anybody from deleting, judging and merging, in ${scheme}`, async (session) => {
    await session.command({ kind: 'addInterview', interview: byHand() });
    const options = await session.openPage('options.html');
    await shown(options, '#overview [data-slot="delete"]');
    await press(options, '#data [data-slot="delete"]');
    await check(options, scheme, 'the question before everything is deleted');
    await press(options, '#data [data-slot="really"]');
    await shown(options, '#data [data-slot="surest"]');
    await press(options, '#overview [data-slot="delete"]');
    await shown(options, '#overview [data-slot="bring-back"]');
    await check(options, scheme, 'the second question, and what was deleted');
    await options.close();
    const now = Date.now();
    await session.command({ kind: 'recordScan', source: 'x.ics', found: [{
      events: [{ uid: 'a', recurrenceMs: now }], title: 'Chat', startMs: now - 7_200_000, endMs: now - 3_600_000,
      zone: null, location: '', organizer: 'talent@acme.example', band: 'ask', confidence: 0.6, reasons: [],
      calledOff: false, employer: null, role: null, format: null, meetingLink: null, people: [],
    }] });
    const page = await popup(session, scheme);
    await press(page, slot('no'));
    await shown(page, slot('scopes'));
    await check(page, scheme, 'for what it is remembered');
  });
}

for (const scheme of ['light', 'dark']) {
  testIn('chromium', `nothing keeps anybody from having a note rephrased, in ${scheme}`, async (session) => {
    await session.command({ kind: 'saveProfile', profile: { ...SAMPLE_PROFILE, rephrasing: true } });
    const { interview } = await session.command({ kind: 'addInterview', interview: byHand(withFirstSentences()) });
    const person = 'p1';
    await session.command({ kind: 'answer', interview, person, specific: SAMPLE_SPECIFIC, sellingPoints: [] });
    await session.command({ kind: 'prepareNote', interview, person, variant: 0 });
    const path = `popup.html#interview:${interview}/${person}`;
    const replace = [['I really enjoyed it', 'I truly enjoyed it']];
    const page = await openWithModel(session, path, { states: ['downloadable'], hangs: 'create', replace });
    await press(page, slot('rephrase'));
    await shown(page, slot('rephrase-progress'));
    await check(page, scheme, 'the download of the model');
    await page.evaluate(() => globalThis.downloaded());
    await shown(page, slot('rephrase-words'));
    await check(page, scheme, 'the words that are offered');
    await press(page, slot('rephrase-take'));
    await shown(page, slot('rephrase-undo'));
    await check(page, scheme, 'the words that were taken');
    const options = await openWithModel(session, 'options.html', {});
    await shown(options, '#rephrasing');
    await check(options, scheme, 'the switch for it');
  });
}

async function popup(session, scheme) {
  const page = await session.openPage('popup.html');
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await popupReady(page);
  return page;
}

async function check(page, scheme, what) {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await shown(page, 'body');
  await settled(page);
  // Past the security policy of the pages, which lets no other script in.
  const devtools = await page.createCDPSession();
  await devtools.send('Runtime.evaluate', { expression: AXE });
  const violations = await page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { resultTypes: ['violations'] });
    return found.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  });
  await devtools.detach();
  assert.deepEqual(violations, [], `${what} in ${scheme}`);
}
