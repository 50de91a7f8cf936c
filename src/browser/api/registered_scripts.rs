//! `chrome.scripting`: scripts that the browser runs by itself in pages of granted sites.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// `scripts`: a list of `{id, js, matches, runAt}`. Rejects when one is registered already.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = registerContentScripts)]
    pub async fn register(scripts: JsValue) -> Result<JsValue, JsValue>;

    /// Gives those of `filter`: `{ids}`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = getRegisteredContentScripts)]
    pub async fn registered(filter: JsValue) -> Result<JsValue, JsValue>;

    /// Takes those of `filter` back: `{ids}`. Rejects when one is not registered.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = unregisterContentScripts)]
    pub async fn unregister(filter: JsValue) -> Result<JsValue, JsValue>;
}
