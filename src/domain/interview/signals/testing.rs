//! Builds invented events for the tests of the clues.

use jiff::{Timestamp, tz::TimeZone};

use crate::domain::{
    calendar::event::{Attendee, Event, EventStatus, When},
    interview::{
        Reason, User,
        scene::{Scene, Surroundings},
    },
};

/// A one-hour event on a Tuesday with this title.
pub(crate) fn event(title: &str) -> Event {
    let start: Timestamp = "2031-03-04T10:00:00Z".parse().expect("a fixed time");
    let end: Timestamp = "2031-03-04T11:00:00Z".parse().expect("a fixed time");
    Event {
        uid: title.to_owned(),
        recurrence_id: None,
        recurring: false,
        when: When::Timed {
            start,
            end,
            zone: None,
        },
        summary: title.to_owned(),
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
    }
}

/// An attendee `Name <address>`.
pub(crate) fn who(name: &str, email: &str) -> Attendee {
    Attendee {
        name: (!name.is_empty()).then(|| name.to_owned()),
        email: Some(email.to_owned()),
        ..Attendee::default()
    }
}

/// The user of all tests.
pub(crate) fn user() -> User {
    User {
        name: "Mira Lund".into(),
        emails: vec!["mira.lund@gmail.com".into()],
        ..User::default()
    }
}

/// `event` with an organizer and attendees.
pub(crate) fn invited(mut event: Event, organizer: Attendee, others: &[Attendee]) -> Event {
    event.organizer = Some(organizer);
    event.attendees = others.to_vec();
    event
        .attendees
        .push(who("Mira Lund", "mira.lund@gmail.com"));
    event
}

/// What `signal` says about `event`.
pub(crate) fn fired(signal: super::Signal, event: &Event) -> Option<Reason> {
    let user = user();
    let scene = Scene::new(event, &user, &TimeZone::UTC);
    signal(&scene, &Surroundings::default())
}

/// Whether `signal` fires on a bare event with this title.
pub(crate) fn fires_on(signal: super::Signal, title: &str) -> bool {
    fired(signal, &event(title)).is_some()
}
