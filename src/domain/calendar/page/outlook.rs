//! Events on the calendar page of Outlook on the web. Facts seen in public code up to 2026.
//!
//! The grid gives subject, time and organizer. Guests are only in the card that the user opens, whose
//! inside is not known: addresses are looked for in the attributes that pages put them into.

use jiff::{civil::Date, tz::TimeZone};

use super::{
    label::{self, label},
    moment::{Moment, moment},
    node::Node,
    plan::{Field, Part},
};
use crate::domain::calendar::{
    event::{Attendee, Event, EventStatus},
    spoken,
};

/// Where it is.
pub(super) const HOSTS: [&str; 4] = [
    "outlook.live.com",
    "outlook.office.com",
    "outlook.office365.com",
    "outlook.cloud.microsoft",
];

const EVENTS: &[Field] = &[
    Field::own("id", "data-calitemid"),
    Field::below("label", "[role=\"button\"][aria-label]", "aria-label"),
    Field::own("own-label", "aria-label"),
    Field::below("title", "[title]", "title"),
    Field::own("own-title", "title"),
    Field::near("day", "[data-column-date]", "data-column-date"),
    Field::near("cell", "[id^=\"monthDayCell_\"]", "id"),
];
const CARD: &[Field] = &[Field::own("text", "")];
const GUESTS: &[Field] = &[
    Field::own("title", "title"),
    Field::own("label", "aria-label"),
    Field::own("href", "href"),
    Field::own("text", ""),
];

pub(super) fn parts() -> Vec<Part> {
    let guests = "[data-app-section=\"CalendarItemPeek\"] :is([title*=\"@\"], [aria-label*=\"@\"], [href^=\"mailto:\"])";
    vec![
        Part::new("events", "[data-calitemid]", 600, 600, EVENTS),
        Part::new(
            "details",
            "[data-app-section=\"CalendarItemPeek\"]",
            1,
            8_000,
            CARD,
        ),
        Part::new("guests", guests, 60, 300, GUESTS),
    ]
}

/// The events in a snapshot.
pub(super) fn events(parts: &Node, today: Date, home: &TimeZone) -> Vec<Event> {
    let mut found: Vec<Event> = Vec::new();
    for row in parts.get("events").all() {
        if let Some(event) = chip(row, today, home)
            && !found.iter().any(|it| it.uid == event.uid)
        {
            found.push(event);
        }
    }
    for row in parts.get("details").all() {
        let text = row.text_of("text");
        let named = found.iter_mut().filter(|it| {
            let mut lines = text.lines().map(str::trim);
            lines.any(|line| line == it.summary)
        });
        // A series shows the same subject again and again: then it is not known whose card it is.
        let mut named: Vec<&mut Event> = named.collect();
        if let [event] = named.as_mut_slice() {
            event.description = text.to_owned();
            event.attendees.extend(guests(parts.get("guests")));
        }
    }
    found
}

fn chip(row: &Node, today: Date, home: &TimeZone) -> Option<Event> {
    let first = |names: [&str; 2]| {
        let mut told = names.into_iter().map(|it| row.text_of(it));
        told.find(|it| !it.is_empty()).unwrap_or_default()
    };
    let id = row.text_of("id");
    let written = first(["label", "own-label"]);
    // "subject\n[location]\n15:30 to 17:00"
    let lines: Vec<&str> = first(["title", "own-title"])
        .lines()
        .map(str::trim)
        .collect();
    let subject = lines.first().copied().unwrap_or_default();
    let said = label(written, &[subject]);
    let cell = row
        .text_of("cell")
        .strip_prefix("monthDayCell_")
        .unwrap_or_default();
    let shown = [row.text_of("day"), cell.get(..10).unwrap_or_default()];
    let shown = shown.into_iter().find_map(|it| match moment(it, home) {
        Some(Moment::Day(day)) => Some(day),
        _ => None,
    });
    let told = said.spoken.day.and_then(|it| spoken::date(it, today));
    let when = label::when(&said.spoken, told.or(shown)?, home)?;
    if id.is_empty() || said.title.is_empty() {
        return None;
    }
    let mut event = super::event(format!("page:outlook:{id}"), None, when, &said.title);
    if let Some(place) = lines.get(1).filter(|_| lines.len() > 2) {
        event.location = place.trim_matches(['[', ']']).to_owned();
    }
    if label::says(&said.before, "Cancelled") {
        event.status = EventStatus::Cancelled;
    }
    event.organizer = label::behind(&said.behind, "By").and_then(organizer);
    Some(event)
}

/// The name at the beginning of "Priya Shah, Tentative" and of "Shah, Priya, Busy".
fn organizer(behind: &str) -> Option<Attendee> {
    let parts: Vec<&str> = behind.split(',').map(str::trim).collect();
    let name = match parts.as_slice() {
        [last, first, _, ..] if !last.contains(' ') => format!("{first} {last}"),
        [name, ..] => (*name).to_owned(),
        [] => return None,
    };
    (!name.is_empty()).then(|| Attendee {
        name: Some(name),
        ..Attendee::default()
    })
}

fn guests(rows: &Node) -> Vec<Attendee> {
    let mut found: Vec<Attendee> = Vec::new();
    for row in rows.all() {
        let places = ["href", "title", "label"].map(|it| row.text_of(it));
        let mut words = places
            .iter()
            .flat_map(|it| it.split([' ', '<', '>', ';', ',', ':', '?']));
        let email = words.find(|it| {
            let (local, host) = it.split_once('@').unwrap_or_default();
            !local.is_empty() && host.contains('.')
        });
        let Some(email) = email.map(str::to_lowercase) else {
            continue;
        };
        let name = row
            .text_of("text")
            .lines()
            .next()
            .unwrap_or_default()
            .trim();
        if !found.iter().any(|it| it.email.as_deref() == Some(&email)) {
            found.push(Attendee {
                name: Some(name.to_owned()).filter(|it| !it.is_empty() && !it.contains('@')),
                email: Some(email),
                ..Attendee::default()
            });
        }
    }
    found
}
