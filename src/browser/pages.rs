//! Opening the extension's own pages from the background.

use std::sync::atomic::{AtomicBool, Ordering};

use serde::Serialize;

use super::{
    api::{action, notifications, tabs},
    convert,
};
use crate::app::error::AppError;

/// The popup as the manifest names it.
const POPUP: &str = "/popup.html";

#[derive(Serialize)]
struct NewTab<'a> {
    url: &'a str,
}

/// Shows the page for those who have just installed the extension.
///
/// # Errors
/// When the browser opens no tab.
pub async fn open_welcome() -> Result<(), AppError> {
    open_tab("/welcome.html").await
}

#[derive(Serialize)]
struct PopupPage<'a> {
    popup: &'a str,
}

/// Whether the popup is being opened at a place of its own in this life of the background.
static OPENING: AtomicBool = AtomicBool::new(false);

/// Opens the popup at a place (its fragment; empty is the list), or, where it cannot be opened, a
/// tab.
///
/// # Errors
/// When the browser opens neither.
pub async fn open_popup(place: &str) -> Result<(), AppError> {
    let page = if place.is_empty() {
        POPUP.to_owned()
    } else {
        format!("{POPUP}#{}", js_sys::encode_uri_component(place))
    };
    OPENING.store(true, Ordering::Relaxed);
    set_popup(&page).await;
    // Refused when no window has the focus, and by Firefox before 149.
    let opened = action::open_popup().await.is_ok();
    set_popup(POPUP).await;
    OPENING.store(false, Ordering::Relaxed);
    if opened {
        return Ok(());
    }
    open_tab(&page).await
}

/// Puts the popup back to its list, should a background that died while opening it have left it at
/// another place.
pub async fn repair_popup() {
    if !OPENING.load(Ordering::Relaxed) {
        set_popup(POPUP).await;
    }
}

/// Takes a notification away.
pub async fn close_notice(notice: &str) {
    // It may be gone already.
    let _ = notifications::clear(notice).await;
}

/// A browser that refuses shows the list, which has what is due at the top.
async fn set_popup(popup: &str) {
    if let Ok(details) = convert::to_js(&PopupPage { popup }) {
        let _ = action::set_popup(details).await;
    }
}

async fn open_tab(url: &str) -> Result<(), AppError> {
    let refused = AppError::Browser("tabs");
    let properties = convert::to_js(&NewTab { url }).map_err(|_| refused.clone())?;
    tabs::create(properties)
        .await
        .map(drop)
        .map_err(|_| refused)
}
