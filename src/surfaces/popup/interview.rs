//! One interview: when and where, who was met, why it was taken for one.

use crate::{
    app::{
        judge,
        protocol::{
            HandPerson, Request,
            views::{InterviewCard, Stage},
        },
    },
    browser::{
        dom::{self, Part},
        localize::text,
    },
};

use super::{Popup, Route, cards, list, panel, person_form};

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
    let several = panel::open_people(card).len() > 1;
    part.show("panel", several && card.stage > Stage::Coming);
    let (of_panel, id) = (popup.clone(), card.id.clone());
    part.on_click("panel", move || of_panel.show(Route::Panel(id.clone())));
    if card.people.is_empty() {
        part.attribute("add-person", "open", "");
    }
    let (of_form, id) = (popup.clone(), card.id.clone());
    person_form::connect(&part, None, move |entered| {
        let request = Request::AddPerson {
            interview: id.clone(),
            person: HandPerson {
                name: entered.name,
                email: entered.email,
                title: entered.title,
            },
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
    outcome(popup, &part, card);
    part.show(
        "skip-all",
        card.people.iter().filter(|it| it.owed).count() > 1,
    );
    let (of_skip, id) = (popup.clone(), card.id.clone());
    part.on_click("skip-all", move || {
        tell(
            &of_skip,
            Request::SkipAll {
                interview: id.clone(),
            },
        );
    });
    let (of_dismiss, id) = (popup.clone(), card.id.clone());
    part.on_click("dismiss", move || list::judge(&of_dismiss, &id, false));
    Some(part)
}

/// The choice of how the employer answered.
fn outcome(popup: &Popup, part: &Part, card: &InterviewCard) {
    for code in judge::OUTCOMES {
        dom::add_choice(
            part,
            "outcome",
            code,
            &text(&format!("outcome_{code}"), &[]),
        );
    }
    part.set_value("outcome", card.outcome.as_deref().unwrap_or_default());
    let (popup, id, chosen) = (popup.clone(), card.id.clone(), part.clone());
    part.on("outcome", "change", move |_| {
        let value = chosen.value("outcome");
        let request = Request::SetOutcome {
            interview: id.clone(),
            outcome: (!value.is_empty()).then_some(value),
        };
        tell(&popup, request);
    });
}

/// Sends a request and shows the page anew.
fn tell(popup: &Popup, request: Request) {
    popup.attempt(|popup| async move {
        popup.send(request).await?;
        let route = popup.0.route.borrow().clone();
        popup.show(route);
        popup.say(&text("said_saved", &[]));
        Ok(())
    });
}

/// Back to the page of an interview.
pub(super) fn route(card: &InterviewCard) -> Route {
    Route::Interview(card.id.clone())
}
