// Listening to the consoles itself: were it deaf, every other test would pass in vain.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../../scripts/browsers/until.mjs';
import { Session } from './support/session.mjs';

function hears(title, name, provoke, texts) {
  test(`${title} (${name})`, { timeout: 60_000 }, async () => {
    const session = await Session.start(name);
    try {
      await provoke(session);
      for (const text of texts) {
        await until(() => session.console.heard.some((it) => it.includes(text)), { what: text })
          .catch((error) => assert.fail(`${error.message}; heard: ${session.console.heard.join('\n')}`));
      }
    } finally {
      await session.close();
    }
  });
}

function complain() {
  console.error('said on purpose');
  setTimeout(() => { throw new Error('thrown on purpose'); });
  Promise.reject(new Error('rejected on purpose'));
}

const COMPLAINTS = ['said on purpose', 'thrown on purpose', 'rejected on purpose'];

hears('a page is heard', 'chromium', (session) => session.inExtension(complain), COMPLAINTS);
hears('a page is heard', 'firefox', (session) => session.inExtension(complain), COMPLAINTS);

hears('the background is heard', 'chromium', async ({ browser }) => {
  const target = await browser.waitForTarget((it) => it.type() === 'service_worker');
  const worker = await target.worker();
  await until(() => worker.evaluate("typeof setTimeout === 'function'"));
  await worker.evaluate(complain);
}, COMPLAINTS);

hears('the background is heard', 'firefox', (session) => session.inExtension(async () => {
  const background = await chrome.runtime.getBackgroundPage();
  background.console.error('said on purpose');
  background.Promise.reject(new background.Error('rejected on purpose'));
}), ['said on purpose', 'rejected on purpose']);

hears('a breach of the content security policy is heard', 'chromium', (session) =>
  session.inExtension(() => { document.body.append(Object.assign(new Image(), { src: 'https://example.com/x.png' })); }),
['Content Security Policy']);
