//! Consent in a window of the browser's own, as the [`WebAuth`]. The extension sees nothing of what the
//! user types there.

use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

use super::{api::identity, convert};
use crate::app::ports::WebAuth;

/// The browser.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserWebAuth;

#[derive(Serialize)]
struct Details<'a> {
    url: &'a str,
    interactive: bool,
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn fill_with_random(bytes: &Uint8Array) -> Uint8Array;
}

impl WebAuth for BrowserWebAuth {
    fn redirect_address(&self) -> Option<String> {
        identity::redirect_url().ok()
    }

    fn random(&self) -> [u8; 64] {
        let mut bytes = [0; 64];
        fill_with_random(&Uint8Array::new_with_length(64)).copy_to(&mut bytes);
        bytes
    }

    async fn ask(&self, address: &str, quietly: bool) -> Option<String> {
        let details = convert::to_js(&Details {
            url: address,
            interactive: !quietly,
        });
        let asked = identity::launch_web_auth_flow(details.ok()?).ok()?;
        JsFuture::from(asked).await.ok()?.as_string()
    }
}
