// Every page and view of the popup, in light and dark, as axe sees it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { answer, goToPerson, popupReady, press, settled, shown } from '../../scripts/browsers/ui.mjs';
import { SAMPLE_PROFILE } from '../../scripts/run/sample_calendar.mjs';
import { byHand } from './support/interviews.mjs';
import { testIn } from './support/test_in.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const slot = (name) => `main [data-slot="${name}"]`;

for (const scheme of ['light', 'dark']) {
  testIn('chromium', `nothing keeps anybody from using it, in ${scheme}`, async (session) => {
    await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
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
    await press(page, slot('sent'));
    await shown(page, slot('undo'));
    await check(page, scheme, 'the thanks');
    await press(page, '#back');
    await shown(page, slot('dismiss'));
    await check(page, scheme, 'the interview');
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
