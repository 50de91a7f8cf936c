//! `chrome.alarms`: waking the background later.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// `info`: `{when}` in milliseconds since 1970 UTC, or `{delayInMinutes, periodInMinutes}`.
    /// Replaces the alarm of this name.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "alarms"])]
    pub async fn create(name: &str, info: JsValue) -> Result<JsValue, JsValue>;

    /// `{name, scheduledTime, periodInMinutes}`, or undefined.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "alarms"])]
    pub async fn get(name: &str) -> Result<JsValue, JsValue>;

    /// Whether there was one.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "alarms"])]
    pub async fn clear(name: &str) -> Result<JsValue, JsValue>;
}
