//! After "Not an interview": for what that is remembered, asked where there is a choice.

use crate::{
    app::protocol::{Request, views::InterviewCard},
    browser::{
        dom::Part,
        localize::{self, text},
    },
};

use super::{Popup, Route};

/// Whether there is anything to choose.
pub(super) fn has_choice(card: &InterviewCard) -> bool {
    card.scopes.len() > 1
}

/// The page that asks.
pub(super) fn view(popup: &Popup, card: &InterviewCard) -> Option<Part> {
    let part = Part::from_template("remember")?;
    part.text("sub", &card.title);
    for (at, scope) in card.scopes.iter().enumerate() {
        let choice = Part::from_template("remember-choice")?;
        localize::localize(choice.element());
        let name = text(&format!("correction_{scope}"), &[&card.organizer]);
        choice.text("text", &name);
        choice.attribute("box", "value", scope);
        choice.set_checked("box", at == 0);
        part.append("scopes", &choice);
    }
    let (of_done, id, form) = (popup.clone(), card.id.clone(), part.clone());
    let scopes = card.scopes.clone();
    part.on("form", "submit", move |event| {
        event.prevent_default();
        let chosen = scopes.iter().position(|scope| is_chosen(&form, scope));
        let scope = scopes.get(chosen.unwrap_or(0)).copied().unwrap_or_default();
        done(&of_done, &id, scope);
    });
    let (of_undo, id) = (popup.clone(), card.id.clone());
    part.on_click("undo", move || {
        let request = take_back(&id);
        let (id, here) = (id.clone(), of_undo.here());
        of_undo.attempt(|popup| async move {
            popup.send(request).await?;
            popup.go_on(&here, Route::Interview(id));
            popup.say(&text("said_taken_back", &[]));
            Ok(())
        });
    });
    Some(part)
}

fn is_chosen(part: &Part, scope: &str) -> bool {
    let selector = format!("input[value=\"{scope}\"]:checked");
    let found = part.element().query_selector(&selector);
    found.is_ok_and(|it| it.is_some())
}

fn take_back(id: &str) -> Request {
    Request::Judge {
        interview: id.to_owned(),
        is_interview: None,
    }
}

fn done(popup: &Popup, id: &str, scope: &'static str) {
    let (id, here) = (id.to_owned(), popup.here());
    popup.attempt(move |popup| async move {
        if scope != "event" {
            let request = Request::Remember {
                correction: id.clone(),
                scope: scope.to_owned(),
            };
            popup.send(request).await?;
        }
        popup.go_on(&here, Route::List);
        popup.say_with_undo(&text("said_no_interview", &[]), take_back(&id));
        Ok(())
    });
}
