//! The user's data: saved as a file, merged back from one, deleted; and what was set aside.

use std::{cell::RefCell, rc::Rc};

use serde_json::{Map, Value};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;

use crate::{
    app::{
        backup,
        error::AppError,
        ports::{Clock, KeyValueStore},
        protocol::Request,
        store::migrate,
    },
    browser::{
        clock::BrowserClock, dom::Part, extension_storage::ExtensionStorage, localize::text, page,
    },
    surfaces::client,
};

use super::{error_text, say};

/// Listens to the section, and says what was set aside.
pub(super) fn connect(stored: &Map<String, Value>) {
    let Some(section) = Part::by_id("data") else {
        return;
    };
    let records = migrate::read_all(stored);
    let damaged = records.unreadable.len() + usize::try_from(records.quarantined).unwrap_or(0);
    section.show("damaged", damaged > 0);
    section.text("damaged", &text("data_damaged", &[&damaged.to_string()]));
    section.show("newer", records.newer);
    let part = section.clone();
    section.on_click("export", move || {
        let part = part.clone();
        spawn_local(async move { settle(&part, save_all().await, "data_exported") });
    });
    let pending: Rc<RefCell<Option<Map<String, Value>>>> = Rc::default();
    let (part, chosen) = (section.clone(), pending.clone());
    section.on("backup", "change", move |_| {
        let (part, chosen) = (part.clone(), chosen.clone());
        spawn_local(async move {
            match planned(&part).await {
                Ok((plan, records)) => {
                    let counts = [plan.added, plan.completed, plan.unchanged, plan.unreadable];
                    let counts = counts.map(|it| it.to_string());
                    let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
                    part.text("plan-text", &text("data_plan", &counts));
                    part.show("plan", true);
                    part.show("error", false);
                    part.focus("restore");
                    chosen.replace(Some(records));
                }
                Err(error) => settle(&part, Err(error), ""),
            }
        });
    });
    let part = section.clone();
    section.on_click("restore", move || {
        let Some(records) = pending.take() else {
            return;
        };
        let part = part.clone();
        spawn_local(async move {
            let outcome = client::send(Request::Restore { records }).await;
            part.show("plan", false);
            settle(&part, outcome.map(drop), "data_restored");
        });
    });
    let part = section.clone();
    section.on_click("delete", move || {
        part.show("sure", true);
        part.focus("keep");
    });
    let part = section.clone();
    section.on_click("keep", move || part.show("sure", false));
    let part = section.clone();
    section.on_click("really", move || {
        let part = part.clone();
        spawn_local(async move {
            let outcome = client::send(Request::Delete { interview: None }).await;
            part.show("sure", false);
            settle(&part, outcome.map(drop), "data_deleted");
        });
    });
    // The page lives as long as its listeners.
    std::mem::forget(section);
}

async fn save_all() -> Result<(), AppError> {
    let stored = ExtensionStorage.get_all().await?;
    let now = BrowserClock.now().to_string();
    let text = backup::export(&stored, &now).map_err(|_| AppError::StorageFailed)?;
    let day = now.get(..10).unwrap_or_default();
    page::save_file(&format!("afternote-{day}.json"), "application/json", &text)
}

/// The file that was chosen, and what merging it would do.
async fn planned(section: &Part) -> Result<(backup::Plan, Map<String, Value>), AppError> {
    let input = section
        .slot("backup")
        .and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let file = input
        .as_ref()
        .and_then(HtmlInputElement::files)
        .and_then(|it| it.get(0))
        .ok_or(AppError::NoBackup)?;
    let content = JsFuture::from(file.text()).await;
    if let Some(input) = input {
        input.set_value("");
    }
    let content = content.ok().and_then(|it| it.as_string());
    let records = backup::read(&content.ok_or(AppError::NoBackup)?)?;
    let stored = ExtensionStorage.get_all().await?;
    Ok((backup::plan(&stored, &records), records))
}

fn settle(section: &Part, outcome: Result<(), AppError>, done: &str) {
    section.show("error", outcome.is_err());
    section.show("saved", outcome.is_ok());
    let (slot, message) = match outcome {
        Ok(()) => ("saved", text(done, &[])),
        Err(error) => ("error", error_text(&error)),
    };
    section.text(slot, &message);
    say(&message);
}
