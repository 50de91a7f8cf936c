// Carries out a fill plan in the page that the user is in, and reports in a few words what came of it.
//
// It decides nothing: where to look and what to put there comes from src/domain/webmail. It reads the
// fields of the plan and nothing else, reports no text, never presses a button, and never puts text
// in place of other text.
'use strict';

/**
 * @typedef {{name: string, frame: string[], body: string[], below: string[], subject: string[],
 *   recipient: string[], recipients: string[], ways: string[], needsSubject: boolean}} Layout
 * @typedef {{origin: string, layouts: Layout[], to: string, name: string, subject: string, body: string,
 *   anyway: boolean}} Plan
 * @typedef {{outcome: string, recipient?: string, subject?: string, layout?: string}} FillReport
 * @typedef {HTMLInputElement | HTMLTextAreaElement} Field
 * @typedef {{layout: Layout, body: HTMLElement, near: Element, head: Element}} Target
 */
(() => {
  const world = /** @type {{afternoteCompose?: () => void, afternoteFill?: {fill: typeof fill, windows: typeof windows, isOpen: typeof isOpen, frames: typeof frames}}} */ (globalThis);
  const typing = /** @type {{afternoteTyping: any}} */ (/** @type {unknown} */ (globalThis)).afternoteTyping;
  // A script of before an update of the extension hears nothing any more; this one takes its place.
  world.afternoteCompose?.();
  /** @type {(message: any, sender: chrome.runtime.MessageSender, answer: (it: FillReport) => void) => boolean} */
  const listen = (message, sender, answer) => {
    const own = sender.id === chrome.runtime.id && sender.url?.startsWith(chrome.runtime.getURL(''));
    if (!own || message?.kind !== 'fill') return false;
    fill(message.plan).then(answer, () => answer({ outcome: 'refused' }));
    return true;
  };
  chrome.runtime.onMessage.addListener(listen);
  world.afternoteCompose = () => {
    try {
      chrome.runtime.onMessage.removeListener(listen);
    } catch {
      // The extension that it belonged to is gone.
    }
  };

  world.afternoteFill = { fill, windows, isOpen, frames };

  /** How deep the user is in this frame: 0 when the field that they are in lies elsewhere. */
  function depth() {
    let deep = 1;
    try {
      for (let view = /** @type {Window} */ (window); view !== view.parent; view = view.parent, deep += 1) {
        if (view.parent.document.activeElement !== view.frameElement) return 0;
      }
    } catch {
      // A frame of another origin around this one.
      return 0;
    }
    return deep;
  }

  /** Every window in which a message is being written. Its text is not read. @param {{layouts: Layout[]}} plan */
  function windows({ layouts }) {
    for (const layout of layouts) {
      const found = targetsOf(layout);
      if (found.length > 0) {
        return found.map((it) => {
          const subject = first(it.head, layout.subject);
          // Some take an address as text before they make something else of it.
          const typed = first(it.head, layout.recipient);
          const all = [...recipientsOf(it, layout), typed && !isField(typed) ? typed.innerText : ''];
          const recipients = [...new Set(all.flatMap((one) => one.split('\n')).filter(Boolean))];
          const text = () => ownLines(it.body, layout);
          const holds = (/** @type {string} */ part) => compact(part) !== '' && compact(text()).includes(compact(part));
          return { ...it, recipients, subject: subject ? read(subject) : '', text, holds };
        });
      }
    }
    return [];
  }

  /** @param {Layout} layout @returns {HTMLIFrameElement[]} */
  function framesOf(layout) {
    return layout.frame.length > 0 ? [.../** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll(layout.frame.join()))] : [];
  }

  /** The documents of the frames that a message may be written in, with or without an editor yet.
   * @param {{layouts: Layout[]}} plan */
  function frames({ layouts }) {
    return layouts.flatMap(framesOf).flatMap((it) => it.contentDocument ?? []);
  }

  /** Whether an editor is still there to be written in. @param {HTMLElement} body */
  function isOpen(body) {
    const view = body.ownerDocument.defaultView;
    const frame = frameOf(body);
    // What is left of a frame that was taken out of the page is connected to its own document still.
    if (body.ownerDocument !== document && !frame) return false;
    const holder = frame ?? body;
    return view !== null && body.isConnected && holder.isConnected && isShown(holder);
  }

  /** @param {Plan} plan @returns {Promise<FillReport>} */
  async function fill(plan) {
    // A frame without an address of its own is filled from the one around it.
    if (location.origin !== plan.origin) return { outcome: window === top ? 'moved' : 'elsewhere' };
    const found = find(plan);
    if (typeof found === 'string') return { outcome: found };
    const { layout, body, head } = found;
    const before = read(body);
    if (compact(before).includes(compact(plan.body))) return { outcome: 'already' };
    const addressed = recipientIn(found, plan);
    if (!plan.anyway) {
      if (addressed === 'other') return { outcome: 'other' };
      if (ownText(body, layout)) return { outcome: 'text' };
    }
    const start = placeOf(body, layout);
    const recipient = addressed ?? await putInto(head, layout.recipient, plan.to);
    const subject = await putInto(head, layout.subject, plan.subject);
    const report = { recipient, subject, layout: layout.name };
    // The page may have changed in the meantime. Another field than the one looked at gets nothing.
    const again = find(plan);
    if (typeof again === 'string' || again.body !== body) return { ...report, outcome: 'moved' };
    for (const way of layout.ways) {
      const earlier = read(body);
      await typing.place(body, (/** @type {Node} */ it) => isBelow(it, body, layout), start);
      if (!typing.holds(body)) return { ...report, outcome: 'moved' };
      const text = typing.parted(body, plan.body);
      await typing.put(way, body, text);
      if (await settled(() => isIn(body, plan.body, earlier))) return { ...await readAgain(found, plan, report), outcome: 'inserted' };
      if (compact(read(body)) === compact(earlier)) continue;
      // Something went in, but not this text: take it back.
      body.ownerDocument.execCommand('undo');
      if (!await settled(() => compact(read(body)) === compact(earlier))) return { ...report, outcome: 'garbled' };
    }
    return { ...report, outcome: 'refused' };
  }

  /** The one editor that is meant: the one with the focus, or the only one.
   * @param {Plan} plan @returns {Target | string} */
  function find(plan) {
    for (const layout of plan.layouts) {
      const targets = targetsOf(layout);
      const focused = targets.filter(({ body }) => hasFocus(body));
      if (focused.length > 0) return focused[0];
      // The window whose other field has the focus.
      const around = targets.filter(({ near }) => near !== document.documentElement && near.contains(document.activeElement));
      if (around.length === 1) return around[0];
      if (targets.length === 1) return targets[0];
      if (targets.length > 1) return 'several';
    }
    return 'none';
  }

  /** @param {Layout} layout @returns {Target[]} */
  function targetsOf(layout) {
    const bodies = editors(layout);
    return bodies
      .map((body) => ({ layout, body, near: surroundings(body, bodies) }))
      .map((it) => ({ ...it, head: headOf(it) }))
      .filter(({ head }) => !layout.needsSubject || first(head, layout.subject));
  }

  /** @param {Layout} layout @returns {HTMLElement[]} */
  function editors(layout) {
    /** @type {ParentNode[]} */
    const roots = layout.frame.length > 0 ? framesOf(layout).filter(isShown).flatMap((it) => it.contentDocument ?? []) : [document];
    const selector = layout.body.join();
    /** @type {HTMLElement[]} */
    const found = roots.flatMap((root) => [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(selector))]);
    return found.filter((it) => isShown(it) && !found.some((other) => other !== it && other.contains(it))
      && !isOff(it));
  }

  /** The largest part of the page around an editor that has no other editor in it.
   * @param {HTMLElement} body @param {HTMLElement[]} bodies */
  function surroundings(body, bodies) {
    const holder = (/** @type {HTMLElement} */ it) => frameOf(it) ?? it;
    const others = bodies.filter((it) => it !== body).map(holder);
    /** @type {Element} */
    let around = holder(body);
    while (around.parentElement && !others.some((it) => around.parentElement?.contains(it))) around = around.parentElement;
    return around;
  }

  /** The smallest part of that with the fields for subject and recipient, or with the one of them that
   * there is: what stands around it, in a list of messages or in one that is being read, is not part of
   * this message. Recipients that are set stand beside the field for them, so they are in it, too.
   * @param {{layout: Layout, body: HTMLElement, near: Element}} target @returns {Element} */
  function headOf({ layout, body, near }) {
    const own = frameOf(body) ?? body;
    // A service may hide a field of its own for a while; on other pages only what is shown counts.
    const counts = (/** @type {Element} */ it) => !own.contains(it) && (!layout.needsSubject || isShown(it));
    const fields = [layout.subject, layout.recipient].filter((it) => it.length > 0)
      .map((hook) => [...near.querySelectorAll(hook.join())].filter(counts))
      .filter((it) => it.length > 0);
    let around = own;
    while (around !== near && around.parentElement && !fields.every((all) => all.some((it) => around.contains(it)))) around = around.parentElement;
    return fields.length > 0 ? around : own;
  }

  /** @param {Element} around @param {string[]} selectors @returns {HTMLElement | undefined} */
  function first(around, selectors) {
    for (const selector of selectors) {
      /** @type {NodeListOf<HTMLElement>} */
      const all = around.querySelectorAll(selector);
      const found = [...all].find((it) => isShown(it) && !isOff(it));
      if (found) return found;
    }
    return undefined;
  }

  /** What is scrolled away is shown, what was moved out of the page is not. @param {Element} it */
  function isShown(it) {
    const { width, height, right, bottom } = it.getBoundingClientRect();
    const view = it.ownerDocument.defaultView;
    let [x, y] = [right + (view?.scrollX ?? 0), bottom + (view?.scrollY ?? 0)];
    for (let at = it.parentElement; at && at !== it.ownerDocument.documentElement; at = at.parentElement) [x, y] = [x + at.scrollLeft, y + at.scrollTop];
    return width >= 8 && height >= 8 && x > 0 && y > 0 && it.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  }

  /** @param {HTMLElement} it */
  function isOff(it) {
    return it.matches(':disabled, :read-only:is(input, textarea), [aria-disabled="true"], [aria-readonly="true"]');
  }

  /** @param {HTMLElement} body */
  function hasFocus(body) {
    const frame = frameOf(body);
    if (frame && document.activeElement !== frame) return false;
    return body.contains(body.ownerDocument.activeElement)
      && (frame !== undefined || body.ownerDocument.activeElement !== body.ownerDocument.body);
  }

  /** The frame in this document that an editor is in, if it is in one. @param {HTMLElement} it */
  function frameOf(it) {
    return it.ownerDocument === document ? undefined : it.ownerDocument.defaultView?.frameElement ?? undefined;
  }

  /** @param {Element} it @returns {it is Field} */
  function isField(it) {
    return it.matches('input, textarea');
  }

  /** What stands in a field or an editor. @param {HTMLElement} it */
  function read(it) {
    return isField(it) ? it.value : it.innerText;
  }

  const compact = (/** @type {string} */ text) => text.replace(/[\s\u200b\u2060\ufeff]+/g, '');

  /** Lines that are not blank. @param {string} text */
  function linesOf(text) {
    return text.split(/\n/).map((it) => it.replace(/[\s\u200b\u2060\ufeff]+/g, ' ').trim()).filter(Boolean);
  }

  /** Whether the text stands in the editor, in its lines, and nothing else has changed.
   * @param {HTMLElement} body @param {string} text @param {string} earlier */
  function isIn(body, text, earlier) {
    const now = read(body);
    const wanted = linesOf(text);
    const lines = linesOf(now);
    const at = lines.findIndex((_, index) => wanted.every((it, offset) => lines[index + offset] === it));
    if (at < 0) return false;
    lines.splice(at, wanted.length);
    if (compact(lines.join('')) !== compact(earlier)) return false;
    return !isField(body) || now.includes(text);
  }

  /** Whether the user, or somebody else, has written something there.
   * @param {HTMLElement} body @param {Layout} layout */
  function ownText(body, layout) {
    if (isField(body)) return compact(body.value.split(/^-- ?$/m)[0]) !== '';
    const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    let text = '';
    while (walker.nextNode()) {
      if (!isBelow(walker.currentNode, body, layout)) text += walker.currentNode.textContent;
    }
    return compact(text) !== '';
  }

  /** Whether something belongs to a signature or to quoted text.
   * @param {Node} node @param {HTMLElement} body @param {Layout} layout */
  function isBelow(node, body, layout) {
    if (layout.below.length === 0) return false;
    const element = node.nodeType === Node.ELEMENT_NODE ? /** @type {Element} */ (node) : node.parentElement;
    const found = element?.closest(layout.below.join());
    return Boolean(found && found !== body && body.contains(found));
  }

  /** Who the message goes to already: nobody, `kept` for whom the note is for, or `other`. By name where
   * a service shows no address. Without an address to look for, whoever is not named is `unsure`.
   * @param {Target} target @param {Plan} plan */
  function recipientIn(target, plan) {
    const filled = recipientsOf(target, target.layout).map((it) => it.toLowerCase());
    if (filled.length === 0) return undefined;
    const lines = filled.flatMap((it) => it.split('\n')).map((it) => it.replace(/^[\s;,"]+|[\s;,"]+$/g, ''));
    const byName = plan.name !== '' && lines.includes(plan.name.toLowerCase());
    if (!plan.to) return byName ? 'kept' : 'unsure';
    const named = byName && !filled.some((it) => it.includes('@'));
    const addressed = filled.some((it) => it.split(/[\s<>"(),;:[\]]+/).includes(plan.to.toLowerCase()));
    return named || addressed ? 'kept' : 'other';
  }

  /** What stands where the recipients are. @param {Target} target @param {Layout} layout */
  function recipientsOf({ head, body }, layout) {
    const field = first(head, layout.recipient);
    const all = layout.recipients.length > 0 ? [...head.querySelectorAll(layout.recipients.join())] : [];
    const set = all.filter((it) => !body.contains(it));
    const seen = [...set, ...(field ? [field] : [])].map((it) => isField(it)
      ? it.value
      : [it.textContent, ...it.getAttributeNames().map((name) => it.getAttribute(name))].join('\n'));
    // Of what a service makes something else of, only an address counts that it has left as it is.
    const typed = field && !isField(field) && field.innerText.includes('@') ? [field.innerText] : [];
    const filled = isField(field ?? document.body) ? seen : [...seen.slice(0, set.length), ...typed];
    return filled.filter((it) => compact(it) !== '');
  }

  /** The text without a signature or quoted text below it. @param {HTMLElement} body @param {Layout} layout */
  function ownLines(body, layout) {
    if (isField(body)) return body.value.split(/^-- ?$/m)[0].trimEnd();
    const end = layout.below.length > 0 ? body.querySelector(layout.below.join()) : null;
    const below = /** @type {HTMLElement | null} */ (end)?.innerText.trim() ?? '';
    const whole = body.innerText;
    return (below ? whole.slice(0, whole.lastIndexOf(below)) : whole).replace(/\n{3,}/g, '\n\n').trim();
  }

  /** Fills a one-line field unless something stands there.
   * @param {Element} head @param {string[]} selectors @param {string} text */
  async function putInto(head, selectors, text) {
    const field = first(head, selectors);
    if (!field || !text) return 'none';
    if (compact(read(field)) !== '') return 'kept';
    field.focus();
    if (!isField(field)) await typing.place(field, () => false, undefined);
    if (!typing.holds(field)) return 'none';
    field.ownerDocument.execCommand('insertText', false, text);
    const done = await settled(() => compact(read(field)) === compact(text));
    // Some turn what was typed into something else when the field is left; it is read again later.
    return done || !field.isConnected ? 'set' : 'none';
  }

  /** What became of recipient and subject by the time that the text is in. What was put there and can no
   * longer be read is `unsure`.
   * @param {Target} target @param {Plan} plan @param {{recipient: string, subject: string, layout: string}} report */
  async function readAgain(target, plan, report) {
    const { head, layout } = target;
    const wasSet = report.recipient === 'set';
    const addressed = () => recipientIn(target, plan);
    if (wasSet) await settled(() => addressed() !== undefined);
    const onlyNames = !recipientsOf(target, layout).some((it) => it.includes('@'));
    const now = addressed() ?? (wasSet ? 'unsure' : 'none');
    // The only one there is the one that was put there, by whatever name the service shows it.
    const recipient = wasSet && (now === 'kept' || now === 'other' && onlyNames) ? 'set' : now;
    const field = first(head, layout.subject);
    const subject = !field || compact(read(field)) === '' ? 'none' : compact(read(field)) === compact(plan.subject) ? 'set' : 'kept';
    return { ...report, recipient, subject };
  }

  /** Where the user's caret is, if it is in the editor and above what is not theirs.
   * @param {HTMLElement} body @param {Layout} layout */
  function placeOf(body, layout) {
    if (!hasFocus(body)) return undefined;
    if (isField(body)) {
      const end = body.selectionEnd ?? 0;
      const signature = /^-- ?$/m.exec(body.value);
      return signature && end > signature.index ? undefined : end;
    }
    const selection = body.ownerDocument.getSelection();
    if (!selection?.rangeCount) return undefined;
    const range = selection.getRangeAt(0).cloneRange();
    range.collapse(false);
    const inside = body.contains(range.endContainer) && !isBelow(range.endContainer, body, layout);
    return inside ? range : undefined;
  }

  /** Waits a moment for something to become true. @param {() => boolean} condition */
  async function settled(condition) {
    for (let left = 20; left > 0; left -= 1) {
      if (condition()) return true;
      await typing.pause(20);
    }
    return condition();
  }

  return depth();
})();
