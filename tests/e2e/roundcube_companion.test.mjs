// The companion in a real webmail: Roundcube offers the draft in its compose window, the note is sent
// by Roundcube's own button, arrives, and counts as sent because Roundcube showed it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { press, pressReally, shown } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { atList } from './roundcube/list.mjs';
import { paragraphs, read } from './roundcube/message.mjs';
import { Webmail } from './roundcube/server.mjs';
import { allowed } from './support/allowed.mjs';
import { chipSays, chipShown, pressChip } from './support/chip.mjs';
import { Heard } from './support/heard.mjs';
import { scenario } from './support/rows.mjs';
import { Session } from './support/session.mjs';
import { atDraft, lines, newDraft, personOf, statusOf, TO } from './webmail/drafts.mjs';

for (const browser of ['chromium', 'firefox']) {
  test(`the companion in Roundcube (${browser})`, { timeout: 240_000 }, async (t) => {
    const webmail = await Webmail.start();
    const granted = allowed(browser, ['http://127.0.0.1/*']);
    const session = await Session.start(browser, { dist: granted.dist });
    const run = (name, body) => scenario(t, { provider: 'roundcube', browser, scenario: name }, () => body(session, webmail));
    try {
      await webmail.signIn(session);
      await fresh(session, webmail);
      await switchOn(session);
      const heard = await Heard.start(session);
      await run('the companion inserts into the plain editor and sees it sent', (...it) => inserted(...it, false));
      await run('a second note is warned of in the compose window', second);
      await run('no word about others', (...it) => stranger(...it, heard));
      await run('the companion inserts into the HTML editor and sees it sent', (...it) => inserted(...it, true));
      await run('opened by link, the companion sees it sent', byLink);
      await run('a draft that is saved is not sent', saved);
      await run('stopped by a question, saved and left is not sent', (...it) => stopped(...it, save));
      await run('stopped by a question, saved by itself and left is not sent', (...it) => stopped(...it, autosave));
    } finally {
      await session.close();
      await webmail.close();
      granted.remove();
    }
  });
}

async function fresh(session, webmail) {
  for (const it of await session.interviews()) await session.command({ kind: 'delete', interview: it.id });
  return newDraft(session, { provider: 'roundcube', place: webmail.url });
}

async function switchOn(session) {
  const registered = () => session.inExtension(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
  const options = await session.openPage('options.html');
  await options.bringToFront();
  await pressReally(options, '#companion [data-slot="own"]');
  await until(async () => (await registered()) === 1, { what: 'it is switched on' });
  await options.close();
}

async function compose(session, webmail, to) {
  const page = await session.browser.newPage();
  page.on('dialog', (it) => it.accept().catch(() => {}));
  await page.goto(`${webmail.url}?_task=mail&_action=compose&_to=${encodeURIComponent(to)}`, { waitUntil: 'domcontentloaded' });
  await shown(page, '#composebody');
  await until(() => page.evaluate(() => window.rcmail?.env?.compose_id && !window.rcmail.busy));
  await page.bringToFront();
  return page;
}

/** Sends by Roundcube's own button; what arrives is the note, exactly. */
async function send(session, webmail, page, draft, html = false) {
  const { subject, body } = await noteOf(session, draft);
  const before = webmail.arrived.length;
  await page.bringToFront();
  await (await page.$('a.send, button.send')).click();
  const message = await read(await until(() => webmail.arrived[before], { within: 20_000, what: 'the message arrives' }));
  assert.deepEqual([message.envelope, message.to, message.others], [[TO], [TO], []]);
  assert.deepEqual([message.subject, message.text], [subject, body]);
  return html ? message.html : assert.equal(message.html, '');
}

async function noteOf(session, draft) {
  return (await personOf(session, draft)).note;
}

async function changes(session, draft) {
  return (await personOf(session, draft)).history;
}

async function seen(session, draft) {
  await until(async () => (await statusOf(session, draft)) === 'sent', { what: 'it counts as sent' });
  assert.equal((await changes(session, draft)).at(-1).by, 'roundcube');
}

async function inserted(session, webmail, html) {
  const draft = await fresh(session, webmail);
  const page = await compose(session, webmail, TO);
  if (html) {
    await page.evaluate(() => window.rcmail.command('toggle-editor', { id: 'composebody', html: true }));
    await until(() => page.evaluate(() => window.tinymce?.get('composebody')?.initialized === true), { within: 20_000, what: 'TinyMCE is there' });
  }
  await putIn(session, page, draft);
  const { body } = await noteOf(session, draft);
  const text = html
    ? await page.evaluate(() => window.tinymce.get('composebody').getContent({ format: 'text' }))
    : await page.$eval('#composebody', (it) => it.value);
  assert.deepEqual(lines(text), lines(body));
  const markup = await send(session, webmail, page, draft, html);
  await seen(session, draft);
  await atList(page);
  if (html) assert.deepEqual(await paragraphs(page, markup), body.split('\n\n'));
  await page.close();
}

async function putIn(session, page, draft) {
  await chipSays(session, page, /note to Priya is ready/);
  await pressChip(page, 0);
  await until(async () => (await statusOf(session, draft)) === 'opened', { what: 'it is in' });
}

async function second(session, webmail) {
  const page = await compose(session, webmail, TO);
  await chipSays(session, page, /You thanked Priya on/);
  await page.close();
}

async function stranger(session, webmail, heard) {
  const page = await compose(session, webmail, 'somebody@else.example');
  await heard.looked('somebody@else.example', () => page.type('#compose-subject', 'Lunch?'));
  assert.equal(await chipShown(page), false);
  await page.close();
}

async function byLink(session, webmail) {
  const draft = await fresh(session, webmail);
  const anywhere = await session.browser.newPage();
  await anywhere.goto(webmail.url, { waitUntil: 'domcontentloaded' });
  const { popup } = await atDraft(session, anywhere, draft);
  const opened = session.browser.waitForTarget((it) => it.url().includes('_action=compose'), { timeout: 20_000 });
  await press(popup, 'main [data-slot="open"]');
  const page = await (await opened).page();
  await shown(page, '#composebody');
  await until(async () => (await statusOf(session, draft)) === 'opened');
  await until(() => page.evaluate(() => window.rcmail?.env?.compose_id && !window.rcmail.busy));
  // The companion has to have looked at the window once; it waits where nobody looks.
  await page.bringToFront();
  await chipSays(session, page, /Priya/);
  await send(session, webmail, page, draft);
  await seen(session, draft);
  await atList(page);
  await page.close();
  await anywhere.close();
}

async function saved(session, webmail) {
  const draft = await fresh(session, webmail);
  const page = await compose(session, webmail, TO);
  await putIn(session, page, draft);
  await save(page);
  await leave(session, webmail, page);
  await notSent(session, draft);
  await page.close();
}

/** Roundcube asks for a subject, the user thinks better of it, saves, and goes away. */
async function stopped(session, webmail, keep) {
  const draft = await fresh(session, webmail);
  const page = await compose(session, webmail, TO);
  await putIn(session, page, draft);
  const { body } = await noteOf(session, draft);
  await page.$eval('#compose-subject', (it) => { it.value = ''; });
  await page.bringToFront();
  await (await page.$('a.send, button.send')).click();
  await shown(page, '.ui-dialog .cancel, .ui-dialog .discard');
  await (await page.$('.ui-dialog .cancel, .ui-dialog .discard')).click();
  await until(async () => !(await page.$('.ui-dialog')), { what: 'the question is gone' });
  assert.equal(await page.$eval('#composebody', (it) => it.value.trim()), body);
  await keep(page);
  await leave(session, webmail, page);
  await notSent(session, draft);
  await page.close();
}

/** Comes back when Roundcube says that the draft is saved. */
async function save(page) {
  await (await page.$('a.save.draft')).click();
  await shown(page, '#messagestack .confirmation');
}

/** The same without a click, as Roundcube does after some minutes. */
async function autosave(page) {
  await page.evaluate(() => window.rcmail.command('savedraft'));
  await shown(page, '#messagestack .confirmation');
}

/** Goes to the inbox, which tells the script that the page is left. */
async function leave(session, webmail, page) {
  await page.goto(webmail.url, { waitUntil: 'domcontentloaded' });
}

/** What the old page told is carried out by now: commands are, one after the other. */
async function notSent(session, draft) {
  await session.command({ kind: 'saveProfile', profile: { ...(await session.stored()).profile.data } });
  assert.equal(await statusOf(session, draft), 'opened');
  assert.equal((await changes(session, draft)).some((it) => it.to === 'sent'), false);
}
