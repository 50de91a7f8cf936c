// *Insert here* where the compose window lies wholly in a frame: the note goes into the one that the
// user is in, through frames of the same origin, and never into one of another origin.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { press, textOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { allowClipboard, CLIPBOARD_PREFERENCES, clipboardText, fillClipboard } from './support/clipboard.mjs';
import { said } from './support/popup_over.mjs';
import { scenario } from './support/rows.mjs';
import { Session } from './support/session.mjs';
import { Sites } from './support/sites.mjs';
import { insert, lines, newDraft, statusOf, TO } from './webmail/drafts.mjs';
import { editorSite } from './webmail/editor_pages.mjs';

for (const browser of ['chromium', 'firefox']) {
  test(`the note goes into frames (${browser})`, { timeout: 240_000 }, async (t) => {
    const sites = await Sites.start(editorSite);
    const options = sites.options();
    const session = await Session.start(browser, { ...options, preferences: { ...options.preferences, ...CLIPBOARD_PREFERENCES } });
    await allowClipboard(session);
    const run = (name, body) => scenario(t, { provider: 'frames', browser, scenario: name }, body);
    try {
      for (const editor of ['contenteditable', 'textarea', 'tinymce', 'lexical']) {
        await run(`${editor} in a frame`, () => inserted(session, `frame/${editor}`, 1));
        await run(`${editor} in a frame in a frame`, () => inserted(session, `frame/frame/${editor}`, 2));
      }
      await run('of two windows, the one with the focus', () => focused(session));
      await run('a frame of another origin gets nothing', () => elsewhere(session));
    } finally {
      await session.close();
      sites.close();
    }
  });
}

async function opened(session, path, deep) {
  const page = await session.browser.newPage();
  await page.goto(`https://editors.example/${path}`);
  let inside = page.mainFrame();
  for (let left = deep; left > 0; left -= 1) inside = await (await until(() => inside.$('iframe'))).contentFrame();
  await until(() => inside.evaluate(() => window.ready === true), { what: `${path} is ready` });
  return { page, inside };
}

async function inserted(session, path, deep) {
  const { page, inside } = await opened(session, path, deep);
  const draft = await newDraft(session);
  const { popup, subject, body } = await insert(session, page, draft);
  await press(popup, '#notice-action');
  await said(popup, /is in the message/);
  assert.deepEqual(lines(await inside.evaluate(() => window.texts())), lines(body));
  assert.equal(await inside.$eval('[name="subject"]', (it) => it.value), subject);
  assert.equal(await inside.$eval('[name="to"]', (it) => it.value), TO);
  assert.equal(await inside.evaluate(() => window.sent), 0);
  await until(async () => (await statusOf(session, draft)) === 'opened');
  await inside.evaluate(() => window.undoOnce());
  await until(async () => lines(await inside.evaluate(() => window.texts())).length === 0, { what: 'one undo takes it out' });
  await page.close();
}

/** The same page holds a window of its own; the user's caret is in the frame. */
async function focused(session) {
  const { page, inside } = await opened(session, 'frame/contenteditable', 1);
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend',
    '<form><input name="to"><input name="subject"><div id="outer" contenteditable="true" style="min-height: 4rem"></div></form>'));
  await inside.evaluate(() => document.querySelector('#editor').focus());
  const { popup, body } = await insert(session, page, await newDraft(session));
  await press(popup, '#notice-action');
  await said(popup, /is in the message/);
  assert.deepEqual(lines(await inside.evaluate(() => window.texts())), lines(body));
  assert.equal(await page.$eval('#outer', (it) => it.textContent), '');
  await page.close();
}

async function elsewhere(session) {
  await fillClipboard(session, 'something else');
  const { page, inside } = await opened(session, 'elsewhere/textarea', 1);
  await inside.evaluate(() => document.querySelector('#editor').focus());
  const draft = await newDraft(session);
  const { popup, body } = await insert(session, page, draft);
  await press(popup, '#notice-action');
  await until(async () => /on the clipboard/.test(await textOf(popup, '#notice-text')), { what: 'the clipboard has it' });
  assert.equal(await inside.evaluate(() => window.texts()), '');
  assert.equal(await statusOf(session, draft), 'drafted');
  assert.equal(await clipboardText(session), body);
  await page.close();
}
