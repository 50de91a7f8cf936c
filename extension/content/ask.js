// Asks the background, for our scripts in pages. A worker that was just ended, or has not begun to
// listen, gives no answer: the same question, with the same id, is asked again a few times, as our own
// pages do. Where the extension is gone, the question fails at once.
'use strict';

(() => {
  /** After each of them the question is asked again, milliseconds. */
  const PAUSES = [150, 600, 2_000];
  const world = /** @type {{afternoteAsk?: (kind: string, content?: any) => Promise<any>}} */ (globalThis);
  world.afternoteAsk = ask;

  /** @param {string} kind @param {any} [content] @returns {Promise<any>} `null` for what is refused */
  async function ask(kind, content = {}) {
    for (const pause of [...PAUSES, 0]) {
      if (!chrome.runtime?.id) break;
      const answer = await chrome.runtime.sendMessage({ kind, ...content }).catch(() => undefined);
      if (answer !== undefined && answer?.kind !== 'failed') return answer;
      if (pause > 0) await new Promise((done) => setTimeout(done, pause));
    }
    throw new Error('no answer');
  }
})();
