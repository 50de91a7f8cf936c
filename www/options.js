// Starts the page, which is Rust (src/surfaces/options).
import init, { startOptions } from './wasm/afternote.js';

await init();
await startOptions();
