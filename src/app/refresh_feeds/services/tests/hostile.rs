//! What nobody should send: it costs itself at the most, and becomes no line of its own.

use serde_json::json;

use super::*;

fn all_entries(items: &[Value]) -> [String; 2] {
    [
        entry::calendar(&super::super::google::entries(items, Some("no/zone"))),
        entry::calendar(&super::super::microsoft::entries(items, OWNER)),
    ]
}

#[test]
fn text_stays_in_its_property() {
    let evil = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Interview\u{0}\";:,\\";
    let item = json!({
        "id": "1", "iCalUID": evil, "iCalUId": evil, "summary": evil, "subject": evil,
        "description": evil, "body": {"content": evil}, "location": evil, "hangoutLink": evil,
        "onlineMeeting": {"joinUrl": evil}, "categories": [evil],
        "start": {"dateTime": "2026-03-02T10:00:00Z", "timeZone": evil},
        "end": {"dateTime": "2026-03-02T11:00:00Z", "timeZone": evil},
        "recurrence": [evil, format!("RRULE:FREQ=DAILY;COUNT=2{evil}"), "X-EVIL:1", "rrule"],
        "organizer": {"displayName": evil, "email": evil, "emailAddress": {"name": evil, "address": evil}},
        "attendees": [{"displayName": evil, "email": evil, "emailAddress": {"name": evil, "address": evil}}],
    });
    for calendar in all_entries(std::slice::from_ref(&item)) {
        let lines = |it: &str| calendar.lines().filter(|line| *line == it).count();
        assert_eq!(lines("BEGIN:VEVENT"), 1, "{calendar}");
        assert_eq!(lines("END:VEVENT"), 1, "{calendar}");
        assert!(
            !calendar.contains("X-EVIL") && !calendar.contains("RRULE"),
            "{calendar}"
        );
        let odd = |c: char| c.is_control() && c != '\r' && c != '\n';
        assert!(!calendar.contains(odd), "{calendar:?}");
        let (events, _) = read(&calendar);
        assert_eq!(events.len(), 1, "{calendar}");
        assert_ne!(events[0].summary, "Interview");
    }
}

#[test]
fn a_field_of_another_type_costs_itself() {
    for odd in [
        json!(null),
        json!(7),
        json!([[]]),
        json!({"a": {}}),
        json!(true),
    ] {
        for name in [
            "iCalUID",
            "iCalUId",
            "summary",
            "subject",
            "description",
            "body",
            "location",
            "attendees",
            "organizer",
            "recurrence",
            "categories",
            "responseStatus",
            "sequence",
            "conferenceData",
            "onlineMeeting",
            "end",
            "originalStartTimeZone",
            "type",
        ] {
            let mut item = json!({
                "id": "1", "summary": "Call", "subject": "Call", "status": "confirmed",
                "start": {"dateTime": "2026-03-02T10:00:00", "date": null, "timeZone": "UTC"},
                "end": {"dateTime": "2026-03-02T11:00:00", "timeZone": "UTC"},
            });
            item[name] = odd.clone();
            let graph = entry::calendar(&super::super::microsoft::entries(
                std::slice::from_ref(&item),
                OWNER,
            ));
            let (events, _) = read(&graph);
            assert_eq!(events.len(), 1, "{name} {odd}");
            item["start"] = json!({"dateTime": "2026-03-02T10:00:00Z"});
            let google = entry::calendar(&super::super::google::entries(&[item], None));
            let (events, _) = read(&google);
            assert_eq!(events.len(), 1, "{name} {odd}");
        }
    }
}

#[test]
fn what_has_no_time_or_no_id_takes_no_place() {
    for item in [
        json!(null),
        json!([]),
        json!("text"),
        json!({}),
        json!({"id": "1"}),
        json!({"id": "1", "start": {}}),
        json!({"id": "1", "start": {"dateTime": "yesterday"}}),
        json!({"id": "1", "start": {"dateTime": "99999-01-01T00:00:00Z"}}),
        json!({"id": "1", "start": {"date": "2026-02-30"}}),
        json!({"id": 1, "start": {"date": "2026-02-03"}}),
        json!({"id": "1", "type": "occurrence", "seriesMasterId": "1"}),
        json!({"id": "1", "type": "seriesMaster", "seriesMasterId": "1"}),
        json!({"id": "1", "status": "cancelled", "recurringEventId": "1",
               "originalStartTime": {"date": "2026-02-03"}}),
    ] {
        for calendar in all_entries(std::slice::from_ref(&item)) {
            let (events, _) = read(&calendar);
            assert!(events.is_empty(), "{item}: {calendar}");
        }
    }
}

#[test]
fn what_is_no_json_object_is_a_fault_of_the_service() {
    for body in [
        "",
        "[]",
        "null",
        "<!doctype html>",
        "{\"items\":[",
        &"[".repeat(5_000),
    ] {
        for service in Service::ALL {
            let at = address(&window(service, &calendar_of(service), now())).unwrap();
            let servers = servers(&[(&at.fetched(), answer(200, body))]);
            let calendar = calendar_of(service);
            let asked = caller(&servers, service);
            let outcome = block_on(asked.read(&calendar, Known::default(), now(), |_| ()));
            assert_eq!(outcome, Err(FeedTrouble::ServerError), "{body}");
        }
    }
}

fn calendar_of(service: Service) -> FeedAddress {
    FeedAddress::parse(&format!("{}me/calendarView/delta", service.api())).unwrap()
}

#[test]
fn a_list_that_never_ends_is_given_up() {
    let next = "https://graph.microsoft.com/v1.0/me/calendarView/delta?$skiptoken=a";
    let page = json!({"value": [], "@odata.nextLink": next}).to_string();
    let calendar = calendar_of(Service::Microsoft);
    let first = window(Service::Microsoft, &calendar, now());
    let servers = servers(&[(&first, answer(200, &page)), (next, answer(200, &page))]);
    let asked = caller(&servers, Service::Microsoft);
    let outcome = block_on(asked.read(&calendar, Known::default(), now(), |_| ()));
    assert_eq!(outcome, Err(FeedTrouble::TooBig));
    assert_eq!(servers.asked.borrow().len(), MOST_PAGES);
}

#[test]
fn no_token_goes_to_another_host() {
    let calendar = calendar_of(Service::Microsoft);
    let first = window(Service::Microsoft, &calendar, now());
    for (next, expected) in [
        ("https://evil.example/v1.0/me", FeedTrouble::Elsewhere),
        (
            "https://graph.microsoft.com.evil.example/v1.0/",
            FeedTrouble::Elsewhere,
        ),
        (
            "https://a:b@graph.microsoft.com/v1.0/me",
            FeedTrouble::Elsewhere,
        ),
        (
            "http://graph.microsoft.com/v1.0/me",
            FeedTrouble::ServerError,
        ),
        ("javascript:alert(1)", FeedTrouble::ServerError),
    ] {
        let page = json!({"value": [], "@odata.nextLink": next}).to_string();
        let servers = servers(&[(&first, answer(200, &page))]);
        let asked = caller(&servers, Service::Microsoft);
        let outcome = block_on(asked.read(&calendar, Known::default(), now(), |_| ()));
        assert_eq!(outcome, Err(expected), "{next}");
        assert_eq!(servers.asked.borrow().len(), 1);
    }
}
