//! Opening the extension's own pages from the background.

use serde::Serialize;

use super::{
    api::{action, notifications, tabs},
    convert,
};
use crate::app::error::AppError;

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

/// Shows what a notification was about, and takes the notification away. The popup lists what is due
/// first; where it cannot be opened it is shown in a tab, with the notice's id as the fragment.
///
/// # Errors
/// When the browser opens neither.
pub async fn open_popup(notice: &str) -> Result<(), AppError> {
    // It may be gone already.
    let _ = notifications::clear(notice).await;
    // Refused when no window has the focus, and by Firefox before 149.
    if action::open_popup().await.is_ok() {
        return Ok(());
    }
    let fragment = js_sys::encode_uri_component(notice);
    open_tab(&format!("/popup.html#{fragment}")).await
}

async fn open_tab(url: &str) -> Result<(), AppError> {
    let refused = AppError::Browser("tabs");
    let properties = convert::to_js(&NewTab { url }).map_err(|_| refused.clone())?;
    tabs::create(properties)
        .await
        .map(drop)
        .map_err(|_| refused)
}
