//! `chrome.runtime`: messages and the extension itself.

use js_sys::Promise;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// Sends a message to the background and gives its answer.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
    pub fn send_message(message: JsValue) -> Result<Promise, JsValue>;

    /// The address of a file of this extension; of the extension itself for the empty path.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = getURL)]
    pub fn get_url(path: &str) -> Result<String, JsValue>;

    /// Opens the options page, or goes to it.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = openOptionsPage)]
    pub async fn open_options_page() -> Result<JsValue, JsValue>;

    /// Id of this extension; undefined in a page whose extension was updated or removed.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "runtime"], js_name = id)]
    pub static ID: Option<String>;
}
