//! The user's word for employer and role: what follows it, what does not change it, and how it is
//! taken back.

use super::*;
use crate::app::protocol::views::InterviewCard;

fn edit(interview: &str, employer: &str, role: &str) -> Request {
    Request::EditInterview {
        interview: interview.to_owned(),
        employer: employer.to_owned(),
        role: role.to_owned(),
    }
}

fn take_back(interview: &str) -> Request {
    let interview = interview.to_owned();
    Request::TakeBack { interview }
}

fn card(world: &World) -> InterviewCard {
    world.lists().due[0].clone()
}

fn body(world: &World) -> String {
    world.person().note.unwrap().body
}

fn moved(location: &str) -> FoundInterview {
    FoundInterview {
        location: location.to_owned(),
        ..found()
    }
}

#[test]
fn drafts_follow_employer_and_role_and_both_can_be_taken_back() {
    let (world, interview, _) = World::with_draft();
    let before = world.person().note.unwrap();
    let request = edit(&interview, " Plumtree ", "Data Analyst");
    assert_eq!(world.send("c4", request.clone()), Reply::Done);
    let after = world.person().note.unwrap();
    let whole = format!("{}\n{}", after.subject, after.body);
    assert!(
        whole.contains("Plumtree") && whole.contains("Data Analyst"),
        "{whole}"
    );
    assert!(!whole.contains("Kettlefish"), "{whole}");
    assert_eq!(card(&world).heading, "Plumtree");
    assert!(card(&world).can_take_back);

    // The same command again changes nothing, whatever happened since.
    world.send("c5", take_back(&interview));
    assert_eq!(world.send("c4", request), Reply::Done);
    let back = world.person().note.unwrap();
    assert_eq!((back.subject, back.body), (before.subject, before.body));
    assert_eq!(card(&world).heading, "Kettlefish");
    assert_eq!(card(&world).role.as_deref(), Some("Engineer"));
}

#[test]
fn the_users_own_wording_stays() {
    let (world, interview, person) = World::with_draft();
    let own = Request::SaveNote {
        interview: interview.clone(),
        person,
        subject: "Thanks".to_owned(),
        body: "Hi Priya, my own words about Kettlefish".to_owned(),
    };
    world.send("c4", own);
    world.send("c5", edit(&interview, "Plumtree", ""));
    assert_eq!(body(&world), "Hi Priya, my own words about Kettlefish");
    assert_eq!(card(&world).heading, "Plumtree");
}

#[test]
fn a_calendar_does_not_say_otherwise_and_still_says_what_was_not_corrected() {
    let (world, interview, _) = World::with_draft();
    world.send("c4", edit(&interview, "Plumtree", "Engineer"));
    let mut newer = moved("Hall");
    newer.role = Some("Senior Engineer".to_owned());
    world.scan("c5", vec![newer]);
    assert_eq!(card(&world).heading, "Plumtree");
    assert_eq!(card(&world).role.as_deref(), Some("Senior Engineer"));
    assert_eq!(card(&world).location, "Hall");

    // A role that is none stays away.
    world.send("c6", edit(&interview, "Plumtree", ""));
    world.scan("c7", vec![moved("Cellar")]);
    assert_eq!(card(&world).role, None);
    assert_eq!(card(&world).location, "Cellar");
    let page = Request::RecordPage {
        host: "calendar.example".to_owned(),
        found: vec![found()],
        confirmed: false,
    };
    world.send("c8", page);
    assert_eq!(card(&world).role, None);
    assert_eq!(card(&world).heading, "Plumtree");
}

#[test]
fn another_calendar_that_has_the_wrong_employer_makes_no_second_interview() {
    let (world, interview, _) = World::with_draft();
    world.send("c4", edit(&interview, "Plumtree", "Engineer"));
    let mut copy = found();
    copy.events[0].uid = "a-copy".to_owned();
    copy.title = "Kettlefish".to_owned();
    world.scan("c5", vec![copy.clone()]);
    assert_eq!(world.lists().due.len(), 1);
    assert_eq!(card(&world).heading, "Plumtree");

    copy.events[0].uid = "somewhere-else".to_owned();
    copy.employer = Some("Brightwell".to_owned());
    world.scan("c6", vec![copy]);
    assert_eq!(
        world.lists().due.len(),
        2,
        "another employer is another interview"
    );
}

#[test]
fn what_the_calendar_said_since_is_not_taken_back_with_something_else() {
    let (world, interview, _) = World::with_draft();
    let kind = Request::SetKind {
        interview: interview.clone(),
        meeting: Some("final".to_owned()),
    };
    world.send("c4", kind);
    let mut newer = moved("Hall");
    newer.employer = Some("Kettlefish Group".to_owned());
    world.scan("c5", vec![newer]);
    world.send("c6", take_back(&interview));
    assert_eq!(card(&world).heading, "Kettlefish Group");
}

#[test]
fn an_employer_may_be_unknown_and_the_title_stands_for_it() {
    let (world, interview, _) = World::with_draft();
    world.send("c4", edit(&interview, "  ", "Engineer"));
    let card = card(&world);
    assert_eq!(card.heading, "Interview with Kettlefish");
    assert!(!card.employer_known);
    assert!(!body(&world).contains("Kettlefish"), "{}", body(&world));
    let gone = world.send("c5", edit("nowhere", "Plumtree", ""));
    assert_eq!(code(&gone), "not_found");
}
