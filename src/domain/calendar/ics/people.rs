//! ORGANIZER and ATTENDEE (RFC 5545 3.8.4; parameters also by RFC 6868).

use crate::domain::calendar::event::{Attendee, AttendeeRole, CalendarUserType, Response};

use super::{
    charset::decode,
    property::{Property, capitals},
};

/// `None` when the line names nobody.
pub(super) fn attendee(property: &Property<'_>) -> Option<Attendee> {
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
    match capitals(value).as_ref() {
        b"CHAIR" => AttendeeRole::Chair,
        b"OPT-PARTICIPANT" => AttendeeRole::Optional,
        b"NON-PARTICIPANT" => AttendeeRole::NonParticipant,
        _ => AttendeeRole::Required,
    }
}

fn response(value: &[u8]) -> Response {
    match capitals(value).as_ref() {
        b"ACCEPTED" | b"CONFIRMED" => Response::Accepted,
        b"DECLINED" => Response::Declined,
        b"TENTATIVE" => Response::Tentative,
        b"DELEGATED" => Response::Delegated,
        _ => Response::NeedsAction,
    }
}

fn user_type(value: &[u8]) -> CalendarUserType {
    match capitals(value).as_ref() {
        b"GROUP" => CalendarUserType::Group,
        b"RESOURCE" => CalendarUserType::Resource,
        b"ROOM" => CalendarUserType::Room,
        b"UNKNOWN" => CalendarUserType::Unknown,
        _ => CalendarUserType::Individual,
    }
}

/// `mailto:Ann@Example.com`, `Ann@Example.com`, `Ann <ann@example.com>`: the address in lower case.
fn mail_address(value: &str) -> Option<String> {
    plain_address(value).or_else(|| odd_address(value))
}

/// What nearly all of them are: `mailto:` or nothing, and an address of nothing but letters, digits
/// and a few marks.
fn plain_address(value: &str) -> Option<String> {
    let scheme = value.get(..7);
    let named = scheme.is_some_and(|it| it.eq_ignore_ascii_case("mailto:"));
    let address = value.get(7..).filter(|_| named).unwrap_or(value);
    let usual = |it: &u8| it.is_ascii_alphanumeric() || b"@._-+".contains(it);
    let signs = address.bytes().filter(|it| *it == b'@').count();
    let inside = !address.starts_with('@') && !address.ends_with('@');
    (signs == 1 && inside && address.as_bytes().iter().all(usual))
        .then(|| address.to_ascii_lowercase())
}

fn odd_address(value: &str) -> Option<String> {
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
    if !raw.contains(['^', '\\']) {
        return raw.trim().to_owned();
    }
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
}
