// Wakes the background, which is Rust (src/surfaces/background.rs).
// One listener per event, all registered in the first turn: a listener added after an await misses
// the event that woke the worker (https://github.com/w3c/ServiceWorker/issues/1499). So wasm is
// awaited inside each handler, and nothing is awaited out here.
import init, { backgroundMessage, backgroundNotice, backgroundNoticeButton, backgroundWake } from './wasm/afternote.js';

let loading;
function ready() {
  loading ??= init().catch((error) => {
    loading = undefined; // The next event tries again.
    throw error;
  });
  return loading;
}

function wake(reason) {
  return ready().then(() => backgroundWake(reason)).catch(console.error);
}

chrome.runtime.onInstalled.addListener((details) => wake(details.reason));
chrome.runtime.onStartup.addListener(() => wake('startup'));
chrome.alarms.onAlarm.addListener(() => wake('alarm'));
chrome.storage.onChanged.addListener((_, area) => area === 'sync' ? wake('sync') : undefined);
chrome.notifications.onClicked.addListener((id) =>
  ready().then(() => backgroundNotice(id)).catch(console.error));
chrome.notifications.onButtonClicked?.addListener((id, button) =>
  ready().then(() => backgroundNoticeButton(id, button)).catch(console.error));
// What the user gives or takes away in the browser's own settings.
chrome.permissions.onAdded.addListener(() => wake('permissions'));
chrome.permissions.onRemoved.addListener(() => wake('permissions'));
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  ready().then(() => backgroundMessage(message, sender)).then(answer, (error) => {
    console.error(error);
    answer({ kind: 'failed', code: 'background_unavailable', errorKind: 'retry' });
  });
  return true; // The answer comes later.
});

// Browsers tell nobody that an extension was switched on again; the alarms are gone then.
wake('start');
