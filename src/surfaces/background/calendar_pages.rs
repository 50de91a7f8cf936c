//! What our script on a calendar page asks and tells. Whatever is no such message is not answered
//! here.

use serde_json::Value;
use wasm_bindgen::JsValue;

use super::DISPATCHER;
use crate::{
    app::{
        corrections,
        error::AppError,
        ports::{Clock, KeyValueStore},
        protocol::{Command, Request},
        scan_calendar::page::{self, PageScan},
        settings,
        store::keys,
    },
    browser::{
        clock::BrowserClock, convert, extension_storage::ExtensionStorage, messenger, sender,
        site_scripts,
    },
};

/// The answer to a script on a calendar page: a plan, or whether the page is still wanted.
pub(super) async fn answer(message: &JsValue, sender: &JsValue) -> Option<JsValue> {
    let kind = site_scripts::kind(message)?;
    let is_plan = kind == "calendarPlan";
    if !is_plan && kind != "calendarSnapshot" {
        return None;
    }
    let answer = if is_plan {
        plan(sender).await
    } else {
        take(message, sender).await.map(|()| JsValue::TRUE)
    };
    Some(answer.unwrap_or(JsValue::NULL))
}

async fn plan(sender: &JsValue) -> Result<JsValue, AppError> {
    let stored = ExtensionStorage.get(&[keys::CALENDAR_PAGES]).await?;
    let url = sender::require_watched(sender, &stored)?;
    let plan = page::watched_plan(&url).ok_or(AppError::NotAllowed)?;
    convert::to_js(&plan).map_err(|_| AppError::Browser("message"))
}

async fn take(message: &JsValue, sender: &JsValue) -> Result<(), AppError> {
    let stored = ExtensionStorage.get_all().await?;
    let url = sender::require_watched(sender, &stored)?;
    let told: Value = convert::from_js(message.clone()).map_err(|_| AppError::UnknownRequest)?;
    let mut snapshot = told.get("snapshot").cloned().unwrap_or_default();
    // Where it was taken is what the browser says.
    if let Value::Object(it) = &mut snapshot {
        it.insert("address".to_owned(), Value::String(url));
    }
    let profile = settings::profile(&stored);
    let mut scan = PageScan::new(&snapshot, &profile, BrowserClock.now(), BrowserClock.zone());
    scan.take_into_account(corrections::said(&stored));
    let report = scan.finish();
    if report.found.is_empty() {
        return Ok(());
    }
    let request = Request::RecordPage {
        host: report.host,
        found: report.found,
        confirmed: false,
    };
    let id = messenger::new_command_id();
    DISPATCHER.handle(Command { id, request }).await;
    Ok(())
}
