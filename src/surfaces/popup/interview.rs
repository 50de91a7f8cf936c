//! One interview: when and where, who was met, why it was taken for one.

use crate::{
    app::protocol::{HandPerson, Request, views::InterviewCard},
    browser::{dom::Part, localize::text},
};

use super::{Popup, Route, cards, list, person_form};

/// The page of an interview.
pub(super) fn view(popup: &Popup, card: &InterviewCard) -> Option<Part> {
    let part = Part::from_template("interview")?;
    part.text("sub", &cards::about_interview(card, &cards::when(card)));
    part.text("place", &card.location);
    part.show("nobody", card.people.is_empty());
    for person in &card.people {
        if let Some(row) = list::person_row(popup, card, person) {
            part.append("people", &row);
        }
    }
    if card.people.is_empty() {
        part.attribute("add-person", "open", "");
    }
    let (of_form, id) = (popup.clone(), card.id.clone());
    person_form::connect(&part, None, move |name, email, title| {
        let request = Request::AddPerson {
            interview: id.clone(),
            person: HandPerson { name, email, title },
        };
        of_form.attempt(|popup| async move {
            popup.send(request).await?;
            let route = popup.0.route.borrow().clone();
            popup.show(route);
            popup.say(&text("said_person_added", &[]));
            Ok(())
        });
    });
    part.show("why", !card.reasons.is_empty());
    cards::fill_reasons(&part, card);
    let (of_dismiss, id) = (popup.clone(), card.id.clone());
    part.on_click("dismiss", move || list::judge(&of_dismiss, &id, false));
    Some(part)
}

/// Back to the page of an interview.
pub(super) fn route(card: &InterviewCard) -> Route {
    Route::Interview(card.id.clone())
}
