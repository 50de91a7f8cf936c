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
      }
      for (const [provider, link] of Object.entries(LINKS)) {
        const run = (label, body) => scenario(t, { provider, browser, scenario: label }, body);
        await run('opened by link', () => byLink(session, site, provider, link));
        await run('opened empty, nothing of the note is in the address', () => openedEmpty(session, site, provider, link));
      }
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

const texts = async (inside) => lines(await inside.evaluate(() => window.texts()));
const held = (page, selector) => page.$eval(selector, (it) => it.value ?? it.textContent);

async function inserted(session, site, name, language) {
  const { page, inside } = await opened(session, site, name, language);
  const { to, subject: subjectField, signature } = WINDOWS[name];
  const before = await texts(inside);
  const draft = await newDraft(session);
  const { popup, subject, body } = await insert(session, page, draft);
  await said(popup, /is in the message/);
  assert.deepEqual(await texts(inside), [...lines(body), ...before], 'the note, and the signature below');
  assert.equal(before.length, signature ? 1 : 0);
  assert.equal(await held(page, subjectField), subject);
  assert.equal((await held(page, to)).trim(), TO);
  assert.equal(await page.evaluate(() => window.sent), 0);
  await until(async () => (await statusOf(session, draft)) === 'opened');
  await inside.evaluate(() => window.undoOnce());
  await until(async () => (await texts(inside)).join() === before.join(), { what: 'one undo takes it out' });
  await page.close();
}

async function besideText(session, site, name) {
  const { page, inside } = await opened(session, site, name, 'en');
  await inside.evaluate(() => window.write('My own words.'));
  const before = await texts(inside);
  const { popup, body } = await insert(session, page, await newDraft(session));
  await said(popup, /There is text in the message already/);
  assert.deepEqual(await texts(inside), before);
  await press(popup, '#notice-action');
  await said(popup, /is in the message/);
  const after = await texts(inside);
  for (const line of [...before, ...lines(body)]) assert.ok(after.includes(line), line);
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

/** Presses *Open in …*; gives the address that was opened, and what was written. */
async function openedAt(session, site, provider, { start, place = '' }, openEmpty) {
  site.show('gmail/2022', 'en');
  const anywhere = await session.browser.newPage();
  await anywhere.goto(WINDOWS['gmail/2022'].url);
  const draft = await newDraft(session, { provider, place, openEmpty });
  const { popup, subject, body } = await atDraft(session, anywhere, draft);
  const target = session.browser.waitForTarget((it) => it.url().startsWith(start), { timeout: 20_000 });
  await press(popup, 'main [data-slot="open"]');
  const address = (await target).url();
  await until(async () => (await statusOf(session, draft)) === 'opened');
  await (await (await target).page()).close();
  await anywhere.close();
  return { address, subject, body };
}

async function byLink(session, site, provider, link) {
  const { address, subject, body } = await openedAt(session, site, provider, link, false);
  assert.ok(address.length <= 1_800 && !address.includes('+'), address);
  const [to, inSubject, inBody] = link.read(new URL(address));
  assert.deepEqual([to, inSubject], [TO, subject]);
  // What is too long for an address goes in by hand.
  assert.deepEqual(inBody === null ? null : lines(inBody), inBody === null ? null : lines(body));
  assert.ok(inBody !== null || encodeURIComponent(body).length > 1_000, 'a note of this length has room');
}

async function openedEmpty(session, site, provider, link) {
  const { address } = await openedAt(session, site, provider, link, true);
  assert.equal(address.replace(/[?/]$/, ''), link.start.replace(/[?/]$/, ''));
}
