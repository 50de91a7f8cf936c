//! The form for an interview that is in no calendar, and a line that fills it.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

use crate::{
    app::{
        add_interview,
        error::{AppError, Field},
        protocol::{HandInterview, HandPerson, Reply, Request},
    },
    browser::{
        dom::{self, Part},
        localize::{self, text},
        web_storage::{self, UnsavedInterview},
    },
};

use super::{Popup, Route};

/// The form as it was left, or empty: today, the hour before this one.
pub(super) fn view(popup: &Popup) -> Option<Part> {
    let part = Part::from_template("add-form")?;
    let kept = web_storage::kept_entered();
    let typed = kept
        .as_ref()
        .map(|it| Timestamp::from_millisecond(it.at_ms));
    let typed = typed.and_then(Result::ok).unwrap_or_else(Popup::now);
    let now = Popup::zone().to_datetime(typed);
    let hour = now.hour().clamp(1, 23);
    part.set_value("date", &now.date().to_string());
    part.set_value("from", &format!("{:02}:00", hour - 1));
    part.set_value("until", &format!("{hour:02}:00"));
    person_row(&part, &HandPerson::default());
    if let Some(kept) = kept {
        put_back(&part, kept, now);
    }
    let of_more = part.clone();
    part.on_click("more", move || {
        person_row(&of_more, &HandPerson::default());
    });
    let of_line = part.clone();
    part.on("line", "input", move |_| {
        take_line(&of_line, Popup::zone().to_datetime(Popup::now()));
    });
    // What was corrected stays when the line goes on.
    for slot in FIELDS.into_iter().chain(["people"]) {
        let touched = part.clone();
        part.on(slot, "input", move |_| touched.attribute(slot, TOUCHED, ""));
    }
    let of_keeping = part.clone();
    part.on("form", "input", move |_| keep(&of_keeping));
    let of_cancel = popup.clone();
    part.on_click("cancel", move || {
        web_storage::forget_entered();
        of_cancel.show(Route::List);
    });
    let (of_form, form) = (popup.clone(), part.clone());
    part.on("form", "submit", move |event| {
        event.prevent_default();
        submit(&of_form, &form);
    });
    Some(part)
}

/// Fields of the interview itself.
const FIELDS: [&str; 5] = ["employer", "role", "date", "from", "until"];
/// Marks a field that the user filled in.
const TOUCHED: &str = "data-touched";

fn is_touched(part: &Part, slot: &str) -> bool {
    part.slot(slot).is_some_and(|it| it.has_attribute(TOUCHED))
}

/// What is filled in; the line was typed now, or when it was kept.
fn entered(part: &Part) -> UnsavedInterview {
    let line = part.value("line");
    let kept = web_storage::kept_entered().filter(|it| it.line == line);
    let field = |slot: &str| (slot.to_owned(), part.value(slot), is_touched(part, slot));
    let person = |it: HandPerson| (it.name, it.email);
    UnsavedInterview {
        at_ms: kept.map_or_else(|| Popup::now().as_millisecond(), |it| it.at_ms),
        left: false,
        line,
        fields: FIELDS.into_iter().map(field).collect(),
        people: people(part).into_iter().map(person).collect(),
        people_touched: is_touched(part, "people"),
    }
}

/// Keeps what is filled in, should the popup be closed.
fn keep(part: &Part) {
    let entered = entered(part);
    if entered.is_nothing() {
        web_storage::forget_entered();
    } else {
        web_storage::keep_entered(&entered);
    }
}

/// Fills the form as it was at `then`.
fn put_back(part: &Part, kept: UnsavedInterview, then: DateTime) {
    part.set_value("line", &kept.line);
    take_line(part, then);
    for (slot, value, touched) in &kept.fields {
        part.set_value(slot, value);
        if *touched {
            part.attribute(slot, TOUCHED, "");
        }
    }
    part.clear("people");
    for (name, email) in kept.people {
        let title = String::new();
        person_row(part, &HandPerson { name, email, title });
    }
    person_row(part, &HandPerson::default());
    if kept.people_touched {
        part.attribute("people", TOUCHED, "");
    }
    // The user is here again.
    keep(part);
}

/// The user goes elsewhere: what is filled in waits until they come back.
pub(super) fn leave() {
    if let Some(kept) = web_storage::kept_entered() {
        web_storage::keep_entered(&UnsavedInterview { left: true, ..kept });
    }
}

/// Shows what the line is understood to say at `now`, and puts it into the fields.
fn take_line(part: &Part, now: DateTime) {
    let said = add_interview::understand(&part.value("line"), now, &localize::language());
    let free = |slot: &str| !is_touched(part, slot);
    let put = |slot: &str, value: &str| {
        if free(slot) && !value.is_empty() {
            part.set_value(slot, value);
        }
    };
    put("employer", &said.employer);
    put("role", &said.role);
    let mut preview = vec![said.employer.clone(), said.role.clone()];
    if let Some((start, end)) = said.when {
        put("date", &start.date().to_string());
        let zone = Popup::zone();
        let instant = |it: DateTime| zone.to_ambiguous_timestamp(it).compatible();
        if let (true, Ok(from), Ok(until)) = (said.says_time, instant(start), instant(end)) {
            put("from", &clock(start));
            put("until", &clock(end));
            let from = localize::day_and_time(from, None, &zone);
            preview.push(format!("{from} – {}", localize::time(until)));
        } else if let Ok(day) = instant(start) {
            preview.push(localize::day(day));
        }
    }
    let names = said.people.iter().map(|it| match it.name.as_str() {
        "" => it.email.clone(),
        name => name.to_owned(),
    });
    preview.push(names.collect::<Vec<_>>().join(", "));
    preview.retain(|it| !it.is_empty());
    part.text("preview", &preview.join(" · "));
    if free("people") && !said.people.is_empty() {
        part.clear("people");
        for person in &said.people {
            person_row(part, person);
        }
    }
}

/// As a field for times takes it; shorter in code than a format string of its own language.
fn clock(at: DateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

fn person_row(part: &Part, person: &HandPerson) {
    if let Some(row) = Part::from_template("add-person") {
        localize::localize(row.element());
        row.set_value("name", &person.name);
        row.set_value("email", &person.email);
        part.append("people", &row);
    }
}

fn submit(popup: &Popup, part: &Part) {
    let (form, here) = (part.clone(), popup.here());
    let added = entered(part);
    popup.attempt(move |popup| async move {
        let outcome = match read(&form, &Popup::zone()) {
            Ok(interview) => popup.send(Request::AddInterview { interview }).await,
            Err(error) => Err(error),
        };
        match outcome {
            Ok(Reply::Added { interview }) => {
                // The next one may have been begun meanwhile.
                let kept =
                    web_storage::kept_entered().map(|it| UnsavedInterview { left: false, ..it });
                if kept == Some(added) {
                    web_storage::forget_entered();
                }
                popup.go_on(&here, Route::Interview(interview));
                Ok(())
            }
            Err(error @ AppError::InvalidInput(field)) => {
                form.text("error", &text(&format!("error_{}", error.code()), &[]));
                form.show("error", true);
                form.focus(match field {
                    Field::Employer => "employer",
                    Field::Start => "date",
                    Field::End => "until",
                    _ => "name",
                });
                Ok(())
            }
            Ok(_) => Ok(()),
            Err(error) => Err(error),
        }
    });
}

/// What was entered, in the user's zone.
fn read(part: &Part, zone: &TimeZone) -> Result<HandInterview, AppError> {
    let invalid = AppError::InvalidInput;
    let date = part.value("date");
    let instant = |slot: &str, field| {
        add_interview::form_instant(&date, &part.value(slot), zone).ok_or(invalid(field))
    };
    Ok(HandInterview {
        employer: part.value("employer"),
        role: part.value("role"),
        start_ms: instant("from", Field::Start)?,
        end_ms: instant("until", Field::End)?,
        zone: zone.iana_name().unwrap_or_default().to_owned(),
        people: people(part),
    })
}

fn people(part: &Part) -> Vec<HandPerson> {
    let Some(list) = part.slot("people") else {
        return Vec::new();
    };
    let rows = list.children();
    (0..rows.length())
        .filter_map(|index| rows.item(index))
        .map(|row| {
            let value = |slot: &str| {
                row.query_selector(&format!("[data-slot=\"{slot}\"]"))
                    .ok()
                    .flatten()
                    .map(|it| dom::value_of(&it))
                    .unwrap_or_default()
            };
            HandPerson {
                name: value("name").trim().to_owned(),
                email: value("email").trim().to_owned(),
                title: String::new(),
            }
        })
        .filter(|it| !it.name.is_empty() || !it.email.is_empty())
        .collect()
}
