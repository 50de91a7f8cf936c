//! `chrome.tabs`, as far as it needs no permission.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// `properties`: `{url, active}`. Gives the new tab.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"])]
    pub async fn create(properties: JsValue) -> Result<JsValue, JsValue>;
}
