//! What was set aside as damaged: each with the reason, to be saved, tried again or discarded.

use std::{cell::Cell, rc::Rc};

use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{
        error::AppError,
        ports::KeyValueStore,
        protocol::Request,
        repair::{self, SetAside},
    },
    browser::{
        dom::Part,
        extension_storage::ExtensionStorage,
        localize::{self, text},
        page,
    },
    surfaces::client,
};

use super::data;

/// Fills the section; it is shown only when there is something in it.
pub(super) fn connect(stored: &Map<String, Value>) {
    if let Some(section) = Part::by_id("repair") {
        let section = Rc::new(section);
        fill(&section, stored);
        // The page lives as long as its listeners.
        std::mem::forget(section);
    }
}

fn fill(section: &Rc<Part>, stored: &Map<String, Value>) {
    let all = repair::list(stored);
    section.show("repair", !all.is_empty());
    section.clear("rows");
    for it in &all {
        if let Some(row) = row(section, it) {
            section.append("rows", &row);
        }
    }
}

fn row(section: &Rc<Part>, it: &SetAside) -> Option<Part> {
    let row = Part::from_template("repair-row")?;
    localize::localize(row.element());
    row.text("what", &text(&format!("repair_what_{}", it.what), &[]));
    row.text("why", &text(&format!("repair_why_{}", it.why), &[]));
    row.text("key", &it.key);
    row.show("secret", it.what == "address");
    row.show("again", it.why != "taken");
    let (part, key) = (section.clone(), it.key.clone());
    row.on_click("save", move || {
        let (part, key) = (part.clone(), key.clone());
        spawn_local(async move { data::settle(&part, save(&key).await, "data_exported") });
    });
    let (part, key) = (section.clone(), it.key.clone());
    row.on_click("again", move || {
        let request = Request::TryAgain { key: key.clone() };
        send(&part, request, "repair_put_back");
    });
    let (part, key, shown) = (section.clone(), it.key.clone(), row.clone());
    let asked = Cell::new(false);
    row.on_click("discard", move || {
        // Asked once more, by the button itself.
        if asked.replace(true) {
            let request = Request::Discard { key: key.clone() };
            send(&part, request, "repair_discarded");
        } else {
            shown.text("discard", &text("repair_discard_sure", &[]));
        }
    });
    Some(row)
}

async fn save(key: &str) -> Result<(), AppError> {
    let stored = ExtensionStorage.get_all().await?;
    let content = repair::saved(&stored, key).ok_or(AppError::NotFound)?;
    page::save_file("afternote-record.json", "application/json", &content)
}

fn send(section: &Rc<Part>, request: Request, done: &'static str) {
    let section = section.clone();
    spawn_local(async move {
        let outcome = client::send(request).await;
        if let Ok(stored) = ExtensionStorage.get_all().await {
            fill(&section, &stored);
        }
        // What was the last one takes the section along: the words go to the page.
        data::settle(&section, outcome.map(drop), done);
    });
}
