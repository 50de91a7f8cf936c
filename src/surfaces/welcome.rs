//! The page after installation: what this is, and where to begin.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

use crate::browser::{dom::Part, localize, page};

/// Starts the welcome page.
#[wasm_bindgen(js_name = startWelcome)]
pub fn start_welcome() {
    let Some(body) = Part::body() else { return };
    localize::set_page_language();
    localize::localize(body.element());
    body.on_click("start", || {
        spawn_local(async {
            // There is nothing to say that the missing page does not say itself.
            let _ = page::open_options().await;
        });
    });
    let _ = body.element().set_attribute("data-ready", "true");
    std::mem::forget(body);
}
