// Calendar files on the options page: good ones, broken ones, several at once.

import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillProfile, importFile } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE, sampleCalendar } from '../../scripts/run/sample_calendar.mjs';
import { testInBoth } from './support/test_in.mjs';

const SUMMARY = '#import [data-slot="summary"]:not([hidden])';

testInBoth('importing the same calendar again changes nothing', async (session) => {
  const options = await session.openPage('options.html');
  await fillProfile(options, SAMPLE_PROFILE);
  const sample = file('sample.ics', sampleCalendar(Date.now()));
  assert.match(await importFile(options, sample), /Interviews found: 3 \(3 new/);
  const before = await session.settledStore();
  assert.match(await importFile(options, sample), /Interviews found: 3 \(0 new, 0 updated, 3 unchanged\)/);
  assert.deepEqual(await session.settledStore(), before);
});

testInBoth('problems are named with their lines, and the rest is read', async (session) => {
  const options = await session.openPage('options.html');
  await fillProfile(options, SAMPLE_PROFILE);
  const text = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//x//EN',
    'BEGIN:VEVENT', 'UID:broken', 'DTSTAMP:20260101T000000Z', 'DTSTART:not a time', 'SUMMARY:Interview', 'END:VEVENT',
    'BEGIN:VEVENT', 'UID:good', 'DTSTAMP:20260101T000000Z', `DTSTART:${inHours(30)}`, `DTEND:${inHours(31)}`,
    'SUMMARY:<img src=x onerror=document.title="pwned"> Interview with Quillbrook',
    'ORGANIZER;CN=Ada Fern:mailto:ada@quillbrook.example',
    'ATTENDEE;CN=Jordan Avery:mailto:jordan.avery@example.com', 'END:VEVENT',
    'END:VCALENDAR', '',
  ].join('\r\n');
  await importFile(options, file('broken.ics', text));
  const problems = await options.$$eval('#import [data-slot="problem-list"] li', (items) =>
    items.map((it) => it.textContent));
  assert.deepEqual(problems, [
    'Line 4: This event has no start and was left out.',
    'Line 7: The time in DTSTART cannot be read and was left out.',
  ]);
  assert.equal(await options.title(), 'Afternote');
  assert.equal(await options.$('#import img'), null);
});

testInBoth('several files are read at once, also when one is no calendar', async (session) => {
  const options = await session.openPage('options.html');
  await fillProfile(options, SAMPLE_PROFILE);
  const input = await options.$('#files');
  await input.uploadFile(
    file('good.ics', sampleCalendar(Date.now())),
    file('photo.ics', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3])),
    file('empty.ics', ''),
  );
  await until(async () => (await options.$$(SUMMARY)).length === 3, { within: 30_000 });
  assert.equal((await session.interviews()).length, 3);
});

testInBoth('files dropped onto the popup are read, several at once', async (session) => {
  await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
  const popup = await session.openPage('popup.html');
  await popup.waitForSelector('body[data-ready]');
  const files = [['good.ics', String(sampleCalendar(Date.now()))], ['photo.ics', 'JFIF'], ['empty.ics', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n']];
  await popup.evaluate((all) => {
    const dataTransfer = new DataTransfer();
    for (const [name, content] of all) dataTransfer.items.add(new File([content], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
  await until(async () => /^2 file.* 3 interview.* 3 of them new\. 1 file.* could not be read\.$/
    .test(await popup.$eval('#live', (it) => it.textContent)), { what: 'what was read', within: 30_000 });
  assert.equal((await session.interviews()).length, 3);
  assert.ok(await popup.$('[data-interview]'), 'the list shows them');
});

function file(name, content) {
  const path = join(mkdtempSync(join(tmpdir(), 'afternote-')), name);
  writeFileSync(path, content);
  return path;
}

function inHours(hours) {
  const at = new Date(Date.now() + hours * 3_600_000).toISOString();
  return `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
