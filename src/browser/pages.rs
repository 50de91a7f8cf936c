//! Opening the extension's own pages from the background.

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

/// Shows what a notification was about, and takes the notification away: in the popup, or, where it
/// cannot be opened, in a tab. The notice's id is the fragment of the page.
///
/// # Errors
/// When the browser opens neither.
pub async fn open_popup(notice: &str) -> Result<(), AppError> {
    // It may be gone already.
    let _ = notifications::clear(notice).await;
    let fragment = js_sys::encode_uri_component(notice);
    let page = format!("/popup.html#{fragment}");
    set_popup(&page).await;
    // Refused when no window has the focus, and by Firefox before 149.
    let opened = action::open_popup().await.is_ok();
    set_popup(POPUP).await;
    if opened {
        return Ok(());
    }
    open_tab(&page).await
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
