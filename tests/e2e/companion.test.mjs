// The companion in the windows of the large services: it offers the draft to whom it is for, notes
// what was sent by the service's own sign, asks where there is none, and warns of a second note.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../../scripts/browsers/until.mjs';
import { allowed } from './support/allowed.mjs';
import { chipIs, chipSays, chipShown, pressChip } from './support/chip.mjs';
import { scenario } from './support/rows.mjs';
import { Session } from './support/session.mjs';
import { Sites } from './support/sites.mjs';
import { lines, newDraft, statusOf, TO } from './webmail/drafts.mjs';
import { SENDING } from './webmail/sending.mjs';
import { WebmailSite, WINDOWS } from './webmail/site_pages.mjs';

const HOSTS = ['mail.google.com', 'outlook.live.com', 'outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft',
  'mail.yahoo.com', 'compose.mail.yahoo.com', 'mail.proton.me', 'app.fastmail.com'];
const CODES = ['gmail', 'outlook', 'yahoo', 'proton', 'fastmail'];

for (const browser of ['chromium', 'firefox']) {
  test(`the companion in the windows of the large services (${browser})`, { timeout: 400_000 }, async (t) => {
    const site = new WebmailSite();
    const sites = await Sites.start((host, path) => site.answer(host, path));
    const granted = allowed(browser, HOSTS);
    const session = await Session.start(browser, { ...sites.options(), dist: granted.dist });
    try {
      await session.interviews();
      await t.test('nothing runs before it is switched on', () => offAtFirst(session, site));
      await switchOn(session, CODES);
      for (const name of Object.keys(SENDING)) {
        const run = (label, body) => scenario(t, { provider: WINDOWS[name].provider, browser, scenario: `${name}: ${label}` }, () => body(session, site, name));
        await run('the companion inserts and sees it sent', sent);
        await run('thrown away is not sent', discarded);
        if (SENDING[name].undo) await run('sent and taken back', takenBack);
      }
      const run = (label, body) => scenario(t, { provider: 'gmail', browser, scenario: label }, () => body(session, site));
      await run('no word about others', strangers);
      await run('put off for this message', later);
      await run('a serious finding is shown while the text is edited', findings);
      await run('a click of the page proves nothing', forged);
      await t.test('switched off, it is gone', () => off(session, site));
      // Firefox unloads an extension that it was given for a test, instead of loading it again.
      if (browser === 'chromium') await t.test('what an update leaves behind ends itself', () => orphaned(session, site));
    } finally {
      await session.close();
      sites.close();
      granted.remove();
    }
  });
}

const registered = (session) => session.inExtension(async () => (await chrome.scripting.getRegisteredContentScripts()).map((it) => it.id));

async function flip(session, codes) {
  const options = await session.openPage('options.html');
  await options.bringToFront();
  for (const code of codes) {
    const before = (await registered(session)).length;
    // Firefox lets only a real click ask for a permission, even for one that there is.
    await (await options.$(`#companion [data-slot="${code}"]`)).click();
    await until(async () => (await registered(session)).length !== before, { what: `${code} is switched` });
  }
  await options.close();
}

const switchOn = flip;

async function opened(session, site, name, { to = TO, language = 'de', script = SENDING[name]?.script } = {}) {
  site.show(name, language, { script });
  const page = await session.browser.newPage();
  await page.goto(WINDOWS[name].url);
  await until(() => page.evaluate(() => window.ready === true), { what: `${name} is ready` });
  await page.bringToFront();
  if (to) await page.type(WINDOWS[name].to, to);
  return page;
}

async function offAtFirst(session, site) {
  await newDraft(session);
  assert.deepEqual(await registered(session), []);
  const page = await opened(session, site, 'gmail/2022');
  await new Promise((done) => setTimeout(done, 1_500));
  assert.equal(await chipShown(page), false);
  await page.close();
  await session.command({ kind: 'delete' });
}

/** One draft alone: an earlier one to the same person would be a second note. */
async function fresh(session) {
  for (const it of await session.interviews()) await session.command({ kind: 'delete', interview: it.id });
  return newDraft(session);
}

async function inserted(session, site, name) {
  const draft = await fresh(session);
  const page = await opened(session, site, name);
  await chipSays(session, page, /note to Priya is ready/);
  await pressChip(page, 0);
  await until(async () => (await statusOf(session, draft)) === 'opened', { what: 'it is in' });
  const body = (await session.interviews()).find((it) => it.id === draft.interview).people.find((it) => it.id === draft.person).note.body;
  const now = lines(await page.evaluate(() => window.texts()));
  assert.deepEqual(now.slice(0, lines(body).length), lines(body));
  return { draft, page };
}

async function press(page, name) {
  await page.bringToFront();
  const button = await page.evaluateHandle((it) => window[it](), name);
  await button.asElement().click();
}

async function changes(session, { interview, person }) {
  const it = (await session.interviews()).find((one) => one.id === interview);
  return it.people.find((one) => one.id === person).history;
}

async function sent(session, site, name) {
  const { draft, page } = await inserted(session, site, name);
  await press(page, 'send');
  if (!SENDING[name].sure) {
    // What was said about inserting goes first.
    await chipIs(page, false);
    await until(() => chipShown(page), { within: 15_000, what: 'it asks' });
    await chipSays(session, page, /Did you just send/);
    assert.equal(await statusOf(session, draft), 'opened', 'nothing is guessed');
    await pressChip(page, 0);
  }
  await until(async () => (await statusOf(session, draft)) === 'sent', { what: 'it is sent' });
  const by = (await changes(session, draft)).at(-1).by;
  const code = { outlook: 'outlook_work', outlook_personal: 'outlook' }[WINDOWS[name].provider] ?? WINDOWS[name].provider;
  assert.equal(by, SENDING[name].sure ? code : 'user');
  await page.close();
  const second = await opened(session, site, name);
  await chipSays(session, second, /You thanked Priya on/);
  await second.close();
}

async function discarded(session, site, name) {
  const { draft, page } = await inserted(session, site, name);
  await press(page, 'discard');
  await until(() => page.evaluate(() => !document.querySelector('[data-editor]')), { what: 'it is gone' });
  await new Promise((done) => setTimeout(done, 1_000));
  assert.equal(await statusOf(session, draft), 'opened');
  assert.equal((await changes(session, draft)).at(-1).to, 'opened');
  await page.close();
}

async function takenBack(session, site, name) {
  const { draft, page } = await inserted(session, site, name);
  await press(page, 'send');
  await until(async () => (await statusOf(session, draft)) === 'sent', { what: 'it is sent' });
  await page.click(SENDING[name].undo);
  await until(async () => (await statusOf(session, draft)) === 'opened', { what: 'it is not sent any more' });
  await press(page, 'send');
  await until(async () => (await statusOf(session, draft)) === 'sent', { what: 'it is sent again' });
  await page.close();
}

async function strangers(session, site) {
  await fresh(session);
  const page = await opened(session, site, 'gmail/2022', { to: 'somebody@else.example' });
  await new Promise((done) => setTimeout(done, 1_500));
  assert.equal(await chipShown(page), false);
  await page.close();
}

async function later(session, site) {
  await fresh(session);
  const page = await opened(session, site, 'gmail/2022');
  await chipIs(page, true);
  await pressChip(page, 2);
  await chipIs(page, false);
  await page.type(WINDOWS['gmail/2022'].subject, 'Something else');
  await new Promise((done) => setTimeout(done, 1_500));
  assert.equal(await chipShown(page), false);
  await page.close();
}

async function findings(session, site) {
  const { page } = await inserted(session, site, 'gmail/2022');
  // What was said about inserting goes away by itself.
  await chipIs(page, true);
  await page.evaluate(() => {
    const body = document.querySelector('[data-editor]');
    body.focus();
    const selection = getSelection();
    selection.selectAllChildren(body.firstElementChild ?? body);
    selection.collapseToStart();
    document.execCommand('insertText', false, 'Dear [name], ');
  });
  await until(async () => session.name === 'firefox' || (await chipShown(page)));
  await chipSays(session, page, /Before you send the note to Priya/);
  await page.close();
}

async function forged(session, site) {
  const { draft, page } = await inserted(session, site, 'gmail/2022');
  await page.evaluate(() => window.send().click());
  await page.evaluate(() => window.discard().click());
  await new Promise((done) => setTimeout(done, 2_000));
  assert.equal(await statusOf(session, draft), 'opened');
  await page.close();
}

async function off(session, site) {
  await flip(session, CODES);
  assert.deepEqual(await registered(session), []);
  const page = await opened(session, site, 'gmail/2022');
  await new Promise((done) => setTimeout(done, 1_500));
  assert.equal(await chipShown(page), false);
  await page.close();
}

async function orphaned(session, site) {
  await flip(session, ['gmail']);
  await fresh(session);
  const page = await opened(session, site, 'gmail/2022');
  await chipIs(page, true);
  await session.inExtension(() => chrome.runtime.reload()).catch(() => {});
  await page.bringToFront();
  await until(async () => {
    await page.type(WINDOWS['gmail/2022'].subject, 'x');
    return !(await chipShown(page));
  }, { what: 'the box of the old script is gone' });
  await page.close();
}
