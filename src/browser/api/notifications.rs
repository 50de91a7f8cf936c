//! `chrome.notifications`: notifications of the system.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// `options`: `{type: "basic", iconUrl, title, message}`. Firefox refuses `buttons` and
    /// `requireInteraction`. Replaces the notification of this id.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "notifications"])]
    pub async fn create(id: &str, options: JsValue) -> Result<JsValue, JsValue>;

    /// Whether there was one.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "notifications"])]
    pub async fn clear(id: &str) -> Result<JsValue, JsValue>;
}
