//! Events on the page of Google Calendar. Facts seen in public code up to 2026; nothing here relies on
//! the generated names of classes.
//!
//! The grid gives time and title. Guests are only in the details that the user opens.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{
    label::{self, label},
    node::Node,
    plan::{Field, Part},
};
use crate::domain::calendar::{
    civil::Civil,
    event::{Attendee, Event, Response},
    spoken,
};

/// Where it is.
pub(super) const HOST: &str = "calendar.google.com";

const EVENTS: &[Field] = &[
    Field::own("id", "data-eventid"),
    Field::own("label", "aria-label"),
    Field::own("text", ""),
    Field::near("day", "[data-datekey]", "data-datekey"),
];
const DETAILS: &[Field] = &[
    Field::own("id", "data-eventid"),
    Field::below("title", "#rAECCd", ""),
    Field::below("when", "#xDetDlgWhen", ""),
    Field::below("place", "#xDetDlgLoc", ""),
    Field::below("text", "#xDetDlgDesc", ""),
    Field::below("meeting", "#xDetDlgVideo a[href]", "href"),
];
const GUESTS: &[Field] = &[
    Field::own("email", "data-email"),
    Field::own("label", "aria-label"),
    Field::own("text", ""),
];

pub(super) fn parts() -> Vec<Part> {
    vec![
        Part::new("events", "[role=\"main\"] [data-eventid]", 600, 600, EVENTS),
        Part::new("details", "#xDetDlg", 1, 8_000, DETAILS),
        Part::new("guests", "#xDetDlgAtt [data-email]", 60, 300, GUESTS),
    ]
}

/// The events in a snapshot.
pub(super) fn events(parts: &Node, today: Date, home: &TimeZone) -> Vec<Event> {
    let mut found: Vec<Event> = Vec::new();
    for row in parts.get("events").all() {
        if let Some(event) = chip(row, today, home) {
            // An event of several days is shown several times.
            if !found
                .iter()
                .any(|it| it.uid == event.uid && it.recurrence_id == event.recurrence_id)
            {
                found.push(event);
            }
        }
    }
    for row in parts.get("details").all() {
        let Some((uid, recurrence_id)) = identity(row.text_of("id")) else {
            continue;
        };
        let same = |it: &Event| it.uid == uid && it.recurrence_id == recurrence_id;
        if !found.iter().any(same) {
            let said = spoken::spoken(row.text_of("when"), spoken::SlashOrder::DayFirst);
            let day = said.day.and_then(|it| spoken::date(it, today));
            if let Some(when) = day.and_then(|it| label::when(&said, it, home)) {
                found.push(super::event(uid.clone(), recurrence_id, when, ""));
            }
        }
        if let Some(event) = found.iter_mut().find(|it| same(it)) {
            detail(event, row, parts.get("guests"));
        }
    }
    found.retain(|it| !it.summary.is_empty());
    found
}

fn chip(row: &Node, today: Date, home: &TimeZone) -> Option<Event> {
    let (uid, recurrence_id) = identity(row.text_of("id"))?;
    let text = row.text_of("text");
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    // The label is an attribute in some views, and a line that nobody sees in others.
    let longest = lines
        .iter()
        .copied()
        .max_by_key(|it| it.len())
        .unwrap_or_default();
    let written = Some(row.text_of("label")).filter(|it| !it.is_empty());
    let said = label(written.unwrap_or(longest), &lines);
    let day = day(row.text_of("day")).or_else(|| spoken::date(said.spoken.day?, today))?;
    let when = label::when(&said.spoken, day, home)?;
    Some(super::event(uid, recurrence_id, when, &said.title))
}

fn detail(event: &mut Event, row: &Node, guests: &Node) {
    let text = |name: &str| row.text_of(name).to_owned();
    if !text("title").is_empty() {
        event.summary = text("title");
    }
    event.description = text("text");
    event.location = text("place");
    event.conference = Some(text("meeting")).filter(|it| it.starts_with("https://"));
    for row in guests.all() {
        let (label, email) = (row.text_of("label"), row.text_of("email").to_lowercase());
        let first = row.text_of("text").lines().next().unwrap_or_default();
        let name = [first, label.split(',').next().unwrap_or_default()]
            .into_iter()
            .map(str::trim)
            .find(|it| !it.is_empty() && !it.contains('@'));
        let guest = Attendee {
            name: name.map(str::to_owned),
            email: Some(email).filter(|it| it.contains('@')),
            response: if label::says(label, "Declined") {
                Response::Declined
            } else {
                Response::NeedsAction
            },
            ..Attendee::default()
        };
        if guest.email.is_none() || event.attendees.iter().any(|it| it.email == guest.email) {
            continue;
        }
        if label::says(label, "Organizer") || label::says(row.text_of("text"), "Organizer") {
            event.organizer = Some(guest.clone());
        }
        event.attendees.push(guest);
    }
}

/// UID and start in the series, from the base64 of `<event> <calendar>`. What begins with `tasks_` is
/// a task.
fn identity(id: &str) -> Option<(String, Option<Timestamp>)> {
    if id.is_empty() || id.starts_with("tasks_") {
        return None;
    }
    let decoded = base64(id).and_then(|it| String::from_utf8(it).ok());
    let event = decoded
        .as_deref()
        .and_then(|it| it.split_once(' '))
        .map(|(event, _)| event);
    let Some(event) = event.filter(|it| it.bytes().all(|it| it.is_ascii_graphic())) else {
        // Of another form than is known: an identity nonetheless.
        return Some((format!("page:{HOST}:{id}"), None));
    };
    let (base, recurrence) = match event.rsplit_once('_') {
        Some((base, start)) => match instant(start) {
            Some(start) => (base, Some(start)),
            None => (event, None),
        },
        None => (event, None),
    };
    // What the calendar file of Google says about events that began there.
    Some((format!("{base}@google.com"), recurrence))
}

/// `20261124T140000Z`
fn instant(text: &str) -> Option<Timestamp> {
    let digits = |from: usize, until: usize| text.get(from..until)?.parse::<u8>().ok();
    if text.len() != 16 || text.get(8..9) != Some("T") || !text.ends_with('Z') {
        return None;
    }
    let year: i32 = text.get(..4)?.parse().ok()?;
    let date = (year, digits(4, 6)?, digits(6, 8)?);
    let civil = Civil::new(date, (digits(9, 11)?, digits(11, 13)?, digits(13, 15)?))?;
    Timestamp::from_second(civil.0).ok()
}

/// `data-datekey` is `((year - 1970) << 9) | (month << 5) | day`.
fn day(key: &str) -> Option<Date> {
    let key: i16 = key.parse().ok().filter(|it| *it > 0)?;
    let part = |it: i16| i8::try_from(it).ok();
    Date::new(1970 + (key >> 9), part((key >> 5) & 15)?, part(key & 31)?).ok()
}

fn base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let (mut bits, mut count) = (0_u32, 0);
    for it in text.trim_end_matches('=').bytes() {
        let value = match it {
            b'A'..=b'Z' => it - b'A',
            b'a'..=b'z' => it - b'a' + 26,
            b'0'..=b'9' => it - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xff).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_numbers_that_no_language_changes() {
        assert_eq!(day("28879"), Some(jiff::civil::date(2026, 6, 15)));
        for key in ["", "0", "-1", "x", "99999999", "31"] {
            assert_eq!(day(key), None, "{key}");
        }
    }

    #[test]
    fn identities_are_those_of_the_calendar_file() {
        // `abc123 me@example.com`, `abc123_20261124T140000Z me@example.com`
        let single = identity("YWJjMTIzIG1lQGV4YW1wbGUuY29t");
        assert_eq!(single, Some(("abc123@google.com".to_owned(), None)));
        let one = identity("YWJjMTIzXzIwMjYxMTI0VDE0MDAwMFogbWVAZXhhbXBsZS5jb20");
        let start = "2026-11-24T14:00:00Z".parse().ok();
        assert_eq!(one, Some(("abc123@google.com".to_owned(), start)));
        assert_eq!(identity("tasks_abc"), None);
        assert_eq!(identity(""), None);
        let odd = identity("!!").map(|it| it.0);
        assert_eq!(odd.as_deref(), Some("page:calendar.google.com:!!"));
    }
}
