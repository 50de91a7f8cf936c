//! The options page: the profile, calendar files and addresses, reminders, the overview, the data.

mod account;
mod corrections;
mod data;
mod erase;
mod feed_row;
mod feeds;
mod import;
mod lessons;
mod others;
mod overview;
mod profile;
mod reminders;
mod repair;
mod rows;
#[cfg(feature = "services")]
mod services;
mod switches;
mod synced;

use serde_json::{Map, Value};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{
    app::{
        error::AppError,
        ports::KeyValueStore,
        store::{record::instant, trouble::trouble},
    },
    browser::{
        dom::{self, Part},
        extension_storage::ExtensionStorage,
        localize::{self, text},
    },
};

/// Starts the options page.
#[wasm_bindgen(js_name = startOptions)]
pub async fn start_options() {
    let Some(body) = Part::body() else { return };
    localize::set_page_language();
    localize::localize(body.element());
    let stored = match ExtensionStorage.get_all().await {
        Ok(stored) => stored,
        Err(error) => {
            say(&error_text(&error));
            Map::<String, Value>::new()
        }
    };
    show_trouble(&stored);
    profile::connect(&stored);
    lessons::connect(&stored);
    import::connect();
    feeds::connect(&stored);
    account::connect();
    #[cfg(feature = "services")]
    services::connect();
    switches::connect(&stored);
    reminders::connect(&stored);
    synced::connect(&stored);
    overview::connect(&stored);
    corrections::connect(&stored);
    data::connect(&stored);
    erase::connect(&stored);
    repair::connect(&stored);
    let _ = body.element().set_attribute("data-ready", "true");
}

fn error_text(error: &AppError) -> String {
    text(&format!("error_{}", error.code()), &[])
}

/// What went wrong while nobody was looking.
fn show_trouble(stored: &Map<String, Value>) {
    if let (Some(it), Some(part)) = (trouble(stored), Part::by_id("trouble")) {
        let text = localize::trouble(&it.code, instant(it.since_ms));
        part.element().set_text_content(Some(&text));
        let _ = part.element().remove_attribute("hidden");
    }
}

/// Says something to those who cannot see it.
fn say(message: &str) {
    if let Some(live) = Part::by_id("live") {
        live.element().set_text_content(Some(message));
    }
}

/// Fills a list with lines of text; an empty one is hidden.
fn lines(part: &Part, slot: &str, lines: &[String]) {
    part.clear(slot);
    part.show(slot, !lines.is_empty());
    for line in lines {
        let item = dom::document().and_then(|it| it.create_element("li").ok());
        if let (Some(list), Some(item)) = (part.slot(slot), item) {
            item.set_text_content(Some(line));
            let _ = list.append_child(&item);
        }
    }
}

/// Shows in a section whether its content was stored.
fn show_outcome(section: &Part, outcome: &Result<(), AppError>) {
    section.show("error", outcome.is_err());
    section.show("saved", outcome.is_ok());
    let message = match outcome {
        Ok(()) => text("said_saved", &[]),
        Err(error) => error_text(error),
    };
    section.text(if outcome.is_ok() { "saved" } else { "error" }, &message);
    say(&message);
}
