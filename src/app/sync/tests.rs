//! Devices in memory over one synced storage.

use std::cell::Cell;

use jiff::Timestamp;
use pollster::block_on;
use serde_json::Value;

use super::*;
use crate::app::{
    doubles::{FixedClock, MemoryStore, SyncedStore},
    store::{
        migrate,
        said::SaidV1,
        v1::{EventV1, OriginV1, PersonV1, VerdictV1},
    },
};
use crate::domain::follow_up::status::{Status, Step};

const NOW: i64 = 1_773_140_400_000;

/// Chance that is the same for the same seed: SplitMix64 (<https://prng.di.unimi.it/splitmix64.c>).
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }
}

pub(super) fn met(id: &str, name: &str, email: Option<&str>) -> PersonV1 {
    PersonV1::new(id.into(), Some(name.into()), email.map(str::to_owned))
}

/// An interview that ended an hour ago.
pub(super) fn interview(people: &[&str]) -> InterviewV1 {
    let people = people.iter().enumerate().map(|(at, name)| {
        let email = format!("person{at}@kettlefish.example");
        met(&format!("p{}", at + 1), name, Some(&email))
    });
    InterviewV1 {
        id: "one".into(),
        rev: 1,
        origin: OriginV1::Hand,
        events: vec![EventV1 {
            told: Vec::new(),
            uid: "kettlefish-1".into(),
            recurrence_ms: None,
            feeds: Vec::new(),
        }],
        title: "Interview with Kettlefish".into(),
        employer: Some("Kettlefish".into()),
        role: None,
        format: None,
        start_ms: NOW - 7_200_000,
        end_ms: NOW - 3_600_000,
        zone: None,
        location: String::new(),
        organizer: None,
        meeting_link: None,
        verdict: VerdictV1 {
            band: "prompt".into(),
            confidence: 0.9,
            reasons: Vec::new(),
        },
        answer: None,
        called_off: false,
        vanished: false,
        answer_before: None,
        zone_assumed: false,
        people: people.collect(),
        removed: Vec::new(),
        said: SaidV1::default(),
        outcome: None,
        outcomes: Vec::new(),
        check_in: None,
        prompts: Vec::new(),
        snoozed_until_ms: None,
        put_off: None,
        commands: Vec::new(),
    }
}

/// A device of the user's.
struct Device {
    kv: MemoryStore,
    clock: FixedClock,
}

impl Device {
    fn new(interviews: Vec<InterviewV1>) -> Self {
        let device = Self {
            kv: MemoryStore::default(),
            clock: FixedClock(Cell::new(Timestamp::from_millisecond(NOW).unwrap())),
        };
        block_on(Store::new(&&device.kv).save_interviews(interviews, None)).unwrap();
        block_on(switch(&Store::new(&&device.kv), true)).unwrap();
        device
    }

    fn sync(&self, synced: &SyncedStore) -> Outcome {
        block_on(reconcile(&Store::new(&&self.kv), &&self.clock, &synced)).unwrap()
    }

    /// Changes a person as the user does, a minute later.
    fn change(&self, change: impl Fn(&mut PersonV1, Timestamp)) {
        let now = self.clock.0.get() + jiff::SignedDuration::from_mins(1);
        self.clock.0.set(now);
        let reference = &self.kv;
        let store = Store::new(&reference);
        let mut interview = block_on(store.interview("one")).unwrap();
        change(&mut interview.people[0], now);
        block_on(store.save_interviews(vec![interview], None)).unwrap();
    }

    fn send(&self) {
        self.change(|it, now| it.take(Step::MarkSent, now, "user").unwrap());
    }

    fn status(&self) -> Status {
        let records = migrate::read_all(&self.kv.entries.borrow());
        records.interviews[0].people[0].status()
    }

    fn view(&self) -> views::SyncView {
        views::of(&self.kv.entries.borrow())
    }
}

fn device() -> Device {
    Device::new(vec![interview(&["Priya Shah", "Tom Kovac"])])
}

#[test]
fn who_is_thanked_on_one_device_is_thanked_on_the_other() {
    let (synced, laptop, desk) = (SyncedStore::default(), device(), device());
    laptop.send();
    assert_eq!(laptop.sync(&synced), Outcome::default());
    let outcome = desk.sync(&synced);
    assert!(outcome.changed);
    assert_eq!(desk.status(), Status::Sent);
    assert_eq!(desk.sync(&synced), Outcome::default());
    assert_eq!(synced.writes.get(), 1, "nothing is said twice");
}

#[test]
fn an_undo_is_heard_and_the_sent_does_not_come_back() {
    let (synced, laptop, desk) = (SyncedStore::default(), device(), device());
    laptop.send();
    laptop.sync(&synced);
    desk.sync(&synced);
    desk.change(|it, _| it.undo(None).unwrap());
    desk.sync(&synced);
    laptop.sync(&synced);
    assert_eq!(
        (laptop.status(), desk.status()),
        (Status::ToAsk, Status::ToAsk)
    );
    laptop.send();
    laptop.sync(&synced);
    desk.sync(&synced);
    assert_eq!(
        (laptop.status(), desk.status()),
        (Status::Sent, Status::Sent)
    );
}

#[test]
fn a_device_whose_item_was_overwritten_tells_it_again() {
    let (synced, laptop) = (SyncedStore::default(), device());
    laptop.send();
    laptop.sync(&synced);
    let told = synced.entries.borrow().clone();
    synced.entries.borrow_mut().clear();
    laptop
        .clock
        .0
        .set(laptop.clock.0.get() + jiff::SignedDuration::from_secs(10));
    laptop.sync(&synced);
    assert_eq!(*synced.entries.borrow(), told);
}

#[test]
fn nothing_that_names_anybody_is_told() {
    let (synced, laptop) = (SyncedStore::default(), device());
    laptop.change(|it, now| {
        it.specific = "event sourcing".into();
        it.keep_note("Thank you", "Dear Priya");
        it.take(Step::MarkSent, now, "user").unwrap();
    });
    laptop.sync(&synced);
    let told = Value::Object(synced.entries.borrow().clone()).to_string();
    assert!(told.len() > 50, "{told}");
    for it in [
        "riya",
        "ettlefish",
        "sourcing",
        "Dear",
        "Thank",
        "example",
        "Interview",
        "@",
    ] {
        assert!(!told.contains(it), "{it} in {told}");
    }
}

#[test]
fn switched_off_it_neither_tells_nor_hears() {
    let (synced, laptop, desk) = (SyncedStore::default(), device(), device());
    for it in [&laptop, &desk] {
        block_on(switch(&Store::new(&&it.kv), false)).unwrap();
    }
    laptop.send();
    laptop.sync(&synced);
    assert!(synced.entries.borrow().is_empty());
    block_on(switch(&Store::new(&&laptop.kv), true)).unwrap();
    laptop.sync(&synced);
    assert!(!desk.sync(&synced).changed);
    assert_eq!(desk.status(), Status::ToAsk);
    block_on(forget(&&synced)).unwrap();
    assert!(synced.entries.borrow().is_empty());
}

#[test]
fn trouble_is_recorded_and_what_is_here_goes_on() {
    for trouble in SyncTrouble::ALL {
        let (synced, laptop) = (SyncedStore::default(), device());
        synced.refuse.set(Some(trouble));
        laptop.send();
        laptop.sync(&synced);
        assert_eq!(laptop.view().trouble.as_deref(), Some(trouble.code()));
        assert_eq!(laptop.status(), Status::Sent);
        synced.refuse.set(None);
        laptop
            .clock
            .0
            .set(laptop.clock.0.get() + jiff::SignedDuration::from_mins(1));
        laptop.sync(&synced);
        assert_eq!(laptop.view().trouble, None, "it passes");
        assert!(!synced.entries.borrow().is_empty());
    }
}

#[test]
fn writes_keep_their_distance_and_none_is_lost() {
    let (synced, laptop) = (SyncedStore::default(), device());
    laptop.send();
    laptop.sync(&synced);
    // The same instant, as far as the limit is concerned.
    let now = laptop.clock.0.get();
    laptop.change(|it, _| it.undo(None).unwrap());
    laptop.clock.0.set(now + jiff::SignedDuration::from_secs(1));
    assert_eq!(laptop.sync(&synced).again_in_ms, Some(3_000));
    assert_eq!(synced.writes.get(), 1);
    laptop.clock.0.set(now + jiff::SignedDuration::from_secs(4));
    assert_eq!(laptop.sync(&synced).again_in_ms, None);
    assert_eq!(synced.writes.get(), 2);
    // A clock that was set back holds nothing up.
    laptop.send();
    laptop
        .clock
        .0
        .set(now - jiff::SignedDuration::from_hours(5));
    laptop.sync(&synced);
    assert_eq!(synced.writes.get(), 3);
}

#[test]
fn what_cannot_be_read_there_is_counted_and_shown() {
    let (synced, laptop) = (SyncedStore::default(), device());
    let damaged = serde_json::json!({"version": 1, "marks": []});
    let newer = serde_json::json!({"version": 2});
    synced
        .entries
        .borrow_mut()
        .insert("marks:0".into(), damaged);
    synced.entries.borrow_mut().insert("marks:1".into(), newer);
    laptop.sync(&synced);
    assert_eq!((laptop.view().damaged, laptop.view().newer), (1, 1));
}

#[test]
fn interviews_of_long_ago_are_not_spoken_of() {
    let mut old = interview(&["Priya Shah"]);
    old.end_ms -= SPOKEN_OF_MS;
    let (synced, laptop) = (SyncedStore::default(), Device::new(vec![old]));
    laptop.send();
    laptop.sync(&synced);
    assert!(synced.entries.borrow().is_empty());
}

#[test]
fn data_of_a_newer_version_is_not_touched() {
    let (synced, laptop) = (SyncedStore::default(), device());
    laptop.send();
    laptop
        .kv
        .entries
        .borrow_mut()
        .insert("schema".into(), 99.into());
    let before = laptop.kv.entries.borrow().clone();
    let store = &laptop.kv;
    let outcome = block_on(reconcile(&Store::new(&store), &&laptop.clock, &&synced));
    assert_eq!(outcome, Err(AppError::NewerData));
    assert_eq!(*laptop.kv.entries.borrow(), before);
    assert!(synced.entries.borrow().is_empty());
}
