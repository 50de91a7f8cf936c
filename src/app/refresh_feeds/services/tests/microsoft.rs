//! `calendarView/delta` of Microsoft Graph.

use super::*;
use crate::domain::calendar::event::{AttendeeRole, CalendarUserType, EventStatus, Response};

const PAGES: [&str; 2] = [
    include_str!("../../../../../tests/fixtures/services/microsoft_delta_1.json"),
    include_str!("../../../../../tests/fixtures/services/microsoft_delta_2.json"),
];
const SERIES: &str = "040000008200E00074C5B7101A82E008000000002000000000000000000000000000000010000000AABBCCDDEEFF00112233445566778899";

fn events() -> (Vec<Event>, Vec<Problem>) {
    let entries = super::super::microsoft::entries(&items(&PAGES, "value"), OWNER);
    read(&entry::calendar(&entries))
}

#[test]
fn a_timed_event_keeps_its_text_its_zone_and_its_people() {
    let (events, _) = events();
    let it = event(&events, "Interview with Kettlefish; on-site, part 1");
    assert!(it.uid.starts_with("040000008200E00074C5B7101A82E008"));
    assert_eq!((it.recurrence_id, it.recurring), (None, false));
    let (start, end, zone) = timed(it);
    assert_eq!(start, "2026-03-02T09:00:00Z");
    assert_eq!(end, "2026-03-02T10:30:00Z");
    assert_eq!(zone, Some("Europe/Berlin"), "by its Windows name");
    assert!(it.description.contains("<p>We look forward to it.</p>"));
    assert_eq!(it.location, "Rosenthaler Str. 1, Berlin");
    let teams = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x";
    assert_eq!(it.conference.as_deref(), Some(teams));
    assert_eq!(it.categories, ["Job hunt"]);
    let [priya, tom, room, own] = it.attendees.as_slice() else {
        panic!("{:?}", it.attendees);
    };
    assert_eq!(priya.name.as_deref(), Some("Priya Shah"));
    assert_eq!(priya.response, Response::NeedsAction);
    assert_eq!(tom.role, AttendeeRole::Optional);
    assert_eq!(room.kind, CalendarUserType::Resource);
    assert_eq!(own.email.as_deref(), Some(OWNER));
    assert_eq!(own.response, Response::Tentative, "the user's own answer");
}

#[test]
fn an_event_of_whole_days_that_is_called_off_is_both() {
    let (events, _) = events();
    let it = event(&events, "Assessment day at Northwind");
    let (first, until, _) = timed(it);
    assert_eq!(
        (first.as_str(), until.as_str()),
        ("2026-03-05", "2026-03-07")
    );
    assert_eq!(it.status, EventStatus::Cancelled);
    assert!(it.attendees.is_empty(), "an organizer answers nobody");
}

#[test]
fn occurrences_take_all_but_their_times_from_the_series() {
    let (events, _) = events();
    let of_series: Vec<(&str, String, String)> = events
        .iter()
        .filter(|it| it.uid == SERIES)
        .map(|it| {
            let slot = it.recurrence_id.unwrap().to_string();
            (it.summary.as_str(), timed(it).0, slot)
        })
        .collect();
    let expected = [
        (
            "Mentoring call",
            "2026-03-03T14:00:00Z",
            "2026-03-03T14:00:00Z",
        ),
        (
            "Mentoring call",
            "2026-03-10T13:00:00Z",
            "2026-03-10T13:00:00Z",
        ),
        (
            "Mentoring call, moved",
            "2026-03-18T18:00:00Z",
            "2026-03-17T13:00:00Z",
        ),
    ];
    let expected = expected.map(|(title, at, slot)| (title, at.to_owned(), slot.to_owned()));
    assert_eq!(of_series, expected);
    let first = events.iter().find(|it| it.uid == SERIES).unwrap();
    assert_eq!(first.description, "Weekly");
    assert!(first.recurring);
    assert_eq!(timed(first).1, "2026-03-03T14:30:00Z");
    assert_eq!(timed(first).2, Some("America/New_York"));
    assert_eq!(first.attendees[0].response, Response::Accepted);
}

#[test]
fn a_series_of_which_one_date_is_left_is_a_series() {
    let mut items = items(&PAGES, "value");
    items.retain(|it| it["id"] != "AAMk-series-0310");
    let entries = super::super::microsoft::entries(&items, OWNER);
    let (events, _) = read(&entry::calendar(&entries));
    let it = event(&events, "Mentoring call");
    assert!(it.recurring && it.recurrence_id.is_some());
}

#[test]
fn a_series_that_is_not_in_the_answer_is_named() {
    let mut items = items(&PAGES, "value");
    assert_eq!(super::super::microsoft::missing_series(&items), [""; 0]);
    items.retain(|it| it["type"] != "seriesMaster");
    let missing = super::super::microsoft::missing_series(&items);
    assert_eq!(missing, ["AAMk-series="]);
    // Without it there is nothing to tell of but what was changed.
    let entries = super::super::microsoft::entries(&items, OWNER);
    let (events, _) = read(&entry::calendar(&entries));
    assert!(!events.iter().any(|it| it.summary == "Mentoring call"));
    assert_eq!(event(&events, "Mentoring call, moved").uid, SERIES);
}

#[test]
fn what_was_removed_is_not_there_though_an_earlier_page_has_it() {
    let (events, _) = events();
    assert!(!events.iter().any(|it| it.summary == "Changed while paging"));
    assert_eq!(events.len(), 6);
}

#[test]
fn a_zone_that_nobody_knows_is_said_and_read_as_the_user_s() {
    let (events, problems) = events();
    let it = event(&events, "Phone screen");
    assert_eq!(timed(it).0, "2026-03-06T16:00:00Z");
    let codes: Vec<&str> = problems.iter().map(|it| it.kind.code()).collect();
    assert_eq!(codes, ["unknown_zone"]);
    assert_eq!(it.attendees[0].response, Response::Declined);
}
