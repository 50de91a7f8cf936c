//! `chrome.notifications`: notifications of the system.

use js_sys::Promise;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// `options`: `{type: "basic", iconUrl, title, message, buttons}`. Replaces the notification of
    /// this id. Firefox throws at once, without a promise, where it sees `buttons`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "notifications"])]
    pub fn create(id: &str, options: JsValue) -> Result<Promise, JsValue>;

    /// An object with a key for each notification that is still to be seen.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "notifications"], js_name = getAll)]
    pub async fn get_all() -> Result<JsValue, JsValue>;

    /// Whether there was one.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "notifications"])]
    pub async fn clear(id: &str) -> Result<JsValue, JsValue>;
}
