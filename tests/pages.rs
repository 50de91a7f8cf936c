//! What is read from web pages: structured data, and the calendars of Google and Microsoft as their
//! labels are in many languages. The snapshots are made by hand, dated 2026-11-23.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a snapshot of another shape fails the test"
)]

#[path = "pages/mail.rs"]
mod mail;
#[path = "pages/strange.rs"]
mod strange;

use afternote::{
    app::{
        protocol::Profile,
        scan_calendar::page::{PageReport, PageScan, node, plan, watched_plan},
    },
    domain::calendar::{
        event::{Event, EventStatus, Response, When},
        page, zone_database,
    },
};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Value, json};

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn home() -> TimeZone {
    zone_database::get("Europe/Berlin").unwrap()
}

fn events(snapshot: &Value) -> Vec<Event> {
    page::events(&node(snapshot), now(), &home())
}

fn data(data: &Value) -> Vec<Event> {
    events(&json!({"address": "https://jobs.example/booked", "parts": {"data": [data]}}))
}

/// Beginning and end on the user's clock.
fn clock(event: &Event) -> String {
    match &event.when {
        When::Timed { start, end, .. } => {
            let [start, end] = [start, end].map(|it| home().to_datetime(*it));
            format!("{} {}", start.strftime("%F %H:%M"), end.strftime("%H:%M"))
        }
        When::AllDay { first, .. } => first.to_string(),
    }
}

fn names(event: &Event) -> Vec<&str> {
    let all = event.attendees.iter();
    all.filter_map(|it| it.name.as_deref()).collect()
}

#[test]
fn a_reservation_is_an_event_with_its_people() {
    let found = data(&json!({
        "@context": "https://schema.org", "@type": "EventReservation", "reservationNumber": "R1",
        "underName": {"@type": "Person", "name": "Jordan Avery"},
        "provider": {"@type": "Organization", "name": "Kettlefish"},
        "reservationFor": {
            "@type": ["BusinessEvent"], "name": "Interview", "startDate": "2026-11-24T15:00+01:00",
            "endDate": "2026-11-24T16:00+01:00",
            "performer": [{"@type": "Person", "name": "Priya Shah", "email": "mailto:Priya@Kettlefish.example"}],
            "location": {"@type": "Place", "name": "HQ", "address": {"streetAddress": "Mill 1", "addressLocality": "Northby"}}
        }
    }));
    assert_eq!(found.len(), 1);
    assert_eq!(clock(&found[0]), "2026-11-24 15:00 16:00");
    assert_eq!(found[0].uid, "page:jobs.example:R1");
    assert_eq!(found[0].location, "HQ, Mill 1, Northby");
    assert_eq!(names(&found[0]), ["Priya Shah", "Jordan Avery"]);
    assert_eq!(
        found[0].attendees[0].email.as_deref(),
        Some("priya@kettlefish.example")
    );
    assert_eq!(
        found[0].organizer.as_ref().unwrap().name.as_deref(),
        Some("Kettlefish")
    );
}

#[test]
fn an_appointment_about_a_vacancy_says_which() {
    let found = data(&json!({"@graph": [
        {"@type": "JobPosting", "@id": "#job", "title": "Data Analyst", "hiringOrganization": {"name": "Plumtree"}},
        {"@type": "ScheduleAction", "startTime": "2026-11-24T10:00", "endTime": "2026-11-24T10:45",
         "object": {"@id": "#job"}, "participant": {"@type": "Person", "name": "Mara Lindqvist"}}
    ]}));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].summary, "Data Analyst – Plumtree");
    assert!(found[0].description.contains("Company: Plumtree"));
    assert_eq!(clock(&found[0]), "2026-11-24 10:00 10:45");
    assert_eq!(names(&found[0]), ["Mara Lindqvist"]);
}

#[test]
fn cancelled_reservations_and_events_are_cancelled() {
    for (kind, key, value) in [
        ("Event", "eventStatus", "https://schema.org/EventCancelled"),
        ("Event", "eventStatus", "EventCancelled"),
    ] {
        let found = data(
            &json!({"@type": kind, "name": "Interview", "startDate": "2026-11-24T10:00Z", key: value}),
        );
        assert_eq!(found[0].status, EventStatus::Cancelled);
    }
    let found = data(
        &json!({"@type": "EventReservation", "reservationStatus": "http://schema.org/ReservationCancelled",
        "reservationFor": {"@type": "Event", "name": "Interview", "startDate": "2026-11-24T10:00Z"}}),
    );
    assert_eq!(found[0].status, EventStatus::Cancelled);
}

#[test]
fn what_is_no_event_is_left_out() {
    for it in [
        json!({"@type": "FlightReservation", "reservationFor": {"@type": "Flight", "departureTime": "2026-11-24T07:00Z"}}),
        json!({"@type": "FoodEstablishmentReservation", "startTime": "2026-11-24T19:00Z", "reservationFor": {"name": "Bistro"}}),
        json!({"@type": "Article", "name": "How to interview", "startDate": "2026-11-24T07:00Z"}),
        json!({"@type": "JobPosting", "title": "Analyst", "datePosted": "2026-11-24", "validThrough": "2026-12-24"}),
        json!({"@type": "Event", "name": "No time"}),
        json!({"@type": "Event", "name": "Odd", "startDate": "soon"}),
        json!({"@type": "Event", "startDate": "2026-11-24T07:00Z"}),
        json!({"@type": 7, "name": [], "startDate": {}}),
        json!(null),
        json!("Event"),
    ] {
        assert_eq!(data(&it), [], "{it}");
    }
}

#[test]
fn the_same_event_twice_is_one_and_the_file_beats_the_page() {
    let event = json!({"@type": "Event", "name": "Interview with Kettlefish", "startDate": "2026-11-24T15:00:00+01:00"});
    assert_eq!(data(&json!([event, event])).len(), 1);
    let snapshot =
        json!({"address": "https://jobs.example/", "parts": {"data": [event], "links": []}});
    let mut scan = PageScan::new(&snapshot, &Profile::default(), now(), home());
    scan.add_calendar(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:7\r\nDTSTART:20261124T140000Z\r\nDTEND:20261124T150000Z\r\n\
         SUMMARY:Interview with Kettlefish – Priya Shah\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    );
    let PageReport { found, events, .. } = scan.finish();
    assert_eq!((found.len(), events), (1, 1));
    assert_eq!(found[0].events[0].uid, "7");
}

/// `abc1 me@example.com` and so on, as Google's page has it.
const ID: &str = "YWJjMSBtZUBleGFtcGxlLmNvbQ";

fn google(label: &str, text: &str) -> Vec<Event> {
    // 2026-11-24
    let key = ((2026 - 1970) << 9) | (11 << 5) | 24;
    let row = json!({"id": ID, "label": label, "text": text, "day": key.to_string()});
    events(
        &json!({"address": "https://calendar.google.com/calendar/u/0/r/week", "parts": {"events": [row]}}),
    )
}

#[test]
fn events_of_google_s_page_are_read_in_many_languages() {
    let title = "Interview: Acme, Inc., 2nd round";
    for label in [
        "3:00 PM to 4:00 PM, {}, John Smith, Google Meet, Room 101, November 24, 2026",
        "3pm to 4pm, {}, John Smith, Needs RSVP, No location, November 24, 2026",
        "{}, John Smith, Accepted, No location, {}, 3 – 4pm",
        "15:00 bis 16:00, {}, John Smith, Kein Ort, 24. November 2026",
        "de 15:00 à 16:00, {}, John Smith, Aucun lieu, 24 novembre 2026",
        "De 3pm a 4pm, {}, John Smith, Sin ubicación, 24 de noviembre de 2026",
        "Dalle 15:00 alle 16:00, {}, John Smith, 24 novembre 2026",
        "15:00 até 16:00, {}, John Smith, 24 de novembro de 2026",
        "Van 15:00 tot 16:00, {}, John Smith, 24 november 2026",
        "Od 15:00 do 16:00, {}, John Smith, 24 listopada 2026",
        "15:00 till 16:00, {}, John Smith, 24 november 2026",
        "15時00分 〜 16時00分、{}、John Smith、2026年11月24日",
        "2026년 11월 24일, 오후 3시~오후 4시, {}, John Smith",
        "下午3点 - 下午4点，{}，John Smith，2026年11月24日",
    ] {
        let found = google(&label.replace("{}", title), &format!("{title}\n3 – 4pm"));
        assert_eq!(found.len(), 1, "{label}");
        assert_eq!(found[0].summary, title, "{label}");
        assert_eq!(clock(&found[0]), "2026-11-24 15:00 16:00", "{label}");
        assert_eq!(found[0].uid, "abc1@google.com");
    }
}

#[test]
fn a_title_is_what_is_shown_and_never_a_part_between_commas() {
    let label = "3pm to 4pm, Interview, 10am talk, John Smith, November 24, 2026";
    let found = google(label, "Interview, 10am talk\n3 – 4pm");
    assert_eq!(found[0].summary, "Interview, 10am talk");
    assert_eq!(clock(&found[0]), "2026-11-24 15:00 16:00");
    // A short chip has title and time in one line.
    let found = google(
        "3pm to 4pm, Acme, John Smith, November 24, 2026",
        "Acme, 3pm",
    );
    assert_eq!(found[0].summary, "Acme");
    // The label is a line of the chip that nobody sees.
    let found = google("", &format!("{label}\nInterview, 10am talk\n3 – 4pm"));
    assert_eq!(found[0].summary, "Interview, 10am talk");
    // Nothing is shown: the label stays whole but for the time.
    let found = google(
        "3pm to 4pm, Interview, Acme, John Smith, November 24, 2026",
        "",
    );
    assert_eq!(found[0].summary, "Interview, Acme, John Smith");
}

#[test]
fn whole_days_and_tasks_are_told_from_events() {
    let found = google(
        "All day, Company Focus Week, November 24, 2026",
        "Company Focus Week",
    );
    assert_eq!(clock(&found[0]), "2026-11-24");
    assert_eq!(google("Company Focus Week", "Company Focus Week"), []);
    let task = json!({"id": "tasks_1", "label": "3pm to 4pm, Buy milk", "text": "Buy milk", "day": "29048"});
    let snapshot = json!({"address": "https://calendar.google.com/", "parts": {"events": [task]}});
    assert_eq!(events(&snapshot), []);
}

#[test]
fn opening_an_event_on_google_s_page_adds_its_guests() {
    let key = ((2026 - 1970) << 9) | (11 << 5) | 24;
    let snapshot = json!({"address": "https://calendar.google.com/calendar/r", "parts": {
    "events": [{"id": ID, "label": "3pm to 4pm, Chat, Jordan Avery, November 24, 2026", "text": "Chat", "day": key.to_string()}],
    "details": [{"id": ID, "title": "Chat with Kettlefish, Inc.", "when": "Tuesday, November 24⋅3:00 – 4:00pm",
        "place": "Room 4", "text": "Interview for Senior Engineer", "meeting": "https://meet.google.com/x"}],
    "guests": [
        {"email": "priya@kettlefish.example", "label": "Priya Shah, Attending, Organizer", "text": "Priya Shah\nOrganizer"},
        {"email": "tom@kettlefish.example", "label": "Tom Kovač, Declined", "text": "Tom Kovač"},
        {"email": "x", "label": "", "text": ""}
    ]}});
    let found = events(&snapshot);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].summary, "Chat with Kettlefish, Inc.");
    assert_eq!(names(&found[0]), ["Priya Shah", "Tom Kovač"]);
    assert_eq!(found[0].attendees[1].response, Response::Declined);
    assert_eq!(
        found[0].organizer.as_ref().unwrap().name.as_deref(),
        Some("Priya Shah")
    );
    assert_eq!(found[0].location, "Room 4");
    // The details alone, where the grid does not show the event.
    let mut alone = snapshot.clone();
    alone["parts"]["events"] = json!([]);
    assert_eq!(clock(&events(&alone)[0]), "2026-11-24 15:00 16:00");
}

fn outlook(label: &str, title: &str) -> Vec<Event> {
    let row = json!({"id": "AAQkAD=", "label": label, "title": title});
    events(
        &json!({"address": "https://outlook.office.com/calendar/view/week", "parts": {"events": [row]}}),
    )
}

#[test]
fn events_of_outlook_s_page_are_read_in_many_languages() {
    let subject = "Interview #5, Acme, Inc.";
    for label in [
        "{}, 15:00 to 16:00, Tuesday, November 24, 2026, By Priya Shah, Tentative",
        "{}, 3:00 PM to 4:00 PM, Tuesday, November 24, 2026, Microsoft Teams Meeting, By Priya Shah, Busy",
        "{}, 15:00 bis 16:00, Dienstag, 24. November 2026, Von Priya Shah, Mit Vorbehalt",
        "{}, 15:00 à 16:00, mardi 24 novembre 2026, Par Priya Shah, Provisoire",
        "{}, 15:00 a 16:00, martes, 24 de noviembre de 2026, Por Priya Shah, Provisional",
        "{}, dalle 15:00 alle 16:00, martedì 24 novembre 2026, Da Priya Shah, Provvisorio",
        "{}, 15:00 tot 16:00, dinsdag 24 november 2026, Door Priya Shah, Voorlopig",
        "{}, 15:00 till 16:00, tisdag 24 november 2026, Av Priya Shah, Preliminär",
    ] {
        let found = outlook(
            &label.replace("{}", subject),
            &format!("{subject}\n[Room 4]\n15:00 to 16:00"),
        );
        assert_eq!(found.len(), 1, "{label}");
        assert_eq!(found[0].summary, subject, "{label}");
        assert_eq!(found[0].location, "Room 4");
        assert_eq!(clock(&found[0]), "2026-11-24 15:00 16:00", "{label}");
        if !label.contains("Teams") {
            let organizer = found[0]
                .organizer
                .as_ref()
                .and_then(|it| it.name.as_deref());
            assert_eq!(organizer, Some("Priya Shah"), "{label}");
        }
    }
}

#[test]
fn what_outlook_puts_before_the_subject_is_understood() {
    let label =
        "Canceled: Interview, 15:00 to 16:00, Tuesday, November 24, 2026, By Shah, Priya, Free";
    let found = outlook(label, "Interview\n15:00 to 16:00");
    assert_eq!(found[0].status, EventStatus::Cancelled);
    assert_eq!(found[0].summary, "Interview");
    assert_eq!(
        found[0].organizer.as_ref().unwrap().name.as_deref(),
        Some("Priya Shah")
    );
    assert_eq!(
        outlook("Interview with nobody", "Interview with nobody"),
        []
    );
}

#[test]
fn the_column_tells_the_day_where_the_label_does_not() {
    let row = json!({"id": "A", "label": "Interview, 15:00 to 16:00", "title": "Interview", "day": "2026-11-24"});
    let month = json!({"id": "B", "label": "Interview, 9:00 to 10:00", "title": "Interview",
        "cell": "monthDayCell_2026-11-25T00:00:00.000+01:00_x"});
    let found = events(
        &json!({"address": "https://outlook.live.com/calendar/0/", "parts": {"events": [row, month]}}),
    );
    let clocks: Vec<String> = found.iter().map(clock).collect();
    assert_eq!(clocks, ["2026-11-24 15:00 16:00", "2026-11-25 09:00 10:00"]);
}

#[test]
fn calendars_are_read_at_their_own_addresses_only() {
    for address in [
        "https://calendar.google.com.evil.example/",
        "http://calendar.google.com/",
        "https://evil.example/calendar.google.com",
    ] {
        let row = json!({"id": ID, "label": "3pm to 4pm, Interview, November 24, 2026", "text": "Interview", "day": "29048"});
        assert_eq!(
            events(&json!({"address": address, "parts": {"events": [row]}})),
            [],
            "{address}"
        );
    }
    for address in [
        "",
        "about:blank",
        "chrome://settings",
        "file:///etc/passwd",
        "https://",
        "javascript:1",
    ] {
        assert!(plan(address).is_none(), "{address}");
    }
}

/// Names of the parts that a plan reads.
fn parts(plan: Option<afternote::app::scan_calendar::page::Plan>) -> Vec<String> {
    let plan = serde_json::to_value(plan.unwrap()).unwrap();
    let parts = plan["parts"].as_array().unwrap().iter();
    parts
        .map(|it| it["name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn outlook_s_mail_is_read_as_a_mail_only_when_the_user_asks() {
    let calendar = ["events", "details", "guests"];
    let whole = [
        "events", "details", "guests", "mails", "people", "data", "links",
    ];
    for address in [
        "https://outlook.office.com/mail/inbox/id/1",
        "https://outlook.live.com/mail/0/",
        "https://outlook.cloud.microsoft/mail",
    ] {
        assert_eq!(parts(plan(address)), whole, "{address}");
        assert_eq!(parts(watched_plan(address)), calendar, "{address}");
    }
    for address in [
        "https://outlook.office.com/calendar/view/week",
        "https://outlook.live.com/",
        "https://outlook.live.com/?x=/mail/",
        "https://outlook.live.com/mailbox",
    ] {
        assert_eq!(parts(plan(address)), calendar, "{address}");
    }
    assert!(watched_plan("https://mail.google.com/").is_none());
    let gmail = parts(plan("https://mail.google.com/mail/u/0/#inbox/x"));
    assert_eq!(gmail, ["mails", "people", "data", "links"]);
    assert_eq!(parts(plan("https://jobs.example/")), ["data", "links"]);
}
