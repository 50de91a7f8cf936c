// The wasm in a worker of a browser: answers one message with one measurement.
import * as wasm from '/target/bench/wasm/afternote.js';
import { measureReading, measureScan, measureStream } from './ours.mjs';

onmessage = async ({ data: { what, file, from, until } }) => {
  const bytes = new Uint8Array(await (await fetch(file)).arrayBuffer());
  const { memory } = await wasm.default();
  const measure = {
    reading: () => measureReading(wasm, bytes, { from, until }),
    scan: () => measureScan(wasm, memory, bytes, from),
    stream: () => measureStream(wasm, memory, bytes, { from, until }),
  };
  postMessage(measure[what]());
};
