//! What happened to the note of one person, with its time and how it is known; the last of it can be
//! taken back.

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

/// Fills `history` of a view, and `state` where the note was opened, skipped or has lapsed.
pub(super) fn fill(popup: &Popup, part: &Part, card: &InterviewCard, person: &PersonCard) {
    part.show("history", !person.history.is_empty());
    for change in &person.history {
        let item = dom::document().and_then(|it| it.create_element("li").ok());
        if let (Some(list), Some(item)) = (part.slot("history-lines"), item) {
            item.set_text_content(Some(&line(change)));
            let _ = list.append_child(&item);
        }
    }
    let open = matches!(
        person.status,
        Status::Opened | Status::Skipped | Status::Lapsed
    );
    let last = person.history.first().filter(|_| open);
    part.show("state-line", last.is_some());
    let Some(last) = last else { return };
    part.text("state", &line(last));
    let popup = popup.clone();
    let (interview, person) = (card.id.clone(), person.id.clone());
    part.on_click("take-back", move || {
        let (interview, person) = (interview.clone(), person.clone());
        popup.attempt(|popup| async move {
            let request = Request::Undo {
                interview: interview.clone(),
                person: person.clone(),
            };
            popup.send(request).await?;
            popup.show(Route::Person(interview, person, Step::Next));
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

fn line(change: &ChangeCard) -> String {
    let when = localize::day_and_time(change.at, None, &Popup::zone());
    let status = text(&format!("history_{}", change.to.code()), &[]);
    text("history_line", &[&when, &status, &known(change)])
}
