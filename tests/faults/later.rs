//! What happens later in the life of the data: answers, the gentle question, settings, repair, clearing
//! away, the end of everything, and a newer version that was there.

use afternote::app::store::migrate;
use serde_json::{Map, Value, json};

use super::{Event, hours, scan};

fn days(count: i64) -> Event {
    hours(24 * count)
}

fn asked(request: &Value) -> Event {
    Event::Asked(afternote::app::plain::from_value(request).unwrap())
}

fn stored(key: &str, value: Value) -> Event {
    Event::Stored(Map::from_iter([(key.to_owned(), value)]))
}

pub(crate) fn all(ids: &[String]) -> Vec<(&'static str, Vec<Event>)> {
    let id = &ids[0];
    let about = |kind: &str| asked(&json!({"kind": kind, "interview": id, "person": "p1"}));
    let outcome = |it: Value| asked(&json!({"kind": "setOutcome", "interview": id, "outcome": it}));
    let settings = |prompts: bool, from: &str| {
        let settings = json!({
            "prompts": prompts, "discreet": true, "quietFrom": from, "quietUntil": "07:00",
            "quietWeekends": false, "keepMonths": 6, "clearSent": true,
        });
        asked(&json!({"kind": "saveSettings", "settings": settings}))
    };
    let about_record = |kind: &str, key: &str| asked(&json!({"kind": kind, "key": key}));
    let fixture: Map<String, Value> =
        serde_json::from_str(include_str!("../fixtures/stored/v2.json")).unwrap();
    let newer = json!({"version": migrate::CURRENT + 1, "data": {"anything": true}});
    vec![
        (
            "answers",
            vec![
                scan(0),
                hours(1),
                outcome(json!("offer")),
                hours(1),
                outcome(json!(null)),
                hours(20),
                outcome(json!("not_held")),
                days(8),
            ],
        ),
        (
            "gentle question",
            vec![
                scan(0),
                hours(1),
                about("markSent"),
                days(9),
                about("checkIn"),
                asked(&json!({"kind": "undoCheckIn", "interview": id})),
                about("checkIn"),
                days(1),
            ],
        ),
        (
            "settings",
            vec![
                settings(true, "22:00"),
                scan(0),
                hours(0),
                hours(1),
                settings(false, "22:00"),
                hours(24),
                settings(true, "21:00"),
                // Whoever is refused after a command looks again at the next wake.
                hours(0),
                hours(1),
            ],
        ),
        (
            "repair",
            vec![
                scan(0),
                hours(1),
                stored(
                    "quarantine:interview:asked",
                    fixture["interview:asked"].clone(),
                ),
                stored("quarantine:deleted:gone", fixture["deleted:gone"].clone()),
                stored("quarantine:companion", fixture["companion"].clone()),
                stored("quarantine:interview:broken", json!(7)),
                about_record("tryAgain", "quarantine:interview:asked"),
                about_record("tryAgain", "quarantine:deleted:gone"),
                about_record("tryAgain", "quarantine:companion"),
                about_record("discard", "quarantine:interview:broken"),
                hours(24),
            ],
        ),
        (
            "clear away",
            vec![
                settings(true, "22:00"),
                scan(0),
                hours(1),
                about("markSent"),
                Event::ClearsAway,
                days(400),
                Event::ClearsAway,
                days(1),
                Event::ClearsAway,
                scan(0),
                days(1),
                Event::ClearsAway,
            ],
        ),
        (
            "erase",
            vec![
                scan(0),
                hours(1),
                asked(&json!({"kind": "delete", "interview": null})),
                hours(24),
                scan(24),
                hours(0),
                hours(24),
            ],
        ),
        (
            "newer",
            vec![
                scan(0),
                hours(1),
                stored("interview:later", newer),
                hours(1),
                about("markSent"),
                hours(24),
            ],
        ),
    ]
}
