//! What a value thrown by the browser means for the use cases. The one place that knows the texts
//! with which browsers report known outside events.
//!
//! Browsers give these events no code, only an English sentence that is not translated. An unknown
//! sentence stays an unknown error. Texts of errors are not logged: they may quote what was stored.

use js_sys::{Error, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::app::{error::AppError, ports::SyncTrouble};

/// Sentences of Chromium's `quota_service`/`settings_storage_quota_enforcer` and LevelDB, and the
/// name of Firefox's IndexedDB exception.
const FULL: [&str; 5] = [
    "QUOTA_BYTES",
    "QuotaExceededError",
    "quota exceeded",
    "No space left",
    "FILE_ERROR_NO_SPACE",
];

/// Sentences of both browsers for the synced storage: it is full, or it is written too often.
const SYNC_FULL: [&str; 4] = ["QUOTA_BYTES", "MAX_ITEMS", "QuotaExceededError", "quota"];
const SYNC_TOO_OFTEN: [&str; 1] = ["MAX_WRITE_OPERATIONS"];

/// Sentences for a background that did not answer, or for a page whose extension is gone.
const NOBODY_THERE: [&str; 6] = [
    "Receiving end does not exist",
    "message channel closed before a response",
    "message port closed before a response",
    "went out of scope",
    "Extension context invalidated",
    "is undefined",
];

/// What a failure of `chrome.storage` means.
#[must_use]
pub fn storage_error(thrown: &JsValue) -> AppError {
    if matches(thrown, &FULL) {
        AppError::StorageFull
    } else {
        AppError::StorageFailed
    }
}

/// What a failure of `chrome.storage.sync` means.
#[must_use]
pub fn sync_error(thrown: &JsValue) -> SyncTrouble {
    if matches(thrown, &SYNC_TOO_OFTEN) {
        SyncTrouble::TooOften
    } else if matches(thrown, &SYNC_FULL) {
        SyncTrouble::Full
    } else {
        SyncTrouble::Refused
    }
}

/// What a failure of `runtime.sendMessage` means.
#[must_use]
pub fn message_error(thrown: &JsValue) -> AppError {
    if matches(thrown, &NOBODY_THERE) {
        AppError::BackgroundUnavailable
    } else {
        AppError::Browser("runtime.sendMessage")
    }
}

/// Whether this page belongs to an extension that was updated or removed under it: nothing but a
/// reload helps.
#[must_use]
pub fn is_orphaned(thrown: &JsValue) -> bool {
    matches(thrown, &["Extension context invalidated"])
}

fn matches(thrown: &JsValue, sentences: &[&str]) -> bool {
    let text = describe(thrown);
    sentences.iter().any(|it| text.contains(it))
}

/// Name and message of an error; of anything else, its text if it has one.
fn describe(thrown: &JsValue) -> String {
    if let Some(error) = thrown.dyn_ref::<Error>() {
        return format!(
            "{}: {}",
            String::from(error.name()),
            String::from(error.message())
        );
    }
    let member = |name: &str| {
        Reflect::get(thrown, &JsValue::from_str(name))
            .ok()
            .and_then(|it| it.as_string())
    };
    thrown
        .dyn_ref::<JsString>()
        .map(String::from)
        .or_else(|| Some(format!("{}: {}", member("name")?, member("message")?)))
        .or_else(|| member("message"))
        .unwrap_or_default()
}
