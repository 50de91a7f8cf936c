// Pages with real editors from npm, each beside a subject field, as a webmail would build them.
// `window.texts()` reads back through the editor's own interface; `window.undoOnce()` undoes.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const TYPES = { js: 'text/javascript', mjs: 'text/javascript', css: 'text/css' };

/** Serves two hosts: the pages below, in frames where wanted, and files of node_modules under /npm/. */
export function editorSite(host, path) {
  if (!['editors.example', 'frames.example'].includes(host)) return undefined;
  if (path.startsWith('/npm/')) {
    const type = TYPES[path.split('.').at(-1)] ?? 'application/octet-stream';
    return { type, body: readFileSync(join('node_modules', path.slice('/npm/'.length))) };
  }
  // `/textarea`; `/frame/textarea` has that in a frame; `/frame/frame/textarea` in a frame in a frame.
  const type = 'text/html; charset=utf-8';
  if (path.startsWith('/frame/')) return { type, body: framed(path.slice('/frame'.length)) };
  if (path.startsWith('/elsewhere/')) return { type, body: framed(`https://frames.example${path.slice('/elsewhere'.length)}`) };
  const script = EDITORS[path.slice(1)];
  return script && { type, body: page(script) };
}

/** A page around a frame in which the whole compose window is. */
function framed(address) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Around</title>
<input type="search" aria-label="Search"><iframe src="${address}" style="width: 40rem; height: 24rem" title="Mail"></iframe></html>`;
}

function page({ head = '', editor = '<div id="editor"></div>', script }) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Editor</title>${head}
<style>#editor { min-height: 6rem; border: 1px solid }</style>
<form onsubmit="return false"><input name="to" aria-label="To"><input name="subject" aria-label="Subject">
${editor}<button>Send</button></form>
<script type="module">
window.sent = 0;
document.querySelector('button').addEventListener('click', () => { window.sent += 1; });
${script}
window.ready = true;
</script></html>`;
}

/** An import map for packages and whatever they need, by what each says of itself in `exports`. */
function importMap(names) {
  const imports = {};
  const open = [...names];
  for (let name = open.pop(); name; name = open.pop()) {
    const about = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8'));
    const { exports = about.module } = about;
    for (const [way, found] of Object.entries(exports?.['.'] ? exports : { '.': exports })) {
      const file = found?.production ?? found?.import ?? found?.default ?? found;
      if (typeof file === 'string' && /\.m?js$/.test(file)) imports[name + way.slice(1)] = `/npm/${join(name, file)}`;
    }
    open.push(...Object.keys(about.dependencies ?? {}).filter((it) => !(it in imports)));
  }
  return `<script type="importmap">${JSON.stringify({ imports })}</script>`;
}

export const EDITORS = {
  'tinymce': {
    head: '<script src="/npm/tinymce/tinymce.min.js"></script>',
    script: `
      const [editor] = await tinymce.init({ selector: '#editor', license_key: 'gpl', base_url: '/npm/tinymce', suffix: '.min' });
      window.texts = () => editor.getContent({ format: 'text' });
      window.undoOnce = () => editor.undoManager.undo();
      window.write = (text) => editor.setContent('<p>' + text + '</p>');`,
  },
  'ckeditor5': {
    head: '<script src="/npm/ckeditor5/dist/browser/ckeditor5.umd.js"></script>',
    script: `
      const { ClassicEditor, Essentials, Paragraph, Bold } = CKEDITOR;
      const editor = await ClassicEditor.create(document.querySelector('#editor'),
        { licenseKey: 'GPL', plugins: [Essentials, Paragraph, Bold] });
      window.texts = () => [...editor.model.document.getRoot().getChildren()]
        .map((it) => [...it.getChildren()].map((one) => one.data ?? '\\n').join('')).join('\\n');
      window.undoOnce = () => editor.execute('undo');
      window.write = (text) => editor.setData('<p>' + text + '</p>');`,
  },
  'quill': {
    head: '<link rel="stylesheet" href="/npm/quill/dist/quill.core.css"><script src="/npm/quill/dist/quill.js"></script>',
    script: `
      const editor = new Quill('#editor', { modules: { toolbar: false } });
      window.texts = () => editor.getText();
      window.undoOnce = () => editor.history.undo();
      window.write = (text) => editor.setText(text);`,
  },
  'squire': {
    head: '<script src="/npm/dompurify/dist/purify.min.js"></script><script src="/npm/squire-rte/dist/squire-raw.js"></script>',
    script: `
      const editor = new Squire(document.querySelector('#editor'), {
        sanitizeToDOMFragment: (html) => DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true }) });
      window.texts = () => editor.getRoot().innerText;
      window.undoOnce = () => editor.undo();
      window.write = (text) => editor.setHTML('<div>' + text + '</div>');`,
  },
  'roosterjs': {
    head: '<script src="/npm/roosterjs/dist/rooster-min.js"></script>',
    script: `
      const editor = roosterjs.createEditor(document.querySelector('#editor'));
      window.texts = () => roosterjs.exportContent(editor, 'PlainText');
      window.undoOnce = () => roosterjs.undo(editor);
      window.write = (text) => { document.querySelector('#editor').textContent = text; };`,
  },
  'prosemirror': {
    head: importMap(['view', 'schema-basic', 'history'].map((it) => `prosemirror-${it}`)),
    script: `
      const { EditorState } = await import('prosemirror-state');
      const { EditorView } = await import('prosemirror-view');
      const { schema } = await import('prosemirror-schema-basic');
      const { history, undo } = await import('prosemirror-history');
      const view = new EditorView(document.querySelector('#editor'),
        { state: EditorState.create({ schema, plugins: [history()] }) });
      window.texts = () => view.state.doc.textBetween(0, view.state.doc.content.size, '\\n', '\\n');
      window.undoOnce = () => undo(view.state, view.dispatch);
      window.write = (text) => view.dispatch(view.state.tr.insertText(text));`,
  },
  'lexical': {
    head: importMap(['lexical', '@lexical/rich-text', '@lexical/history']),
    editor: '<div id="editor" contenteditable="true"></div>',
    script: `
      const { createEditor, $createParagraphNode, $createTextNode, $getRoot, UNDO_COMMAND } = await import('lexical');
      const { registerRichText } = await import('@lexical/rich-text');
      const { registerHistory, createEmptyHistoryState } = await import('@lexical/history');
      const editor = createEditor({ onError: (error) => { throw error; } });
      editor.setRootElement(document.querySelector('#editor'));
      registerRichText(editor);
      registerHistory(editor, createEmptyHistoryState(), 300);
      window.texts = () => editor.getEditorState().read(() => $getRoot().getTextContent());
      window.undoOnce = () => editor.dispatchCommand(UNDO_COMMAND, undefined);
      window.write = (text) => editor.update(() => {
        $getRoot().clear().append($createParagraphNode().append($createTextNode(text)));
      }, { discrete: true });`,
  },
  'contenteditable': {
    editor: '<div id="editor" contenteditable="true"></div>',
    script: `
      const editor = document.querySelector('#editor');
      window.texts = () => editor.innerText;
      window.undoOnce = () => { editor.focus(); document.execCommand('undo'); };
      window.write = (text) => { editor.textContent = text; };`,
  },
  'textarea': {
    editor: '<textarea id="editor" rows="8"></textarea>',
    script: `
      const editor = document.querySelector('#editor');
      window.texts = () => editor.value;
      window.undoOnce = () => { editor.focus(); document.execCommand('undo'); };
      window.write = (text) => { editor.value = text; };`,
  },
};
