// The wasm in Chromium's worker: serves the project on loopback and asks a worker per measurement.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { launch } from 'puppeteer-core';
import { executable } from '../browsers/executables.mjs';

const TYPES = { '.mjs': 'text/javascript', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** Carries out measurements (`{what, file, from, until}`), each in a fresh worker of a fresh page. */
export async function measureInChromium(jobs) {
  const server = createServer((request, response) => {
    const path = `.${new URL(request.url, 'http://x').pathname}`;
    if (path === './') return response.setHeader('content-type', 'text/html').end('<title>bench</title>');
    if (!/^\.\/(target\/bench|scripts\/bench)\/[\w./]+$/.test(path) || path.includes('..')) {
      return response.writeHead(404).end();
    }
    response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
    response.setHeader('content-length', statSync(path).size);
    return createReadStream(path).pipe(response);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await launch({
    executablePath: executable('chromium'),
    pipe: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const results = [];
    for (const job of jobs) {
      const page = await browser.newPage();
      await page.goto(origin);
      results.push(await page.evaluate((it) => new Promise((resolve, reject) => {
        const worker = new Worker('/scripts/bench/worker.mjs', { type: 'module' });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message ?? 'the worker broke down'));
        worker.postMessage(it);
      }), job));
      await page.close();
    }
    return results;
  } finally {
    await browser.close();
    server.close();
  }
}
