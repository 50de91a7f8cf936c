//! "Ask how things stand": folded away, for those who look for it; says when it may be asked, and
//! that once is enough.

use crate::{
    app::{
        check_in::{self, CheckIn},
        error::{AppError, Field},
        open_in_webmail::{self, Carries},
        protocol::{
            Request,
            views::{InterviewCard, PersonCard},
        },
    },
    browser::{
        dom::Part,
        localize::{self, text},
        page,
    },
};

use super::{
    Popup, Route, Step,
    open::{addressed_as, beforehand},
};

/// Fills the part of the page of somebody who has been thanked.
pub(super) fn fill(popup: &Popup, part: &Part, card: &InterviewCard, person: &PersonCard) {
    let stored = popup.0.stored.borrow();
    let (now, zone) = (Popup::now(), Popup::zone());
    let view = check_in::view(&stored, &card.id, &person.id, now, &zone);
    part.show("check-in", view.is_some());
    let Some(view) = view else { return };
    let ready = matches!(view, CheckIn::Ready(_));
    part.show("check-in-draft", ready);
    part.show("check-in-undo", matches!(view, CheckIn::Asked(_)));
    let said = match &view {
        CheckIn::NotBefore(at) => text("check_in_not_before", &[&localize::day(*at)]),
        CheckIn::Asked(at) => text("check_in_asked", &[&localize::day(*at)]),
        CheckIn::Ready(_) => text("check_in_once", &[]),
    };
    part.text("check-in-said", &said);
    if let CheckIn::Ready(draft) = &view {
        part.set_value("check-in-subject", &draft.subject);
        part.set_value("check-in-body", &draft.body);
    }
    let provider = popup.profile().provider;
    let name = text(&format!("provider_{provider}"), &[]);
    part.show("check-in-open", !provider.is_empty());
    part.text("check-in-open", &text("popup_open_in", &[&name]));
    let (of_open, form, person_of_open) = (popup.clone(), part.clone(), person.clone());
    part.on_click("check-in-open", move || {
        open(&of_open, &form, &person_of_open)
    });
    let (of_copy, form) = (popup.clone(), part.clone());
    part.on_click("check-in-copy", move || {
        let body = form.value("check-in-body");
        of_copy.attempt(|popup| async move {
            page::copy(&body).await?;
            popup.say(&text("said_copied", &[]));
            Ok(())
        });
    });
    let asked = Request::CheckIn {
        interview: card.id.clone(),
        person: person.id.clone(),
    };
    let undo = Request::UndoCheckIn {
        interview: card.id.clone(),
    };
    for (slot, request) in [("check-in-sent", asked), ("check-in-undo", undo)] {
        let popup = popup.clone();
        let route = Route::Person(card.id.clone(), person.id.clone(), Step::Next);
        part.on_click(slot, move || {
            let (request, route) = (request.clone(), route.clone());
            let here = popup.here();
            popup.attempt(|popup| async move {
                popup.send(request).await?;
                popup.go_on(&here, route);
                popup.say(&text("said_saved", &[]));
                Ok(())
            });
        });
    }
}

/// Opens the webmail with the question in it; what does not go with the link is on the clipboard, and
/// said first.
fn open(popup: &Popup, form: &Part, person: &PersonCard) {
    let (subject, body) = (form.value("check-in-subject"), form.value("check-in-body"));
    let person = person.clone();
    popup.attempt(move |popup| async move {
        let profile = popup.profile();
        let provider = profile.provider.clone();
        let to = person.address.as_str();
        let link = open_in_webmail::open_in_webmail(&profile, &provider, to, &subject, &body);
        let link = link.ok_or(AppError::InvalidInput(Field::Server))?;
        if link.carries != Carries::Everything {
            page::copy(&body).await?;
        }
        match beforehand(&link, &provider, (to, addressed_as(&person)), &subject) {
            None => page::open_tab(&link.url).await,
            Some((said, yes)) => {
                let (going, url) = (popup.clone(), link.url.clone());
                popup.ask(&said, &yes, move || {
                    let url = url.clone();
                    going.attempt(|_| async move { page::open_tab(&url).await });
                });
                Ok(())
            }
        }
    });
}
