//! What the companion in the webmail is told, and what it may record.

use serde_json::Value;

use super::*;
use crate::app::{
    companion::{self, Stand},
    protocol::{companion::Seen, sender::Sender},
};

fn seen(recipient: &str, subject: &str) -> Seen {
    Seen {
        recipients: vec![recipient.to_owned()],
        subject: subject.to_owned(),
        text: None,
    }
}

fn meet(world: &World, seen: &Seen) -> Option<companion::Met> {
    companion::meet(&world.store.entries.borrow(), seen, world.clock.0.get())
}

fn stand(world: &World, recipient: &str, subject: &str) -> Option<Stand> {
    meet(world, &seen(recipient, subject)).map(|it| it.stand)
}

fn seen_sent(interview: &str, person: &str) -> Request {
    Request::SeenSent {
        interview: interview.to_owned(),
        person: person.to_owned(),
        provider: "gmail".to_owned(),
    }
}

fn taken_back(interview: &str, person: &str, provider: &str) -> Request {
    Request::SeenTakenBack {
        interview: interview.to_owned(),
        person: person.to_owned(),
        provider: provider.to_owned(),
    }
}

#[test]
fn a_message_to_somebody_who_is_owed_a_note_is_met_by_address_or_full_name() {
    let (world, interview, person) = World::with_draft();
    for recipient in [
        "priya@kettlefish.example",
        "Priya Shah <PRIYA@kettlefish.example>",
        "Priya Shah",
        "priya shah;",
    ] {
        let met = meet(&world, &seen(recipient, "")).unwrap();
        assert_eq!((&met.interview, &met.person), (&interview, &person));
        assert_eq!((met.name.as_str(), met.stand), ("Priya", Stand::Ready));
        assert_eq!(met.shown_as, "Priya Shah");
    }
    for other in [
        "",
        "Priya",
        "priya@other.example",
        "apriya@kettlefish.example",
    ] {
        assert_eq!(meet(&world, &seen(other, "")), None, "{other}");
    }
}

#[test]
fn a_name_counts_only_where_no_address_is_shown() {
    let (world, ..) = World::with_draft();
    assert_eq!(stand(&world, "Priya Shah priya@other.example", ""), None);
}

#[test]
fn nobody_is_met_before_the_interview_is_over_or_after_an_answer() {
    let (world, interview, _) = World::with_draft();
    let set = |hours: i64| {
        world
            .clock
            .0
            .set(Timestamp::from_millisecond(hours * HOUR_MS).unwrap())
    };
    set(0);
    assert_eq!(stand(&world, "priya@kettlefish.example", ""), None);
    set(3);
    let outcome = Some("offer".to_owned());
    world.send("c8", Request::SetOutcome { interview, outcome });
    assert_eq!(stand(&world, "priya@kettlefish.example", ""), None);
}

#[test]
fn a_second_note_is_warned_of_and_an_answer_to_a_letter_is_not() {
    let (world, interview, person) = World::with_draft();
    world.send("c9", sent(&interview, &person));
    let to = "priya@kettlefish.example";
    assert!(matches!(
        stand(&world, to, "Thank you"),
        Some(Stand::Thanked(_))
    ));
    for reply in ["Re: Thank you", "AW: x", "RE:x", "Re[2]: x", "回复：x"] {
        assert_eq!(stand(&world, to, reply), None, "{reply}");
    }
    for other in ["Note: x", "FYI: x", "Fwd: x", ": x", "2: x"] {
        assert!(
            matches!(stand(&world, to, other), Some(Stand::Thanked(_))),
            "{other}"
        );
    }
    world
        .clock
        .0
        .set(Timestamp::from_millisecond(40 * 24 * HOUR_MS).unwrap());
    assert_eq!(stand(&world, to, "Thank you"), None, "long ago");
}

#[test]
fn what_a_webmail_showed_is_kept_with_its_name_and_can_be_taken_back_by_it_alone() {
    let (world, interview, person) = World::with_draft();
    world.send("c4", seen_sent(&interview, &person));
    world.send("c4", seen_sent(&interview, &person));
    let history = |world: &World| -> Value {
        let entries = world.store.entries.borrow();
        entries[&keys::interview(&interview)]["data"]["people"][0]["history"].clone()
    };
    let last = |world: &World| history(world).as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last(&world)["to"], &last(&world)["by"]),
        (&"sent".into(), &"gmail".into())
    );
    let reply = world.send("c5", taken_back(&interview, &person, "yahoo"));
    assert_eq!(code(&reply), "illegal_step");
    world.send("c6", taken_back(&interview, &person, "gmail"));
    assert_eq!(last(&world)["to"], "drafted");
}

#[test]
fn what_the_user_said_is_not_taken_back_by_a_webmail() {
    let (world, interview, person) = World::with_draft();
    world.send("c4", sent(&interview, &person));
    let reply = world.send("c5", taken_back(&interview, &person, "gmail"));
    assert_eq!(code(&reply), "illegal_step");
}

#[test]
fn only_our_script_in_a_webmail_that_is_switched_on_is_heard() {
    let world = World::new();
    let place = "http://127.0.0.1:8080/rc".to_owned();
    let profile = crate::app::protocol::Profile {
        provider: "roundcube".to_owned(),
        place,
        ..Default::default()
    };
    world.send("c1", Request::SaveProfile { profile });
    let sites = ["gmail", "own", "elsewhere"].map(str::to_owned).to_vec();
    world.send("c2", Request::Accompany { sites });
    for (id, url, expected) in [
        ("own", "https://mail.google.com/mail/u/0/", Some("gmail")),
        (
            "own",
            "http://127.0.0.1:8080/rc/?_task=mail",
            Some("roundcube"),
        ),
        ("own", "http://127.0.0.1:8081/rc/?_task=mail", None),
        ("own", "http://127.0.0.1:8080@evil.example/rc/", None),
        ("other", "https://mail.google.com/mail/u/0/", None),
        ("own", "https://mail.yahoo.com/", None),
        ("own", "https://mail.google.com.evil.example/", None),
        ("own", "http://mail.google.com/", None),
    ] {
        let sender = Sender {
            extension_id: Some(id.to_owned()),
            url: Some(url.to_owned()),
        };
        let entries = world.store.entries.borrow();
        let found = companion::require_companion(&sender, "own", &entries);
        assert_eq!(
            found.ok().map(|it| it.provider.code()),
            expected,
            "{id} {url}"
        );
    }
}
