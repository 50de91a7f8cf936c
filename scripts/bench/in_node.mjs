// The wasm in a fresh Node: `node in_node.mjs reading|scan FILE FROM UNTIL` prints one JSON object.
import { readFileSync } from 'node:fs';
import * as wasm from '../../target/bench/wasm/afternote.js';
import { measureReading, measureScan } from './ours.mjs';

const [what, file, from, until] = process.argv.slice(2);
const module_or_path = readFileSync(new URL('../../target/bench/wasm/afternote_bg.wasm', import.meta.url));
const bytes = readFileSync(file);
const { memory } = await wasm.default({ module_or_path });
console.log(JSON.stringify(what === 'scan'
  ? measureScan(wasm, memory, bytes, Number(from))
  : measureReading(wasm, bytes, { from: Number(from), until: Number(until) })));
