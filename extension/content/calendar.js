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
  /** No page is looked at more often. */
  const MOST = 400;
  const world = /** @type {{afternotePage?: {look: (plan: any) => any}, afternoteCalendar?: () => void}} */ (globalThis);
  world.afternoteCalendar?.();
  /** @type {any} */
  let plan;
  let last = '';
  let next = 0;
  let looks = 0;
  let timer = 0;
  const observer = new MutationObserver(changed);
  world.afternoteCalendar = end;
  document.addEventListener('visibilitychange', changed);
  begin().catch(end);

  async function begin() {
    plan = await chrome.runtime.sendMessage({ kind: 'calendarPlan' });
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
    if (!chrome.runtime?.id || (looks += 1) > MOST) return end();
    const begun = performance.now();
    const snapshot = world.afternotePage?.look(plan);
    const said = JSON.stringify(snapshot?.parts);
    const now = performance.now();
    next = now + Math.max(APART_MS, (now - begun) / SHARE);
    if (!snapshot || said === last) return;
    last = said;
    const wanted = await chrome.runtime.sendMessage({ kind: 'calendarSnapshot', snapshot });
    if (wanted !== true) end();
  }

  function end() {
    observer.disconnect();
    document.removeEventListener('visibilitychange', changed);
    clearTimeout(timer);
    plan = undefined;
  }
})();
