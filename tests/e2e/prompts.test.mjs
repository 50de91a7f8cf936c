// Prompts with the browser's own alarms and notifications, and what outlives a restart and an update.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChromium } from '../../scripts/browsers/chromium.mjs';
import { shown } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { test } from 'node:test';
import { byHand } from './support/interviews.mjs';
import { LOUD, notices } from './support/notices.mjs';
import { Session } from './support/session.mjs';
import { testIn, testInBoth } from './support/test_in.mjs';

const MINUTE = 60_000;

function endedAgo(milliseconds, changes = {}) {
  const endMs = Date.now() - milliseconds;
  return byHand({ startMs: endMs - 30 * MINUTE, endMs, ...changes });
}

testInBoth('an interview that has ended is asked about once', async (session) => {
  await session.command({ kind: 'saveSettings', settings: LOUD });
  const { interview } = await session.command({ kind: 'addInterview', interview: endedAgo(20 * MINUTE) });
  await until(async () => (await notices(session)).includes(`interview:${interview}`));
  await session.inExtension((id) => chrome.notifications.clear(id), `interview:${interview}`);
  await session.command({ kind: 'reconcile' });
  await session.command({ kind: 'reconcile' });
  assert.deepEqual(await notices(session), []);
  const [{ prompts }] = await session.interviews();
  assert.deepEqual(prompts.map((it) => it.stage), ['ask']);
});

testInBoth('somebody who has been thanked is not asked about', async (session) => {
  const quiet = { ...LOUD, prompts: false };
  await session.command({ kind: 'saveSettings', settings: quiet });
  const { interview } = await session.command({ kind: 'addInterview', interview: endedAgo(20 * MINUTE) });
  for (const person of ['p1', 'p2']) await session.command({ kind: 'markSent', interview, person });
  await session.command({ kind: 'saveSettings', settings: LOUD });
  await session.command({ kind: 'reconcile' });
  assert.deepEqual(await notices(session), []);
});

testIn('chromium', 'an alarm wakes a background that was stopped, and it prompts', async (session) => {
  await session.command({ kind: 'saveSettings', settings: LOUD });
  // Alarms of unpacked extensions may be half a minute apart at the least.
  const { interview } = await session.command({ kind: 'addInterview', interview: endedAgo(15 * MINUTE - 35_000) });
  assert.deepEqual(await notices(session), []);
  const alarm = await session.inExtension(() => chrome.alarms.get('next'));
  assert.ok(alarm.scheduledTime > Date.now());
  await session.stopBackground();
  await until(async () => (await notices(session)).includes(`interview:${interview}`), { within: 110_000 });
}, { limit: 120_000 });

testInBoth('what a notification was about is shown in the popup', async (session) => {
  const { interview } = await session.command({ kind: 'addInterview', interview: endedAgo(20 * MINUTE) });
  const popup = await session.openPage(`popup.html#${encodeURIComponent(`interview:${interview}`)}`);
  await shown(popup, 'main [data-slot="dismiss"]');
});

test('what was stored is there after the browser was closed, and after an update (chromium)', { timeout: 90_000 }, async () => {
  const profile = mkdtempSync(join(tmpdir(), 'afternote-profile-'));
  const dist = join(mkdtempSync(join(tmpdir(), 'afternote-dist-')), 'chrome');
  cpSync('dist/chrome', dist, { recursive: true });
  setVersion(dist, '0.0.9');
  /** Starts the browser on the same profile, and ends it whatever happens. */
  const life = async (body) => {
    const session = new Session(await startChromium({ dist, profile }));
    try {
      return await body(session);
    } finally {
      await session.close();
    }
  };
  const before = await life(async (session) => {
    await session.command({ kind: 'saveSettings', settings: { ...LOUD, prompts: false } });
    await session.command({ kind: 'addInterview', interview: endedAgo(20 * MINUTE) });
    return ofTheUser(session);
  });
  await life(async (session) => {
    assert.deepEqual(await ofTheUser(session), before);
    await until(async () => (await session.badge()) === '2');
  });
  setVersion(dist, '0.1.0');
  await life(async (session) => {
    assert.equal(await session.inExtension(() => chrome.runtime.getManifest().version), '0.1.0');
    assert.deepEqual(await ofTheUser(session), before);
    await until(async () => (await session.badge()) === '2');
  });
});

/** What is stored, without the day on which old interviews were last cleared away. */
async function ofTheUser(session) {
  const { cleared: _, ...records } = await session.settledStore();
  return records;
}

function setVersion(dist, version) {
  const path = join(dist, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, version }));
}
