//! `events.list` of the Google Calendar API.

use super::*;
use crate::domain::calendar::event::{AttendeeRole, CalendarUserType, EventStatus, Response};

const PAGES: [&str; 2] = [
    include_str!("../../../../../tests/fixtures/services/google_events_1.json"),
    include_str!("../../../../../tests/fixtures/services/google_events_2.json"),
];

fn events() -> Vec<Event> {
    let entries = super::super::google::entries(&items(&PAGES, "items"), Some("Europe/Berlin"));
    let (events, problems) = read(&entry::calendar(&entries));
    assert!(problems.is_empty(), "{problems:?}");
    events
}

#[test]
fn a_timed_event_keeps_its_text_its_zone_and_its_people() {
    let events = events();
    let it = event(&events, "Interview with Kettlefish; on-site, part 1");
    assert_eq!(it.uid, "one@google.example");
    assert_eq!(
        (it.recurrence_id, it.recurring, it.sequence),
        (None, false, 2)
    );
    let expected = ("2026-03-02T09:00:00Z", "2026-03-02T10:30:00Z");
    let (start, end, zone) = timed(it);
    assert_eq!((start.as_str(), end.as_str()), expected);
    assert_eq!(zone, Some("Europe/Berlin"));
    assert_eq!(
        it.description,
        "Hello,<br>we look forward to it.\nBring an ID\\badge"
    );
    assert_eq!(it.location, "Rosenthaler Str. 1, Berlin");
    let meet = "https://meet.google.com/abc-defg-hij?hs=1";
    assert_eq!(it.conference.as_deref(), Some(meet));
    let organizer = it.organizer.as_ref().unwrap();
    assert_eq!(organizer.name.as_deref(), Some("Priya \"P\" Shah"));
    let [priya, tom, room, own] = it.attendees.as_slice() else {
        panic!("{:?}", it.attendees);
    };
    assert_eq!(
        priya.email.as_deref(),
        Some("priya.shah@kettlefish.example")
    );
    assert_eq!(priya.response, Response::Accepted);
    assert_eq!(
        (tom.role, tom.name.as_deref()),
        (AttendeeRole::Optional, None)
    );
    assert_eq!(room.kind, CalendarUserType::Resource);
    assert_eq!(own.response, Response::Tentative);
}

#[test]
fn an_event_of_whole_days_stays_one() {
    let events = events();
    let it = event(&events, "Assessment day at Northwind");
    let (first, until, _) = timed(it);
    assert_eq!(
        (first.as_str(), until.as_str()),
        ("2026-03-05", "2026-03-07")
    );
    assert_eq!(it.status, EventStatus::Tentative);
}

#[test]
fn a_series_has_its_dates_its_changes_and_its_gaps() {
    let events = events();
    let of_series: Vec<(String, String)> = events
        .iter()
        .filter(|it| it.uid == "series@google.example")
        .map(|it| (timed(it).0, it.recurrence_id.unwrap().to_string()))
        .collect();
    let expected = [
        ("2026-03-03T08:00:00Z", "2026-03-03T08:00:00Z"),
        ("2026-03-18T14:00:00Z", "2026-03-17T08:00:00Z"),
        // Summer time: the wall clock stays.
        ("2026-03-31T07:00:00Z", "2026-03-31T07:00:00Z"),
    ];
    let expected = expected.map(|(start, slot)| (start.to_owned(), slot.to_owned()));
    assert_eq!(of_series, expected);
    assert!(event(&events, "Mentoring call, moved").recurring);
    let first = events
        .iter()
        .find(|it| it.summary == "Mentoring call")
        .unwrap();
    assert_eq!(
        first.conference.as_deref(),
        Some("https://meet.google.com/xyz")
    );
}

#[test]
fn what_is_called_off_is_so_and_what_was_deleted_is_not_there() {
    let events = events();
    let off = event(&events, "Interview with Larkspur");
    assert_eq!(off.status, EventStatus::Cancelled);
    assert_eq!(timed(off).2, None);
    assert_eq!(events.len(), 7, "without the one that was deleted");
}

#[test]
fn hidden_guests_leave_the_user_alone_with_the_organizer() {
    let events = events();
    let it = event(&events, "Phone screen");
    assert_eq!(it.attendees.len(), 1);
    assert_eq!(it.attendees[0].response, Response::Declined);
    let organizer = it.organizer.as_ref().unwrap();
    assert_eq!(organizer.email.as_deref(), Some("jobs@larkspur.example"));
    let (start, end, _) = timed(it);
    assert_eq!(start, end);
}

#[test]
fn an_occurrence_without_an_id_of_its_own_is_of_its_series() {
    let mut pages = items(&PAGES, "items");
    for it in &mut pages {
        if it["id"] == "series_20260317T080000Z" {
            it["iCalUID"] = Value::Null;
        }
    }
    let entries = super::super::google::entries(&pages, None);
    let (events, _) = read(&entry::calendar(&entries));
    assert_eq!(
        event(&events, "Mentoring call, moved").uid,
        "series@google.example"
    );
}

#[test]
fn a_second_that_happens_twice_is_not_moved() {
    // 02:30 in Berlin on the day that summer time ends, the second time.
    let it = serde_json::json!({
        "id": "x", "summary": "Late", "iCalUID": "x",
        "start": {"dateTime": "2026-10-25T02:30:00+01:00", "timeZone": "Europe/Berlin"},
        "end": {"dateTime": "2026-10-25T03:30:00+01:00", "timeZone": "Europe/Berlin"},
    });
    let (events, _) = read(&entry::calendar(&super::super::google::entries(
        &[it],
        None,
    )));
    assert_eq!(timed(&events[0]).0, "2026-10-25T01:30:00Z");
}
