// An update in place: a package of an earlier version, with the data that it left, is replaced by the
// built one while the browser runs. Everything is in its current shape afterwards, the alarms and the
// companion's scripts are there again, and nobody is prompted twice.

import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startChromium } from '../../scripts/browsers/chromium.mjs';
import { startFirefox } from '../../scripts/browsers/firefox.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { allowed } from './support/allowed.mjs';
import { CHROMIUM_FLAGS, FIREFOX_PREFERENCES } from './support/console_errors.mjs';
import { LOUD, notices } from './support/notices.mjs';
import { Session } from './support/session.mjs';

const MINUTE = 60_000;
const HOSTS = ['calendar.google.com', 'mail.google.com', 'mail.proton.me'];
const LIVED_IN = 'tests/fixtures/stored/v1_lived_in.json';
/** The version of the built package. */
const BUILT = JSON.parse(readFileSync('dist/chrome/manifest.json', 'utf8')).version;
/** When the interview of it that was prompted for has ended. */
const ASKED_END = 1_773_140_400_000;

/** The data of version 1, as if that interview had ended half an hour ago. */
function livedIn() {
  const shift = Date.now() - 30 * MINUTE - ASKED_END;
  const stored = JSON.parse(readFileSync(LIVED_IN, 'utf8'),
    (key, value) => (key.endsWith('Ms') && typeof value === 'number' ? value + shift : value));
  const { quietFrom, quietUntil, quietWeekends } = LOUD;
  Object.assign(stored.settings.data, { quietFrom, quietUntil, quietWeekends });
  return stored;
}

/** Of the earlier package nothing but its version, its data and a background that does nothing counts. */
function makeEarlier(dist) {
  const path = join(dist, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, version: '0.0.1' }));
  writeFileSync(join(dist, 'background.js'), 'chrome.runtime.onMessage.addListener(() => {});\n');
}

const START = {
  chromium: (dist) => startChromium({ dist, flags: CHROMIUM_FLAGS }),
  firefox: (dist) => startFirefox({ dist, preferences: FIREFOX_PREFERENCES }),
};

for (const name of Object.keys(START)) {
  test(`an update in place migrates everything and prompts nobody twice (${name})`, { timeout: 120_000 }, () => update(name));
}

async function update(name) {
  const updated = allowed(name, HOSTS);
  const { dist, remove } = allowed(name, HOSTS);
  let browser;
  try {
    makeEarlier(dist);
    const started = await START[name](dist);
    browser = started.browser;
    const earlier = new Session(started);
    assert.equal(await version(earlier), '0.0.1');
    const before = livedIn();
    await earlier.inExtension((it) => chrome.storage.local.set(it), before);
    assert.equal((await earlier.stored()).schema, 1);
    assert.deepEqual(await earlier.inExtension(() => chrome.alarms.getAll()), []);

    rmSync(dist, { recursive: true });
    cpSync(updated.dist, dist, { recursive: true });
    // Loading the folder again is how a package that lies unpacked is updated.
    assert.equal(await browser.installExtension(dist), started.id);
    const session = new Session(started);
    assert.equal(await version(session), BUILT);

    const stored = await until(async () => {
      const now = await session.stored();
      // Records follow one after the other.
      const current = records(before).every((key) => now[key]?.version === 2);
      return now.schema === 2 && 'index' in now && current && now;
    }, { what: 'the data is migrated' });
    checkRecords(before, stored);
    await checkAlarms(session, before);
    await checkScripts(session);

    await session.command({ kind: 'reconcile' });
    await session.command({ kind: 'reconcile' });
    assert.deepEqual(await notices(session), []);
    const prompts = (await session.interviews()).flatMap((it) => it.prompts.map(({ stage }) => [it.id, stage]));
    assert.deepEqual(prompts, [['asked', 'ask']]);
    assert.equal(await session.badge(), '1');
    assert.deepEqual(session.console.heard, []);
  } finally {
    await browser?.close();
    remove();
    updated.remove();
  }
}

const version = (session) => session.inExtension(() => chrome.runtime.getManifest().version);

/** What is to be migrated: all but the number of the schema and what was set aside. */
function records(before) {
  return Object.keys(before).filter((it) => it !== 'schema' && !it.startsWith('quarantine:'));
}

/** Each record is in the current shape, and says what it said. */
function checkRecords(before, stored) {
  const quarantined = 'quarantine:interview:broken';
  assert.deepEqual(stored[quarantined], before[quarantined]);
  for (const [key, record] of Object.entries(before)) {
    if (key === 'schema' || key === quarantined) continue;
    assert.equal(stored[key].version, 2, key);
    if (key.startsWith('interview:')) {
      const people = ({ data }) => data.people.map(({ name, status, specific, history }) => ({ name, status, specific, history }));
      assert.deepEqual(people(stored[key]), people(record), key);
    }
  }
  assert.deepEqual(stored.calendar_pages.data, { codes: ['google'] });
  assert.deepEqual(stored.companion.data, { codes: ['gmail', 'proton'] });
  assert.deepEqual(stored.profile.data.emails, before.profile.data.emails);
  assert.equal(stored['source:00000000000000aa'].data.address, 'https://calendar.example/private.ics');
  assert.deepEqual(stored.index.data.open.toSorted(), ['asked', 'doubtful']);
}

/** The next alarm is for the question about the other interview, a quarter of an hour after it. */
async function checkAlarms(session, before) {
  const alarms = await until(async () => {
    const all = await session.inExtension(() => chrome.alarms.getAll());
    return all.length === 2 && all;
  }, { what: 'the alarms are set' });
  const when = Object.fromEntries(alarms.map((it) => [it.name, it]));
  assert.equal(when.safety.periodInMinutes, 15);
  assert.equal(when.next.scheduledTime, before['interview:doubtful'].data.endMs + 15 * MINUTE);
}

/** The scripts of the sites that were switched on are registered for them. */
async function checkScripts(session) {
  const scripts = await until(async () => {
    const all = await session.inExtension(() => chrome.scripting.getRegisteredContentScripts());
    return all.length > 0 && all;
  }, { what: 'the scripts are registered' });
  const matches = scripts.flatMap((it) => it.matches);
  for (const host of HOSTS) {
    assert.ok(matches.some((it) => it.includes(host)), `${host} in ${matches}`);
  }
}
