//! The user's data: saved as a file, and merged back from one after the page has said what that does.

use std::{cell::RefCell, rc::Rc};

use serde_json::{Map, Value};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;

use crate::{
    app::{
        backup::{self, Choices, Fate, Plan},
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

use super::{error_text, lines, say};

/// Listens to the section.
pub(super) fn connect(stored: &Map<String, Value>) {
    let Some(section) = Part::by_id("data") else {
        return;
    };
    section.show("newer", migrate::read_all(stored).newer);
    let part = section.clone();
    section.on_click("export", move || {
        let (part, addresses) = (part.clone(), part.is_checked("with-addresses"));
        spawn_local(async move { settle(&part, save_all(addresses).await, "data_exported") });
    });
    let restoring = Rc::new(Restoring {
        section: section.clone(),
        chosen: RefCell::default(),
    });
    let it = restoring.clone();
    section.on("backup", "change", move |_| {
        let it = it.clone();
        spawn_local(async move {
            it.section.show("saved", false);
            match chosen(&it.section).await {
                Ok(records) => {
                    it.section.set_checked("replace", false);
                    it.section.set_checked("bring-back", false);
                    it.chosen.replace(Some(records));
                    it.tell().await;
                    it.section.show("error", false);
                    it.section.focus("restore");
                }
                Err(error) => settle(&it.section, Err(error), ""),
            }
        });
    });
    for slot in ["replace", "bring-back"] {
        let it = restoring.clone();
        section.on(slot, "change", move |_| {
            let it = it.clone();
            spawn_local(async move { it.tell().await });
        });
    }
    let it = restoring.clone();
    section.on_click("leave", move || {
        it.chosen.take();
        it.section.show("plan", false);
        it.section.focus("backup");
    });
    section.on_click("restore", move || restoring.clone().carry_out());
    // The page lives as long as its listeners.
    std::mem::forget(section);
}

/// A file that was chosen and not merged yet.
struct Restoring {
    section: Part,
    chosen: RefCell<Option<Map<String, Value>>>,
}

impl Restoring {
    fn choices(&self) -> Choices {
        Choices {
            replace: self.section.is_checked("replace"),
            bring_back: self.section.is_checked("bring-back"),
        }
    }

    /// Says what merging would do, by the boxes as they stand.
    async fn tell(&self) {
        let stored = match ExtensionStorage.get_all().await {
            Ok(stored) => stored,
            Err(error) => return settle(&self.section, Err(error), ""),
        };
        let (plan, unforced) = {
            let chosen = self.chosen.borrow();
            let Some(records) = chosen.as_ref() else {
                return;
            };
            (
                backup::plan(&stored, records, self.choices()),
                backup::plan(&stored, records, Choices::default()),
            )
        };
        let counts = [plan.added, plan.completed, plan.unchanged, plan.unreadable];
        let counts = counts.map(|it| it.to_string());
        let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
        self.section.text("plan-text", &text("data_plan", &counts));
        lines(&self.section, "plan-more", &more(&plan));
        let kept = unforced.profile == Fate::Kept || unforced.settings == Fate::Kept;
        self.section.show("replace-line", kept);
        self.section.show("bring-back-line", unforced.deleted > 0);
        self.section.text(
            "bring-back-text",
            &text("data_bring_back", &[&unforced.deleted.to_string()]),
        );
        self.section.show("plan", true);
    }

    fn carry_out(self: Rc<Self>) {
        let Some(records) = self.chosen.take() else {
            return;
        };
        let Choices {
            replace,
            bring_back,
        } = self.choices();
        spawn_local(async move {
            let request = Request::Restore {
                records,
                replace,
                bring_back,
            };
            let outcome = client::send(request).await;
            self.section.show("plan", false);
            settle(&self.section, outcome.map(drop), "data_restored");
        });
    }
}

/// What merging does besides the interviews.
fn more(plan: &Plan) -> Vec<String> {
    let fate = |fate: Fate, taken: &str, kept: &str| match fate {
        Fate::Nothing => None,
        Fate::Taken => Some(text(taken, &[])),
        Fate::Kept => Some(text(kept, &[])),
    };
    let count = |count: u32, name: &str| (count > 0).then(|| text(name, &[&count.to_string()]));
    let profile = fate(plan.profile, "data_profile_taken", "data_profile_kept");
    let settings = fate(plan.settings, "data_settings_taken", "data_settings_kept");
    [
        profile,
        settings,
        count(plan.addresses, "data_addresses"),
        count(plan.corrections, "data_corrections"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Saves everything as a file.
pub(super) async fn save_all(with_addresses: bool) -> Result<(), AppError> {
    let stored = ExtensionStorage.get_all().await?;
    let now = BrowserClock.now().to_string();
    let text =
        backup::export(&stored, &now, with_addresses).map_err(|_| AppError::StorageFailed)?;
    let day = now.get(..10).unwrap_or_default();
    page::save_file(&format!("afternote-{day}.json"), "application/json", &text)
}

/// The records of the file that was chosen.
async fn chosen(section: &Part) -> Result<Map<String, Value>, AppError> {
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
    backup::read(&content.ok_or(AppError::NoBackup)?)
}

/// Says what became of something in the section.
pub(super) fn settle(section: &Part, outcome: Result<(), AppError>, done: &str) {
    section.show("error", outcome.is_err());
    section.show("saved", outcome.is_ok());
    let (slot, message) = match outcome {
        Ok(()) => ("saved", text(done, &[])),
        Err(error) => ("error", error_text(&error)),
    };
    section.text(slot, &message);
    say(&message);
}
