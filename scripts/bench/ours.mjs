// Measures the wasm, in Node and in a worker of Chromium alike. Seconds.

const CHUNK = 2 * 1024 * 1024;

const seconds = (run) => {
  const start = performance.now();
  const result = run();
  return [(performance.now() - start) / 1000, result];
};
const best = (runs, run) => Math.min(...Array.from({ length: runs }, () => seconds(run)[0]));

function push(reader, bytes) {
  for (let at = 0; at < bytes.length; at += CHUNK) reader.push(bytes.subarray(at, at + CHUNK));
}

/** Reading in the small: cold, warm, another window, the first events of a megabyte, judging. */
export function measureReading({ BenchCalendar }, bytes, { from, until }) {
  const read = () => {
    const calendar = new BenchCalendar(from, until);
    push(calendar, bytes);
    calendar.finish();
    const occurrences = calendar.occurrences(from, until);
    calendar.free();
    return occurrences;
  };
  const [cold_s, occurrences] = seconds(read);
  const warm_s = best(7, read);
  const calendar = new BenchCalendar(from, until);
  push(calendar, bytes);
  calendar.finish();
  const later = 90 * 86_400_000;
  const new_window_s = best(7, () => calendar.occurrences(from + later, until + later));
  const first_events_s = best(5, () => {
    const first = new BenchCalendar(from, until);
    first.push(bytes.subarray(0, 1_000_000));
    first.finish();
    first.occurrences(from, until);
    first.decode();
    first.free();
  });
  calendar.free();
  // Every event of the file, as natively: not only those that a scan keeps.
  const whole = BenchCalendar.whole();
  push(whole, bytes);
  whole.finish();
  const decode_s = best(1, () => whole.decode());
  let judged = 0;
  const judge_s = best(3, () => { judged = whole.judge(); });
  whole.free();
  return { cold_s, warm_s, occurrences, new_window_s, first_events_s, decode_s, judge_s, judged };
}

/** What a big calendar takes while it is read in a stream and asked for one window. */
export function measureStream({ BenchCalendar }, memory, bytes, { from, until }) {
  const calendar = new BenchCalendar(from, until);
  push(calendar, bytes);
  calendar.finish();
  return { occurrences: calendar.occurrences(from, until), peak_mb: memory.buffer.byteLength / 1024 / 1024 };
}

/** The whole way of a file, as the extension goes it; the memory never shrinks, so its size is the peak. */
export function measureScan({ BenchScan }, memory, bytes, now) {
  const [scan_s, found] = seconds(() => {
    const scan = new BenchScan(now);
    push(scan, bytes);
    return scan.finish();
  });
  return { scan_s, found, peak_mb: memory.buffer.byteLength / 1024 / 1024 };
}

/** The review at each letter of a note, in milliseconds: each letter the best of several runs. */
export function measureTyping(wasm) {
  const typing = new wasm.BenchTyping();
  const once = (letters) => {
    const start = performance.now();
    typing.review_after(letters);
    return performance.now() - start;
  };
  const costs = [];
  for (let letters = 1; letters <= typing.letters(); letters += 1) {
    costs.push(Math.min(...Array.from({ length: 5 }, () => once(letters))));
  }
  costs.sort((one, other) => one - other);
  return { median_ms: costs[Math.floor(costs.length / 2)], slowest_ms: costs.at(-1) };
}
