//! What the browser says about who sent a message, for [`crate::app::protocol::sender`] to judge.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::api::runtime;
use crate::app::{
    error::AppError,
    protocol::sender::{Sender, require_own_page},
};

/// Accepts a message only from a page of this extension.
///
/// # Errors
/// [`AppError::NotAllowed`] for everybody else, and when the browser tells too little.
pub fn require_own(sender: &JsValue) -> Result<(), AppError> {
    let own_id = runtime::ID.with(Clone::clone).ok_or(AppError::NotAllowed)?;
    let own_address = runtime::get_url("").map_err(|_| AppError::NotAllowed)?;
    let told = Sender {
        extension_id: member(sender, "id"),
        url: member(sender, "url"),
    };
    require_own_page(&told, &own_id, own_address.trim_end_matches('/'))
}

fn member(sender: &JsValue, name: &str) -> Option<String> {
    Reflect::get(sender, &JsValue::from_str(name))
        .ok()?
        .as_string()
}
