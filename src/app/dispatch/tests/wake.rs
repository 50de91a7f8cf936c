//! A wake: calendars are asked before anybody is prompted, older data is brought up to date, and
//! what went wrong is remembered for the pages.

use std::{
    future::Future,
    pin::pin,
    task::{Context, Poll, Waker},
};

use super::{
    prompts::{instant, world},
    *,
};
use crate::app::store::trouble::trouble;

const ADDRESS: &str = "https://calendar.example/secret.ics";
const OVER: &str = "2026-03-10T11:30:00Z";

/// A calendar with one interview from ten to eleven, as it stands.
fn calendar(start: &str, status: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VEVENT\r\nUID:a@example\r\n\
         DTSTAMP:20260301T000000Z\r\nDTSTART:{start}\r\nDURATION:PT1H\r\n\
         SUMMARY:Job interview at Kettlefish\r\nSTATUS:{status}\r\n\
         ORGANIZER;CN=Priya Shah:mailto:priya@kettlefish.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

/// A feed that was read before the interview; it is due again.
fn with_feed() -> World {
    let world = world(Vec::new());
    world.clock.0.set(instant("2026-03-10T08:00:00Z"));
    let address = ADDRESS.to_owned();
    world.send(
        "c1",
        Request::AddFeed {
            address,
            label: String::new(),
            caldav: false,
        },
    );
    world.wakes(&calendar("20260310T100000Z", "CONFIRMED"));
    assert_eq!(world.lists().coming.len(), 1);
    world.clock.0.set(instant(OVER));
    world
}

impl World {
    fn wakes(&self, calendar: &str) -> usize {
        let feeds = CannedFeed(Some(calendar.to_owned()));
        let wake = self.dispatcher();
        block_on(wake.wake(&feeds, Look::Open, std::future::pending())).unwrap();
        self.notices.0.take().len()
    }
}

#[test]
fn a_calendar_that_is_due_is_asked_before_anybody_is_prompted() {
    for (start, status, prompts) in [
        ("20260310T100000Z", "CONFIRMED", 1),
        ("20260310T150000Z", "CONFIRMED", 0),
        ("20260310T100000Z", "CANCELLED", 0),
    ] {
        let world = with_feed();
        let shown = world.wakes(&calendar(start, status));
        assert_eq!(shown, prompts, "{start} {status}");
    }
}

#[test]
fn a_page_that_opens_while_a_calendar_is_due_leaves_prompting_to_the_wake_that_asks_it() {
    for (start, prompts) in [("20260310T100000Z", 1), ("20260310T150000Z", 0)] {
        let world = with_feed();
        world.send("c2", Request::Reconcile);
        assert!(world.notices.0.borrow().is_empty());
        assert_eq!(world.alarm.0.get(), Some(instant(OVER)), "at once");
        assert_eq!(world.wakes(&calendar(start, "CONFIRMED")), prompts);
        world.send("c3", Request::Reconcile);
        assert!(world.notices.0.borrow().is_empty());
    }
}

#[test]
fn a_calendar_that_does_not_answer_holds_prompts_back_no_longer_than_the_limit() {
    let world = with_feed();
    let background = world.dispatcher();
    let silent = CannedFeed(None);
    let limit = async_lock::Mutex::new(());
    let running = limit.try_lock().unwrap();
    let mut wake = pin!(background.wake(&silent, Look::Open, async {
        let _over = limit.lock().await;
    }));
    let mut context = Context::from_waker(Waker::noop());
    assert_eq!(wake.as_mut().poll(&mut context), Poll::Pending);
    assert!(world.notices.0.borrow().is_empty());
    // A page asks meanwhile: nobody is prompted yet, but it will be looked at again.
    let id = "c2".to_owned();
    let request = Request::Reconcile;
    let reply = block_on(background.handle(Command { id, request }));
    assert_eq!(reply, Reply::Done);
    assert!(world.notices.0.borrow().is_empty());
    assert_eq!(world.alarm.0.get(), Some(instant(OVER)));
    drop(running);
    assert_eq!(wake.as_mut().poll(&mut context), Poll::Pending);
    assert_eq!(world.notices.0.borrow().len(), 1);
    assert_eq!(world.badge.0.get(), Some(1));
}

#[test]
fn who_wakes_while_a_calendar_is_being_asked_waits_for_it() {
    let world = with_feed();
    let background = world.dispatcher();
    let silent = CannedFeed(None);
    let wakes = || background.wake(&silent, Look::Open, std::future::pending());
    let (mut first, mut second) = (pin!(wakes()), pin!(wakes()));
    let mut context = Context::from_waker(Waker::noop());
    assert_eq!(first.as_mut().poll(&mut context), Poll::Pending);
    assert_eq!(second.as_mut().poll(&mut context), Poll::Pending);
    assert!(world.notices.0.borrow().is_empty());
}

#[test]
fn what_went_wrong_is_remembered_until_a_wake_goes_well() {
    let world = world(vec![prompts::by_day("a", "Kettlefish")]);
    world.clock.0.set(instant(OVER));
    let known = || trouble(&world.store.entries.borrow()).map(|it| it.code);
    let wake = || {
        let background = world.dispatcher();
        let limit = std::future::ready(());
        block_on(background.wake(&CannedFeed::default(), Look::Open, limit))
    };
    world.alarm.1.set(true);
    assert_eq!(wake(), Err(AppError::Browser("alarms")));
    assert_eq!(known().as_deref(), Some("browser"));
    // The alarm that was refused kept nobody from being prompted.
    assert_eq!(world.notices.0.take().len(), 1);
    let first = world.lists().trouble;
    assert_eq!(wake(), Err(AppError::Browser("alarms")));
    assert_eq!(world.lists().trouble, first, "the same trouble since then");
    world.alarm.1.set(false);
    assert_eq!(wake(), Ok(()));
    assert_eq!(known(), None);
    assert_eq!(world.lists().trouble, None);
}

#[test]
fn a_page_that_looks_at_the_clock_is_told_what_stands_in_the_way() {
    let world = world(vec![prompts::by_day("a", "Kettlefish")]);
    world.clock.0.set(instant(OVER));
    *world.store.refuse_writes.borrow_mut() = Some(AppError::StorageFull);
    let reply = world.send("c2", Request::Reconcile);
    assert_eq!(code(&reply), "storage_full");
    *world.store.refuse_writes.borrow_mut() = None;
    assert_eq!(world.send("c3", Request::Reconcile), Reply::Done);
}

#[test]
fn a_full_storage_keeps_neither_the_alarm_nor_the_notifications_from_being_right() {
    let world = world(vec![prompts::by_day("a", "Kettlefish")]);
    world.wake("2026-03-11T11:00:00Z");
    assert_eq!(world.notices.1.borrow().len(), 1);
    *world.store.refuse_writes.borrow_mut() = Some(AppError::StorageFull);
    assert_eq!(world.wake("2026-03-12T08:30:00Z"), []);
    assert_eq!(world.badge.0.get(), None, "the badge says so");
    let ends = "2026-03-12T11:00:00Z";
    assert_eq!(world.alarm.0.get(), Some(instant(ends)));
    world.wake(ends);
    assert!(world.notices.1.borrow().is_empty());
    *world.store.refuse_writes.borrow_mut() = None;
    world.wake(ends);
    assert_eq!(world.badge.0.get(), Some(0));
}

#[test]
fn a_prompt_that_the_browser_refuses_to_show_is_shown_later() {
    let world = world(vec![prompts::by_day("a", "Kettlefish")]);
    world.notices.2.set(true);
    assert_eq!(world.wake(OVER), []);
    world.notices.2.set(false);
    assert_eq!(world.wake("2026-03-10T11:45:00Z").len(), 1);
    assert_eq!(world.wake("2026-03-10T11:46:00Z"), []);
}
