//! The text and people of one event, read when somebody asks for them.

use super::{property::Property, series::Occurrence};
use crate::domain::calendar::event::{
    Attendee, AttendeeRole, CalendarUserType, Event, EventStatus, Response, When,
};

/// Builds an event from its unread text. Fields that the time index knows are set by the caller.
pub(super) fn decode(text: &[u8], occurrence: &Occurrence, zone: Option<String>) -> Event {
    let mut event = Event {
        uid: String::new(),
        recurrence_id: occurrence.recurrence_id,
        recurring: false,
        superseded: false,
        when: match occurrence.days {
            Some((first, until)) => When::AllDay { first, until },
            None => When::Timed {
                start: occurrence.start,
                end: occurrence.end,
                zone,
            },
        },
        summary: String::new(),
        description: String::new(),
        location: String::new(),
        url: None,
        conference: None,
        organizer: None,
        attendees: Vec::new(),
        status: EventStatus::Confirmed,
        method_cancel: false,
        sequence: 0,
        categories: Vec::new(),
    };
    let mut html = None;
    for line in text.split(|it| *it == b'\n') {
        let Some(property) = Property::parse(line) else {
            continue;
        };
        if property.is("X-ALT-DESC") {
            html = Some(property.text());
        } else {
            field(&mut event, &property);
        }
    }
    if event.description.trim().is_empty() {
        event.description = html.unwrap_or_default();
    }
    event
}

fn field(event: &mut Event, property: &Property<'_>) {
    let filled = |it: String| Some(it).filter(|it| !it.is_empty());
    if property.is("SUMMARY") {
        event.summary = property.text();
    } else if property.is("DESCRIPTION") {
        event.description = property.text();
    } else if property.is("LOCATION") {
        event.location = property.text();
    } else if property.is("URL") {
        event.url = filled(property.raw());
    } else if [
        "CONFERENCE",
        "X-GOOGLE-CONFERENCE",
        "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    ]
    .iter()
    .any(|it| property.is(it))
    {
        event.conference = event.conference.take().or_else(|| filled(property.raw()));
    } else if property.is("ORGANIZER") {
        event.organizer = Some(attendee(property));
    } else if property.is("ATTENDEE") {
        event.attendees.push(attendee(property));
    } else if property.is("STATUS") {
        event.status = match property.raw().to_ascii_uppercase().as_str() {
            "CANCELLED" | "CANCELED" => EventStatus::Cancelled,
            "TENTATIVE" => EventStatus::Tentative,
            _ => EventStatus::Confirmed,
        };
    } else if property.is("CATEGORIES") {
        let all = property.text();
        let each = all.split(',').map(|it| it.trim().to_owned());
        event.categories.extend(each.filter(|it| !it.is_empty()));
    }
}

fn attendee(property: &Property<'_>) -> Attendee {
    let email = address(&property.raw())
        .or_else(|| property.parameter("EMAIL").and_then(|it| address(&it)));
    let name = property
        .parameter("CN")
        .map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "))
        .map(|it| it.trim_matches('\'').trim().to_owned())
        .filter(|it| !it.is_empty())
        .filter(|it| {
            email
                .as_ref()
                .is_none_or(|email| !it.eq_ignore_ascii_case(email))
        });
    let parameter = |name| {
        property
            .parameter(name)
            .unwrap_or_default()
            .to_ascii_uppercase()
    };
    Attendee {
        name,
        email,
        role: match parameter("ROLE").as_str() {
            "CHAIR" => AttendeeRole::Chair,
            "OPT-PARTICIPANT" => AttendeeRole::Optional,
            "NON-PARTICIPANT" => AttendeeRole::NonParticipant,
            _ => AttendeeRole::Required,
        },
        response: match parameter("PARTSTAT").as_str() {
            "ACCEPTED" => Response::Accepted,
            "DECLINED" => Response::Declined,
            "TENTATIVE" => Response::Tentative,
            "DELEGATED" => Response::Delegated,
            _ => Response::NeedsAction,
        },
        kind: match parameter("CUTYPE").as_str() {
            "GROUP" => CalendarUserType::Group,
            "RESOURCE" => CalendarUserType::Resource,
            "ROOM" => CalendarUserType::Room,
            "UNKNOWN" => CalendarUserType::Unknown,
            _ => CalendarUserType::Individual,
        },
    }
}

/// The address of a `mailto:` value, or of a bare one; `None` for anything else.
fn address(value: &str) -> Option<String> {
    let text = value.trim();
    let text = match text.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => text.get(7..)?,
        _ => text,
    };
    let text = text.split('?').next()?.trim().trim_matches(['<', '>']);
    let (local, domain) = text.rsplit_once('@')?;
    let sound = !local.is_empty()
        && domain.contains('.')
        && !text.contains(|it: char| it.is_whitespace() || it.is_control());
    // A domain that is reserved for "nobody" is no address (RFC 6761 6.4).
    (sound && !domain.ends_with(".invalid")).then(|| text.to_lowercase())
}
