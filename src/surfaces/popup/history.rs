//! What happened to the note of one person, with its time and how it is known, also what was taken
//! back; the last of it can be taken back.

use crate::{
    app::protocol::{
        Request,
        views::{ChangeCard, InterviewCard, PersonCard, Status},
    },
    browser::{
        dom::{self, Part},
        localize::{self, text},
    },
};

use super::{Popup, Route, Step};

/// Fills `history` of a view, which takes the last change back, and `state`, which does so at once,
/// where the note was opened, skipped or has lapsed, or where a second one was begun.
pub(super) fn fill(popup: &Popup, part: &Part, card: &InterviewCard, person: &PersonCard) {
    part.show("history", !person.told.is_empty());
    for change in &person.told {
        add_line(part, "history-lines", &told(change));
    }
    let open = matches!(
        person.status,
        Status::Opened | Status::Skipped | Status::Lapsed
    );
    let again = person.thanked_at.is_some() && person.status != Status::Sent;
    let shown = person.history().next().filter(|_| open || again);
    part.show("state-line", shown.is_some());
    part.text("state", &shown.map(line).unwrap_or_default());
    part.show("take-back-last", person.can_undo && shown.is_none());
    for slot in ["take-back", "take-back-last"] {
        take_back(popup, part, slot, card, person);
    }
}

/// Adds a line to a list.
pub(super) fn add_line(part: &Part, slot: &str, line: &str) {
    let item = dom::document().and_then(|it| it.create_element("li").ok());
    if let (Some(list), Some(item)) = (part.slot(slot), item) {
        item.set_text_content(Some(line));
        let _ = list.append_child(&item);
    }
}

fn take_back(popup: &Popup, part: &Part, slot: &str, card: &InterviewCard, person: &PersonCard) {
    let popup = popup.clone();
    let (interview, person) = (card.id.clone(), person.id.clone());
    part.on_click(slot, move || {
        let (interview, person) = (interview.clone(), person.clone());
        let here = popup.here();
        popup.attempt(|popup| async move {
            let request = Request::Undo {
                interview: interview.clone(),
                person: person.clone(),
            };
            popup.send(request).await?;
            popup.go_on(&here, Route::Person(interview, person, Step::Next));
            popup.say(&text("said_taken_back", &[]));
            Ok(())
        });
    });
}

/// How a change is known: "you said so", "seen in Gmail".
pub(super) fn known(change: &ChangeCard) -> String {
    match (change.by.as_str(), change.to) {
        ("user", _) => text("history_user", &[]),
        ("clock", _) => text("history_clock", &[]),
        ("device", _) => text("history_device", &[]),
        ("page", _) => text("history_page", &[]),
        ("clipboard", _) => text("history_clipboard", &[]),
        (provider, to) => {
            let name = text(&format!("provider_{provider}"), &[]);
            let seen = to == Status::Sent;
            text(
                if seen {
                    "history_seen"
                } else {
                    "history_put_into"
                },
                &[&name],
            )
        }
    }
}

fn told(change: &ChangeCard) -> String {
    if !change.taken_back {
        return line(change);
    }
    let when = change.undone;
    let when = when.map(|it| localize::day_and_time(it, None, &Popup::zone()));
    text(
        "history_undone",
        &[&line(change), &when.unwrap_or_default()],
    )
}

fn line(change: &ChangeCard) -> String {
    let when = localize::day_and_time(change.at, None, &Popup::zone());
    let status = text(&format!("history_{}", change.to.code()), &[]);
    text("history_line", &[&when, &status, &known(change)])
}
