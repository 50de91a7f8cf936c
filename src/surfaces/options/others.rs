//! Events of a file that do not look like interviews: the user may say that one is, and for what
//! that is remembered. Nothing of the others is kept.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{
        protocol::{FoundInterview, Reply, Request},
        store::correction,
    },
    browser::{
        dom::{self, Part},
        localize::{self, text},
    },
    surfaces::client,
};

use super::{error_text, say};

/// Lists them under the result of a file.
pub(super) fn list(result: &Part, source: &str, others: &[FoundInterview]) {
    result.show("others", !others.is_empty());
    result.text(
        "others-summary",
        &text("import_others", &[&others.len().to_string()]),
    );
    for it in others {
        if let Some(row) = row(source, it) {
            result.append("other-list", &row);
        }
    }
}

struct Other {
    row: Part,
    source: String,
    found: FoundInterview,
    interview: RefCell<Option<String>>,
}

fn row(source: &str, found: &FoundInterview) -> Option<Part> {
    let row = Part::from_template("other-row")?;
    localize::localize(row.element());
    let start = jiff::Timestamp::from_millisecond(found.start_ms).unwrap_or_default();
    row.text("title", &found.title);
    let when = format!("{}, {}", localize::day(start), localize::time(start));
    row.text("when", &when);
    row.attribute(
        "it-is-one",
        "aria-label",
        &text("import_it_is_one_label", &[&found.title]),
    );
    let series = found.events.iter().any(|it| it.recurrence_ms.is_some());
    for scope in correction::scopes(series, found.organizer.is_some()) {
        let organizer = found.organizer.as_deref().unwrap_or_default();
        let name = text(&format!("correction_{scope}"), &[organizer]);
        dom::add_choice(&row, "scope", scope, &name);
    }
    row.attribute(
        "scope",
        "aria-label",
        &text("correction_scope", &[&found.title]),
    );
    let other = Rc::new(Other {
        row: row.clone(),
        source: source.to_owned(),
        found: found.clone(),
        interview: RefCell::default(),
    });
    let it = other.clone();
    row.on_click("it-is-one", move || it.clone().is_one());
    let it = other.clone();
    row.on("scope", "change", move |_| it.clone().remember());
    row.on_click("undo", move || other.clone().take_back());
    Some(row)
}

impl Other {
    fn is_one(self: Rc<Self>) {
        spawn_local(async move {
            let request = Request::ItIsOne {
                source: self.source.clone(),
                found: self.found.clone(),
            };
            match client::send(request).await {
                Ok(Reply::Added { interview }) => {
                    self.interview.replace(Some(interview));
                    self.show(true);
                    self.row.focus("scope");
                    self.tell(&text("import_noted", &[]));
                }
                Ok(_) => self.tell(&text("error_unknown_request", &[])),
                Err(error) => self.tell(&error_text(&error)),
            }
        });
    }

    fn remember(self: Rc<Self>) {
        let Some(correction) = self.interview.borrow().clone() else {
            return;
        };
        spawn_local(async move {
            let scope = self.row.value("scope");
            let outcome = client::send(Request::Remember { correction, scope }).await;
            self.tell(&match outcome {
                Ok(_) => text("said_saved", &[]),
                Err(error) => error_text(&error),
            });
        });
    }

    /// Forgets the answer, and the interview with it.
    fn take_back(self: Rc<Self>) {
        let Some(interview) = self.interview.take() else {
            return;
        };
        spawn_local(async move {
            let correction = interview.clone();
            let forgotten = client::send(Request::ForgetCorrection { correction }).await;
            let interview = Some(interview);
            let deleted = client::send(Request::Delete { interview }).await;
            match forgotten.and(deleted) {
                Ok(_) => {
                    self.show(false);
                    self.row.focus("it-is-one");
                    self.tell(&text("said_taken_back", &[]));
                }
                Err(error) => self.tell(&error_text(&error)),
            }
        });
    }

    fn show(&self, noted: bool) {
        self.row.show("it-is-one", !noted);
        self.row.show("noted", noted);
    }

    fn tell(&self, message: &str) {
        self.row.show("said", true);
        self.row.text("said", message);
        say(message);
    }
}
