//! What is gone, what is left of it, and what stays.

use jiff::SignedDuration;
use pollster::block_on;
use serde_json::{Map, json};

use super::*;
use crate::app::{
    doubles::MemoryStore,
    store::{deleted, keys},
};

const NOW: &str = "2026-04-20T12:00:00Z";

fn now() -> Timestamp {
    NOW.parse().unwrap()
}

fn stored() -> MemoryStore {
    let kv = MemoryStore::default();
    let all: Map<String, Value> =
        serde_json::from_str(include_str!("../../../tests/fixtures/stored/v1.json")).unwrap();
    kv.entries.borrow_mut().extend(all);
    let settings = migrate::write(&SettingsV1::default()).unwrap();
    kv.entries
        .borrow_mut()
        .insert(keys::SETTINGS.into(), settings);
    kv
}

fn interviews(kv: &MemoryStore) -> Vec<InterviewV1> {
    migrate::read_all(&kv.entries.borrow()).interviews
}

#[test]
fn one_is_deleted_and_brought_back_as_it_was() {
    let kv = stored();
    let before = interviews(&kv).remove(0);
    let record = kv.entries.borrow()[&keys::interview(&before.id)].clone();
    block_on(delete(&Store::new(&&kv), now(), &before.id)).unwrap();
    assert_eq!(interviews(&kv).len(), 1);
    // Again, as when the answer was lost.
    block_on(delete(&Store::new(&&kv), now(), &before.id)).unwrap();
    assert_eq!(migrate::read_all(&kv.entries.borrow()).deleted.len(), 1);
    for _ in 0..2 {
        let _ = block_on(bring_back(&Store::new(&&kv), "c", &record));
    }
    let back = interviews(&kv)
        .into_iter()
        .find(|it| it.id == before.id)
        .unwrap();
    assert_eq!(back.people, before.people);
    assert!(migrate::read_all(&kv.entries.borrow()).deleted.is_empty());
}

#[test]
fn nothing_is_brought_back_that_was_not_deleted() {
    let kv = MemoryStore::default();
    let record = stored().entries.borrow()["interview:0123456789abcdef"].clone();
    let refused = block_on(bring_back(&Store::new(&&kv), "c", &record));
    assert_eq!(refused, Err(AppError::NotFound));
    let refused = block_on(bring_back(&Store::new(&&kv), "c", &json!({"version": 1})));
    assert_eq!(refused, Err(AppError::UnknownRequest));
    assert!(kv.entries.borrow().is_empty());
}

#[test]
fn what_is_left_of_a_deleted_one_says_nothing_of_it() {
    let kv = stored();
    for it in interviews(&kv) {
        block_on(delete(&Store::new(&&kv), now(), &it.id)).unwrap();
    }
    let entries = kv.entries.borrow();
    let left: String = entries
        .iter()
        .filter(|(key, _)| keys::is_deleted(key))
        .map(|(key, it)| format!("{key} {it}"))
        .collect();
    for word in ["Kettlefish", "Priya", "kettlefish-1", "@"] {
        assert!(!left.contains(word), "{word} in {left}");
    }
}

#[test]
fn everything_is_deleted_even_what_cannot_be_read() {
    let kv = stored();
    kv.entries
        .borrow_mut()
        .insert("interview:x".into(), json!({"version": 99}));
    kv.entries
        .borrow_mut()
        .insert("invented_later".into(), json!(1));
    block_on(Store::new(&&kv).erase_everything()).unwrap();
    assert!(kv.entries.borrow().is_empty());
}

fn cleared(months: u32, sent: bool, at: &str) -> (usize, MemoryStore) {
    let kv = stored();
    kv.entries.borrow_mut()["settings"]["data"]["keepMonths"] = json!(months);
    kv.entries.borrow_mut()["settings"]["data"]["clearSent"] = json!(sent);
    let at: Timestamp = at.parse().unwrap();
    for before in [24, 0] {
        clear(&kv, at - SignedDuration::from_hours(before));
    }
    (interviews(&kv).len(), kv)
}

fn clear(kv: &MemoryStore, at: Timestamp) {
    block_on(clear_away(&Store::new(&kv), at, &TimeZone::UTC)).unwrap();
}

#[test]
fn a_clock_that_leaps_deletes_nothing() {
    let kv = stored();
    let count = |at: &str| {
        clear(&kv, at.parse().unwrap());
        let records = migrate::read_all(&kv.entries.borrow());
        (records.interviews.len(), records.deleted.len())
    };
    // The first look, a leap and the way back, a long sleep.
    for at in [
        "2026-04-20T12:00:00Z",
        "2030-01-01T00:00:00Z",
        "2026-04-22T12:00:00Z",
        "2026-04-24T12:00:00Z",
        "2030-01-01T00:00:00Z",
    ] {
        assert_eq!(count(at), (2, 0), "{at}");
    }
    assert_eq!(count("2030-01-02T00:00:00Z"), (1, 1), "it was no leap");
}

#[test]
fn old_interviews_are_cleared_away_and_those_with_thanks_only_if_wanted() {
    // One ended on 24 November 2025 with somebody thanked, one without anybody later.
    let ends: Vec<i64> = interviews(&stored()).iter().map(|it| it.end_ms).collect();
    assert_eq!(ends.len(), 2);
    for (months, sent, at, kept) in [
        (18, false, "2026-04-20T12:00:00Z", 2),
        (18, true, "2026-04-20T12:00:00Z", 2),
        (18, false, "2030-01-01T00:00:00Z", 1),
        (18, true, "2030-01-01T00:00:00Z", 0),
        (0, true, "2030-01-01T00:00:00Z", 2),
        (240, true, "2030-01-01T00:00:00Z", 2),
    ] {
        let (left, kv) = cleared(months, sent, at);
        assert_eq!(left, kept, "{months} {sent} {at}");
        let count = deleted::last_cleared(&kv.entries.borrow()).unwrap().1;
        assert_eq!(count, u64::try_from(2 - kept).unwrap());
    }
}

#[test]
fn it_is_done_once_a_day() {
    let (_, kv) = cleared(0, false, "2030-01-01T00:00:00Z");
    kv.entries.borrow_mut()["settings"]["data"]["keepMonths"] = json!(18);
    for (at, left) in [
        ("2030-01-01T23:00:00Z", 2),
        ("2030-01-02T00:00:00Z", 1),
        // A clock that goes backwards does not put it off.
        ("2029-12-31T00:00:00Z", 1),
    ] {
        clear(&kv, at.parse().unwrap());
        assert_eq!(interviews(&kv).len(), left, "{at}");
    }
}

#[test]
fn marks_are_forgotten_once_no_calendar_meets_them() {
    let kv = stored();
    let id = interviews(&kv)[0].id.clone();
    block_on(delete(&Store::new(&&kv), now(), &id)).unwrap();
    for (at, left) in [
        ("2028-04-20T12:00:00Z", 1),
        ("2029-05-20T12:00:00Z", 1),
        ("2029-05-21T12:00:00Z", 0),
    ] {
        clear(&kv, at.parse().unwrap());
        let marks = migrate::read_all(&kv.entries.borrow()).deleted;
        assert_eq!(marks.iter().filter(|it| it.id == id).count(), left, "{at}");
    }
}
