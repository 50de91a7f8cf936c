//! What errors of the browser mean. The texts are those that browsers really give.
#![cfg(target_arch = "wasm32")]

use afternote::{
    app::error::AppError,
    browser::js_error::{message_error, storage_error},
};
use js_sys::Error;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn thrown(message: &str) -> JsValue {
    Error::new(message).into()
}

#[wasm_bindgen_test]
fn a_full_storage_is_told_from_a_broken_one() {
    for full in [
        "Resource::kQuotaBytes quota exceeded",
        "QUOTA_BYTES quota exceeded",
        "IO error: .../000005.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)",
        "IO error: /profile/000003.log: No space left on device",
    ] {
        assert_eq!(
            storage_error(&thrown(full)),
            AppError::StorageFull,
            "{full}"
        );
    }
    for broken in [
        "Corruption: 1 missing files; e.g.: 000012.ldb",
        "An unexpected error occurred",
        "",
    ] {
        assert_eq!(
            storage_error(&thrown(broken)),
            AppError::StorageFailed,
            "{broken}"
        );
    }
}

#[wasm_bindgen_test]
fn firefox_tells_a_full_disk_by_the_name_of_the_error() {
    let error = Error::new("Encountered full disk while opening backing file for indexedDB.");
    error.set_name("QuotaExceededError");
    assert_eq!(storage_error(&error), AppError::StorageFull);
}

#[wasm_bindgen_test]
fn a_background_that_went_away_is_told_from_a_refusal() {
    for gone in [
        "Could not establish connection. Receiving end does not exist.",
        "A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received",
        "The message port closed before a response was received.",
        "Promised response from onMessage listener went out of scope",
        "Extension context invalidated.",
    ] {
        assert_eq!(
            message_error(&thrown(gone)),
            AppError::BackgroundUnavailable,
            "{gone}"
        );
    }
    assert_eq!(
        message_error(&thrown("Could not serialize message.")),
        AppError::Browser("runtime.sendMessage")
    );
}

#[wasm_bindgen_test]
fn things_that_are_no_errors_may_be_thrown() {
    for odd in [
        JsValue::NULL,
        JsValue::UNDEFINED,
        JsValue::from_f64(1.0),
        JsValue::TRUE,
    ] {
        assert_eq!(storage_error(&odd), AppError::StorageFailed);
    }
    assert_eq!(
        storage_error(&JsValue::from_str("QuotaExceededError")),
        AppError::StorageFull
    );
}
