//! Reminders and quiet hours. Stored whenever a field is left.

use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{
        protocol::{Request, Settings},
        settings,
    },
    browser::dom::Part,
    surfaces::client,
};

use super::show_outcome;

/// Fills the section and listens to it.
pub(super) fn connect(stored: &Map<String, Value>) {
    let Some(section) = Part::by_id("reminders") else {
        return;
    };
    let settings = settings::settings(stored);
    section.set_checked("prompts", settings.prompts);
    section.set_checked("discreet", settings.discreet);
    section.set_checked("weekends", settings.quiet_weekends);
    section.set_value("from", &settings.quiet_from);
    section.set_value("until", &settings.quiet_until);
    section.set_value("keep-months", &settings.keep_months.to_string());
    section.set_checked("clear-sent", settings.clear_sent);
    for slot in [
        "prompts",
        "discreet",
        "weekends",
        "from",
        "until",
        "keep-months",
        "clear-sent",
    ] {
        let form = section.clone();
        section.on(slot, "change", move |_| save(&form));
    }
    // The page lives as long as its listeners.
    std::mem::forget(section);
}

fn save(section: &Part) {
    let settings = Settings {
        prompts: section.is_checked("prompts"),
        discreet: section.is_checked("discreet"),
        quiet_from: section.value("from"),
        quiet_until: section.value("until"),
        quiet_weekends: section.is_checked("weekends"),
        keep_months: section.value("keep-months").parse().unwrap_or_default(),
        clear_sent: section.is_checked("clear-sent"),
    };
    let section = section.clone();
    spawn_local(async move {
        let outcome = client::send(Request::SaveSettings { settings }).await;
        show_outcome(&section, &outcome.map(drop));
    });
}
