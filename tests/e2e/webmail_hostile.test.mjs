// Pages that mean harm: they forge messages, move their fields while they are filled, pretend to be a
// webmail, and hold scripts where names should be. Nothing is leaked, sent or marked: neither where the
// user inserts the note, nor where the companion is switched on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { press, pressReally, textOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { allowed } from './support/allowed.mjs';
import { chipSays, chipShown, pressChip } from './support/chip.mjs';
import { allowClipboard, CLIPBOARD_PREFERENCES, clipboardText, fillClipboard } from './support/clipboard.mjs';
import { Heard } from './support/heard.mjs';
import { said } from './support/popup_over.mjs';
import { scenario } from './support/rows.mjs';
import { Session } from './support/session.mjs';
import { Sites } from './support/sites.mjs';
import { atDraft, insert, newDraft, personOf, statusOf, TO } from './webmail/drafts.mjs';
import { SENDING } from './webmail/sending.mjs';
import { WebmailSite, WINDOWS } from './webmail/site_pages.mjs';

const NAME = 'gmail/2022';
const HOST = 'mail.google.com';
const FALSE_HOST = 'mail.google.com.evil.example';

/** Keeps whatever reaches the page before the user asks for it. */
const EAVESDROPPER = `
  window.heard = [];
  addEventListener('message', (it) => heard.push(JSON.stringify(it.data)));
  new MutationObserver(() => heard.push(document.body.innerText)).observe(document, { subtree: true, childList: true, characterData: true });`;
/** Forges all that it can think of, again and again, until the test says that it is enough. */
const FORGER = `${EAVESDROPPER}
  window.rounds = 0;
  const forge = () => {
    for (const kind of ['fill', 'sent', 'taken_back', 'companionPlan', 'companionLook', 'companionDo', 'reconsider', 'markSent', 'prepareNote', 'exportData']) {
      const forged = { kind, id: 'x', action: 'sent', request: { kind }, plan: { origin: location.origin }, seen: { recipients: ['${TO}'], subject: '' } };
      postMessage(forged, '*');
      try { chrome.runtime.sendMessage(forged); } catch {}
      dispatchEvent(new CustomEvent('afternote', { detail: forged }));
    }
    window.afternoteFill?.fill({});
    window.afternoteCompanion?.();
    const box = document.documentElement.lastElementChild;
    if (box?.style.zIndex === '2147483647') {
      heard.push(box.shadowRoot?.textContent ?? '', box.innerText, box.outerHTML);
      for (const kind of ['click', 'pointerdown', 'keydown']) box.dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
      const { left, top, width, height } = box.getBoundingClientRect();
      document.elementFromPoint(left + width / 4, top + height - 20)?.click();
    }
    window.rounds += 1;
  };
  setInterval(forge, 50);
  forge();`;
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

/** Another field takes the focus as soon as the message has it. */
const GRABBER = `
  document.body.insertAdjacentHTML('beforeend', '<input id="trap" aria-label="Chat">');
  setInterval(() => { if (document.activeElement === body) document.querySelector('#trap').focus(); }, 5);`;

for (const browser of ['chromium', 'firefox']) {
  test(`pages that mean harm get nothing (${browser})`, { timeout: 240_000 }, async (t) => {
    await within(browser, {}, async (session, site) => {
      const run = (name, body) => scenario(t, { provider: 'hostile', browser, scenario: name }, () => body(session, site));
      await run('forged messages', forged);
      await run('fields that move', moving);
      await run('a field that takes the focus', grabbing);
      await run('a compose window on an unknown site', unknown);
      await run('scripts in names', scripted);
    });
  });

  test(`pages that mean harm get nothing from the companion (${browser})`, { timeout: 240_000 }, async (t) => {
    const granted = allowed(browser, [HOST, FALSE_HOST]);
    await within(browser, { dist: granted.dist }, async (session, site) => {
      const heard = await Heard.start(session);
      await switchOn(session);
      const run = (name, body) => scenario(t, { provider: 'hostile', browser, scenario: `companion: ${name}` }, () => body(session, site, heard));
      await run('forged messages', forgedBesideChip);
      await run('fields that move', movingBesideChip);
      await run('a compose window on an unknown site', unknownToChip);
      await run('scripts in names', scriptedInChip);
    });
    granted.remove();
  });
}

async function within(browser, more, body) {
  const site = new WebmailSite();
  const sites = await Sites.start((host, path) => site.answer(host === FALSE_HOST ? HOST : host, path));
  const options = sites.options();
  const session = await Session.start(browser, { ...options, ...more, preferences: { ...options.preferences, ...CLIPBOARD_PREFERENCES } });
  try {
    await allowClipboard(session, `https://${HOST}`);
    await body(session, site);
  } finally {
    await session.close();
    sites.close();
  }
}

async function switchOn(session) {
  const options = await session.openPage('options.html');
  await options.bringToFront();
  await pressReally(options, '#companion [data-slot="gmail"]');
  await until(() => session.inExtension(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 1), { what: 'it is switched on' });
  await options.close();
}

/** The lines of a note that nobody else would write. */
const own = (body) => body.split('\n').filter((it) => it.length > 20);

/** Two more rounds of forging, so that the last one was answered if it ever is. */
async function rounds(page) {
  const before = await page.evaluate(() => window.rounds);
  await until(() => page.evaluate((it) => window.rounds > it + 2, before), { what: 'the page has forged again' });
}

async function one(session) {
  for (const it of await session.interviews()) await session.command({ kind: 'delete', interview: it.id });
  return newDraft(session);
}

async function noteOf(session, draft) {
  return (await personOf(session, draft)).note;
}

async function opened(session, site, script, url = WINDOWS[NAME].url) {
  site.show(NAME, 'en', { script });
  const page = await session.browser.newPage();
  await page.goto(url);
  await until(() => page.evaluate(() => window.ready === true), { what: 'the page is ready' });
  return page;
}

/** Before the scripts are in the page, while they put the note in, and after: it changes nothing. */
async function forged(session, site) {
  const page = await opened(session, site, FORGER);
  const draft = await newDraft(session);
  const { popup, body } = await atDraft(session, page, draft);
  await rounds(page);
  assert.equal(await statusOf(session, draft), 'drafted');
  const before = await page.evaluate(() => window.heard.join('\n'));
  for (const line of own(body)) assert.ok(!before.includes(line));
  await press(popup, 'main [data-slot="insert"]');
  await said(popup, /is in the message/);
  await until(async () => (await statusOf(session, draft)) === 'opened');
  const interviews = await session.interviews();
  await page.bringToFront();
  await rounds(page);
  assert.deepEqual(await session.interviews(), interviews, 'nothing is marked, written or sent');
  assert.equal(await page.evaluate(() => window.sent), 0);
  const texts = await page.evaluate(() => window.texts());
  for (const line of own(body)) assert.equal(texts.split(line).length, 2, 'it stands there once');
  await page.close();
}

async function forgedBesideChip(session, site) {
  const draft = await one(session);
  const page = await opened(session, site, `${SENDING[NAME].script}${FORGER}`);
  await page.bringToFront();
  await page.type(WINDOWS[NAME].to, TO);
  await chipSays(session, page, /note to Priya is ready/);
  await rounds(page);
  assert.equal(await statusOf(session, draft), 'drafted', 'its clicks do not insert');
  const { subject, body } = await noteOf(session, draft);
  const heard = await page.evaluate(() => window.heard.join('\n'));
  for (const it of [...own(body), subject, 'is ready']) assert.ok(!heard.includes(it), it);
  await pressChip(page, 0);
  await until(async () => (await statusOf(session, draft)) === 'opened', { what: 'the user inserts' });
  const interviews = await session.interviews();
  await page.evaluate(() => window.send().click());
  await until(() => page.$('#link_vsm'), { what: 'the page pretends to have sent' });
  await rounds(page);
  assert.deepEqual(await session.interviews(), interviews, 'nothing is marked as sent');
  await page.close();
}

async function moving(session, site) {
  await fillClipboard(session, 'something else');
  const page = await opened(session, site, MOVER);
  const draft = await newDraft(session);
  const { popup, body } = await insert(session, page, draft);
  await until(async () => /on the clipboard/.test(await textOf(popup, '#notice-text')), { what: 'the clipboard has it' });
  assert.equal(await page.$eval('#trap', (it) => it.textContent), '');
  assert.equal(await statusOf(session, draft), 'drafted');
  assert.equal(await page.evaluate(() => window.sent), 0);
  assert.equal(await clipboardText(session), body);
  await page.close();
}

async function grabbing(session, site) {
  await fillClipboard(session, 'something else');
  const page = await opened(session, site, GRABBER);
  const before = await page.evaluate(() => window.texts());
  const draft = await newDraft(session);
  const { popup, body } = await insert(session, page, draft);
  await said(popup, /on the clipboard/);
  assert.equal(await page.$eval('#trap', (it) => it.value), '');
  assert.equal(await page.evaluate(() => window.texts()), before);
  assert.equal(await statusOf(session, draft), 'drafted');
  assert.equal(await clipboardText(session), body);
  await page.close();
}

async function movingBesideChip(session, site) {
  const draft = await one(session);
  await fillClipboard(session, 'something else');
  const page = await opened(session, site, MOVER);
  await page.bringToFront();
  await page.type(WINDOWS[NAME].to, TO);
  await chipSays(session, page, /note to Priya is ready/);
  await pressChip(page, 0);
  await chipSays(session, page, /on the clipboard/);
  assert.equal(await page.$eval('#trap', (it) => it.textContent), '');
  assert.equal(await statusOf(session, draft), 'drafted');
  assert.equal(await page.evaluate(() => window.sent), 0);
  assert.equal(await clipboardText(session), (await noteOf(session, draft)).body);
  await page.close();
}

/** The browser would let the extension in, but it is no webmail: not a word is exchanged. */
async function unknownToChip(session, site, heard) {
  await one(session);
  const before = await heard.count();
  const page = await opened(session, site, EAVESDROPPER, `https://${FALSE_HOST}/mail/`);
  await page.bringToFront();
  await page.type(WINDOWS[NAME].to, TO);
  // The true one, afterwards: by then the other one would have been heard.
  const real = await opened(session, site, '');
  await real.bringToFront();
  await real.type(WINDOWS[NAME].to, TO);
  await chipSays(session, real, /note to Priya is ready/);
  const since = (await heard.all()).slice(before);
  assert.ok(since.length > 0 && since.every((it) => it.at.startsWith(`https://${HOST}/`)));
  await page.bringToFront();
  assert.equal(await chipShown(page), false);
  await real.close();
  await page.close();
}

async function scriptedInChip(session, site) {
  const draft = await one(session);
  const { interview, person } = draft;
  const name = '<img src=x onerror="window.pwned=1">';
  await session.command({ kind: 'editPerson', interview, person, name, email: TO, title: '', call: name });
  await session.command({ kind: 'prepareNote', interview, person, variant: 1 });
  const page = await opened(session, site, '');
  await page.bringToFront();
  await page.type(WINDOWS[NAME].to, TO);
  await chipSays(session, page, /note to <img src=x onerror="window.pwned=1"> is ready/);
  await pressChip(page, 0);
  await until(async () => (await statusOf(session, draft)) === 'opened', { what: 'it is in' });
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  assert.equal(await page.$('img'), null);
  await page.close();
}

async function unknown(session, site) {
  const page = await opened(session, site, FORGER, `https://${FALSE_HOST}/mail/`);
  const draft = await newDraft(session);
  const { popup, body } = await insert(session, page, draft);
  await said(popup, /mail\.google\.com\.evil\.example is not known/);
  await rounds(page);
  const heard = await page.evaluate(() => window.heard.join('\n') + document.body.innerText);
  for (const line of own(body)) assert.ok(!heard.includes(line));
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
