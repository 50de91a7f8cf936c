// The wasm in a fresh Node: `node in_node.mjs reading|scan FILE FROM UNTIL`, or `typing`, prints one JSON
// object.
import { readFileSync } from 'node:fs';
import * as wasm from '../../target/bench/wasm/afternote.js';
import { measureReading, measureScan, measureTyping } from './ours.mjs';

const [what, file, from, until] = process.argv.slice(2);
const module_or_path = readFileSync(new URL('../../target/bench/wasm/afternote_bg.wasm', import.meta.url));
const { memory } = await wasm.default({ module_or_path });
const measure = {
  typing: () => measureTyping(wasm),
  scan: () => measureScan(wasm, memory, readFileSync(file), Number(from)),
  reading: () => measureReading(wasm, readFileSync(file), { from: Number(from), until: Number(until) }),
};
console.log(JSON.stringify(measure[what]()));
