// The companion where several messages are written at once, and where something happens elsewhere
// while its box is shown.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_SPECIFIC } from '../../scripts/run/sample_calendar.mjs';
import { allowed } from './support/allowed.mjs';
import { chipIs, chipSays, chipShown, pressChip } from './support/chip.mjs';
import { Heard } from './support/heard.mjs';
import { scenario } from './support/rows.mjs';
import { Session } from './support/session.mjs';
import { Sites } from './support/sites.mjs';
import { allStored, changes, fresh, HOSTS, opened, recipientIn, switchOn, textsIn } from './webmail/companion_steps.mjs';
import { statusOf, TO } from './webmail/drafts.mjs';
import { WebmailSite, WINDOWS } from './webmail/site_pages.mjs';

const GMAIL = 'gmail/2022';
const { subject: SUBJECT, to: FIELD } = WINDOWS[GMAIL];

for (const browser of ['chromium', 'firefox']) {
  test(`the companion beside several messages (${browser})`, { timeout: 300_000 }, async (t) => {
    const site = new WebmailSite();
    const sites = await Sites.start((host, path) => site.answer(host, path));
    const granted = allowed(browser, HOSTS);
    const session = await Session.start(browser, { ...sites.options(), dist: granted.dist });
    try {
      await fresh(session);
      await switchOn(session, ['gmail']);
      const run = (label, body) => scenario(t, { provider: 'gmail', browser, scenario: label }, () => body(session, site));
      await run('two that are sent one right after the other', oneAfterTheOther);
      await run('another message is taken back', anotherBack);
      await run('what was sent elsewhere is not put in', sentElsewhere);
      const heard = await Heard.start(session);
      await run('put off, it stays so when the recipient is shown otherwise', () => shownOtherwise(session, site, heard));
    } finally {
      await session.close();
      sites.close();
      granted.remove();
    }
  });
}

/**
 * Puts another compose window into the page, with a *Send* that takes it away at once and shows the
 * service's sign after a while.
 */
async function addWindow(page, name, to, signAfter) {
  await page.evaluate((id, address, field, wait) => {
    window.model ??= document.querySelector('.aaZ').cloneNode(true);
    const it = window.model.cloneNode(true);
    it.id = id;
    it.querySelector(field).value = address;
    it.querySelector('[data-send]').addEventListener('click', () => {
      it.remove();
      setTimeout(() => {
        document.querySelector('#said')?.remove();
        document.body.insertAdjacentHTML('beforeend', `<div class="vh" id="said"><span>Message sent</span>
          <span id="link_undo" role="link">Undo</span> <span id="link_vsm" role="link">?</span></div>`);
      }, wait);
    });
    document.querySelector('.aaZ')?.parentElement.append(it);
    if (!it.isConnected) document.body.append(it);
  }, name, to, FIELD, signAfter);
}

const send = (page, name) => page.click(`#${name} [data-send]`);

/** Puts the note into the window of this name. */
async function insertInto(session, page, name, who, draft) {
  await page.focus(`#${name} ${SUBJECT}`);
  await chipSays(session, page, new RegExp(`note to ${who} is ready`));
  await pressChip(page, 0);
  await until(async () => (await statusOf(session, draft)) === 'opened', { what: `the note to ${who} is in` });
}

/** A page with these windows and no other. */
async function withWindows(session, site, windows) {
  const page = await opened(session, site, GMAIL, { to: '' });
  for (const it of windows) await addWindow(page, ...it);
  await page.evaluate(() => document.querySelector('.aaZ:not([id])').remove());
  return page;
}

/** Of the first one nobody can tell by the sign of the second: it is asked about, and not forgotten. */
async function oneAfterTheOther(session, site) {
  const priya = await fresh(session);
  const stored = (await session.interviews()).find((it) => it.id === priya.interview);
  const tom = { interview: priya.interview, person: stored.people.find((it) => it.name === 'Tom Kovač').id };
  await session.command({ kind: 'answer', ...tom, specific: SAMPLE_SPECIFIC, sellingPoints: [] });
  await session.command({ kind: 'prepareNote', ...tom, variant: 0 });
  const page = await withWindows(session, site, [['first', TO, 1_500], ['second', 'tom.kovac@kettlefish.example', 1_500]]);
  await insertInto(session, page, 'first', 'Priya', priya);
  await insertInto(session, page, 'second', 'Tom', tom);
  await send(page, 'first');
  // Long enough for a look at the page without the first window.
  await new Promise((done) => setTimeout(done, 800));
  await send(page, 'second');
  await until(async () => (await statusOf(session, tom)) === 'sent', { what: 'the second one is sent' });
  assert.equal(await statusOf(session, priya), 'opened');
  await chipSays(session, page, /Did you just send.*Priya/, { within: 20_000 });
  await pressChip(page, 0);
  await until(async () => (await statusOf(session, priya)) === 'sent', { what: 'the first one is sent' });
  await page.close();
}

/** The *Undo* that the service shows is that of the message that was sent last. */
async function anotherBack(session, site) {
  const draft = await fresh(session);
  const page = await withWindows(session, site, [['first', TO, 100], ['second', 'somebody@else.example', 100]]);
  await insertInto(session, page, 'first', 'Priya', draft);
  await send(page, 'first');
  await until(async () => (await statusOf(session, draft)) === 'sent', { what: 'it is sent' });
  await page.evaluate(() => document.querySelector('#said').remove());
  await send(page, 'second');
  await until(() => page.$('#link_undo'), { what: 'the service offers to take the other one back' });
  await page.click('#link_undo');
  await new Promise((done) => setTimeout(done, 500));
  await allStored(session);
  assert.equal(await statusOf(session, draft), 'sent');
  assert.equal((await changes(session, draft)).at(-1).to, 'sent');
  await page.close();
}

async function sentElsewhere(session, site) {
  const draft = await fresh(session);
  const page = await opened(session, site, GMAIL);
  await chipSays(session, page, /note to Priya is ready/);
  const before = await textsIn(page, GMAIL);
  await session.command({ kind: 'markSent', ...draft });
  await pressChip(page, 0);
  await chipSays(session, page, /You thanked Priya on/);
  assert.equal(await textsIn(page, GMAIL), before);
  await page.close();
}

/** As services mark a recipient that was clicked on. */
async function shownOtherwise(session, site, heard) {
  await fresh(session);
  const page = await opened(session, site, GMAIL, { language: 'de', ...recipientIn('de') });
  await chipIs(page, true);
  await pressChip(page, 2);
  await chipIs(page, false);
  await heard.looked(TO, () => page.$eval('.aaZ [data-hovercard-id]', (it) => {
    it.setAttribute('aria-selected', 'true');
    it.append(' ');
  }));
  // The look after the one that was heard has dealt with its answer.
  await heard.looked(TO, () => page.type(SUBJECT, '?'));
  assert.equal(await chipShown(page), false);
  await page.close();
}
