// Reads calendar files for the options page (src/surfaces/calendar_worker.rs).
import init, { calendarWorkerRead } from './wasm/afternote.js';

onmessage = async ({ data }) => {
  await init();
  await calendarWorkerRead(data);
};
