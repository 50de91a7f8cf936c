// Runs the three kinds of tests one after the other, stops at the first kind that fails, and says at
// the end how many passed.

import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { executable } from './browsers/executables.mjs';
import { forgetProfile } from './browsers/firefox_profile.mjs';
import { missing } from './webmail_rows.mjs';

/** How cargo's own test runner counts. */
const cargoCounts = { passed: /(\d+) passed/, failed: /(\d+) failed/, line: /^test result: / };
/** Each test in a process of its own, where the runner for that is installed. */
const nextest = spawnSync('cargo', ['nextest', '--version']).status === 0;
const nextestCounts = { passed: /(\d+) passed/, failed: /(\d+) failed/, line: /^\s+Summary / };
const total = { passed: 0, failed: 0 };

await hostTests();
await serviceTests();
await thousandYears();
await proofreaderTests();
await wasmTests();
await browserTests();
conclude();

async function hostTests() {
  if (nextest) {
    await run('host tests', 'cargo', ['nextest', 'run', '--cargo-profile', 'tests', '--locked', '--no-fail-fast', '--status-level', 'fail', '-E', 'not binary(year)'], nextestCounts);
    await run('documentation tests', 'cargo', ['test', '--profile', 'tests', '--locked', '--doc', '--quiet'], cargoCounts);
  } else {
    await run('host tests', 'cargo', ['test', '--profile', 'tests', '--locked', '--no-fail-fast', '--quiet'], cargoCounts);
  }
}

/** What builds with calendar services have otherwise: the application and the readers of their answers. */
async function serviceTests() {
  const what = 'host tests with calendar services';
  const lib = ['--locked', '--lib', '--features', 'services', '--no-fail-fast'];
  if (nextest) {
    await run(what, 'cargo', ['nextest', 'run', '--cargo-profile', 'tests', ...lib, '--status-level', 'fail', '-E', 'test(/^app::|^domain::calendar::/)'], nextestCounts);
  } else {
    await run(what, 'cargo', ['test', '--profile', 'tests', ...lib, '--quiet', '--', 'app::', 'domain::calendar::'], cargoCounts);
  }
}

/** Lives a thousand random years of a job hunt; built with a profile of its own, since they take hours without. */
async function thousandYears() {
  await run('a thousand years of a job hunt', 'cargo',
    ['test', '--locked', '--profile', 'years', '--test', 'year', '--', '--nocapture'], cargoCounts, { AFTERNOTE_YEARS: '1000' });
}

/** Reads the notes that the host tests left, with the engine that the extension carries. */
async function proofreaderTests() {
  await run('tests of the proofreader', 'cargo',
    ['test', '--locked', '--no-fail-fast', '--manifest-path', 'proofreader/Cargo.toml',
      '--target-dir', process.env.PROOFREADER_TARGET ?? 'target/proofreader'],
    cargoCounts);
}

async function wasmTests() {
  const tests = readdirSync('tests')
    .filter((it) => /^wasm_.*\.rs$/.test(it))
    .flatMap((it) => ['--test', it.replace(/\.rs$/, '')]);
  const target = 'wasm32-unknown-unknown';
  await run('wasm tests in Chromium', 'cargo', ['test', '--locked', '--target', target, '--no-fail-fast', ...tests], cargoCounts, {
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: resolve('target/tools/wasm-bindgen/bin/wasm-bindgen-test-runner'),
    CHROMEDRIVER: executable('chromedriver'),
    // Half an hour off, and with summer time: a zone in which a wrong clock shows.
    TZ: 'America/St_Johns',
  });
}

async function browserTests() {
  // Its rows are of this run alone.
  rmSync('target/report/webmail.json', { force: true });
  forgetProfile();
  const files = readdirSync('tests/e2e')
    .filter((it) => it.endsWith('.test.mjs'))
    .map((it) => `tests/e2e/${it}`);
  await run('tests of the built extension', 'node', ['--test', '--test-reporter=spec', '--test-concurrency=2', ...files], {
    passed: /pass (\d+)/, failed: /fail (\d+)/, line: /^\W*(pass|fail) \d+$/,
  });
  const lacking = missing(JSON.parse(readFileSync('target/report/webmail.json', 'utf8')));
  for (const it of lacking) console.log(`target/report/webmail.json: ${it}`);
  total.failed += lacking.length;
}

async function run(what, command, args, counts, environment = {}) {
  console.log(`==> ${what}`);
  const child = spawn(command, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const [stream, show] of [[child.stdout, process.stdout], [child.stderr, process.stderr]]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      output += text;
      show.write(text);
    });
  }
  const code = await new Promise((done) => child.on('close', done));
  const found = count(output, counts);
  total.passed += found.passed;
  total.failed += found.failed;
  if (code !== 0) {
    total.failed ||= 1;
    console.log(`The ${what} failed.`);
    conclude();
  }
}

function count(output, { passed, failed, line }) {
  const sum = { passed: 0, failed: 0 };
  for (const text of output.split('\n').map(plain).filter((it) => line.test(it))) {
    sum.passed += Number(passed.exec(text)?.[1] ?? 0);
    sum.failed += Number(failed.exec(text)?.[1] ?? 0);
  }
  return sum;
}

/** Without colors. */
function plain(text) {
  return text.replaceAll(/\u001b\[[0-9;]*m/g, '');
}

function conclude() {
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
}
