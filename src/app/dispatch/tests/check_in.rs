//! The gentle question: not too early, once, and only while there is something to ask.

use super::*;
use crate::app::check_in::{self, CheckIn};

/// Thanked two hours after midnight UTC on Thursday, 1 January 1970: the fifth business day after it
/// is Thursday, the 8th.
fn thanked() -> (World, String, String) {
    let (world, interview, person) = World::with_draft();
    world.send("c4", sent(&interview, &person));
    (world, interview, person)
}

fn at_day(world: &World, day: i64) {
    let at = Timestamp::from_millisecond((day - 1) * 24 * HOUR_MS);
    world.clock.0.set(at.unwrap());
}

fn view(world: &World, interview: &str, person: &str) -> Option<CheckIn> {
    let stored = world.store.entries.borrow();
    let zone = jiff::tz::TimeZone::UTC;
    check_in::view(&stored, interview, person, world.clock.0.get(), &zone)
}

fn ask(interview: &str, person: &str) -> Request {
    Request::CheckIn {
        interview: interview.to_owned(),
        person: person.to_owned(),
    }
}

#[test]
fn it_is_offered_once_five_business_days_have_passed() {
    let (world, interview, person) = thanked();
    at_day(&world, 8);
    let early = view(&world, &interview, &person);
    assert!(matches!(early, Some(CheckIn::NotBefore(_))), "{early:?}");
    let refused = world.send("c5", ask(&interview, &person));
    assert_eq!(code(&refused), "illegal_step");
    at_day(&world, 9);
    let ready = view(&world, &interview, &person);
    assert!(matches!(ready, Some(CheckIn::Ready(_))), "{ready:?}");
    world.send("c6", Request::Reconcile);
    assert_eq!(world.badge.0.get(), Some(0), "nothing prompts for it");
}

#[test]
fn it_is_asked_once_and_can_be_taken_back() {
    let (world, interview, person) = thanked();
    at_day(&world, 12);
    for _ in 0..2 {
        assert_eq!(world.send("c5", ask(&interview, &person)), Reply::Done);
    }
    let again = world.send("c6", ask(&interview, &person));
    assert_eq!(code(&again), "illegal_step");
    let asked = view(&world, &interview, &person);
    assert_eq!(asked, Some(CheckIn::Asked(world.clock.0.get())));
    let back = interview.clone();
    world.send("c7", Request::UndoCheckIn { interview: back });
    assert_eq!(world.send("c8", ask(&interview, &person)), Reply::Done);
}

#[test]
fn there_is_nothing_to_ask_without_a_note_or_after_an_answer() {
    let (world, interview, person) = World::with_draft();
    at_day(&world, 12);
    assert_eq!(view(&world, &interview, &person), None);
    let refused = world.send("c4", ask(&interview, &person));
    assert_eq!(code(&refused), "illegal_step");
    let (world, interview, person) = thanked();
    at_day(&world, 12);
    let outcome = Request::SetOutcome {
        interview: interview.clone(),
        outcome: Some("offer".to_owned()),
    };
    world.send("c5", outcome);
    assert_eq!(view(&world, &interview, &person), None);
}
