//! Interviews as a scan finds them.

use afternote::app::protocol::{FoundEvent, FoundInterview, FoundPerson};
use jiff::{SignedDuration, Timestamp};

/// An interview of an hour with these people.
pub(crate) fn found(uid: &str, end: Timestamp, people: &[&str]) -> FoundInterview {
    let start = end - SignedDuration::from_hours(1);
    FoundInterview {
        events: vec![FoundEvent {
            uid: uid.to_owned(),
            recurrence_ms: None,
        }],
        title: format!("Interview {uid}"),
        start_ms: start.as_millisecond(),
        end_ms: end.as_millisecond(),
        zone: None,
        zone_assumed: false,
        location: String::new(),
        organizer: None,
        band: "prompt".to_owned(),
        confidence: 0.97,
        reasons: Vec::new(),
        called_off: false,
        employer: Some(format!("Employer {uid}")),
        role: None,
        format: None,
        meeting_link: None,
        people: people
            .iter()
            .map(|name| FoundPerson {
                name: Some((*name).to_owned()),
                email: Some(format!(
                    "{}@{uid}.example",
                    name.replace(' ', ".").to_lowercase()
                )),
                title: None,
                part: "interviewer".to_owned(),
                main_contact: None,
            })
            .collect(),
    }
}
