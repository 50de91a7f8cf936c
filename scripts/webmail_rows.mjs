// Says what is missing in the table of what was tried in which webmail (target/report/webmail.json,
// written by the browser tests): a scenario that nobody ran, or one that failed. A test that was
// dropped or renamed is noticed here and not by users.

import { readFileSync } from 'node:fs';

const BOTH = ['chromium', 'firefox'];
const INSERTED = ['insert, read back, undo', 'text of the user is kept', 'every hook fails'];
const SENT = ['the companion inserts and sees it sent', 'thrown away is not sent', 'taken back'];
/** By provider: parts of the names of scenarios. */
const WANTED = {
  roundcube: [
    'by link, sent', 'insert into the plain editor, sent', 'insert into the HTML editor, sent',
    'a second note is stopped', 'the companion inserts into the plain editor and sees it sent',
    'the companion inserts into the HTML editor and sees it sent', 'opened by link, the companion sees it sent',
    'a second note is warned of in the compose window', 'a draft that is saved is not sent', 'an invitation with its file',
  ],
  gmail: [...INSERTED, ...SENT, 'opened by link', 'opened empty', 'the review is shown', 'a serious finding',
    'where the permission is taken away', 'an invitation\'s card is read', 'the invitation beside its calendar file'],
  outlook: [...INSERTED, ...SENT, 'opened by link', 'opened empty', 'it asks once', 'an invitation\'s card is read'],
  outlook_personal: [...INSERTED, ...SENT],
  outlook_work: ['opened by link', 'opened empty'],
  yahoo: [...INSERTED, ...SENT, 'yahoo/2020', 'yahoo/2024', 'yahoo/plain', 'opened by link', 'opened empty'],
  proton: [...INSERTED, ...SENT, 'proton/2022', 'proton/plain', 'opened by link', 'opened empty'],
  fastmail: [...INSERTED, ...SENT, 'fastmail/2020', 'fastmail/plain', 'opened by link', 'opened empty'],
  frames: ['tinymce in a frame', 'textarea in a frame in a frame', 'of two windows', 'a frame of another origin'],
  hostile: ['forged messages', 'fields that move', 'a compose window on an unknown site', 'scripts in names',
    'companion: forged messages', 'companion: fields that move', 'companion: scripts in names'],
  companion: ['nothing runs before it is switched on', 'switched off, it is gone'],
  ...Object.fromEntries(['tinymce', 'ckeditor5', 'quill', 'lexical', 'squire', 'roosterjs', 'prosemirror']
    .map((it) => [`editor:${it}`, ['insert, read back, undo', 'text of the user is kept']])),
};

/** Sentences about what is missing; none when all is there. */
export function missing(rows) {
  const failed = rows.filter((it) => !it.ok).map((it) => `${it.provider}, ${it.browser}: ${it.scenario} failed`);
  const absent = Object.entries(WANTED).flatMap(([provider, parts]) => parts.flatMap((part) => BOTH
    .filter((browser) => !rows.some((it) => it.provider === provider && it.browser === browser && it.scenario.includes(part)))
    .map((browser) => `${provider}, ${browser}: nothing tried ${part}`)));
  const update = rows.some((it) => it.scenario === 'what an update leaves behind ends itself');
  return [...failed, ...absent, ...(update ? [] : ['companion, chromium: nothing tried an update'])];
}

if (process.argv[1]?.endsWith('webmail_rows.mjs')) {
  const found = missing(JSON.parse(readFileSync('target/report/webmail.json', 'utf8')));
  for (const it of found) console.error(it);
  process.exitCode = found.length > 0 ? 1 : 0;
}
