// Reads the text of a note for the popup, with the proofreader's own module (proofreader/), which is
// loaded when the first text comes. A build may leave it out: then nothing is found.
let reader;
const start = async () => {
  const it = await import('./wasm/proofreader.js');
  await it.default();
  return it;
};

onmessage = async ({ data: { id, text, known } }) => {
  reader ??= start();
  const findings = await reader.then((it) => it.proofread(text, known), () => null);
  postMessage({ id, findings });
};
