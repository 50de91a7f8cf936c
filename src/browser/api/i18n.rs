//! `chrome.i18n`: the texts of `_locales`.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The text in the browser's language; empty when there is none of this name.
    /// `substitutions`: an array of at most nine strings.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "i18n"], js_name = getMessage)]
    pub fn get_message(name: &str, substitutions: JsValue) -> Result<String, JsValue>;

    /// The browser's language, for example `en-US`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "i18n"], js_name = getUILanguage)]
    pub fn get_ui_language() -> Result<String, JsValue>;
}
