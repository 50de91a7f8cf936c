// Starts the page, which is Rust (src/surfaces/popup).
import init, { startPopup } from './wasm/afternote.js';

await init();
await startPopup();
performance.mark('afternote-ready');
