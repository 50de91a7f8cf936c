// The build with calendar services: what it asks for, and accounts connected, read and lost, against
// stand-ins for Google Calendar and Microsoft Graph at their true addresses.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { press, textOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE } from '../../scripts/run/sample_calendar.mjs';
import { allowed } from './support/allowed.mjs';
import { Google, Microsoft } from './support/calendar_services.mjs';
import { Session } from './support/session.mjs';
import { Sites } from './support/sites.mjs';

const DIST = 'target/services/dist';
const HOUR = 3_600_000;
const SILENT = { prompts: false, discreet: false, quietFrom: '00:00', quietUntil: '00:00', quietWeekends: false };
const PEOPLE = [['Priya Shah', 'priya.shah@kettlefish.example'], ['Tom Kovac', 'tom.kovac@kettlefish.example']];
const TITLE = 'Interview with Kettlefish: Senior Engineer';

const manifest = (path) => JSON.parse(readFileSync(`${path}/manifest.json`, 'utf8'));
const inAWholeMinute = (ms) => Math.floor(ms / 60_000) * 60_000;

test('only a build with services asks for `identity`, and nothing else is different', () => {
  for (const browser of ['chrome', 'firefox']) {
    const [usual, other] = [manifest(`dist/${browser}`), manifest(`${DIST}/${browser}`)];
    assert.ok(!usual.permissions.includes('identity'));
    assert.deepEqual(other.permissions, [...usual.permissions, 'identity']);
    assert.deepEqual(other.optional_host_permissions.slice(4), usual.optional_host_permissions);
    for (const it of ['permissions', 'optional_host_permissions']) delete other[it], delete usual[it];
    assert.deepEqual(other, usual);
    const usualCode = readFileSync(`dist/${browser}/wasm/afternote_bg.wasm`);
    for (const word of ['googleapis', 'graph.microsoft', 'oauth2', 'code_verifier']) assert.ok(!usualCode.includes(word), word);
  }
});

for (const browser of ['chromium', 'firefox']) {
  const run = (title, body) => test(`${title} (${browser})`, { timeout: 120_000 }, async () => {
    const services = [new Google(), new Microsoft()];
    const sites = await Sites.start((host, path, query) => {
      for (const it of services) {
        const answer = it.answer(host, path, query);
        if (answer) return answer;
      }
      return undefined;
    });
    const extension = allowed(browser, services.flatMap((it) => it.hosts), DIST);
    let session;
    try {
      const { flags, ...others } = sites.options();
      // The window of consent begins to load before the driver has told it to take the throw-away certificate.
      session = await Session.start(browser, { ...others, flags: [...flags, '--ignore-certificate-errors'], dist: extension.dist });
      await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
      // Where there is no desktop, Firefox shows a notification in a window of its own, which takes the keyboard.
      await session.command({ kind: 'saveSettings', settings: SILENT });
      const options = await session.openPage('options.html');
      await body({ services, session, options });
      const shown = await options.evaluate(() => document.documentElement.outerHTML);
      assert.ok(!/(google|microsoft)-(access|refresh)-/.test(shown), 'no token is ever shown');
      assert.deepEqual(session.console.heard, [], 'nothing is said on a console');
    } finally {
      await session?.close();
      sites.close();
      extension.remove();
    }
  });

  for (const which of [0, 1]) {
    const name = ['Google Calendar', 'Outlook'][which];
    run(`${name} is connected, its changes are followed, and withdrawn consent is mended`, async ({ services, session, options }) => {
      const service = services[which];
      const start = inAWholeMinute(Date.now() + 24 * HOUR);
      service.events = [service.event({ title: TITLE, start, people: PEOPLE })];
      await connect(options, service);
      const names = await options.$$eval('#services [data-slot="list"] [data-slot="name"]', (all) => all.map((it) => it.textContent));
      assert.deepEqual(names, which === 0 ? ['Jordan', 'Holidays'] : ['Calendar']);
      await press(options, '#services [data-slot="add"]');
      await stateIs(options, 'fresh');
      assert.equal(await textOf(options, '#feed-list [data-slot="host"]'), name);
      const [{ id, people, zone, startMs }] = await session.interviews();
      assert.deepEqual(people.map((it) => it.email).sort(), PEOPLE.map(([, email]) => email));
      assert.deepEqual([zone, startMs], ['Europe/Berlin', start]);

      await askAgain(service, options);
      const last = service.asked.at(-1).query;
      assert.ok('syncToken' in last || '$deltatoken' in last, 'only changes are asked for');
      assert.ok(service.asked.every((it) => !it.headers.cookie));

      service.state += 1;
      service.events = [service.event({ title: TITLE, start: start + HOUR, people: PEOPLE })];
      service.expire();
      await askAgain(service, options);
      await until(async () => (await session.interviews())[0].startMs === start + HOUR, { what: 'the moved interview' });
      assert.equal((await session.interviews())[0].id, id);

      service.state += 1;
      service.events = [];
      await askAgain(service, options);
      await until(async () => (await session.interviews())[0].vanished, { what: 'the question' });

      service.withdraw();
      await askAgain(service, options);
      await stateIs(options, 'needs_you');
      assert.match(await textOf(options, '#feed-list [data-slot="state"]'), /agreement has run out or was taken back/);
      assert.equal((await session.interviews()).length, 1);
      await connect(options, service);
      await press(options, '#services [data-slot="add"]');
      await stateIs(options, 'fresh');
      const stored = Object.keys(await session.stored());
      assert.equal(stored.filter((it) => it.startsWith('grant:')).length, 1);
      await press(options, '#feed-list [data-slot="remove"]');
      await until(async () => !Object.keys(await session.stored()).some((it) => it.startsWith('grant:')), { what: 'the tokens are gone' });
    });
  }

  run('the same event in Google Calendar and in Outlook is one interview', async ({ services, session, options }) => {
    const start = inAWholeMinute(Date.now() + 24 * HOUR);
    for (const service of services) {
      service.events = [service.event({ title: TITLE, start, people: PEOPLE })];
      await connect(options, service);
      await press(options, '#services [data-slot="add"]');
    }
    await until(async () => (await options.$$('#feed-list [data-state="fresh"]')).length === 2, { what: 'both are read' });
    const interviews = await session.interviews();
    assert.equal(interviews.length, 1);
    assert.equal(interviews[0].events[0].feeds.length, 2);
  });

  run('consent that ran out by the rules of Outlook is had again without a window', async ({ services: [, outlook], session, options }) => {
    outlook.events = [outlook.event({ title: TITLE, start: inAWholeMinute(Date.now() + 24 * HOUR), people: PEOPLE })];
    await connect(options, outlook);
    await press(options, '#services [data-slot="add"]');
    await stateIs(options, 'fresh');
    outlook.withdraw();
    await askAgain(outlook, options);
    await stateIs(options, 'needs_you');
    outlook.signedIn = true;
    await session.inExtension(() => chrome.alarms.create('wake', { when: Date.now() }));
    await stateIs(options, 'fresh');
    const quiet = outlook.asked.filter((it) => it.query.prompt === 'none');
    assert.deepEqual(quiet.map((it) => it.query.login_hint), ['jordan.avery@example.com']);
  });

  run('who does not agree has connected nothing', async ({ services: [google], session, options }) => {
    google.consent = 'no';
    await ask(options, google);
    await until(async () => /was not connected/.test(await textOf(options, '#services [data-slot="error"]')), { what: 'the sentence' });
    assert.ok(!Object.keys(await session.stored()).some((it) => it.startsWith('grant:') || it.startsWith('source:')));
  });
}

async function connect(options, service) {
  await ask(options, service);
  await until(() => options.$eval('#services [data-slot="calendars"]', (it) => !it.hidden), { what: 'the calendars' });
}

async function ask(options, service) {
  await options.bringToFront();
  await options.$eval('#services', (it) => { it.open = true; });
  await options.$eval(`#services [data-slot="${service.name}"]`, (it) => it.focus());
  // By a real key: Firefox lets only that ask for a permission.
  await options.keyboard.press('Enter');
}

async function askAgain(service, options) {
  const before = service.asked.length;
  await options.bringToFront();
  await options.$eval('#feed-list [data-slot="refresh"]', (it) => it.focus());
  await options.keyboard.press('Enter');
  await until(() => service.asked.length > before, { what: 'the service is asked' });
}

function stateIs(options, state) {
  return until(async () => (await options.$(`#feed-list [data-state="${state}"]`)) !== null, { what: state, within: 20_000 });
}
