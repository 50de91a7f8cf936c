//! Decodes the text and people of an event: charset, escapes, addresses (RFC 5545 3.3.3, 3.3.11).
//!
//! Text stays data: nothing in it is interpreted beyond the escapes of the format.

use std::borrow::Cow;

use crate::domain::calendar::event::{
    Attendee, AttendeeRole, CalendarUserType, Event, EventStatus, Response,
};

use super::{
    lines::logical_lines,
    property::{Property, unfold},
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
    for line in logical_lines(kept) {
        let whole = unfold(line);
        if let Some(property) = Property::parse(&whole) {
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
    let Ok(name) = std::str::from_utf8(property.name) else {
        return;
    };
    match name.to_ascii_uppercase().as_str() {
        "UID" => set(&mut event.uid, text(property).trim().to_owned()),
        "SUMMARY" => set(&mut event.summary, text(property)),
        "DESCRIPTION" => set(&mut event.description, text(property)),
        "LOCATION" => set(&mut event.location, text(property)),
        "URL" => set_address(&mut event.url, property),
        "STATUS" => event.status = status(property.value),
        "ORGANIZER" => event.organizer = event.organizer.take().or_else(|| attendee(property)),
        "ATTENDEE" => event.attendees.extend(attendee(property)),
        "CATEGORIES" => {
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

fn attendee(property: &Property<'_>) -> Option<Attendee> {
    let mut person = Attendee {
        email: mail_address(&decode(property.value.trim_ascii())),
        ..Attendee::default()
    };
    for (name, value) in property.params() {
        let named = |known: &str| name.eq_ignore_ascii_case(known.as_bytes());
        if named("CN") {
            person.name = Some(parameter_text(&decode(value)));
        } else if named("EMAIL") && person.email.is_none() {
            person.email = mail_address(&decode(value));
        } else if named("ROLE") {
            person.role = role(value);
        // vCalendar 1.0 calls it STATUS.
        } else if named("PARTSTAT") || named("STATUS") {
            person.response = response(value);
        } else if named("CUTYPE") {
            person.kind = user_type(value);
        }
    }
    let repeats = |name: &str| {
        let bare = name.trim_matches('\'');
        bare.contains('@') && mail_address(bare) == person.email
    };
    if person
        .name
        .as_deref()
        .is_some_and(|name| name.is_empty() || repeats(name))
    {
        person.name = None;
    }
    (person.name.is_some() || person.email.is_some()).then_some(person)
}

fn role(value: &[u8]) -> AttendeeRole {
    match value.to_ascii_uppercase().as_slice() {
        b"CHAIR" => AttendeeRole::Chair,
        b"OPT-PARTICIPANT" => AttendeeRole::Optional,
        b"NON-PARTICIPANT" => AttendeeRole::NonParticipant,
        _ => AttendeeRole::Required,
    }
}

fn response(value: &[u8]) -> Response {
    match value.to_ascii_uppercase().as_slice() {
        b"ACCEPTED" | b"CONFIRMED" => Response::Accepted,
        b"DECLINED" => Response::Declined,
        b"TENTATIVE" => Response::Tentative,
        b"DELEGATED" => Response::Delegated,
        _ => Response::NeedsAction,
    }
}

fn user_type(value: &[u8]) -> CalendarUserType {
    match value.to_ascii_uppercase().as_slice() {
        b"GROUP" => CalendarUserType::Group,
        b"RESOURCE" => CalendarUserType::Resource,
        b"ROOM" => CalendarUserType::Room,
        b"UNKNOWN" => CalendarUserType::Unknown,
        _ => CalendarUserType::Individual,
    }
}

/// `mailto:Ann@Example.com`, `Ann@Example.com`, `Ann <ann@example.com>`: the address in lower case.
fn mail_address(value: &str) -> Option<String> {
    let value = value.trim();
    let value = match value.split_once(':') {
        Some((scheme, address)) if scheme.eq_ignore_ascii_case("mailto") => address,
        Some(_) => return None,
        None => value,
    };
    let value = value.split('?').next().unwrap_or_default();
    let value = match value.rsplit_once('<') {
        Some((_, inner)) => inner.trim_end_matches('>'),
        None => value,
    };
    let address = value.trim().to_lowercase();
    let plain = address
        .split_once('@')
        .is_some_and(|(user, host)| !user.is_empty() && !host.is_empty() && !host.contains('@'));
    (plain && !address.contains(char::is_whitespace)).then_some(address)
}

/// A parameter's text: RFC 6868 carets, and backslashes where producers escape them as in values.
fn parameter_text(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut letters = raw.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let replaced = match (letter, next) {
            ('^', Some('n')) => Some('\n'),
            ('^', Some('^')) => Some('^'),
            ('^', Some('\'')) => Some('"'),
            ('\\', Some(escaped @ (',' | ';' | '\\' | '"'))) => Some(escaped),
            _ => None,
        };
        if replaced.is_some() {
            letters.next();
        }
        text.push(replaced.unwrap_or(letter));
    }
    text.trim().to_owned()
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

fn quoted_printable(value: &[u8]) -> Vec<u8> {
    let hex = |byte: &u8| {
        char::from(*byte)
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some((byte, tail)) = rest.split_first() {
        rest = tail;
        if *byte == b'='
            && let [high, low, after @ ..] = tail
            && let (Some(high), Some(low)) = (hex(high), hex(low))
        {
            bytes.push(high * 16 + low);
            rest = after;
        } else {
            bytes.push(*byte);
        }
    }
    // Its own line ends are CRLF.
    bytes.retain(|byte| *byte != b'\r');
    bytes
}

/// UTF-8, else Windows-1252, which is what files without UTF-8 are nearly always in.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|byte| windows_1252(*byte)).collect()),
    }
}

/// WHATWG's index of windows-1252; it differs from Latin-1 only from 0x80 to 0x9F.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    let high = byte
        .checked_sub(0x80)
        .and_then(|index| HIGH.get(usize::from(index)));
    high.copied().unwrap_or_else(|| char::from(byte))
}

fn unescape(raw: &str) -> String {
    if !raw.contains('\\') {
        return raw.to_owned();
    }
    let mut text = String::with_capacity(raw.len());
    let mut letters = raw.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            text.push(letter);
            continue;
        }
        match letters.next() {
            Some('n' | 'N') => text.push('\n'),
            // The colon and the quote need no escape, but some producers escape them.
            Some(escaped @ ('\\' | ',' | ';' | ':' | '"')) => text.push(escaped),
            Some(other) => text.extend(['\\', other]),
            None => text.push('\\'),
        }
    }
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

    fn people(line: &str) -> Option<Attendee> {
        attendee(&Property::parse(line.as_bytes()).unwrap())
    }

    fn check_person(line: &str, name: Option<&str>, email: Option<&str>) {
        let person = people(line).unwrap();
        assert_eq!(person.name.as_deref(), name, "{line}");
        assert_eq!(person.email.as_deref(), email, "{line}");
    }

    #[test]
    fn people_have_a_name_and_an_address() {
        check_person(
            "ATTENDEE;CN=Ann Roe:mailto:Ann.Roe@Example.com",
            Some("Ann Roe"),
            Some("ann.roe@example.com"),
        );
        check_person(
            "ATTENDEE;CN=\"Roe; Ann\":MAILTO:a@example.com",
            Some("Roe; Ann"),
            Some("a@example.com"),
        );
        check_person(
            "ATTENDEE;CN=A ^'Annie^' Roe:mailto:a@example.com",
            Some("A \"Annie\" Roe"),
            Some("a@example.com"),
        );
        check_person(
            "ATTENDEE;CN=Roe\\, Ann:mailto:a@example.com",
            Some("Roe, Ann"),
            Some("a@example.com"),
        );
        check_person(
            "ATTENDEE;EMAIL=a@example.com;CN=Ann:urn:uuid:1",
            Some("Ann"),
            Some("a@example.com"),
        );
        check_person("ATTENDEE;CN=Ann:invalid:nomail", Some("Ann"), None);
        check_person("ATTENDEE:a@example.com", None, Some("a@example.com"));
    }

    #[test]
    fn a_name_that_only_repeats_the_address_is_none() {
        check_person(
            "ATTENDEE;CN=A@example.com:mailto:a@example.com",
            None,
            Some("a@example.com"),
        );
        check_person(
            "ATTENDEE;CN='a@example.com':mailto:a@example.com",
            None,
            Some("a@example.com"),
        );
    }

    #[test]
    fn nobody_is_not_a_person() {
        assert_eq!(people("ATTENDEE:"), None);
        assert_eq!(people("ATTENDEE;CN=:invalid:nomail"), None);
    }

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
    fn text_that_is_not_utf_8_is_windows_1252() {
        assert_eq!(
            decode(b"Caf\xe9 \x96 5 \x80"),
            "Caf\u{e9} \u{2013} 5 \u{20ac}"
        );
    }

    #[test]
    fn quoted_printable_is_decoded() {
        assert_eq!(
            quoted_printable(b"Caf=C3=A9 =3D=0D=0A1 =zz"),
            "Caf\u{e9} =\n1 =zz".as_bytes()
        );
    }

    #[test]
    fn lists_split_at_commas_that_are_not_escaped() {
        assert_eq!(split_list("a, b\\, c,d"), ["a", "b, c", "d"]);
    }
}
