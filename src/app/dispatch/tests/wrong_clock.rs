//! A clock that is wrong for one look: what it closed is open again, and nothing waits for its time.

use super::{
    prompts::{by_day, instant, world},
    *,
};
use crate::app::protocol::views::Status;

const AHEAD: &str = "2028-01-01T12:00:00Z";
const OVER: &str = "2026-03-10T11:30:00Z";

fn doubtful() -> FoundInterview {
    let mut it = by_day("d", "Marlow");
    it.band = "ask".to_owned();
    it
}

fn nobody_known() -> FoundInterview {
    let mut it = by_day("n", "Plumtree");
    it.people.clear();
    it
}

#[test]
fn what_a_clock_ahead_of_the_time_closed_is_open_again() {
    let all = || vec![by_day("a", "Kettlefish"), doubtful(), nobody_known()];
    for before in ["2026-03-10T10:30:00Z", "2026-03-11T10:00:00Z"] {
        let world = world(all());
        world.wake(before);
        world.wake(AHEAD);
        assert_eq!(world.badge.0.get(), Some(0));
        world.wake(before);
        let lists = world.lists();
        let open = lists.coming.len() + lists.due.len() + lists.ask.len();
        assert_eq!(open, 3, "{before}");
        assert!(lists.done.is_empty());
        let notices = world.wake("2026-03-11T11:30:00Z");
        assert_eq!(notices.len(), 1, "{before}");
    }
}

#[test]
fn a_clock_that_was_behind_leaves_lapses_as_they_were() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    world.wake("2026-03-18T12:00:00Z");
    let before = world.person().told;
    world.wake("2020-01-01T00:00:00Z");
    world.wake("2026-03-19T12:00:00Z");
    assert_eq!(world.person().told, before);
}

#[test]
fn what_the_user_did_by_a_wrong_clock_stays() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    world.wake(AHEAD);
    world.send("c2", sent(&world.interview_id(), "p1"));
    assert_eq!(world.wake(OVER), []);
    assert_eq!(world.person().status, Status::Sent);
}

#[test]
fn what_was_to_lapse_anyway_lapses_on_its_day() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    world.wake(AHEAD);
    let at = "2026-03-18T12:00:00Z";
    world.wake(at);
    let history = world.person().told;
    assert_eq!(history.len(), 1);
    assert_eq!(
        (history[0].at, history[0].to),
        (instant("2026-03-17T11:00:00Z"), Status::Lapsed)
    );
    // Nothing is looked at again once all is right.
    let writes = world.store.writes.get();
    world.wake("2026-03-18T12:30:00Z");
    assert_eq!(world.store.writes.get(), writes);
}

#[test]
fn a_clock_that_is_set_back_a_little_changes_nothing() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    world.wake("2026-03-17T11:10:00Z");
    world.wake("2026-03-17T11:05:00Z");
    assert_eq!(world.person().status, Status::Lapsed);
    world.wake("2026-03-17T10:50:00Z");
    assert_eq!(
        world.person().status,
        Status::ToAsk,
        "it has not lapsed yet"
    );
    world.wake("2026-03-17T11:10:00Z");
    assert_eq!(world.person().status, Status::Lapsed);
}

#[test]
fn a_snooze_that_a_wrong_clock_chose_does_not_count() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    let snooze = Request::Snooze {
        interview: world.interview_id(),
        until_ms: Some(instant(AHEAD).as_millisecond()),
    };
    world.send("c2", snooze);
    assert_eq!(world.wake(OVER).len(), 1);
}

#[test]
fn what_a_clock_ahead_showed_is_not_shown_again_for_being_put_off() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    assert_eq!(world.wake("2026-03-11T11:30:00Z")[0].code, "due");
    world.clock.0.set(instant("2026-03-10T11:10:00Z"));
    let snooze = Request::Snooze {
        interview: world.interview_id(),
        until_ms: Some(instant("2026-03-10T12:00:00Z").as_millisecond()),
    };
    world.send("c2", snooze);
    assert_eq!(world.wake("2026-03-10T12:00:00Z")[0].code, "ask");
    assert_eq!(world.wake("2026-03-11T11:30:00Z"), []);
}
