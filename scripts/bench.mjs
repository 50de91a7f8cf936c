// `./build.sh bench`: our reader beside its peers, on the same machine, in one run. Prints a table
// and writes target/report/bench.json.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { calendar, WINDOW } from './bench/generate.mjs';
import { goals } from './bench/goals.mjs';
import { measureInChromium } from './bench/in_chromium.mjs';

const DIR = 'target/bench';
const PEERS = 'scripts/bench/peers';
const BETWEEN = [String(WINDOW.from), String(WINDOW.until)];

const say = (text) => process.stderr.write(`==> ${text}\n`);
const run = (command, args, options = {}) => execFileSync(command, args, {
  encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26, ...options,
});
const measured = (command, args, options) => JSON.parse(run(command, args, options).trim().split('\n').at(-1));

/** A peer that cannot be built or run here is left out, and said so. */
function peer(name, measure) {
  say(`measuring ${name}`);
  try {
    return measure();
  } catch (error) {
    say(`${name} is left out: ${error.message.split('\n')[0]}`);
    return undefined;
  }
}

function file(events) {
  const path = join(DIR, `${events}.ics`);
  if (!existsSync(path)) {
    say(`making a calendar of ${events} events`);
    writeFileSync(path, calendar(events));
  }
  return path;
}

mkdirSync(DIR, { recursive: true });
const [small, large] = [file(50_000), file(100_000)];

say('measuring the reader natively');
const bench = (path) => measured('cargo', ['bench', '--locked', '--quiet', '--bench', 'calendar', '--', path, ...BETWEEN]);
const native = bench(small);
const nativeLarge = bench(large);

say('measuring the wasm in Node');
const inNode = measured('node', ['scripts/bench/in_node.mjs', 'reading', small, ...BETWEEN]);
const typing = measured('cargo', ['bench', '--locked', '--quiet', '--bench', 'review']);
const typingInWasm = measured('node', ['scripts/bench/in_node.mjs', 'typing']);
say('measuring the wasm in Chromium');
const job = { from: WINDOW.from, until: WINDOW.until };
const [inWorker, streamedLarge, scanned, scannedLarge] = await measureInChromium([
  { ...job, what: 'reading', file: `/${small}` },
  { ...job, what: 'stream', file: `/${large}` },
  { ...job, what: 'scan', file: `/${small}` },
  { ...job, what: 'scan', file: `/${large}` },
]);

const npm = join(DIR, 'peers');
const script = (name) => peer(name, () => {
  if (!existsSync(join(npm, 'node_modules'))) {
    cpSync(PEERS, npm, { recursive: true });
    run('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { cwd: npm });
  }
  cpSync(join(PEERS, name), join(npm, name));
  return measured('node', ['--max-old-space-size=8192', join(npm, name), small, ...BETWEEN]);
});
const icalJs = script('icaljs.mjs');
const nodeIcal = script('node_ical.mjs');
const libical = peer('libical', () => {
  const program = join(DIR, 'libical');
  run('cc', ['-O2', '-o', program, join(PEERS, 'libical.c'), '-lical']);
  return measured(program, [small, ...BETWEEN]);
});
const crate = (name) => peer(`the crate ${name}`, () => {
  const target = join(DIR, 'cargo-peers');
  run('cargo', ['build', '--release', '--locked', '--quiet', '--manifest-path', join(PEERS, 'rust/Cargo.toml'), '--target-dir', target]);
  return measured(join(target, 'release/afternote-bench-peers'), [name, small]);
});
const icalendar = crate('icalendar');
const calcard = crate('calcard');

const wasm = readFileSync('target/extension-wasm/afternote_bg.wasm');
const report = {
  events: 50_000,
  bytes: native.bytes,
  occurrences: native.occurrences,
  newline_scan_s: native.scan_s,
  native_50k_s: native.read_s,
  native_100k_s: nativeLarge.read_s,
  native_100k_peak_mb: nativeLarge.peak_mb,
  native_per_scan: native.read_s / native.scan_s,
  wasm_node_50k_s: inNode.warm_s,
  wasm_node_50k_cold_s: inNode.cold_s,
  wasm_50k_s: inWorker.warm_s,
  wasm_50k_cold_s: inWorker.cold_s,
  wasm_per_native: inWorker.warm_s / native.read_s,
  wasm_50k_scan_s: scanned.scan_s,
  wasm_100k_scan_s: scannedLarge.scan_s,
  wasm_100k_peak_mb: streamedLarge.peak_mb,
  wasm_100k_scan_peak_mb: scannedLarge.peak_mb,
  new_window_50k_s: native.new_window_s,
  wasm_new_window_50k_s: inWorker.new_window_s,
  new_window_per_read: native.new_window_s / native.read_s,
  first_events_1mb_ms: inWorker.first_events_s * 1000,
  wasm_new_window_per_read: inWorker.new_window_s / inWorker.warm_s,
  judged: native.judged,
  wasm_judged: inWorker.judged,
  judge_50k_ms: native.judge_s * 1000,
  wasm_judge_50k_ms: inWorker.judge_s * 1000,
  judge_per_read: native.judge_s / native.read_s,
  wasm_judge_per_read: inWorker.judge_s / inWorker.warm_s,
  review_median_ms: typing.median_ms,
  review_slowest_ms: typing.slowest_ms,
  wasm_review_median_ms: typingInWasm.median_ms,
  wasm_review_slowest_ms: typingInWasm.slowest_ms,
  node_ical_50k_s: nodeIcal?.seconds,
  icaljs_50k_s: icalJs?.seconds,
  libical_50k_s: libical?.seconds,
  icalendar_crate_parse_50k_s: icalendar?.seconds,
  calcard_crate_parse_50k_s: calcard?.seconds,
  node_ical_per_wasm: nodeIcal && nodeIcal.seconds / inWorker.warm_s,
  node_ical_per_wasm_cold: nodeIcal && nodeIcal.seconds / inWorker.cold_s,
  wasm_raw_bytes: wasm.length,
  wasm_gzip_bytes: gzipSync(wasm, { level: 9 }).length,
};
mkdirSync('target/report', { recursive: true });
writeFileSync('target/report/bench.json', `${JSON.stringify(report, null, 2)}\n`);

const rows = [
  ['bare scan for line ends', native.scan_s],
  ['Afternote, native', native.read_s, native.occurrences, native.peak_mb],
  ['Afternote, wasm in Node', inNode.warm_s, inNode.occurrences],
  ['  its first run', inNode.cold_s],
  ['Afternote, wasm in Chromium’s worker', inWorker.warm_s, inWorker.occurrences],
  ['  its first run', inWorker.cold_s],
  ['  the whole way of a file, with judging', scanned.scan_s, undefined, scanned.peak_mb],
  ['libical', libical?.seconds, libical?.occurrences, libical?.peak_mb],
  ['calcard (Rust; parses only)', calcard?.seconds, undefined, calcard?.peak_mb],
  ['icalendar (Rust; parses only)', icalendar?.seconds, undefined, icalendar?.peak_mb],
  ['ical.js', icalJs?.seconds, icalJs?.occurrences, icalJs?.peak_mb],
  ['node-ical', nodeIcal?.seconds, nodeIcal?.occurrences, nodeIcal?.peak_mb],
].filter(([, seconds]) => seconds !== undefined);
const cell = (value, digits, width) => (value === undefined || value === null ? '' : value.toFixed(digits)).padStart(width);
console.log(`50,000 events, ${(native.bytes / 1e6).toFixed(1)} MB, occurrences in 60 days:`);
console.log(`${''.padEnd(42)}${'seconds'.padStart(10)}${'× scan'.padStart(10)}${'× ours'.padStart(10)}${'found'.padStart(9)}${'peak MB'.padStart(9)}`);
for (const [name, seconds, occurrences, peak] of rows) {
  console.log(name.padEnd(42) + cell(seconds, 4, 10) + cell(seconds / native.scan_s, 1, 10)
    + cell(seconds / native.read_s, 1, 10) + cell(occurrences, 0, 9) + cell(peak, 0, 9));
}
console.log(`A new window: ${(native.new_window_s * 1000).toFixed(1)} ms natively, ${(inWorker.new_window_s * 1000).toFixed(1)} ms in wasm.`);
console.log(`Judging ${report.judged} events: ${report.judge_50k_ms.toFixed(0)} ms natively (${report.judge_per_read.toFixed(1)} × reading them), ${report.wasm_judge_50k_ms.toFixed(0)} ms in wasm (${report.wasm_judge_per_read.toFixed(1)} ×; ${report.wasm_judged}).`);
console.log(`First events of 1 MB in wasm: ${report.first_events_1mb_ms.toFixed(1)} ms. 100,000 events in wasm: ${streamedLarge.peak_mb.toFixed(0)} MB; with judging ${scannedLarge.peak_mb.toFixed(0)} MB and ${scannedLarge.scan_s.toFixed(2)} s.`);
console.log(`Review of a note of ${typing.words} words beside eight others, at each letter: ${typing.median_ms.toFixed(2)} ms natively (slowest ${typing.slowest_ms.toFixed(2)}), ${typingInWasm.median_ms.toFixed(2)} ms in wasm (slowest ${typingInWasm.slowest_ms.toFixed(2)}).`);
console.log(`The package's wasm: ${report.wasm_raw_bytes} bytes, ${report.wasm_gzip_bytes} as gzip.`);
for (const line of goals(report)) console.log(line);
