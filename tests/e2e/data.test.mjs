// The overview, and the user's data as a file: saved, deleted, brought back.

import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill, fillProfile, importFile, press, shown, textOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE, sampleCalendar } from '../../scripts/run/sample_calendar.mjs';
import { testInBoth } from './support/test_in.mjs';

const data = (name) => `#data [data-slot="${name}"]`;
const overview = (name) => `#overview [data-slot="${name}"]`;

testInBoth('the overview lists everybody, and finds and sorts', async (session) => {
  const page = await session.openPage('options.html');
  assert.match(await textOf(page, overview('empty')), /No interviews yet/);
  await fillProfile(page, SAMPLE_PROFILE);
  await importFile(page, file('sample.ics', sampleCalendar(Date.now())));
  const people = () => page.$$eval(`${overview('rows')} tr`, (rows) =>
    rows.map((it) => it.querySelector('[data-slot="person"]').textContent));
  await until(async () => (await people()).length === 5);
  await press(page, overview('by-person'));
  assert.deepEqual(await people(), (await people()).toSorted((a, b) => a.localeCompare(b)));
  await fill(page, overview('search'), 'KETTLE');
  assert.deepEqual((await people()).toSorted(), ['Leonie Achterman', 'Priya Shah', 'Tom Kovač']);
  await fill(page, overview('search'), 'nobody of that name');
  assert.match(await textOf(page, overview('empty')), /Nothing here fits/);
});

testInBoth('what is saved as a file is brought back after everything was deleted', async (session) => {
  const page = await session.openPage('options.html');
  await fillProfile(page, SAMPLE_PROFILE);
  await importFile(page, file('sample.ics', sampleCalendar(Date.now())));
  const before = await session.settledStore();
  const saved = file('backup.json', await savedFile(page));

  await press(page, data('delete'));
  await shown(page, data('sure'));
  await press(page, data('keep'));
  assert.deepEqual(await session.settledStore(), before);
  await press(page, data('delete'));
  await press(page, data('really'));
  await until(async () => Object.keys(await session.stored()).length === 0);

  await (await page.$(data('backup'))).uploadFile(saved);
  await shown(page, data('plan'));
  assert.match(await textOf(page, data('plan-text')), /Will be added: 3\./);
  await press(page, data('restore'));
  await until(async () => (await session.interviews()).length === 3);
  const after = await session.settledStore();
  const names = (stored) => Object.keys(stored).toSorted();
  assert.deepEqual(names(after), names(before));
  assert.equal(after.profile.data.name, SAMPLE_PROFILE.name);

  await (await page.$(data('backup'))).uploadFile(file('other.json', '{"some":"thing"}'));
  await until(async () => /no file that Afternote has saved/.test(await textOf(page, data('error'))));
});

/** What the browser would save: the test looks at the file as it is made. */
async function savedFile(page) {
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      window.made = blob.text();
      return make.call(URL, blob);
    };
  });
  await press(page, data('export'));
  await until(() => page.evaluate(() => Boolean(window.made)));
  return page.evaluate(() => window.made);
}

function file(name, content) {
  const path = join(mkdtempSync(join(tmpdir(), 'afternote-')), name);
  writeFileSync(path, content);
  return path;
}
