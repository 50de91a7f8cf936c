//! Notifications of the system as the [`Notifier`], and where a click on one leads.
//!
//! With two buttons where the browser has them; Firefox refuses them, and a click on the notification
//! is enough.

use js_sys::Object;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

use super::{
    api::{i18n, notifications, runtime},
    convert, time_limit,
};
use crate::app::{
    error::AppError,
    ports::{Notice, Notifier},
};

const REFUSED: AppError = AppError::Browser("notifications");
/// How long the system may take, in milliseconds.
const PATIENCE_MS: i32 = 3_000;
/// The text of the second button, which puts the prompt off.
const LATER: &str = "notice_button_later";
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    buttons: Vec<Button>,
}

#[derive(Serialize)]
struct Button {
    title: String,
}

impl Notifier for Notifications {
    async fn show(&self, notice: &Notice) -> Result<(), AppError> {
        let first = format!("notice_button_{}", notice.offer.code());
        let mut options = Options {
            r#type: "basic",
            icon_url: runtime::get_url(ICON).map_err(|_| REFUSED)?,
            title: text(notice, "title")?,
            message: text(notice, "message")?,
            buttons: [first.as_str(), LATER]
                .into_iter()
                .take(if notice.later { 2 } else { 1 })
                .map(|name| i18n::get_message(name, JsValue::UNDEFINED))
                .map(|title| title.map(|title| Button { title }).map_err(|_| REFUSED))
                .collect::<Result<_, _>>()?,
        };
        if create(notice, &options).await.is_ok() {
            return Ok(());
        }
        options.buttons.clear();
        create(notice, &options).await
    }

    async fn shown(&self) -> Result<Vec<String>, AppError> {
        let all = notifications::get_all().await.map_err(|_| REFUSED)?;
        let names = all.dyn_ref::<Object>().map(Object::keys);
        let names = names
            .into_iter()
            .flat_map(|it| it.iter().collect::<Vec<_>>());
        Ok(names.filter_map(|it| it.as_string()).collect())
    }

    async fn withdraw(&self, id: &str) -> Result<(), AppError> {
        notifications::clear(id)
            .await
            .map(drop)
            .map_err(|_| REFUSED)
    }
}

async fn create(notice: &Notice, options: &Options) -> Result<(), AppError> {
    let options = convert::to_js(options).map_err(|_| REFUSED)?;
    let created = notifications::create(&notice.about.id(), options).map_err(|_| REFUSED)?;
    match time_limit::within(&created, PATIENCE_MS).await {
        Some(Err(_)) => Err(REFUSED),
        // A system that takes its time still shows it; nobody is to wait for that.
        Some(Ok(_)) | None => Ok(()),
    }
}

fn text(notice: &Notice, part: &str) -> Result<String, AppError> {
    let name = format!("notice_{}_{part}", notice.code);
    let details = convert::to_js(&notice.details).map_err(|_| REFUSED)?;
    i18n::get_message(&name, details).map_err(|_| REFUSED)
}
