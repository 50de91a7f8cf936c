//! Notifications of the system as the [`Notifier`], and where a click on one leads.
//!
//! Title and message only: Firefox refuses buttons, and a click on the notification is enough.

use serde::Serialize;

use super::{
    api::{i18n, notifications, runtime},
    convert,
};
use crate::app::{
    error::AppError,
    ports::{Notice, Notifier},
};

const REFUSED: AppError = AppError::Browser("notifications");
/// Chromium needs a bitmap; SVG is refused.
const ICON: &str = "icons/128.png";

/// The notifications of this extension.
#[derive(Clone, Copy, Debug, Default)]
pub struct Notifications;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Options {
    r#type: &'static str,
    icon_url: String,
    title: String,
    message: String,
}

impl Notifier for Notifications {
    async fn show(&self, notice: &Notice) -> Result<(), AppError> {
        let options = Options {
            r#type: "basic",
            icon_url: runtime::get_url(ICON).map_err(|_| REFUSED)?,
            title: text(notice, "title")?,
            message: text(notice, "message")?,
        };
        let options = convert::to_js(&options).map_err(|_| REFUSED)?;
        notifications::create(&notice.id, options)
            .await
            .map(drop)
            .map_err(|_| REFUSED)
    }
}

fn text(notice: &Notice, part: &str) -> Result<String, AppError> {
    let name = format!("notice_{}_{part}", notice.code);
    let details = convert::to_js(&notice.details).map_err(|_| REFUSED)?;
    i18n::get_message(&name, details).map_err(|_| REFUSED)
}
