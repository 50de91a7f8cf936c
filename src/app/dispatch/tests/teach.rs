//! What an edit of a draft teaches is asked about once, learned once, listed, and forgotten again.

use super::*;
use crate::app::{
    draft_desk::{DraftDesk, Offer},
    protocol::Lesson,
    store::migrate,
    teach::{self, Row},
};

/// The panel of [`found`] with a second person.
fn two() -> FoundInterview {
    let mut found = found();
    found.people.push(FoundPerson {
        name: Some("Tom Kovač".to_owned()),
        email: Some("tom@kettlefish.example".to_owned()),
        title: None,
        part: "interviewer".to_owned(),
        main_contact: None,
    });
    found
}

impl World {
    /// A world with two people and a draft for each of these.
    fn with_drafts_of(people: &[&str]) -> (Self, String) {
        let world = Self::new();
        let profile = Profile {
            name: "Jordan Reyes".to_owned(),
            ..Profile::default()
        };
        world.send("profile", Request::SaveProfile { profile });
        world.scan("c1", vec![two()]);
        let interview = world.interview_id();
        for person in people {
            world.draft(&interview, person);
        }
        (world, interview)
    }

    fn draft(&self, interview: &str, person: &str) {
        self.send(&format!("answer {person}"), answer(interview, person));
        self.send(&format!("draft {person}"), prepare(interview, person, 0));
    }

    fn body(&self, interview: &str, person: &str) -> String {
        let records = migrate::read_all(&self.store.entries.borrow());
        let interview = records.interviews.into_iter().find(|it| it.id == interview);
        let people = interview.unwrap().people;
        let person = people.into_iter().find(|it| it.id == person);
        person.unwrap().note.unwrap().body
    }

    fn save(&self, id: &str, interview: &str, person: &str, body: &str) {
        let text = Request::SaveNote {
            interview: interview.to_owned(),
            person: person.to_owned(),
            subject: "Thanks".to_owned(),
            body: body.to_owned(),
        };
        assert_eq!(self.send(id, text), Reply::Done);
    }

    fn offer(&self, interview: &str, person: &str, body: &str) -> Option<Offer> {
        let stored = self.store.entries.borrow();
        DraftDesk::new(&stored, interview, person, self.clock.0.get())?.offer(body)
    }

    fn learned(&self) -> Vec<Row> {
        teach::list(&self.store.entries.borrow())
    }

    fn learned_words(&self) -> Vec<String> {
        self.learned().into_iter().map(|it| it.shown).collect()
    }
}

fn greeting(text: &str) -> Lesson {
    Lesson {
        language: "en".to_owned(),
        address: "polite".to_owned(),
        habit: "greeting".to_owned(),
        text: text.to_owned(),
        gender: None,
    }
}

fn taught(text: &str) -> Request {
    let lesson = greeting(text);
    Request::Teach { lesson }
}

fn untaught(text: &str) -> Request {
    let lesson = greeting(text);
    Request::Unteach { lesson }
}

#[test]
fn a_changed_greeting_is_offered_and_the_next_person_is_greeted_so() {
    let (world, interview) = World::with_drafts_of(&["p1"]);
    let edited = world.body(&interview, "p1").replacen("Hi ", "Dear ", 1);
    // Before it is stored, and after.
    let offer = world.offer(&interview, "p1", &edited).unwrap();
    assert_eq!((&*offer.here, &*offer.anywhere), ("Dear Priya,", "Dear …,"));
    world.save("c4", &interview, "p1", &edited);
    assert_eq!(world.offer(&interview, "p1", &edited), Some(offer.clone()));
    assert_eq!(world.learned(), [], "nothing is learned silently");

    let lesson = offer.lesson;
    assert_eq!(world.send("c5", Request::Teach { lesson }), Reply::Done);
    assert_eq!(world.learned_words(), ["Dear …,"]);
    assert_eq!(world.offer(&interview, "p1", &edited), None);
    world.draft(&interview, "p2");
    let second = world.body(&interview, "p2");
    assert!(second.starts_with("Dear Tom,\n"), "{second}");
    assert_eq!(world.offer(&interview, "p2", &second), None);
}

#[test]
fn what_was_forgotten_no_longer_counts_and_can_be_had_back() {
    let (world, interview) = World::with_drafts_of(&[]);
    world.send("c4", taught("Dear {first},"));
    world.send("c5", untaught("Dear {first},"));
    assert_eq!(world.learned(), []);
    world.draft(&interview, "p1");
    assert!(world.body(&interview, "p1").starts_with("Hi Priya,"));
    world.send("c6", taught("Dear {first},"));
    world.draft(&interview, "p2");
    assert!(world.body(&interview, "p2").starts_with("Dear Tom,"));
}

#[test]
fn a_lesson_takes_the_place_of_the_one_before_and_undoing_it_brings_that_back() {
    let (world, _) = World::with_drafts_of(&[]);
    world.send("c4", taught("Dear {first},"));
    let new = greeting("Hello {first}!");
    let before = teach::replaced_by(&world.store.entries.borrow(), &new);
    assert_eq!(before, Some(greeting("Dear {first},")));
    world.send("c5", taught("Hello {first}!"));
    assert_eq!(world.learned_words(), ["Hello …!"]);
    world.send("c6", taught("Dear {first},"));
    assert_eq!(world.learned_words(), ["Dear …,"]);
}

#[test]
fn a_lesson_is_learned_and_forgotten_once_per_command() {
    let (world, _) = World::with_drafts_of(&[]);
    world.send("c4", taught("Dear {first},"));
    world.send("c5", untaught("Dear {first},"));
    let writes = world.store.writes.get();
    // A page repeats the commands whose answers it never got.
    world.send("c4", taught("Dear {first},"));
    assert_eq!(world.learned(), []);
    world.send("c6", taught("Dear {first},"));
    world.send("c5", untaught("Dear {first},"));
    assert_eq!(world.learned_words(), ["Dear …,"]);
    assert_eq!(world.store.writes.get(), writes + 1);
}

#[test]
fn what_no_edit_teaches_is_refused() {
    let (world, _) = World::with_drafts_of(&[]);
    for text in [
        "",
        "Dear all,",
        "Dear {last},",
        "Dear\n{first},",
        "{first} {full}",
    ] {
        let reply = world.send("c4", taught(text));
        assert_eq!(code(&reply), "unknown_request", "{text}");
    }
    let unknown = Lesson {
        habit: "sermon".to_owned(),
        ..greeting("Dear {first},")
    };
    let reply = world.send("c4", Request::Teach { lesson: unknown });
    assert_eq!(code(&reply), "unknown_request");
    assert_eq!(world.learned(), []);
}

#[test]
fn what_is_not_to_be_learned_is_not_asked_again_until_the_next_change() {
    let (world, interview) = World::with_drafts_of(&["p1"]);
    let dear = world.body(&interview, "p1").replacen("Hi ", "Dear ", 1);
    world.save("c4", &interview, "p1", &dear);
    let no = Request::NotThisTime {
        interview: interview.clone(),
        person: "p1".to_owned(),
    };
    assert_eq!(world.send("c5", no.clone()), Reply::Done);
    assert_eq!(world.send("c5", no), Reply::Done);
    assert_eq!(world.offer(&interview, "p1", &dear), None);
    assert_eq!(world.learned(), []);
    let hello = dear.replacen("Dear ", "Hello ", 1);
    world.save("c6", &interview, "p1", &hello);
    let again = world.offer(&interview, "p1", &hello).unwrap();
    assert_eq!(again.here, "Hello Priya,");
    let nobody = Request::NotThisTime {
        interview,
        person: "p2".to_owned(),
    };
    assert_eq!(code(&world.send("c7", nobody)), "not_found");
}

#[test]
fn the_form_of_the_profile_does_not_touch_what_was_learned() {
    let (world, _) = World::with_drafts_of(&[]);
    world.send("c4", taught("Dear {first},"));
    let mut profile = crate::app::settings::profile(&world.store.entries.borrow());
    profile.name = "Jordan Avery".to_owned();
    world.send("c5", Request::SaveProfile { profile });
    assert_eq!(world.learned_words(), ["Dear …,"]);
}

#[test]
fn what_was_learned_goes_along_with_the_profile_in_a_backup() {
    let (world, _) = World::with_drafts_of(&[]);
    world.send("c4", taught("Dear {first},"));
    let file = backup::export(&world.store.entries.borrow(), "2026-03-02", false).unwrap();
    let records = backup::read(&file).unwrap();
    let restore = |replace| Request::Restore {
        records: records.clone(),
        replace,
        bring_back: false,
    };
    let fresh = World::new();
    fresh.send("r1", restore(false));
    assert_eq!(fresh.learned_words(), ["Dear …,"]);
    // Where something else was learned it stays, unless the user wants the file's.
    fresh.send("r2", taught("Hello {first}!"));
    fresh.send("r3", restore(false));
    assert_eq!(fresh.learned_words(), ["Hello …!"]);
    fresh.send("r4", restore(true));
    assert_eq!(fresh.learned_words(), ["Dear …,"]);
    // What was carried out there was not carried out here.
    fresh.send("c4", untaught("Dear {first},"));
    assert_eq!(fresh.learned(), []);
}

#[test]
fn a_profile_from_before_has_learned_nothing_and_a_strange_lesson_is_passed_over() {
    let (world, interview) = World::with_drafts_of(&[]);
    let lessons = |world: &World| {
        let stored = world.store.entries.borrow();
        stored["profile"]["data"].get("learned").cloned()
    };
    assert_eq!(lessons(&world), None, "nothing is written for nothing");
    world.send("c4", taught("Dear {first},"));
    let strange = serde_json::json!({
        "language": "tlh", "address": "polite", "habit": "greeting", "text": "nuqneH {first},",
    });
    {
        let mut stored = world.store.entries.borrow_mut();
        let all = &mut stored["profile"]["data"]["learned"]["lessons"];
        all.as_array_mut().unwrap().push(strange);
    }
    assert_eq!(world.learned_words(), ["Dear …,"]);
    world.draft(&interview, "p1");
    assert!(world.body(&interview, "p1").starts_with("Dear Priya,"));
    world.send("c5", taught("Hello {first}!"));
    assert_eq!(
        lessons(&world).unwrap()["lessons"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}
