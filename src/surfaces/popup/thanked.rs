//! After "I sent it": nothing more is needed. A second note is possible, and never by accident.

use jiff::Timestamp;

use crate::{
    app::protocol::{
        Request,
        views::{InterviewCard, PersonCard, Status},
    },
    browser::{
        dom::Part,
        localize::{self, text},
    },
};

use super::{Popup, Route, Step, cards, check_in, history};

/// The page of somebody who has been thanked.
pub(super) fn view(popup: &Popup, card: &InterviewCard, person: &PersonCard) -> Option<Part> {
    let part = Part::from_template("thanked")?;
    let name = person
        .first_name
        .clone()
        .unwrap_or_else(|| cards::name(person));
    let day = localize::day(person.thanked_at.unwrap_or(Timestamp::UNIX_EPOCH));
    let title = if person.thanked_elsewhere {
        text("popup_thanked_elsewhere", &[&name, &day])
    } else {
        text("popup_thanked_title", &[&name, &day])
    };
    part.text("title", &title);
    let sent = person.history().find(|it| it.to == Status::Sent);
    part.show("known", sent.is_some());
    part.text("known", &sent.map(history::known).unwrap_or_default());
    history::fill(popup, &part, card, person);
    check_in::fill(popup, &part, card, person);
    part.text("second-text", &text("popup_second_text", &[&name]));
    let request = |write_again: bool| {
        let (interview, person) = (card.id.clone(), person.id.clone());
        if write_again {
            Request::WriteAgain { interview, person }
        } else {
            Request::Undo { interview, person }
        }
    };
    part.show("undo", person.can_undo);
    for (slot, request) in [("undo", request(false)), ("again", request(true))] {
        let popup = popup.clone();
        let route = Route::Person(card.id.clone(), person.id.clone(), Step::Next);
        part.on_click(slot, move || {
            let (request, route) = (request.clone(), route.clone());
            let here = popup.here();
            popup.attempt(|popup| async move {
                popup.send(request).await?;
                popup.go_on(&here, route);
                Ok(())
            });
        });
    }
    let next = card.people.iter().find(|it| it.owed);
    part.show("next", next.is_some());
    if let Some(next) = next {
        part.text("next", &text("popup_next_person", &[&cards::name(next)]));
        let popup = popup.clone();
        let route = Route::Person(card.id.clone(), next.id.clone(), Step::Next);
        part.on_click("next", move || popup.show(route.clone()));
    }
    Some(part)
}
