//! `chrome.identity`: consent on the page of a service. In builds with the permission `identity` alone.

use js_sys::Promise;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The address that belongs to this extension and to nobody else.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "identity"], js_name = getRedirectURL)]
    pub fn redirect_url() -> Result<String, JsValue>;

    /// `{url, interactive}`. Gives a promise of the address at which the page ended, once that is one of
    /// this extension's.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "identity"], js_name = launchWebAuthFlow)]
    pub fn launch_web_auth_flow(details: JsValue) -> Result<Promise, JsValue>;
}
