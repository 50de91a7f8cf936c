// A calendar account on a real server: found, chosen, read, and everything that can become of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { press, textOf, typeInto } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE } from '../../scripts/run/sample_calendar.mjs';
import { allowed } from './support/allowed.mjs';
import { PASSWORD, Radicale, USER } from './support/radicale.mjs';
import { Session } from './support/session.mjs';
import { Sites } from './support/sites.mjs';

const HOST = 'dav.example';
const HOUR = 3_600_000;

const utc = (ms) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');

function event({ start = Date.now() + 24 * HOUR, status = 'CONFIRMED' } = {}) {
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//x//EN', 'BEGIN:VEVENT', 'UID:one', `DTSTAMP:${utc(Date.now())}`,
    `DTSTART:${utc(start)}`, `DTEND:${utc(start + HOUR)}`, `STATUS:${status}`,
    'SUMMARY:Interview with Kettlefish <Senior> & more', 'ORGANIZER;CN=Priya Shah:mailto:priya.shah@kettlefish.example',
    'ATTENDEE;CN=Priya Shah:mailto:priya.shah@kettlefish.example', 'ATTENDEE;CN=Jordan Avery:mailto:jordan.avery@example.com',
    'END:VEVENT', 'END:VCALENDAR', '',
  ].join('\r\n');
}

for (const browser of ['chromium', 'firefox']) {
  const run = (title, body) => test(`${title} (${browser})`, { timeout: 120_000 }, async () => {
    const server = await Radicale.start();
    const sites = await Sites.start((host) => (host === HOST ? server.forward() : undefined));
    const extension = allowed(browser, [HOST]);
    let session;
    try {
      await server.calendar('work', 'Work &amp; interviews');
      await server.calendar('tasks', 'Tasks', ['VTODO']);
      await server.put('work', 'one', event());
      session = await Session.start(browser, { ...sites.options(), dist: extension.dist });
      await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
      const options = await session.openPage('options.html');
      await body({ server, session, options });
    } finally {
      await session?.close();
      sites.close();
      extension.remove();
      server.close();
    }
  });

  run('an account is searched, a calendar of it chosen, and its changes followed', async ({ server, session, options }) => {
    await signIn(options, PASSWORD);
    await until(async () => (await options.$$('#account [data-slot="list"] label')).length === 1, { what: 'the calendars' });
    assert.equal(await textOf(options, '#account [data-slot="list"] [data-slot="name"]'), 'Work & interviews');
    await press(options, '#account [data-slot="add"]');
    await stateIs(options, 'fresh');
    assert.equal(await textOf(options, '#feed-list [data-slot="label"]'), 'Work & interviews');
    const [{ id, title }] = await session.interviews();
    assert.equal(title, 'Interview with Kettlefish <Senior> & more');

    const shown = await options.evaluate(() => document.documentElement.outerHTML
      + [...document.querySelectorAll('input')].map((it) => it.value).join());
    assert.ok(!shown.includes(PASSWORD), 'the password is shown nowhere');

    server.asked.length = 0;
    await askAgain(server, options);
    await until(() => server.asked.some((it) => it.method === 'PROPFIND'));
    assert.ok(!server.asked.some((it) => it.method === 'REPORT'), 'an unchanged calendar is not fetched');

    const start = Math.floor(Date.now() / 1000) * 1000 + 48 * HOUR;
    await server.put('work', 'one', event({ start }));
    await askAgain(server, options);
    await until(async () => (await session.interviews())[0].startMs === start, { what: 'the moved interview' });
    await server.put('work', 'one', event({ start, status: 'CANCELLED' }));
    await askAgain(server, options);
    await until(async () => (await session.interviews())[0].calledOff, { what: 'the cancelled interview' });
    await server.put('work', 'one', event({ start }));
    await askAgain(server, options);
    await until(async () => !(await session.interviews())[0].calledOff, { what: 'the interview that takes place again' });
    await server.remove('work/one.ics');
    await askAgain(server, options);
    await until(async () => (await session.interviews())[0].vanished, { what: 'the question' });
    assert.equal((await session.interviews())[0].id, id);

    await server.remove('work/');
    await askAgain(server, options);
    await stateIs(options, 'needs_you');
    assert.match(await textOf(options, '#feed-list [data-slot="state"]'), /no calendar at this address any more/);
    assert.equal((await session.interviews()).length, 1);
    const popup = await session.openPage('popup.html');
    await until(async () => /Work & interviews/.test(await textOf(popup, '[data-slot="feeds-text"]')), { what: 'the warning' });
  });

  run('a wrong password is said, kept nowhere, and can be put right', async ({ session, options }) => {
    await signIn(options, 'wrong');
    await until(async () => /does not take the name and password/.test(await textOf(options, '#account [data-slot="error"]')), { what: 'the refusal' });
    assert.ok(!JSON.stringify(await session.stored()).includes('wrong'));
    await signIn(options, PASSWORD);
    await until(() => options.$('#account [data-slot="list"] label'));
    const error = await options.$eval('#account [data-slot="error"]', (it) => it.hidden);
    assert.equal(error, true);
  });

  run('the same calendar by its public address is the same interview', async ({ session, options }) => {
    await signIn(options, PASSWORD);
    await until(() => options.$('#account [data-slot="list"] label'));
    await press(options, '#account [data-slot="add"]');
    await stateIs(options, 'fresh');
    await typeInto(options, '#feed-address', `https://${HOST}/${USER}/work/`);
    await options.keyboard.press('Enter');
    await until(async () => (await options.$$('#feed-list [data-state="fresh"]')).length === 2, { what: 'both are read', within: 20_000 });
    assert.equal((await session.interviews()).length, 1);
  });
}

async function signIn(options, password) {
  await options.bringToFront();
  await options.$eval('#account', (it) => { it.open = true; });
  await typeInto(options, '#account-server', `https://${HOST}`);
  await typeInto(options, '#account-user', USER);
  await typeInto(options, '#account-password', password);
  // By a real key: Firefox lets only that ask for a permission.
  await options.keyboard.press('Enter');
}

async function askAgain(server, options) {
  const before = server.asked.length;
  await options.bringToFront();
  await options.$eval('#feed-list [data-slot="refresh"]', (it) => it.focus());
  await options.keyboard.press('Enter');
  await until(() => server.asked.length > before, { what: 'the server is asked' });
}

function stateIs(options, state) {
  return until(async () => (await options.$(`#feed-list [data-state="${state}"]`)) !== null, { what: state, within: 20_000 });
}
