//! What the browser says about who sent a message, for [`crate::app::protocol::sender`] to judge.

use js_sys::Reflect;
use serde_json::{Map, Value};
use wasm_bindgen::JsValue;

use super::{api::runtime, site_scripts};
use crate::app::{
    companion::{self, Accompanied},
    error::AppError,
    protocol::sender::{Sender, require_own_page},
    watch_calendars::require_watched as require_watched_page,
};
use crate::domain::webmail::provider::Provider;

/// Accepts a message only from a page of this extension.
///
/// # Errors
/// [`AppError::NotAllowed`] for everybody else, and when the browser tells too little.
pub fn require_own(sender: &JsValue) -> Result<(), AppError> {
    let own_id = runtime::ID.with(Clone::clone).ok_or(AppError::NotAllowed)?;
    let own_address = runtime::get_url("").map_err(|_| AppError::NotAllowed)?;
    require_own_page(&told(sender), &own_id, own_address.trim_end_matches('/'))
}

/// Accepts a message only from our script on a calendar page that is switched on; gives the address
/// of the page.
///
/// # Errors
/// [`AppError::NotAllowed`] for everybody else, and when the browser tells too little.
pub fn require_watched(sender: &JsValue, stored: &Map<String, Value>) -> Result<String, AppError> {
    let own_id = runtime::ID.with(Clone::clone).ok_or(AppError::NotAllowed)?;
    let told = told(sender);
    require_watched_page(&told, &own_id, stored)?;
    told.url.ok_or(AppError::NotAllowed)
}

/// Accepts a message only from our script in a webmail that the companion is switched on for and that
/// the browser still lets the extension into; gives the address of the page and its service.
///
/// # Errors
/// [`AppError::NotAllowed`] for everybody else, and when the browser tells too little.
pub async fn require_companion(
    sender: &JsValue,
    stored: &Map<String, Value>,
) -> Result<(String, Provider), AppError> {
    let own_id = runtime::ID.with(Clone::clone).ok_or(AppError::NotAllowed)?;
    let told = told(sender);
    let Accompanied { provider, origin } = companion::require_companion(&told, &own_id, stored)?;
    if !site_scripts::may_enter(&[origin]).await {
        return Err(AppError::NotAllowed);
    }
    Ok((told.url.ok_or(AppError::NotAllowed)?, provider))
}

fn told(sender: &JsValue) -> Sender {
    Sender {
        extension_id: member(sender, "id"),
        url: member(sender, "url"),
    }
}

fn member(sender: &JsValue, name: &str) -> Option<String> {
    Reflect::get(sender, &JsValue::from_str(name))
        .ok()?
        .as_string()
}
