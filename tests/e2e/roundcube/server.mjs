// A real webmail on this machine alone: Roundcube under PHP's own server, Dovecot for IMAP, and an
// SMTP server that keeps what it gets. All state is in one folder that goes away at the end; nothing
// of the system's configuration is read or changed.

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { until } from '../../../scripts/browsers/until.mjs';

const ROUNDCUBE = '/usr/share/roundcube';
const USER = 'jordan.avery@example.com';
const PASSWORD = 'throw-away';

export class Webmail {
  /** Starts everything; it is up when this comes back. */
  static async start() {
    const webmail = new Webmail();
    try {
      await webmail.#start();
    } catch (error) {
      await webmail.close();
      throw error;
    }
    return webmail;
  }

  /** Messages that arrived: the recipients of the envelope, and the bytes. */
  arrived = [];
  #folder = mkdtempSync(join(tmpdir(), 'afternote-roundcube-'));
  #children = [];
  #received = 0;

  async #start() {
    const [imap, http] = [await freePort(), await freePort()];
    const smtp = await this.#smtp();
    this.#imap(imap);
    await this.#http(http, imap, smtp);
    await Promise.all([imap, http].map((it) => until(() => isOpen(it), { within: 20_000, what: `port ${it} is open` })));
    this.url = `http://127.0.0.1:${http}/`;
  }

  async #smtp() {
    this.smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onAuth: (_, session, done) => done(null, { user: USER }),
      onData: (stream, { envelope }, done) => {
        const pieces = [];
        stream.on('data', (it) => pieces.push(it));
        stream.on('end', () => {
          this.arrived.push({ to: envelope.rcptTo.map((it) => it.address), raw: Buffer.concat(pieces) });
          done();
        });
      },
    });
    await new Promise((done) => this.smtp.listen(0, '127.0.0.1', done));
    return this.smtp.server.address().port;
  }

  #imap(port) {
    const { username, uid, gid } = userInfo();
    const group = execFileSync('id', ['-gn']).toString().trim();
    const base = this.#made('dovecot');
    const mail = this.#made('mail');
    // Root may not own mail; then the mail belongs to nobody.
    const [owner, ownerGroup] = uid === 0 ? [65534, 65534] : [uid, gid];
    if (uid === 0) execFileSync('chown', ['-R', '65534:65534', mail]);
    if (uid === 0) execFileSync('chmod', ['755', this.#folder]);
    const config = join(this.#folder, 'dovecot.conf');
    const internal = uid === 0 ? '' : `default_internal_user = ${username}\ndefault_internal_group = ${group}\ndefault_login_user = ${username}\n`;
    writeFileSync(config, `
base_dir = ${base}
state_dir = ${base}
log_path = ${join(this.#folder, 'dovecot.log')}
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
${internal}first_valid_uid = 1
mail_location = maildir:${mail}/%u
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${owner} gid=${ownerGroup} home=${mail}/%u
}
`);
    this.#run('dovecot', ['-F', '-c', config]);
  }

  async #http(port, imap, smtp) {
    const config = this.#made('config');
    const [logs, temp] = [this.#made('logs'), this.#made('temp')];
    const database = join(this.#folder, 'roundcube.db');
    for (const it of ['defaults.inc.php', 'mimetypes.php']) symlinkSync(join('/etc/roundcube', it), join(config, it));
    writeFileSync(join(config, 'config.inc.php'), `<?php
$config['db_dsnw'] = 'sqlite:///${database}?mode=0600';
$config['imap_host'] = '127.0.0.1:${imap}';
$config['smtp_host'] = '127.0.0.1:${smtp}';
$config['smtp_user'] = '';
$config['smtp_pass'] = '';
$config['des_key'] = 'only-for-this-test-run!!';
$config['log_dir'] = '${logs}/';
$config['temp_dir'] = '${temp}/';
$config['plugins'] = [];
$config['language'] = 'en_US';
$config['enable_spellcheck'] = false;
$config['draft_autosave'] = 0;
$config['ip_check'] = false;
$config['mime_types'] = '/etc/mime.types';
`);
    execFileSync('php', ['-r', `
      $database = new PDO('sqlite:${database}');
      $database->exec(file_get_contents('${ROUNDCUBE}/SQL/sqlite.initial.sql'));`]);
    // One request after the other: nothing locks Roundcube's sessions in SQLite, and what a page that
    // is being closed still asks for may end with the data of a compose window opened meanwhile lost.
    this.#run('php', ['-d', 'display_errors=0', '-S', `127.0.0.1:${port}`, '-t', ROUNDCUBE, join(import.meta.dirname, 'router.php')],
      { AFTERNOTE_ROUNDCUBE_CONFIG: config });
  }

  #run(command, args, environment = {}) {
    const child = spawn(command, args, {
      cwd: this.#folder, env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin`, ...environment },
      stdio: 'ignore', detached: true,
    });
    child.on('error', (error) => { this.broken = error; });
    this.#children.push(child);
  }

  #made(name) {
    const path = join(this.#folder, name);
    mkdirSync(path);
    return path;
  }

  /** A message that arrives for the user: into the mailbox, as a mail server would put it there. */
  receive(raw) {
    const box = join(this.#folder, 'mail', USER);
    for (const it of ['', 'new', 'cur', 'tmp']) mkdirSync(join(box, it), { recursive: true });
    writeFileSync(join(box, 'new', `${Date.now()}.${this.#received += 1}.test`), raw);
    if (userInfo().uid === 0) execFileSync('chown', ['-R', '65534:65534', box]);
  }

  /** Signs a browser in. */
  async signIn({ browser }) {
    const page = await browser.newPage();
    await page.goto(this.url, { waitUntil: 'domcontentloaded' });
    await until(() => page.$('#rcmloginsubmit'));
    await page.evaluate((user, password) => {
      document.querySelector('#rcmloginuser').value = user;
      document.querySelector('#rcmloginpwd').value = password;
      document.querySelector('#rcmloginsubmit').click();
    }, USER, PASSWORD);
    await until(() => page.url().includes('_task=mail'), { within: 20_000, what: 'the inbox' });
    await page.close();
  }

  /** What the servers wrote down, for a test that fails. */
  logs() {
    return readdirSync(this.#folder, { recursive: true })
      .map((it) => join(this.#folder, it))
      .filter((it) => /log|errors/.test(it) && statSync(it).isFile());
  }

  async close() {
    for (const child of this.#children) {
      try {
        process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It has ended by itself.
      }
    }
    await new Promise((done) => (this.smtp ? this.smtp.close(done) : done()));
    await until(() => this.#children.every((it) => it.exitCode !== null || it.signalCode !== null), { what: 'the servers have stopped' });
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

function isOpen(port) {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => { socket.destroy(); done(true); });
    socket.on('error', () => done(false));
  });
}
