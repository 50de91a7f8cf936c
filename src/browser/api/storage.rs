//! `chrome.storage.local`: values that outlive the session.

use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The values of those `keys` that exist, as an object; of all keys when `keys` is null.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"])]
    pub async fn get(keys: JsValue) -> Result<JsValue, JsValue>;

    /// Writes the members of an object, all or none.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"])]
    pub async fn set(items: JsValue) -> Result<JsValue, JsValue>;

    /// Removes an array of keys.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"])]
    pub async fn remove(keys: JsValue) -> Result<JsValue, JsValue>;

    /// Calls back after every change, from whichever context, with `{key: {oldValue, newValue}}`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local", "onChanged"], js_name = addListener)]
    pub fn on_changed(listener: &Closure<dyn FnMut(JsValue)>) -> Result<(), JsValue>;
}
