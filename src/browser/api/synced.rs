//! `chrome.storage.sync`: values that the browser keeps the same on all devices of its user.

use js_sys::Promise;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The values of all keys, as an object, when `keys` is null.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "sync"])]
    pub fn get(keys: JsValue) -> Result<Promise, JsValue>;

    /// Writes the members of an object, all or none.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "sync"])]
    pub fn set(items: JsValue) -> Result<Promise, JsValue>;

    /// Removes an array of keys.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "sync"])]
    pub fn remove(keys: JsValue) -> Result<Promise, JsValue>;
}
