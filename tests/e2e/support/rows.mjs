// The table of what was tried in which webmail: target/report/webmail.json, written by the tests
// themselves, one row for each scenario, whether it went well or not.

import { mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';

const FILE = 'target/report/webmail.json';
const LOCK = `${FILE}.lock`;

/** A part of a test that becomes a row. */
export async function scenario(test, { provider, browser, scenario: name }, body) {
  await test.test(`${provider}: ${name}`, async () => {
    let ok = false;
    try {
      await body();
      ok = true;
    } finally {
      await write({ provider, browser, scenario: name, ok });
    }
  });
}

async function write(row) {
  mkdirSync('target/report', { recursive: true });
  await locked(() => {
    const same = (it) => ['provider', 'browser', 'scenario'].every((key) => it[key] === row[key]);
    const rows = [...read().filter((it) => !same(it)), row];
    writeFileSync(`${FILE}.new`, `${JSON.stringify(rows, null, 1)}\n`);
    renameSync(`${FILE}.new`, FILE);
  });
}

function read() {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return [];
  }
}

/** Test files run side by side. */
async function locked(body) {
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch {
      await new Promise((done) => setTimeout(done, 10));
    }
  }
  try {
    body();
  } finally {
    rmdirSync(LOCK);
  }
}
