//! Decodes the text and people of an event: charset, escapes, addresses (RFC 5545 3.3.3, 3.3.11).
//!
//! Text stays data: nothing in it is interpreted beyond the escapes of the format.

use std::borrow::Cow;

use crate::domain::calendar::event::{Event, EventStatus};

use super::{
    charset::{decode, quoted_printable},
    lines::logical_lines,
    people::attendee,
    property::{Property, capitals, unfold, unfold_into},
};

/// Whether a property holds the address of an online meeting.
pub(super) fn is_conference(name: &[u8]) -> bool {
    [
        "X-GOOGLE-CONFERENCE",
        "X-MICROSOFT-SKYPETEAMSMEETINGURL",
        "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    ]
    .iter()
    .any(|known| name.eq_ignore_ascii_case(known.as_bytes()))
}

/// The UID among kept lines; empty without one.
pub(super) fn uid(kept: &[u8]) -> String {
    first(kept, "UID").map_or_else(String::new, |text| text.trim().to_owned())
}

/// The SUMMARY among kept lines; empty without one.
pub(super) fn summary(kept: &[u8]) -> String {
    first(kept, "SUMMARY").unwrap_or_default()
}

/// Whether some kept text is not UTF-8.
pub(super) fn is_foreign(kept: &[u8]) -> bool {
    logical_lines(kept).any(|line| std::str::from_utf8(&unfold(line)).is_err())
}

fn first(kept: &[u8], name: &str) -> Option<String> {
    logical_lines(kept).find_map(|line| {
        let whole = unfold(line);
        let property = Property::parse(&whole).filter(|property| property.is(name))?;
        Some(text(&property))
    })
}

/// Fills the text, people and state of an event from its kept lines.
pub(super) fn fill(event: &mut Event, kept: &[u8]) {
    let mut room = Vec::new();
    for line in logical_lines(kept) {
        if let Some(property) = Property::parse(unfold_into(&mut room, line)) {
            fill_from(event, &property);
        }
    }
}

fn fill_from(event: &mut Event, property: &Property<'_>) {
    let set = |field: &mut String, value: String| {
        if field.is_empty() {
            *field = value;
        }
    };
    match capitals(property.name).as_ref() {
        b"UID" => set(&mut event.uid, text(property).trim().to_owned()),
        b"SUMMARY" => set(&mut event.summary, text(property)),
        b"DESCRIPTION" => set(&mut event.description, text(property)),
        b"LOCATION" => set(&mut event.location, text(property)),
        b"URL" => set_address(&mut event.url, property),
        b"STATUS" => event.status = status(property.value),
        b"ORGANIZER" => event.organizer = event.organizer.take().or_else(|| attendee(property)),
        b"ATTENDEE" => event.attendees.extend(attendee(property)),
        b"CATEGORIES" => {
            let found = split_list(&decoded(property));
            event
                .categories
                .extend(found.into_iter().filter(|word| !word.is_empty()));
        }
        _ => set_address(&mut event.conference, property),
    }
}

fn set_address(field: &mut Option<String>, property: &Property<'_>) {
    let address = decode(property.value.trim_ascii());
    if field.is_none() && !address.is_empty() {
        *field = Some(address.into_owned());
    }
}

fn status(value: &[u8]) -> EventStatus {
    let is = |known: &str| value.trim_ascii().eq_ignore_ascii_case(known.as_bytes());
    if is("CANCELLED") || is("CANCELED") {
        EventStatus::Cancelled
    } else if is("TENTATIVE") {
        EventStatus::Tentative
    } else {
        EventStatus::Confirmed
    }
}

/// A TEXT value, decoded and unescaped.
fn text(property: &Property<'_>) -> String {
    unescape(&decoded(property))
}

/// A value in the characters it stands for, escapes untouched.
fn decoded<'a>(property: &Property<'a>) -> Cow<'a, str> {
    if !property.params.is_empty() && property.has_word("QUOTED-PRINTABLE") {
        let bytes = quoted_printable(property.value);
        return Cow::Owned(decode(&bytes).into_owned());
    }
    decode(property.value)
}

fn unescape(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, behind)) = rest.split_once('\\') {
        text.push_str(before);
        let mut letters = behind.chars();
        match letters.next() {
            Some('n' | 'N') => text.push('\n'),
            // The colon and the quote need no escape, but some producers escape them.
            Some(escaped @ ('\\' | ',' | ';' | ':' | '"')) => text.push(escaped),
            Some(other) => text.extend(['\\', other]),
            None => text.push('\\'),
        }
        rest = letters.as_str();
    }
    text.push_str(rest);
    text
}

fn split_list(raw: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut item = String::new();
    let mut escaped = false;
    for letter in raw.chars() {
        if letter == ',' && !escaped {
            items.push(unescape(item.trim()));
            item.clear();
        } else {
            item.push(letter);
        }
        escaped = letter == '\\' && !escaped;
    }
    items.push(unescape(item.trim()));
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_become_what_they_stand_for() {
        for (raw, expected) in [
            ("a\\nb\\Nc", "a\nb\nc"),
            ("a\\, b\\; c\\\\n", "a, b; c\\n"),
            ("C:\\temp\\", "C:\\temp\\"),
            ("plain", "plain"),
        ] {
            assert_eq!(unescape(raw), expected, "{raw}");
        }
    }

    #[test]
    fn lists_split_at_commas_that_are_not_escaped() {
        assert_eq!(split_list("a, b\\, c,d"), ["a", "b, c", "d"]);
    }
}
