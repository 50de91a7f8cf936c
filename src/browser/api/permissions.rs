//! `chrome.permissions`: access to sites, asked for when it is needed.

use js_sys::Promise;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// `permissions`: `{origins}`. Gives a boolean.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"])]
    pub async fn contains(permissions: JsValue) -> Result<JsValue, JsValue>;

    /// Asks the user; must be called before anything else in the handler of a click. Gives a
    /// promise of a boolean.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"])]
    pub fn request(permissions: JsValue) -> Result<Promise, JsValue>;

    /// Everything that the user allows: `{origins, permissions}`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = getAll)]
    pub async fn all() -> Result<JsValue, JsValue>;

    /// Gives back. Gives a boolean.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"])]
    pub async fn remove(permissions: JsValue) -> Result<JsValue, JsValue>;
}
