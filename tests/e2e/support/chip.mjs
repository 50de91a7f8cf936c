// The companion's box in a webmail. It lies in a closed shadow root that no page can look into: its
// buttons are reached by keyboard, as by a user; its text is read as the browser's debugger shows it.

import { until } from '../../../scripts/browsers/until.mjs';

/** Whether the box is there. */
export function chipShown(page) {
  return page.evaluate(() => {
    const last = document.documentElement.lastElementChild;
    return last?.localName === 'div' && last.getBoundingClientRect().width > 0 && last.style.zIndex === '2147483647';
  });
}

/** Waits for the box, or for its absence. */
export function chipIs(page, there) {
  return until(async () => (await chipShown(page)) === there, { what: there ? 'the box is there' : 'there is no box' });
}

/** The texts of the box, one for each line and button; none when there is no box. */
export async function chipTexts(session, page) {
  const roots = session.name === 'firefox' ? await byBidi(page) : await byDevtools(page);
  return roots.flatMap(textsOf);
}

/** By page: it is asked again and again. */
const debuggers = new WeakMap();

/** The closed shadow root at the end of a page, by the DevTools protocol. */
async function byDevtools(page) {
  if (!debuggers.has(page)) debuggers.set(page, await page.createCDPSession());
  const debug = debuggers.get(page);
  const { root } = await debug.send('DOM.getDocument', { depth: 2 });
  const last = root.children.find((it) => it.nodeName === 'HTML')?.children.at(-1);
  if (!last?.shadowRoots) return [];
  try {
    const { node } = await debug.send('DOM.describeNode', { backendNodeId: last.backendNodeId, depth: -1, pierce: true });
    return closedRoots(node);
  } catch (error) {
    // Taken out of the page since it was found: there is none.
    if (/find node|node with given id/i.test(error.message)) return [];
    throw error;
  }
}

/** The line of the box that is read out: which node it is, and its text. By the DevTools protocol alone. */
export async function chipLine(page) {
  const [root] = await byDevtools(page);
  const line = root?.children.find((it) => it.attributes?.includes('role'));
  return line && { node: line.backendNodeId, text: textsOf(line).join('') };
}

function closedRoots(node) {
  const own = (node.shadowRoots ?? []).filter((it) => it.shadowRootType === 'closed');
  return [...own, ...(node.children ?? []).flatMap(closedRoots)];
}

/** The same at the end of the page, by WebDriver BiDi, which serializes closed roots when asked to. */
async function byBidi(page) {
  const { browsingContext } = page.mainFrame();
  const { result: answer } = await browsingContext.userContext.browser.session.send('script.evaluate', {
    expression: 'document.documentElement.lastElementChild',
    target: { context: browsingContext.id },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 20, includeShadowTree: 'all' },
  });
  const root = answer.result.value?.shadowRoot;
  return root?.value.mode === 'closed' ? [root.value] : [];
}

/** In document order; both protocols call a text a node of type 3 with a `nodeValue`. */
function textsOf(node) {
  const it = node.value ?? node;
  if (it.nodeType === 3) return [it.nodeValue];
  return (it.children ?? []).flatMap(textsOf);
}

/** Waits for a text in the box. */
export async function chipSays(session, page, pattern, { within } = {}) {
  let last = [];
  try {
    return await until(async () => {
      last = await chipTexts(session, page);
      return last.some((it) => pattern.test(it));
    }, { within });
  } catch {
    throw new Error(`the box does not say ${pattern}, but: ${last.join(' | ')}`);
  }
}

/** Presses a button of the box, counted from 0, by keyboard. */
export async function pressChip(page, index) {
  await page.bringToFront();
  await page.evaluate(() => {
    document.querySelector('#before-the-box')?.remove();
    const stop = document.createElement('span');
    stop.id = 'before-the-box';
    stop.tabIndex = 0;
    document.body.append(stop);
    stop.focus();
  });
  for (let left = index; left >= 0; left -= 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}
