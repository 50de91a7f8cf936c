//! `LanguageModel`: the browser's own language model (Prompt API). In extension pages of Chrome since
//! 138 without a permission, and nowhere else so far, so whoever calls it looks first whether it is
//! there: <https://developer.chrome.com/docs/ai/prompt-api>.

use js_sys::Promise;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// A session with the model.
    #[derive(Clone, Debug)]
    pub type LanguageModel;

    /// `unavailable`, `downloadable`, `downloading` or `available`, for these options of `create`.
    #[wasm_bindgen(catch, static_method_of = LanguageModel)]
    pub fn availability(options: &JsValue) -> Result<Promise, JsValue>;

    /// A session. Loads the model down first where it is not there, which only a click may begin.
    #[wasm_bindgen(catch, static_method_of = LanguageModel)]
    pub fn create(options: &JsValue) -> Result<Promise, JsValue>;

    /// The model's answer, a string.
    #[wasm_bindgen(catch, method)]
    pub fn prompt(this: &LanguageModel, input: &str, options: &JsValue)
    -> Result<Promise, JsValue>;

    /// Gives back what the session holds.
    #[wasm_bindgen(catch, method)]
    pub fn destroy(this: &LanguageModel) -> Result<(), JsValue>;
}
