//! *Later*: what is put off comes again once, in time, and can be taken back.

use super::{
    prompts::{by_day, instant, world},
    *,
};
use crate::app::ports::Notice;

const ASKED: &str = "2026-03-10T11:30:00Z";

fn snooze(world: &World, until: Option<&str>) -> Request {
    Request::Snooze {
        interview: world.interview_id(),
        until_ms: until.map(|it| instant(it).as_millisecond()),
    }
}

impl World {
    fn put_off(&self, notice: &Notice) {
        block_on(self.dispatcher().put_off(&notice.about.id())).unwrap();
    }
}

#[test]
fn later_shows_the_same_prompt_once_more_and_no_sooner() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    assert_eq!(world.wake("2026-03-10T11:30:00Z").len(), 1);
    let snooze = Request::Snooze {
        interview: world.interview_id(),
        until_ms: Some(instant("2026-03-10T13:00:00Z").as_millisecond()),
    };
    world.send("c2", snooze.clone());
    world.send("c2", snooze);
    assert_eq!(world.alarm.0.get(), Some(instant("2026-03-10T13:00:00Z")));
    assert_eq!(world.wake("2026-03-10T12:59:00Z"), []);
    assert_eq!(world.wake("2026-03-10T13:00:00Z").len(), 1);
    assert_eq!(world.wake("2026-03-10T13:01:00Z"), []);
}

#[test]
fn later_on_a_notification_shows_it_again_in_an_hour() {
    let world = world(vec![by_day("a", "Acme"), by_day("b", "Brook")]);
    let notice = world.wake("2026-03-10T11:30:00Z").remove(0);
    assert_eq!(notice.code, "several");
    world.put_off(&notice);
    assert!(world.wake("2026-03-10T12:29:00Z").is_empty());
    assert_eq!(world.wake("2026-03-10T12:30:00Z").len(), 1);
    assert!(world.wake("2026-03-10T12:31:00Z").is_empty());
}

#[test]
fn put_off_twice_it_is_still_shown_once_more() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    world.wake(ASKED);
    assert_eq!(world.wake("2026-03-11T11:00:00Z")[0].code, "due");
    world.send("c2", snooze(&world, Some("2026-03-11T12:00:00Z")));
    world.send("c3", snooze(&world, Some("2026-03-11T13:00:00Z")));
    assert_eq!(world.wake("2026-03-11T12:59:00Z"), []);
    assert_eq!(world.wake("2026-03-11T13:00:00Z")[0].code, "due");
    assert_eq!(world.wake("2026-03-11T14:00:00Z"), []);
}

#[test]
fn putting_off_is_taken_back_and_shows_nothing_then() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    world.wake(ASKED);
    world.send("c2", snooze(&world, Some("2026-03-10T13:00:00Z")));
    world.send("c3", snooze(&world, None));
    for at in [ASKED, "2026-03-10T13:00:00Z"] {
        assert_eq!(world.wake(at), [], "{at}");
    }
    assert_eq!(world.wake("2026-03-11T11:00:00Z")[0].code, "due");
}

#[test]
fn a_question_is_not_put_off() {
    let mut doubtful = by_day("a", "Kettlefish");
    doubtful.band = "ask".to_owned();
    let world = world(vec![doubtful]);
    let notice = world.wake(ASKED).remove(0);
    assert!(!notice.later, "no button says so");
    world.put_off(&notice);
    let refused = world.send("c2", snooze(&world, Some("2026-03-10T13:00:00Z")));
    assert_eq!(code(&refused), "illegal_step");
    for at in ["2026-03-10T13:00:00Z", "2026-03-11T12:00:00Z"] {
        assert_eq!(world.wake(at), [], "{at}");
    }
}

#[test]
fn later_comes_before_prompts_end_or_is_not_offered() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    let notice = world.wake("2026-03-12T10:20:00Z").remove(0);
    assert!(notice.later);
    world.put_off(&notice);
    assert_eq!(world.wake("2026-03-12T10:29:00Z"), []);
    let again = world.wake("2026-03-12T10:50:00Z").remove(0);
    assert!(!again.later, "ten minutes are left");
    world.wake("2026-03-12T11:00:00Z");
    assert!(
        world.notices.1.borrow().is_empty(),
        "nothing is said any more"
    );
}
