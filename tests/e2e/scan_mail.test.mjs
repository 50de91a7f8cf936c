// *Scan this page* over an invitation in Gmail and in Outlook: the card that the webmail shows is read,
// in several languages, and the calendar file beside it says more. Nothing is kept unasked.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fillProfile, press, shown, textOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE } from '../../scripts/run/sample_calendar.mjs';
import { popupOver, said } from './support/popup_over.mjs';
import { scenario } from './support/rows.mjs';
import { Session } from './support/session.mjs';
import { Sites } from './support/sites.mjs';

const DAY = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
const slot = (name) => `main [data-slot="${name}"]`;
const TITLE = 'Interview: Staff Engineer at Kettlefish';
const GMAIL = 'https://mail.google.com/mail/u/0/';
const OUTLOOK = 'https://outlook.cloud.microsoft/mail/inbox/id/1';

/** The day as a browser writes it, and two hours of it on the reader's clock. */
const written = (language, options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }) =>
  new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(DAY));

const GMAIL_WORDS = {
  'en-US': { labels: ['When', 'Where', 'Who'], prefix: 'Invitation', times: '3pm – 4pm' },
  de: { labels: ['Wann', 'Wo', 'Wer'], prefix: 'Einladung', times: '15:00 – 16:00' },
  fr: { labels: ['Quand', 'Où', 'Qui'], prefix: 'Invitation', times: '15:00 – 16:00' },
  ja: { labels: ['日時', '場所', '参加者'], prefix: '招待', times: '15:00～16:00' },
};

/** What the site shows next. */
let page = {};

function gmail(language, { file = false } = {}) {
  const { labels: [when_label, where_label, who_label], prefix, times } = GMAIL_WORDS[language];
  const when = `${written(language)} ${times}`;
  const attachment = file
    ? `<span download_url="text/calendar:invite.ics:${GMAIL}?view=att&amp;th=1">invite.ics</span>` : '';
  page = { mail: 'gmail', language, when_label, where_label, who_label, when, attachment, subject: `${prefix}: ${TITLE} @ ${when} (jordan.avery@example.com)` };
}

const ICON_CARD = (time) => `<div role="region"><div><i data-icon-name="ClockRegular"></i></div><div>${time}</div>
  <div><span><i data-icon-name="LocationRegular"></i></span><span>Orchard Lane 4, Northby</span></div></div>`;

function outlook(language, { words = false } = {}) {
  const time = `${written(language, { weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric' })} ${language === 'en-US' ? '3:00 PM - 4:00 PM' : '15:00 - 16:00'}`;
  const long = `${written(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })} 3:00 PM-4:00 PM`;
  page = {
    mail: 'outlook', language, subject: words ? `FW: ${TITLE}` : TITLE, card: words ? '' : ICON_CARD(time),
    text: words ? `<p>When: ${long}<br>Where: Orchard Lane 4, Northby<br>Organizer: Priya Shah</p><p>*~*~*~*~*~*~*~*~*~*</p>` : '',
  };
}

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:kettlefish-1@example.com
DTSTART:${DAY.replaceAll('-', '')}T150000
DURATION:PT1H
SUMMARY:${TITLE}
ORGANIZER;CN=Priya Shah:mailto:priya.shah@kettlefish.example
ATTENDEE;CN=Tom Kovač:mailto:tom.kovac@kettlefish.example
ATTENDEE;CN=Jordan Avery:mailto:jordan.avery@example.com
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n');

function site(host, path, search) {
  if (host === 'mail.google.com' && search?.includes('view=att')) return { type: 'text/calendar', body: CALENDAR };
  if (!['mail.google.com', 'outlook.cloud.microsoft'].includes(host) || path === '/favicon.ico') return undefined;
  const html = readFileSync(new URL(`fixtures/mails/${page.mail}.html`, import.meta.url), 'utf8');
  return { type: 'text/html; charset=utf-8', body: html.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => page[name] ?? '') };
}

for (const browser of ['chromium', 'firefox']) {
  test(`invitations in webmail are read (${browser})`, { timeout: 120_000 }, async (t) => {
    const sites = await Sites.start(site);
    const session = await Session.start(browser, sites.options());
    const run = (provider, name, body) => scenario(t, { provider, browser, scenario: name }, body);
    try {
      await fillProfile(await session.openPage('options.html'), SAMPLE_PROFILE);
      // Opens the page that looks into the storage; later it would close the popup.
      await session.interviews();
      for (const language of Object.keys(GMAIL_WORDS)) {
        await run('gmail', `an invitation's card is read (${language})`, () => card(session, GMAIL, () => gmail(language), ['priya.shah@kettlefish.example', null]));
      }
      await run('gmail', 'the invitation beside its calendar file', () => card(session, GMAIL, () => gmail('en-US', { file: true }), ['priya.shah@kettlefish.example', 'tom.kovac@kettlefish.example']));
      for (const language of ['en-US', 'fr', 'de']) {
        await run('outlook', `an invitation's card is read (${language})`, () => card(session, OUTLOOK, () => outlook(language), ['priya.shah@kettlefish.example']));
      }
      await run('outlook', 'an invitation in words that was passed on', () => card(session, OUTLOOK, () => outlook('en-US', { words: true }), ['priya.shah@kettlefish.example']));
      await run('gmail', 'a mail that only speaks of a time', () => nothing(session));
    } finally {
      await session.close();
      sites.close();
    }
  });
}

async function card(session, address, show, emails) {
  for (const it of await session.interviews()) await session.command({ kind: 'delete', interview: it.id });
  show();
  const { popup, opened } = await scanned(session, address, /Likely interviews: 1/);
  assert.match(await textOf(popup, slot('found')), /Staff Engineer at Kettlefish/);
  assert.deepEqual(await session.interviews(), [], 'nothing is stored by looking');
  await press(popup, slot('keep'));
  await said(popup, /Kept: 1 new/);
  const [kept] = await session.interviews();
  assert.equal(kept.title, TITLE);
  assert.equal(kept.startMs, new Date(`${DAY}T15:00`).getTime());
  assert.equal(kept.endMs - kept.startMs, 60 * 60_000);
  assert.deepEqual(kept.people.map((it) => it.email ?? null).sort(), [...emails].sort());
  await opened.close();
}

async function nothing(session) {
  gmail('en-US');
  page.when_label = `When we met on ${written('en-US')} at 3pm, I said`;
  const { opened } = await scanned(session, GMAIL, /Nothing that mail\.google\.com says/);
  await opened.close();
}

async function scanned(session, address, state) {
  const opened = await session.browser.newPage();
  await opened.goto(address);
  const popup = await popupOver(session, opened);
  await press(popup, '#scan');
  await shown(popup, slot('state'));
  await until(async () => state.test(await textOf(popup, slot('state'))), {
    what: `${address} gives ${state}: ${await textOf(popup, slot('state'))}`,
  });
  return { popup, opened };
}
