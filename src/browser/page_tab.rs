//! The page that the user is looking at: its address, carrying out a fill plan in it, and reading what a plan
//! names.
//!
//! Works where the user has clicked the toolbar button on that tab (`activeTab`) or granted the site;
//! nowhere else is anything known of a tab. The script that fills reports codes, never text.

use js_sys::Promise;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wasm_bindgen::JsValue;

use super::{
    api::{scripting, tabs},
    convert, time_limit,
};
use crate::app::{
    error::AppError,
    insert_in_page::{self, Frame, Plan, Report},
    scan_calendar::page,
};

/// The scripts that fill.
const WRITERS: &[&str] = &["content/typing.js", "content/compose.js"];
/// The script that reads.
const READER: &[&str] = &["content/page.js"];
/// The page itself among its frames.
const PAGE: i64 = 0;
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
    files: &'static [&'static str],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Target {
    tab_id: i32,
    all_frames: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct To {
    frame_id: i64,
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

/// Carries out a plan in the page of a tab: in the frame that the user is in, or the next one that has
/// a place for it.
///
/// # Errors
/// [`AppError::Browser`] when the page may not be entered or does not answer. It may or may not have
/// been carried out.
pub async fn fill(tab: &PageTab, plan: &Plan) -> Result<Report, AppError> {
    let mut last = Err(refused());
    for frame in insert_in_page::in_order(enter_frames(tab).await?) {
        let message = Message { kind: "fill", plan };
        let answer = ask(tab, frame, &message, WITHIN_MS).await;
        let report: Report = match answer.map(convert::from_js) {
            Ok(Ok(report)) => report,
            // A frame may go away while others are asked; what was asked of the page itself is told.
            _ if frame != PAGE => continue,
            _ => return Err(refused()),
        };
        let over = !insert_in_page::looks_further(&report);
        last = Ok(report);
        if over {
            break;
        }
    }
    last
}

/// Runs the script that fills in every frame that may be entered.
async fn enter_frames(tab: &PageTab) -> Result<Vec<Frame>, AppError> {
    let results = inject(tab, WRITERS, true).await?;
    convert::from_js(results).map_err(|_| refused())
}

/// Reads from the page of a tab what a plan names.
///
/// # Errors
/// [`AppError::Browser`] when the page may not be entered, is another one by now or does not answer.
pub async fn look(tab: &PageTab, plan: &page::Plan) -> Result<Value, AppError> {
    inject(tab, READER, false).await?;
    let answer = ask(tab, PAGE, &Look { kind: "look", plan }, READ_WITHIN_MS).await?;
    match convert::from_js(answer) {
        Ok(Value::Null) | Err(_) => Err(refused()),
        Ok(snapshot) => Ok(snapshot),
    }
}

/// The text of a calendar file that the page offers at an address of its own; `None` when there is
/// none. The page must have been looked at.
pub async fn calendar(tab: &PageTab, address: &str) -> Option<String> {
    let kind = "calendar";
    let answer = ask(tab, PAGE, &Calendar { kind, address }, READ_WITHIN_MS).await;
    answer.ok()?.as_string()
}

fn refused() -> AppError {
    AppError::Browser("scripting")
}

/// Runs scripts in the page, or in all its frames; what became of each. A page that is never loaded
/// must not keep the user waiting.
async fn inject(
    tab: &PageTab,
    files: &'static [&'static str],
    all_frames: bool,
) -> Result<JsValue, AppError> {
    let injection = Injection {
        target: Target {
            tab_id: tab.id,
            all_frames,
        },
        files,
    };
    let injection = convert::to_js(&injection).map_err(|_| refused())?;
    let entering = scripting::execute_script(injection).map_err(|_| refused())?;
    settled(&entering, WITHIN_MS).await
}

async fn ask<T: Serialize>(
    tab: &PageTab,
    frame_id: i64,
    message: &T,
    within: i32,
) -> Result<JsValue, AppError> {
    let message = convert::to_js(message).map_err(|_| refused())?;
    let frame = convert::to_js(&To { frame_id }).map_err(|_| refused())?;
    let answer = tabs::send_message(tab.id, message, frame).map_err(|_| refused())?;
    settled(&answer, within).await
}

async fn settled(promise: &Promise, within: i32) -> Result<JsValue, AppError> {
    let settled = time_limit::within(promise, within).await;
    settled.ok_or_else(refused)?.map_err(|_| refused())
}
