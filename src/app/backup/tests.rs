//! What is saved, what a merge does, and that the plan says it beforehand.

use pollster::block_on;
use serde_json::json;

use super::*;
use crate::app::doubles::MemoryStore;

fn stored() -> Map<String, Value> {
    let mut all: Map<String, Value> =
        serde_json::from_str(include_str!("../../../tests/fixtures/stored/v1.json")).unwrap();
    let settings = SettingsV1 {
        rev: 1,
        discreet: true,
        ..SettingsV1::default()
    };
    all.insert(keys::SETTINGS.into(), migrate::write(&settings).unwrap());
    all
}

fn backup() -> Map<String, Value> {
    read(&export(&stored(), "2026-04-20T12:00:00Z", true).unwrap()).unwrap()
}

fn now() -> Timestamp {
    "2026-04-20T12:00:00Z".parse().unwrap()
}

fn restored(kv: &MemoryStore, records: &Map<String, Value>, choices: Choices) -> Plan {
    let before = plan(&kv.entries.borrow(), records, choices);
    let done = block_on(restore(&Store::new(&kv), now(), "c", records, choices)).unwrap();
    assert_eq!(before, done, "the plan is what is done");
    done
}

fn with(entries: Map<String, Value>) -> MemoryStore {
    let kv = MemoryStore::default();
    kv.entries.borrow_mut().extend(entries);
    kv
}

/// The stored record with this part changed.
fn changed(mut records: Map<String, Value>, change: impl Fn(&mut Value)) -> Map<String, Value> {
    for (key, value) in &mut records {
        if keys::is_interview(key) {
            change(&mut value["data"]);
        }
    }
    records
}

const SECRET: &str = "https://calendar.example/private-4711/basic.ics";

fn with_address() -> Map<String, Value> {
    let mut all = stored();
    let source = json!({"version": 1, "data": {
        "id": "s1", "address": SECRET, "host": "calendar.example", "nextMs": 0
    }});
    all.insert("quarantine:source:s2".into(), source.clone());
    all.insert("quarantine:2:source:s2".into(), source.clone());
    all.insert("source:s1".into(), source);
    all.insert("calendar_pages".into(), json!(["google"]));
    all.insert(
        "index".into(),
        json!({"version": 1, "data": {"open": [], "recent": []}}),
    );
    all.insert("invented_later".into(), json!(SECRET));
    all
}

#[test]
fn addresses_of_calendars_leave_only_when_the_user_says_so() {
    let silent = export(&with_address(), "now", false).unwrap();
    assert!(!silent.contains("4711"), "{silent}");
    assert!(silent.contains("Kettlefish"));
    let told = read(&export(&with_address(), "now", true).unwrap()).unwrap();
    assert_eq!(told["source:s1"]["data"]["address"], SECRET);
    for key in ["index", "calendar_pages", "invented_later"] {
        assert!(!told.contains_key(key), "{key}");
    }
}

#[test]
fn an_address_comes_back_as_if_it_had_just_been_added() {
    let kv = MemoryStore::default();
    let records = read(&export(&with_address(), "now", true).unwrap()).unwrap();
    assert_eq!(restored(&kv, &records, Choices::default()).addresses, 1);
    let sources = migrate::read_all(&kv.entries.borrow()).sources;
    assert_eq!(sources[0].next_ms, now().as_millisecond());
    assert_eq!(restored(&kv, &records, Choices::default()).addresses, 0);
    let mut lying = records;
    lying["source:s1"]["data"]["address"] = json!("https://other.example/x");
    lying["source:s1"]["data"]["id"] = json!("s9");
    restored(&kv, &lying, Choices::default());
    let sources = migrate::read_all(&kv.entries.borrow()).sources;
    assert!(sources.iter().any(|it| it.host == "other.example"));
    lying["source:s1"]["data"]["address"] = json!("javascript:alert(1)");
    assert_eq!(restored(&kv, &lying, Choices::default()).addresses, 0);
}

#[test]
fn what_was_exported_is_restored_into_an_empty_store_in_one_write() {
    let kv = MemoryStore::default();
    let done = restored(&kv, &backup(), Choices::default());
    assert_eq!((done.added, done.completed), (2, 0));
    assert_eq!((done.profile, done.settings), (Fate::Taken, Fate::Taken));
    assert_eq!(kv.writes.get(), 1);
    let records = migrate::read_all(&kv.entries.borrow());
    assert_eq!(records.interviews.len(), 2);
    assert_eq!(records.profile.name, "Jordan Reyes");
    // A second time changes nothing.
    let again = restored(&kv, &backup(), Choices::default());
    assert_eq!((again.added, again.completed, again.unchanged), (0, 0, 2));
    assert_eq!(
        (again.profile, again.settings),
        (Fate::Nothing, Fate::Nothing)
    );
    assert_eq!(kv.writes.get(), 1);
}

#[test]
fn a_store_that_is_full_is_left_as_it_was() {
    let kv = MemoryStore::default();
    *kv.refuse_writes.borrow_mut() = Some(AppError::StorageFull);
    let failed = block_on(restore(
        &Store::new(&&kv),
        now(),
        "c",
        &backup(),
        Choices::default(),
    ));
    assert_eq!(failed, Err(AppError::StorageFull));
    assert!(kv.entries.borrow().is_empty());
}

#[test]
fn profile_and_reminders_that_are_here_stay_unless_the_user_chooses_otherwise() {
    let mut here = stored();
    here["profile"]["data"]["name"] = json!("J. Reyes");
    here["settings"]["data"]["quietFrom"] = json!("22:30");
    let kv = with(here);
    let kept = restored(&kv, &backup(), Choices::default());
    assert_eq!((kept.profile, kept.settings), (Fate::Kept, Fate::Kept));
    assert_eq!(
        migrate::read_all(&kv.entries.borrow()).profile.name,
        "J. Reyes"
    );
    let replace = Choices {
        replace: true,
        ..Choices::default()
    };
    let taken = restored(&kv, &backup(), replace);
    assert_eq!((taken.profile, taken.settings), (Fate::Taken, Fate::Taken));
    let records = migrate::read_all(&kv.entries.borrow());
    assert_eq!(records.profile.name, "Jordan Reyes");
    assert_ne!(records.settings.quiet_from, "22:30");
}

#[test]
fn the_same_interview_under_another_id_is_one() {
    let renamed = |records: Map<String, Value>| -> Map<String, Value> {
        let rename = |(key, mut it): (String, Value)| {
            if !keys::is_interview(&key) {
                return (key, it);
            }
            let id = format!("{}-b", it["data"]["id"].as_str().unwrap());
            it["data"]["id"] = json!(id);
            (keys::interview(&id), it)
        };
        records.into_iter().map(rename).collect()
    };
    let by_event = changed(renamed(backup()), |it| {
        it["startMs"] = json!(1);
        it["title"] = json!("Another title");
    });
    let by_time = changed(renamed(backup()), |it| it["events"] = json!([]));
    let neither = changed(by_time.clone(), |it| it["startMs"] = json!(1));
    let known = migrate::read_all(&stored()).interviews;
    let with_events = known.iter().filter(|it| !it.events.is_empty()).count();
    let added = |records: &Map<String, Value>| {
        usize::try_from(restored(&with(stored()), records, Choices::default()).added).unwrap()
    };
    assert_eq!(added(&by_event), known.len() - with_events);
    assert_eq!(added(&by_time), 0);
    assert_eq!(added(&neither), known.len());
}

#[test]
fn what_was_deleted_here_stays_deleted_unless_the_user_chooses_otherwise() {
    let kv = with(stored());
    let gone = migrate::read_all(&kv.entries.borrow()).interviews.remove(0);
    block_on(Store::new(&&kv).delete(std::slice::from_ref(&gone), now())).unwrap();
    let left = restored(&kv, &backup(), Choices::default());
    assert_eq!((left.deleted, left.added), (1, 0));
    let bring_back = Choices {
        bring_back: true,
        ..Choices::default()
    };
    let back = restored(&kv, &backup(), bring_back);
    assert_eq!((back.deleted, back.added), (1, 1));
    let records = migrate::read_all(&kv.entries.borrow());
    assert!(records.deleted.is_empty());
    assert_eq!(records.interviews.len(), 2);
}

#[test]
fn other_files_are_refused() {
    for text in [
        "",
        "{}",
        "[1]",
        "BEGIN:VCALENDAR",
        r#"{"format":"x","made":"","records":{}}"#,
    ] {
        assert_eq!(read(text), Err(AppError::NoBackup), "{text}");
    }
    let newer = r#"{"format":"afternote-backup","made":"","records":{"schema":99}}"#;
    assert_eq!(read(newer), Err(AppError::NewerData));
}

#[test]
fn the_password_of_an_account_is_in_no_backup_whatever_was_chosen() {
    let account = |caldav: bool, address: &str| serde_json::json!({"version": 1, "data": {"caldav": caldav, "address": address}});
    let mut all = stored();
    all.insert(
        keys::source("1"),
        account(true, "https://me:s3cret@x.example/"),
    );
    all.insert(keys::source("2"), account(false, "https://plain.example/"));
    let text = export(&all, "", true).unwrap();
    assert!(!text.contains("s3cret"));
    assert!(text.contains("plain.example"));
}
