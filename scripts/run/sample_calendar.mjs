// The sample calendar, moved in time so that its marked interview ended about an hour ago, a few more
// shortly after midnight.

import { readFileSync } from 'node:fs';

const SAMPLE = 'examples/sample.ics';
const MARK = /^X-AFTERNOTE-SAMPLE:ENDED-AN-HOUR-AGO$/m;
const INSTANT = /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/g;
const DATE = /(?<=;VALUE=DATE:)(\d{4})(\d\d)(\d\d)/g;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Longer than the slots of the marked day together. */
const LOOP = 2.5 * HOUR;
/** Meetings end at round times. */
const ROUND = 5 * 60_000;

/** Whom the sample belongs to, as the background stores a profile. */
export const SAMPLE_PROFILE = {
  name: 'Jordan Avery',
  emails: ['jordan.avery@example.com'],
  sellingPoints: ['five years of payment systems', 'led a team of four', 'Rust in production'],
  signature: '',
  tone: 'warm',
  provider: 'gmail',
};

/** What was talked about, for the first draft. */
export const SAMPLE_SPECIFIC = 'how you moved billing to event sourcing without downtime';

/** The calendar as bytes of an iCalendar file, for a given now in milliseconds. */
export function sampleCalendar(now) {
  const text = readFileSync(SAMPLE, 'utf8');
  const ended = endFor(now);
  const by = ended - endOfMarked(text);
  const days = Math.round(by / DAY) * DAY;
  const moved = text
    .replace(INSTANT, (it) => written(parsed(it) + by))
    .replace(DATE, (it) => written(parsed(`${it}T000000Z`) + days).slice(0, 8));
  return Buffer.from(moved.replaceAll('\n', '\r\n'));
}

/** An hour ago; before the last midnight where its loop would lie on two days, and be two interviews. */
function endFor(now) {
  const ended = Math.floor((now - HOUR) / ROUND) * ROUND;
  const midnight = new Date(ended).setHours(0, 0, 0, 0);
  return ended - LOOP < midnight ? midnight - ROUND : ended;
}

function endOfMarked(text) {
  const event = text.split('BEGIN:VEVENT').find((it) => MARK.test(it));
  const end = /^DTEND:(.*)$/m.exec(event ?? '');
  if (!end) throw new Error(`${SAMPLE} has no marked event.`);
  return parsed(end[1]);
}

function parsed(basic) {
  return Date.parse(basic.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, '$1-$2-$3T$4:$5:$6Z'));
}

function written(instant) {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
