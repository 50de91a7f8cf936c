//! The page that the user is looking at: its address, and carrying out a fill plan in it.
//!
//! Works where the user has clicked the toolbar button on that tab (`activeTab`) or granted the site;
//! nowhere else is anything known of a tab. The script reports codes, never text.

use serde::{Deserialize, Serialize};

use super::{
    api::{scripting, tabs},
    convert, time_limit,
};
use crate::app::{
    error::AppError,
    insert_in_page::{Plan, Report},
};

const SCRIPT: &str = "content/compose.js";
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
    let refused = || AppError::Browser("scripting");
    let injection = Injection {
        target: Target { tab_id: tab.id },
        files: [SCRIPT],
    };
    let injection = convert::to_js(&injection).map_err(|_| refused())?;
    scripting::execute_script(injection)
        .await
        .map_err(|_| refused())?;
    let message = convert::to_js(&Message { kind: "fill", plan }).map_err(|_| refused())?;
    let frame = convert::to_js(&Frame { frame_id: 0 }).map_err(|_| refused())?;
    let answer = tabs::send_message(tab.id, message, frame).map_err(|_| refused())?;
    let answer = time_limit::within(&answer, WITHIN_MS)
        .await
        .ok_or_else(refused)?
        .map_err(|_| refused())?;
    convert::from_js(answer).map_err(|_| refused())
}
