// The companion in the windows of the large services: it offers the draft to whom it is for, notes
// what was sent by the service's own sign, asks where there is none, and warns of a second note.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../../scripts/browsers/until.mjs';
import { allowed } from './support/allowed.mjs';
import { chipIs, chipLine, chipSays, chipShown, chipTexts, pressChip } from './support/chip.mjs';
import { Heard } from './support/heard.mjs';
import { holdAnswers } from './support/held.mjs';
import { revokeSites, returnSites } from './support/permissions.mjs';
import { scenario } from './support/rows.mjs';
import { Session } from './support/session.mjs';
import { Sites } from './support/sites.mjs';
import {
  allStored, ASKS_MS, asksNothing, changes, CODES, flip, fresh, HOSTS, inserted, noteOf, opened, press, recipientIn, registered, switchOn, textsIn,
} from './webmail/companion_steps.mjs';
import { lines, newDraft, statusOf, TO } from './webmail/drafts.mjs';
import { SENDING } from './webmail/sending.mjs';
import { BEHIND, LANGUAGES, WebmailSite, WINDOWS } from './webmail/site_pages.mjs';

for (const browser of ['chromium', 'firefox']) {
  test(`the companion in the windows of the large services (${browser})`, { timeout: 900_000 }, async (t) => {
    const site = new WebmailSite();
    const sites = await Sites.start((host, path) => site.answer(host, path));
    const granted = allowed(browser, HOSTS);
    const session = await Session.start(browser, { ...sites.options(), dist: granted.dist });
    try {
      const heard = Object.assign(await Heard.start(session), { quiet: [] });
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
      await scenario(t, { provider: 'proton', browser, scenario: 'an editor that comes late into its frame' }, () => lateEditor(session, site, heard));
      await scenario(t, { provider: 'outlook', browser, scenario: 'it asks once whether it was sent' }, () => askedOnce(session, site));
      await run('beside text of the user only with another click', besideText);
      await run('sent later is not sent', sentLater);
      await run('sent by a button that is not known, it asks', unknownButton);
      await run('what was thrown away or put off is not asked about', () => quiet(heard));
      if (browser === 'chromium') await run('another recipient while the background is asked', otherMeanwhile);
      if (browser === 'chromium') await run('sent before the background has answered, it stays sent', sentMeanwhile);
      await run('a click of the page proves nothing', forged);
      await run('where the permission is taken away, it ends and is not heard', revoked);
      await scenario(t, { provider: 'companion', browser, scenario: 'it reads nothing else in the page' }, () => heard.toldLittle(Object.values(BEHIND)));
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
  if (WINDOWS[name].provider === 'gmail') await otherUndo(session, page, draft);
  await page.close();
  const second = await opened(session, site, name, { language, ...recipientIn(language) });
  await chipSays(session, second, /You thanked Priya on/);
  await second.close();
}

/** Another line with an *Undo* takes the place of the one about the message. */
async function otherUndo(session, page, draft) {
  await press(page, 'archived');
  await allStored(session);
  assert.equal(await statusOf(session, draft), 'sent');
}

/** A question of the service keeps it from being sent, and then it is thrown away. */
async function discarded(session, site, name, language, heard) {
  const { draft, page } = await inserted(session, site, name, language);
  await page.evaluate(() => { window.asks = true; });
  await press(page, 'send');
  await press(page, 'discard');
  await until(() => page.evaluate(() => !document.querySelector('[data-editor], iframe')), { what: 'it is gone' });
  await allStored(session);
  assert.equal(await statusOf(session, draft), 'opened');
  assert.deepEqual((await changes(session, draft)).filter((it) => it.to === 'sent'), []);
  heard.quiet.push({ page, draft, since: Date.now() });
}

/** What it says is read out, by the one line that is there all the time. */
async function besideText(session, site) {
  const draft = await fresh(session);
  const page = await opened(session, site, 'gmail/2022');
  await page.evaluate(() => window.write('My own words.'));
  const before = lines(await textsIn(page, 'gmail/2022'));
  await chipSays(session, page, /note to Priya is ready/);
  const line = session.name === 'chromium' && await until(async () => (await chipLine(page))?.text && chipLine(page));
  await pressChip(page, 0);
  await chipSays(session, page, /There is text in the message already/);
  assert.deepEqual(lines(await textsIn(page, 'gmail/2022')), before);
  if (line) {
    const now = await until(async () => /There is text/.test((await chipLine(page)).text) && chipLine(page));
    assert.equal(now.node, line.node);
  }
  await pressChip(page, 0);
  await until(async () => (await statusOf(session, draft)) === 'opened', { what: 'it is in' });
  const { body } = await noteOf(session, draft);
  const after = lines(await textsIn(page, 'gmail/2022'));
  for (const one of [...before, ...lines(body)]) assert.ok(after.includes(one), one);
  await page.close();
}

/** Chosen from the menu beside *Send*: the service shows the same sign, and has not sent. */
async function sentLater(session, site, heard) {
  const { draft, page } = await inserted(session, site, 'gmail/2022');
  await press(page, 'menu');
  await press(page, 'sendLater');
  await until(() => page.$('#link_vsm'), { what: 'the service shows that it will be sent' });
  await allStored(session);
  assert.equal(await statusOf(session, draft), 'opened');
  heard.quiet.push({ page, draft, since: Date.now() });
}

/** Long enough after each of them, nobody was asked whether it was sent. */
async function quiet(heard) {
  const last = Math.max(...heard.quiet.map((it) => it.since));
  await new Promise((done) => setTimeout(done, Math.max(0, last + ASKS_MS + 1_000 - Date.now())));
  const asked = (await heard.all('companionDo')).filter((it) => it.action === 'question').map((it) => it.interview);
  assert.ok(heard.quiet.length > 0);
  for (const { draft, page } of heard.quiet.splice(0)) {
    assert.ok(!asked.includes(draft.interview), page.url());
    await page.close();
  }
}

/** By a button that is not known: it asks, as the window is gone. */
async function unknownButton(session, site) {
  const { draft, page } = await inserted(session, site, 'gmail/2022');
  await page.evaluate(() => window.send().classList.remove('T-I-atl'));
  await page.evaluate(() => document.querySelector('.IZ').classList.remove('IZ'));
  await press(page, 'send');
  await chipSays(session, page, /Did you just send/, { within: 20_000 });
  assert.equal(await statusOf(session, draft), 'opened', 'the sign alone proves nothing');
  await pressChip(page, 0);
  await until(async () => (await statusOf(session, draft)) === 'sent', { what: 'it is sent' });
  await page.close();
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
  // This time by the shortcut.
  await page.focus(WINDOWS[name].subject);
  for (const step of [() => page.keyboard.down('Control'), () => page.keyboard.press('Enter'), () => page.keyboard.up('Control')]) await step();
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

/** The page around the frame does not change when the editor is there at last. */
async function lateEditor(session, site, heard) {
  await fresh(session);
  const before = await heard.count('companionPlan');
  const page = await opened(session, site, 'proton/2022', { language: 'de', late: true, ...recipientIn('de') });
  await until(async () => (await heard.count('companionPlan')) > before, { what: 'the companion is in the page' });
  await until(() => page.evaluate(() => Boolean(window.letIn)), { what: 'the frame is there' });
  await new Promise((done) => setTimeout(done, 1_500));
  assert.equal(await chipShown(page), false);
  await page.evaluate(() => window.letIn());
  await chipSays(session, page, /note to Priya is ready/);
  await page.close();
}

/** What is typed while an answer is on its way is looked at after it. */
async function otherMeanwhile(session, site) {
  await fresh(session);
  const page = await opened(session, site, 'gmail/2022', { to: '' });
  const answers = await holdAnswers(page, session, 'companionLook');
  const { to } = WINDOWS['gmail/2022'];
  await page.type(to, 'somebody@else.example');
  await until(async () => (await answers.asked()) > 0, { what: 'the message is looked at' });
  await page.$eval(to, (it) => it.select());
  await page.type(to, TO);
  await new Promise((done) => setTimeout(done, 1_000));
  await answers.release();
  await chipSays(session, page, /note to Priya is ready/);
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
  await until(async () => (await chipTexts(session, other)).length > 5, { what: 'the box says what it found' });
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
