//! What may happen to the background, in an order that matters.

use afternote::app::{
    plain,
    protocol::{Profile, Request},
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

use super::found::found;

pub(crate) const END: &str = "2026-03-10T11:00:00Z";

/// One thing that happens to the background.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant, reason = "a handful of them")]
pub(crate) enum Event {
    /// A page sends a command, and sends it again when no answer comes.
    Asked(Request),
    /// Time passes, then an alarm or the browser wakes the background.
    Later(SignedDuration),
    /// Something wakes the background while the clock is ahead by this.
    WrongClock(SignedDuration),
    /// The browser or the extension begins anew.
    BeginsAnew,
    /// The browser brings what another device wrote into the synced storage.
    Elsewhere(Map<String, Value>),
    /// Calendar addresses answer with this from now on.
    Served(String),
    /// This lies in storage, whoever wrote it.
    Stored(Map<String, Value>),
    /// The user presses *Later* on the notification.
    PutOff,
    /// Old interviews are looked for, as after each wake.
    ClearsAway,
}

pub(crate) fn hours(hours: i64) -> Event {
    Event::Later(SignedDuration::from_hours(hours))
}

pub(crate) fn scan(shift: i64) -> Event {
    let end: Timestamp = END.parse().unwrap();
    let end = end + SignedDuration::from_hours(shift);
    Event::Asked(Request::RecordScan {
        source: "calendar.ics".into(),
        found: vec![
            found("one", end, &["Priya Shah", "Tom Kovac"]),
            found("two", end + SignedDuration::from_hours(3), &["Ada Fern"]),
        ],
    })
}

/// A request about the first person of the first interview.
fn about(make: impl Fn(String, String) -> Request, ids: &[String]) -> Event {
    Event::Asked(make(ids[0].clone(), "p1".into()))
}

/// Minutes pass.
fn minutes(minutes: i64) -> Event {
    Event::Later(SignedDuration::from_mins(minutes))
}

/// A request as it crosses the wire.
fn asked(request: &Value) -> Event {
    Event::Asked(plain::from_value(request).unwrap())
}

/// A calendar with one interview that begins at this hour of the day.
fn served(hour: u32) -> Event {
    Event::Served(format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VEVENT\r\nUID:a@example\r\n\
         DTSTAMP:20260301T000000Z\r\nDTSTART:20260310T{hour}0000Z\r\nDURATION:PT1H\r\n\
         SUMMARY:Job interview at Kettlefish\r\n\
         ORGANIZER;CN=Priya Shah:mailto:priya@kettlefish.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ))
}

fn fixture(text: &str) -> Map<String, Value> {
    serde_json::from_str(text).unwrap()
}

fn damaged(value: Value) -> Event {
    Event::Stored(Map::from_iter([("interview:damaged".to_owned(), value)]))
}

/// All of them; `ids` are those of the interviews of [`scan`].
pub(crate) fn all(ids: &[String]) -> Vec<(&'static str, Vec<Event>)> {
    let mut all = of_notes(ids);
    all.extend(of_data(ids));
    all
}

/// What happens to the data as a whole.
fn of_data(ids: &[String]) -> Vec<(&'static str, Vec<Event>)> {
    let v1 = fixture(include_str!("../fixtures/stored/v1.json"));
    let lived_in = fixture(include_str!("../fixtures/stored/v1_lived_in.json"));
    let about = |kind: &str, more: Value| {
        let mut request = json!({"kind": kind, "interview": ids[0], "person": "p1"});
        request
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        asked(&request)
    };
    let lesson = |kind: &str, text: &str| {
        let (language, address) = ("en", "polite");
        let lesson = json!({
            "language": language, "address": address, "habit": "greeting", "text": text,
        });
        asked(&json!({"kind": kind, "lesson": lesson}))
    };
    let gmail = || json!({"provider": "gmail"});
    let page = json!({
        "kind": "recordPage", "host": "calendar.example", "confirmed": true,
        "found": [plain::to_value(&found("page", END.parse().unwrap(), &["Ada Fern"])).unwrap()],
    });
    let address = json!({"kind": "addFeed", "address": "https://calendar.example/private.ics"});
    let restore = json!({
        "kind": "restore", "records": v1, "replace": false, "bringBack": false,
    });
    let delete = json!({"kind": "delete", "interview": ids[1]});
    let half = || json!({"version": 1, "data": {"id": 7}});
    vec![
        (
            "restore",
            vec![
                scan(0),
                asked(&restore),
                hours(1),
                asked(&restore),
                hours(26),
            ],
        ),
        (
            "teach",
            vec![
                scan(0),
                hours(1),
                about("answer", json!({"specific": "x", "sellingPoints": []})),
                about("prepareNote", json!({"variant": 0})),
                about(
                    "saveNote",
                    json!({"subject": "s", "body": "Dear Priya,\n\nThanks."}),
                ),
                lesson("teach", "Dear {first},"),
                about("notThisTime", json!({})),
                lesson("teach", "Hello {first}!"),
                lesson("unteach", "Hello {first}!"),
                lesson("teach", "Good day {full},"),
                about("prepareNote", json!({"variant": 1})),
                hours(26),
            ],
        ),
        (
            "delete",
            vec![
                scan(0),
                hours(1),
                hours(4),
                asked(&delete),
                hours(20),
                hours(10),
            ],
        ),
        (
            "feeds",
            vec![
                served(14),
                asked(&address),
                minutes(5),
                minutes(115),
                served(16),
                minutes(60),
                minutes(60),
                minutes(70),
                minutes(65),
                hours(24),
            ],
        ),
        (
            "put off",
            vec![
                scan(0),
                hours(1),
                Event::PutOff,
                hours(1),
                minutes(90),
                hours(26),
            ],
        ),
        (
            "begin anew",
            vec![
                scan(0),
                Event::BeginsAnew,
                hours(1),
                Event::BeginsAnew,
                hours(25),
                Event::BeginsAnew,
            ],
        ),
        (
            "set aside",
            vec![
                scan(0),
                damaged(half()),
                Event::BeginsAnew,
                hours(1),
                damaged(json!("other")),
                Event::BeginsAnew,
                damaged(half()),
                Event::BeginsAnew,
                hours(25),
            ],
        ),
        (
            "companion",
            vec![
                scan(0),
                hours(1),
                about("answer", json!({"specific": "x", "sellingPoints": []})),
                about("prepareNote", json!({"variant": 0})),
                about("markOpened", gmail()),
                about("seenSent", gmail()),
                about("seenTakenBack", gmail()),
                about("seenSent", gmail()),
                hours(26),
            ],
        ),
        (
            "page",
            vec![asked(&page), hours(1), asked(&page), hours(24)],
        ),
        (
            "migration",
            vec![
                // The address in it was to be asked in years: by a clock that was wrong.
                Event::Stored(lived_in),
                served(14),
                Event::BeginsAnew,
                hours(1),
                hours(3),
                hours(20),
                hours(20),
            ],
        ),
    ]
}

/// What happens to notes and prompts.
fn of_notes(ids: &[String]) -> Vec<(&'static str, Vec<Event>)> {
    let sent = |interview, person| Request::MarkSent { interview, person };
    let undo = |interview, person| Request::Undo { interview, person };
    let skip = |interview, person| Request::Skip { interview, person };
    let again = |interview, person| Request::WriteAgain { interview, person };
    let answer = |interview, person| Request::Answer {
        interview,
        person,
        specific: "event sourcing".into(),
        selling_points: Vec::new(),
    };
    let compose = |interview, person| Request::PrepareNote {
        interview,
        person,
        variant: 0,
    };
    let open = |interview, person| Request::MarkOpened {
        interview,
        person,
        provider: "gmail".into(),
    };
    let profile = Event::Asked(Request::SaveProfile {
        profile: Profile {
            name: "Jordan Avery".into(),
            ..Profile::default()
        },
    });
    let not_it = Event::Asked(Request::Judge {
        interview: ids[1].clone(),
        is_interview: Some(false),
    });
    let snooze = Event::Asked(Request::Snooze {
        interview: ids[0].clone(),
        until_ms: Some(END.parse::<Timestamp>().unwrap().as_millisecond() + 3 * 3_600_000),
    });
    let days = |count: i64| hours(24 * count);
    vec![
        ("import", vec![profile.clone(), scan(0), scan(0), hours(1)]),
        (
            "remind",
            vec![
                scan(0),
                hours(1),
                hours(4),
                hours(18),
                hours(12),
                hours(24),
                days(7),
            ],
        ),
        (
            "write",
            vec![
                profile,
                scan(0),
                hours(1),
                about(answer, ids),
                about(compose, ids),
                about(open, ids),
                about(sent, ids),
                hours(26),
                hours(30),
            ],
        ),
        (
            "sent and undone",
            vec![
                scan(0),
                hours(1),
                about(sent, ids),
                about(undo, ids),
                hours(25),
                about(sent, ids),
                days(9),
            ],
        ),
        (
            "second note",
            vec![
                scan(0),
                hours(1),
                about(sent, ids),
                about(again, ids),
                about(compose, ids),
                about(sent, ids),
                hours(30),
            ],
        ),
        (
            "skip and judge",
            vec![
                scan(0),
                hours(1),
                about(skip, ids),
                not_it,
                hours(5),
                hours(20),
                days(8),
            ],
        ),
        (
            "wrong clock",
            vec![
                scan(0),
                hours(1),
                Event::WrongClock(SignedDuration::from_hours(24 * 700)),
                minutes(90),
                hours(25),
                Event::WrongClock(SignedDuration::from_hours(24 * 700)),
                days(9),
                hours(1),
            ],
        ),
        (
            "snooze",
            vec![scan(0), hours(1), snooze, hours(1), hours(2), hours(30)],
        ),
        (
            "moved",
            vec![
                scan(0),
                hours(1),
                scan(48),
                hours(24),
                hours(26),
                about(sent, ids),
                hours(30),
                scan(48),
                days(9),
            ],
        ),
    ]
}
