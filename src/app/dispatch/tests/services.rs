//! Calendars of services beside the others: connected, read, renewed, and what is left when consent is gone.

use serde_json::{Value, json};

use super::{feeds::Fed, *};
use crate::app::{
    backup,
    doubles::Scripted,
    ports::{FeedAnswer, FeedTrouble},
    protocol::service::{ChosenCalendar, Connection},
    refresh_feeds::services::kept,
    store::{grant::GrantV1, migrate, source::SourceV1},
};

const CALENDAR: &str = "https://www.googleapis.com/calendar/v3/calendars/me%40example.com/events";
const ALL: &str = "https://www.googleapis.com/calendar/v3/calendars/me%40example.com/events?maxResults=2500&timeMin=2025-02-28T00:00:00Z&timeMax=2027-03-02T00:00:00Z";
const SINCE: &str = "https://www.googleapis.com/calendar/v3/calendars/me%40example.com/events?maxResults=2500&syncToken=s-1";
const RENEW: &str = "refresh_token https://oauth2.googleapis.com/token";
const CHANGED: &str = r#"{"items": [{"id": "one"}], "nextSyncToken": "s-2"}"#;

fn connection() -> Connection {
    Connection {
        service: "google".to_owned(),
        account: "me@example.com".to_owned(),
        client: "client.example".to_owned(),
        access: "at-1".to_owned(),
        until_ms: "2026-03-01T03:00:00Z"
            .parse::<Timestamp>()
            .unwrap()
            .as_millisecond(),
        refresh: Some("rt-1".to_owned()),
        calendars: vec![ChosenCalendar {
            address: CALENDAR.to_owned(),
            name: "Mine".to_owned(),
        }],
    }
}

fn interview(employer: &str, hour: u32) -> Value {
    json!({
        "id": "one", "iCalUID": "one", "status": "confirmed",
        "summary": format!("Interview with {employer}"),
        "start": {"dateTime": format!("2026-03-02T{hour:02}:00:00Z")},
        "end": {"dateTime": format!("2026-03-02T{hour:02}:45:00Z")},
        "attendees": [{"displayName": "Priya Shah", "email": format!("priya@{}.example", employer.to_lowercase())}],
    })
}

impl Fed {
    fn connect(&self, id: &str, connection: Connection) -> Reply {
        self.world.send(id, Request::Connect { connection })
    }

    fn service(&self, name: &str, status: u16, body: &str) {
        let answer = FeedAnswer {
            status,
            retry_after: (status == 429).then(|| "7200".to_owned()),
            ..FeedAnswer::default()
        };
        let mut answers = self.servers.answers.borrow_mut();
        answers.insert(name.to_owned(), Scripted::Answer(answer, body.to_owned()));
    }

    fn lists(&self, token: &str, items: &[Value]) {
        let body = json!({"items": items, "nextSyncToken": "s-1"}).to_string();
        self.service(&format!("{token} {ALL}"), 200, &body);
        let nothing = json!({"items": [], "nextSyncToken": "s-1"}).to_string();
        self.service(&format!("{token} {SINCE}"), 200, &nothing);
    }

    fn connected() -> Self {
        let fed = Self::new();
        fed.lists("at-1", &[interview("Kettlefish", 10)]);
        assert_eq!(fed.connect("c1", connection()), Reply::Done);
        fed.refresh();
        fed
    }

    fn calendar(&self) -> SourceV1 {
        self.source("me%40example.com/events")
    }

    fn grant(&self) -> Option<GrantV1> {
        let id = self.sources().into_iter().find_map(|it| it.grant)?;
        let store = &self.world.store;
        block_on(Store::new(&store).grant(&id)).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let asked = self.servers.asked.borrow();
        asked.iter().map(|it| it.address.fetched()).collect()
    }
}

#[test]
fn a_connected_calendar_is_read_and_then_only_asked_for_changes() {
    let fed = Fed::connected();
    let source = fed.calendar();
    assert_eq!((source.events, source.interviews), (1, 1));
    assert_eq!(
        (source.host.as_str(), source.label.as_str()),
        ("Google Calendar", "Mine")
    );
    assert_eq!(
        fed.interview("Kettlefish").people[0].name.as_deref(),
        Some("Priya Shah")
    );
    assert_eq!(fed.names(), [ALL]);

    fed.wait(30 * 60_000);
    fed.refresh();
    assert_eq!(fed.names(), [ALL, SINCE]);
    assert!(fed.calendar().fresh_ms > source.fresh_ms);
}

#[test]
fn a_change_moves_the_interview_and_a_calendar_without_it_asks() {
    let fed = Fed::connected();
    fed.service(&format!("at-1 {SINCE}"), 200, CHANGED);
    let moved = json!({"items": [interview("Kettlefish", 15)], "nextSyncToken": "s-1"});
    fed.service(&format!("at-1 {ALL}"), 200, &moved.to_string());
    fed.wait(30 * 60_000);
    fed.refresh();
    assert!(
        fed.interview("Kettlefish")
            .start()
            .to_string()
            .contains("T15:00")
    );
    // As Google takes away an event that the organizer called off.
    let empty = json!({"items": [], "nextSyncToken": "s-3"});
    fed.service(&format!("at-1 {ALL}"), 200, &empty.to_string());
    fed.wait(20 * 60_000);
    fed.world.send(
        "again",
        Request::RefreshFeed {
            feed: fed.calendar().id,
        },
    );
    fed.refresh();
    assert!(fed.interview("Kettlefish").vanished);
    assert_eq!(fed.interviews().len(), 1);
}

#[test]
fn the_same_event_by_address_and_by_service_is_one() {
    let fed = Fed::connected();
    fed.says("/a.ics", &[("one", "Kettlefish", 10)]);
    fed.add("/a.ics");
    let interviews = fed.interviews();
    assert_eq!(interviews.len(), 1);
    assert_eq!(interviews[0].events.len(), 1);
    assert_eq!(interviews[0].events[0].feeds.len(), 2);
}

#[test]
fn a_token_that_has_run_out_is_renewed_first() {
    let fed = Fed::connected();
    fed.lists("at-2", &[interview("Kettlefish", 10)]);
    fed.service(
        RENEW,
        200,
        r#"{"access_token": "at-2", "expires_in": 3600}"#,
    );
    fed.later();
    let grant = fed.grant().unwrap();
    assert_eq!(
        (grant.access.as_str(), grant.refresh.as_deref()),
        ("at-2", Some("rt-1"))
    );
    let names = fed.names();
    assert_eq!(names[1..], ["https://oauth2.googleapis.com/token", SINCE]);
    assert_eq!(fed.calendar().trouble, None);
}

#[test]
fn a_token_that_is_refused_is_renewed_once() {
    let fed = Fed::connected();
    fed.service(&format!("at-1 {SINCE}"), 401, "{}");
    fed.service(
        RENEW,
        200,
        r#"{"access_token": "at-2", "expires_in": 3600}"#,
    );
    fed.lists("at-2", &[]);
    fed.wait(30 * 60_000);
    fed.refresh();
    assert_eq!(fed.calendar().trouble, None);
    assert_eq!(fed.grant().unwrap().access, "at-2");

    fed.service(&format!("at-2 {SINCE}"), 401, "{}");
    let asked = fed.names().len();
    fed.wait(30 * 60_000);
    fed.refresh();
    assert_eq!(fed.names().len(), asked + 3, "asked, renewed, asked again");
    assert_eq!(fed.calendar().trouble.as_deref(), Some("withdrawn"));
}

#[test]
fn withdrawn_consent_needs_the_user_loses_nothing_and_is_mended_by_connecting_again() {
    let fed = Fed::connected();
    fed.service(RENEW, 400, r#"{"error": "invalid_grant"}"#);
    fed.later();
    let source = fed.calendar();
    assert_eq!(
        source.trouble.as_deref(),
        Some(FeedTrouble::Withdrawn.code())
    );
    assert!(source.needs_user);
    assert_eq!(fed.interviews().len(), 1);
    let troubled = fed.world.store.entries.borrow()[keys::TROUBLED].clone();
    assert_eq!(troubled, json!({source.id: "Mine"}));

    fed.lists("at-3", &[interview("Kettlefish", 10)]);
    let again = Connection {
        access: "at-3".to_owned(),
        until_ms: i64::from(u32::MAX) * 1_000,
        calendars: Vec::new(),
        ..connection()
    };
    assert_eq!(fed.connect("c2", again), Reply::Done);
    fed.refresh();
    assert_eq!((fed.calendar().trouble, fed.sources().len()), (None, 1));
}

#[test]
fn a_service_that_asks_to_wait_is_not_asked_before() {
    let fed = Fed::connected();
    let limit = r#"{"error": {"errors": [{"reason": "rateLimitExceeded"}]}}"#;
    for (status, body, code) in [
        (429, "{}", "too_many"),
        (403, limit, "too_many"),
        (503, "", "server_error"),
    ] {
        fed.service(&format!("at-1 {SINCE}"), status, body);
        fed.world.send(
            code,
            Request::RefreshFeed {
                feed: fed.calendar().id,
            },
        );
        fed.refresh();
        let source = fed.calendar();
        assert_eq!(
            (source.trouble.as_deref(), source.needs_user),
            (Some(code), false)
        );
        let wait = source.next_ms - fed.world.clock.0.get().as_millisecond();
        assert!(status != 429 || wait >= 2 * HOUR_MS, "{wait}");
    }
}

#[test]
fn tokens_go_with_the_last_calendar_of_the_account_and_into_no_file() {
    let fed = Fed::connected();
    let stored = fed.world.store.entries.borrow().clone();
    let file = backup::export(&stored, "2026-03-01T00:00:00Z", true).unwrap();
    for secret in ["at-1", "rt-1", "grant:", "googleapis.com"] {
        assert!(!file.contains(secret), "{secret}");
    }
    assert!(file.contains("interview:"));
    assert_eq!(
        format!("{:?}", connection()),
        "Connection { service: \"google\", .. }"
    );
    assert!(!format!("{:?}", fed.grant()).contains("-1"));

    let two = Connection {
        calendars: vec![ChosenCalendar {
            address: CALENDAR.replace("me%40example.com", "team"),
            name: "Team".to_owned(),
        }],
        ..connection()
    };
    fed.connect("c2", two);
    let ids: Vec<String> = fed.sources().into_iter().map(|it| it.id).collect();
    assert_eq!(ids.len(), 2);
    for (at, id) in ids.into_iter().enumerate() {
        fed.world
            .send(&id.clone(), Request::RemoveFeed { feed: id });
        let entries = fed.world.store.entries.borrow();
        let grants = entries.keys().filter(|it| it.starts_with("grant:")).count();
        assert_eq!(grants, 1 - at);
    }
}

#[test]
fn who_chooses_no_calendar_leaves_no_tokens() {
    let fed = Fed::new();
    let nothing = Connection {
        calendars: Vec::new(),
        ..connection()
    };
    assert_eq!(fed.connect("c1", nothing), Reply::Done);
    assert!(
        fed.world
            .store
            .entries
            .borrow()
            .keys()
            .all(|it| !it.starts_with("grant:"))
    );
}

#[test]
fn what_is_no_calendar_of_the_service_is_not_connected() {
    for (service, address) in [
        (
            "google",
            "https://evil.example/calendar/v3/calendars/x/events",
        ),
        ("google", "https://www.googleapis.com/drive/v3/files"),
        (
            "google",
            "https://a:b@www.googleapis.com/calendar/v3/calendars/x/events",
        ),
        ("microsoft", CALENDAR),
        ("other", CALENDAR),
    ] {
        let fed = Fed::new();
        let mut connection = connection();
        connection.service = service.to_owned();
        connection.calendars[0].address = address.to_owned();
        let reply = fed.connect("c1", connection);
        assert_eq!(code(&reply), "invalid_feed_address", "{address}");
        assert!(fed.world.store.entries.borrow().is_empty());
    }
}

#[test]
fn without_its_tokens_a_calendar_needs_the_user() {
    let fed = Fed::connected();
    let key = keys::grant(&fed.grant().unwrap().id);
    for damaged in [None, Some(json!({"version": 2, "data": {"id": 7}}))] {
        let mut entries = fed.world.store.entries.borrow_mut();
        entries.remove(&key);
        entries.extend(damaged.map(|it| (key.clone(), it)));
        drop(entries);
        fed.world.send(
            "x",
            Request::RefreshFeed {
                feed: fed.calendar().id,
            },
        );
        fed.refresh();
        assert_eq!(fed.calendar().trouble.as_deref(), Some("withdrawn"));
    }
}

#[test]
fn only_what_ran_out_just_now_at_a_service_that_allows_it_is_renewed_quietly() {
    for (service, trouble, minutes, expected) in [
        ("microsoft", Some("withdrawn"), 1, 1),
        ("microsoft", Some("withdrawn"), 3, 0),
        ("microsoft", Some("server_error"), 1, 0),
        ("microsoft", None, 1, 0),
        ("google", Some("withdrawn"), 1, 0),
    ] {
        let grant = GrantV1 {
            id: "g".to_owned(),
            service: service.to_owned(),
            account: "me@example.com".to_owned(),
            ..GrantV1::default()
        };
        let source = SourceV1 {
            id: "s".to_owned(),
            grant: Some("g".to_owned()),
            trouble: trouble.map(str::to_owned),
            tried_ms: Some(0),
            ..SourceV1::default()
        };
        let mut stored = serde_json::Map::new();
        stored.insert(keys::grant("g"), migrate::write(&grant).unwrap());
        stored.insert(keys::source("s"), migrate::write(&source).unwrap());
        let now = Timestamp::from_second(minutes * 60).unwrap();
        let due = kept::to_renew_quietly(&stored, now);
        assert_eq!(due.len(), expected, "{service} {trouble:?} {minutes}");
    }
}

#[test]
fn a_grant_is_stored_in_the_shape_that_is_frozen() {
    let fed = Fed::connected();
    let entries = fed.world.store.entries.borrow();
    let (key, grant) = entries
        .iter()
        .find(|(it, _)| it.starts_with("grant:"))
        .unwrap();
    let frozen = json!({"version": 2, "data": {
        "id": key.strip_prefix("grant:").unwrap(), "service": "google", "account": "me@example.com",
        "client": "client.example", "access": "at-1", "untilMs": 1_772_334_000_000_i64, "refresh": "rt-1",
    }});
    assert_eq!(*grant, frozen);
}
