//! What is taken back, and what stays.

use super::*;
use crate::{
    app::{judge, protocol::views::Status},
    domain::follow_up::timing::LAPSE_AFTER,
};

/// Three people of one interview.
fn panel() -> (World, String) {
    let world = World::new();
    let person = |name: &str| FoundPerson {
        name: Some(name.to_owned()),
        email: None,
        title: None,
        part: "interviewer".to_owned(),
        main_contact: None,
    };
    let people = ["Priya Shah", "Tom Kovac", "Ada Fern"].map(person).to_vec();
    world.scan("c1", vec![FoundInterview { people, ..found() }]);
    let interview = world.interview_id();
    (world, interview)
}

fn statuses(world: &World) -> Vec<Status> {
    let lists = world.lists();
    let mut cards = lists.due.iter().chain(&lists.done);
    cards
        .next()
        .unwrap()
        .people
        .iter()
        .map(|it| it.status)
        .collect()
}

fn about(world: &World, command: &str, make: fn(String, String) -> Request) -> Reply {
    world.send(command, make(world.interview_id(), "p1".to_owned()))
}

fn undo(interview: String, person: String) -> Request {
    Request::Undo { interview, person }
}

fn skip(interview: String, person: String) -> Request {
    Request::Skip { interview, person }
}

#[test]
fn skipping_everybody_is_taken_back_for_those_who_were_skipped_with_it() {
    let (world, interview) = panel();
    about(&world, "c2", skip);
    let earlier = world.clock.0.get();
    world
        .clock
        .0
        .set(earlier + jiff::SignedDuration::from_mins(5));
    let all = interview.clone();
    world.send("c3", Request::SkipAll { interview: all });
    assert_eq!(statuses(&world), [Status::Skipped; 3]);
    assert_eq!(world.badge.0.get(), Some(0));
    for _ in 0..2 {
        // The second time as when the answer was lost.
        let interview = interview.clone();
        world.send("c4", Request::UndoSkipAll { interview });
    }
    let back = [Status::Skipped, Status::ToAsk, Status::ToAsk];
    assert_eq!(statuses(&world), back);
}

#[test]
fn a_note_that_was_opened_or_skipped_is_as_before() {
    let (world, interview, person) = World::with_draft();
    let open = Request::MarkOpened {
        interview,
        person,
        provider: "gmail".to_owned(),
    };
    world.send("c4", open);
    assert_eq!(world.person().status, Status::Opened);
    about(&world, "c5", undo);
    assert_eq!(world.person().status, Status::Drafted);
    about(&world, "c6", skip);
    about(&world, "c7", undo);
    assert_eq!(world.person().status, Status::Drafted);
    let person = world.person();
    assert!(person.history().all(|it| it.to != Status::Skipped));
    let told = world.person().told;
    let undone: Vec<Status> = told
        .iter()
        .filter(|it| it.taken_back)
        .map(|it| it.to)
        .collect();
    assert_eq!(undone, [Status::Skipped, Status::Opened]);
    assert!(told.iter().all(|it| it.taken_back == it.undone.is_some()));
}

#[test]
fn every_step_is_taken_back_one_by_one_and_told_for_ever() {
    let (world, interview, person) = World::with_draft();
    world.send("c4", sent(&interview, &person));
    let again = Request::WriteAgain { interview, person };
    world.send("c5", again);
    for (number, expected) in [
        Status::Sent,
        Status::Drafted,
        Status::ToWrite,
        Status::ToAsk,
    ]
    .into_iter()
    .enumerate()
    {
        assert!(world.person().can_undo);
        about(&world, &format!("undo {number}"), undo);
        assert_eq!(world.person().status, expected);
    }
    assert!(!world.person().can_undo);
    assert_eq!(world.person().told.len(), 4);
    // However much is taken back, what other devices know is remembered.
    for number in 0..30 {
        about(&world, &format!("skip {number}"), skip);
        about(&world, &format!("back {number}"), undo);
    }
    let told = world.person().told;
    assert_eq!(told.len(), 16);
    assert!(
        told.iter()
            .all(|it| [Status::Sent, Status::Skipped].contains(&it.to))
    );
}

#[test]
fn what_has_lapsed_can_be_taken_up_and_stays_taken_up() {
    let (world, ..) = World::with_draft();
    let end = Timestamp::from_millisecond(HOUR_MS).unwrap();
    world.clock.0.set(end + LAPSE_AFTER);
    world.send("c4", Request::Reconcile);
    assert_eq!(world.person().status, Status::Lapsed);
    about(&world, "c5", undo);
    assert_eq!(world.person().status, Status::Drafted);
    world.clock.0.set(end + LAPSE_AFTER * 2);
    world.send("c6", Request::Reconcile);
    assert_eq!(world.person().status, Status::Drafted);
    let person = world.person();
    let known: Vec<&str> = person.history().map(|it| it.by.as_str()).collect();
    assert_eq!(known[..2], ["user", "clock"]);
    assert_eq!(world.badge.0.get(), Some(0), "nobody is prompted");
}

#[test]
fn a_late_note_can_be_written_opened_and_sent() {
    let (world, interview, person) = World::with_draft();
    let end = Timestamp::from_millisecond(HOUR_MS).unwrap();
    world.clock.0.set(end + LAPSE_AFTER);
    world.send("c4", Request::Reconcile);
    world.send("c5", answer(&interview, &person));
    world.send("c6", prepare(&interview, &person, 0));
    let open = Request::MarkOpened {
        interview: interview.clone(),
        person: person.clone(),
        provider: "gmail".to_owned(),
    };
    assert_eq!(world.send("c7", open), Reply::Done);
    assert_eq!(world.send("c8", sent(&interview, &person)), Reply::Done);
    assert!(world.person().thanked_at.is_some());
}

#[test]
fn an_interview_that_did_not_take_place_owes_nothing_until_it_did() {
    let (world, interview) = panel();
    let outcome = |outcome: Option<&str>| Request::SetOutcome {
        interview: interview.clone(),
        outcome: outcome.map(str::to_owned),
    };
    world.send("c2", outcome(Some(judge::NOT_HELD)));
    assert_eq!(world.badge.0.get(), Some(0));
    assert_eq!((world.lists().due.len(), world.lists().done.len()), (0, 1));
    assert!(world.lists().dismissed.is_empty(), "it was an interview");
    let later = world.clock.0.get() + jiff::SignedDuration::from_hours(2);
    world.clock.0.set(later);
    world.send("c3", outcome(None));
    assert_eq!(world.lists().due.len(), 1);
    let told = &world.lists().due[0].outcomes;
    assert_eq!(told[0], (later, String::from("held")));
    assert_eq!(told[1].1, judge::NOT_HELD);
    let nonsense = world.send("c4", outcome(Some("vanished")));
    assert_eq!(code(&nonsense), "unknown_request");
}
