// *Scan this page*: what pages and mails say about events is shown, and nothing is stored before the
// user keeps it. No host permission is given: the browser lets the extension in by the toolbar button.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fillProfile, press, shown, textOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE } from '../../scripts/run/sample_calendar.mjs';
import { popupOver, said } from './support/popup_over.mjs';
import { Session } from './support/session.mjs';
import { Sites } from './support/sites.mjs';

const DAY = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
const slot = (name) => `main [data-slot="${name}"]`;

const calendar = (uid, summary, time, host = 'Ines Marlowe:mailto:ines.marlowe@quillworks.example') => `BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:${uid}
DTSTART:${DAY.replaceAll('-', '')}T${time}Z
DURATION:PT1H
SUMMARY:${summary}
ORGANIZER;CN=${host}
ATTENDEE;CN=Jordan Avery:mailto:jordan.avery@example.com
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n');

/** Addresses that were asked for. */
const asked = [];

function site(host, path, search) {
  asked.push(`${host}${path}`);
  if (host === 'elsewhere.example') {
    return { type: 'text/calendar', body: calendar('elsewhere', 'Interview with Elsewhere', '120000') };
  }
  if (path === '/empty') return { type: 'text/html', body: '<title>Empty</title><p>Interview with nobody.' };
  if (path === '/endless') {
    return (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write('<title>Endless</title><p>Interview with nobody.');
    };
  }
  if (path === '/away.ics') {
    return { type: 'text/plain', body: '', status: 302, headers: { location: 'https://elsewhere.example/invite.ics' } };
  }
  if (search.includes('_part=2')) {
    return { type: 'text/calendar', body: calendar('q-1', 'Interview: Designer, Quillworks', '140000') };
  }
  const inside = encodeURIComponent(calendar('b-2', 'Interview with Brightloom: Head of Design', '160000',
    'Noor Adeyemi:mailto:noor.adeyemi@brightloom.example'));
  try {
    const html = readFileSync(new URL(`fixtures/pages${path}`, import.meta.url), 'utf8');
    return { type: 'text/html', body: html.replaceAll('{{day}}', DAY).replaceAll('{{inside}}', inside) };
  } catch {
    return undefined;
  }
}

for (const browser of ['chromium', 'firefox']) {
  test(`a page is scanned, shown and kept (${browser})`, { timeout: 120_000 }, async (t) => {
    const sites = await Sites.start(site);
    const session = await Session.start(browser, sites.options());
    try {
      await fillProfile(await session.openPage('options.html'), SAMPLE_PROFILE);
      await t.test('a confirmation in JSON-LD', () => confirmation(session));
      await t.test('microdata, beside an event that is none', () => microdata(session));
      await t.test('invitations in a mail', () => mail(session));
      await t.test('a page that says nothing', () => nothing(session));
      // Firefox tells its driver nothing of a page that is still being loaded.
      if (browser === 'chromium') await t.test('a page that never ends', () => endless(session));
    } finally {
      await session.close();
      sites.close();
    }
  });
}

async function confirmation(session) {
  // Opens the page that looks into the storage; later it would close the popup.
  await session.interviews();
  const popup = await scanned(session, 'https://jobs.example/reservation.html', /Likely interviews: 1/);
  const found = await textOf(popup, slot('found'));
  assert.match(found, /Interview: Senior Engineer at Kettlefish/);
  assert.match(found, /Priya Shah/);
  assert.match(found, /Tom Kovač/);
  assert.doesNotMatch(found, /Jordan/);
  assert.deepEqual(await session.interviews(), [], 'nothing is stored by looking');
  await press(popup, slot('keep'));
  await said(popup, /Kept: 1 new/);
  const [kept] = await session.interviews();
  assert.equal(kept.employer, 'Kettlefish');
  assert.equal(kept.startMs, Date.parse(`${DAY}T15:00:00+01:00`));
  assert.equal(kept.meetingLink, 'https://meet.example/kf-4711');
  assert.deepEqual(kept.people.map((it) => it.email).sort(), [
    'priya.shah@kettlefish.example', 'tom.kovac@kettlefish.example',
  ]);
  // The same page again changes nothing.
  const again = await scanned(session, 'https://jobs.example/reservation.html', /Likely interviews: 1/);
  await press(again, slot('keep'));
  await said(again, /Kept: 0 new, 0 updated, 1 unchanged/);
}

async function microdata(session) {
  const popup = await scanned(session, 'https://portal.example/microdata.html', /Likely interviews: 1/);
  const found = await textOf(popup, slot('found'));
  assert.match(found, /Plumtree House, Orchard Lane 4, Northby/);
  assert.match(found, /Mara Lindqvist/);
  assert.match(await textOf(popup, slot('other-rows')), /Open-air concert/);
  await press(popup, slot('keep'));
  await said(popup, /Kept: 1 new/);
  const kept = (await session.interviews()).find((it) => /Plumtree/.test(it.title));
  assert.equal(kept.endMs - kept.startMs, 45 * 60_000);
  assert.equal((await session.interviews()).length, 2, 'the concert is not kept');
}

async function mail(session) {
  asked.length = 0;
  const popup = await scanned(session, 'https://mail.portal.example/mail.html', /Likely interviews: 2/);
  const found = await textOf(popup, slot('found'));
  assert.match(found, /Interview: Designer, Quillworks/);
  assert.match(found, /Head of Design/);
  assert.doesNotMatch(found, /Elsewhere/);
  assert.ok(!asked.some((it) => it.startsWith('elsewhere.example')), 'another origin is not asked');
  await popup.$eval(`${slot('found')} input`, (it) => it.click());
  await press(popup, slot('keep'));
  await said(popup, /Kept: 1 new/);
  assert.equal((await session.interviews()).length, 3, 'what is not ticked is not kept');
}

async function nothing(session) {
  const popup = await scanned(session, 'https://jobs.example/empty', /Nothing that jobs\.example says/);
  assert.equal(await popup.$(`${slot('keep')}:not([hidden])`), null);
}

/** The browser lets no script in before the page is loaded. */
async function endless(session) {
  const page = await session.browser.newPage();
  page.goto('https://jobs.example/endless').catch(() => {});
  await until(() => page.url().endsWith('/endless'), { what: 'the page has begun' });
  const popup = await popupOver(session, page);
  await press(popup, '#scan');
  await until(async () => /cannot be read/.test(await textOf(popup, slot('state'))), { what: 'it is said that the page does not answer' });
  await page.close();
}

async function scanned(session, address, state) {
  const page = await session.browser.newPage();
  await page.goto(address);
  const popup = await popupOver(session, page);
  await press(popup, '#scan');
  await shown(popup, slot('state'));
  await until(async () => state.test(await textOf(popup, slot('state'))), {
    what: `${address} gives ${state}: ${await textOf(popup, slot('state'))}`,
  });
  return popup;
}
