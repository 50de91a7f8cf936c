// Calendar addresses asked over a real connection: every way in which a server can answer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { press, textOf, typeInto } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE } from '../../scripts/run/sample_calendar.mjs';
import { allowed } from './support/allowed.mjs';
import { Session } from './support/session.mjs';
import { Sites } from './support/sites.mjs';

const HOST = 'calendars.example';
const SECRET = 'private-0123456789abcdef';
const HOUR = 3_600_000;

const utc = (ms) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');

/** One interview of tomorrow; `changes` makes it another one. */
function calendar({ start = Date.now() + 24 * HOUR, people = ['Priya Shah'], status = 'CONFIRMED', empty = false } = {}) {
  const event = [
    'BEGIN:VEVENT', 'UID:one@calendars.example', `DTSTAMP:${utc(Date.now())}`,
    `DTSTART:${utc(start)}`, `DTEND:${utc(start + HOUR)}`, `STATUS:${status}`,
    'SUMMARY:Interview with Kettlefish: Senior Engineer',
    'ORGANIZER;CN=Priya Shah:mailto:priya.shah@kettlefish.example',
    ...people.map((it) => `ATTENDEE;CN=${it}:mailto:${it.toLowerCase().replace(' ', '.')}@kettlefish.example`),
    'ATTENDEE;CN=Jordan Avery:mailto:jordan.avery@example.com', 'END:VEVENT',
  ];
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//x//EN', ...(empty ? [] : event), 'END:VCALENDAR', ''].join('\r\n');
}

/** A server whose answers the test changes, and which keeps what it was asked. */
class Server {
  asked = [];
  calendar = calendar();
  respond = undefined;

  answer(host, path) {
    if (host !== HOST || !path.includes(SECRET)) return undefined;
    return (request, response) => {
      this.asked.push({ path, headers: request.headers });
      if (this.respond) {
        this.respond(request, response);
        return;
      }
      const etag = `"${this.calendar.length}-${this.calendar.includes('CANCELLED')}"`;
      if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
      else {
        response.writeHead(200, { 'content-type': 'text/calendar', 'content-encoding': 'gzip', etag });
        response.end(gzipSync(this.calendar));
      }
    };
  }
}

for (const browser of ['chromium', 'firefox']) {
  const run = (title, body) => test(`${title} (${browser})`, { timeout: 120_000 }, async () => {
    const server = new Server();
    const sites = await Sites.start((host, path) => server.answer(host, path));
    const extension = allowed(browser, [HOST]);
    const session = await Session.start(browser, { ...sites.options(), dist: extension.dist });
    try {
      await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
      const options = await session.openPage('options.html');
      await body({ server, session, options });
      const shown = await options.evaluate(() => document.documentElement.outerHTML);
      assert.ok(!shown.includes(SECRET), 'the address is never shown');
    } finally {
      await session.close();
      sites.close();
      extension.remove();
    }
  });

  run('a calendar is read, asked again, and answered with "unchanged"', async ({ server, session, options }) => {
    await add(options);
    await stateIs(options, 'fresh');
    assert.match(await textOf(options, '#feed-list [data-slot="state"]'), /^1 events, 1 interviews/);
    assert.equal(await textOf(options, '#feed-list [data-slot="host"]'), HOST);
    assert.equal((await session.interviews())[0].employer, 'Kettlefish');
    const before = await session.interviews();
    await askAgain(server, options);
    assert.match(server.asked.at(-1).headers['if-none-match'], /^"/);
    await stateIs(options, 'fresh');
    assert.deepEqual(await session.interviews(), before);
    assert.equal(server.asked.some((it) => it.headers.cookie), false);
  });

  run('a changed calendar changes the interview and keeps what the user wrote', async ({ server, session, options }) => {
    const first = Date.now() - 3 * HOUR;
    server.calendar = calendar({ start: first });
    await add(options);
    await stateIs(options, 'fresh');
    const [{ id, people: [{ id: person }] }] = await session.interviews();
    await session.command({ kind: 'answer', interview: id, person, specific: 'the roadmap', sellingPoints: [] });
    await session.command({ kind: 'prepareNote', interview: id, person, variant: 0 });
    server.calendar = calendar({ start: first + HOUR, people: ['Priya Shah', 'Tom Kovac'] });
    await askAgain(server, options);
    const interview = await until(async () => {
      const [it] = await session.interviews();
      return it.people.length === 2 && it;
    }, { what: 'the added person' });
    assert.equal(interview.id, id);
    assert.equal(interview.startMs, Math.floor((first + HOUR) / 1000) * 1000);
    assert.equal(interview.people[0].specific, 'the roadmap');
    assert.match(interview.people[0].note.body, /the roadmap/);
    server.calendar = calendar({ start: first + HOUR, people: ['Priya Shah', 'Tom Kovac'], status: 'CANCELLED' });
    await askAgain(server, options);
    await until(async () => (await session.interviews())[0].calledOff);
  });

  run('an interview that is gone from the calendar is asked about once', async ({ server, session, options }) => {
    await add(options);
    await stateIs(options, 'fresh');
    server.calendar = calendar({ empty: true });
    await askAgain(server, options);
    const [{ id }] = await until(async () => {
      const all = await session.interviews();
      return all[0].vanished && all;
    }, { what: 'the question' });
    const popup = await session.openPage('popup.html');
    await until(() => popup.$(`[data-interview="${id}"] [data-slot="yes"]`));
    assert.match(await textOf(popup, `[data-interview="${id}"] [data-slot="reasons"]`), /no longer in the calendar/);
    await press(popup, `[data-interview="${id}"] [data-slot="yes"]`);
    await until(async () => (await session.interviews())[0].answer === true);
    server.calendar = `${server.calendar}\r\n`;
    await askAgain(server, options);
    assert.equal((await session.interviews())[0].answer, true);
  });

  run('whatever a server answers, it is said in plain words and nothing is lost', async ({ server, session, options }) => {
    await add(options);
    await stateIs(options, 'fresh');
    const before = await session.interviews();
    const status = (code, headers) => (_, response) => response.writeHead(code, headers).end('x');
    for (const [state, words, respond] of [
      ['needs_you', /no calendar at this address any more/, status(404)],
      ['needs_you', /refuses this address/, status(401, { 'www-authenticate': 'Basic' })],
      ['needs_you', /perhaps a web page/, (_, it) => it.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Sign in</p>')],
      ['stale', /come back later/, status(429, { 'retry-after': '7200' })],
      ['stale', /a fault of its own/, status(500)],
      ['stale', /leads to another site/, status(302, { location: 'https://elsewhere.example/x.ics' })],
      ['stale', /cannot be reached/, (request) => request.socket.destroy()],
      ['stale', /cannot be reached/, (request, it) => {
        it.writeHead(200, { 'content-type': 'text/calendar' });
        it.write('BEGIN:VCALENDAR\r\n');
        setTimeout(() => request.socket.destroy(), 300);
      }],
    ]) {
      server.respond = respond;
      await askAgain(server, options);
      await until(async () => words.test(await textOf(options, '#feed-list [data-slot="state"]')), { what: `${words}` });
      await stateIs(options, state);
      assert.deepEqual(await session.interviews(), before);
    }
    const stored = await session.stored();
    const source = Object.entries(stored).find(([key]) => key.startsWith('source:'))[1].data;
    assert.ok(source.nextMs > Date.now() + HOUR, 'it waits longer after each failure');
    server.respond = (request, it) => {
      if (!request.url.startsWith('/moved')) it.writeHead(307, { location: `/moved/${SECRET}` }).end();
      else it.writeHead(200, { 'content-type': 'text/calendar' }).end(server.calendar);
    };
    await askAgain(server, options);
    await stateIs(options, 'fresh');
  });

  run('credentials in an address go into a header, and the address into no backup', async ({ server, session, options }) => {
    server.respond = (request, it) => {
      const known = request.headers.authorization === `Basic ${Buffer.from('jordan:s3cret').toString('base64')}`;
      it.writeHead(known ? 200 : 401, { 'content-type': 'text/calendar' }).end(known ? server.calendar : '');
    };
    await add(options, `webcal://jordan:s3cret@${HOST}/${SECRET}/basic.ics`);
    await stateIs(options, 'fresh');
    await press(options, '#feed-list [data-slot="remove"]');
    await until(async () => (await options.$$('#feed-list article')).length === 0);
    assert.equal((await session.interviews()).length, 1, 'its interviews stay');
    const stored = JSON.stringify(await session.stored());
    assert.ok(!stored.includes(SECRET) && !stored.includes('s3cret'), 'a removed address is forgotten');
  });

  if (browser === 'chromium') {
    run('a background that is stopped in the middle of an answer asks again', async ({ server, session, options }) => {
      let begun;
      const waiting = new Promise((done) => { begun = done; });
      server.respond = (_, it) => {
        it.writeHead(200, { 'content-type': 'text/calendar' });
        it.write('BEGIN:VCALENDAR\r\n');
        begun();
      };
      await add(options);
      await waiting;
      await session.stopBackground();
      server.respond = undefined;
      await stateIs(options, 'waiting');
      await askAgain(server, options);
      await stateIs(options, 'fresh');
      assert.equal((await session.interviews()).length, 1);
    });
  }
}

async function add(options, address = `https://${HOST}/${SECRET}/basic.ics`) {
  await options.bringToFront();
  await typeInto(options, '#feed-address', address);
  await options.keyboard.press('Enter');
  await until(async () => (await options.$$('#feed-list article')).length === 1, { what: 'the address is listed' });
}

async function askAgain(server, options) {
  const before = server.asked.length;
  // By a real key: Firefox lets only that ask for a permission.
  await options.bringToFront();
  await options.$eval('#feed-list [data-slot="refresh"]', (it) => it.focus());
  await options.keyboard.press('Enter');
  await until(() => server.asked.length > before, { what: 'the server is asked' });
}

function stateIs(options, state) {
  return until(async () => (await options.$(`#feed-list [data-state="${state}"]`)) !== null, { what: state, within: 20_000 });
}
