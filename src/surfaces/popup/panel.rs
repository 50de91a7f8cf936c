//! One screen for everybody of a panel: a line for each, one for those whose part blurred, and then
//! all drafts at once. Whoever gets no line is left for later.

use std::rc::Rc;

use crate::{
    app::{
        capture,
        protocol::{
            Request,
            views::{InterviewCard, PersonCard},
        },
    },
    browser::{
        dom::Part,
        localize::text,
        web_storage::{self, UnsavedEdit},
    },
};

use super::{Popup, Route, cards, question};

/// The line for everybody else: its slot, and where it is kept while it is typed. No person has
/// this id.
const SHARED: &str = "shared";

/// Those who can be answered for here: still owed, and not in the user's own words yet.
pub(super) fn open_people(card: &InterviewCard) -> Vec<&PersonCard> {
    card.people
        .iter()
        .filter(|it| it.owed && it.part == "interviewer")
        .filter(|it| it.note.as_ref().is_none_or(|it| !it.edited))
        .collect()
}

/// The page that asks about everybody.
pub(super) fn view(popup: &Popup, card: &InterviewCard) -> Option<Part> {
    let part = Part::from_template("panel")?;
    let kept = |id: &str| web_storage::kept(&card.id, id).and_then(|it| it.specific);
    let mut rows = Vec::new();
    for person in open_people(card) {
        let row = Part::from_template("panel-row")?;
        row.text("name", &cards::name(person));
        row.text("sub", person.title.as_deref().unwrap_or_default());
        let typed = kept(&person.id).unwrap_or_else(|| person.specific.clone());
        row.set_value("specific", &typed);
        keep_typed(&row, "specific", &card.id, &person.id);
        part.append("rows", &row);
        rows.push((person.clone(), row));
    }
    part.set_value(SHARED, &kept(SHARED).unwrap_or_default());
    keep_typed(&part, SHARED, &card.id, SHARED);
    let panel = Rc::new(Panel {
        popup: popup.clone(),
        interview: card.id.clone(),
        shared: part.clone(),
        rows,
    });
    part.on_click("draft", move || panel.see_drafts());
    Some(part)
}

/// Keeps what is typed at once, in the page: a popup may close at any moment.
fn keep_typed(part: &Part, slot: &'static str, interview: &str, id: &str) {
    let (field, interview, id) = (part.clone(), interview.to_owned(), id.to_owned());
    part.on(slot, "input", move |_| {
        let edit = UnsavedEdit {
            specific: Some(field.value(slot)),
            ..UnsavedEdit::default()
        };
        web_storage::keep(&interview, &id, &edit);
    });
}

#[derive(Debug)]
struct Panel {
    popup: Popup,
    interview: String,
    shared: Part,
    rows: Vec<(PersonCard, Part)>,
}

impl Panel {
    /// Stores the answers and composes a note for everybody who has one.
    fn see_drafts(self: &Rc<Self>) {
        let (panel, here) = (self.clone(), self.popup.here());
        self.popup.attempt(move |popup| async move {
            let shared = panel.shared.value(SHARED);
            let profile = popup.profile();
            let mut written = 0;
            for (person, row) in &panel.rows {
                let own = row.value("specific");
                let specific = if own.trim().is_empty() {
                    shared.clone()
                } else {
                    own
                };
                if specific.trim().is_empty() {
                    continue;
                }
                let selling_points = if person.selling_points.is_empty() {
                    let suggested = capture::suggested_point(&profile, person);
                    suggested.into_iter().cloned().collect()
                } else {
                    person.selling_points.clone()
                };
                popup
                    .send(Request::Answer {
                        interview: panel.interview.clone(),
                        person: person.id.clone(),
                        specific,
                        selling_points,
                    })
                    .await?;
                web_storage::forget(&panel.interview, &person.id);
                let variant = person.note.as_ref().map_or(0, |it| it.variant);
                question::compose(&popup, &panel.interview, &person.id, variant).await?;
                written += 1;
            }
            if written == 0 {
                popup.say(&text("said_nothing_typed", &[]));
                return Ok(());
            }
            web_storage::forget(&panel.interview, SHARED);
            popup.go_on(&here, Route::Interview(panel.interview.clone()));
            popup.say(&text("said_drafts", &[&written.to_string()]));
            Ok(())
        });
    }
}
