// Calendar addresses asked over a real connection: every way in which a server can answer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fill, inFront, press, textOf, typeInto } from '../../scripts/browsers/ui.mjs';
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
function calendar({
  start = Date.now() + 24 * HOUR, people = ['Priya Shah'], status = 'CONFIRMED', empty = false, uid = 'one', employer = 'Kettlefish', zone = '',
} = {}) {
  const from = zone ? `DTSTART;TZID=${zone}:${utc(start).slice(0, -1)}` : `DTSTART:${utc(start)}`;
  const event = [
    'BEGIN:VEVENT', `UID:${uid}@calendars.example`, `DTSTAMP:${utc(Date.now())}`,
    from, 'DURATION:PT1H', `STATUS:${status}`,
    `SUMMARY:Interview with ${employer}: Senior Engineer`,
    `ORGANIZER;CN=Priya Shah:mailto:priya.shah@${employer.toLowerCase()}.example`,
    ...people.map((it) => `ATTENDEE;CN=${it}:mailto:${it.toLowerCase().replace(' ', '.')}@${employer.toLowerCase()}.example`),
    'ATTENDEE;CN=Jordan Avery:mailto:jordan.avery@example.com', 'END:VEVENT',
  ];
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//x//EN', ...(empty ? [] : event), 'END:VCALENDAR', ''].join('\r\n');
}

/** A server whose answers the test changes, and which keeps what it was asked. */
const SILENT = { prompts: false, discreet: false, quietFrom: '00:00', quietUntil: '00:00', quietWeekends: false };

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
  const run = (title, body, preferences = {}) => test(`${title} (${browser})`, { timeout: 120_000 }, async () => {
    const server = new Server();
    const sites = await Sites.start((host, path) => server.answer(host, path));
    const extension = allowed(browser, [HOST]);
    const session = await Session.start(browser, {
      ...sites.options(), preferences: { ...sites.options().preferences, ...preferences }, dist: extension.dist,
    });
    try {
      await session.command({ kind: 'saveProfile', profile: SAMPLE_PROFILE });
      // Where there is no desktop, Firefox shows a notification in a window of its own, which takes the keyboard.
      await session.command({ kind: 'saveSettings', settings: SILENT });
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
    assert.match(await textOf(options, '#feed-list [data-slot="state"]'), /^Events: 1, interviews: 1\./);
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
      ['needs_you', /leads to another site/, status(302, { location: 'https://elsewhere.example/x.ics' })],
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

  run('two addresses on one host speak each of its own, and have a name each', async ({ server, session, options }) => {
    const calendars = { a: calendar(), b: calendar({ uid: 'two', employer: 'Marrowbone', start: Date.now() + 30 * HOUR }) };
    server.respond = (request, it) => {
      it.writeHead(200, { 'content-type': 'text/calendar' }).end(calendars[request.url.at(-5)]);
    };
    await add(options, `https://${HOST}/${SECRET}/a.ics`);
    await add(options, `https://${HOST}/${SECRET}/b.ics`, 2);
    await until(async () => (await options.$$('#feed-list [data-state="fresh"]')).length === 2, { what: 'both are read' });
    const sources = async () => Object.values(await session.stored()).map((it) => it.data).filter((it) => it?.address);
    const [a] = (await sources()).filter((it) => it.address.endsWith('a.ics'));
    calendars.a = calendar({ empty: true });
    await session.command({ kind: 'refreshFeed', feed: a.id });
    await until(async () => (await session.interviews()).some((it) => it.vanished), { what: 'the question' });
    const vanished = (await session.interviews()).filter((it) => it.vanished).map((it) => it.employer);
    assert.deepEqual(vanished, ['Kettlefish']);

    await inFront(options);
    await options.$$eval('#feed-list [data-slot="edit"]', (all) => all.forEach((it) => { it.open = true; }));
    await fill(options, '#feed-list [data-slot="name"]', 'Work');
    await until(async () => (await textOf(options, '#feed-list [data-slot="label"]')) === 'Work', { what: 'the name' });
    await options.select('#feed-list [data-slot="every"]', '15');
    await until(async () => (await sources()).some((it) => it.everyMinutes === 15 && it.label === 'Work'), { what: 'the interval' });
  });

  run('what could not be read is listed, and an unknown time zone said at the interview', async ({ server, session, options }) => {
    server.calendar = calendar({ zone: 'Mars/Base' });
    await add(options);
    await stateIs(options, 'fresh');
    await until(async () => /Mars\/Base/.test(await textOf(options, '#feed-list [data-slot="problem-list"]')), { what: 'the problem' });
    const popup = await session.openPage('popup.html');
    await until(async () => /time zone unknown/.test(await textOf(popup, 'main')), { what: 'the doubt' });
  });

  run('a server without ETag is asked by date, and one without either is compared by content', async ({ server, session, options }) => {
    const modified = 'Sun, 01 Mar 2026 10:00:00 GMT';
    server.respond = (request, it) => {
      if (request.headers['if-modified-since'] === modified) it.writeHead(304).end();
      else it.writeHead(200, { 'content-type': 'text/calendar', 'last-modified': modified }).end(server.calendar);
    };
    await add(options);
    await stateIs(options, 'fresh');
    const before = await session.interviews();
    await askAgain(server, options);
    assert.equal(server.asked.at(-1).headers['if-modified-since'], modified);
    server.respond = (_, it) => it.writeHead(200, { 'content-type': 'text/calendar' }).end(server.calendar);
    const fresh = async () => Object.values(await session.stored()).find((it) => it.data?.address).data.freshMs;
    const since = await fresh();
    await askAgain(server, options);
    await until(async () => (await fresh()) > since, { what: 'the answer counts' });
    assert.deepEqual(await session.interviews(), before);
  });

  run('an alarm asks what is due', async ({ server, session, options }) => {
    await add(options);
    await stateIs(options, 'fresh');
    const asked = server.asked.length;
    await session.inExtension(async () => {
      const [key, record] = Object.entries(await chrome.storage.local.get(null)).find(([it]) => it.startsWith('source:'));
      await chrome.storage.local.set({ [key]: { ...record, data: { ...record.data, nextMs: 0 } } });
      await chrome.alarms.create('safety', { when: Date.now() + 500, periodInMinutes: 15 });
    });
    await until(() => server.asked.length > asked, { what: 'the server is asked', within: 70_000 });
  });

  run('a body that stalls and a body without end are given up', async ({ server, session, options }) => {
    await add(options);
    await stateIs(options, 'fresh');
    const before = await session.interviews();
    server.respond = (_, it) => {
      it.writeHead(200, { 'content-type': 'text/calendar' });
      it.write(server.calendar.slice(0, 100));
    };
    await askAgain(server, options);
    await until(async () => /takes too long/.test(await textOf(options, '#feed-list [data-slot="state"]')), { what: 'too slow', within: 40_000 });
    let sent = 0;
    const line = `X-JUNK:${'x'.repeat(1 << 20)}\r\n`;
    server.respond = (_, it) => {
      it.writeHead(200, { 'content-type': 'text/calendar' });
      it.write('BEGIN:VCALENDAR\r\n');
      const more = () => {
        while (!it.destroyed) {
          sent += line.length;
          if (!it.write(line)) return;
        }
      };
      it.on('drain', more);
      more();
    };
    await askAgain(server, options);
    await until(async () => /more than 200 MB/.test(await textOf(options, '#feed-list [data-slot="state"]')), { what: 'too big', within: 80_000 });
    assert.ok(sent < 300 << 20, 'it is cut off');
    assert.deepEqual(await session.interviews(), before);
  });

  // Firefox offers no way to stop a background, but stops an idle one itself.
  run('a background that is stopped in the middle of an answer asks again', async ({ server, session, options }) => {
    let begun;
    let ended;
    const waiting = new Promise((done) => { begun = done; });
    const gone = new Promise((done) => { ended = done; });
    server.respond = (_, it) => {
      it.on('close', ended);
      it.writeHead(200, { 'content-type': 'text/calendar' });
      it.write('BEGIN:VCALENDAR\r\n');
      begun();
    };
    await add(options);
    await waiting;
    if (browser === 'chromium') await session.stopBackground();
    await gone;
    server.respond = undefined;
    await stateIs(options, 'waiting');
    await askAgain(server, options);
    await stateIs(options, 'fresh');
    assert.equal((await session.interviews()).length, 1);
  }, { 'extensions.background.idle.timeout': 2_000 });
}

async function add(options, address = `https://${HOST}/${SECRET}/basic.ics`, count = 1) {
  await inFront(options);
  await typeInto(options, '#feed-address', address);
  await options.keyboard.press('Enter');
  await until(async () => (await options.$$('#feed-list article')).length === count, { what: 'the address is listed' });
}

async function askAgain(server, options) {
  const before = server.asked.length;
  // By a real key: Firefox lets only that ask for a permission.
  await inFront(options);
  await options.$eval('#feed-list [data-slot="refresh"]', (it) => it.focus());
  await options.keyboard.press('Enter');
  await until(() => server.asked.length > before, { what: 'the server is asked' });
}

function stateIs(options, state) {
  return until(async () => (await options.$(`#feed-list [data-state="${state}"]`)) !== null, { what: state, within: 20_000 });
}
