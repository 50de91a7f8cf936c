// The interviews found, as a table for a terminal. Only what is stored; no judgement of its own.

const COLUMNS = [
  ['when', 17],
  ['employer', 16],
  ['role', 20],
  ['people', 34],
  ['verdict', 7],
  ['conf.', 5],
  ['reasons', Infinity],
];

/** The stored interviews, earliest first. */
export function interviewsIn(stored) {
  return Object.entries(stored)
    .filter(([key]) => key.startsWith('interview:'))
    .map(([, record]) => record.data)
    .toSorted((a, b) => a.startMs - b.startMs);
}

/** The table as text. */
export function table(interviews) {
  const rows = interviews.map((it) => [
    when(it.startMs),
    it.employer ?? `(${it.title})`,
    it.role ?? '',
    it.people.map((person) => person.name ?? person.email ?? '?').join(', '),
    it.calledOff ? 'off' : it.verdict.band,
    it.verdict.confidence.toFixed(2),
    it.verdict.reasons.map((reason) => reason.code).join(', '),
  ]);
  const names = COLUMNS.map(([name]) => name);
  const widths = COLUMNS.map(([name, most], column) =>
    Math.min(most, Math.max(name.length, ...rows.map((row) => width(row[column])))));
  return [names, widths.map((it) => '-'.repeat(Math.min(it, 40))), ...rows]
    .map((row) => row.map((cell, column) => fit(cell, widths[column])).join('  ').trimEnd())
    .join('\n');
}

function when(instant) {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(instant).replace(', ', ' ');
}

function fit(cell, most) {
  // What calendars say may hold control characters; a terminal would obey them.
  const characters = [...cell.replaceAll(/\p{Cc}/gu, ' ')];
  if (characters.length > most) return `${characters.slice(0, most - 1).join('')}…`;
  return characters.join('') + ' '.repeat(Number.isFinite(most) ? most - characters.length : 0);
}

function width(cell) {
  return [...cell].length;
}
