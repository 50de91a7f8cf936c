// A test in one or both browsers, each time in a fresh one. Whatever the extension says on a console
// fails it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from './session.mjs';

const LIMIT_MS = 60_000;

/** Registers a test in Chromium and in Firefox. */
export function testInBoth(title, body, options) {
  testIn('chromium', title, body, options);
  testIn('firefox', title, body, options);
}

/** Registers a test in one browser; `body` gets the session. */
export function testIn(name, title, body, options) {
  test(`${title} (${name})`, { timeout: options?.limit ?? LIMIT_MS }, async () => {
    const session = await Session.start(name, options);
    try {
      await body(session);
      assert.deepEqual(session.console.heard, [], 'nothing is said on a console');
    } finally {
      await session.close();
    }
  });
}
