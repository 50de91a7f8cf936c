// Zip archives of calendars on the options page, as Google's export gives them: good ones, damaged
// ones and empty ones.

import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { fillProfile, importFile } from '../../scripts/browsers/ui.mjs';
import { SAMPLE_PROFILE } from '../../scripts/run/sample_calendar.mjs';
import { testInBoth } from './support/test_in.mjs';

testInBoth('both calendars of an export are read, each by what it says itself', async (session) => {
  const options = await openOptions(session);
  const work = calendar(['METHOD:PUBLISH', 'X-WR-TIMEZONE:America/New_York'], interview('a', 'Quillbrook', 'Ada Fern', 30), '\n');
  const own = `\ufeff${calendar([], `${interview('b', 'Plumtree', 'Bo Reed', 54)}\nBEGIN:VEVENT\nUID:x\nSUMMARY:No start\nEND:VEVENT`, '\r\n')}`;
  const zip = archive([
    { name: 'jordan.avery@example.com.ics', content: work },
    { name: 'Calendars/Own.ics', content: own },
    { name: 'Calendars/readme.txt', content: 'not a calendar' },
  ]);
  const summary = await importFile(options, file('export.zip', zip));
  assert.match(summary, /Interviews found: 2 \(2 new/);
  const employers = (await session.interviews()).map((it) => it.employer).sort();
  assert.deepEqual(employers, ['Plumtree', 'Quillbrook']);
  assert.deepEqual(await problems(options), ['Own.ics, line 13: This event has no start and was left out.']);
});

testInBoth('a calendar that is stored without packing is read as well', async (session) => {
  const options = await openOptions(session);
  const content = calendar([], interview('a', 'Quillbrook', 'Ada Fern', 30), '\r\n');
  const summary = await importFile(options, file('stored.zip', archive([{ name: 'a.ics', content, stored: true }])));
  assert.match(summary, /Interviews found: 1 /);
  assert.deepEqual(await problems(options), []);
});

testInBoth('an archive that cannot be read is told once, and stores nothing', async (session) => {
  const options = await openOptions(session);
  const good = archive([{ name: 'a.ics', content: calendar([], interview('a', 'Quillbrook', 'Ada Fern', 30), '\r\n') }]);
  const cut = good.subarray(0, good.length - 40);
  const garbled = Buffer.from(good);
  garbled.fill(0xff, 40, 80);
  for (const [name, content, expected] of [
    ['none.zip', archive([{ name: 'photo.jpg', content: 'x' }]), /no calendar in this archive/],
    ['nothing.zip', archive([]), /no calendar in this archive/],
    ['cut.zip', cut, /damaged or protected/],
    ['garbled.zip', garbled, /damaged or protected/],
  ]) {
    await importFile(options, file(name, content));
    const said = await problems(options);
    assert.equal(said.length, 1, `${name}: ${said.join(' | ')}`);
    assert.match(said[0], expected, name);
    assert.deepEqual(await session.interviews(), [], name);
  }
});

async function openOptions(session) {
  const options = await session.openPage('options.html');
  await fillProfile(options, SAMPLE_PROFILE);
  return options;
}

/** The problems of the file that was read last. */
function problems(options) {
  return options.$eval('#import [data-slot="results"]', (it) => {
    const last = it.lastElementChild;
    return [...last.querySelectorAll('[data-slot="problem-list"] li')].map((line) => line.textContent);
  });
}

function calendar(properties, events, lineEnd) {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//x//EN', ...properties, events, 'END:VCALENDAR', ''];
  return lines.join('\n').replaceAll('\n', lineEnd);
}

function interview(uid, employer, person, hours) {
  const at = (more) => `${new Date(Date.now() + (hours + more) * 3_600_000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const host = `${employer.toLowerCase()}.example`;
  const address = `${person.split(' ')[0].toLowerCase()}@${host}`;
  return [
    'BEGIN:VEVENT', `UID:${uid}@${host}`, 'DTSTAMP:20260101T000000Z', `DTSTART:${at(0)}`, `DTEND:${at(1)}`,
    `SUMMARY:Interview with ${employer}`, `ORGANIZER;CN=${person}:mailto:${address}`,
    'ATTENDEE;CN=Jordan Avery:mailto:jordan.avery@example.com', 'END:VEVENT',
  ].join('\n');
}

/** A zip archive by the specification of the format (APPNOTE 4.3), its files deflated. */
function archive(files) {
  const local = [];
  const directory = [];
  let offset = 0;
  for (const { name, content, stored } of files) {
    const plain = Buffer.from(content);
    const packed = stored ? plain : deflateRawSync(plain);
    const path = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(stored ? 0 : 8, 4);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(plain.length, 18);
    head.writeUInt16LE(path.length, 22);
    const start = Buffer.alloc(14);
    start.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, start, path);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), head, path, packed);
    offset += 4 + head.length + path.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, listed, end]);
}

function file(name, content) {
  const path = join(mkdtempSync(join(tmpdir(), 'afternote-')), name);
  writeFileSync(path, content);
  return path;
}
