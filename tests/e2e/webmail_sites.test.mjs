// *Insert here* in the compose windows of the large services, in several layouts and languages: the
// note goes in, what the user wrote stays, undo takes it out, and where every hook fails the
// clipboard has it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { press, textOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { allowClipboard, CLIPBOARD_PREFERENCES, clipboardText, fillClipboard } from './support/clipboard.mjs';
import { said } from './support/popup_over.mjs';
import { scenario } from './support/rows.mjs';
import { Session } from './support/session.mjs';
import { Sites } from './support/sites.mjs';
import { atDraft, insert, lines, newDraft, statusOf, TO } from './webmail/drafts.mjs';
import { LANGUAGES, WebmailSite, WINDOWS } from './webmail/site_pages.mjs';

/** How each service is opened: the beginning of its address, and what is left of the draft in it. */
const query = (to, subject, body) => (url) => [to, subject, body].map((it) => url.searchParams.get(it));
const inMailto = (text) => {
  const mailto = new URL(text);
  return [decodeURIComponent(mailto.pathname), mailto.searchParams.get('subject'), mailto.searchParams.get('body')];
};
const LINKS = {
  gmail: { start: 'https://mail.google.com/mail/u/1/?view=cm&fs=1', place: '1', read: query('to', 'su', 'body') },
  outlook: { start: 'https://outlook.live.com/mail/0/deeplink/compose', read: query('to', 'subject', 'body') },
  outlook_work: { start: 'https://outlook.cloud.microsoft/mail/deeplink/compose', read: (url) => inMailto(url.searchParams.get('mailtouri')) },
  yahoo: { start: 'https://compose.mail.yahoo.com/', read: query('to', 'subject', 'body') },
  proton: { start: 'https://mail.proton.me/u/0/inbox', read: (url) => inMailto(decodeURIComponent(url.hash.replace('#mailto=', ''))) },
  fastmail: { start: 'https://app.fastmail.com/mail/compose', read: query('to', 'subject', 'body') },
};

for (const browser of ['chromium', 'firefox']) {
  test(`the note goes into the windows of the large services (${browser})`, { timeout: 400_000 }, async (t) => {
    const site = new WebmailSite();
    const sites = await Sites.start((host, path) => site.answer(host, path));
    const options = sites.options();
    const session = await Session.start(browser, { ...options, preferences: { ...options.preferences, ...CLIPBOARD_PREFERENCES } });
    await allowClipboard(session);
    try {
      for (const name of Object.keys(WINDOWS)) {
        const run = (label, body) => scenario(t, { provider: WINDOWS[name].provider, browser, scenario: `${name}: ${label}` }, body);
        // Firefox takes the same plan; one language of each shows that it carries it out.
        for (const language of browser === 'chromium' ? LANGUAGES : ['de']) {
          await run(`insert, read back, undo (${language})`, () => inserted(session, site, name, language));
        }
        await run('text of the user is kept', () => besideText(session, site, name));
        await run('every hook fails', () => clipboard(session, site, name));
        // One window of each service in Chromium, one at all in Firefox.
        if (browser === 'chromium' ? name !== first(name) : name !== 'gmail/2022') continue;
        await run('addressed to somebody else', () => toAnother(session, site, name));
        for (const hook of ['to', 'subject', 'body']) await run(`the hook of one field fails (${hook})`, () => oneHook(session, site, name, hook));
      }
      await scenario(t, { provider: 'gmail', browser, scenario: 'an address that the service turns into a name' }, () => turned(session, site));
      for (const [provider, link] of Object.entries(LINKS)) {
        const run = (label, body) => scenario(t, { provider, browser, scenario: label }, body);
        await run('opened by link', () => byLink(session, site, provider, link));
        await run('opened empty, nothing of the note is in the address', () => openedEmpty(session, site, provider, link));
      }
      await scenario(t, { provider: 'gmail', browser, scenario: 'too long for a link, the clipboard has it' }, () => tooLong(session, site));
      await scenario(t, { provider: 'icloud', browser, scenario: 'opened without a message, the clipboard has the note' }, () => inMailbox(session, site));
    } finally {
      await session.close();
      sites.close();
    }
  });
}

async function opened(session, site, name, language, options) {
  site.show(name, language, options);
  const page = await session.browser.newPage();
  await page.goto(WINDOWS[name].url);
  await until(() => page.evaluate(() => window.ready === true), { what: `${name} is ready` });
  const { frame } = WINDOWS[name];
  const inside = frame ? await (await page.$('iframe')).contentFrame() : page;
  await until(() => inside.evaluate(() => window.ready === true), { what: `the editor of ${name} is ready` });
  return { page, inside };
}

/** The first window of the same service. */
const first = (name) => Object.keys(WINDOWS).find((it) => it.split('/')[0] === name.split('/')[0]);
const texts = async (inside) => lines(await inside.evaluate(() => window.texts()));
const held = (page, selector) => page.$eval(selector, (it) => it.value ?? it.textContent);

async function inserted(session, site, name, language) {
  const { page, inside } = await opened(session, site, name, language);
  const { to, subject: subjectField } = WINDOWS[name];
  const before = await texts(inside);
  const draft = await newDraft(session);
  const { popup, subject, body } = await insert(session, page, draft);
  await said(popup, /is in the message/);
  assert.deepEqual(await texts(inside), [...lines(body), ...before], 'the note, and the signature below');
  assert.ok(before.length > 0, 'there is a signature');
  assert.equal(await held(page, subjectField), subject);
  assert.equal((await held(page, to)).trim(), TO);
  assert.equal(await page.evaluate(() => window.sent), 0);
  await until(async () => (await statusOf(session, draft)) === 'opened');
  await inside.evaluate(() => window.undoOnce());
  await until(async () => (await texts(inside)).join() === before.join(), { what: 'one undo takes it out' });
  await page.close();
}

const PRIYA = { name: 'Priya Shah', address: TO };
const OTHER = { name: 'Bob Stone', address: 'bob@other.example' };
const notice = (popup) => textOf(popup, '#notice-text');

/** Where the caret is, and nothing that stands there is changed: text, subject, recipient. */
async function besideText(session, site, name) {
  const { page, inside } = await opened(session, site, name, 'en', { set: [PRIYA] });
  const { to, subject } = WINDOWS[name];
  const signature = await texts(inside);
  await inside.evaluate(() => window.write('My own words.'));
  await page.$eval(subject, (it) => { it.value = 'My own subject'; });
  const recipients = await held(page, to);
  const before = await texts(inside);
  assert.deepEqual(before, ['My own words.', ...signature]);
  await page.bringToFront();
  await inside.evaluate(() => {
    const body = document.querySelector('[data-editor]');
    body.focus();
    if ('value' in body) return body.setSelectionRange('My own'.length, 'My own'.length);
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (!walker.currentNode.data?.includes('My own words.')) walker.nextNode();
    const { currentNode: node } = walker;
    return getSelection().collapse(node, node.data.indexOf('My own') + 'My own'.length);
  });
  const { popup, body } = await insert(session, page, await newDraft(session));
  await said(popup, /There is text in the message already/);
  assert.deepEqual(await texts(inside), before);
  await press(popup, '#notice-action');
  await said(popup, /is in the message\. Read .* The subject that stood there was kept/);
  assert.deepEqual(await texts(inside), ['My own', ...lines(body), 'words.', ...signature]);
  assert.deepEqual([await held(page, to), await held(page, subject)], [recipients, 'My own subject']);
  await page.close();
}

/** It asks, and leaves the recipient as it is. */
async function toAnother(session, site, name) {
  const { page, inside } = await opened(session, site, name, 'en', { set: [OTHER] });
  const before = await texts(inside);
  const { popup, body } = await insert(session, page, await newDraft(session));
  await said(popup, /seems to be addressed to somebody else/);
  assert.deepEqual(await texts(inside), before);
  await press(popup, '#notice-action');
  await said(popup, /does not seem to be/);
  assert.deepEqual(await texts(inside), [...lines(body), ...before]);
  assert.ok(!(await held(page, WINDOWS[name].to)).includes(TO));
  await page.close();
}

/** What is said is true: what was not filled in is named, and where the text has no place the clipboard has it. */
async function oneHook(session, site, name, hook) {
  await fillClipboard(session, 'something else');
  const { page, inside } = await opened(session, site, name, 'en', { broken: hook });
  const before = await texts(inside);
  const { popup, body } = await insert(session, page, await newDraft(session));
  await said(popup, /is in the message|on the clipboard/);
  const isIn = /is in the message/.test(await notice(popup));
  assert.ok(isIn || hook === 'body', await notice(popup));
  assert.deepEqual(await texts(inside), isIn ? [...lines(body), ...before] : before);
  if (isIn) {
    const filled = async (field) => (await held(page, hook === field ? '[data-broken]' : WINDOWS[name][field])).trim() !== '';
    assert.equal(await filled('to'), !/Add the recipient/.test(await notice(popup)));
    assert.equal(await filled('subject'), !/Add the subject/.test(await notice(popup)));
  } else {
    assert.equal(await clipboardText(session), body);
  }
  await page.close();
}

/** The address is gone from its field as soon as that is left, and stands beside it by its name. */
async function turned(session, site) {
  const name = 'gmail/2022';
  const script = `
    const to = document.querySelector(${JSON.stringify(WINDOWS[name].to)});
    to.addEventListener('blur', () => {
      if (!to.value) return;
      to.previousElementSibling.innerHTML = ${JSON.stringify(WINDOWS[name].pill(PRIYA))};
      to.value = '';
    });`;
  const { page } = await opened(session, site, name, 'en', { script });
  const { popup } = await insert(session, page, await newDraft(session));
  await said(popup, /is in the message\. Read it there once more and send it\.$/);
  await page.close();
}

async function clipboard(session, site, name) {
  await fillClipboard(session, 'something else');
  const { page } = await opened(session, site, name, 'en', { broken: true });
  const draft = await newDraft(session);
  const { popup, body } = await insert(session, page, draft);
  await until(async () => /clipboard|is in the message/.test(await textOf(popup, '#notice-text')));
  // A lone text field with nothing to tell it by is not written to.
  assert.match(await textOf(popup, '#notice-text'), /on the clipboard/);
  assert.equal(await statusOf(session, draft), 'drafted');
  assert.equal(await clipboardText(session), body);
  await page.close();
}

/** Short enough for every link. */
const SHORT = 'Hi Priya,\n\nThank you for the talk about logs & queues – 1+1 = 2.\n\nJordan';

/**
 * Presses *Open in …*, and what it asks where it has something to say first; gives the address that was
 * opened, what was asked and what was written.
 */
async function openedAt(session, site, provider, { start, place = '' }, { openEmpty = false, write = SHORT } = {}) {
  site.show('gmail/2022', 'en');
  await fillClipboard(session, 'something else');
  const anywhere = await session.browser.newPage();
  await anywhere.goto(WINDOWS['gmail/2022'].url);
  const draft = await newDraft(session, { provider, place, openEmpty });
  await session.command({ kind: 'saveNote', ...draft, subject: 'Thank you', body: write });
  const { popup, subject, body } = await atDraft(session, anywhere, draft);
  const target = session.browser.waitForTarget((it) => it.url().startsWith(start), { timeout: 20_000 });
  await press(popup, 'main [data-slot="open"]');
  const asks = openEmpty || write !== SHORT || provider === 'icloud';
  if (asks) await said(popup, /on the clipboard/);
  const asked = asks ? await notice(popup) : '';
  if (asks) await press(popup, '#notice-action');
  const address = (await target).url();
  await until(async () => (await statusOf(session, draft)) === 'opened');
  await (await (await target).page()).close();
  await anywhere.close();
  if (asks) assert.equal(await clipboardText(session), body);
  return { address, subject, body, asked };
}

async function byLink(session, site, provider, link) {
  const { address, subject, body } = await openedAt(session, site, provider, link);
  assert.ok(address.length <= 1_800 && !address.includes('+'), address);
  const [to, inSubject, inBody] = link.read(new URL(address));
  assert.deepEqual([to, inSubject, inBody.replaceAll('\r\n', '\n')], [TO, subject, body]);
}

async function openedEmpty(session, site, provider, link) {
  const { address, asked } = await openedAt(session, site, provider, link, { openEmpty: true });
  assert.equal(address.replace(/[?/]$/, ''), link.start.replace(/[?/]$/, ''));
  assert.match(asked, provider === 'proton' ? /^Your mailbox opens.* Begin one to priya\.shah@.*“Thank you”/ : /^The compose window opens empty/);
}

async function tooLong(session, site) {
  const long = `${SHORT}\n${'And more of it. '.repeat(150).trim()}`;
  const { address, subject, asked } = await openedAt(session, site, 'gmail', LINKS.gmail, { write: long });
  assert.match(asked, /too long for a link/);
  assert.deepEqual(LINKS.gmail.read(new URL(address)), [TO, subject, null]);
}

/** iCloud takes nothing from a link, and no message is open there. */
async function inMailbox(session, site) {
  const { asked } = await openedAt(session, site, 'icloud', { start: 'https://www.icloud.com/mail/' });
  assert.match(asked, /^Your mailbox opens.* Begin one to priya\.shah@.*“Thank you”/);
}
