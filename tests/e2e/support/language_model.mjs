// A stand-in for the browser's own language model (`LanguageModel`, the Prompt API), which test browsers
// do not have. It does what a test says, misbehaviour included.

/** Opens a page of the extension in which there is the model. */
export async function openWithModel(session, path, behaviour) {
  const page = await session.browser.newPage();
  await page.evaluateOnNewDocument(install, behaviour);
  await page.goto(`${session.origin}/${path}`);
  await page.bringToFront();
  return page;
}

/** The same in a browser without the interface. */
export async function openWithoutModel(session, path) {
  if (session.name === 'firefox') return session.openPage(path);
  const page = await session.browser.newPage();
  await page.evaluateOnNewDocument(() => { delete globalThis.LanguageModel; });
  await page.goto(`${session.origin}/${path}`);
  return page;
}

/** What the page has asked the model. */
export const asked = (page) => page.evaluate(() => globalThis.modelLog);

/**
 * Runs in the page, before its scripts.
 * - `states`: what `availability()` says, the last one for ever
 * - `answer`: what `prompt()` gives; `replace`: instead, pairs of texts that are replaced in the message
 *   once each, and `prefix` before it
 * - `hangs`: `availability`, `create` or `prompt` never settles; `deaf`: not even when aborted
 * - `throws`: `create` or `prompt` rejects
 * - `hurry`: limits of ten seconds and more pass that many times as fast
 */
function install({ states = ['available'], answer, replace = [], prefix = '', hangs, deaf, throws, hurry = 1 }) {
  const log = { availability: [], create: [], prompt: [], destroyed: 0, aborted: 0 };
  globalThis.modelLog = log;
  const later = globalThis.setTimeout;
  globalThis.setTimeout = (then, ms, ...rest) => later(then, ms >= 10_000 ? ms / hurry : ms, ...rest);

  const never = (signal) => new Promise((_, reject) => {
    signal?.addEventListener('abort', () => {
      log.aborted += 1;
      if (!deaf) reject(new DOMException('aborted', 'AbortError'));
    });
  });
  const plain = ({ expectedInputs, expectedOutputs }) => ({ expectedInputs, expectedOutputs });

  globalThis.LanguageModel = class LanguageModel {
    static async availability(options) {
      log.availability.push(plain(options));
      if (hangs === 'availability') return never();
      return states.length > 1 ? states.shift() : states[0];
    }

    static async create({ monitor, signal, initialPrompts, ...options }) {
      log.create.push({ ...plain(options), initialPrompts, active: navigator.userActivation.isActive });
      if (throws === 'create') throw new DOMException('no', 'NotAllowedError');
      const progress = new EventTarget();
      monitor?.(progress);
      // The test moves the download on.
      globalThis.download = (loaded) => progress.dispatchEvent(new ProgressEvent('downloadprogress', { loaded, total: 1 }));
      if (hangs === 'create') {
        const done = new Promise((resolve) => { globalThis.downloaded = resolve; });
        await Promise.race([never(signal), done]);
      }
      return new LanguageModel();
    }

    async prompt(input, { signal }) {
      log.prompt.push(input);
      if (throws === 'prompt') throw new DOMException('no', 'UnknownError');
      if (hangs === 'prompt') return never(signal);
      if (answer !== undefined) return answer;
      const [mark] = input.split('\n', 1);
      let text = input.slice(mark.length, -mark.length).trim();
      for (const [from, to] of replace) text = text.replace(from, to);
      return prefix + text;
    }

    destroy() {
      log.destroyed += 1;
    }
  };
}
