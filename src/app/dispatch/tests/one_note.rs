//! One note to the coordinator for everybody whose address is unknown.

use super::*;
use crate::app::protocol::views::{Channel, InterviewCard, Status};

/// Two interviewers without an address, and who arranged it.
fn arranged() -> FoundInterview {
    let mut found = found();
    let person = |name: &str, email: Option<&str>, part: &str| FoundPerson {
        name: Some(name.to_owned()),
        email: email.map(str::to_owned),
        title: None,
        part: part.to_owned(),
        main_contact: None,
    };
    found.people = vec![
        person("Priya Shah", None, "interviewer"),
        person("Tom Kovac", None, "interviewer"),
        person("Ana Lima", Some("ana@kettlefish.example"), "coordinator"),
    ];
    found
}

fn with_choice() -> (World, String) {
    let world = World::new();
    world.scan("c1", vec![arranged()]);
    let interview = world.interview_id();
    world.send("c2", answer(&interview, "p1"));
    world.send("c3", prepare(&interview, "p3", 0));
    (world, interview)
}

fn relay(interview: &str, one_note: bool) -> Request {
    Request::SetRelay {
        interview: interview.to_owned(),
        one_note,
    }
}

fn card(world: &World) -> InterviewCard {
    let lists = world.lists();
    lists.due.into_iter().chain(lists.done).next().unwrap()
}

fn statuses(world: &World) -> [Status; 3] {
    let card = card(world);
    ["p1", "p2", "p3"].map(|id| card.people.iter().find(|it| it.id == id).unwrap().status)
}

#[test]
fn one_note_is_owed_instead_of_three_and_names_everybody() {
    let (world, interview) = with_choice();
    assert_eq!(card(&world).one_note, Some(false));
    assert_eq!(world.badge.0.get(), Some(3));
    assert_eq!(world.send("c4", relay(&interview, true)), Reply::Done);
    let card = card(&world);
    assert_eq!(card.one_note, Some(true));
    assert_eq!(world.badge.0.get(), Some(1));
    let [priya, tom, ana] = ["p1", "p2", "p3"].map(|id| {
        let mut people = card.people.iter();
        people.find(|it| it.id == id).unwrap()
    });
    for covered in [priya, tom] {
        assert_eq!(covered.channel, Channel::InOneNote);
        assert_eq!(covered.in_note_to.as_deref(), Some("p3"));
    }
    let body = &ana.note.as_ref().unwrap().body;
    assert!(
        body.contains("Dear Priya Shah and Tom Kovac,"),
        "the draft follows: {body}"
    );
    assert!(
        body.contains("Priya Shah – how you moved billing"),
        "{body}"
    );
    world.send("c5", Request::TakeBack { interview });
    assert_eq!(world.badge.0.get(), Some(3));
}

#[test]
fn whoever_it_is_forwarded_to_is_thanked_by_it_and_no_longer_when_that_is_undone() {
    use Status::{Drafted, Sent, ToAsk, ToWrite};
    let (world, interview) = with_choice();
    world.send("c4", relay(&interview, true));
    assert_eq!(world.send("c5", sent(&interview, "p3")), Reply::Done);
    assert_eq!(statuses(&world), [Sent, Sent, Sent]);
    assert_eq!(world.badge.0.get(), Some(0));
    for (id, request) in [
        ("c6", relay(&interview, false)),
        (
            "c7",
            Request::TakeBack {
                interview: interview.clone(),
            },
        ),
    ] {
        assert_eq!(code(&world.send(id, request)), "already_thanked");
    }
    assert_eq!(world.send("c8", undo(&interview, "p3")), Reply::Done);
    assert_eq!(statuses(&world), [ToWrite, ToAsk, Drafted]);
}

#[test]
fn whoever_was_thanked_by_the_one_note_stays_so_when_another_one_is_written() {
    use Status::{Drafted, Sent, ToAsk, ToWrite};
    let (world, interview) = with_choice();
    world.send("c4", relay(&interview, true));
    world.send("c5", sent(&interview, "p3"));
    let again = Request::WriteAgain {
        interview: interview.clone(),
        person: "p3".to_owned(),
    };
    assert_eq!(world.send("c6", again), Reply::Done);
    assert_eq!(statuses(&world), [Sent, Sent, ToWrite]);
    world.send("c7", undo(&interview, "p3"));
    assert_eq!(statuses(&world), [Sent, Sent, Sent]);
    world.send("c8", undo(&interview, "p3"));
    assert_eq!(statuses(&world), [ToWrite, ToAsk, Drafted]);
}

#[test]
fn one_note_each_thanks_nobody_else() {
    let (world, interview) = with_choice();
    world.send("c4", sent(&interview, "p3"));
    assert_eq!(
        statuses(&world),
        [Status::ToWrite, Status::ToAsk, Status::Sent]
    );
}

#[test]
fn there_is_no_choice_once_an_address_is_known() {
    let world = World::new();
    let mut known = arranged();
    known.people[0].email = Some("priya@kettlefish.example".to_owned());
    world.scan("c1", vec![known]);
    assert_eq!(card(&world).one_note, None);
}
