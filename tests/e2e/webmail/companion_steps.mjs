// What a user does with the companion in the windows of the large services, step by step.

import assert from 'node:assert/strict';
import { pressReally } from '../../../scripts/browsers/ui.mjs';
import { until } from '../../../scripts/browsers/until.mjs';
import { chipSays, chipTexts, pressChip } from '../support/chip.mjs';
import { lines, newDraft, personOf, statusOf, TO } from './drafts.mjs';
import { SENDING } from './sending.mjs';
import { WINDOWS } from './site_pages.mjs';

export const HOSTS = ['mail.google.com', 'outlook.live.com', 'outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft',
  'mail.yahoo.com', 'compose.mail.yahoo.com', 'mail.proton.me', 'app.fastmail.com'];
export const CODES = ['gmail', 'outlook', 'yahoo', 'proton', 'fastmail'];

export const registered = (session) => session.inExtension(async () => (await chrome.scripting.getRegisteredContentScripts()).map((it) => it.id));

export async function flip(session, codes) {
  const options = await session.openPage('options.html');
  await options.bringToFront();
  for (const code of codes) {
    const before = (await registered(session)).length;
    await pressReally(options, `#companion [data-slot="${code}"]`);
    await until(async () => (await registered(session)).length !== before, { what: `${code} is switched` });
  }
  await options.close();
}

export const switchOn = flip;

export async function opened(session, site, name, { to = TO, language = 'en', script = SENDING[name]?.script, set, late } = {}) {
  site.show(name, language, { script, set, late });
  const page = await session.browser.newPage();
  await page.goto(WINDOWS[name].url);
  await until(() => page.evaluate(() => window.ready === true), { what: `${name} is ready` });
  await page.bringToFront();
  if (to && !set) await page.type(WINDOWS[name].to, to);
  return page;
}

/** One draft alone: an earlier one to the same person would be a second note. */
export async function fresh(session) {
  for (const it of await session.interviews()) await session.command({ kind: 'delete', interview: it.id });
  return newDraft(session);
}

/** In one of the languages the recipient is set already, in the others their address is typed. */
export const recipientIn = (language) => (language === 'de' ? { set: [{ name: 'Priya Shah', address: TO }] } : {});

export async function inserted(session, site, name, language = 'en') {
  const draft = await fresh(session);
  const page = await opened(session, site, name, { language, ...recipientIn(language) });
  await chipSays(session, page, /note to Priya is ready/);
  await pressChip(page, 0);
  await until(async () => (await statusOf(session, draft)) === 'opened', { what: 'it is in' });
  const { body } = await noteOf(session, draft);
  const now = lines(await textsIn(page, name));
  assert.deepEqual(now.slice(0, lines(body).length), lines(body));
  return { draft, page };
}

export async function textsIn(page, name) {
  const inside = WINDOWS[name].frame ? await (await page.$('iframe')).contentFrame() : page;
  return inside.evaluate(() => window.texts());
}

export async function press(page, name) {
  await page.bringToFront();
  const button = await page.evaluateHandle((it) => window[it](), name);
  await button.asElement().click();
}

export async function noteOf(session, draft) {
  return (await personOf(session, draft)).note;
}

export async function changes(session, draft) {
  return (await personOf(session, draft)).history;
}

/** Commands are carried out one by one: what was told before this one is stored. */
export async function allStored(session) {
  await session.command({ kind: 'saveProfile', profile: { ...(await session.stored()).profile.data } });
}

/** After this long without a sign the companion would ask. */
export const ASKS_MS = 8_000;

/** For as long as it takes until it would ask. */
export async function asksNothing(session, page) {
  const seen = [];
  for (const end = Date.now() + ASKS_MS + 1_000; Date.now() < end;) {
    seen.push(...await chipTexts(session, page));
    await new Promise((done) => setTimeout(done, 250));
  }
  assert.ok(!seen.some((it) => /Did you just send/.test(it)), seen.join());
}
