//! `chrome.action`: the toolbar button.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// `details`: `{text}`; an empty text hides the badge.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeText)]
    pub async fn set_badge_text(details: JsValue) -> Result<JsValue, JsValue>;

    /// `details`: `{color}`, a CSS color.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeBackgroundColor)]
    pub async fn set_badge_background_color(details: JsValue) -> Result<JsValue, JsValue>;

    /// `details`: `{color}`, a CSS color.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeTextColor)]
    pub async fn set_badge_text_color(details: JsValue) -> Result<JsValue, JsValue>;

    /// `details`: `{popup}`, the page that the popup shows from now on.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setPopup)]
    pub async fn set_popup(details: JsValue) -> Result<JsValue, JsValue>;

    /// Opens the popup. Rejects when no window has the focus, and in Firefox before 149 when the
    /// user did not just click.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = openPopup)]
    pub async fn open_popup() -> Result<JsValue, JsValue>;
}
