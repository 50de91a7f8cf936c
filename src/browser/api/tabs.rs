//! `chrome.tabs`, as far as it needs no permission of its own.

use js_sys::Promise;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// `properties`: `{url, active}`. Gives the new tab.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"])]
    pub async fn create(properties: JsValue) -> Result<JsValue, JsValue>;

    /// `query`: `{active, currentWindow}`. Gives tabs; `url` is missing where the extension has no
    /// access.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"])]
    pub async fn query(query: JsValue) -> Result<JsValue, JsValue>;

    /// Sends a message to the content scripts in one frame of a tab and gives the answer.
    /// `options`: `{frameId}`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = sendMessage)]
    pub fn send_message(tab: i32, message: JsValue, options: JsValue) -> Result<Promise, JsValue>;
}
