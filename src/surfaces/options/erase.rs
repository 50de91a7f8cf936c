//! Deleting everything: asked twice, with a way to save it first. Takes the unsaved edits of the
//! popup along, and gives back every site that was allowed.

use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{delete, protocol::Request},
    browser::{
        dom::Part,
        localize::{self, text},
        site_scripts, web_storage,
    },
    surfaces::client,
};

use super::data;

/// Listens to the part of the section that deletes, and says what was cleared away by itself.
pub(super) fn connect(stored: &Map<String, Value>) {
    let Some(section) = Part::by_id("data") else {
        return;
    };
    let cleared = delete::last_cleared(stored).filter(|(_, count)| *count > 0);
    section.show("cleared", cleared.is_some());
    if let Some((at, count)) = cleared {
        let day = localize::date(jiff::Timestamp::from_millisecond(at).unwrap_or_default());
        let said = text("data_cleared", &[&count.to_string(), &day]);
        section.text("cleared", &said);
    }
    for (slot, shown, focus) in [
        ("delete", "sure", "keep"),
        ("really", "surest", "keep-after-all"),
    ] {
        let part = section.clone();
        section.on_click(slot, move || {
            part.show("sure", false);
            part.show(shown, true);
            part.focus(focus);
        });
    }
    for slot in ["keep", "keep-after-all"] {
        let part = section.clone();
        section.on_click(slot, move || {
            part.show("sure", false);
            part.show("surest", false);
            part.focus("delete");
        });
    }
    let part = section.clone();
    section.on_click("export-first", move || {
        let (part, addresses) = (part.clone(), part.is_checked("with-addresses"));
        spawn_local(async move {
            data::settle(&part, data::save_all(addresses).await, "data_exported");
        });
    });
    let part = section.clone();
    section.on_click("erase", move || {
        let part = part.clone();
        spawn_local(async move { erase(&part).await });
    });
    // The page lives as long as its listeners.
    std::mem::forget(section);
}

async fn erase(section: &Part) {
    let outcome = client::send(Request::Delete { interview: None }).await;
    section.show("surest", false);
    if outcome.is_ok() {
        web_storage::forget_all();
        site_scripts::give_back_all().await;
        section.show("cleared", false);
    }
    data::settle(section, outcome.map(drop), "data_deleted");
    section.focus("delete");
}
