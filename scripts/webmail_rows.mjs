// Says what is missing in the table of what was tried in which webmail (target/report/webmail.json,
// written by the browser tests): a scenario that nobody ran, or one that failed. A test that was
// dropped or renamed is noticed here and not by users.

import { readFileSync } from 'node:fs';
import { SENDING } from '../tests/e2e/webmail/sending.mjs';
import { LANGUAGES, WINDOWS } from '../tests/e2e/webmail/site_pages.mjs';

const BOTH = ['chromium', 'firefox'];
/** By provider: parts of the names of scenarios. What is tried in every window is below. */
const WANTED = {
  roundcube: [
    'by link, sent', 'insert into the plain editor, sent', 'insert into the HTML editor, sent',
    'a second note is stopped', 'the companion inserts into the plain editor and sees it sent',
    'the companion inserts into the HTML editor and sees it sent', 'opened by link, the companion sees it sent',
    'a second note is warned of in the compose window', 'a draft that is saved is not sent', 'an invitation with its file',
  ],
  gmail: ['opened by link', 'opened empty', 'the review is shown', 'a serious finding',
    'where the permission is taken away', 'too long for a link', 'an address that the service turns into a name',
    'beside text of the user', 'sent later is not sent', 'sent by a button that is not known', 'gmail/2022: addressed to somebody else',
    'an invitation\'s card is read', 'the invitation beside its calendar file'],
  outlook: ['opened by link', 'opened empty', 'it asks once', 'an invitation\'s card is read'],
  outlook_work: ['opened by link', 'opened empty'],
  yahoo: ['opened by link', 'opened empty'],
  proton: ['opened by link', 'opened empty'],
  fastmail: ['opened by link', 'opened empty'],
  frames: ['tinymce in a frame', 'textarea in a frame in a frame', 'of two windows', 'a frame of another origin'],
  icloud: ['opened without a message'],
  hostile: ['forged messages', 'fields that move', 'a field that takes the focus', 'a compose window on an unknown site', 'scripts in names',
    'companion: forged messages', 'companion: fields that move', 'companion: scripts in names'],
  companion: ['nothing runs before it is switched on', 'it reads nothing else in the page', 'switched off, it is gone'],
  ...Object.fromEntries(['tinymce', 'ckeditor5', 'quill', 'lexical', 'squire', 'roosterjs', 'prosemirror']
    .map((it) => [`editor:${it}`, ['insert, read back, undo', 'text of the user is kept']])),
};

/** In every window, in all languages in Chromium and in one in Firefox: whole names. */
function everywhere(browser) {
  const languages = browser === 'chromium' ? LANGUAGES : ['de'];
  return Object.entries(WINDOWS).flatMap(([name, { provider }]) => {
    const { sure, undo } = SENDING[name];
    const each = ['insert, read back, undo', 'the companion inserts and sees it sent', 'thrown away is not sent', ...(undo ? ['sent and taken back'] : [])];
    const once = ['text of the user is kept', 'every hook fails', ...(sure ? [] : ['taken back at once, it asks nothing'])];
    const labels = [...each.flatMap((it) => languages.map((language) => `${it} (${language})`)), ...once];
    return labels.map((it) => ({ provider, browser, scenario: `${name}: ${it}` }));
  });
}

/** Sentences about what is missing; none when all is there. */
export function missing(rows) {
  const failed = rows.filter((it) => !it.ok).map((it) => `${it.provider}, ${it.browser}: ${it.scenario} failed`);
  const absent = Object.entries(WANTED).flatMap(([provider, parts]) => parts.flatMap((part) => BOTH
    .filter((browser) => !rows.some((it) => it.provider === provider && it.browser === browser && it.scenario.includes(part)))
    .map((browser) => `${provider}, ${browser}: nothing tried ${part}`)));
  const nowhere = BOTH.flatMap(everywhere).filter((it) => !rows.some((row) => ['provider', 'browser', 'scenario'].every((key) => row[key] === it[key])))
    .map((it) => `${it.provider}, ${it.browser}: nothing tried ${it.scenario}`);
  const update = rows.some((it) => it.scenario === 'what an update leaves behind ends itself');
  return [...failed, ...absent, ...nowhere, ...(update ? [] : ['companion, chromium: nothing tried an update'])];
}

if (process.argv[1]?.endsWith('webmail_rows.mjs')) {
  const found = missing(JSON.parse(readFileSync('target/report/webmail.json', 'utf8')));
  for (const it of found) console.error(it);
  process.exitCode = found.length > 0 ? 1 : 0;
}
