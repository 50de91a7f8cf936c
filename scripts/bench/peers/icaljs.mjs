// ical.js: parse, then every occurrence that starts in the window. `node icaljs.mjs FILE FROM UNTIL`
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const [file, from, until] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const text = readFileSync(file, 'utf8');
const start = performance.now();
const calendar = new ICAL.Component(ICAL.parse(text));
for (const zone of calendar.getAllSubcomponents('vtimezone')) {
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
}
const overrides = new Map();
const masters = [];
for (const component of calendar.getAllSubcomponents('vevent')) {
  const uid = component.getFirstPropertyValue('uid');
  if (!component.hasProperty('recurrence-id')) masters.push(component);
  else if (overrides.has(uid)) overrides.get(uid).push(component);
  else overrides.set(uid, [component]);
}
let occurrences = 0;
const inWindow = (time) => time.toJSDate() >= from && time.toJSDate() < until;
for (const component of masters) {
  const event = new ICAL.Event(component, {
    exceptions: overrides.get(component.getFirstPropertyValue('uid')) ?? [],
  });
  if (!event.isRecurring()) {
    occurrences += inWindow(event.startDate);
    continue;
  }
  const iterator = event.iterator();
  for (let next = iterator.next(); next && next.toJSDate() < until + 2 * 86_400_000; next = iterator.next()) {
    if (next.toJSDate() >= from - 2 * 86_400_000) {
      occurrences += inWindow(event.getOccurrenceDetails(next).startDate);
    }
  }
}
console.log(JSON.stringify({
  seconds: (performance.now() - start) / 1000,
  occurrences,
  peak_mb: process.resourceUsage().maxRSS / 1024,
}));
