//! The page that the user is looking at: its address, carrying out a fill plan in it, and reading what a plan
//! names.
//!
//! Works where the user has clicked the toolbar button on that tab (`activeTab`) or granted the site;
//! nowhere else is anything known of a tab. The script that fills reports codes, never text.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use wasm_bindgen::JsValue;

use super::{
    api::{scripting, tabs},
    convert, time_limit,
};
use crate::app::{
    error::AppError,
    insert_in_page::{Plan, Report},
    scan_calendar::page,
};

const SCRIPT: &str = "content/compose.js";
/// The script that reads.
const READER: &str = "content/page.js";
/// A big page takes a moment, a calendar file may come from the network.
const READ_WITHIN_MS: i32 = 10_000;
/// Some editors take their time; a page that never answers must not keep the user waiting.
const WITHIN_MS: i32 = 15_000;

/// A tab whose address may be known.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PageTab {
    id: i32,
    /// Address of the page.
    pub url: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Query {
    active: bool,
    current_window: bool,
}

#[derive(Serialize)]
struct Injection {
    target: Target,
    files: [&'static str; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Target {
    tab_id: i32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Frame {
    frame_id: i32,
}

#[derive(Serialize)]
struct Message<'a> {
    kind: &'static str,
    plan: &'a Plan,
}

#[derive(Serialize)]
struct Look<'a> {
    kind: &'static str,
    plan: &'a page::Plan,
}

#[derive(Serialize)]
struct Calendar<'a> {
    kind: &'static str,
    address: &'a str,
}

/// The tab in front, if the extension may enter it.
pub async fn current() -> Option<PageTab> {
    let query = convert::to_js(&Query {
        active: true,
        current_window: true,
    });
    let tabs = tabs::query(query.ok()?).await.ok()?;
    let tab = js_sys::Array::from(&tabs).get(0);
    // Without access there is no `url`.
    convert::from_js(tab).ok()
}

/// Carries out a plan in the page of a tab.
///
/// # Errors
/// [`AppError::Browser`] when the page may not be entered or does not answer. It may or may not have
/// been carried out.
pub async fn fill(tab: &PageTab, plan: &Plan) -> Result<Report, AppError> {
    inject(tab, SCRIPT).await?;
    let answer = ask(tab, &Message { kind: "fill", plan }, WITHIN_MS).await?;
    convert::from_js(answer).map_err(|_| refused())
}

/// Reads from the page of a tab what a plan names.
///
/// # Errors
/// [`AppError::Browser`] when the page may not be entered, is another one by now or does not answer.
pub async fn look(tab: &PageTab, plan: &page::Plan) -> Result<Value, AppError> {
    inject(tab, READER).await?;
    let answer = ask(tab, &Look { kind: "look", plan }, READ_WITHIN_MS).await?;
    match convert::from_js(answer) {
        Ok(Value::Null) | Err(_) => Err(refused()),
        Ok(snapshot) => Ok(snapshot),
    }
}

/// The text of a calendar file that the page offers at an address of its own; `None` when there is
/// none. The page must have been looked at.
pub async fn calendar(tab: &PageTab, address: &str) -> Option<String> {
    let kind = "calendar";
    let answer = ask(tab, &Calendar { kind, address }, READ_WITHIN_MS).await;
    answer.ok()?.as_string()
}

fn refused() -> AppError {
    AppError::Browser("scripting")
}

async fn inject(tab: &PageTab, script: &'static str) -> Result<(), AppError> {
    let injection = Injection {
        target: Target { tab_id: tab.id },
        files: [script],
    };
    let injection = convert::to_js(&injection).map_err(|_| refused())?;
    scripting::execute_script(injection)
        .await
        .map(drop)
        .map_err(|_| refused())
}

async fn ask<T: Serialize>(tab: &PageTab, message: &T, within: i32) -> Result<JsValue, AppError> {
    let message = convert::to_js(message).map_err(|_| refused())?;
    let frame = convert::to_js(&Frame { frame_id: 0 }).map_err(|_| refused())?;
    let answer = tabs::send_message(tab.id, message, frame).map_err(|_| refused())?;
    time_limit::within(&answer, within)
        .await
        .ok_or_else(refused)?
        .map_err(|_| refused())
}
