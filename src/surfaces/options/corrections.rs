//! What the user said about events: for what it is remembered, and forgotten again.

use std::{cell::RefCell, rc::Rc};

use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{
        corrections::{self, CorrectionRow},
        ports::KeyValueStore,
        protocol::Request,
    },
    browser::{
        dom::{self, Part},
        extension_storage::ExtensionStorage,
        localize::{self, text},
        page,
    },
    surfaces::client,
};

use super::show_outcome;

struct Corrections {
    section: Part,
    list: Part,
    shown: RefCell<Option<Vec<CorrectionRow>>>,
}

/// Fills the section, and follows what is stored.
pub(super) fn connect(stored: &Map<String, Value>) {
    let (Some(section), Some(list)) = (Part::by_id("corrections"), Part::by_id("correction-list"))
    else {
        return;
    };
    let it = Rc::new(Corrections {
        section,
        list,
        shown: RefCell::default(),
    });
    it.fill(stored);
    let _ = page::on_stored(move || {
        let it = it.clone();
        spawn_local(async move {
            if let Ok(stored) = ExtensionStorage.get_all().await {
                it.fill(&stored);
            }
        });
    });
}

impl Corrections {
    fn fill(self: &Rc<Self>, stored: &Map<String, Value>) {
        let rows = corrections::list(stored);
        if self.shown.borrow().as_ref() == Some(&rows) {
            return;
        }
        self.section.show("none", rows.is_empty());
        if let Some(all) = Part::from_template("correction-rows") {
            for row in &rows {
                if let Some(row) = self.row(row) {
                    all.append("rows", &row);
                }
            }
            self.list.replace_content(&all);
        }
        *self.shown.borrow_mut() = Some(rows);
    }

    fn row(self: &Rc<Self>, it: &CorrectionRow) -> Option<Part> {
        let row = Part::from_template("correction-row")?;
        localize::localize(row.element());
        row.text("title", &it.title);
        let (yes, no) = ("correction_is_one", "correction_is_none");
        let said = text(if it.is_interview { yes } else { no }, &[]);
        let day = localize::date(it.at);
        row.text("said", &text("correction_said", &[&said, &day]));
        for scope in &it.scopes {
            let name = text(&format!("correction_{scope}"), &[&it.organizer]);
            dom::add_choice(&row, "scope", scope, &name);
        }
        row.set_value("scope", &it.scope);
        row.attribute(
            "scope",
            "aria-label",
            &text("correction_scope", &[&it.title]),
        );
        row.attribute(
            "forget",
            "aria-label",
            &text("correction_forget_label", &[&it.title]),
        );
        let (one, id, chosen) = (self.clone(), it.id.clone(), row.clone());
        row.on("scope", "change", move |_| {
            one.send(Request::Remember {
                correction: id.clone(),
                scope: chosen.value("scope"),
            });
        });
        let (one, id) = (self.clone(), it.id.clone());
        row.on_click("forget", move || {
            one.send(Request::ForgetCorrection {
                correction: id.clone(),
            });
        });
        Some(row)
    }

    fn send(self: &Rc<Self>, request: Request) {
        let it = self.clone();
        spawn_local(async move {
            let outcome = client::send(request).await;
            show_outcome(&it.section, &outcome.map(drop));
        });
    }
}
