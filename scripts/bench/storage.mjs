// How long the background's look at the clock and the popup's first list take with 10,000 interviews
// in storage, in Chromium; the popup's with none beside it: what any list costs here. Adds its figures
// to target/report/bench.json.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { startChromium } from '../browsers/chromium.mjs';
import { openExtensionPage } from '../browsers/pages.mjs';
import { goals } from './goals.mjs';

const INTERVIEWS = 10_000;
const OPEN = 90;
const RUNS = 7;
const HOUR = 3_600_000;
const REPORT = 'target/report/bench.json';

const session = await startChromium();
try {
  const page = await openExtensionPage(session, 'welcome.html');
  const send = (request) => page.evaluate(
    (it) => chrome.runtime.sendMessage({ id: crypto.randomUUID(), request: it }), request);
  const popupEmpty = await popupTimes(session);
  const now = Date.now();
  await send({
    kind: 'addInterview',
    interview: {
      employer: 'Kettlefish', role: 'Engineer', startMs: now - 2 * HOUR, endMs: now - HOUR, zone: 'UTC',
      people: [
        { name: 'Ada Fern', email: 'ada@kettlefish.example', title: '' },
        { name: 'Bo Ek', email: 'bo@kettlefish.example', title: '' },
      ],
    },
  });
  await page.evaluate(async (count, open, hour) => {
    const stored = await chrome.storage.local.get(null);
    const model = Object.entries(stored).find(([key]) => key.startsWith('interview:'))[1];
    const entries = {};
    for (let number = 0; number < count; number += 1) {
      const record = structuredClone(model);
      Object.assign(record.data, { id: `x${number}`, startMs: model.data.startMs - number * 2 * hour, endMs: model.data.endMs - number * 2 * hour });
      if (number >= open) for (const person of record.data.people) person.status = 'lapsed';
      entries[`interview:x${number}`] = record;
    }
    await chrome.storage.local.set(entries);
    await chrome.storage.local.remove('index');
  }, INTERVIEWS - 1, OPEN, HOUR);
  await send({ kind: 'reconcile' }); // Makes the index.

  const reconcile = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await send({ kind: 'reconcile' });
    reconcile.push(performance.now() - start);
  }
  const popup = await popupTimes(session);
  const figures = {
    storage_interviews: INTERVIEWS,
    storage_reconcile_ms: median(reconcile),
    storage_popup_first_list_ms: median(popup),
    storage_popup_empty_ms: median(popupEmpty),
  };
  console.log(figures);
  for (const line of goals(figures)) console.log(line);
  const others = existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, 'utf8')) : {};
  mkdirSync('target/report', { recursive: true });
  writeFileSync(REPORT, `${JSON.stringify({ ...others, ...figures }, null, 2)}\n`);
} finally {
  await session.browser.close();
}

/** Milliseconds from opening the popup's page to its first list. */
async function popupTimes(session) {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    const tab = await openExtensionPage(session, 'popup.html');
    times.push(await tab.evaluate(() => performance.getEntriesByName('afternote-ready')[0].startTime));
    await tab.close();
  }
  return times;
}

function median(values) {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] * 10) / 10;
}
