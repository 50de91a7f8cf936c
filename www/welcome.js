// Starts the page, which is Rust (src/surfaces/welcome).
import init, { startWelcome } from './wasm/afternote.js';

await init();
await startWelcome();
