//! Scripts that the browser runs by itself on sites that are switched on and granted, and on no
//! others. Browsers forget them with each update of the extension, so they are looked after at each
//! wake. Pages that are open already get them too, and are told when they are no longer wanted.

use js_sys::{Array, Promise, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{
    api::{permissions, registered_scripts, scripting, tabs},
    convert,
};
use crate::app::{error::AppError, site_switch::SiteSwitch};

/// What runs on a calendar page.
pub const CALENDAR: &[&str] = &["content/ask.js", "content/page.js", "content/calendar.js"];
/// What runs in a webmail.
pub const COMPANION: &[&str] = &[
    "content/ask.js",
    "content/typing.js",
    "content/compose.js",
    "content/chip.js",
    "content/parts.js",
    "content/companion.js",
];

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Script<'a> {
    id: &'a str,
    js: &'a [&'a str],
    matches: &'a [String],
    run_at: &'static str,
}

#[derive(Serialize)]
struct Pages<'a> {
    url: &'a [String],
}

#[derive(Serialize)]
struct Everywhere {}

#[derive(Deserialize)]
struct Tab {
    id: Option<i32>,
}

#[derive(Serialize)]
struct Reconsider {
    kind: &'static str,
}

#[derive(Serialize)]
struct Injection<'a> {
    target: Target,
    files: &'a [&'a str],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Target {
    tab_id: i32,
}

#[derive(Serialize)]
struct Origins<'a> {
    origins: &'a [String],
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
pub fn ask(site: &SiteSwitch) -> Asked {
    let origins = origins(&site.origins);
    Asked(origins.and_then(|it| permissions::request(it).ok()))
}

/// Gives origins back to the user.
pub async fn give_back(origins_of: &[String]) {
    if let Some(it) = origins(origins_of) {
        let _ = permissions::remove(it).await;
    }
}

/// Gives every origin back that the user allowed. The manifest asks for none at installation.
pub async fn give_back_all() {
    let Ok(all) = permissions::all().await else {
        return;
    };
    let origins = Reflect::get(&all, &JsValue::from_str("origins"));
    let origins: Vec<String> = origins.map_or_else(
        |_| Vec::new(),
        |it| {
            Array::from(&it)
                .iter()
                .filter_map(|it| it.as_string())
                .collect()
        },
    );
    if !origins.is_empty() {
        give_back(&origins).await;
    }
}

/// Whether the user allows a site.
pub async fn is_granted(site: &SiteSwitch) -> bool {
    may_enter(&site.origins).await
}

/// Whether the user allows all of these origins.
pub async fn may_enter(origins_of: &[String]) -> bool {
    match origins(origins_of) {
        Some(it) => permissions::contains(it).await == Ok(JsValue::TRUE),
        None => false,
    }
}

/// Brings what is registered in line with what is switched on and granted: each group of sites with
/// its scripts.
///
/// # Errors
/// [`AppError::Browser`]; the next wake tries again.
pub async fn align(groups: &[(&str, &[&str], Vec<SiteSwitch>)]) -> Result<(), AppError> {
    let mut wanted = Vec::new();
    for (group, js, sites) in groups {
        for site in sites {
            if is_granted(site).await {
                // A server at another address is another script.
                let place = site.origins.join(" ");
                wanted.push((format!("{group}-{} {place}", site.code), *js, site));
            }
        }
    }
    let registered = registered_scripts::registered(JsValue::UNDEFINED).await;
    let there: Vec<String> = Array::from(&registered.map_err(failed)?)
        .iter()
        .filter_map(|it| {
            Reflect::get(&it, &JsValue::from_str("id"))
                .ok()?
                .as_string()
        })
        .collect();
    let is_wanted = |id: &&String| wanted.iter().any(|(it, ..)| it == *id);
    let stale: Vec<String> = there.iter().filter(|it| !is_wanted(it)).cloned().collect();
    if !stale.is_empty() {
        let ids = convert::to_js(&Ids { ids: stale }).map_err(failed)?;
        registered_scripts::unregister(ids).await.map_err(failed)?;
        reconsider().await;
    }
    for (id, js, site) in wanted.iter().filter(|(id, ..)| !there.contains(id)) {
        let script = Script {
            id,
            js,
            matches: &site.origins,
            run_at: "document_idle",
        };
        let scripts = convert::to_js(&[script]).map_err(failed)?;
        registered_scripts::register(scripts)
            .await
            .map_err(failed)?;
        enter_open_pages(site, js).await;
    }
    Ok(())
}

/// The browser runs a script where a page is loaded from now on; what is open gets it here. A page
/// that does not take it has it when it is loaded again. Nobody waits for that: a tab that the browser
/// has put to sleep answers when it is woken
/// (<https://github.com/w3c/webextensions/issues/527>).
async fn enter_open_pages(site: &SiteSwitch, js: &[&str]) {
    for tab in open_tabs(&Pages { url: &site.origins }).await {
        let injection = convert::to_js(&Injection {
            target: Target { tab_id: tab },
            files: js,
        });
        if let Ok(injection) = injection {
            spawn_local(async move {
                if let Ok(entering) = scripting::execute_script(injection) {
                    let _ = JsFuture::from(entering).await;
                }
            });
        }
    }
}

/// Tells our scripts in all pages to ask whether they are still wanted: where a permission is gone,
/// nothing else is known of a page.
async fn reconsider() {
    for tab in open_tabs(&Everywhere {}).await {
        let Ok(message) = convert::to_js(&Reconsider { kind: "reconsider" }) else {
            return;
        };
        // Most tabs have no script of ours, and nobody answers.
        if let Ok(told) = tabs::send_message(tab, message, JsValue::UNDEFINED) {
            spawn_local(async move {
                let _ = JsFuture::from(told).await;
            });
        }
    }
}

async fn open_tabs<Q: Serialize>(query: &Q) -> Vec<i32> {
    let Ok(query) = convert::to_js(query) else {
        return Vec::new();
    };
    match tabs::query(query).await.map(convert::from_js::<Vec<Tab>>) {
        Ok(Ok(tabs)) => tabs.into_iter().filter_map(|it| it.id).collect(),
        _ => Vec::new(),
    }
}

fn failed<E>(_: E) -> AppError {
    AppError::Browser("scripting")
}

fn origins(origins: &[String]) -> Option<JsValue> {
    convert::to_js(&Origins { origins }).ok()
}

/// The kind of a message.
#[must_use]
pub fn kind(message: &JsValue) -> Option<String> {
    Reflect::get(message, &JsValue::from_str("kind"))
        .ok()?
        .as_string()
}
