//! Reminders and quiet hours. Stored whenever a field is left.

use std::{cell::RefCell, rc::Rc};

use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{
        error::AppError,
        ports::KeyValueStore,
        protocol::{self, Request, Settings},
        settings,
        store::keys,
    },
    browser::{
        dom::{self, Part},
        extension_storage::ExtensionStorage,
        page,
    },
    surfaces::client,
};

use super::show_outcome;

/// Fills the section and listens to it.
pub(super) fn connect(stored: &Map<String, Value>) {
    let Some(section) = Part::by_id("reminders") else {
        return;
    };
    let shown = Rc::new(RefCell::new(fill(&section, &settings::settings(stored))));
    for slot in [
        "prompts",
        "discreet",
        "weekends",
        "from",
        "until",
        "keep-months",
        "clear-sent",
    ] {
        let (form, shown) = (section.clone(), shown.clone());
        section.on(slot, "change", move |_| save(&form, &shown));
    }
    let form = section.clone();
    // Without news the form is as it was, and saving looks at what is stored anyway.
    let _ = page::on_stored(move || follow(&form, &shown));
    // The page lives as long as its listeners.
    std::mem::forget(section);
}

/// Shows the settings; gives what the form says then.
fn fill(section: &Part, settings: &Settings) -> Settings {
    section.set_checked("prompts", settings.prompts);
    section.set_checked("discreet", settings.discreet);
    section.set_checked("weekends", settings.quiet_weekends);
    section.set_value("from", &settings.quiet_from);
    section.set_value("until", &settings.quiet_until);
    section.set_value("keep-months", &settings.keep_months.to_string());
    section.set_checked("clear-sent", settings.clear_sent);
    said(section)
}

fn said(section: &Part) -> Settings {
    Settings {
        prompts: section.is_checked("prompts"),
        discreet: section.is_checked("discreet"),
        quiet_from: section.value("from"),
        quiet_until: section.value("until"),
        quiet_weekends: section.is_checked("weekends"),
        keep_months: section.value("keep-months").parse().unwrap_or_default(),
        clear_sent: section.is_checked("clear-sent"),
    }
}

/// Shows what was stored elsewhere, unless somebody is typing here.
fn follow(section: &Part, shown: &Rc<RefCell<Settings>>) {
    let (section, shown) = (section.clone(), shown.clone());
    spawn_local(async move {
        let Ok(stored) = stored().await else { return };
        let same = *shown.borrow() == stored;
        if !same && *shown.borrow() == said(&section) && !dom::is_typing() {
            *shown.borrow_mut() = fill(&section, &stored);
        }
    });
}

async fn stored() -> Result<Settings, AppError> {
    let stored = ExtensionStorage.get(&[keys::SETTINGS]).await?;
    Ok(settings::settings(&stored))
}

fn save(section: &Part, shown: &Rc<RefCell<Settings>>) {
    let said = said(section);
    let began = shown.replace(said.clone());
    let section = section.clone();
    spawn_local(async move {
        let outcome = send(&began, said).await;
        show_outcome(&section, &outcome);
    });
}

/// Stores what the form says now and did not when it `began`.
async fn send(began: &Settings, said: Settings) -> Result<(), AppError> {
    let settings = protocol::over(&stored().await?, began, &said).unwrap_or(said);
    client::send(Request::SaveSettings { settings })
        .await
        .map(drop)
}
