// Reads from the page that the user is in what a plan names, and hands it over as plain data: texts,
// attributes, and the structured data that pages carry for machines.
//
// It decides nothing: where to look comes from src/domain/calendar/page, and so does what it means.
// It changes nothing in the page. The only address it asks is one of the page's own origin that it is
// told to.
'use strict';

/**
 * @typedef {{name: string, near: string, below: string, attribute: string}} PageField
 * @typedef {{name: string, each: string, outermost: boolean, data: boolean, most: number,
 *   longest: number, fields: PageField[]}} PagePart
 * @typedef {{origin: string, parts: PagePart[], frames: boolean, items: boolean}} PagePlan
 * @typedef {{address: string, parts: Record<string, any[]>, items: any[]}} PageSnapshot
 */
(() => {
  const DEEPEST = 16;
  const MOST = 400;
  const LONGEST = 20_000;
  const LARGEST_CALENDAR = 2_000_000;
  /** Elements of structured data that may still be visited: references may go round in circles. */
  let left = 0;
  const world = /** @type {{afternotePage?: {look: typeof look, leave: () => void}}} */ (globalThis);
  // A script of before an update of the extension hears nothing any more; this one takes its place.
  world.afternotePage?.leave();
  /** @type {(message: any, sender: chrome.runtime.MessageSender, answer: (it: any) => void) => boolean} */
  const listen = (message, sender, answer) => {
    const own = sender.id === chrome.runtime.id && sender.url?.startsWith(chrome.runtime.getURL(''));
    if (!own) return false;
    if (message?.kind === 'look') answer(look(message.plan));
    if (message?.kind !== 'calendar') return false;
    calendar(message.address).then(answer, () => answer(null));
    return true;
  };
  chrome.runtime.onMessage.addListener(listen);
  const leave = () => {
    try {
      chrome.runtime.onMessage.removeListener(listen);
    } catch {
      // The extension that it belonged to is gone.
    }
  };
  world.afternotePage = { look, leave };

  /** @param {PagePlan} plan @returns {PageSnapshot | null} */
  function look(plan) {
    if (location.origin !== plan.origin) return null;
    const roots = plan.frames ? documents(document, 3) : [document];
    /** @type {PageSnapshot} */
    const snapshot = { address: location.href, parts: {}, items: [] };
    for (const part of plan.parts) {
      const rows = roots.flatMap((root) => [...root.querySelectorAll(part.each)])
        .filter((it) => !part.outermost || !it.parentElement?.closest(part.each));
      snapshot.parts[part.name] = rows.slice(0, part.most).map((it) => (part.data
        ? parsed(it.textContent ?? '')
        : Object.fromEntries(part.fields.map((field) => [field.name, read(it, field, part.longest)]))));
    }
    if (plan.items) {
      const tops = roots.flatMap((root) => [...root.querySelectorAll('[itemscope]:not([itemprop])')]);
      left = 20_000;
      snapshot.items = tops.slice(0, MOST).map((it) => item(it, DEEPEST));
    }
    return snapshot;
  }

  /** The page and the frames in it that are of the same origin. @param {Document} root @param {number} deep @returns {Document[]} */
  function documents(root, deep) {
    const frames = deep > 0 ? [...root.querySelectorAll('iframe, frame')].slice(0, 20) : [];
    const inside = frames.flatMap((it) => {
      try {
        const inner = /** @type {HTMLIFrameElement} */ (it).contentDocument;
        return inner ? documents(inner, deep - 1) : [];
      } catch {
        return [];
      }
    });
    return [root, ...inside];
  }

  /** @param {Element} element @param {PageField} field @param {number} longest */
  function read(element, field, longest) {
    const near = field.near ? element.closest(field.near) : element;
    const at = field.below ? near?.querySelector(field.below) : near;
    if (!at) return '';
    const value = field.attribute ? attribute(at, field.attribute) : lines(at);
    return value.trim().slice(0, longest);
  }

  /** An address is given in full. @param {Element} element @param {string} name */
  function attribute(element, name) {
    const whole = /** @type {any} */ (element)[name];
    return (name === 'href' && typeof whole === 'string' ? whole : element.getAttribute(name)) ?? '';
  }

  /** Text as it is shown where it is shown: there, blocks are lines. @param {Element} element */
  function lines(element) {
    return (element instanceof HTMLElement && element.offsetParent ? element.innerText : element.textContent) ?? '';
  }

  /** @param {string} text */
  function parsed(text) {
    // Producers wrap it for browsers of old times, and forget to escape line ends.
    const bare = text.replace(/^\s*(<!--|(\/\/\s*)?<!\[CDATA\[)|(-->|(\/\/\s*)?\]\]>)\s*$/g, '');
    for (const it of [text, bare.replace(/[\u0000-\u001f]+/g, ' ')]) {
      try {
        return plain(JSON.parse(it), DEEPEST);
      } catch {
        // The next form.
      }
    }
    return null;
  }

  /** No deeper, longer or bigger than anything honest. @param {any} value @param {number} deep @returns {any} */
  function plain(value, deep) {
    if (typeof value === 'string') return value.slice(0, LONGEST);
    if (value === null || typeof value !== 'object') return value;
    if (deep === 0) return null;
    if (Array.isArray(value)) return value.slice(0, MOST).map((it) => plain(it, deep - 1));
    return Object.fromEntries(Object.entries(value).slice(0, MOST).map(([key, it]) => [key, plain(it, deep - 1)]));
  }

  /** Microdata (https://html.spec.whatwg.org/#microdata) in the form of JSON-LD. @param {Element} scope @param {number} deep */
  function item(scope, deep) {
    /** @type {Map<string, any[]>} */
    const found = new Map([['@type', (scope.getAttribute('itemtype') ?? '').split(/\s+/)]]);
    found.set('@id', [scope.getAttribute('itemid') ?? '']);
    const referred = (scope.getAttribute('itemref') ?? '').split(/\s+/)
      .flatMap((id) => (id && scope.ownerDocument.getElementById(id)) || []);
    const open = [...scope.children, ...referred];
    for (; open.length > 0 && left > 0; left -= 1) {
      const it = /** @type {Element} */ (open.shift());
      const inner = it.hasAttribute('itemscope');
      const names = (it.getAttribute('itemprop') ?? '').split(/\s+/).filter(Boolean);
      const value = names.length > 0 && (inner ? deep > 0 && item(it, deep - 1) : valueOf(it));
      for (const name of names) found.set(name, [...found.get(name) ?? [], value]);
      if (!inner) open.unshift(...it.children);
    }
    return Object.fromEntries(found);
  }

  /** @param {Element} element */
  function valueOf(element) {
    const given = ['content', 'datetime', 'value'].find((it) => element.hasAttribute(it));
    const address = ['href', 'src', 'data'].find((it) => element.hasAttribute(it));
    const value = given ? element.getAttribute(given) : address ? attribute(element, address) : lines(element);
    return (value ?? '').trim().slice(0, LONGEST);
  }

  /** A calendar that the page itself offers. @param {string} address */
  async function calendar(address) {
    const { origin, protocol } = new URL(address, location.href);
    if (origin !== location.origin && protocol !== 'data:') return null;
    // What leads to another origin fails.
    const answer = await fetch(address, { mode: protocol === 'data:' ? 'cors' : 'same-origin' });
    if (!answer.ok) return null;
    const bytes = await answer.arrayBuffer();
    return bytes.byteLength > LARGEST_CALENDAR ? null : new TextDecoder().decode(bytes);
  }
})();
