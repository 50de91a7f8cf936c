//! What the user enters by hand, and what a form refuses.

use super::*;
use crate::app::protocol::{HandInterview, HandPerson, Profile};

fn by_hand(employer: &str, end_ms: i64) -> Request {
    Request::AddInterview {
        interview: HandInterview {
            employer: employer.to_owned(),
            role: String::new(),
            start_ms: 0,
            end_ms,
            zone: "Europe/Berlin".to_owned(),
            people: vec![HandPerson {
                name: "Tom Kovač".to_owned(),
                ..HandPerson::default()
            }],
        },
    }
}

#[test]
fn an_interview_added_by_hand_is_due_like_any_other() {
    let world = World::new();
    let reply = world.send("c1", by_hand("Plumtree", HOUR_MS));
    assert!(matches!(reply, Reply::Added { .. }), "{reply:?}");
    assert_eq!(world.send("c1", by_hand("Plumtree", HOUR_MS)), reply);
    let lists = world.lists();
    assert_eq!(lists.due.len(), 1);
    assert_eq!(lists.due[0].heading, "Plumtree");
    assert_eq!(lists.due[0].people[0].display_name, "Tom Kovač");
}

#[test]
fn a_form_that_is_not_usable_says_which_field() {
    let world = World::new();
    let check = |request, expected| assert_eq!(code(&world.send("c1", request)), expected);
    check(by_hand("  ", HOUR_MS), "invalid_employer");
    check(by_hand("Plumtree", -HOUR_MS), "invalid_end");
    check(by_hand("Plumtree", 100 * HOUR_MS), "invalid_end");
    let profile = Profile {
        emails: vec!["jordan".to_owned()],
        ..Profile::default()
    };
    check(Request::SaveProfile { profile }, "invalid_emails");
    assert!(world.store.entries.borrow().is_empty());
}

#[test]
fn a_person_can_be_added_and_corrected() {
    let world = World::new();
    let mut nobody = found();
    nobody.people.clear();
    world.scan("c1", vec![nobody]);
    assert_eq!(world.badge.0.get(), Some(1), "somebody was met");
    let interview = world.interview_id();
    let person = HandPerson {
        name: "Pria".to_owned(),
        ..HandPerson::default()
    };
    let add = Request::AddPerson {
        interview: interview.clone(),
        person,
    };
    assert_eq!(world.send("c2", add), Reply::Done);
    let edit = Request::EditPerson {
        interview,
        person: "p1".to_owned(),
        name: "Priya Shah".to_owned(),
        email: "Priya@Kettlefish.example ".to_owned(),
        title: String::new(),
        call: "Pri".to_owned(),
        role: None,
        address: None,
    };
    assert_eq!(world.send("c3", edit), Reply::Done);
    assert_eq!(world.person().first_name.as_deref(), Some("Pri"));
    assert_eq!(world.person().display_name, "Priya Shah");
    assert_eq!(world.person().own_address, "priya@kettlefish.example");
}

#[test]
fn a_person_who_was_taken_out_stays_out_until_brought_back() {
    let world = World::new();
    world.scan("c1", vec![found()]);
    let interview = world.interview_id();
    let people = || world.lists().due[0].people.len();
    let before = people();
    let (id, person) = (interview.clone(), world.person().id);
    let remove = Request::RemovePerson {
        interview: id,
        person: person.clone(),
    };
    assert_eq!(world.send("c2", remove.clone()), Reply::Done);
    assert_eq!(world.send("c2", remove), Reply::Done, "carried out once");
    world.scan("c3", vec![found()]);
    assert_eq!(people(), before - 1);
    let restore = Request::RestorePerson { interview, person };
    assert_eq!(world.send("c4", restore), Reply::Done);
    assert_eq!(people(), before);
}

#[test]
fn only_a_secure_meeting_address_is_shown() {
    let world = World::new();
    world.scan("c1", vec![found()]);
    assert_eq!(world.lists().due[0].meeting_link, None);
}

#[test]
fn the_profile_is_kept_without_blank_rows() {
    let world = World::new();
    let profile = Profile {
        name: " Jordan Reyes ".to_owned(),
        emails: vec!["Jordan@Example.org".to_owned(), " ".to_owned()],
        selling_points: vec![String::new(), "Rust in production".to_owned()],
        tone: "warm".to_owned(),
        language: "de".to_owned(),
        provider: "gmail".to_owned(),
        ..Profile::default()
    };
    assert_eq!(
        world.send("c1", Request::SaveProfile { profile }),
        Reply::Done
    );
    let kept = settings::profile(&world.store.entries.borrow());
    assert_eq!(kept.name, "Jordan Reyes");
    assert_eq!(kept.emails, ["jordan@example.org"]);
    assert_eq!(kept.selling_points, ["Rust in production"]);
}
