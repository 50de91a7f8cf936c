//! The form for an interview that is in no calendar.

use jiff::{
    civil::{Date, Time},
    tz::TimeZone,
};

use crate::{
    app::{
        error::{AppError, Field},
        protocol::{HandInterview, HandPerson, Reply, Request},
    },
    browser::{
        dom::Part,
        localize::{self, text},
    },
};

use super::{Popup, Route};

/// The empty form: today, the hour before this one.
pub(super) fn view(popup: &Popup) -> Option<Part> {
    let part = Part::from_template("add-form")?;
    let now = Popup::zone().to_datetime(Popup::now());
    let hour = now.hour().clamp(1, 23);
    part.set_value("date", &now.date().to_string());
    part.set_value("from", &format!("{:02}:00", hour - 1));
    part.set_value("until", &format!("{hour:02}:00"));
    person_row(&part);
    let of_more = part.clone();
    part.on_click("more", move || person_row(&of_more));
    let of_cancel = popup.clone();
    part.on_click("cancel", move || of_cancel.show(Route::List));
    let (of_form, form) = (popup.clone(), part.clone());
    part.on("form", "submit", move |event| {
        event.prevent_default();
        submit(&of_form, &form);
    });
    Some(part)
}

fn person_row(part: &Part) {
    if let Some(row) = Part::from_template("add-person") {
        localize::localize(row.element());
        part.append("people", &row);
    }
}

fn submit(popup: &Popup, part: &Part) {
    let form = part.clone();
    popup.attempt(move |popup| async move {
        let outcome = match read(&form, &Popup::zone()) {
            Ok(interview) => popup.send(Request::AddInterview { interview }).await,
            Err(error) => Err(error),
        };
        match outcome {
            Ok(Reply::Added { interview }) => {
                popup.show(Route::Interview(interview));
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
    let date: Date = part
        .value("date")
        .parse()
        .map_err(|_| invalid(Field::Start))?;
    let time = |slot: &str, field| part.value(slot).parse::<Time>().map_err(|_| invalid(field));
    let instant = |time: Time, field| {
        zone.to_ambiguous_timestamp(date.to_datetime(time))
            .compatible()
            .map(jiff::Timestamp::as_millisecond)
            .map_err(|_| invalid(field))
    };
    Ok(HandInterview {
        employer: part.value("employer"),
        role: part.value("role"),
        start_ms: instant(time("from", Field::Start)?, Field::Start)?,
        end_ms: instant(time("until", Field::End)?, Field::End)?,
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
                    .map(|it| crate::browser::dom::value_of(&it))
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
