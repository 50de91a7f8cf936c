//! Full, damaged and newer storage; answers about events; what time does alone.

use super::*;
use crate::app::store::migrate;

#[test]
fn a_full_storage_is_reported_and_nothing_is_half_done() {
    let (world, interview, person) = World::with_draft();
    *world.store.refuse_writes.borrow_mut() = Some(AppError::StorageFull);
    let reply = world.send("c4", sent(&interview, &person));
    assert_eq!(code(&reply), "storage_full");
    *world.store.refuse_writes.borrow_mut() = None;
    assert_eq!(world.person().thanked_at, None);
    assert_eq!(world.send("c4", sent(&interview, &person)), Reply::Done);
}

#[test]
fn a_damaged_record_is_set_aside_and_the_rest_works_on() {
    let (world, ..) = World::with_draft();
    let damaged = serde_json::json!({"version": 1, "data": {"id": 7}});
    let key = keys::interview("broken");
    world
        .store
        .entries
        .borrow_mut()
        .insert(key.clone(), damaged);
    assert_eq!(world.lists().unreadable, 1);
    world.begin_anew();
    let entries = world.store.entries.borrow().clone();
    assert!(!entries.contains_key(&key));
    assert!(entries.contains_key(&keys::quarantine(&key)));
    assert_eq!(world.lists().due.len(), 1);
    assert_eq!(world.lists().unreadable, 1);
}

#[test]
fn not_an_interview_can_be_said_and_taken_back() {
    let world = World::new();
    world.scan("c1", vec![found()]);
    let judge = |is_interview| Request::Judge {
        interview: world.interview_id(),
        is_interview,
    };
    world.send("c2", judge(Some(false)));
    assert_eq!(world.lists().dismissed.len(), 1);
    assert_eq!(world.badge.0.get(), Some(0));
    world.scan("c3", vec![found()]);
    assert_eq!(world.lists().dismissed.len(), 1, "a scan does not overrule");
    world.send("c4", judge(None));
    assert_eq!(world.lists().due.len(), 1);
}

#[test]
fn a_doubtful_event_is_asked_about_and_owes_nothing_until_confirmed() {
    let world = World::new();
    let mut doubtful = found();
    doubtful.band = "ask".to_owned();
    world.scan("c1", vec![doubtful]);
    assert_eq!(world.lists().ask.len(), 1);
    assert_eq!(world.badge.0.get(), Some(0));
    let yes = Request::Judge {
        interview: world.interview_id(),
        is_interview: Some(true),
    };
    world.send("c2", yes);
    assert_eq!(world.lists().due.len(), 1);
    assert_eq!(world.badge.0.get(), Some(1));
}

#[test]
fn after_seven_days_a_note_lapses_silently() {
    let (world, ..) = World::with_draft();
    let later = Timestamp::from_millisecond((1 + 7 * 24) * HOUR_MS + 1).unwrap();
    world.clock.0.set(later);
    world.send("c4", Request::Reconcile);
    assert_eq!(world.badge.0.get(), Some(0));
    assert_eq!(world.alarm.0.get(), None);
    assert_eq!(world.lists().done.len(), 1);
    assert_eq!(
        world.person().status,
        crate::domain::follow_up::status::Status::Lapsed
    );
}

#[test]
fn a_late_note_is_listed_but_no_longer_counted() {
    let (world, ..) = World::with_draft();
    let later = Timestamp::from_millisecond((1 + 49) * HOUR_MS).unwrap();
    world.clock.0.set(later);
    world.send("c4", Request::Reconcile);
    assert_eq!(world.lists().due.len(), 1);
    assert_eq!(world.badge.0.get(), Some(0));
}

#[test]
fn the_clock_reads_only_what_is_open() {
    let world = World::new();
    world.scan("c1", vec![found()]);
    world.send("c2", Request::Reconcile);
    let id = world.interview_id();
    let index = |world: &World| {
        let entries = world.store.entries.borrow();
        migrate::read_index(&entries[keys::INDEX]).unwrap()
    };
    assert_eq!(
        (index(&world).open, index(&world).recent),
        (vec![id.clone()], vec![])
    );
    let judge = |is_interview| Request::Judge {
        interview: id.clone(),
        is_interview,
    };
    world.send("c3", judge(Some(false)));
    assert_eq!(
        (index(&world).open, index(&world).recent),
        (vec![], vec![id.clone()])
    );
    world.send("c4", judge(None));
    assert_eq!(index(&world).open, vec![id.clone()]);
    // A damaged index is made anew.
    let damaged = serde_json::json!({"version": 1, "data": []});
    world
        .store
        .entries
        .borrow_mut()
        .insert(keys::INDEX.to_owned(), damaged);
    world.send("c5", Request::Reconcile);
    assert_eq!(index(&world).open, vec![id.clone()]);
    world.send(
        "c6",
        Request::Delete {
            interview: Some(id),
        },
    );
    assert!(!world.store.entries.borrow().contains_key(keys::INDEX));
}
