//! Data that was stored once must load for ever. The files in `fixtures/stored` are frozen: a change of
//! the shape that breaks this test needs a new version and a migration, not a new fixture.
#![allow(
    clippy::unwrap_used,
    reason = "a fixture that does not parse fails the test"
)]

use afternote::{
    app::{
        companion,
        site_switch::SiteSwitch,
        store::migrate::{self, ReadError, read_all, read_interview},
        watch_calendars,
    },
    domain::follow_up::status::Status,
};
use serde_json::{Map, Value, json};

fn v1() -> Map<String, Value> {
    serde_json::from_str(include_str!("fixtures/stored/v1.json")).unwrap()
}

#[test]
fn every_record_of_version_1_loads() {
    let records = read_all(&v1());
    assert_eq!(records.interviews.len(), 2);
    assert!(records.unreadable.is_empty());
    assert!(!records.newer);
    assert_eq!(records.profile.name, "Jordan Reyes");
    assert_eq!(records.profile.selling_points.len(), 2);
}

#[test]
fn the_status_of_a_note_of_version_1_is_understood() {
    let records = read_all(&v1());
    let people = records.interviews.iter().flat_map(|it| &it.people);
    let statuses: Vec<Status> = people.map(|it| it.status()).collect();
    assert_eq!(statuses, [Status::Sent, Status::Skipped]);
}

#[test]
fn what_is_written_back_is_what_was_read() {
    for (key, value) in v1() {
        if key.starts_with("interview:") {
            let record = read_interview(&value).unwrap();
            let again = migrate::write(&record).unwrap();
            assert_eq!(read_interview(&again), Ok(record), "{key}");
            for field in ["id", "people", "events", "verdict", "startMs"] {
                let (old, new) = (&value["data"][field], &again["data"][field]);
                assert_eq!(old, new, "{key} {field}");
            }
        }
    }
}

#[test]
fn what_was_learned_loads_and_a_profile_from_before_has_learned_nothing() {
    assert!(read_all(&v1()).profile.learned.is_nothing());
    let mut stored = v1();
    // Frozen: as version 2 of the shapes writes it.
    stored["profile"]["data"]["learned"] = json!({
        "lessons": [
            {"language": "en", "address": "polite", "habit": "greeting", "text": "Hi {first},"},
            {"language": "de", "address": "polite", "habit": "greeting",
             "text": "Liebe Frau {last},", "gender": "woman"},
            {"language": "en", "address": "polite", "habit": "sign_off", "text": "Best,"},
            {"language": "en", "address": "polite", "habit": "leave_out",
             "text": "I would be delighted to be part of what you are building."},
        ],
        "commands": ["c1"],
    });
    let profile = read_all(&stored).profile;
    assert_eq!(profile.learned.lessons().len(), 4);
    let again = migrate::write(&profile).unwrap();
    let learned = |it: &Value| it["data"]["learned"].clone();
    assert_eq!(learned(&again), learned(&stored["profile"]));
}

#[test]
fn a_record_of_a_newer_version_is_left_alone() {
    let newer = json!({"version": migrate::CURRENT + 1, "data": {"anything": true}});
    assert_eq!(read_interview(&newer), Err(ReadError::Newer));
    let mut stored = v1();
    stored.insert("interview:from-the-future".to_owned(), newer);
    let records = read_all(&stored);
    assert!(records.newer);
    assert!(records.unreadable.is_empty());
    assert_eq!(records.interviews.len(), 2);
}

#[test]
fn a_damaged_record_costs_itself_alone() {
    for damaged in [
        json!(null),
        json!("text"),
        json!([1, 2]),
        json!({"version": 1}),
        json!({"version": 1, "data": {"id": "x"}}),
        json!({"version": "1", "data": v1()["interview:hand-1"]["data"].clone()}),
        json!({"data": {}}),
    ] {
        let mut stored = v1();
        stored.insert("interview:damaged".to_owned(), damaged.clone());
        let records = read_all(&stored);
        assert_eq!(records.unreadable, ["interview:damaged"], "{damaged}");
        assert_eq!(records.interviews.len(), 2);
    }
}

/// What version 1 left after a while of use: addresses, switches, prompts, something set aside.
fn lived_in() -> Map<String, Value> {
    serde_json::from_str(include_str!("fixtures/stored/v1_lived_in.json")).unwrap()
}

fn switched_on(stored: &Map<String, Value>) -> [Vec<&'static str>; 2] {
    let codes = |it: Vec<SiteSwitch>| it.into_iter().map(|it| it.code).collect();
    [
        codes(watch_calendars::watched(stored)),
        codes(companion::switched_on(stored)),
    ]
}

/// Everything of version 1 that is in use, brought up to date by the steps.
fn upgraded() -> Map<String, Value> {
    let mut stored = lived_in();
    stored.extend(migrate::outdated(&lived_in()));
    stored
}

#[test]
fn an_older_shape_is_understood_before_and_after_it_was_brought_up_to_date() {
    for stored in [lived_in(), upgraded()] {
        let records = read_all(&stored);
        assert!(!records.newer && records.unreadable.is_empty());
        assert_eq!(records.interviews.len(), 3);
        assert_eq!(records.sources.len(), 1);
        assert_eq!(records.quarantined, 1);
        assert_eq!(records.settings.quiet_from, "22:00");
        let expected = [vec!["google"], vec!["gmail", "proton"]];
        assert_eq!(switched_on(&stored), expected);
    }
}

#[test]
fn bringing_up_to_date_changes_only_shapes() {
    let (before, after) = (read_all(&lived_in()), read_all(&upgraded()));
    assert_eq!(before, after);
    for (key, value) in upgraded() {
        let is_tagged = value["version"] == migrate::CURRENT;
        let is_left_alone = key == "schema" || key.starts_with("quarantine:");
        assert_eq!(is_tagged, !is_left_alone, "{key}");
    }
}

#[test]
fn what_is_up_to_date_or_damaged_is_not_brought_up_to_date() {
    assert!(migrate::outdated(&upgraded()).is_empty());
    for damaged in [
        json!({"version": 1, "data": {"id": 7}}),
        json!({"version": 0, "data": {}}),
        json!("text"),
    ] {
        let stored = Map::from_iter([("interview:x".to_owned(), damaged)]);
        assert!(migrate::outdated(&stored).is_empty());
    }
    let stored = Map::from_iter([("companion".to_owned(), json!({"version": 1, "data": {}}))]);
    assert!(migrate::outdated(&stored).is_empty());
}

/// What version 2 writes, with everything that it can say.
fn v2() -> Map<String, Value> {
    serde_json::from_str(include_str!("fixtures/stored/v2.json")).unwrap()
}

#[test]
fn every_record_of_version_2_loads_and_is_written_back_as_it_was() {
    let stored = v2();
    let records = read_all(&stored);
    assert!(!records.newer && records.unreadable.is_empty());
    assert_eq!(records.interviews.len(), 3);
    assert_eq!((records.quarantined, records.deleted.len()), (1, 1));
    assert_eq!(records.corrections[0].applied, ["asked"]);
    assert!(migrate::outdated(&stored).is_empty());
    let mut again = Map::new();
    for it in &records.interviews {
        again.insert(format!("interview:{}", it.id), migrate::write(it).unwrap());
    }
    for it in &records.sources {
        again.insert(format!("source:{}", it.id), migrate::write(it).unwrap());
    }
    for it in &records.corrections {
        again.insert(format!("correction:{}", it.id), migrate::write(it).unwrap());
    }
    for it in &records.deleted {
        again.insert(format!("deleted:{}", it.id), migrate::write(it).unwrap());
    }
    again.insert("profile".into(), migrate::write(&records.profile).unwrap());
    again.insert(
        "settings".into(),
        migrate::write(&records.settings).unwrap(),
    );
    let index = migrate::read_index(&stored["index"]).unwrap();
    again.insert("index".into(), migrate::write(&index).unwrap());
    let sync = migrate::read_sync(&stored["sync"]).unwrap();
    again.insert("sync".into(), migrate::write(&sync).unwrap());
    let trouble = migrate::read_trouble(&stored["trouble"]).unwrap();
    again.insert("trouble".into(), migrate::write(&trouble).unwrap());
    for (key, value) in again {
        // A later version may say more of it; what was said stays.
        for (field, was) in stored[&key]["data"].as_object().unwrap() {
            assert_eq!(value["data"][field], *was, "{key} {field}");
        }
    }
}

#[test]
fn the_documented_version_is_the_current_one() {
    let documented = include_str!("../docs/backup.md");
    let tag = format!("{{ \"version\": {}, \"data\": … }}", migrate::CURRENT);
    assert!(documented.contains(&tag), "{tag}");
    let fixture = format!("tests/fixtures/stored/v{}.json", migrate::CURRENT);
    assert!(documented.contains(&fixture), "{fixture}");
}
