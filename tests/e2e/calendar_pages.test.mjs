// Calendar pages at their true addresses: scanned on request without any permission, and read by
// themselves where the user switched that on.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { press, pressReally, shown, textOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { popupOver, said } from './support/popup_over.mjs';
import { Session } from './support/session.mjs';
import { Sites } from './support/sites.mjs';

const slot = (name) => `main [data-slot="${name}"]`;
const START = new Date(Date.now() + 2 * 86_400_000);
START.setHours(15, 0, 0, 0);
const [YEAR, MONTH, DATE] = [START.getFullYear(), START.getMonth() + 1, START.getDate()];
const DAY = `${YEAR}-${String(MONTH).padStart(2, '0')}-${String(DATE).padStart(2, '0')}`;
const KEY = ((YEAR - 1970) << 9) | (MONTH << 5) | DATE;
const TITLE = 'Interview: Kettlefish, 2nd round, 10am slot';
const date = (language, options) => new Intl.DateTimeFormat(language, options).format(START);
const long = (language) => date(language, { day: 'numeric', month: 'long', year: 'numeric' });

const LABELS = {
  en: `3:00 PM to 4:00 PM, ${TITLE}, Jordan Avery, No location, ${long('en')}`,
  de: `15:00 bis 16:00, ${TITLE}, Jordan Avery, Kein Ort, ${long('de')}`,
  ja: `15時00分 〜 16時00分、${TITLE}、Jordan Avery、${long('ja')}`,
};
const OUTLOOK = `Second interview, Quillworks, Inc., 15:00 to 16:00, ${date('en', { dateStyle: 'full' })}, By Ines Marlowe, Tentative`;

function site(host, path, search) {
  const language = search.slice(1) || 'en';
  const google = { id: btoa(`k1${language} jordan.avery@example.com`).replaceAll('=', ''), key: KEY, label: LABELS[language], title: TITLE, short: '3 – 4pm' };
  const outlook = { day: DAY, label: OUTLOOK, title: 'Second interview, Quillworks, Inc.', short: '15:00 to 16:00' };
  const [name, values] = host === 'calendar.google.com' ? ['google', google] : ['outlook', outlook];
  if (!path.startsWith('/calendar')) return undefined;
  const html = readFileSync(new URL(`fixtures/calendars/${name}.html`, import.meta.url), 'utf8');
  return { type: 'text/html', body: html.replaceAll(/{{(\w+)}}/g, (_, key) => ({ ...values, language })[key]) };
}

for (const browser of ['chromium', 'firefox']) {
  test(`calendar pages are scanned on request (${browser})`, { timeout: 120_000 }, async (t) => {
    await inSession(browser, undefined, async (session) => {
      await session.interviews();
      for (const language of Object.keys(LABELS)) {
        await t.test(`Google Calendar, ${language}`, () => scanned(session, language));
      }
      await t.test('opening an event adds its guests', () => opened(session));
      await t.test('Outlook on the web', () => outlook(session));
    });
  });

  test(`a calendar page is read by itself once that is switched on (${browser})`, { timeout: 120_000 }, async () => {
    // The browser's own question cannot be answered from here: the permission is given beforehand.
    const granted = withPermission(browser);
    try {
      await inSession(browser, granted, watched);
    } finally {
      rmSync(granted, { recursive: true });
    }
  });
}

async function inSession(browser, dist, body) {
  const sites = await Sites.start(site);
  const session = await Session.start(browser, { ...sites.options(), dist });
  try {
    await body(session);
  } finally {
    await session.close();
    sites.close();
  }
}

function withPermission(browser) {
  const folder = mkdtempSync(join(tmpdir(), 'afternote-granted-'));
  cpSync(`dist/${browser === 'chromium' ? 'chrome' : 'firefox'}`, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file));
  manifest.host_permissions = ['https://calendar.google.com/*'];
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

async function scanned(session, language) {
  const page = await session.browser.newPage();
  await page.goto(`https://calendar.google.com/calendar/u/0/r/week?${language}`);
  const popup = await scan(session, page);
  assert.match(await textOf(popup, slot('found')), new RegExp(TITLE));
  await press(popup, slot('keep'));
  await said(popup, language === 'en' ? /Kept: 1 new/ : /Kept: 0 new/);
  const [kept] = await session.interviews();
  assert.deepEqual([kept.title, kept.startMs], [TITLE, START.getTime()]);
  assert.deepEqual(kept.events.map((it) => it.uid)[0], 'k1en@google.com');
  await page.close();
}

async function opened(session) {
  const page = await session.browser.newPage();
  await page.goto('https://calendar.google.com/calendar/u/0/r/week?en');
  await page.evaluate(() => window.openDetails());
  const popup = await scan(session, page);
  assert.match(await textOf(popup, slot('found')), /Priya Shah/);
  await press(popup, slot('keep'));
  await said(popup, /Kept: 0 new, 1 updated/);
  const [kept] = await session.interviews();
  assert.ok(kept.people.some((it) => it.email === 'priya.shah@kettlefish.example'));
  assert.equal(kept.location, 'Mill Lane 1');
  await page.close();
}

async function outlook(session) {
  const page = await session.browser.newPage();
  await page.goto('https://outlook.office.com/calendar/view/week');
  const popup = await scan(session, page);
  assert.match(await textOf(popup, slot('found')), /Second interview, Quillworks, Inc\./);
  assert.match(await textOf(popup, slot('other-rows')), /Team lunch/);
  await press(popup, slot('keep'));
  await said(popup, /Kept: 1 new/);
  const kept = (await session.interviews()).find((it) => /Quillworks/.test(it.title));
  assert.deepEqual([kept.startMs, kept.location], [START.getTime(), 'Room 4']);
  assert.ok(kept.people.some((it) => it.name === 'Ines Marlowe'));
  await page.close();
}

async function scan(session, page) {
  const popup = await popupOver(session, page);
  await press(popup, '#scan');
  await shown(popup, slot('state'));
  await until(async () => /Likely interviews: 1/.test(await textOf(popup, slot('state'))));
  return popup;
}

async function watched(session) {
  await session.interviews();
  const registered = () => session.inExtension(async () => (await chrome.scripting.getRegisteredContentScripts()).map((it) => it.id));
  assert.deepEqual(await registered(), [], 'a permission alone switches nothing on');
  const before = await session.browser.newPage();
  await before.goto('https://calendar.google.com/calendar/u/0/r/week?en');
  await before.close();
  assert.deepEqual(await session.interviews(), []);

  const options = await session.openPage('options.html');
  await options.bringToFront();
  await pressReally(options, '#calendar-pages [data-slot="google"]');
  await until(async () => (await registered()).some((it) => it.startsWith('calendar-google ')), { what: 'the script is registered' });
  const page = await session.browser.newPage();
  await page.goto('https://calendar.google.com/calendar/u/0/r/week?en');
  const kept = await until(async () => (await session.interviews())[0], { what: 'the interview is kept' });
  assert.equal(kept.title, TITLE);
  assert.equal(kept.answer ?? null, null, 'nobody has confirmed it');

  await page.evaluate(() => window.openDetails());
  await until(async () => (await session.interviews())[0].people.some((it) => it.name === 'Priya Shah'), {
    what: 'the guests of an event that was opened are added',
  });

  await press(options, '#calendar-pages [data-slot="google"]');
  await until(async () => (await registered()).length === 0, { what: 'the script is taken back' });
}
