// What the reader is to reach, beside what was measured. Ratios, so that a slower machine judges alike;
// times only where somebody waits for them.

const ratio = (value) => `${value.toFixed(2)} ×`;
const ms = (value) => `${value.toFixed(1)} ms`;
const mb = (value) => `${value.toFixed(0)} MB`;

/** `[what, name in the report, bound, whether the bound is the most or the least, how to print it]`. */
const GOALS = [
  ['reading 50,000 events natively, to looking at their line ends', 'native_per_scan', 6, 'most', ratio],
  ['the same in wasm, warm, to natively', 'wasm_per_native', 2, 'most', ratio],
  ['node-ical to wasm, warm', 'node_ical_per_wasm', 80, 'least', ratio],
  ['node-ical to wasm, the first run', 'node_ical_per_wasm_cold', 20, 'least', ratio],
  ['a new window natively, to reading anew', 'new_window_per_read', 0.2, 'most', ratio],
  ['a new window in wasm, to reading anew', 'wasm_new_window_per_read', 0.2, 'most', ratio],
  ['memory of the wasm for 100,000 events in a stream', 'wasm_100k_peak_mb', 64, 'most', mb],
  ['first events of a megabyte in wasm', 'first_events_1mb_ms', 20, 'most', ms],
  ['judging 50,000 events natively', 'judge_50k_ms', 150, 'most', ms],
  ['judging 50,000 events in wasm', 'wasm_judge_50k_ms', 400, 'most', ms],
  ['a look at the clock with 10,000 interviews stored', 'storage_reconcile_ms', 50, 'most', ms],
  ['the popup to its first list with 10,000 interviews stored', 'storage_popup_first_list_ms', 200, 'most', ms],
];

/** One line per goal; what could not be measured has none. */
export function goals(report) {
  return GOALS.flatMap(([what, name, bound, side, print]) => {
    const value = report[name];
    if (!Number.isFinite(value)) return [];
    const met = side === 'most' ? value <= bound : value >= bound;
    return [`${met ? 'reached' : 'MISSED '}  ${what}: ${print(value)}, at ${side} ${print(bound)}`];
  });
}
