// Sites at their true addresses, without the network: a proxy that leads every connection to one
// server on this machine, with a throw-away certificate. Both browsers are told to use it.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createProxy } from 'node:http';
import { createServer } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Serves pages: `answer(host, path, query)` gives `{type, body, status}`, or nothing for "not found"; or a function
 * that answers by itself.
 */
export class Sites {
  static async start(answer) {
    const server = createServer(certificate(), (request, response) => {
      const url = new URL(request.url, `https://${request.headers.host}`);
      const found = answer(url.host, url.pathname, url.search);
      if (typeof found === 'function') {
        found(request, response);
        return;
      }
      response.writeHead(found ? found.status ?? 200 : 404, { 'content-type': found?.type ?? 'text/plain', ...found?.headers });
      response.end(found?.body ?? '');
    });
    const proxy = createProxy((_, response) => response.writeHead(502).end());
    const open = new Set();
    proxy.on('connect', (request, client) => {
      const away = connect(server.address().port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        away.pipe(client).pipe(away);
      });
      for (const it of [away, client]) {
        open.add(it);
        it.on('error', () => {});
        it.on('close', () => { away.destroy(); client.destroy(); open.delete(it); });
      }
    });
    for (const it of [server, proxy]) {
      await new Promise((done) => it.listen(0, '127.0.0.1', done));
    }
    return new Sites(server, proxy, open);
  }

  constructor(server, proxy, open) {
    Object.assign(this, { server, proxy, open });
  }

  /** How a browser has to be started to see these sites. */
  options() {
    const { port } = this.proxy.address();
    return {
      flags: [`--proxy-server=127.0.0.1:${port}`],
      preferences: {
        'network.proxy.type': 1,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': port,
        'network.stricttransportsecurity.preloadlist': false,
        'security.cert_pinning.enforcement_level': 0,
      },
      launchOptions: { acceptInsecureCerts: true },
    };
  }

  close() {
    this.open.forEach((it) => it.destroy());
    this.server.closeAllConnections();
    this.server.close();
    this.proxy.close();
  }
}

function certificate() {
  const folder = mkdtempSync(join(tmpdir(), 'afternote-certificate-'));
  try {
    const [key, cert] = ['key.pem', 'cert.pem'].map((it) => join(folder, it));
    execFileSync('openssl', [
      'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
      '-subj', '/CN=throw-away', '-addext', 'subjectAltName=DNS:*', '-keyout', key, '-out', cert,
    ], { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
