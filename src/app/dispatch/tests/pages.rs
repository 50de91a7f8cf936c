//! What was read from a page, beside what calendar files say of the same interviews.

use super::*;

fn on_page() -> FoundInterview {
    FoundInterview {
        events: vec![FoundEvent {
            uid: "page:jobs.example:R1".to_owned(),
            recurrence_ms: None,
        }],
        people: Vec::new(),
        location: "Mill Lane 1".to_owned(),
        confidence: 0.5,
        ..found()
    }
}

fn page(found: Vec<FoundInterview>, confirmed: bool) -> Request {
    Request::RecordPage {
        host: "jobs.example".to_owned(),
        found,
        confirmed,
    }
}

fn counts(reply: &Reply) -> [u32; 3] {
    match reply {
        Reply::Recorded {
            added,
            updated,
            unchanged,
        } => [*added, *updated, *unchanged],
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_interview_of_a_page_and_of_a_file_is_one_whichever_comes_first() {
    let world = World::new();
    assert_eq!(
        counts(&world.send("c1", page(vec![on_page()], true))),
        [1, 0, 0]
    );
    assert_eq!(counts(&world.scan("c2", vec![found()])), [0, 1, 0]);
    assert_eq!(world.person().display_name, "Priya Shah");
    // The page is known again, also now that the file is.
    assert_eq!(
        counts(&world.send("c3", page(vec![on_page()], true))),
        [0, 1, 0]
    );
    assert_eq!(
        counts(&world.send("c4", page(vec![on_page()], true))),
        [0, 0, 1]
    );

    let world = World::new();
    world.scan("c1", vec![found()]);
    assert_eq!(
        counts(&world.send("c2", page(vec![on_page()], false))),
        [0, 1, 0]
    );
    assert_eq!(world.lists().due.len(), 1);
}

#[test]
fn a_page_completes_and_takes_nothing_away() {
    let world = World::new();
    world.scan("c1", vec![found()]);
    let later = FoundInterview {
        start_ms: 5 * HOUR_MS,
        end_ms: 6 * HOUR_MS,
        employer: Some("Somebody else".to_owned()),
        called_off: true,
        events: found().events,
        ..on_page()
    };
    world.send("c2", page(vec![later], false));
    let lists = world.lists();
    assert_eq!(lists.due.len(), 1, "neither moved nor called off by a page");
    assert_eq!(lists.due[0].heading, "Kettlefish");
    assert_eq!(lists.due[0].people[0].display_name, "Priya Shah");
    let entries = world.store.entries.borrow();
    let stored = entries
        .values()
        .find(|it| it["data"]["location"] == "Mill Lane 1");
    assert!(stored.is_some(), "the place was not known before");
}

#[test]
fn what_a_page_told_of_itself_it_may_move_and_call_off() {
    let world = World::new();
    world.send("c1", page(vec![on_page()], true));
    let moved = FoundInterview {
        start_ms: 24 * HOUR_MS,
        end_ms: 25 * HOUR_MS,
        ..on_page()
    };
    assert_eq!(
        counts(&world.send("c2", page(vec![moved.clone()], false))),
        [0, 1, 0]
    );
    assert_eq!(world.lists().coming.len(), 1);
    let called_off = FoundInterview {
        called_off: true,
        ..moved
    };
    world.send("c3", page(vec![called_off], false));
    assert_eq!(world.lists().coming.len(), 0);
}

#[test]
fn only_the_user_makes_a_doubtful_event_an_interview() {
    let doubtful = || FoundInterview {
        band: "ask".to_owned(),
        ..on_page()
    };
    let world = World::new();
    world.send("c1", page(vec![doubtful()], false));
    assert_eq!((world.lists().ask.len(), world.lists().due.len()), (1, 0));
    world.send("c2", page(vec![doubtful()], true));
    assert_eq!((world.lists().ask.len(), world.lists().due.len()), (0, 1));
}

#[test]
fn the_host_of_a_page_is_not_taken_for_that_of_a_calendar_address() {
    let world = World::new();
    world.send("c1", page(vec![on_page()], true));
    let entries = world.store.entries.borrow();
    let stored = entries.values().find(|it| it["data"]["origin"].is_object());
    let name = stored.unwrap()["data"]["origin"]["name"].clone();
    assert_eq!(name, "page:jobs.example");
}

#[test]
fn what_is_called_off_is_not_added() {
    let world = World::new();
    let called_off = FoundInterview {
        called_off: true,
        ..on_page()
    };
    assert_eq!(
        counts(&world.send("c1", page(vec![called_off], true))),
        [0, 0, 0]
    );
}

#[test]
fn watched_pages_are_kept_and_unknown_ones_are_not() {
    let world = World::new();
    let sites = vec!["outlook".to_owned(), "elsewhere".to_owned()];
    assert_eq!(
        world.send("c1", Request::WatchCalendars { sites }),
        Reply::Done
    );
    let entries = world.store.entries.borrow();
    let watched = crate::app::watch_calendars::watched(&entries);
    let codes: Vec<&str> = watched.iter().map(|it| it.code).collect();
    assert_eq!(codes, ["outlook"]);
}
