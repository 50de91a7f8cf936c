// Makes the calendar that every reader of the benchmark reads: what a busy person's ten years look
// like in an export of Google Calendar. The same bytes for the same number of events.

const ZONES = {
  'America/New_York': ['-0500', '-0400', '20070311T020000', '3;BYDAY=2SU', '20071104T020000', '11;BYDAY=1SU'],
  'America/Los_Angeles': ['-0800', '-0700', '20070311T020000', '3;BYDAY=2SU', '20071104T020000', '11;BYDAY=1SU'],
  'Europe/London': ['+0000', '+0100', '19700329T010000', '3;BYDAY=-1SU', '19701025T020000', '10;BYDAY=-1SU'],
  'Europe/Berlin': ['+0100', '+0200', '19700329T020000', '3;BYDAY=-1SU', '19701025T030000', '10;BYDAY=-1SU'],
  'Asia/Tokyo': ['+0900'],
  'Asia/Kolkata': ['+0530'],
};
const FIRST = 'Anna Boris Chloé David Eva François Grace Hiro Ines Jürgen Kavya Liam Mónica Noah Olga Pedro'.split(' ');
const LAST = "Smith García Müller Tanaka Dubois Rossi Kowalski Novák Chen Kim Patel Okafor O'Neil Haddad".split(' ');
const SITES = 'acme.example globex.example initech.example umbrella.example hooli.example'.split(' ');
const TOPICS = ['Weekly sync', '1:1', 'Stand-up', 'Sprint planning', 'Retro', 'Design review',
  'Interview: Senior Rust Engineer', 'Phone screen – Backend', 'Onsite interview (panel)', 'Lunch', 'Dentist',
  'Budget review', 'All-hands', 'Demo day', 'Coffee chat', 'Hiring committee', 'Recruiter call', 'Offsite ☕ planning'];
const WORDS = ('the team will meet to discuss progress on roadmap items please add your notes before this call and '
  + 'review attached document agenda action owners timeline risk candidate feedback scorecard panel question system '
  + 'design coding join by phone dial pin meeting room floor building visitor badge arrive minutes early résumé '
  + 'café über deadline release quarter metrics budget forecast legal privacy rollout follow-up').split(' ');
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR'];
const DAY = 86_400_000;
const FROM = Date.UTC(2016, 0, 1);

/** The window that every reader is asked for. */
export const WINDOW = { from: Date.UTC(2026, 5, 1), until: Date.UTC(2026, 5, 1) + 60 * DAY };

/** A generator of numbers from 0 to 1 (mulberry32, public domain): the same for the same seed. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let it = Math.imul(state ^ (state >>> 15), 1 | state);
    it = (it + Math.imul(it ^ (it >>> 7), 61 | it)) ^ it;
    return ((it ^ (it >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Folds a line at 75 bytes, between characters (RFC 5545 3.1). */
function fold(line) {
  if (Buffer.byteLength(line) <= 75) return `${line}\r\n`;
  let folded = '';
  let length = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (length + size > 75) {
      folded += '\r\n ';
      length = 1;
    }
    folded += letter;
    length += size;
  }
  return `${folded}\r\n`;
}

/** A calendar with this number of VEVENTs, as text. */
export function calendar(events) {
  const next = random(20261123);
  const below = (count) => Math.floor(next() * count);
  const one = (list) => list[below(list.length)];
  const chance = (share) => next() < share;
  const text = (count) => Array.from({ length: count }, () => one(WORDS)).join(' ');
  const escaped = (it) => it.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
  const stamp = (ms) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
  const local = (ms) => stamp(ms).slice(0, 15);
  const person = () => {
    const [first, last] = [one(FIRST), one(LAST)];
    const plain = `${first}.${last}`.normalize('NFD').replace(/[^a-zA-Z.]/g, '').toLowerCase();
    return [`${first} ${last}`, `${plain}${below(99)}@${one(SITES)}`];
  };
  const description = () => {
    if (chance(0.25)) return '';
    if (chance(0.45)) return `${text(5 + below(26))}.`;
    const points = Array.from({ length: 1 + below(5) }, () => `- ${text(4 + below(7))}`).join('\n');
    return `${text(20 + below(41))}.\n\n${points}\n\n-::~:~::~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~::-\n`
      + `Join with Google Meet: https://meet.google.com/abc-defg-hij\nOr dial: (US) +1 ${200 + below(800)}-555-0100`
      + ` PIN: ${below(1e9)}#\n\nLearn more about Meet at: https://support.google.com/a/users/answer/9282720\n\n`
      + 'Please do not edit this section.';
  };
  const parts = ['BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\r\nVERSION:2.0\r\n'
    + 'CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nX-WR-TIMEZONE:America/New_York\r\n'];
  for (const [name, [winter, summer, spring, springRule, autumn, autumnRule]] of Object.entries(ZONES)) {
    const part = (kind, from, to, start, rule) => `BEGIN:${kind}\r\nTZOFFSETFROM:${from}\r\nTZOFFSETTO:${to}\r\n`
      + `DTSTART:${start}\r\n${rule ? `RRULE:FREQ=YEARLY;BYMONTH=${rule}\r\n` : ''}END:${kind}\r\n`;
    parts.push(`BEGIN:VTIMEZONE\r\nTZID:${name}\r\n`, ...(summer
      ? [part('DAYLIGHT', winter, summer, spring, springRule), part('STANDARD', summer, winter, autumn, autumnRule)]
      : [part('STANDARD', winter, winter, '19700101T000000')]), 'END:VTIMEZONE\r\n');
  }
  let made = 0;
  const event = (uid, kind, zone, start, length, extra) => {
    const time = (name, ms) => ({
      date: `${name};VALUE=DATE:${stamp(ms).slice(0, 8)}`,
      utc: `${name}:${stamp(ms).slice(0, 15)}Z`,
      zone: `${name};TZID=${zone}:${local(ms)}`,
    })[kind];
    const lines = [time('DTSTART', start), time('DTEND', start + length), ...extra, 'DTSTAMP:20261123T083000Z'];
    const guests = one([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 5, 8]);
    if (guests > 0) lines.push(`ORGANIZER;CN=${person().join(':mailto:')}`);
    lines.push(`UID:${uid}`);
    for (let guest = 0; guest < guests; guest += 1) {
      const [name, address] = person();
      lines.push('ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;'
        + `PARTSTAT=${one(['ACCEPTED', 'NEEDS-ACTION', 'TENTATIVE'])};CN=${name};X-NUM-GUESTS=0:mailto:${address}`);
    }
    lines.push(`CREATED:${stamp(FROM + below(3e8) * 1000)}`);
    const said = description();
    if (said) lines.push(`DESCRIPTION:${escaped(said)}`);
    lines.push(`LAST-MODIFIED:${stamp(Date.UTC(2024, 0, 1) + below(8e7) * 1000)}`);
    if (chance(0.4)) lines.push(`LOCATION:${escaped(`Room ${below(40)}, ${below(999)} Main St; Floor ${below(30)}`)}`);
    lines.push(`SEQUENCE:${below(3)}`, 'STATUS:CONFIRMED', `SUMMARY:${escaped(one(TOPICS))}`, 'TRANSP:OPAQUE');
    if (chance(0.35)) {
      lines.push('BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:This is an event reminder',
        'TRIGGER:-P0DT0H10M0S', 'END:VALARM');
    }
    parts.push(`BEGIN:VEVENT\r\n${lines.map(fold).join('')}END:VEVENT\r\n`);
    made += 1;
  };
  for (let number = 0; made < events; number += 1) {
    const uid = `${number.toString(36).padStart(8, '0')}afternotebench@google.com`;
    const zone = one(Object.keys(ZONES));
    const length = one([15, 30, 30, 45, 60, 60, 90]) * 60_000;
    const clock = (8 + below(11)) * 3_600_000 + one([0, 0, 15, 30, 45]) * 60_000;
    if (!chance(0.15)) {
      const start = FROM + below(4180) * DAY;
      const kind = one(['zone', 'zone', 'zone', 'zone', 'zone', 'zone', 'zone', 'utc', 'utc', 'date']);
      event(uid, kind, zone, kind === 'date' ? start : start + clock, kind === 'date' ? DAY : length, []);
      continue;
    }
    let day = FROM + below(3830) * DAY;
    while ([0, 6].includes(new Date(day).getUTCDay())) day += DAY;
    const date = new Date(day);
    if (date.getUTCDate() > 28) day -= 7 * DAY;
    const weekday = DAYS[new Date(day).getUTCDay() - 1];
    const start = day + clock;
    const step = one([7, 7, 7, 7, 14, 1, 30, 365]);
    let rule = {
      7: `FREQ=WEEKLY;BYDAY=${weekday}`,
      14: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`,
      1: 'FREQ=DAILY',
      30: `FREQ=MONTHLY;BYMONTHDAY=${new Date(day).getUTCDate()}`,
      365: 'FREQ=YEARLY',
    }[step];
    const end = next();
    if (end < 0.15) rule += `;COUNT=${one([5, 10, 12, 26, 52, 100])}`;
    else if (end < 0.5) rule += `;UNTIL=${stamp(start + (30 + below(370)) * DAY)}`;
    const extra = [`RRULE:${rule}`];
    if (step <= 14 && chance(0.3)) {
      for (let out = 1 + below(4); out > 0; out -= 1) extra.push(`EXDATE;TZID=${zone}:${local(start + (out + 1) * step * DAY)}`);
    }
    event(uid, 'zone', zone, start, length, extra);
    if (step === 7 && made < events && chance(0.25)) {
      const slot = start + 7 * DAY;
      event(uid, 'zone', zone, slot + 3_600_000, length, [`RECURRENCE-ID;TZID=${zone}:${local(slot)}`]);
    }
  }
  parts.push('END:VCALENDAR\r\n');
  return parts.join('');
}
