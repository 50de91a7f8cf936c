// Answers of the background to the script in a page that are late: held until the test lets them go.
// So what happens in between does so for sure, and not on a slow machine only. Chromium alone.

import { until } from '../../../scripts/browsers/until.mjs';

/**
 * Holds the answers to messages of this kind from now on. `asked()` counts them, `release()` lets them
 * go and tells which actions the script has asked for since, those that the answers caused included.
 */
export async function holdAnswers(page, session, kind) {
  const devtools = await page.createCDPSession();
  const contexts = [];
  devtools.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await devtools.send('Runtime.enable');
  const context = await until(() => contexts.find((it) => it.auxData?.type === 'isolated' && session.origin.startsWith(it.origin)),
    { what: 'the script in the page is found' });
  const inScript = async (expression) => {
    const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', { expression, contextId: context.id, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await inScript(`(() => {
    const send = chrome.runtime.sendMessage;
    globalThis.held = { asked: 0, actions: [] };
    const released = new Promise((go) => { held.release = go; });
    chrome.runtime.sendMessage = async (message) => {
      if (message.action) held.actions.push(message.action);
      const answer = await send.call(chrome.runtime, message);
      if (message.kind === ${JSON.stringify(kind)}) {
        held.asked += 1;
        await released;
      }
      return answer;
    };
  })()`);
  return {
    asked: () => inScript('held.asked'),
    release: async () => {
      await inScript('held.release()');
      const actions = await inScript('held.actions');
      await devtools.detach();
      return actions;
    },
  };
}
