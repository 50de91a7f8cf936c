// The collector of complaints itself: were it deaf, every other test would pass in vain.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backgroundOf } from '../../scripts/browsers/chromium.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { Session } from './support/session.mjs';

for (const name of ['chromium', 'firefox']) {
  test(`what a page complains about is heard (${name})`, { timeout: 60_000 }, async () => {
    const session = await Session.start(name);
    try {
      await session.inExtension(() => console.error('said on purpose'));
      await session.inExtension(() => void setTimeout(() => { throw new Error('thrown on purpose'); }));
      await heard(session, 'said on purpose');
      await heard(session, 'thrown on purpose');
    } finally {
      await session.close();
    }
  });
}

test('what the background complains about is heard (chromium)', { timeout: 60_000 }, async () => {
  const session = await Session.start('chromium');
  try {
    const worker = await backgroundOf(session);
    await worker.evaluate(() => {
      console.error('said on purpose');
      setTimeout(() => { throw new Error('thrown on purpose'); });
    });
    await heard(session, 'said on purpose');
    await heard(session, 'thrown on purpose');
  } finally {
    await session.close();
  }
});

test('what the background complains about is heard (firefox)', { timeout: 60_000 }, async () => {
  const session = await Session.start('firefox');
  try {
    await session.inExtension(async () => {
      const background = await chrome.runtime.getBackgroundPage();
      background.console.error('said on purpose');
      background.setTimeout('notThereOnPurpose()');
      background.Promise.reject(new background.Error('thrown on purpose'));
    });
    await heard(session, 'said on purpose');
    await heard(session, 'thrown on purpose');
  } finally {
    await session.close();
  }
});

function heard(session, text) {
  return until(() => session.errors.complaints.some((it) => it.includes(text)), { what: text })
    .catch((error) => assert.fail(`${error.message}; heard: ${session.errors.complaints.join('\n')}`));
}
