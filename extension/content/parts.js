// The parts of a webmail that sending has to do with: buttons, signs, recipients, the place of an
// editor. Asked by the companion, which knows what they mean.
'use strict';

(() => {
  const world = /** @type {{afternoteParts?: any, afternoteFill?: any}} */ (globalThis);
  world.afternoteParts = { signs, hits, inTheWay, holderOf, isThere, beside, whom };

  /** What looks like a sign that something was sent, with its text.
   * @param {{sign: string[], words: string[]}} [plan] @returns {Map<Element, string>} */
  function signs({ sign, words } = { sign: [], words: [] }) {
    const found = sign.length > 0 ? [...document.querySelectorAll(sign.join())] : [];
    const shown = found.filter((it) => it.checkVisibility({ checkVisibilityCSS: true }));
    return new Map(shown.map((it) => /** @type {[Element, string]} */ ([it, (it.textContent ?? '').toLowerCase()]))
      .filter(([, text]) => words.length === 0 || words.some((it) => text.includes(it))));
  }

  /** Whether an event happened on one of these. @param {Event} event @param {string[]} selectors */
  function hits(event, selectors) {
    const target = event.composedPath()[0];
    return selectors.length > 0 && target instanceof Element && Boolean(target.closest(selectors.join()));
  }

  /** What the user needs beside the box: the buttons of the window, and last its editor.
   * @param {{send: string[], stay: string[]} | undefined} plan @param {HTMLElement} body @returns {Element[]} */
  function inTheWay(plan, body) {
    const { send, stay } = plan ?? { send: [], stay: [] };
    const buttons = [...send, ...stay].length > 0 ? [...document.querySelectorAll([...send, ...stay].join())] : [];
    return [...buttons, holderOf(body)];
  }

  /** The editor, or the frame that it is in. @param {HTMLElement} body @returns {Element} */
  function holderOf(body) {
    return body.ownerDocument === document ? body : body.ownerDocument.defaultView?.frameElement ?? body;
  }

  /** Whether a window is open. Firefox refuses to be asked about what was in a frame that is gone.
   * @param {HTMLElement} body @param {Element} holder */
  function isThere(body, holder) {
    return holder.isConnected && world.afternoteFill.isOpen(body);
  }

  /** The other windows that the same note stands in: what is found there later was there before.
   * @param {any} plan @param {HTMLElement} body @param {string} text @returns {HTMLElement[]} */
  function beside(plan, body, text) {
    /** @type {{body: HTMLElement, holds: (part: string) => boolean}[]} */
    const windows = world.afternoteFill.windows(plan);
    return windows.filter((it) => it.body !== body && it.holds(text)).map((it) => it.body);
  }

  /** The addresses, where there are any: what else a service says of a recipient changes as it is shown
   * otherwise. @param {string[]} recipients */
  function whom(recipients) {
    const words = recipients.flatMap((it) => it.toLowerCase().split(/[\s<>"'(),;:[\]]+/)).filter((it) => it.includes('@'));
    return [...new Set(words.length > 0 ? words : recipients)].sort().join('\n');
  }
})();
