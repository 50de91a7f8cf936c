//! The events of a service as iCalendar, for the one reader of calendars.
//!
//! Everything in them is data from strangers: escaped, so that no text becomes a line of its own.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};

/// When something begins or ends.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Moment {
    /// A whole day.
    Day(Date),
    /// An instant, and the zone that it was written in.
    At(Timestamp, Option<TimeZone>),
    /// Wall clock in a zone that nobody here knows: the reader says so.
    Unknown(DateTime, String),
}

/// Organizer or attendee.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) email: String,
    /// Values of CUTYPE, ROLE and PARTSTAT, where they are not the usual ones.
    pub(super) kind: Option<&'static str>,
    pub(super) role: Option<&'static str>,
    pub(super) response: Option<&'static str>,
}

/// One event, a series, or an occurrence of one that was changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Entry {
    pub(super) uid: String,
    /// The start that the series gave to what this one takes the place of.
    pub(super) instead_of: Option<Moment>,
    pub(super) start: Option<Moment>,
    pub(super) end: Option<Moment>,
    pub(super) summary: String,
    pub(super) description: String,
    pub(super) location: String,
    pub(super) conference: String,
    pub(super) organizer: Option<Person>,
    pub(super) attendees: Vec<Person>,
    /// STATUS.
    pub(super) status: Option<&'static str>,
    pub(super) sequence: u64,
    pub(super) categories: Vec<String>,
    /// RRULE, RDATE, EXDATE as the service wrote them.
    pub(super) recurrence: Vec<String>,
    pub(super) added: Vec<Moment>,
    pub(super) left_out: Vec<Moment>,
}

/// A calendar of these events.
pub(super) fn calendar(entries: &[Entry]) -> String {
    let mut out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n".to_owned();
    for entry in entries {
        write(entry, &mut out);
    }
    out.push_str("END:VCALENDAR\r\n");
    out
}

fn write(entry: &Entry, out: &mut String) {
    out.push_str("BEGIN:VEVENT\r\n");
    text(out, "UID", &entry.uid);
    let moments = [
        ("RECURRENCE-ID", &entry.instead_of),
        ("DTSTART", &entry.start),
        ("DTEND", &entry.end),
    ];
    for (name, at) in moments {
        if let Some(at) = at {
            moment(out, name, at);
        }
    }
    text(out, "SUMMARY", &entry.summary);
    text(out, "DESCRIPTION", &entry.description);
    text(out, "LOCATION", &entry.location);
    raw(out, "X-GOOGLE-CONFERENCE", &entry.conference);
    raw(out, "STATUS", entry.status.unwrap_or_default());
    if entry.sequence > 0 {
        raw(out, "SEQUENCE", &entry.sequence.to_string());
    }
    for it in &entry.categories {
        text(out, "CATEGORIES", it);
    }
    if let Some(it) = &entry.organizer {
        person(out, "ORGANIZER", it);
    }
    for it in &entry.attendees {
        person(out, "ATTENDEE", it);
    }
    for line in &entry.recurrence {
        if is_recurrence(line) {
            out.push_str(line);
            out.push_str("\r\n");
        }
    }
    for at in &entry.added {
        moment(out, "RDATE", at);
    }
    for at in &entry.left_out {
        moment(out, "EXDATE", at);
    }
    out.push_str("END:VEVENT\r\n");
}

/// Whether it is one line of a recurrence and nothing else.
fn is_recurrence(line: &str) -> bool {
    let (name, _) = line.split_once([':', ';']).unwrap_or_default();
    let known = ["RRULE", "EXRULE", "RDATE", "EXDATE"];
    known.iter().any(|it| it.eq_ignore_ascii_case(name)) && !line.contains(char::is_control)
}

fn moment(out: &mut String, name: &str, at: &Moment) {
    let line = match at {
        Moment::Day(day) => format!("{name};VALUE=DATE:{}", compact(day.at(0, 0, 0, 0), false)),
        Moment::At(instant, zone) => match zone.as_ref().and_then(|it| local(*instant, it)) {
            Some((zone, civil)) => format!("{name};TZID={zone}:{}", compact(civil, true)),
            None => format!(
                "{name}:{}Z",
                compact(TimeZone::UTC.to_datetime(*instant), true)
            ),
        },
        Moment::Unknown(civil, zone) => {
            let plain = |c: &char| !c.is_control() && *c != '"';
            let zone: String = zone.chars().filter(plain).collect();
            format!("{name};TZID=\"{zone}\":{}", compact(*civil, true))
        }
    };
    out.push_str(&line);
    out.push_str("\r\n");
}

/// The wall clock of a zone that has a name, where that clock shows the instant without doubt.
fn local(instant: Timestamp, zone: &TimeZone) -> Option<(&str, DateTime)> {
    let name = zone.iana_name().filter(|it| *it != "UTC")?;
    let civil = zone.to_datetime(instant);
    let back = zone.to_ambiguous_zoned_datetime(civil).compatible().ok()?;
    (back.timestamp() == instant).then_some((name, civil))
}

fn compact(at: DateTime, with_time: bool) -> String {
    let day = format!("{:04}{:02}{:02}", at.year(), at.month(), at.day());
    if !with_time {
        return day;
    }
    format!("{day}T{:02}{:02}{:02}", at.hour(), at.minute(), at.second())
}

fn person(out: &mut String, name: &str, it: &Person) {
    if it.name.is_empty() && it.email.is_empty() {
        return;
    }
    out.push_str(name);
    for (parameter, value) in [
        ("CUTYPE", it.kind),
        ("ROLE", it.role),
        ("PARTSTAT", it.response),
    ] {
        if let Some(value) = value {
            out.push_str(&format!(";{parameter}={value}"));
        }
    }
    if !it.name.is_empty() {
        // RFC 6868: what may not stand in a parameter.
        let escaped = |c: char| match c {
            '^' => "^^".to_owned(),
            '"' => "^'".to_owned(),
            '\n' => "^n".to_owned(),
            other if other.is_control() => String::new(),
            other => other.to_string(),
        };
        let value: String = it.name.chars().map(escaped).collect();
        out.push_str(&format!(";CN=\"{value}\""));
    }
    let plain = |c: &char| !c.is_control() && !c.is_whitespace();
    let email: String = it.email.chars().filter(plain).collect();
    out.push_str(&format!(":mailto:{email}\r\n"));
}

/// A property of text (RFC 5545, 3.3.11); an empty one is left out.
fn text(out: &mut String, name: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    out.push_str(name);
    out.push(':');
    for c in value.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out.push_str("\r\n");
}

/// A property whose value has no escapes; one with a line end in it is left out.
fn raw(out: &mut String, name: &str, value: &str) {
    if !value.is_empty() && !value.contains(char::is_control) {
        out.push_str(&format!("{name}:{value}\r\n"));
    }
}
