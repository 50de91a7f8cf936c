// Looks at the calendar page that the user opens, whenever it has changed and within a budget, and
// tells the background what a plan names. Only where the user switched this on (options page).
//
// Runs behind page.js, whose `look` it uses. It changes nothing, and ends itself when the extension
// that it belongs to is gone or no longer wants to know.
'use strict';

(() => {
  /** After a change the page is given this time to settle. */
  const SETTLED_MS = 1_200;
  /** No two looks are nearer than this. */
  const APART_MS = 4_000;
  /** Looking takes no more than this part of the time. */
  const SHARE = 1 / 100;
  /** No page tells more often than this in an hour; after that it rests until the next one. */
  const MOST = 400;
  const HOUR_MS = 3_600_000;
  const world = /** @type {{afternotePage?: {look: (plan: any) => any}, afternoteCalendar?: () => void, afternoteAsk?: any}} */ (globalThis);
  world.afternoteCalendar?.();
  /** @type {any} */
  let plan;
  let last = '';
  let next = 0;
  let told = 0;
  let since = performance.now();
  let timer = 0;
  const observer = new MutationObserver(changed);
  world.afternoteCalendar = end;
  document.addEventListener('visibilitychange', changed);
  begin().catch(end);

  async function begin() {
    plan = await world.afternoteAsk('calendarPlan');
    if (!plan || !world.afternotePage) return end();
    observer.observe(document.body, {
      childList: true, subtree: true, attributes: true, attributeFilter: ['data-eventid', 'data-datekey', 'aria-label'],
    });
    changed();
  }

  function changed() {
    if (timer || !plan || document.hidden) return;
    timer = setTimeout(() => look().catch(end), Math.max(SETTLED_MS, next - performance.now()));
  }

  async function look() {
    timer = 0;
    if (document.hidden) return;
    if (!chrome.runtime?.id) return end();
    const begun = performance.now();
    if (begun - since > HOUR_MS) [since, told] = [begun, 0];
    if (told >= MOST) return;
    const snapshot = world.afternotePage?.look(plan);
    const said = JSON.stringify(snapshot?.parts);
    const now = performance.now();
    next = now + Math.max(APART_MS, (now - begun) / SHARE);
    if (!snapshot || said === last) return;
    last = said;
    told += 1;
    const wanted = await world.afternoteAsk('calendarSnapshot', { snapshot });
    if (wanted !== true) end();
  }

  function end() {
    observer.disconnect();
    document.removeEventListener('visibilitychange', changed);
    clearTimeout(timer);
    plan = undefined;
  }
})();
