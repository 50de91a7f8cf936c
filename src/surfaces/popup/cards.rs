//! The words that several views use for interviews and people.

use crate::{
    app::{
        codes::BAND_HAND,
        protocol::views::{Channel, InterviewCard, PersonCard, Status},
    },
    browser::{
        dom::{Part, document},
        localize::{self, text},
    },
};

use super::Popup;

/// What a person is called in a list.
pub(super) fn name(person: &PersonCard) -> String {
    if person.display_name.is_empty() {
        text("popup_somebody", &[])
    } else {
        person.display_name.clone()
    }
}

/// Two letters for the round mark beside a name.
pub(super) fn initials(name: &str) -> String {
    let letters: Vec<char> = name
        .split(|it: char| !it.is_alphanumeric())
        .filter_map(|it| it.chars().next())
        .collect();
    match letters.as_slice() {
        [] => "?".to_owned(),
        [only] => only.to_uppercase().to_string(),
        [first, .., last] => [first, last]
            .into_iter()
            .flat_map(|it| it.to_uppercase())
            .collect(),
    }
}

/// Title and part of a person: "Engineering Manager · main contact".
pub(super) fn about_person(person: &PersonCard) -> String {
    let part = if person.main_contact.is_some() {
        Some(text("part_main_contact", &[]))
    } else if person.part == "coordinator" {
        Some(text("part_coordinator", &[]))
    } else {
        None
    };
    let way = match person.channel {
        Channel::ViaCoordinator => Some(text("plan_via_coordinator", &[])),
        Channel::InOneNote => Some(text("plan_in_one_note", &[])),
        Channel::Unknown if person.owed && !person.why.is_empty() => {
            Some(text(&format!("plan_{}", person.why), &[]))
        }
        _ => None,
    };
    joined(&[person.title.clone(), part, way])
}

/// Role, form and time of an interview that is over or coming.
pub(super) fn about_interview(card: &InterviewCard, time: &str) -> String {
    let format = card
        .format
        .as_ref()
        .map(|it| text(&format!("format_{it}"), &[]));
    let title = (!card.employer_known || card.role.is_none())
        .then(|| card.title.clone())
        // Of what is in no calendar it is the employer as first entered.
        .filter(|it| *it != card.heading && card.band != BAND_HAND);
    let what = card.role.clone().or(title);
    joined(&[what, format, Some(time.to_owned()), doubt(card)])
}

/// That the time may be wrong.
pub(super) fn doubt(card: &InterviewCard) -> Option<String> {
    card.zone_assumed.then(|| text("popup_zone_assumed", &[]))
}

/// When an interview ended or will begin, in the user's zone and its own.
pub(super) fn when(card: &InterviewCard) -> String {
    localize::day_and_time(card.start, card.zone.as_deref(), &Popup::zone())
}

/// The status of a note in words; `None` while nothing has been done.
pub(super) fn status(person: &PersonCard) -> Option<String> {
    match person.status {
        Status::ToAsk => None,
        other => Some(text(&format!("status_{}", other.code()), &[])),
    }
}

/// The reasons of a verdict, as lines.
pub(super) fn fill_reasons(part: &Part, card: &InterviewCard) {
    let Some(list) = part.slot("reasons") else {
        return;
    };
    for (code, detail) in &card.reasons {
        let line = document().and_then(|it| it.create_element("li").ok());
        if let Some(line) = line {
            line.set_text_content(Some(&text(&format!("reason_{code}"), &[detail])));
            let _ = list.append_child(&line);
        }
    }
}

pub(super) fn joined(parts: &[Option<String>]) -> String {
    let filled: Vec<&str> = parts
        .iter()
        .flatten()
        .map(String::as_str)
        .filter(|it| !it.is_empty())
        .collect();
    filled.join(" · ")
}
