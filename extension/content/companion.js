// Stays in the user's webmail where they switched that on: says in a small box of its own when a
// message goes to somebody who is to be thanked, puts the draft in on request, and tells the
// background when the webmail shows that it was sent.
//
// It decides nothing: where to look comes from src/domain/webmail, what to say from the background.
// It reads recipients and subject, and the text only of a message that the note stands in. It never
// presses a button, and ends itself when the extension that it belongs to is gone.
'use strict';

/**
 * @typedef {{layouts: any[], origin: string, send: string[], stay: string[], sign: string[],
 *   words: string[], undo: string[]}} WatchPlan
 * @typedef {{interview: string, person: string, state: string, name: string, title: string,
 *   lines: string[], actions: {code: string, label: string}[], close: string, ours: boolean}} Card
 * @typedef {{body: HTMLElement, near: Element, recipients: string[], subject: string, text: () => string,
 *   holds: (part: string) => boolean}} Writing
 * @typedef {{seen: any, told: string, card: Card | null, ours: boolean, later: boolean, asked: boolean,
 *   kept: boolean, text: string}} Known
 * @typedef {{known: Known, body: HTMLElement, holder: Element, clicked: boolean, at: number, beside: HTMLElement[],
 *   before: Map<Element, string>, signAt: number, goneAt: number}} Armed
 */
(() => {
  const SETTLED_MS = 400;
  /** A message that has not left by then was not sent by that click. */
  const ARMED_MS = 60_000;
  /** The window goes no later than this after the sign: for another reason it may stay. */
  const AFTER_SIGN_MS = 3_000;
  /** After this long without a sign the user is asked. */
  const WITHOUT_SIGN_MS = 8_000;
  const SAID_MS = 7_000;
  const world = /** @type {{afternoteFill?: any, afternoteCompanion?: () => void, afternoteChip?: any,
   *   afternoteParts?: any, afternoteAsk?: any}} */ (globalThis);
  const { afternoteParts: parts, afternoteAsk: ask, afternoteChip: chip } = world;
  world.afternoteCompanion?.();
  /** @type {WatchPlan | undefined} */
  let plan;
  /** @type {WeakMap<HTMLElement, Known>} */
  const all = new WeakMap();
  /** Messages that the note stands in, by the editor or the frame that it is in.
   * @type {Map<Element, {body: HTMLElement, known: Known}>} */
  const notes = new Map();
  /** @type {HTMLElement | undefined} */
  let latest;
  /** @type {Armed | undefined} */
  let armed;
  /** @type {{known: Known, at: number, beside: HTMLElement[]} | undefined} */
  let left;
  /** Whose note was asked about since its message was gone: once in a page. @type {Set<string>} */
  const askedAbout = new Set();
  let timer = 0;
  let busy = false;
  /** Advances when what the background said may no longer hold. */
  let epoch = 0;
  const leaving = new AbortController();
  const { signal } = leaving;
  const WATCHED = { childList: true, subtree: true, characterData: true };
  const observer = new MutationObserver((changes) => {
    if (changes.some((it) => !chip.owns(it.target))) changed();
  });
  const inFrames = new MutationObserver(changed);
  world.afternoteCompanion = end;
  begin().catch(end);

  async function begin() {
    plan = await ask('companionPlan');
    if (!plan || plan.origin !== location.origin || !world.afternoteFill || !chip) return end();
    observer.observe(document, WATCHED);
    listen(document);
    // Meanwhile it may have been written, mended or sent elsewhere.
    addEventListener('focus', anew, { signal });
    chrome.runtime.onMessage.addListener(reconsider);
    addEventListener('pagehide', () => { if (armed?.signAt) sent(armed).catch(unheard); }, { signal });
    changed();
  }

  /** The user may have switched it off, or taken the permission back.
   * @param {any} message @param {chrome.runtime.MessageSender} sender */
  function reconsider(message, sender) {
    if (sender.id !== chrome.runtime.id || message?.kind !== 'reconsider') return;
    ask('companionPlan').then((/** @type {any} */ it) => { if (!it) end(); }, unheard);
  }

  /** @param {Document} root */
  function listen(root) {
    root.addEventListener('click', clicked, { capture: true, signal });
    root.addEventListener('keydown', pressed, { capture: true, signal });
    for (const it of ['input', 'focusin', 'load']) root.addEventListener(it, changed, { capture: true, signal });
  }

  function changed() {
    if (armed) watch();
    if (!timer && plan) timer = setTimeout(() => { timer = 0; look().catch(unheard); }, SETTLED_MS);
  }

  /** What was heard of messages no longer holds. */
  function anew() {
    epoch += 1;
    changed();
  }

  /** The next change asks again. Without the extension there is nobody to ask. */
  function unheard() {
    if (chrome.runtime?.id) epoch += 1;
    else end();
  }

  async function look() {
    if (!chrome.runtime?.id || !plan) return end();
    // What has changed since it began is looked at after it.
    if (busy) return changed();
    busy = true;
    try {
      // The editor may come into its frame late, when the page around it no longer changes.
      for (const it of world.afternoteFill.frames(plan)) inFrames.observe(it, WATCHED);
      /** @type {Writing[]} */
      const windows = world.afternoteFill.windows(plan);
      // Another one may have left while the answer about one was on its way.
      const holders = windows.map(({ body }) => parts.holderOf(body));
      for (const [at, it] of windows.entries()) if (parts.isThere(it.body, holders[at])) await meet(it);
      missed(windows);
      const inside = windows.find(({ near, body }) => near !== document.documentElement && near.contains(document.activeElement)
        || body.ownerDocument !== document && body.ownerDocument.hasFocus());
      latest = inside?.body ?? windows.find(({ body }) => body === latest)?.body ?? windows.at(-1)?.body;
      const known = latest && all.get(latest);
      if (known?.card && !known.later && !(known.ours && known.card.state === 'fine')) show(/** @type {HTMLElement} */ (latest), known);
      else chip.hideCard();
    } finally {
      busy = false;
    }
  }

  /** Asks about a message, when something about it has changed. @param {Writing} it */
  async function meet({ body, recipients, subject, text, holds }) {
    if (!all.has(body) && body.ownerDocument !== document) listen(body.ownerDocument);
    const known = all.get(body) ?? { seen: null, told: '', card: null, ours: false, later: false, asked: false, kept: false, text: '' };
    all.set(body, known);
    if (known.ours) notes.set(parts.holderOf(body), { body, known });
    const seen = { recipients, subject, text: known.ours ? text() : null };
    const told = JSON.stringify([epoch, seen]);
    // A text may come into its window later than the recipients.
    if (told === known.told) return again(known, body, holds);
    const sameTo = parts.whom(known.seen?.recipients ?? []) === parts.whom(recipients);
    Object.assign(known, { seen, told, later: known.later && sameTo, ours: known.ours && sameTo });
    if (known.ours) known.text = text();
    const before = left;
    /** @type {Card | null} */
    const card = recipients.length > 0 ? await ask('companionLook', { seen }) : null;
    known.card = card;
    // One that left while the answer was on its way stood there before, not again.
    if (left === before && await again(known, body, holds)) return;
    if (card?.ours && !known.ours) {
      known.ours = true;
      notes.set(parts.holderOf(body), { body, known });
      changed();
    }
  }

  /** Whether a message that was sent, or was about to be, stands in a window anew.
   * @param {Known} known @param {HTMLElement} body @param {Writing['holds']} holds */
  async function again(known, body, holds) {
    const { card } = known;
    const isAnew = (/** @type {Pick<Armed, 'known' | 'beside'>} */ it) => card && card.person === it.known.card?.person
      && !it.beside.includes(body) && holds(it.known.text);
    // Before there was a sign it has not left.
    if (armed?.goneAt && armed.body !== body && isAnew(armed)) armed = undefined;
    // What was sent and stands there again was taken back.
    if (!left || Date.now() - left.at >= ARMED_MS || !isAnew(left)) return false;
    const { known: back } = left;
    left = undefined;
    // It may be sent again before the background has answered.
    Object.assign(known, { ours: true, text: back.text });
    await takenBack(back);
    changed();
    return true;
  }

  /** A message with the note in it that is gone, by none of the buttons that are known: whether it was
   * sent is asked, whatever the page shows. What is only hidden, or in another window, is not gone.
   * @param {Writing[]} windows */
  function missed(windows) {
    for (const [holder, { body, known }] of notes) {
      // While another one is being sent, there is nobody to ask yet.
      if (armed || holder.isConnected) continue;
      notes.delete(holder);
      const elsewhere = windows.some((it) => all.get(it.body)?.card?.person === known.card?.person);
      if (known.ours && !known.kept && !elsewhere && !askedAbout.has(aboutWhom(known))) await_({ known, body, holder, clicked: false, goneAt: Date.now() });
    }
  }

  /** @param {Known} known */
  function aboutWhom({ card }) {
    return `${card?.interview}/${card?.person}`;
  }

  /** @param {HTMLElement} body @param {Known} known */
  function show(body, known) {
    const card = /** @type {Card} */ (known.card);
    chip.card({
      key: body,
      title: card.title,
      lines: card.lines,
      state: card.state,
      avoid: parts.inTheWay(plan, body),
      actions: [
        ...card.actions.map((it) => ({ label: it.label, run: () => carryOut(it.code, body, known).catch(unheard) })),
        { label: card.close, run: () => { known.later = true; chip.hideCard(); }, closes: true },
      ],
    });
  }

  /** @param {string} action @param {HTMLElement} body @param {Known} known */
  async function carryOut(action, body, known) {
    const done = (/** @type {string} */ code, more = {}) => ask('companionDo', {
      interview: known.card?.interview, person: known.card?.person, action: code, seen: { ...known.seen, text: null }, ...more });
    if (action === 'review') {
      const lines = await done('review');
      if (lines && known.card) show(body, Object.assign(known, { card: { ...known.card, lines } }));
    } else if (action === 'write') {
      await done('write');
    } else {
      const draft = await done(action);
      if (!draft) return anew();
      body.focus();
      const report = await world.afternoteFill.fill(draft).catch(() => ({ outcome: 'refused' }));
      const said = await done('report', { report, id: crypto.randomUUID() });
      if (report.outcome === 'inserted' || report.outcome === 'already') {
        Object.assign(known, { ours: true, told: '', text: draft.body });
        notes.set(parts.holderOf(body), { body, known });
        chip.hideCard();
      } else if (!['text', 'other'].includes(report.outcome) || action !== 'insert') {
        await navigator.clipboard.writeText(draft.body).catch(() => {});
      } else if (known.card) {
        // There is text, or another recipient: only with another click.
        const actions = known.card.actions.map((it) => ({ ...it, code: it.code === 'insert' ? 'insert_anyway' : it.code }));
        show(body, Object.assign(known, { card: { ...known.card, lines: [said], actions } }));
        return;
      }
      if (said) chip.say(said, SAID_MS);
      changed();
    }
  }

  /** @param {Event} event */
  function clicked(event) {
    if (!event.isTrusted || !plan) return;
    if (parts.hits(event, plan.undo) && left && Date.now() - left.at < ARMED_MS) {
      const { known } = left;
      left = undefined;
      takenBack(known).catch(unheard);
    } else if (parts.hits(event, plan.stay)) {
      stays(event);
    } else if (parts.hits(event, plan.send)) {
      arm(event);
    }
  }

  /** @param {Event} event */
  function pressed(event) {
    const { key, ctrlKey, metaKey, isTrusted } = /** @type {KeyboardEvent} */ (event);
    if (!isTrusted || !plan) return;
    const onButton = key === 'Enter' || key === ' ';
    if (onButton && parts.hits(event, plan.stay)) return stays(event);
    if (onButton && parts.hits(event, plan.send) || key === 'Enter' && (ctrlKey || metaKey)) return arm(event);
    // It closes the window in some services, and keeps a draft.
    if (key === 'Escape' && !armed) return stays(event);
    if (key.length !== 1 && key !== 'Backspace' || ctrlKey || metaKey) return;
    // Whoever goes on writing has neither sent nor put aside.
    const target = /** @type {Node} */ (event.target);
    if (armed && !armed.signAt && armed.holder.isConnected && armed.body.contains(target)) armed = undefined;
    for (const [holder, { body, known }] of notes) if (holder.isConnected && body.contains(target)) known.kept = false;
  }

  /** The window that an event happened in. @param {Event} event @returns {Writing | undefined} */
  function windowOf(event) {
    const target = /** @type {Node} */ (event.target);
    /** @type {Writing[]} */
    const windows = world.afternoteFill.windows(plan);
    return windows.length === 1 ? windows[0]
      : windows.find(({ near, body }) => near.contains(target) || body.ownerDocument === target.ownerDocument && body.contains(target));
  }

  /** It was thrown away, saved, or is to be sent later. After its window has gone, such a button is that
   * of another message. @param {Event} event */
  function stays(event) {
    if (!armed?.goneAt) armed = undefined;
    const known = all.get(/** @type {HTMLElement} */ (windowOf(event)?.body));
    if (known) known.kept = true;
  }

  /** *Send* was pressed: from now on there may be a sign. @param {Event} event */
  function arm(event) {
    const own = windowOf(event);
    const known = own && all.get(own.body);
    // What the service offers to take back from now on is this message.
    left = undefined;
    if (!own || !known?.card || known.card.state === 'thanked' && !known.ours) return;
    if (known.ours) known.text = own.text();
    known.kept = false;
    await_({ known, body: own.body, holder: parts.holderOf(own.body), clicked: true, goneAt: 0 });
  }

  /** @param {Pick<Armed, 'known' | 'body' | 'holder' | 'clicked' | 'goneAt'>} what */
  function await_(what) {
    const mine = { ...what, at: Date.now(), before: parts.signs(plan), signAt: 0, beside: parts.beside(plan, what.body, what.known.text) };
    armed = mine;
    const again = () => {
      if (armed !== mine || !chrome.runtime?.id) return;
      watch();
      setTimeout(again, 250);
    };
    again();
  }

  /** Whether the message that was to be sent has left. */
  function watch() {
    if (!armed) return;
    const now = Date.now();
    const { known, before, holder, clicked, beside } = armed;
    if (clicked && !armed.signAt && [...parts.signs(plan)].some(([it, text]) => before.get(it) !== text)) armed.signAt = now;
    // A frame that is gone does not come back.
    const framed = holder !== armed.body;
    const open = clicked ? !(framed && armed.goneAt) && parts.isThere(armed.body, holder) : holder.isConnected;
    if (open) armed.goneAt = 0;
    else armed.goneAt ||= now;
    if (open && !clicked) {
      armed = undefined;
    } else if (armed.signAt && armed.goneAt) {
      notes.delete(holder);
      armed = undefined;
      sent({ known, beside }).catch(unheard);
    } else if (armed.goneAt && now - armed.goneAt > WITHOUT_SIGN_MS) {
      notes.delete(holder);
      armed = undefined;
      changed();
      if (!clicked) askedAbout.add(aboutWhom(known));
      question(known).catch(unheard);
    } else if (armed.signAt && now - armed.signAt > AFTER_SIGN_MS || now - armed.at > ARMED_MS) {
      armed = undefined;
    }
  }

  /** @param {Pick<Armed, 'known' | 'beside'>} gone */
  async function sent({ known, beside }) {
    changed();
    // Only a message that the note stood in is the note for sure; it may have come in after the last look.
    known.ours ||= Boolean((await ask('companionLook', { seen: { ...known.seen, text: null } }))?.ours);
    if (!known.ours) return question(known);
    left = { known, at: Date.now(), beside };
    // Should it come back as it was, it is looked at again.
    known.told = '';
    const said = await record('sent', known);
    if (said) chip.say(said, SAID_MS);
  }

  /** @param {Known} known */
  async function takenBack(known) {
    const said = await record('taken_back', known);
    // What was heard of it in between no longer holds.
    known.told = '';
    changed();
    if (said) chip.say(said, SAID_MS);
  }

  /** @param {string} action @param {Known} known */
  function record(action, known) {
    return ask('companionDo', { action, id: crypto.randomUUID(), interview: known.card?.interview, person: known.card?.person });
  }

  /** Asks once. @param {Known} known */
  async function question(known) {
    if (known.asked) return;
    known.asked = true;
    const texts = await ask('companionDo', {
      action: 'question', seen: { ...known.seen, text: null }, interview: known.card?.interview, person: known.card?.person });
    if (!texts) return;
    const [title, yes, no] = texts;
    const answer = async () => {
      const said = await record('said_sent', known);
      chip.say(said ?? '', SAID_MS);
    };
    chip.ask({
      title, lines: [], state: 'ask',
      actions: [{ label: yes, run: () => answer().catch(unheard) }, { label: no, run: () => chip.hide(), closes: true }],
    });
  }

  function end() {
    plan = undefined;
    armed = undefined;
    clearTimeout(timer);
    for (const it of [observer, inFrames]) it.disconnect();
    leaving.abort();
    try {
      chrome.runtime.onMessage.removeListener(reconsider);
    } catch {
      // The extension that it belonged to is gone.
    }
    chip?.leave();
  }
})();
