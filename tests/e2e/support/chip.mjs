// The companion's box in a webmail. It lies in a shadow root that no page can look into: its buttons
// are reached by keyboard, as by a user; its text is read where the browser's debugger shows it.

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

/** The texts of the box, line by line; Chromium only. */
export async function chipTexts(page) {
  const debug = await page.createCDPSession();
  try {
    const { root } = await debug.send('DOM.getDocument', { depth: -1, pierce: true });
    const texts = [];
    const visit = (node, inside) => {
      if (inside && node.nodeType === 3) texts.push(node.nodeValue);
      for (const it of node.children ?? []) visit(it, inside);
      for (const it of node.shadowRoots ?? []) visit(it, inside || it.shadowRootType === 'closed');
    };
    visit(root, false);
    return texts;
  } finally {
    await debug.detach();
  }
}

/** Waits for a text in the box; anything at all where it cannot be read. */
export async function chipSays(session, page, pattern) {
  if (session.name === 'firefox') return chipIs(page, true);
  return until(async () => (await chipTexts(page)).some((it) => pattern.test(it)), {
    what: `the box says ${pattern}`, otherwise: async () => (await chipTexts(page)).join(' | '),
  });
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
