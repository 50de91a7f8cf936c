//! What the user puts right about people and meeting, what follows it, and how it is taken back.

use super::*;
use crate::{app::protocol::views::InterviewCard, domain::note::kind::Kind};

fn with_tom() -> FoundInterview {
    let mut found = found();
    found.people.push(FoundPerson {
        name: Some("Tom Kovac".to_owned()),
        email: None,
        title: None,
        part: "interviewer".to_owned(),
        main_contact: None,
    });
    found
}

/// Two people met, and a draft for the first.
fn two_people() -> (World, String) {
    let world = World::new();
    world.scan("c1", vec![with_tom()]);
    let interview = world.interview_id();
    world.send("c2", answer(&interview, "p1"));
    world.send("c3", prepare(&interview, "p1", 0));
    (world, interview)
}

fn edit(interview: &str, person: &str, name: &str, call: &str, role: Option<&str>) -> Request {
    let email = if person == "p1" {
        "priya@kettlefish.example"
    } else {
        ""
    };
    Request::EditPerson {
        interview: interview.to_owned(),
        person: person.to_owned(),
        name: name.to_owned(),
        email: email.to_owned(),
        title: String::new(),
        call: call.to_owned(),
        role: role.map(str::to_owned),
        address: None,
    }
}

fn kind(interview: &str, meeting: Option<&str>) -> Request {
    Request::SetKind {
        interview: interview.to_owned(),
        meeting: meeting.map(str::to_owned),
    }
}

fn order(interview: &str, people: &[&str]) -> Request {
    Request::OrderPeople {
        interview: interview.to_owned(),
        people: people.iter().map(|it| (*it).to_owned()).collect(),
    }
}

fn take_back(interview: &str) -> Request {
    let interview = interview.to_owned();
    Request::TakeBack { interview }
}

fn card(world: &World) -> InterviewCard {
    world.lists().due[0].clone()
}

fn ids(world: &World) -> Vec<String> {
    card(world).people.into_iter().map(|it| it.id).collect()
}

fn body(world: &World) -> String {
    let people = card(world).people;
    let first = people.into_iter().find(|it| it.id == "p1").unwrap();
    first.note.unwrap().body
}

#[test]
fn a_draft_follows_the_name_and_what_they_are_called_and_both_can_be_taken_back() {
    let (world, interview) = two_people();
    let before = body(&world);
    world.send("c4", edit(&interview, "p1", "Priya Shah", "Pri", None));
    let after = body(&world);
    assert!(after.starts_with("Hi Pri,"), "{after}");
    assert_eq!(
        after.split_once(','),
        before.split_once(',').map(|(_, it)| ("Hi Pri", it))
    );
    assert!(card(&world).can_take_back);
    assert_eq!(world.send("c5", take_back(&interview)), Reply::Done);
    assert_eq!(body(&world), before);
    assert_eq!(
        code(&world.send("c6", take_back(&interview))),
        "illegal_step"
    );
}

#[test]
fn what_changes_nothing_leaves_nothing_to_take_back() {
    let (world, interview) = two_people();
    let same = edit(&interview, "p1", "Priya Shah", "", None);
    world.send("c4", same.clone());
    let taking_back = card(&world).can_take_back;
    assert_eq!(world.send("c5", same), Reply::Unchanged);
    assert_eq!(card(&world).can_take_back, taking_back);
    let calls = edit(&interview, "p1", "Priya Shah", "Pri", None);
    assert_eq!(world.send("c6", calls.clone()), Reply::Done);
    assert_eq!(world.send("c7", calls), Reply::Unchanged);
    world.send("c8", take_back(&interview));
    assert!(!body(&world).starts_with("Hi Pri,"), "the change itself");
}

#[test]
fn what_the_calendar_adds_to_others_is_not_taken_back() {
    let (world, interview) = two_people();
    world.send("c4", edit(&interview, "p1", "Priya Shah", "Pri", None));
    let mut with_address = with_tom();
    with_address.people[1].email = Some("tom@kettlefish.example".to_owned());
    world.scan("c5", vec![with_address]);
    world.send("c6", take_back(&interview));
    let people = card(&world).people;
    assert_eq!(people[1].own_address, "tom@kettlefish.example");
}

#[test]
fn the_users_own_wording_and_what_has_left_do_not_follow() {
    let (world, interview) = two_people();
    let own = Request::SaveNote {
        interview: interview.clone(),
        person: "p1".to_owned(),
        subject: "Thanks".to_owned(),
        body: "Hi Priya, my own words".to_owned(),
    };
    world.send("c4", own);
    world.send("c5", edit(&interview, "p1", "Priya Shah", "Pri", None));
    world.send("c6", kind(&interview, Some("final")));
    assert_eq!(body(&world), "Hi Priya, my own words");

    let (world, interview) = two_people();
    let opened = Request::MarkOpened {
        interview: interview.clone(),
        person: "p1".to_owned(),
        provider: "gmail".to_owned(),
    };
    world.send("c4", opened);
    let before = body(&world);
    world.send("c5", kind(&interview, Some("final")));
    assert_eq!(body(&world), before);
}

#[test]
fn the_sort_of_meeting_is_the_users_word_and_the_drafts_follow() {
    let (world, interview) = two_people();
    let before = body(&world);
    assert_eq!(card(&world).kind_shown, Kind::General);
    assert_eq!(
        world.send("c4", kind(&interview, Some("final"))),
        Reply::Done
    );
    assert_eq!(card(&world).kind, Some(Kind::Final));
    assert_ne!(body(&world), before);
    world.scan("c5", vec![with_tom()]);
    assert_eq!(
        card(&world).kind,
        Some(Kind::Final),
        "a calendar does not say otherwise"
    );
    world.send("c6", take_back(&interview));
    assert_eq!(card(&world).kind, None);
    assert_eq!(body(&world), before);
    let unknown = world.send("c7", kind(&interview, Some("sermon")));
    assert_eq!(code(&unknown), "unknown_request");
}

#[test]
fn people_come_in_the_users_order_and_no_draft_changes() {
    let (world, interview) = two_people();
    let before = body(&world);
    assert_eq!(ids(&world), ["p1", "p2"]);
    assert_eq!(
        world.send("c4", order(&interview, &["p2", "p1"])),
        Reply::Done
    );
    assert_eq!(ids(&world), ["p2", "p1"]);
    assert_eq!(body(&world), before);
    world.scan("c5", vec![with_tom()]);
    assert_eq!(ids(&world), ["p2", "p1"]);
    for wrong in [&["p2", "p2"][..], &["p2", "p9"]] {
        assert_eq!(
            code(&world.send("c6", order(&interview, wrong))),
            "invalid_people"
        );
    }
    world.send("c7", take_back(&interview));
    assert_eq!(ids(&world), ["p1", "p2"]);
}

#[test]
fn somebody_who_comes_back_comes_back_to_their_place() {
    let (world, interview) = two_people();
    world.send("c4", order(&interview, &["p2", "p1"]));
    let (id, person) = (interview.clone(), "p2".to_owned());
    world.send(
        "c5",
        Request::RemovePerson {
            interview: id,
            person: person.clone(),
        },
    );
    assert_eq!(ids(&world), ["p1"]);
    world.send("c6", Request::RestorePerson { interview, person });
    assert_eq!(ids(&world), ["p2", "p1"]);
}

#[test]
fn a_draft_follows_the_form_of_address_of_the_person() {
    let (world, interview) = two_people();
    let profile = crate::app::protocol::Profile {
        language: "de".to_owned(),
        tone: "warm".to_owned(),
        ..Default::default()
    };
    world.send("c4", Request::SaveProfile { profile });
    let with = |form: &str| {
        let mut request = edit(&interview, "p1", "Priya Shah", "", None);
        if let Request::EditPerson { address, .. } = &mut request {
            *address = Some(form.to_owned());
        }
        request
    };
    world.send("c5", with("familiar"));
    assert!(body(&world).starts_with("Hallo Priya,"), "{}", body(&world));
    world.send("c6", with("polite"));
    assert!(
        body(&world).starts_with("Guten Tag Priya Shah,"),
        "{}",
        body(&world)
    );
    assert_eq!(code(&world.send("c7", with("royal"))), "unknown_request");
}

#[test]
fn there_is_one_main_contact_and_a_calendar_does_not_change_who() {
    let (world, interview) = two_people();
    let main = |world: &World| -> Vec<String> {
        let people = card(world).people.into_iter();
        people
            .filter(|it| it.main_contact.is_some())
            .map(|it| it.id)
            .collect()
    };
    assert_eq!(main(&world), ["p1"]);
    let tom = edit(&interview, "p2", "Tom Kovac", "", Some("main_contact"));
    assert_eq!(world.send("c4", tom), Reply::Done);
    assert_eq!(main(&world), ["p2"]);
    assert_eq!(ids(&world), ["p2", "p1"], "the main contact comes first");
    let mut moved = with_tom();
    moved.location = "Hall".to_owned();
    world.scan("c5", vec![moved]);
    assert_eq!(main(&world), ["p2"]);
    world.send("c6", take_back(&interview));
    assert_eq!(main(&world), ["p1"]);
    let wrong = edit(&interview, "p2", "Tom Kovac", "", Some("king"));
    assert_eq!(code(&world.send("c7", wrong)), "unknown_request");
}

#[test]
fn whoever_only_arranged_it_gets_the_other_note() {
    let (world, interview) = two_people();
    let before = body(&world);
    let role = edit(&interview, "p1", "Priya Shah", "", Some("coordinator"));
    world.send("c4", role);
    let mut moved = with_tom();
    moved.location = "Hall".to_owned();
    world.scan("c5", vec![moved]);
    let first = card(&world).people.into_iter().find(|it| it.id == "p1");
    assert_eq!(first.unwrap().part, "coordinator");
    assert_ne!(body(&world), before);
}

#[test]
fn a_calendar_that_still_has_the_wrong_name_brings_nobody_twice() {
    let (world, interview) = two_people();
    world.send("c4", edit(&interview, "p2", "Tomislav Kovač", "Tom", None));
    let mut moved = with_tom();
    moved.location = "Hall".to_owned();
    world.scan("c5", vec![moved]);
    let card = card(&world);
    let names: Vec<&str> = card.people.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Priya Shah", "Tomislav Kovač"]);
}

#[test]
fn whoever_turns_out_to_be_the_user_is_owed_nothing() {
    let profile = |emails: &[&str]| Request::SaveProfile {
        profile: crate::app::protocol::Profile {
            emails: emails.iter().map(|&it| it.to_owned()).collect(),
            ..crate::app::protocol::Profile::default()
        },
    };
    let world = World::new();
    let mut found = with_tom();
    found.people.push(FoundPerson {
        name: Some("Jordan Avery".to_owned()),
        email: Some("jordan@avery.example".to_owned()),
        title: None,
        part: "interviewer".to_owned(),
        main_contact: None,
    });
    world.scan("c1", vec![found.clone()]);
    assert_eq!(world.badge.0.get(), Some(3));
    world.send("c2", profile(&["Jordan@Avery.example "]));
    assert_eq!(world.badge.0.get(), Some(2));
    // Not even if the same calendar is read once more as before.
    world.scan("c3", vec![found]);
    assert_eq!(world.badge.0.get(), Some(2));
    // Somebody whom the user has begun to write to is nobody to be lost.
    let interview = world.interview_id();
    world.send("c4", answer(&interview, "p1"));
    world.send("c5", profile(&["priya@kettlefish.example"]));
    assert_eq!(world.badge.0.get(), Some(2));
}
