// The background by itself: it starts without complaint, keeps what it is told, and survives being
// stopped.

import assert from 'node:assert/strict';
import { until } from '../../scripts/browsers/until.mjs';
import { byHand } from './support/interviews.mjs';
import { testIn, testInBoth } from './support/test_in.mjs';

testInBoth('a fresh installation starts, sets its safety alarm and stores nothing', async (session) => {
  const alarm = await until(() => session.inExtension(() => chrome.alarms.get('safety')));
  assert.equal(alarm.periodInMinutes, 15);
  assert.equal(await session.badge(), '');
  assert.deepEqual(await session.stored(), {});
});

testInBoth('nothing more is permitted than what the manifest asks for', async (session) => {
  const granted = await session.inExtension(() => chrome.permissions.getAll());
  assert.deepEqual(granted.permissions.toSorted(), [
    'activeTab', 'alarms', 'notifications', 'scripting', 'storage',
  ]);
  assert.deepEqual(granted.origins, []);
});

testInBoth('a new user is greeted once', async (session) => {
  const greetings = () => session.inExtension(async (url) => (await chrome.tabs.query({ url })).length,
    `${session.origin}/welcome.html`);
  // One is the page that asks.
  await until(async () => (await greetings()) === 2);
});

testInBoth('an interview entered by hand is stored and answered with its id', async (session) => {
  const reply = await session.command({ kind: 'addInterview', interview: byHand() });
  assert.equal(reply.kind, 'added');
  const stored = await session.stored();
  const record = stored[`interview:${reply.interview}`];
  assert.equal(record.version, 1);
  assert.equal(record.data.employer, 'Kettlefish');
  assert.deepEqual(record.data.people.map((it) => it.name), ['Priya Shah', 'Tom Kovač']);
});

testInBoth('a command that is sent twice is carried out once', async (session) => {
  const request = { kind: 'addInterview', interview: byHand() };
  const first = await session.command(request, 'the-same');
  const stored = await session.settledStore();
  assert.deepEqual(await session.command(request, 'the-same'), first);
  assert.deepEqual(await session.settledStore(), stored);
});

testInBoth('commands that arrive together are all carried out', async (session) => {
  const employers = Array.from({ length: 20 }, (_, number) => `Employer ${number}`);
  await Promise.all(employers.map((employer) =>
    session.command({ kind: 'addInterview', interview: byHand({ employer }) })));
  assert.deepEqual((await employersIn(session)).toSorted(), employers.toSorted());
});

testInBoth('what is no command is refused and stores nothing', async (session) => {
  const failed = { kind: 'failed', code: 'unknown_request', errorKind: 'bug' };
  for (const message of [null, 'addInterview', {}, { id: 'x', request: { kind: 'unheardOf' } }]) {
    const answer = await session.inExtension((it) => chrome.runtime.sendMessage(it), message);
    assert.deepEqual(answer, failed, JSON.stringify(message));
  }
  assert.deepEqual(await session.stored(), {});
});

testIn('chromium', 'a stopped background is woken by the next command and has lost nothing', async (session) => {
  await session.command({ kind: 'addInterview', interview: byHand({ employer: 'Before' }) });
  await session.stopBackground();
  await session.command({ kind: 'addInterview', interview: byHand({ employer: 'After' }) });
  assert.deepEqual((await employersIn(session)).toSorted(), ['After', 'Before']);
});

testIn('firefox', 'a background that fell asleep is woken by the next command and has lost nothing', async (session) => {
  await session.command({ kind: 'addInterview', interview: byHand({ employer: 'Before' }) });
  await until(async () => !(await isAwake(session)));
  await session.command({ kind: 'addInterview', interview: byHand({ employer: 'After' }) });
  assert.equal(await isAwake(session), true);
  assert.deepEqual((await employersIn(session)).toSorted(), ['After', 'Before']);
}, { preferences: { 'extensions.background.idle.timeout': 500 } });

async function employersIn(session) {
  return (await session.interviews()).map((it) => it.employer);
}

function isAwake(session) {
  return session.inExtension(async () =>
    (await chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] })).length > 0);
}
