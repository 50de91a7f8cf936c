// Runs an expression in the window of Firefox itself, where its own buttons and settings are.

export async function inFirefoxWindow(page, expression) {
  const { session: bidi } = page.mainFrame().browsingContext.userContext.browser;
  const { result: tree } = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const target = { context: tree.contexts[0].context };
  const { result } = await bidi.send('script.evaluate', { expression, target, awaitPromise: true });
  if (result.type !== 'success') throw new Error(JSON.stringify(result.exceptionDetails));
  return result.result.value;
}
