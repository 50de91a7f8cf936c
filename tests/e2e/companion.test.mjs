// The companion in the windows of the large services: it offers the draft to whom it is for, notes
// what was sent by the service's own sign, asks where there is none, and warns of a second note.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pressReally } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { allowed } from './support/allowed.mjs';
import { chipIs, chipSays, chipShown, chipTexts, pressChip } from './support/chip.mjs';
import { Heard } from './support/heard.mjs';
import { holdAnswers } from './support/held.mjs';
import { revokeSites, returnSites } from './support/permissions.mjs';
import { scenario } from './support/rows.mjs';
import { Session } from './support/session.mjs';
import { Sites } from './support/sites.mjs';
import { lines, newDraft, personOf, statusOf, TO } from './webmail/drafts.mjs';
import { SENDING } from './webmail/sending.mjs';
import { LANGUAGES, WebmailSite, WINDOWS } from './webmail/site_pages.mjs';

const HOSTS = ['mail.google.com', 'outlook.live.com', 'outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft',
  'mail.yahoo.com', 'compose.mail.yahoo.com', 'mail.proton.me', 'app.fastmail.com'];
const CODES = ['gmail', 'outlook', 'yahoo', 'proton', 'fastmail'];

for (const browser of ['chromium', 'firefox']) {
  test(`the companion in the windows of the large services (${browser})`, { timeout: 900_000 }, async (t) => {
    const site = new WebmailSite();
    const sites = await Sites.start((host, path) => site.answer(host, path));
    const granted = allowed(browser, HOSTS);
    const session = await Session.start(browser, { ...sites.options(), dist: granted.dist });
    try {
      const heard = await Heard.start(session);
      await scenario(t, { provider: 'companion', browser, scenario: 'nothing runs before it is switched on' }, () => offAtFirst(session, site, heard));
      for (const name of Object.keys(SENDING)) {
        const row = (label, body) => scenario(t, { provider: WINDOWS[name].provider, browser, scenario: `${name}: ${label}` }, body);
        for (const language of browser === 'chromium' ? LANGUAGES : ['de']) {
          const run = (label, body) => row(`${label} (${language})`, () => body(session, site, name, language, heard));
          await run('the companion inserts and sees it sent', sent);
          await run('thrown away is not sent', discarded);
          if (SENDING[name].undo) await run('sent and taken back', takenBack);
        }
        if (!SENDING[name].sure) await row('taken back at once, it asks nothing', () => back(session, site, name));
      }
      const run = (label, body) => scenario(t, { provider: 'gmail', browser, scenario: label }, () => body(session, site, heard));
      await run('no word about others', strangers);
      await run('put off for this message', later);
      await run('the review is shown beside the compose window', reviewed);
      await run('a serious finding is shown while the text is edited', findings);
      await scenario(t, { provider: 'outlook', browser, scenario: 'it asks once whether it was sent' }, () => askedOnce(session, site));
      await run('stopped by a question and thrown away, it asks nothing', stopped);
      if (browser === 'chromium') await run('sent before the background has answered, it stays sent', sentMeanwhile);
      await run('a click of the page proves nothing', forged);
      await run('where the permission is taken away, it ends and is not heard', revoked);
      await scenario(t, { provider: 'companion', browser, scenario: 'switched off, it is gone' }, () => off(session, site, heard));
      // Firefox unloads an extension that it was given for a test, instead of loading it again.
      if (browser === 'chromium') await scenario(t, { provider: 'companion', browser, scenario: 'what an update leaves behind ends itself' }, () => orphaned(session, site));
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
    await pressReally(options, `#companion [data-slot="${code}"]`);
    await until(async () => (await registered(session)).length !== before, { what: `${code} is switched` });
  }
  await options.close();
}

const switchOn = flip;

async function opened(session, site, name, { to = TO, language = 'en', script = SENDING[name]?.script } = {}) {
  site.show(name, language, { script });
  const page = await session.browser.newPage();
  await page.goto(WINDOWS[name].url);
  await until(() => page.evaluate(() => window.ready === true), { what: `${name} is ready` });
  await page.bringToFront();
  if (to) await page.type(WINDOWS[name].to, to);
  return page;
}

/** The page is open before the switch is turned: it gets the companion then, and not before. */
async function offAtFirst(session, site, heard) {
  await newDraft(session);
  assert.deepEqual(await registered(session), []);
  const page = await opened(session, site, 'gmail/2022');
  assert.equal(await chipShown(page), false);
  assert.equal(await heard.count(), 0);
  await switchOn(session, CODES);
  await page.bringToFront();
  await chipSays(session, page, /note to Priya is ready/);
  assert.equal((await heard.all())[0].kind, 'companionPlan', 'the first word is that of the page that was open');
  await page.close();
  await session.command({ kind: 'delete' });
  await switchOn(session, CODES);
}

/** One draft alone: an earlier one to the same person would be a second note. */
async function fresh(session) {
  for (const it of await session.interviews()) await session.command({ kind: 'delete', interview: it.id });
  return newDraft(session);
}

async function inserted(session, site, name, language = 'en') {
  const draft = await fresh(session);
  const page = await opened(session, site, name, { language });
  await chipSays(session, page, /note to Priya is ready/);
  await pressChip(page, 0);
  await until(async () => (await statusOf(session, draft)) === 'opened', { what: 'it is in' });
  const { body } = await noteOf(session, draft);
  const now = lines(await textsIn(page, name));
  assert.deepEqual(now.slice(0, lines(body).length), lines(body));
  return { draft, page };
}

async function textsIn(page, name) {
  const inside = WINDOWS[name].frame ? await (await page.$('iframe')).contentFrame() : page;
  return inside.evaluate(() => window.texts());
}

async function press(page, name) {
  await page.bringToFront();
  const button = await page.evaluateHandle((it) => window[it](), name);
  await button.asElement().click();
}

async function noteOf(session, draft) {
  return (await personOf(session, draft)).note;
}

async function changes(session, draft) {
  return (await personOf(session, draft)).history;
}

async function sent(session, site, name, language) {
  const { draft, page } = await inserted(session, site, name, language);
  await press(page, 'send');
  if (!SENDING[name].sure) {
    await chipSays(session, page, /Did you just send/, { within: 20_000 });
    assert.equal(await statusOf(session, draft), 'opened', 'nothing is guessed');
    await pressChip(page, 0);
  }
  await until(async () => (await statusOf(session, draft)) === 'sent', { what: 'it is sent' });
  const by = (await changes(session, draft)).at(-1).by;
  const code = { outlook: 'outlook_work', outlook_personal: 'outlook' }[WINDOWS[name].provider] ?? WINDOWS[name].provider;
  assert.equal(by, SENDING[name].sure ? code : 'user');
  await page.close();
  const second = await opened(session, site, name, { language });
  await chipSays(session, second, /You thanked Priya on/);
  await second.close();
}

async function discarded(session, site, name, language) {
  const { draft, page } = await inserted(session, site, name, language);
  await press(page, 'discard');
  await until(() => page.evaluate(() => !document.querySelector('[data-editor], iframe')), { what: 'it is gone' });
  await allStored(session);
  assert.equal(await statusOf(session, draft), 'opened');
  assert.deepEqual((await changes(session, draft)).filter((it) => it.to === 'sent'), []);
  await page.close();
}

/** Commands are carried out one by one: what was told before this one is stored. */
async function allStored(session) {
  await session.command({ kind: 'saveProfile', profile: { ...(await session.stored()).profile.data } });
}

async function takenBack(session, site, name, language, heard) {
  const { draft, page } = await inserted(session, site, name, language);
  // At a user's pace: the message with the note in it has been looked at.
  await until(async () => (await heard.all('companionLook')).at(-1)?.seen.text, { what: 'the text is looked at' });
  await press(page, 'send');
  await until(async () => (await statusOf(session, draft)) === 'sent', { what: 'it is sent' });
  await until(() => page.$('[data-undo]'), { what: 'the service offers to take it back' });
  await page.click('[data-undo]');
  await until(async () => (await statusOf(session, draft)) === 'opened', { what: 'it is not sent any more' });
  await press(page, 'send');
  await until(async () => (await statusOf(session, draft)) === 'sent', { what: 'it is sent again' });
  await page.close();
}

/** The answer about a message that has left says nothing of one that came back. */
async function sentMeanwhile(session, site) {
  const { draft, page } = await inserted(session, site, 'gmail/2022');
  const answers = await holdAnswers(page, session, 'companionLook');
  await page.type(WINDOWS['gmail/2022'].subject, '!');
  await until(async () => (await answers.asked()) > 0, { what: 'the message is looked at' });
  await press(page, 'send');
  await until(async () => (await statusOf(session, draft)) === 'sent', { what: 'it is sent' });
  assert.deepEqual(await answers.release(), ['sent']);
  await allStored(session);
  assert.equal(await statusOf(session, draft), 'sent');
  assert.deepEqual((await changes(session, draft)).map((it) => it.to).slice(-2), ['opened', 'sent']);
  await page.close();
}

async function strangers(session, site, heard) {
  await fresh(session);
  const page = await opened(session, site, 'gmail/2022', { to: 'somebody@else.example' });
  await heard.looked('somebody@else.example', () => page.type(WINDOWS['gmail/2022'].subject, 'Lunch?'));
  assert.equal(await chipShown(page), false);
  await page.close();
}

async function later(session, site, heard) {
  await fresh(session);
  const page = await opened(session, site, 'gmail/2022');
  await chipIs(page, true);
  await pressChip(page, 2);
  await chipIs(page, false);
  await heard.looked(TO, () => page.type(WINDOWS['gmail/2022'].subject, 'Something else'));
  await heard.looked(TO, () => page.type(WINDOWS['gmail/2022'].subject, '?'));
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
  await chipSays(session, page, /Before you send the note to Priya/);
  await page.close();
}

/** After this long without a sign the companion would ask. */
const ASKS_MS = 8_000;

async function stopped(session, site) {
  const { draft, page } = await inserted(session, site, 'gmail/2022');
  await page.evaluate(() => { window.asks = true; });
  await press(page, 'send');
  await press(page, 'discard');
  await until(() => page.evaluate(() => !document.querySelector('[data-editor]')), { what: 'it is gone' });
  await asksNothing(session, page);
  assert.equal(await statusOf(session, draft), 'opened');
  await page.close();
}

/** For as long as it takes until it would ask. */
async function asksNothing(session, page) {
  const seen = [];
  for (const end = Date.now() + ASKS_MS + 1_000; Date.now() < end;) {
    seen.push(...await chipTexts(session, page));
    await new Promise((done) => setTimeout(done, 250));
  }
  assert.ok(!seen.some((it) => /Did you just send/.test(it)), seen.join());
}

/** The service shows nothing, and gives the message back before the companion asks. */
async function back(session, site, name) {
  const { draft, page } = await inserted(session, site, name);
  await press(page, 'send');
  await until(() => page.evaluate(() => !document.querySelector('[data-editor]')), { what: 'it is gone' });
  await page.evaluate(() => window.back());
  await asksNothing(session, page);
  assert.equal(await statusOf(session, draft), 'opened');
  await page.close();
}

/** Whoever said that it was not sent is not asked again about the same message. */
async function askedOnce(session, site) {
  const { draft, page } = await inserted(session, site, 'outlook/2024');
  await press(page, 'send');
  await chipSays(session, page, /Did you just send/, { within: 20_000 });
  await pressChip(page, 1);
  await chipIs(page, false);
  await page.evaluate(() => window.back());
  await press(page, 'send');
  await until(() => page.evaluate(() => !document.querySelector('[data-editor]')), { what: 'it is gone' });
  await asksNothing(session, page);
  assert.equal(await statusOf(session, draft), 'opened');
  await page.close();
}

/** What is wrong with the draft is said in the box, before it is anywhere in the page. */
async function reviewed(session, site) {
  const { interview, person } = await fresh(session);
  const { subject, body } = await noteOf(session, { interview, person });
  await session.command({ kind: 'saveNote', interview, person, subject, body: body.replace(/^.*/, 'Dear [name],') });
  const page = await opened(session, site, 'gmail/2022');
  await chipSays(session, page, /not ready yet/);
  await pressChip(page, 1);
  await chipSays(session, page, /\[name\]/);
  assert.equal(await textsIn(page, 'gmail/2022').then((it) => it.includes('[name]')), false);
  await session.command({ kind: 'saveNote', interview, person, subject, body });
  const other = await opened(session, site, 'gmail/2022');
  await chipSays(session, other, /note to Priya is ready/);
  await pressChip(other, 1);
  await until(async () => (await chipTexts(session, other)).length > 4, { what: 'the box says what it found' });
  assert.ok(!(await chipTexts(session, other)).some((it) => it.includes('[name]')));
  await other.close();
  await page.close();
}

/** Sent by a click of the page's own, then by the user: only the second one is written down. */
async function forged(session, site) {
  const { draft, page } = await inserted(session, site, 'gmail/2022');
  await page.evaluate(() => window.send().click());
  await until(() => page.$('#link_vsm'), { what: 'the page shows that it is sent' });
  await page.evaluate(() => window.back());
  await press(page, 'send');
  await until(async () => (await statusOf(session, draft)) === 'sent', { what: 'it is sent' });
  assert.equal((await changes(session, draft)).filter((it) => it.to === 'sent').length, 1);
  await page.close();
}

async function revoked(session, site, heard) {
  await fresh(session);
  const page = await opened(session, site, 'gmail/2022');
  await chipSays(session, page, /note to Priya is ready/);
  await revokeSites(session, HOSTS);
  await until(async () => (await registered(session)).length === 0, { what: 'nothing is registered any more' });
  await page.bringToFront();
  await chipIs(page, false);
  const before = await heard.count('companionLook');
  await page.type(WINDOWS['gmail/2022'].subject, 'Something else');
  // A page of the same site that is loaded now has no script at all.
  const other = await opened(session, site, 'gmail/2022');
  assert.equal(await chipShown(other), false);
  await other.close();
  assert.equal(await heard.count('companionLook'), before, 'the script in the open page has ended');
  await returnSites(session, HOSTS);
  await until(async () => (await registered(session)).length > 0, { what: 'it is registered again' });
  await page.bringToFront();
  await chipSays(session, page, /note to Priya is ready/);
  await page.close();
}

/** The page that is open at that moment loses its box; one that is opened later gets none. */
async function off(session, site, heard) {
  await fresh(session);
  const page = await opened(session, site, 'gmail/2022');
  await chipIs(page, true);
  await flip(session, CODES);
  assert.deepEqual(await registered(session), []);
  await page.bringToFront();
  await chipIs(page, false);
  const before = await heard.count();
  const other = await opened(session, site, 'gmail/2022');
  assert.equal(await chipShown(other), false);
  assert.equal(await heard.count(), before);
  await other.close();
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
