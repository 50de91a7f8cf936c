//! The page where the user puts people and meeting right: employer and role, sort of meeting, order,
//! names, what people did.

use crate::{
    app::{
        people::{MAIN_CONTACT, ROLES},
        protocol::{
            Request,
            views::{Address, InterviewCard, Kind, PersonCard},
        },
    },
    browser::{
        dom::{self, Part},
        localize::text,
    },
};

use super::{Popup, cards, person_form, unsaved};

/// The page.
pub(super) fn view(popup: &Popup, card: &InterviewCard) -> Option<Part> {
    let part = Part::from_template("people-view")?;
    about(popup, &part, card);
    kinds(popup, &part, card);
    for (place, person) in card.people.iter().enumerate() {
        if let Some(row) = row(popup, card, person, place) {
            part.append("rows", &row);
        }
    }
    part.show("take-back", card.can_take_back);
    let of_back = popup.clone();
    let back = take_back(card);
    part.on_click("take-back", move || {
        let (back, here) = (back.clone(), of_back.here());
        of_back.attempt(|popup| async move {
            popup.send(back).await?;
            popup.go_on(&here, here.clone());
            popup.say(&text("said_saved", &[]));
            Ok(())
        });
    });
    Some(part)
}

fn take_back(card: &InterviewCard) -> Request {
    Request::TakeBack {
        interview: card.id.clone(),
    }
}

/// With whom it was and for what.
fn about(popup: &Popup, part: &Part, card: &InterviewCard) {
    if card.employer_known {
        part.set_value("employer", &card.heading);
    }
    part.set_value("position", card.role.as_deref().unwrap_or_default());
    unsaved::watch(part, "about-form", &card.id);
    let (popup, form, card) = (popup.clone(), part.clone(), card.clone());
    part.on("about-form", "submit", move |event| {
        event.prevent_default();
        let request = Request::EditInterview {
            interview: card.id.clone(),
            employer: form.value("employer"),
            role: form.value("position"),
        };
        tell(&popup, &card, request, Focus::About);
    });
}

/// The sorts of meeting, with the one that the calendar shows first.
fn kinds(popup: &Popup, part: &Part, card: &InterviewCard) {
    let name = |kind: Kind| text(&format!("kind_{}", kind.code()), &[]);
    let shown = text("people_kind_shown", &[&name(card.kind_shown)]);
    dom::add_choice(part, "kind", "", &shown);
    for kind in Kind::ALL {
        dom::add_choice(part, "kind", kind.code(), &name(kind));
    }
    part.set_value("kind", card.kind.map_or("", Kind::code));
    let (popup, field, card) = (popup.clone(), part.clone(), card.clone());
    part.on("kind", "change", move |_| {
        let chosen = field.value("kind");
        let request = Request::SetKind {
            interview: card.id.clone(),
            meeting: (!chosen.is_empty()).then_some(chosen),
        };
        tell(&popup, &card, request, Focus::Kind);
    });
}

fn row(popup: &Popup, card: &InterviewCard, person: &PersonCard, place: usize) -> Option<Part> {
    let row = Part::from_template("people-row")?;
    let name = cards::name(person);
    row.text("initials", &cards::initials(&name));
    row.text("who", &name);
    row.text("sub", &cards::about_person(person));
    row.text("fold-name", &text("people_edit", &[&name]));
    row.attribute("fold-name", "data-fold", &person.id);
    for (slot, label, to) in [
        ("up", "people_up", place.checked_sub(1)),
        (
            "down",
            "people_down",
            Some(place + 1).filter(|it| *it < card.people.len()),
        ),
    ] {
        row.attribute(slot, "aria-label", &text(label, &[&name]));
        row.attribute(slot, "data-person", &person.id);
        row.enable(slot, to.is_some());
        let Some(to) = to else { continue };
        let (popup, card, id, name) =
            (popup.clone(), card.clone(), person.id.clone(), name.clone());
        row.on_click(slot, move || {
            let mut people: Vec<String> = card.people.iter().map(|it| it.id.clone()).collect();
            people.swap(place, to);
            let request = Request::OrderPeople {
                interview: card.id.clone(),
                people,
            };
            let said = text("said_moved", &[&name, &(to + 1).to_string()]);
            tell(&popup, &card, request, Focus::Moved(slot, id.clone(), said));
        });
    }
    dom::add_choice(&row, "address", "", &text("address_usual", &[]));
    for address in Address::ALL {
        let name = text(&format!("address_{}", address.code()), &[]);
        dom::add_choice(&row, "address", address.code(), &name);
    }
    row.set_value("address", &person.form_of_address);
    for role in ROLES {
        dom::add_choice(&row, "role", role, &text(&format!("role_{role}"), &[]));
    }
    let role = match &person.main_contact {
        Some(_) => MAIN_CONTACT,
        None => &person.part,
    };
    row.set_value("role", role);
    let (popup, card, id, form) = (popup.clone(), card.clone(), person.id.clone(), row.clone());
    unsaved::watch(&row, "person-form", &form_of(&card.id, &person.id));
    person_form::connect(&row, Some(person), move |entered| {
        let request = Request::EditPerson {
            interview: card.id.clone(),
            person: id.clone(),
            name: entered.name,
            email: entered.email,
            title: entered.title,
            call: entered.call,
            role: Some(form.value("role")),
            address: Some(form.value("address")),
        };
        tell(&popup, &card, request, Focus::Fold(id.clone()));
    });
    Some(row)
}

/// What the form of a person is about.
fn form_of(interview: &str, person: &str) -> String {
    format!("{interview}/{person}")
}

/// Where the keyboard goes once the page is drawn anew.
enum Focus {
    /// The line that opens the form for employer and role.
    About,
    Kind,
    /// The arrow that was pressed, of this person, and what is said of the move.
    Moved(&'static str, String, String),
    /// The line that opens the form of this person.
    Fold(String),
}

/// Sends a correction, draws the page anew and says so, with a way back.
fn tell(popup: &Popup, card: &InterviewCard, request: Request, focus: Focus) {
    let (back, here) = (take_back(card), popup.here());
    let interview = card.id.clone();
    popup.attempt(move |popup| async move {
        let reply = popup.send(request).await?;
        if popup.here() == here {
            match &focus {
                Focus::About => unsaved::saved(&interview),
                Focus::Fold(person) => unsaved::saved(&form_of(&interview, person)),
                Focus::Kind | Focus::Moved(..) => {}
            }
            popup.draw();
            put_focus(&focus);
        }
        let said = match focus {
            Focus::Moved(.., said) => said,
            _ => text("said_saved", &[]),
        };
        popup.say_saved(&said, &reply, back);
        Ok(())
    });
}

/// Puts the focus back to where it was before the page was drawn anew.
fn put_focus(focus: &Focus) {
    match focus {
        Focus::About => dom::focus("main [data-slot=about-name]"),
        Focus::Kind => dom::focus("main [data-slot=kind]"),
        Focus::Moved(slot, person, _) => {
            let of_person = format!("[data-person={person}]:not([disabled])");
            // At the end of the list the other arrow is the only one left.
            dom::focus(&format!("main [data-slot={slot}]{of_person}"))
                || dom::focus(&format!("main {of_person}"))
        }
        Focus::Fold(person) => dom::focus(&format!("main [data-fold={person}]")),
    };
}
