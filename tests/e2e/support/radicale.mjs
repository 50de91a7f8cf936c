// A real CalDAV server on this machine alone: Radicale, with one account and throw-away state.

import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../../scripts/browsers/until.mjs';

export const USER = 'jordan';
export const PASSWORD = 'thröw-away: 1';

/** Everybody may read the calendar `work` by its address; all else is the account's alone. */
const RIGHTS = `
[root]
user: .+
collection:
permissions: R
[principal]
user: .+
collection: {user}
permissions: RW
[calendars]
user: .+
collection: {user}/[^/]+
permissions: rw
[public]
user: .*
collection: ${USER}/work
permissions: i
`;

export class Radicale {
  /** Starts it; it is up when this comes back. */
  static async start() {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'afternote-radicale-'));
    mkdirSync(join(folder, 'collections'));
    writeFileSync(join(folder, 'users'), `${USER}:${PASSWORD}\n`);
    writeFileSync(join(folder, 'rights'), RIGHTS);
    writeFileSync(join(folder, 'config'), [
      '[server]', `hosts = 127.0.0.1:${port}`,
      '[auth]', 'type = htpasswd', `htpasswd_filename = ${join(folder, 'users')}`, 'htpasswd_encryption = plain', 'delay = 0',
      '[rights]', 'type = from_file', `file = ${join(folder, 'rights')}`,
      '[storage]', `filesystem_folder = ${join(folder, 'collections')}`, '',
    ].join('\n'));
    const child = spawn('target/tools/radicale/bin/python', ['-m', 'radicale', '--config', join(folder, 'config')], { stdio: 'ignore' });
    const server = new Radicale(port, folder, child);
    try {
      await until(() => server.ask('GET', '/.web/').then(() => true, () => false), { within: 30_000, what: 'Radicale is up' });
      await server.make('MKCOL', `/${USER}/`, undefined, [201, 405]);
    } catch (error) {
      server.close();
      throw error;
    }
    return server;
  }

  /** Questions that arrived through `forward`. */
  asked = [];

  constructor(port, folder, child) {
    Object.assign(this, { port, folder, child });
  }

  /** Answers for a site: the server behind a proxy. */
  forward() {
    return (incoming, outgoing) => {
      this.asked.push({ method: incoming.method, path: incoming.url });
      const away = request({
        host: '127.0.0.1', port: this.port, method: incoming.method, path: incoming.url, headers: incoming.headers,
      }, (answer) => {
        outgoing.writeHead(answer.statusCode, answer.headers);
        answer.pipe(outgoing);
      });
      away.on('error', () => outgoing.writeHead(502).end());
      incoming.pipe(away);
    };
  }

  /** A calendar of the account. */
  async calendar(name, shown, components = ['VEVENT']) {
    const comps = components.map((it) => `<C:comp name="${it}"/>`).join('');
    await this.make('MKCALENDAR', `/${USER}/${name}/`, `<?xml version="1.0"?><C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop><D:displayname>${shown}</D:displayname><C:supported-calendar-component-set>${comps}</C:supported-calendar-component-set></D:prop></D:set></C:mkcalendar>`);
  }

  /** Stores an event, or its new version. */
  put(calendar, uid, text) {
    return this.make('PUT', `/${USER}/${calendar}/${uid}.ics`, text, [201, 204], 'text/calendar; charset=utf-8');
  }

  /** Deletes an event, or a whole calendar. */
  remove(path) {
    return this.make('DELETE', `/${USER}/${path}`, undefined, [200, 204]);
  }

  async make(method, path, body, expected = [201], type = 'application/xml') {
    const status = await this.ask(method, path, body, type);
    if (!expected.includes(status)) throw new Error(`${method} ${path}: ${status}`);
  }

  ask(method, path, body, type) {
    const authorization = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
    return new Promise((done, failed) => {
      const asked = request({
        host: '127.0.0.1', port: this.port, method, path,
        headers: { authorization, ...(body && { 'content-type': type, 'content-length': Buffer.byteLength(body) }) },
      }, (answer) => {
        answer.resume();
        answer.on('end', () => done(answer.statusCode));
      });
      asked.on('error', failed);
      asked.end(body);
    });
  }

  close() {
    this.child.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function freePort() {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
