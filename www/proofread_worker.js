// Reads the text of a note for the popup, with the proofreader's own module (proofreader/), which is
// loaded when the first text comes. Says nothing to anybody else.
let reader;

onmessage = async ({ data: { id, text, known } }) => {
  try {
    reader ??= import('./wasm/proofreader.js').then(async (it) => {
      await it.default();
      return it;
    });
    const { proofread } = await reader;
    postMessage({ id, findings: proofread(text, known) });
  } catch {
    // Left out of this build, or out of memory: the note is not proofread.
    postMessage({ id, findings: null });
  }
};
