// node-ical: parse, then every occurrence in the window. `node node_ical.mjs FILE FROM UNTIL`
import { readFileSync } from 'node:fs';
import ical from 'node-ical';

const [file, from, until] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const text = readFileSync(file, 'utf8');
const start = performance.now();
const calendar = ical.sync.parseICS(text);
const window = { from: new Date(from), to: new Date(until) };
let occurrences = 0;
for (const event of Object.values(calendar)) {
  if (event.type !== 'VEVENT') continue;
  if (event.rrule) {
    const found = ical.expandRecurringEvent(event, window);
    occurrences += found.filter((it) => it.start >= window.from && it.start < window.to).length;
  } else if (event.start >= window.from && event.start < window.to) {
    occurrences += 1;
  }
}
console.log(JSON.stringify({
  seconds: (performance.now() - start) / 1000,
  occurrences,
  peak_mb: process.resourceUsage().maxRSS / 1024,
}));
