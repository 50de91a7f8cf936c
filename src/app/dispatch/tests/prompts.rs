//! Prompts: claimed before they are shown, each once, none for what is settled or off.

use super::*;
use crate::app::{ports::Notice, store::migrate, store::v1::SettingsV1};

const START: &str = "2026-03-10T10:00:00Z";

pub(super) fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// An hour's interview by day, in UTC.
pub(super) fn by_day(uid: &str, employer: &str) -> FoundInterview {
    let mut it = found();
    it.events[0].uid = uid.to_owned();
    it.employer = Some(employer.to_owned());
    it.start_ms = instant(START).as_millisecond();
    it.end_ms = it.start_ms + HOUR_MS;
    it
}

pub(super) fn world(found: Vec<FoundInterview>) -> World {
    let world = World::new();
    world.clock.0.set(instant(START));
    world.scan("c1", found);
    world
}

impl World {
    pub(super) fn wake(&self, at: &str) -> Vec<Notice> {
        self.clock.0.set(instant(at));
        self.send("wake", Request::Reconcile);
        self.notices.0.take()
    }

    pub(super) fn configure(&self, settings: &SettingsV1) {
        let value = migrate::write(settings).unwrap();
        let mut entries = self.store.entries.borrow_mut();
        entries.insert(keys::SETTINGS.to_owned(), value);
    }
}

#[test]
fn an_interview_is_asked_about_once_a_quarter_of_an_hour_after_it() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    assert_eq!(world.alarm.0.get(), Some(instant("2026-03-10T11:00:00Z")));
    assert_eq!(world.wake("2026-03-10T11:14:59Z"), []);
    assert_eq!(world.alarm.0.get(), Some(instant("2026-03-10T11:15:00Z")));
    let notices = world.wake("2026-03-10T11:15:00Z");
    assert_eq!(notices.len(), 1);
    assert_eq!(notices[0].code, "ask");
    assert_eq!(notices[0].details, ["Kettlefish", "Priya Shah"]);
    assert_eq!(world.wake("2026-03-10T11:15:00Z"), []);
    assert_eq!(world.wake("2026-03-10T12:00:00Z"), []);
}

#[test]
fn the_alarm_is_set_for_the_stage_that_follows() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    let alarm_after = |at| {
        world.wake(at);
        world.alarm.0.get().unwrap()
    };
    // Nobody was asked yet, so there is nothing to write.
    let due = instant("2026-03-11T11:00:00Z");
    assert_eq!(alarm_after("2026-03-10T11:20:00Z"), due);
    world.send("c2", answer(&world.interview_id(), "p1"));
    let write = instant("2026-03-10T13:00:00Z");
    assert_eq!(world.alarm.0.get(), Some(write));
    assert_eq!(alarm_after("2026-03-10T13:00:00Z"), due);
    // The last call would be at seven, in quiet hours.
    let last_call = instant("2026-03-12T08:00:00Z");
    assert_eq!(alarm_after("2026-03-11T11:00:00Z"), last_call);
}

#[test]
fn each_later_stage_prompts_once_until_the_note_is_sent() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    let codes = |at| world.wake(at).iter().map(|it| it.code).collect::<Vec<_>>();
    assert_eq!(codes("2026-03-10T11:20:00Z"), ["ask"]);
    assert_eq!(codes("2026-03-11T11:00:00Z"), ["due"]);
    assert_eq!(codes("2026-03-11T12:00:00Z"), [""; 0]);
    world.send("c2", sent(&world.interview_id(), "p1"));
    assert_eq!(codes("2026-03-12T08:00:00Z"), [""; 0]);
    assert_eq!(codes("2026-03-20T08:00:00Z"), [""; 0]);
}

#[test]
fn after_days_of_sleep_nothing_is_shown_but_it_is_still_listed() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    assert_eq!(world.wake("2026-03-13T11:00:00Z"), []);
    assert_eq!(world.lists().due.len(), 1);
    assert_eq!(world.badge.0.get(), Some(0));
}

#[test]
fn several_notes_due_together_are_one_notification() {
    let world = world(vec![by_day("a", "Kettlefish"), by_day("b", "Plumtree")]);
    let notices = world.wake("2026-03-10T11:30:00Z");
    assert_eq!(notices.len(), 1);
    assert_eq!(notices[0].code, "several");
    assert_eq!(notices[0].details[0], "2");
    assert_eq!(world.wake("2026-03-10T11:31:00Z"), []);
}

#[test]
fn a_moved_or_called_off_interview_does_not_prompt_at_its_old_time() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    let mut moved = by_day("a", "Kettlefish");
    moved.end_ms += 3 * HOUR_MS;
    world.scan("c2", vec![moved.clone()]);
    assert_eq!(world.wake("2026-03-10T11:30:00Z"), []);
    moved.called_off = true;
    world.scan("c3", vec![moved]);
    assert_eq!(world.wake("2026-03-10T14:30:00Z"), []);
    assert_eq!(world.badge.0.get(), Some(0));
}

#[test]
fn a_doubtful_event_is_asked_about_once() {
    let mut doubtful = by_day("a", "Kettlefish");
    doubtful.band = "ask".to_owned();
    let world = world(vec![doubtful]);
    let notices = world.wake("2026-03-10T11:30:00Z");
    assert_eq!(notices[0].code, "question");
    for later in ["2026-03-11T11:30:00Z", "2026-03-12T09:00:00Z"] {
        assert_eq!(world.wake(later), []);
    }
}

#[test]
fn what_the_user_dismissed_or_thanked_never_prompts() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    let no = Request::Judge {
        interview: world.interview_id(),
        is_interview: Some(false),
    };
    world.send("c2", no);
    assert_eq!(world.wake("2026-03-10T11:30:00Z"), []);
}

#[test]
fn discreet_prompts_name_nothing() {
    let world = world(vec![by_day("a", "Kettlefish"), by_day("b", "Plumtree")]);
    world.configure(&SettingsV1 {
        discreet: true,
        ..SettingsV1::default()
    });
    let notices = world.wake("2026-03-10T11:30:00Z");
    assert_eq!(notices[0].code, "discreet");
    assert_eq!(notices[0].details, [""; 0]);
}

#[test]
fn prompts_can_be_switched_off_and_quiet_hours_changed() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    let settings = SettingsV1 {
        prompts: false,
        ..SettingsV1::default()
    };
    world.configure(&settings);
    assert_eq!(world.wake("2026-03-10T11:30:00Z"), []);
    assert_eq!(world.badge.0.get(), Some(1), "the badge stays");
    world.configure(&SettingsV1 {
        prompts: true,
        quiet_from: "11:00".to_owned(),
        quiet_until: "13:00".to_owned(),
        ..settings
    });
    assert_eq!(world.wake("2026-03-10T12:59:59Z"), []);
    assert_eq!(world.wake("2026-03-10T13:00:00Z").len(), 1);
}

#[test]
fn a_prompt_that_cannot_be_claimed_is_not_shown() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    *world.store.refuse_writes.borrow_mut() = Some(AppError::StorageFull);
    assert_eq!(world.wake("2026-03-10T11:30:00Z"), []);
    *world.store.refuse_writes.borrow_mut() = None;
    assert_eq!(world.wake("2026-03-10T11:31:00Z").len(), 1);
}

#[test]
fn an_end_that_is_put_right_prompts_nobody_again() {
    for minutes in [-30, 5, 45] {
        let world = world(vec![by_day("a", "Kettlefish")]);
        assert_eq!(world.wake("2026-03-10T11:20:00Z").len(), 1);
        let mut longer = by_day("a", "Kettlefish");
        longer.end_ms += minutes * 60_000;
        world.scan("c2", vec![longer]);
        assert_eq!(world.notices.1.borrow().len(), 1, "it still holds");
        for later in ["2026-03-10T11:25:00Z", "2026-03-10T14:00:00Z"] {
            assert_eq!(world.wake(later), [], "{minutes}");
        }
    }
}

#[test]
fn a_question_is_asked_once_wherever_the_event_moves() {
    let doubtful = |days: i64, band: &str| {
        let mut it = by_day("a", "Kettlefish");
        it.band = band.to_owned();
        it.start_ms += days * 24 * HOUR_MS;
        it.end_ms += days * 24 * HOUR_MS;
        it
    };
    let world = world(vec![doubtful(0, "ask")]);
    assert_eq!(world.wake("2026-03-10T11:20:00Z").len(), 1);
    world.scan("c2", vec![doubtful(3, "ask")]);
    assert_eq!(world.wake("2026-03-13T11:30:00Z"), []);
    // What turns out to be one prompts for itself.
    world.scan("c3", vec![doubtful(6, "prompt")]);
    assert_eq!(world.wake("2026-03-16T11:30:00Z")[0].code, "ask");
}

#[test]
fn what_the_user_says_is_an_interview_prompts_although_it_was_asked_about_before_it_moved() {
    let doubtful = |days: i64| {
        let mut it = by_day("a", "Kettlefish");
        "ask".clone_into(&mut it.band);
        it.start_ms += days * 24 * HOUR_MS;
        it.end_ms += days * 24 * HOUR_MS;
        it
    };
    let world = world(vec![doubtful(0)]);
    assert_eq!(world.wake("2026-03-10T11:20:00Z").len(), 1);
    world.scan("c2", vec![doubtful(3)]);
    let judge = Request::Judge {
        interview: world.interview_id(),
        is_interview: Some(true),
    };
    world.send("c3", judge);
    assert_eq!(world.wake("2026-03-13T11:30:00Z")[0].code, "ask");
}
