// Puts text into an editor so that the editor notices and can undo it: sets the caret, and types, pastes
// or announces. Used by compose.js, which runs behind it.
//
// It decides nothing: which way is in the plan from src/domain/webmail. It replaces no text.
'use strict';

(() => {
  const world = /** @type {{afternoteTyping?: {place: typeof place, parted: typeof parted, put: typeof put, holds: typeof holds, pause: typeof pause}}} */ (globalThis);
  world.afternoteTyping = { place, parted, put, holds, pause };

  /** Puts the caret where the text goes: to the user's own place, or to the start. Nothing is selected
   * afterwards, so nothing is replaced.
   * @param {HTMLElement} body @param {(node: Node) => boolean} isBelow whether something is not the user's
   * @param {Range | number | undefined} start */
  async function place(body, isBelow, start) {
    body.focus();
    if (isField(body)) {
      const at = typeof start === 'number' ? start : 0;
      body.setSelectionRange(at, at);
    } else {
      const selection = body.ownerDocument.getSelection();
      // Not `instanceof`: in a frame it is an object of the frame's own realm.
      if (typeof start === 'object' && body.contains(start.endContainer)) {
        selection?.collapse(start.endContainer, start.endOffset);
      } else {
        /** @type {Node} */
        let node = body;
        const inner = () => /** @type {HTMLElement | null} */ (node.firstChild);
        while (inner() && !isBelow(/** @type {Node} */ (inner()))
          && (inner()?.nodeType === Node.TEXT_NODE || inner()?.matches?.('div, p, span, ol, ul, li, b, i, font'))
          && inner()?.isContentEditable !== false) node = /** @type {Node} */ (inner());
        selection?.collapse(node, 0);
      }
    }
    // Editors with a model hear of the caret a moment later.
    await pause(60);
  }

  /** The text, parted from what stands before and behind the caret on its line.
   * @param {HTMLElement} body @param {string} text */
  function parted(body, text) {
    let [before, behind] = ['', ''];
    if (isField(body)) {
      const at = body.selectionEnd ?? 0;
      before = body.value.slice(0, at).split('\n').at(-1) ?? '';
      behind = body.value.slice(at).split('\n')[0];
    } else {
      const selection = body.ownerDocument.getSelection();
      if (selection?.rangeCount && body.contains(selection.anchorNode)) {
        const caret = selection.getRangeAt(0);
        const block = (caret.endContainer.nodeType === Node.ELEMENT_NODE
          ? /** @type {Element} */ (caret.endContainer)
          : caret.endContainer.parentElement)?.closest('div, p, li, td, body') ?? body;
        const within = body.contains(block) ? block : body;
        const range = body.ownerDocument.createRange();
        range.setStart(within, 0);
        range.setEnd(caret.endContainer, caret.endOffset);
        before = range.toString();
        range.setEnd(within, within.childNodes.length);
        range.setStart(caret.endContainer, caret.endOffset);
        behind = range.toString();
      }
    }
    return `${compact(before) ? '\n\n' : ''}${text}${compact(behind) ? '\n\n' : ''}`;
  }

  /** Whether what is typed now goes into this field and replaces nothing. A page may have moved the
   * focus meanwhile. @param {HTMLElement} field */
  function holds(field) {
    const { activeElement } = field.ownerDocument;
    if (isField(field)) return activeElement === field && field.selectionStart === field.selectionEnd;
    const selection = field.ownerDocument.getSelection();
    return Boolean(activeElement && (field.contains(activeElement) || activeElement.contains(field))
      && selection?.isCollapsed && field.contains(selection.anchorNode));
  }

  /** @param {string} way @param {HTMLElement} body @param {string} text */
  async function put(way, body, text) {
    const { ownerDocument } = body;
    if (way === 'type') {
      ownerDocument.execCommand('insertText', false, text);
    } else if (way === 'paste') {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      // Firefox takes the data in these two members instead.
      const asInFirefox = { data: text, dataType: 'text/plain' };
      innermost(body).dispatchEvent(new ClipboardEvent('paste', {
        clipboardData, ...asInFirefox, bubbles: true, cancelable: true, composed: true,
      }));
    } else if (way === 'announce') {
      for (const [index, line] of text.split('\n').entries()) {
        if (index > 0) announce(body, { inputType: 'insertParagraph' });
        if (line) announce(body, { inputType: 'insertText', data: line });
        await pause(0);
      }
    }
  }

  /** @param {HTMLElement} body @param {InputEventInit} init */
  function announce(body, init) {
    const range = body.ownerDocument.getSelection()?.getRangeAt(0);
    const targetRanges = range ? [new StaticRange(range)] : [];
    innermost(body).dispatchEvent(new InputEvent('beforeinput', {
      ...init, targetRanges, bubbles: true, cancelable: true, composed: true,
    }));
  }

  /** Where an event of the keyboard would begin. @param {HTMLElement} body */
  function innermost(body) {
    const node = body.ownerDocument.getSelection()?.anchorNode;
    const element = node?.nodeType === Node.ELEMENT_NODE ? /** @type {Element} */ (node) : node?.parentElement;
    return element && body.contains(element) ? element : body;
  }

  /** @param {number} milliseconds */
  function pause(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
  }

  const compact = (/** @type {string} */ text) => text.replace(/[\s\u200b\u2060\ufeff]+/g, '');

  /** @param {Element} it @returns {it is HTMLInputElement | HTMLTextAreaElement} */
  function isField(it) {
    return it.matches('input, textarea');
  }
})();
