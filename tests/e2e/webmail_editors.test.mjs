// *Insert here* in real editors: the note is in, the editor itself says so, its undo takes it out,
// and what the user wrote stays.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { press, textOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { said } from './support/popup_over.mjs';
import { scenario } from './support/rows.mjs';
import { Session } from './support/session.mjs';
import { Sites } from './support/sites.mjs';
import { insert, lines, newDraft, statusOf, TO } from './webmail/drafts.mjs';
import { EDITORS, editorSite } from './webmail/editor_pages.mjs';

for (const browser of ['chromium', 'firefox']) {
  test(`the note goes into real editors (${browser})`, { timeout: 240_000 }, async (t) => {
    const sites = await Sites.start(editorSite);
    const session = await Session.start(browser, sites.options());
    try {
      for (const editor of Object.keys(EDITORS)) {
        const row = { provider: `editor:${editor}`, browser };
        await scenario(t, { ...row, scenario: 'insert, read back, undo' }, () => inserted(session, editor));
        await scenario(t, { ...row, scenario: 'text of the user is kept' }, () => besideText(session, editor));
      }
    } finally {
      await session.close();
      sites.close();
    }
  });
}

async function inserted(session, editor) {
  const page = await opened(session, editor);
  const draft = await newDraft(session);
  const { popup, subject, body } = await insert(session, page, draft);
  await said(popup, /editors\.example is not known/);
  assert.deepEqual(lines(await textsIn(page)), [], 'nothing before the question is answered');
  assert.equal(await statusOf(session, draft), 'drafted');
  await press(popup, '#notice-action');
  await said(popup, /is in the message/);
  assert.deepEqual(lines(await textsIn(page)), lines(body));
  assert.equal(await page.$eval('[name="subject"]', (it) => it.value), subject);
  assert.equal(await page.$eval('[name="to"]', (it) => it.value), TO);
  assert.equal(await page.evaluate(() => window.sent), 0);
  await until(async () => (await statusOf(session, draft)) === 'opened');
  await page.evaluate(() => window.undoOnce());
  await until(async () => lines(await textsIn(page)).length === 0, { what: 'one undo takes it out' });
  await page.close();
}

async function besideText(session, editor) {
  const page = await opened(session, editor);
  await page.evaluate(() => window.write('My own words.'));
  const { popup, body } = await insert(session, page, await newDraft(session));
  await press(popup, '#notice-action');
  await said(popup, /There is text in the message already/);
  assert.deepEqual(lines(await textsIn(page)), ['My own words.']);
  await press(popup, '#notice-action');
  await said(popup, /is in the message/);
  // Before or after, as the editor has its caret; never in between.
  const found = lines(await textsIn(page));
  const before = found[0] === 'My own words.';
  const own = ['My own words.'];
  assert.deepEqual(found, before ? [...own, ...lines(body)] : [...lines(body), ...own]);
  assert.match(await textOf(popup, '#notice-text'), /send it/);
  await page.close();
}

async function opened(session, editor) {
  const page = await session.browser.newPage();
  await page.goto(`https://editors.example/${editor}`);
  await until(() => page.evaluate(() => window.ready === true), { what: `${editor} is ready` });
  return page;
}

function textsIn(page) {
  return page.evaluate(() => window.texts());
}
