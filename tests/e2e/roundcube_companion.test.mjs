// The companion in a real webmail: Roundcube offers the draft in its compose window, the note is sent
// by Roundcube's own button, arrives, and counts as sent because Roundcube showed it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { press, shown } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { Webmail } from './roundcube/server.mjs';
import { allowed } from './support/allowed.mjs';
import { chipSays, pressChip } from './support/chip.mjs';
import { scenario } from './support/rows.mjs';
import { Session } from './support/session.mjs';
import { atDraft, lines, newDraft, statusOf, TO } from './webmail/drafts.mjs';

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
      await run('the companion inserts into the plain editor and sees it sent', (...it) => inserted(...it, false));
      await run('a second note is warned of in the compose window', second);
      await run('the companion inserts into the HTML editor and sees it sent', (...it) => inserted(...it, true));
      await run('opened by link, the companion sees it sent', byLink);
      await run('a draft that is saved is not sent', saved);
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
  await (await options.$('#companion [data-slot="own"]')).click();
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

async function send(webmail, page) {
  const before = webmail.arrived.length;
  await page.bringToFront();
  await (await page.$('a.send, button.send')).click();
  const message = await until(() => webmail.arrived[before], { within: 20_000, what: 'the message arrives' });
  assert.deepEqual(message.to, [TO]);
}

async function seen(session, draft) {
  await until(async () => (await statusOf(session, draft)) === 'sent', { what: 'it counts as sent' });
  const stored = (await session.interviews()).find((it) => it.id === draft.interview);
  assert.equal(stored.people.find((it) => it.id === draft.person).history.at(-1).by, 'roundcube');
}

async function inserted(session, webmail, html) {
  const draft = await fresh(session, webmail);
  const page = await compose(session, webmail, TO);
  if (html) {
    await page.evaluate(() => window.rcmail.command('toggle-editor', { id: 'composebody', html: true }));
    await until(() => page.evaluate(() => window.tinymce?.get('composebody')?.initialized === true), { within: 20_000, what: 'TinyMCE is there' });
  }
  await chipSays(session, page, /note to Priya is ready/);
  await pressChip(page, 0);
  await until(async () => (await statusOf(session, draft)) === 'opened', { what: 'it is in' });
  const stored = (await session.interviews()).find((it) => it.id === draft.interview);
  const { body } = stored.people.find((it) => it.id === draft.person).note;
  const text = html
    ? await page.evaluate(() => window.tinymce.get('composebody').getContent({ format: 'text' }))
    : await page.$eval('#composebody', (it) => it.value);
  assert.deepEqual(lines(text), lines(body));
  await send(webmail, page);
  await seen(session, draft);
  await page.close();
}

async function second(session, webmail) {
  const page = await compose(session, webmail, TO);
  await chipSays(session, page, /You thanked Priya on/);
  await page.close();
  const stranger = await compose(session, webmail, 'somebody@else.example');
  await new Promise((done) => setTimeout(done, 1_500));
  await stranger.close();
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
  await new Promise((done) => setTimeout(done, 1_500));
  await send(webmail, page);
  await seen(session, draft);
  await page.close();
  await anywhere.close();
}

async function saved(session, webmail) {
  const draft = await fresh(session, webmail);
  const page = await compose(session, webmail, TO);
  await chipSays(session, page, /note to Priya is ready/);
  await pressChip(page, 0);
  await until(async () => (await statusOf(session, draft)) === 'opened', { what: 'it is in' });
  await page.evaluate(() => window.rcmail.command('savedraft'));
  await until(() => page.evaluate(() => document.querySelector('#messagestack')?.textContent.includes('saved') || document.querySelector('#messagestack')?.children.length > 0), { within: 20_000, what: 'it is saved' });
  await page.goto(webmail.url, { waitUntil: 'domcontentloaded' });
  await new Promise((done) => setTimeout(done, 1_000));
  assert.equal(await statusOf(session, draft), 'opened');
  await page.close();
}
