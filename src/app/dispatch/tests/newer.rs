//! Data of a newer version is never overwritten, whatever is asked; only the user may destroy it.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::*;
use crate::app::{plain, store::migrate};

type Stored = Map<String, Value>;

/// What the requests are about.
#[derive(Default)]
struct About {
    /// An interview with a draft for `p1`, of which the user said that it is one.
    interview: String,
    /// An address.
    feed: String,
    /// An interview that was deleted.
    deleted: Value,
    /// The key of one that was set aside, although it can be read.
    aside: String,
}

/// Every request there is.
fn requests(model: &About) -> Vec<Value> {
    let (it, feed, aside) = (&model.interview, &model.feed, &model.aside);
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
    let lesson = json!({
        "language": "en", "address": "polite", "habit": "sign_off", "text": "Cheers,",
    });
    let settings = json!({
        "prompts": true, "discreet": true, "quietFrom": "22:00", "quietUntil": "07:00",
        "quietWeekends": false, "keepMonths": 0, "clearSent": false,
    });
    let records: Value =
        serde_json::from_str(include_str!("../../../../tests/fixtures/stored/v1.json")).unwrap();
    let provider = json!({"provider": "gmail"});
    let all = vec![
        json!({"kind": "recordScan", "source": "b.ics", "found": [with(found.clone(), json!({"title": "New"}))]}),
        json!({"kind": "itIsOne", "source": "b.ics", "found": with(found.clone(), json!({"events": [{"uid": "other", "recurrenceMs": null}], "title": "Chat", "startMs": 9 * HOUR_MS, "endMs": 10 * HOUR_MS}))}),
        json!({"kind": "recordPage", "host": "h", "found": [with(found, json!({"location": "Hall"}))], "confirmed": true}),
        json!({"kind": "watchCalendars", "sites": ["outlook"]}),
        json!({"kind": "accompany", "sites": ["outlook"]}),
        json!({"kind": "addInterview", "interview": interview}),
        json!({"kind": "saveProfile", "profile": profile}),
        json!({"kind": "saveSettings", "settings": settings}),
        json!({"kind": "snooze", "interview": it, "untilMs": 3 * HOUR_MS}),
        json!({"kind": "judge", "interview": it, "isInterview": false}),
        json!({"kind": "remember", "correction": it, "scope": "series"}),
        json!({"kind": "forgetCorrection", "correction": it}),
        json!({"kind": "shareStatus", "on": true}),
        json!({"kind": "forgetShared"}),
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
        json!({"kind": "editInterview", "interview": it, "employer": "Marlow", "role": "Chef"}),
        json!({"kind": "orderPeople", "interview": it, "people": ["p1"]}),
        json!({"kind": "setKind", "interview": it, "meeting": "final"}),
        json!({"kind": "setRelay", "interview": it, "oneNote": true}),
        json!({"kind": "takeBack", "interview": it}),
        about("removePerson"),
        about("restorePerson"),
        json!({"kind": "addPerson", "interview": it, "person": hand}),
        json!({"kind": "skipAll", "interview": it}),
        json!({"kind": "undoSkipAll", "interview": it}),
        about("checkIn"),
        json!({"kind": "undoCheckIn", "interview": it}),
        json!({"kind": "bringBack", "record": model.deleted}),
        json!({"kind": "tryAgain", "key": aside}),
        json!({"kind": "discard", "key": aside}),
        json!({"kind": "setOutcome", "interview": it, "outcome": "offer"}),
        json!({"kind": "restore", "records": records, "replace": false, "bringBack": false}),
        json!({"kind": "delete", "interview": it}),
        json!({"kind": "addFeed", "address": "https://other.example/b.ics"}),
        json!({"kind": "editFeed", "feed": feed, "label": "Mine", "everyMinutes": 60}),
        json!({"kind": "removeFeed", "feed": feed}),
        json!({"kind": "refreshFeed", "feed": feed}),
        json!({"kind": "learnWord", "word": "Kettlefish"}),
        json!({"kind": "teach", "lesson": lesson}),
        json!({"kind": "unteach", "lesson": lesson}),
        about("notThisTime"),
        json!({"kind": "reconcile"}),
    ];
    #[cfg(feature = "services")]
    let all = [all, vec![connect()]].concat();
    all
}

/// What only builds with services ask.
#[cfg(feature = "services")]
fn connect() -> Value {
    let calendar = json!({
        "address": "https://www.googleapis.com/calendar/v3/calendars/x/events", "name": "x",
    });
    json!({"kind": "connect", "connection": {
        "service": "google", "account": "", "client": "c", "access": "a", "untilMs": 0,
        "calendars": [calendar],
    }})
}

fn lived_in() -> (World, About) {
    let (world, interview, _) = World::with_draft();
    let address = "https://calendar.example/a.ics".to_owned();
    world.send(
        "c4",
        Request::AddFeed {
            address,
            label: String::new(),
            caldav: false,
        },
    );
    let sites = vec!["google".to_owned()];
    let accompany = vec!["gmail".to_owned()];
    let meeting = Some("panel".to_owned());
    let of_kind = interview.clone();
    world.send(
        "c4b",
        Request::SetKind {
            interview: of_kind,
            meeting,
        },
    );
    world.send("c5", Request::WatchCalendars { sites });
    world.send("c6", Request::Accompany { sites: accompany });
    let judged = interview.clone();
    world.send(
        "c7",
        Request::Judge {
            interview: judged,
            is_interview: Some(true),
        },
    );
    let mut second = found();
    second.events[0].uid = "second".to_owned();
    second.start_ms += 50 * HOUR_MS;
    second.end_ms += 50 * HOUR_MS;
    world.scan("c8", vec![second]);
    let interviews = migrate::read_all(&world.store.entries.borrow()).interviews;
    let second = interviews.into_iter().find(|it| it.id != interview);
    let second = second.unwrap().id;
    let deleted = world.store.entries.borrow()[&keys::interview(&second)].clone();
    let aside = keys::quarantine(&keys::interview(&second));
    world.send(
        "c9",
        Request::Delete {
            interview: Some(second),
        },
    );
    let mut entries = world.store.entries.borrow_mut();
    entries.insert(aside.clone(), deleted.clone());
    let feed = entries.keys().find_map(|it| it.strip_prefix("source:"));
    let feed = feed.unwrap().to_owned();
    drop(entries);
    let about = About {
        interview,
        feed,
        deleted,
        aside,
    };
    (world, about)
}

/// Asks everything there is; what was stored before and after.
fn ask_everything(
    begins_anew: bool,
    age: impl Fn(&mut Map<String, Value>),
) -> Vec<(String, Reply, [Stored; 2])> {
    let (model, about) = lived_in();
    let mut aged = model.store.entries.borrow().clone();
    age(&mut aged);
    requests(&about)
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
        let told = match kind.as_str() {
            "reconcile" => "",
            // Is about another storage, and carried out before commands come here.
            "forgetShared" => "unknown_request",
            _ => "newer_data",
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
        "checkIn",
        "undoCheckIn",
        "forgetShared",
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
    let names = names.filter(|it| cfg!(feature = "services") || it != "connect");
    let known: BTreeSet<String> = requests(&About::default())
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
