// A real webmail: Roundcube with Dovecot behind it and an SMTP server that keeps what arrives. The
// note goes in by link and by *Insert here*, is sent by Roundcube's own button, and what arrives is
// what was reviewed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { press, shown, textOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE } from '../../scripts/run/sample_calendar.mjs';
import { atList } from './roundcube/list.mjs';
import { paragraphs, read } from './roundcube/message.mjs';
import { Webmail } from './roundcube/server.mjs';
import { popupOver, said } from './support/popup_over.mjs';
import { scenario } from './support/rows.mjs';
import { Session } from './support/session.mjs';
import { atDraft, insert, lines, newDraft, statusOf, TO } from './webmail/drafts.mjs';

for (const browser of ['chromium', 'firefox']) {
  test(`notes are sent with Roundcube (${browser})`, { timeout: 240_000 }, async (t) => {
    const webmail = await Webmail.start();
    const session = await Session.start(browser, {});
    const run = (name, body) => scenario(t, { provider: 'roundcube', browser, scenario: name }, () => body(session, webmail));
    try {
      webmail.receive(INVITATION);
      await webmail.signIn(session);
      await run('an invitation with its file is read on demand', invitation);
      await run('by link, sent', byLink);
      await run('insert into the plain editor, sent', (...it) => inserted(...it, false));
      await run('insert into the HTML editor, sent', (...it) => inserted(...it, true));
      await run('a second note is stopped with an explanation', second);
    } finally {
      await session.close();
      await webmail.close();
    }
  });
}

const DAY = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
const INVITATION = `From: Ines Marlowe <ines.marlowe@quillworks.example>
To: jordan.avery@example.com
Subject: Interview: Designer, Quillworks
Date: Mon, 23 Nov 2026 10:00:00 +0000
Message-ID: <invitation@quillworks.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=UTF-8

Please find the invitation attached.
--b
Content-Type: text/calendar; charset=UTF-8; method=REQUEST; name="invite.ics"
Content-Disposition: attachment; filename="invite.ics"

BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:q-1
DTSTART:${DAY}T140000Z
DURATION:PT1H
SUMMARY:Interview: Designer, Quillworks
ORGANIZER;CN=Ines Marlowe:mailto:ines.marlowe@quillworks.example
ATTENDEE;CN=Jordan Avery:mailto:jordan.avery@example.com
END:VEVENT
END:VCALENDAR
--b--
`.replaceAll('\n', '\r\n');

/** Roundcube's own list of attachments leads to the file. Nothing is stored by looking. */
async function invitation(session, webmail) {
  await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
  const page = await session.browser.newPage();
  await page.goto(`${webmail.url}?_task=mail&_mbox=INBOX&_uid=1&_action=show`, { waitUntil: 'domcontentloaded' });
  await shown(page, '#attachment-list a.filename, #attachment-list li a');
  const popup = await popupOver(session, page);
  await press(popup, '#scan');
  await until(async () => /Likely interviews: 1/.test(await textOf(popup, 'main [data-slot="state"]')), { what: 'the invitation is found' });
  assert.match(await textOf(popup, 'main [data-slot="found"]'), /Designer, Quillworks/);
  assert.deepEqual(await session.interviews(), []);
  await page.close();
}

async function sent(webmail, page) {
  const before = webmail.arrived.length;
  await page.bringToFront();
  await page.$eval('a.send, button.send', (it) => it.click());
  const message = await read(await until(() => webmail.arrived[before], { within: 20_000, what: 'the message arrives' }));
  await atList(page);
  assert.deepEqual([message.envelope, message.to, message.others], [[TO], [TO], []]);
  return message;
}

async function byLink(session, webmail) {
  const draft = await newDraft(session, { provider: 'roundcube', place: webmail.url });
  const anywhere = await session.browser.newPage();
  await anywhere.goto(webmail.url, { waitUntil: 'domcontentloaded' });
  const { popup, subject, body } = await atDraft(session, anywhere, draft);
  const opened = session.browser.waitForTarget((it) => it.url().includes('_action=compose'), { timeout: 20_000 });
  await press(popup, 'main [data-slot="open"]');
  const page = await (await opened).page();
  await shown(page, '#composebody');
  await until(async () => (await statusOf(session, draft)) === 'opened');
  const message = await sent(webmail, page);
  assert.deepEqual([message.subject, message.text, message.html], [subject, body, '']);
  assert.equal(await statusOf(session, draft), 'opened', 'what is sent elsewhere is not known to be sent');
  await page.close();
  await anywhere.close();
}

async function inserted(session, webmail, html) {
  const draft = await newDraft(session, { provider: 'roundcube', place: webmail.url });
  const page = await session.browser.newPage();
  page.on('dialog', (it) => it.accept().catch(() => {}));
  await page.goto(`${webmail.url}?_task=mail&_action=compose`, { waitUntil: 'domcontentloaded' });
  await shown(page, '#composebody');
  await until(() => page.evaluate(() => window.rcmail?.env?.compose_id && !window.rcmail.busy));
  if (html) {
    await page.evaluate(() => window.rcmail.command('toggle-editor', { id: 'composebody', html: true }));
    await until(() => page.evaluate(() => window.tinymce?.get('composebody')?.initialized === true), { within: 20_000, what: 'TinyMCE is there' });
  }
  const { popup, subject, body } = await insert(session, page, draft);
  await said(popup, /is in the message/);
  const text = html
    ? await page.evaluate(() => window.tinymce.get('composebody').getContent({ format: 'text' }))
    : await page.$eval('#composebody', (it) => it.value);
  assert.deepEqual(lines(text), lines(body));
  const message = await sent(webmail, page);
  assert.equal(message.subject, subject);
  assert.equal(message.text, body);
  if (html) assert.deepEqual(await paragraphs(page, message.html), body.split('\n\n'));
  else assert.equal(message.html, '');
  // The popup has closed when the page came to the front.
  const again = await session.openPage(`popup.html#interview:${draft.interview}/${draft.person}`);
  await press(again, 'main [data-slot="sent"]');
  await until(async () => (await statusOf(session, draft)) === 'sent');
  await again.close();
  await page.close();
}

async function second(session) {
  const { interview, person } = await newDraft(session);
  await session.command({ kind: 'markSent', interview, person });
  const popup = await session.openPage(`popup.html#interview:${interview}/${person}`);
  await shown(popup, 'main [data-slot="undo"]');
  assert.equal(await popup.$('#body'), null, 'there is no letter to be sent by accident');
  assert.match(await textOf(popup, 'main [data-slot="second-text"]'), /Priya/);
  await popup.close();
}
