//! The script on calendar pages: registered for the sites that are switched on and granted, and for no
//! others. Browsers forget it with each update of the extension, so it is looked after at each wake.

use js_sys::{Array, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::{
    api::{permissions, registered_scripts},
    convert,
};
use crate::app::{
    error::AppError,
    watch_calendars::{CalendarSite, SITES},
};

#[derive(Serialize)]
struct Script {
    id: String,
    js: [&'static str; 2],
    matches: &'static [&'static str],
    #[serde(rename = "runAt")]
    run_at: &'static str,
}

#[derive(Serialize)]
struct Origins<'a> {
    origins: &'a [&'a str],
}

#[derive(Serialize)]
struct Ids {
    ids: Vec<String>,
}

/// A question to the user, on its way.
#[derive(Debug)]
pub struct Asked(Option<Promise>);

impl Asked {
    /// Whether the user allows it.
    pub async fn granted(self) -> bool {
        match self.0 {
            Some(asked) => JsFuture::from(asked).await == Ok(JsValue::TRUE),
            None => false,
        }
    }
}

/// Asks the user for a site; must be called first in the handler of a click.
#[must_use]
pub fn ask(site: CalendarSite) -> Asked {
    let origins = origins(site.origins);
    Asked(origins.and_then(|it| permissions::request(it).ok()))
}

/// Gives origins back to the user.
pub async fn give_back(origins_of: &[&str]) {
    if let Some(it) = origins(origins_of) {
        let _ = permissions::remove(it).await;
    }
}

/// Whether the user allows a site.
pub async fn is_granted(site: CalendarSite) -> bool {
    match origins(site.origins) {
        Some(it) => permissions::contains(it).await == Ok(JsValue::TRUE),
        None => false,
    }
}

/// Brings what is registered in line with what is switched on and granted.
///
/// # Errors
/// [`AppError::Browser`]; the next wake tries again.
pub async fn align(watched: &[CalendarSite]) -> Result<(), AppError> {
    let failed = |_: JsValue| AppError::Browser("scripting");
    for site in SITES {
        let id = format!("calendar-{}", site.code);
        let ids = convert::to_js(&Ids {
            ids: vec![id.clone()],
        });
        let ids = ids.map_err(|_| AppError::Browser("scripting"))?;
        let registered = registered_scripts::registered(ids.clone()).await;
        let is_there = Array::from(&registered.map_err(failed)?).length() > 0;
        let wanted = watched.contains(&site) && is_granted(site).await;
        if wanted && !is_there {
            let script = Script {
                id,
                js: ["content/page.js", "content/calendar.js"],
                matches: site.origins,
                run_at: "document_idle",
            };
            let scripts = convert::to_js(&[script]);
            let scripts = scripts.map_err(|_| AppError::Browser("scripting"))?;
            registered_scripts::register(scripts)
                .await
                .map_err(failed)?;
        } else if is_there && !wanted {
            registered_scripts::unregister(ids).await.map_err(failed)?;
        }
    }
    Ok(())
}

fn origins(origins: &[&str]) -> Option<JsValue> {
    convert::to_js(&Origins { origins }).ok()
}

/// The kind of a message.
#[must_use]
pub fn kind(message: &JsValue) -> Option<String> {
    Reflect::get(message, &JsValue::from_str("kind"))
        .ok()?
        .as_string()
}
