//! Data of a newer version is never overwritten, whatever is asked; only the user may destroy it.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::*;
use crate::app::plain;

/// Every request there is; `it` is an interview with a draft for `p1`, `feed` an address.
fn requests(it: &str, feed: &str) -> Vec<Value> {
    let about = |kind: &str| json!({"kind": kind, "interview": it, "person": "p1"});
    let with = |mut request: Value, more: Value| {
        let (Value::Object(all), Value::Object(more)) = (&mut request, more) else {
            return request;
        };
        all.extend(more);
        request
    };
    let found = plain::to_value(&found()).unwrap();
    let hand = json!({"name": "Tom Kovac", "email": "", "title": ""});
    let interview = json!({
        "employer": "Marlow", "role": "", "startMs": 0, "endMs": HOUR_MS, "zone": "UTC",
        "people": [hand],
    });
    let profile = json!({
        "name": "Jo", "emails": [], "sellingPoints": [], "signature": "", "tone": "", "provider": "",
    });
    let settings = json!({
        "prompts": true, "discreet": true, "quietFrom": "22:00", "quietUntil": "07:00",
        "quietWeekends": false, "keepMonths": 0, "clearSent": false,
    });
    let records: Value =
        serde_json::from_str(include_str!("../../../../tests/fixtures/stored/v1.json")).unwrap();
    let provider = json!({"provider": "gmail"});
    vec![
        json!({"kind": "recordScan", "source": "b.ics", "found": [with(found.clone(), json!({"title": "New"}))]}),
        json!({"kind": "recordPage", "host": "h", "found": [with(found, json!({"location": "Hall"}))], "confirmed": true}),
        json!({"kind": "watchCalendars", "sites": ["outlook"]}),
        json!({"kind": "accompany", "sites": ["outlook"]}),
        json!({"kind": "addInterview", "interview": interview}),
        json!({"kind": "saveProfile", "profile": profile}),
        json!({"kind": "saveSettings", "settings": settings}),
        json!({"kind": "snooze", "interview": it, "untilMs": 3 * HOUR_MS}),
        json!({"kind": "judge", "interview": it, "isInterview": false}),
        with(
            about("answer"),
            json!({"specific": "x", "sellingPoints": []}),
        ),
        with(about("prepareNote"), json!({"variant": 1})),
        with(about("saveNote"), json!({"subject": "s", "body": "b"})),
        with(about("markOpened"), provider.clone()),
        with(about("seenSent"), provider.clone()),
        with(about("seenTakenBack"), provider),
        about("markSent"),
        about("skip"),
        about("undo"),
        about("writeAgain"),
        with(
            about("editPerson"),
            json!({"name": "P", "email": "", "title": ""}),
        ),
        about("removePerson"),
        about("restorePerson"),
        json!({"kind": "addPerson", "interview": it, "person": hand}),
        json!({"kind": "skipAll", "interview": it}),
        json!({"kind": "setOutcome", "interview": it, "outcome": "offer"}),
        json!({"kind": "restore", "records": records, "replace": false, "bringBack": false}),
        json!({"kind": "delete", "interview": it}),
        json!({"kind": "addFeed", "address": "https://other.example/b.ics"}),
        json!({"kind": "removeFeed", "feed": feed}),
        json!({"kind": "refreshFeed", "feed": feed}),
        json!({"kind": "learnWord", "word": "Kettlefish"}),
        json!({"kind": "reconcile"}),
    ]
}

fn lived_in() -> (World, String, String) {
    let (world, interview, _) = World::with_draft();
    let address = "https://calendar.example/a.ics".to_owned();
    world.send("c4", Request::AddFeed { address });
    let sites = vec!["google".to_owned()];
    let accompany = vec!["gmail".to_owned()];
    world.send("c5", Request::WatchCalendars { sites });
    world.send("c6", Request::Accompany { sites: accompany });
    let entries = world.store.entries.borrow().clone();
    let feed = entries.keys().find_map(|it| it.strip_prefix("source:"));
    let feed = feed.unwrap().to_owned();
    (world, interview, feed)
}

/// Asks everything there is; what was stored before and after.
fn ask_everything(
    begins_anew: bool,
    age: impl Fn(&mut Map<String, Value>),
) -> Vec<(String, Reply, [Map<String, Value>; 2])> {
    let (model, interview, feed) = lived_in();
    let mut aged = model.store.entries.borrow().clone();
    age(&mut aged);
    requests(&interview, &feed)
        .into_iter()
        .map(|request| {
            let world = World::new();
            *world.store.entries.borrow_mut() = aged.clone();
            let kind = request["kind"].as_str().unwrap().to_owned();
            let reply = world.send("new", plain::from_value(&request).unwrap());
            if begins_anew {
                world.begin_anew();
            }
            let after = world.store.entries.borrow().clone();
            (kind, reply, [aged.clone(), after])
        })
        .collect()
}

#[test]
fn a_newer_storage_is_never_written_to_and_who_asks_is_told() {
    let outcomes = ask_everything(true, |stored| {
        stored.insert(keys::SCHEMA.to_owned(), json!(99));
    });
    for (kind, reply, [before, after]) in outcomes {
        assert_eq!(before, after, "{kind}");
        let told = if kind == "reconcile" {
            ""
        } else {
            "newer_data"
        };
        assert_eq!(code(&reply), told, "{kind}");
    }
}

#[test]
fn a_record_of_a_newer_version_is_never_replaced_or_removed() {
    let outcomes = ask_everything(true, |stored| {
        for (_, record) in stored.iter_mut().filter(|(key, _)| *key != keys::SCHEMA) {
            record["version"] = json!(99);
        }
    });
    for (kind, _, [before, after]) in outcomes {
        for (key, record) in &before {
            assert_eq!(after.get(key), Some(record), "{kind} {key}");
        }
    }
}

#[test]
fn all_of_these_requests_change_something_where_nothing_is_newer() {
    // What has nothing to take back or to bring back is refused for that.
    let idle = [
        "seenTakenBack",
        "writeAgain",
        "restorePerson",
        "refreshFeed",
        "reconcile",
    ];
    for (kind, reply, [before, after]) in ask_everything(false, |_| {}) {
        assert_eq!(
            before == after,
            idle.contains(&kind.as_str()),
            "{kind} {reply:?}"
        );
    }
}

#[test]
fn no_request_is_forgotten_here() {
    let protocol = include_str!("../../protocol/mod.rs");
    let body = protocol.split("pub enum Request {").nth(1).unwrap();
    let body = body.split("\n}").next().unwrap();
    let names = body.lines().filter_map(|it| {
        let name = it.strip_prefix("    ")?;
        let name = name.trim_end_matches([' ', '{', ',']);
        let is_variant =
            name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphanumeric);
        is_variant.then(|| name.to_lowercase())
    });
    let known: BTreeSet<String> = requests("", "")
        .iter()
        .map(|it| it["kind"].as_str().unwrap().to_lowercase())
        .collect();
    assert_eq!(names.collect::<BTreeSet<_>>(), known);
}

#[test]
fn who_deletes_everything_deletes_that_too() {
    let (world, ..) = World::with_draft();
    world
        .store
        .entries
        .borrow_mut()
        .insert(keys::SCHEMA.to_owned(), json!(99));
    world.send("c4", Request::Delete { interview: None });
    assert!(world.store.entries.borrow().is_empty());
}
