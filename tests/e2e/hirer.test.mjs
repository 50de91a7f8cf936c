// The calendar of somebody who interviews others at work: nobody is to be thanked for that, and an
// interview of one's own among them is still noticed.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillProfile, importFile } from '../../scripts/browsers/ui.mjs';
import { SAMPLE_PROFILE } from '../../scripts/run/sample_calendar.mjs';
import { LOUD, notices } from './support/notices.mjs';
import { testInBoth } from './support/test_in.mjs';

const DAY = 86_400_000;
const HIRER = 'tests/fixtures/interviews/hirer_teamlead';

testInBoth('of the interviews that one holds oneself none is prompted, nor asked about', async (session) => {
  const { owner } = JSON.parse(readFileSync(`${HIRER}.labels.json`, 'utf8'));
  const options = await session.openPage('options.html');
  await fillProfile(options, { ...SAMPLE_PROFILE, name: owner.name, emails: owner.emails });
  await session.command({ kind: 'saveSettings', settings: LOUD });
  const own = ownInterview(owner);
  const path = join(mkdtempSync(join(tmpdir(), 'afternote-')), 'work.ics');
  writeFileSync(path, recent(readFileSync(`${HIRER}.ics`, 'utf8')).replace(/END:VCALENDAR\s*$/, `${own}END:VCALENDAR\r\n`));
  assert.match(await importFile(options, path), /Interviews found: 1 \(1 new/);
  await session.command({ kind: 'reconcile' });
  const [interview, ...others] = await session.interviews();
  assert.deepEqual(others, []);
  assert.equal(interview.employer, 'Quillbrook');
  assert.deepEqual(await notices(session), [`interview:${interview.id}`]);
});

/** The same calendar, moved by whole weeks so that its last events are of these days. */
function recent(calendar) {
  const time = /^(DTSTART|DTEND)([^:\r\n]*):(\d{4})(\d\d)(\d\d)/gm;
  const at = (year, month, day) => Date.UTC(Number(year), Number(month) - 1, Number(day));
  const last = Math.max(...Array.from(calendar.matchAll(time), (it) => at(it[3], it[4], it[5])));
  const moved = Math.floor((Date.now() - DAY - last) / (7 * DAY)) * 7 * DAY;
  return calendar.replace(time, (_, name, parameters, ...date) => {
    const day = new Date(at(date[0], date[1], date[2]) + moved).toISOString().slice(0, 10);
    return `${name}${parameters}:${day.replaceAll('-', '')}`;
  });
}

/** An interview of the owner at another company; it ended half an hour ago. */
function ownInterview({ name, emails }) {
  const minutesAgo = (minutes) => {
    const at = new Date(Date.now() - minutes * 60_000).toISOString();
    return `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  };
  return [
    'BEGIN:VEVENT', 'UID:own@quillbrook.example', `DTSTAMP:${minutesAgo(9_000)}`,
    `DTSTART:${minutesAgo(90)}`, `DTEND:${minutesAgo(30)}`,
    `SUMMARY:Interview with Quillbrook: ${name}, Head of Engineering`,
    'ORGANIZER;CN=Ada Fern:mailto:ada.fern@quillbrook.example',
    'ATTENDEE;CN=Ada Fern;PARTSTAT=ACCEPTED:mailto:ada.fern@quillbrook.example',
    `ATTENDEE;CN=${name};PARTSTAT=ACCEPTED:mailto:${emails[0]}`,
    `DESCRIPTION:Hi ${name.split(' ')[0]}\\, we look forward to your interview for the Head of Engineering role.`,
    'END:VEVENT', '',
  ].join('\r\n');
}
