// Pages that mean harm: they forge messages, move their fields while they are filled, pretend to be a
// webmail, and hold scripts where names should be. Nothing is leaked, sent or marked.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { press, textOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { said } from './support/popup_over.mjs';
import { scenario } from './support/rows.mjs';
import { Session } from './support/session.mjs';
import { Sites } from './support/sites.mjs';
import { atDraft, insert, newDraft, statusOf } from './webmail/drafts.mjs';
import { WebmailSite, WINDOWS } from './webmail/site_pages.mjs';

const NAME = 'gmail/2022';

/** Keeps whatever reaches the page before the user asks for it. */
const EAVESDROPPER = `
  window.heard = [];
  addEventListener('message', (it) => heard.push(JSON.stringify(it.data)));
  new MutationObserver(() => heard.push(document.body.innerText)).observe(document, { subtree: true, childList: true, characterData: true });`;
const FORGER = `${EAVESDROPPER}
  for (const kind of ['fill', 'markSent', 'sent', 'prepareNote', 'exportData']) {
    const forged = { kind, id: 'x', request: { kind }, plan: { origin: location.origin } };
    postMessage(forged, '*');
    try { chrome.runtime.sendMessage(forged); } catch {}
    dispatchEvent(new CustomEvent('afternote', { detail: forged }));
  }`;
/** A second editor takes the place of the first one as soon as another field is filled. */
const MOVER = `
  document.querySelector('input[name="subjectbox"]').addEventListener('input', () => {
    const other = document.createElement('div');
    other.id = 'trap';
    other.className = body.className;
    for (const name of ['role', 'g_editable', 'contenteditable']) other.setAttribute(name, body.getAttribute(name));
    body.replaceWith(other);
    other.focus();
  });`;

for (const browser of ['chromium', 'firefox']) {
  test(`pages that mean harm get nothing (${browser})`, { timeout: 240_000 }, async (t) => {
    const site = new WebmailSite();
    const sites = await Sites.start((host, path) => (host === 'mail.google.com.evil.example'
      ? site.answer('mail.google.com', path) : site.answer(host, path)));
    const session = await Session.start(browser, sites.options());
    if (browser === 'chromium') {
      await session.browser.defaultBrowserContext()
        .overridePermissions(session.origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
    }
    const run = (name, body) => scenario(t, { provider: 'hostile', browser, scenario: name }, () => body(session, site));
    try {
      await run('forged messages', forged);
      await run('fields that move', moving);
      await run('a compose window on an unknown site', unknown);
      await run('scripts in names', scripted);
    } finally {
      await session.close();
      sites.close();
    }
  });
}

async function opened(session, site, script, url = WINDOWS[NAME].url) {
  site.show(NAME, 'en', { script });
  const page = await session.browser.newPage();
  await page.goto(url);
  await until(() => page.evaluate(() => window.ready === true), { what: 'the page is ready' });
  return page;
}

async function forged(session, site) {
  const page = await opened(session, site, FORGER);
  const draft = await newDraft(session);
  const before = await session.interviews();
  const { body } = await atDraft(session, page, draft);
  await new Promise((done) => setTimeout(done, 500));
  assert.deepEqual(await session.interviews(), before);
  assert.equal(await statusOf(session, draft), 'drafted');
  const heard = await page.evaluate(() => window.heard.join('\n'));
  for (const line of body.split('\n').filter((it) => it.length > 20)) assert.ok(!heard.includes(line));
  await page.close();
}

async function moving(session, site) {
  const page = await opened(session, site, MOVER);
  const draft = await newDraft(session);
  const { popup } = await insert(session, page, draft);
  await until(async () => /clipboard/.test(await textOf(popup, '#notice-text')), { what: 'the clipboard has it' });
  assert.equal(await page.$eval('#trap', (it) => it.textContent), '');
  assert.equal(await statusOf(session, draft), 'drafted');
  assert.equal(await page.evaluate(() => window.sent), 0);
  await page.close();
}

async function unknown(session, site) {
  const page = await opened(session, site, EAVESDROPPER, 'https://mail.google.com.evil.example/mail/');
  const draft = await newDraft(session);
  const { popup, body } = await insert(session, page, draft);
  await said(popup, /mail\.google\.com\.evil\.example is not known/);
  await new Promise((done) => setTimeout(done, 500));
  const heard = await page.evaluate(() => window.heard.join('\n') + document.body.innerText);
  for (const line of body.split('\n').filter((it) => it.length > 20)) assert.ok(!heard.includes(line));
  assert.equal(await statusOf(session, draft), 'drafted');
  await page.close();
}

async function scripted(session, site) {
  const page = await opened(session, site, '');
  const draft = await newDraft(session);
  const { interview, person } = draft;
  const name = '<img src=x onerror="window.pwned=1"> Priya <script>window.pwned=1</script>';
  const email = 'priya.shah@kettlefish.example';
  await session.command({ kind: 'editPerson', interview, person, name, email, title: '', call: name });
  await session.command({ kind: 'prepareNote', interview, person, variant: 1 });
  const { popup, body } = await insert(session, page, draft);
  assert.ok(body.includes('<img'), 'the name is in the note as it was typed');
  await said(popup, /is in the message/);
  for (const it of [page, popup]) {
    assert.equal(await it.evaluate(() => window.pwned), undefined);
    assert.equal(await it.$('img[src="x"]'), null);
  }
  await press(popup, '#back');
  await page.close();
}
