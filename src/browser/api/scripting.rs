//! `chrome.scripting`: running a script of the extension in a page that it may enter.

use js_sys::Promise;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// `injection`: `{target: {tabId}, files}`. Rejects where the user has given no access; waits until
    /// the page is loaded.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = executeScript)]
    pub fn execute_script(injection: JsValue) -> Result<Promise, JsValue>;
}
