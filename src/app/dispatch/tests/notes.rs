//! From a scan to a sent note, undone, and a second one stopped.

use super::*;

#[test]
fn a_scan_adds_an_interview_and_the_badge_counts_its_note() {
    let world = World::new();
    let reply = world.scan("c1", vec![found()]);
    assert_eq!(
        reply,
        Reply::Recorded {
            added: 1,
            updated: 0,
            unchanged: 0
        }
    );
    assert_eq!(world.badge.0.get(), Some(1));
    assert!(world.alarm.0.get().is_some());
    assert_eq!(world.lists().due.len(), 1);
}

#[test]
fn the_same_scan_again_changes_nothing() {
    let world = World::new();
    world.scan("c1", vec![found()]);
    let writes = world.store.writes.get();
    let reply = world.scan("c2", vec![found()]);
    assert!(matches!(reply, Reply::Recorded { unchanged: 1, .. }));
    assert_eq!(world.store.writes.get(), writes);
}

#[test]
fn a_moved_interview_keeps_what_the_user_wrote() {
    let (world, interview, _) = World::with_draft();
    let mut moved = found();
    moved.end_ms += HOUR_MS;
    moved.people[0].title = Some("Engineering Manager".to_owned());
    let reply = world.scan("c9", vec![moved]);
    assert!(matches!(reply, Reply::Recorded { updated: 1, .. }));
    assert_eq!(world.interview_id(), interview);
    let person = &world
        .lists()
        .coming
        .first()
        .map_or_else(|| world.person(), |card| card.people[0].clone());
    assert!(person.note.is_some());
    assert_eq!(person.title.as_deref(), Some("Engineering Manager"));
}

#[test]
fn a_called_off_interview_that_nobody_knows_is_not_stored() {
    let world = World::new();
    let mut off = found();
    off.called_off = true;
    world.scan("c1", vec![off]);
    assert_eq!(world.lists(), FollowUps::default());
}

#[test]
fn a_draft_is_made_from_the_users_words() {
    let (world, ..) = World::with_draft();
    let note = world.person().note.unwrap();
    assert!(note.body.contains("Priya"), "{}", note.body);
    assert!(note.body.contains("moved billing"), "{}", note.body);
    assert!(note.subject.contains("Engineer"), "{}", note.subject);
}

#[test]
fn an_edited_draft_is_kept_as_typed() {
    let (world, interview, person) = World::with_draft();
    let text = Request::SaveNote {
        interview,
        person,
        subject: "Thanks".to_owned(),
        body: "Hi Priya,\n\nmy own words".to_owned(),
    };
    assert_eq!(world.send("c4", text), Reply::Done);
    let note = world.person().note.unwrap();
    assert_eq!(note.body, "Hi Priya,\n\nmy own words");
    assert!(note.edited);
}

#[test]
fn after_sent_nothing_is_owed_and_the_badge_is_empty() {
    let (world, interview, person) = World::with_draft();
    assert_eq!(world.send("c4", sent(&interview, &person)), Reply::Done);
    assert_eq!(world.badge.0.get(), Some(0));
    assert!(world.lists().due.is_empty());
    assert_eq!(world.person().thanked_at, Some(world.clock.0.get()));
}

#[test]
fn a_second_note_is_stopped() {
    let (world, interview, person) = World::with_draft();
    world.send("c4", sent(&interview, &person));
    for (id, request) in [
        ("c5", answer(&interview, &person)),
        ("c6", prepare(&interview, &person, 1)),
        ("c7", sent(&interview, &person)),
    ] {
        assert_eq!(code(&world.send(id, request)), "already_thanked");
    }
}

#[test]
fn a_deliberate_second_note_is_possible_and_never_owed() {
    let (world, interview, person) = World::with_draft();
    world.send("c4", sent(&interview, &person));
    let again = Request::WriteAgain {
        interview: interview.clone(),
        person: person.clone(),
    };
    assert_eq!(world.send("c5", again), Reply::Done);
    let reply = world.send("c6", prepare(&interview, &person, 1));
    assert!(matches!(reply, Reply::Note { .. }), "{reply:?}");
    assert_eq!(world.badge.0.get(), Some(0));
    assert!(world.person().thanked_at.is_some());
}

#[test]
fn undo_takes_sent_back_to_the_draft() {
    let (world, interview, person) = World::with_draft();
    world.send("c4", sent(&interview, &person));
    assert_eq!(world.send("c5", undo(&interview, &person)), Reply::Done);
    assert_eq!(world.person().thanked_at, None);
    assert!(world.person().note.is_some());
    assert_eq!(world.badge.0.get(), Some(1));
}

#[test]
fn a_command_that_is_sent_twice_is_carried_out_once() {
    let (world, interview, person) = World::with_draft();
    world.send("c4", sent(&interview, &person));
    assert_eq!(world.send("c4", sent(&interview, &person)), Reply::Done);
    world.send("c5", undo(&interview, &person));
    world.send("c5", undo(&interview, &person));
    assert_eq!(world.lists().due.len(), 1, "undone once, not twice");
}
