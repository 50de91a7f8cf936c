//! One interview from several sources is one; two that only look alike stay two.

use super::*;
use crate::app::{
    protocol::{HandInterview, HandPerson},
    store::{migrate, v1::InterviewV1},
};

const NOW: i64 = 2 * HOUR_MS;

/// By hand, at the time of [`found`].
fn by_hand(employer: &str, people: &[(&str, &str)]) -> HandInterview {
    HandInterview {
        employer: employer.to_owned(),
        role: "Staff Engineer".to_owned(),
        start_ms: 0,
        end_ms: HOUR_MS,
        zone: "Europe/Paris".to_owned(),
        people: people
            .iter()
            .map(|(name, email)| HandPerson {
                name: (*name).to_owned(),
                email: (*email).to_owned(),
                title: String::new(),
            })
            .collect(),
    }
}

fn add(world: &World, id: &str, interview: HandInterview) {
    let reply = world.send(id, Request::AddInterview { interview });
    assert!(matches!(reply, Reply::Added { .. }), "{reply:?}");
}

fn interviews(world: &World) -> Vec<InterviewV1> {
    migrate::read_all(&world.store.entries.borrow()).interviews
}

#[test]
fn a_calendar_completes_what_was_entered_by_hand_and_nobody_is_thanked_twice() {
    for (name, email) in [
        ("Priya Shah", ""),
        ("priya", ""),
        ("Priya", "PRIYA@kettlefish.example"),
    ] {
        let world = World::new();
        add(&world, "c1", by_hand("kettlefish", &[(name, email)]));
        let id = world.interview_id();
        world.send("c2", answer(&id, "p1"));
        world.send("c3", prepare(&id, "p1", 0));
        world.send("c4", sent(&id, "p1"));
        world.scan("c5", vec![found()]);
        let [it] = &interviews(&world)[..] else {
            panic!("{name}: not one");
        };
        assert_eq!(it.people.len(), 1, "{name}");
        assert!(it.people[0].thanked_at().is_some());
        assert!(it.people[0].specific.contains("event sourcing"));
        assert_eq!(
            it.people[0].email.as_deref(),
            Some("priya@kettlefish.example")
        );
        // The user's words for employer and role.
        assert_eq!(it.employer.as_deref(), Some("kettlefish"));
        assert_eq!(it.role.as_deref(), Some("Staff Engineer"));
        // The calendar is known from then on.
        let moved = FoundInterview {
            start_ms: 5 * HOUR_MS,
            end_ms: 6 * HOUR_MS,
            ..found()
        };
        world.scan("c6", vec![moved]);
        assert_eq!(interviews(&world).len(), 1);
        assert_eq!(interviews(&world)[0].start_ms, 5 * HOUR_MS);
    }
}

#[test]
fn what_a_calendar_told_already_is_completed_by_hand() {
    let world = World::new();
    let doubtful = FoundInterview {
        band: "ask".to_owned(),
        ..found()
    };
    world.scan("c1", vec![doubtful]);
    let people = [("Priya", ""), ("Tom Kovac", "")];
    for _ in 0..2 {
        add(&world, "c2", by_hand("Kettlefish", &people));
    }
    let [it] = &interviews(&world)[..] else {
        panic!("not one");
    };
    assert_eq!(it.answer, Some(true));
    let names: Vec<_> = it.people.iter().map(|it| it.name.as_deref()).collect();
    assert_eq!(names, [Some("Priya Shah"), Some("Tom Kovac")]);
}

#[test]
fn two_files_with_an_identity_each_are_one_interview() {
    let world = World::new();
    world.scan("c1", vec![found()]);
    let other = FoundInterview {
        events: vec![FoundEvent {
            uid: "invitation@mail".to_owned(),
            recurrence_ms: None,
        }],
        title: "Kettlefish: on-site".to_owned(),
        end_ms: HOUR_MS - 900_000,
        ..found()
    };
    world.scan("c2", vec![other.clone()]);
    world.scan("c3", vec![found()]);
    assert_eq!(interviews(&world).len(), 1);
    world.scan("c4", vec![other]);
    assert_eq!(interviews(&world).len(), 1);
}

#[test]
fn what_only_looks_alike_stays_two() {
    let uid = |uid: &str| {
        vec![FoundEvent {
            uid: uid.to_owned(),
            recurrence_ms: None,
        }]
    };
    for (why, other) in [
        (
            "another employer at the same hour",
            FoundInterview {
                employer: Some("Marrowbone".to_owned()),
                events: uid("x"),
                ..found()
            },
        ),
        (
            "the next round on the same day",
            FoundInterview {
                start_ms: HOUR_MS,
                end_ms: NOW,
                events: uid("x"),
                ..found()
            },
        ),
        (
            "another title, and no employer",
            FoundInterview {
                employer: None,
                title: "Phone screen".to_owned(),
                events: uid("x"),
                ..found()
            },
        ),
    ] {
        let world = World::new();
        world.scan("c1", vec![found()]);
        world.scan("c2", vec![other.clone()]);
        assert_eq!(interviews(&world).len(), 2, "{why}");
        let world = World::new();
        add(&world, "c1", by_hand("Kettlefish", &[("Priya", "")]));
        world.scan("c2", vec![other]);
        assert_eq!(interviews(&world).len(), 2, "{why}");
    }
}

#[test]
fn an_entry_that_was_called_off_takes_nothing_with_it() {
    let old = FoundInterview {
        called_off: true,
        events: vec![FoundEvent {
            uid: "superseded".to_owned(),
            recurrence_ms: None,
        }],
        ..found()
    };
    let world = World::new();
    add(&world, "c1", by_hand("Kettlefish", &[("Priya", "")]));
    world.scan("c2", vec![found(), old.clone()]);
    assert!(!interviews(&world)[0].called_off);
    // The same calendar once more, and a calendar in which the entry was replaced.
    world.scan("c3", vec![found(), old.clone()]);
    assert!(!interviews(&world)[0].called_off);
    let world = World::new();
    let before = FoundInterview {
        called_off: false,
        ..old.clone()
    };
    world.scan("c1", vec![before]);
    for id in ["c2", "c3"] {
        world.scan(id, vec![found(), old.clone()]);
        assert_eq!(interviews(&world).len(), 1);
        assert!(!interviews(&world)[0].called_off);
    }
}

#[test]
fn two_people_of_one_first_name_are_not_joined() {
    let world = World::new();
    add(&world, "c1", by_hand("Kettlefish", &[("Tom", "")]));
    let person = |name: &str| FoundPerson {
        name: Some(name.to_owned()),
        email: None,
        title: None,
        part: "interviewer".to_owned(),
        main_contact: None,
    };
    let two = FoundInterview {
        people: vec![person("Tom Kovac"), person("Tom Reed")],
        ..found()
    };
    world.scan("c2", vec![two]);
    assert_eq!(interviews(&world)[0].people.len(), 3);
}
