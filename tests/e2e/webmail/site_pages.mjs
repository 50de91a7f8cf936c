// Compose windows as Gmail, Outlook, Yahoo, Proton and Fastmail build them, at their true addresses:
// made by hand on 2026-11-23, Yahoo's second and plain ones on 2026-11-28, recipients that are set,
// signatures and what stands behind the window on 2026-11-29, from what public code says of their
// markup. Nobody has compared them with the live sites; names of classes are the published ones.
// Outlook and Proton run the real RoosterJS, Fastmail the real Squire; Gmail and Yahoo have editors
// of their own, for which a plain editable stands in.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LABELS = {
  en: { subject: 'Subject', to: 'To', body: 'Message body, press Alt+F10 to exit', send: 'Send' },
  de: { subject: 'Betreff', to: 'An', body: 'Nachrichtentext, zum Beenden ALT+F10', send: 'Senden' },
  fr: { subject: 'Objet', to: 'À', body: 'Corps du message, appuyez sur Alt+F10', send: 'Envoyer' },
};
export const LANGUAGES = Object.keys(LABELS);

const SIGNATURE = 'Jordan Avery, +1 555 0100';

/** Somebody in the page who has nothing to do with the message, and what they wrote. */
export const BEHIND = { name: 'Dana Decoy', address: 'dana.decoy@elsewhere.example', text: 'Nobody but the user reads this.' };

/** Each with what it begins with: the signature of a window, where its markup has none. */
const plain = {
  start: (sign) => `
    const body = document.querySelector('[data-editor]');
    body.insertAdjacentHTML('beforeend', ${JSON.stringify(sign)});
    window.texts = () => body.innerText;
    window.write = (text) => body.insertAdjacentHTML('afterbegin', '<div>' + text + '</div>');
    window.undoOnce = () => { body.focus(); document.execCommand('undo'); };`,
};
const rooster = {
  head: '<script src="/npm/roosterjs/dist/rooster-min.js"></script>',
  start: (sign) => `
    const body = document.querySelector('[data-editor]');
    const editor = roosterjs.createEditor(body);
    body.insertAdjacentHTML('beforeend', ${JSON.stringify(sign)});
    window.texts = () => roosterjs.exportContent(editor, 'PlainText');
    window.write = (text) => { editor.focus(); document.execCommand('insertText', false, text); };
    window.undoOnce = () => roosterjs.undo(editor);`,
};
const squire = {
  head: '<script src="/npm/dompurify/dist/purify.min.js"></script><script src="/npm/squire-rte/dist/squire-raw.js"></script>',
  start: (sign) => `
    const editor = new Squire(document.querySelector('[data-editor]'), {
      sanitizeToDOMFragment: (html) => DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true }) });
    const sign = ${JSON.stringify(sign)};
    editor.setHTML('<div><br></div>' + sign);
    window.texts = () => editor.getRoot().innerText;
    window.write = (text) => editor.setHTML('<div>' + text + '</div>' + sign);
    window.undoOnce = () => editor.undo();`,
};
const field = {
  start: (sign) => `
    const body = document.querySelector('[data-editor]');
    body.value = ${JSON.stringify(sign)};
    window.texts = () => body.value;
    window.write = (text) => { body.value = text + body.value; };
    window.undoOnce = () => { body.focus(); document.execCommand('undo'); };`,
};
const IN_FIELD = `\n\n-- \n${SIGNATURE}`;

/** Address, markup and editor of each window; `to` and `subject` find the fields for the test. */
export const WINDOWS = {
  'gmail/2022': {
    provider: 'gmail', url: 'https://mail.google.com/mail/u/0/', editor: plain,
    to: 'input[role="combobox"]', subject: 'input[name="subjectbox"]',
    pill: ({ name, address }) => `<div role="option" data-hovercard-id="${address}" data-name="${name}"><span>${name}</span></div>`,
    markup: (it) => `<div class="aaZ" role="dialog"><form><input type="hidden" name="composeid" value="1"><input type="hidden" name="draft" value="undefined">
      <div class="anm" name="to"><div role="listbox">${it.pills}</div><input class="agP aFw" role="combobox" aria-autocomplete="list" aria-label="${it.to}"></div>
      <input name="subjectbox" class="aoT" placeholder="${it.subject}" aria-label="${it.subject}"></form>
      <div class="Am Al editable LW-avf" data-editor g_editable="true" role="textbox" aria-multiline="true" aria-label="${it.body}" contenteditable="true"><br><div class="gmail_signature">${SIGNATURE}</div></div>
      <div class="IZ"><div class="Up"><div><div role="button" class="T-I J-J5-Ji aoO T-I-atl L3" data-send>${it.send}</div></div></div></div></div>`,
  },
  'gmail/2013': {
    provider: 'gmail', url: 'https://mail.google.com/mail/', editor: plain,
    to: 'textarea[name="to"]', subject: 'input[name="subjectbox"]',
    pill: ({ name, address }) => `<div class="vR"><span class="vN" email="${address}">${name}</span></div>`,
    markup: (it) => `<div class="AD"><form>${it.pills}<textarea class="vO" name="to" aria-label="${it.to}"></textarea><input name="subjectbox" placeholder="${it.subject}"></form>
      <div class="Ap"><div class="editable" data-editor g_editable="true" contenteditable="true"><br><div class="gmail_signature">${SIGNATURE}</div></div></div>
      <div class="T-I T-I-atl" role="button" data-send>${it.send}</div></div>`,
  },
  'outlook/2024': {
    provider: 'outlook', url: 'https://outlook.cloud.microsoft/mail/', editor: rooster,
    to: '[data-to]', subject: '[data-subject]',
    sign: `<div id="Signature">${SIGNATURE}</div>`,
    pill: ({ name }) => `<span class="a1_EType_RECIPIENT_ENTITY" contenteditable="false">${name}</span>`,
    markup: (it) => `<div class="owaCompose"><div data-to contenteditable="true" role="textbox" aria-label="${it.to}">${it.pills}</div>
      <input data-subject type="text" maxlength="255" aria-label="${it.subject}" placeholder="${it.subject}">
      <div class="owaMailComposeEditorScrollContainer"><div data-editor role="textbox" aria-multiline="true" aria-label="${it.body}" contenteditable="true"></div></div>
      <button data-testid="ComposeSendButton" aria-label="${it.send}" data-send>${it.send}</button></div>`,
  },
  'outlook/2019': {
    provider: 'outlook_personal', url: 'https://outlook.live.com/mail/0/', editor: rooster,
    to: '[data-to]', subject: '[data-subject]',
    sign: `<div id="Signature">${SIGNATURE}</div>`,
    pill: ({ name }) => `<span class="b2_EType_RECIPIENT_ENTITY">${name}</span>`,
    markup: (it) => `<div>${it.pills}<input data-to aria-label="${it.to}"><input data-subject type="text" aria-label="${it.subject}">
      <div data-editor role="textbox" aria-label="${it.body}" contenteditable="true"></div><button title="${it.send} (Ctrl+Enter)" data-send>${it.send}</button></div>`,
  },
  'yahoo/2020': {
    provider: 'yahoo', url: 'https://mail.yahoo.com/d/compose/1', editor: plain,
    to: '#message-to-field', subject: '[data-test-id="compose-subject"]',
    sign: `<div class="mail-signature">${SIGNATURE}</div>`,
    pill: ({ name, address }) => `<div data-test-id="y-pill"><span title="${address}">${name}</span></div>`,
    markup: (it) => `<div data-test-id="compose"><ul><li>${it.pills}<input id="message-to-field" role="combobox" aria-label="${it.to}"></li></ul>
      <input data-test-id="compose-subject" aria-label="${it.subject}"><div data-test-id="rte" data-editor contenteditable="true" role="textbox" aria-label="${it.body}"><div><br></div></div>
      <button data-test-id="compose-send-button" data-send>${it.send}</button></div>`,
  },
  'yahoo/2024': {
    provider: 'yahoo', url: 'https://mail.yahoo.com/n/compose/1', editor: plain,
    to: '#message-to-field', subject: '#compose-subject-input',
    sign: `<div class="mail-signature">${SIGNATURE}</div>`,
    pill: ({ name, address }) => `<div data-test-id="pill" title="${address}">${name}</div>`,
    markup: (it) => `<div data-yahoo-compose><div data-test-id="compose-to">${it.pills}<input id="message-to-field" role="combobox" aria-label="${it.to}"></div>
      <input id="compose-subject-input" placeholder="${it.subject}"><div id="editor-container" data-test-id="compose-editor-container"><div data-editor contenteditable="true" role="textbox" aria-label="${it.body}"><div><br></div></div></div>
      <button data-test-id="compose-send-button" title="${it.send}" data-send>${it.send}</button></div>`,
  },
  'yahoo/plain': {
    provider: 'yahoo', url: 'https://mail.yahoo.com/d/compose/2', editor: field,
    to: '#message-to-field', subject: '[data-test-id="compose-subject"]',
    sign: IN_FIELD,
    pill: ({ name, address }) => `<div data-test-id="pill" title="${address}">${name}</div>`,
    markup: (it) => `<div data-yahoo-compose><ul><li>${it.pills}<input id="message-to-field" role="combobox" aria-label="${it.to}"></li></ul>
      <input data-test-id="compose-subject" aria-label="${it.subject}"><textarea id="editorPlainText" data-editor aria-label="${it.body}"></textarea>
      <button data-test-id="compose-send-button" data-send>${it.send}</button></div>`,
  },
  'proton/2022': {
    provider: 'proton', url: 'https://mail.proton.me/u/0/inbox', editor: rooster, frame: 'iframe[data-testid="rooster-iframe"]',
    to: '[data-testid="composer:to"]', subject: '[data-testid="composer:subject"]',
    sign: `<div class="protonmail_signature_block">${SIGNATURE}</div>`,
    pill: ({ name, address }) => `<div data-testid="composer-addresses-item" title="${address}">${name}</div>`,
    markup: (it) => `<div class="composer" data-testid="composer-0">${it.pills}<input data-testid="composer:to" aria-label="${it.to}"><input data-testid="composer:subject" placeholder="${it.subject}">
      <iframe data-testid="rooster-iframe" src="/editor" title="${it.body}"></iframe><button data-testid="composer:send-button" data-send>${it.send}</button></div><div class="notifications-container"></div>`,
    inFrame: '<div id="rooster-wrapper"><div id="rooster-editor" data-editor contenteditable="true" role="textbox"></div></div>',
  },
  'proton/plain': {
    provider: 'proton', url: 'https://mail.proton.me/u/1/inbox', editor: field,
    to: '[data-testid="composer:to"]', subject: '[data-testid="composer:subject"]',
    sign: IN_FIELD,
    pill: ({ name, address }) => `<div data-testid="composer-addresses-item" title="${address}">${name}</div>`,
    markup: (it) => `<div class="composer" data-testid="composer-0">${it.pills}<input data-testid="composer:to" aria-label="${it.to}"><input data-testid="composer:subject" placeholder="${it.subject}">
      <textarea data-editor data-testid="editor-textarea"></textarea><button data-testid="composer:send-button" data-send>${it.send}</button></div><div class="notifications-container"></div>`,
  },
  'fastmail/2020': {
    provider: 'fastmail', url: 'https://app.fastmail.com/mail/compose', editor: squire,
    to: '.v-EmailInput-input', subject: 'input[id$="-subject-input"]',
    sign: `<div id="defaultSignature">${SIGNATURE}</div>`,
    pill: ({ name, address }) => `<div class="v-EmailInput-token" title="${name} &lt;${address}&gt;">${name}</div>`,
    markup: (it) => `<div class="v-Compose"><div class="v-EmailInput">${it.pills}<textarea class="v-EmailInput-input" aria-label="${it.to}"></textarea></div>
      <input class="v-Text-input" id="v12-subject-input" aria-label="${it.subject}"><div class="v-RichText"><div class="v-RichText-input" data-editor role="textbox" aria-multiline="true" contenteditable="true"></div></div>
      <button class="v-Button s-send" data-send>${it.send}</button></div>`,
  },
  'fastmail/plain': {
    provider: 'fastmail', url: 'https://app.fastmail.com/mail/compose?plain', editor: field,
    to: '.v-EmailInput-input', subject: 'input[name="subject"]',
    sign: IN_FIELD,
    pill: ({ name, address }) => `<div class="v-EmailInput-token" title="${name} &lt;${address}&gt;">${name}</div>`,
    markup: (it) => `<div class="v-Compose"><div class="v-EmailInput">${it.pills}<textarea class="v-EmailInput-input" aria-label="${it.to}"></textarea></div>
      <input name="subject" aria-label="${it.subject}"><textarea class="v-Text-input" data-editor></textarea><button class="v-Button s-send" data-send>${it.send}</button></div>`,
  },
};

/**
 * What the page shows behind the window: somebody in it is marked as recipients are, as in a list of
 * messages or above one that is being read.
 */
function behind(pill) {
  return `<aside>${pill(BEHIND)}<span email="${BEHIND.address}" data-hovercard-id="${BEHIND.address}">${BEHIND.name}</span>
    <p>${BEHIND.text}</p></aside>`;
}

/**
 * Serves one window in one language at its site, with recipients that are set where `set` names them;
 * `broken` renames every hook that it has, or those of one field: `to`, `subject` or `body`; with `late`
 * an editor in a frame comes when the page's `letIn()` is called.
 */
export class WebmailSite {
  show(name, language, { broken = false, script = '', set = [], late = false } = {}) {
    Object.assign(this, { name, language, broken, script, set, late });
  }

  /** For `Sites`. */
  answer(host, path) {
    if (path.startsWith('/npm/')) {
      return { type: 'text/javascript', body: readFileSync(join('node_modules', path.slice('/npm/'.length))) };
    }
    const it = WINDOWS[this.name];
    if (!it || new URL(it.url).host !== host) return undefined;
    const type = 'text/html; charset=utf-8';
    if (path === '/editor') {
      const start = it.editor.start(it.sign ?? '');
      return { type, body: this.late ? page(this.language, it.editor.head, '', lateIn(it.inFrame) + start) : page(this.language, it.editor.head, it.inFrame, start) };
    }
    const label = LABELS[this.language];
    let markup = behind(it.pill) + it.markup({ ...label, pills: this.set.map(it.pill).join('') });
    if (this.broken === true) markup = withoutHooks(markup, label);
    const start = it.frame ? 'window.sent = 0;' : `${it.editor.start(it.sign ?? '')}\nwindow.sent = 0;`;
    return { type, body: page(this.language, it.frame ? '' : it.editor.head, markup, `${start}${this.script}\n${this.broken ? withoutHook(it, this.broken) : ''}`) };
  }
}

function lateIn(markup) {
  return `await new Promise((go) => { window.parent.letIn = go; });
    document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(markup)});`;
}

/** A redesign that leaves nothing as it was: no name, class, label or role that a hook could be. */
function withoutHooks(markup, label) {
  return markup
    .replaceAll(/ (class|name|id|aria-[a-z]+|data-test-?id|g_editable|maxlength|placeholder|title)="[^"]*"/g, '')
    .replaceAll(Object.values(label)[0], '?');
}

/** The same for one field and what is around it alone. */
function withoutHook({ to, subject }, which) {
  return `
    const fields = Object.fromEntries(Object.entries(${JSON.stringify({ to, subject, body: '[data-editor], iframe' })})
      .map(([name, selector]) => [name, document.querySelector(selector)]));
    const { ${which}: broken, ...others } = fields;
    broken?.setAttribute('data-broken', '');
    for (let at = broken; at && !Object.values(others).some((it) => at.contains(it)); at = at.parentElement) {
      for (const name of at.getAttributeNames()) {
        if (/^(class|name|id|role|g_editable|maxlength|placeholder|title|aria-.*|data-test-?id)$/.test(name)) at.removeAttribute(name);
      }
    }`;
}

function page(language, head = '', markup, script) {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Mail</title>${head}
<style>[contenteditable], input, textarea, iframe { min-height: 2rem; min-width: 8rem; border: 1px solid; display: block } [data-editor] { min-height: 6rem }</style>
${markup}<script type="module">
for (const it of document.querySelectorAll('button, [role="button"]')) it.addEventListener('click', (event) => { event.preventDefault(); window.sent += 1; });
${script}
window.ready = true;
</script></html>`;
}
