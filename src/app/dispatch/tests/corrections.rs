//! What the user says about events is remembered, answers for others, and is taken back; what is
//! deleted stays away.

use super::*;
use crate::app::{corrections, store::migrate};

fn occurrence(uid: &str, day: i64, organizer: Option<&str>) -> FoundInterview {
    let start_ms = day * 24 * HOUR_MS;
    FoundInterview {
        events: vec![FoundEvent {
            uid: uid.to_owned(),
            recurrence_ms: Some(start_ms),
        }],
        title: format!("Talk on day {day}"),
        start_ms,
        end_ms: start_ms + HOUR_MS,
        organizer: organizer.map(str::to_owned),
        band: "ask".to_owned(),
        ..found()
    }
}

/// The answers, by day.
fn answers(world: &World) -> Vec<Option<bool>> {
    let mut all = migrate::read_all(&world.store.entries.borrow()).interviews;
    all.sort_by_key(|it| it.start_ms);
    all.into_iter().map(|it| it.answer).collect()
}

/// Three of a series, one of another by the same organizer, one by nobody.
fn world() -> (World, Vec<String>) {
    let world = World::new();
    let dana = Some("dana@acme.example");
    let all = vec![
        occurrence("series", 0, dana),
        occurrence("series", 7, dana),
        occurrence("series", 14, None),
        occurrence("other", 21, dana),
        occurrence("lonely", 28, None),
    ];
    world.scan("c1", all);
    let mut interviews = migrate::read_all(&world.store.entries.borrow()).interviews;
    interviews.sort_by_key(|it| it.start_ms);
    (world, interviews.into_iter().map(|it| it.id).collect())
}

fn judge(interview: &str, is_interview: Option<bool>) -> Request {
    Request::Judge {
        interview: interview.to_owned(),
        is_interview,
    }
}

fn remember(correction: &str, scope: &str) -> Request {
    Request::Remember {
        correction: correction.to_owned(),
        scope: scope.to_owned(),
    }
}

const NO: Option<bool> = Some(false);

#[test]
fn an_answer_counts_for_the_event_until_the_user_says_more() {
    let (world, ids) = world();
    world.send("c2", judge(&ids[0], NO));
    assert_eq!(answers(&world), [NO, None, None, None, None]);
    world.send("c3", remember(&ids[0], "series"));
    assert_eq!(answers(&world), [NO, NO, NO, None, None]);
    world.send("c4", remember(&ids[0], "organizer"));
    assert_eq!(answers(&world), [NO, NO, None, NO, None]);
    world.send("c5", remember(&ids[0], "event"));
    assert_eq!(answers(&world), [NO, None, None, None, None]);
}

#[test]
fn taking_it_back_takes_back_what_it_answered_for_and_nothing_else() {
    let (world, ids) = world();
    world.send("c2", judge(&ids[3], NO));
    world.send("c3", judge(&ids[0], NO));
    world.send("c4", remember(&ids[0], "organizer"));
    assert_eq!(answers(&world), [NO, NO, None, NO, None]);
    world.send("c5", judge(&ids[0], None));
    assert_eq!(answers(&world), [None, None, None, NO, None]);
    let left = corrections::list(&world.store.entries.borrow());
    assert_eq!(left.iter().map(|it| &it.id).collect::<Vec<_>>(), [&ids[3]]);
}

#[test]
fn what_the_user_said_of_another_one_is_not_overruled() {
    let (world, ids) = world();
    world.send("c2", judge(&ids[1], Some(true)));
    world.send("c3", judge(&ids[0], NO));
    world.send("c4", remember(&ids[0], "series"));
    assert_eq!(answers(&world), [NO, Some(true), NO, None, None]);
}

#[test]
fn it_is_forgotten_from_the_list_even_when_the_interview_is_gone() {
    let (world, ids) = world();
    world.send("c2", judge(&ids[0], NO));
    world.send("c3", remember(&ids[0], "series"));
    let interview = Some(ids[0].clone());
    world.send("c4", Request::Delete { interview });
    let correction = ids[0].clone();
    let forget = Request::ForgetCorrection { correction };
    assert_eq!(world.send("c5", forget), Reply::Done);
    assert_eq!(answers(&world), [None, None, None, None]);
    assert!(corrections::list(&world.store.entries.borrow()).is_empty());
}

#[test]
fn nothing_is_remembered_for_what_there_is_not() {
    let (world, ids) = world();
    assert_eq!(
        code(&world.send("c2", remember(&ids[0], "series"))),
        "not_found"
    );
    world.send("c3", judge(&ids[0], NO));
    let refused = world.send("c4", remember(&ids[0], "everything"));
    assert_eq!(code(&refused), "unknown_request");
}

#[test]
fn a_silent_event_becomes_an_interview_when_the_user_says_so() {
    let world = World::new();
    let it_is_one = |found| Request::ItIsOne {
        source: "job-hunt.ics".to_owned(),
        found,
    };
    let reply = world.send("c1", it_is_one(occurrence("chat", 0, None)));
    let Reply::Added { interview } = reply else {
        panic!("{reply:?}");
    };
    assert_eq!(answers(&world), [Some(true)]);
    assert_eq!(world.lists().due.len(), 1);
    let said = corrections::said(&world.store.entries.borrow());
    assert!(said.iter().all(|it| it.is_interview) && said.len() == 1);
    // Again, as when the answer was lost.
    world.send("c1", it_is_one(occurrence("chat", 0, None)));
    assert_eq!(answers(&world).len(), 1);
    // The user may have deleted it before.
    world.send(
        "c2",
        Request::Delete {
            interview: Some(interview),
        },
    );
    world.send("c3", it_is_one(occurrence("chat", 0, None)));
    assert_eq!(world.lists().due.len(), 1);
}

#[test]
fn what_was_deleted_is_not_brought_back_by_a_calendar_or_a_page() {
    let (world, interview, _) = World::with_draft();
    let record = world.store.entries.borrow()[&keys::interview(&interview)].clone();
    let delete = Request::Delete {
        interview: Some(interview),
    };
    world.send("c4", delete);
    let moved = FoundInterview {
        start_ms: 5 * HOUR_MS,
        end_ms: 6 * HOUR_MS,
        title: "Interview, moved".to_owned(),
        ..found()
    };
    let copied = FoundInterview {
        events: vec![FoundEvent {
            uid: "another-uid".to_owned(),
            recurrence_ms: None,
        }],
        ..found()
    };
    let page = |confirmed, found| Request::RecordPage {
        host: "calendar.example".to_owned(),
        found: vec![found],
        confirmed,
    };
    world.scan("c5", vec![found()]);
    world.scan("c6", vec![moved, copied.clone()]);
    world.send("c7", page(false, copied));
    assert!(answers(&world).is_empty());
    let other = FoundInterview {
        title: "Interview with Plumtree".to_owned(),
        ..occurrence("plumtree", 3, None)
    };
    world.scan("c8", vec![other]);
    assert_eq!(answers(&world).len(), 1, "another one is not kept away");
    world.send("c9", Request::BringBack { record });
    assert_eq!(answers(&world).len(), 2);
    assert!(world.person().note.is_some(), "it is as it was");
    // What the user chooses on a page comes, deleted before or not.
    let interview = Some(world.interview_id());
    world.send("c10", Request::Delete { interview });
    world.send("c11", page(true, found()));
    assert_eq!(answers(&world).len(), 2);
}
