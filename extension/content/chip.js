// The small box that the companion shows in a webmail: a title, lines, buttons. In a shadow root that
// the page cannot look into, outside of every editor, without markup from anywhere.
'use strict';

/**
 * @typedef {{title: string, lines: string[], state: string, avoid?: Element[],
 *   actions: {label: string, run: () => void, closes?: boolean}[], key?: object}} Content
 */
(() => {
  /** A line that came into the page a moment ago is not watched yet. */
  const TOLD_AFTER_MS = 150;
  const world = /** @type {{afternoteChip?: any}} */ (globalThis);
  world.afternoteChip?.leave();
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const box = document.createElement('section');
  // Screen readers tell what changes in a line that was there before: it stays, and gets its words late.
  const live = document.createElement('p');
  root.append(box, live);
  box.setAttribute('aria-label', 'Afternote');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let last = '';
  let timer = 0;
  let telling = 0;
  /** Whether a question is shown: it stays until it is answered, before whatever else there is to show. */
  let asking = false;
  /** Questions that are not answered yet, the one that is shown first. @type {Content[]} */
  const questions = [];
  /** What the box that is shown is about. @type {object | undefined} */
  let lastKey;
  /** What must not be covered, the most important first. @type {Element[]} */
  let avoided = [];
  /** @type {(() => void) | undefined} */
  let close;
  // A page that watches its own keys, or closes things on Escape, is not to hear of this.
  for (const kind of ['keydown', 'keyup', 'keypress']) {
    root.addEventListener(kind, (event) => {
      event.stopPropagation();
      if (kind === 'keydown' && /** @type {KeyboardEvent} */ (event).key === 'Escape') close?.();
    });
  }
  dark.addEventListener('change', paint);
  addEventListener('resize', settle);
  // Styles are set one by one: a page may forbid style sheets to whoever is in it.
  style(host, { all: 'initial', position: 'fixed', 'z-index': '2147483647' });
  style(box, {
    'box-sizing': 'border-box', width: 'min(22rem, calc(100vw - 32px))', 'max-height': '60vh', overflow: 'auto', padding: '12px 14px',
    font: '14px/1.45 system-ui, sans-serif', 'border-radius': '10px', 'border-width': '1px', 'border-style': 'solid',
  });
  style(live, { position: 'absolute', width: '1px', height: '1px', margin: '-1px', overflow: 'hidden', 'clip-path': 'inset(50%)' });
  world.afternoteChip = { card, ask, say, hide, hideCard, leave, owns: (/** @type {Node} */ it) => it === host || host.contains(it) };

  /** @param {Content} content */
  function card(content) {
    if (asking || timer) return;
    show(content);
  }

  /** One question after the other. @param {Content} content */
  function ask(content) {
    let answered = false;
    const actions = content.actions.map((it) => ({ ...it, run: () => {
      // It stays in sight until there is something to say.
      if (answered) return;
      answered = true;
      questions.shift();
      it.run();
    } }));
    if (questions.push({ ...content, actions }) === 1) next();
  }

  function next() {
    clearTimeout(timer);
    timer = 0;
    asking = true;
    show(questions[0]);
  }

  /** Says something for a while; a question that it takes the place of is asked again. @param {string} title @param {number} within milliseconds */
  function say(title, within) {
    if (!title) return hide();
    clearTimeout(timer);
    asking = false;
    show({ title, lines: [], state: 'said', actions: [] });
    timer = setTimeout(hide, within);
  }

  function hideCard() {
    if (!asking && !timer) hide();
  }

  function hide() {
    clearTimeout(timer);
    timer = 0;
    asking = false;
    last = '';
    close = undefined;
    clearTimeout(telling);
    host.remove();
    if (questions.length > 0) next();
  }

  function leave() {
    dark.removeEventListener('change', paint);
    removeEventListener('resize', settle);
    questions.length = 0;
    hide();
  }

  /** @param {Content} content */
  function show({ title, lines, state, actions, avoid = avoided, key }) {
    const said = JSON.stringify([title, lines, actions.map((it) => it.label)]);
    avoided = avoid;
    if (said === last && key === lastKey && host.isConnected) return settle();
    const focused = root.activeElement !== null;
    last = said;
    lastKey = key;
    close = actions.find((it) => it.closes)?.run;
    const heading = document.createElement('p');
    heading.textContent = title;
    style(heading, { margin: '0', 'font-weight': '600' });
    const rows = lines.map((line) => {
      const row = document.createElement('p');
      row.textContent = line;
      style(row, { margin: '6px 0 0' });
      return row;
    });
    const bar = document.createElement('div');
    style(bar, { display: actions.length > 0 ? 'flex' : 'none', gap: '8px', 'flex-wrap': 'wrap', 'margin-top': '10px' });
    bar.append(...actions.map(({ label, run }, index) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      if (index === 0 && actions.length > 1) button.dataset.main = '';
      style(button, {
        font: 'inherit', cursor: 'pointer', 'border-radius': '8px', padding: '4px 12px', 'border-width': '1px', 'border-style': 'solid', 'min-height': '30px',
      });
      button.addEventListener('click', (event) => { if (event.isTrusted) run(); });
      return button;
    }));
    box.replaceChildren(heading, ...rows, bar);
    box.dataset.state = state;
    paint();
    if (!host.isConnected) document.documentElement.append(host);
    tell([title, ...lines].join(' '), state === 'stop' || state === 'thanked' ? 'alert' : 'status');
    settle();
    if (focused) /** @type {HTMLElement | null} */ (bar.querySelector('button'))?.focus();
  }

  /** @param {string} text @param {string} role */
  function tell(text, role) {
    clearTimeout(telling);
    live.textContent = '';
    live.setAttribute('role', role);
    telling = setTimeout(() => { live.textContent = text; }, TOLD_AFTER_MS);
  }

  /** Puts the box into the corner where it is least in the way. */
  function settle() {
    if (!host.isConnected) return;
    const { width, height } = box.getBoundingClientRect();
    const covered = (/** @type {string} */ x, /** @type {string} */ y) => {
      const left = x === 'left' ? 16 : innerWidth - 16 - width;
      const top = y === 'top' ? 16 : innerHeight - 16 - height;
      return avoided.reduce((sum, it, index) => {
        const other = it.getBoundingClientRect();
        const wide = Math.min(left + width, other.right) - Math.max(left, other.left);
        const high = Math.min(top + height, other.bottom) - Math.max(top, other.top);
        // A button that is covered is worse than any part of an editor.
        return sum + (wide > 0 && high > 0 ? wide * high * (index < avoided.length - 1 ? 1_000 : 1) : 0);
      }, 0);
    };
    const corners = [['left', 'bottom'], ['right', 'top'], ['left', 'top'], ['right', 'bottom']];
    const [x, y] = corners.reduce((best, it) => (covered(it[0], it[1]) < covered(best[0], best[1]) ? it : best));
    style(host, { left: 'auto', right: 'auto', top: 'auto', bottom: 'auto', [x]: '16px', [y]: '16px' });
  }

  function paint() {
    const [ground, ink, line, main, onMain] = dark.matches
      ? ['#23262b', '#eceae4', '#4a4f57', '#8fb3e0', '#14171b']
      : ['#fffdf8', '#26282c', '#d8d2c4', '#2f5d92', '#ffffff'];
    const warns = ['stop', 'thanked'].includes(box.dataset.state ?? '');
    style(box, {
      background: ground, color: ink, 'border-color': warns ? (dark.matches ? '#e0a96d' : '#a8621b') : line,
      'box-shadow': '0 4px 18px rgb(0 0 0 / 0.22)', 'color-scheme': dark.matches ? 'dark' : 'light',
    });
    for (const it of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll('button'))) {
      const isMain = 'main' in it.dataset;
      style(it, { background: isMain ? main : 'transparent', color: isMain ? onMain : ink, 'border-color': isMain ? main : line });
    }
  }

  /** @param {HTMLElement} it @param {Record<string, string>} values */
  function style(it, values) {
    for (const [name, value] of Object.entries(values)) it.style.setProperty(name, value);
  }
})();
