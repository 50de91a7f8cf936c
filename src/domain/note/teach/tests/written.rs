//! Drafts that are written by what was learned: as the user wants them, and as fit and as different
//! as before.

use super::*;
use crate::domain::note::{
    compose::Tone,
    phrases::section,
    review::{self, Expectation, Severity},
};

#[test]
fn a_learned_greeting_fits_the_person_or_the_usual_one_stays() {
    use Address::{Familiar, Polite};
    let learned = [
        lesson(
            Language::English,
            Polite,
            greeting_of("Dear {first},", None),
        ),
        lesson(Language::German, Familiar, greeting_of("Hi {first},", None)),
        lesson(
            Language::German,
            Polite,
            greeting_of("Liebe Frau {last},", Some(Gender::Woman)),
        ),
        lesson(
            Language::French,
            Polite,
            greeting_of("Bonsoir {full},", None),
        ),
    ];
    for (language, address, name, call, expected) in [
        (Language::English, Polite, "Ada Fern", None, "Dear Ada,"),
        (Language::English, Familiar, "Ada Fern", None, "Dear Ada,"),
        (
            Language::English,
            Polite,
            "Ada Fern",
            Some("Addie"),
            "Dear Addie,",
        ),
        (
            Language::English,
            Polite,
            "田中 太郎",
            None,
            "Dear 田中 太郎,",
        ),
        (Language::English, Polite, "", None, "Hello,"),
        (Language::German, Familiar, "Ada Fern", None, "Hi Ada,"),
        (
            Language::German,
            Polite,
            "Ada Fern",
            None,
            "Guten Tag Ada Fern,",
        ),
        (
            Language::German,
            Polite,
            "Frau Ada Fern",
            None,
            "Liebe Frau Fern,",
        ),
        (
            Language::German,
            Polite,
            "Frau Fern",
            None,
            "Liebe Frau Fern,",
        ),
        (
            Language::German,
            Polite,
            "Frau Ada Fern",
            Some("Ada"),
            "Hallo Ada,",
        ),
        (
            Language::German,
            Polite,
            "Herr Tom Weber",
            None,
            "Lieber Herr Weber,",
        ),
        (
            Language::French,
            Polite,
            "Ada Fern",
            None,
            "Bonsoir Ada Fern,",
        ),
        (Language::French, Familiar, "Ada Fern", None, "Bonjour Ada,"),
        (
            Language::Spanish,
            Polite,
            "Ada Fern",
            None,
            "Buenos días, Ada Fern:",
        ),
    ] {
        let brief = Brief {
            language,
            address,
            call,
            recipient: Some(name),
            learned: &learned,
            ..sample::brief("the roadmap", &[])
        };
        let body = compose(&brief).body;
        assert_eq!(body.lines().next(), Some(expected), "{name}");
    }
}

#[test]
fn what_was_accepted_is_said_and_not_noticed_again() {
    let brief = to(Language::English, "Priya Shah");
    let body = compose(&brief).body;
    let (message, _) = body.rsplit_once("\n\n").unwrap();
    let edited = format!("{message}\n\nCheers,\nJordan Reyes").replacen("Hi", "Dear", 1);
    let lessons = noticed(&body, &edited, &brief, &[]);
    assert_eq!(lessons.len(), 2);
    let next = Brief {
        recipient: Some("Ada Fern"),
        learned: &lessons,
        ..brief.clone()
    };
    let draft = compose(&next).body;
    assert!(draft.starts_with("Dear Ada,\n"), "{draft}");
    assert!(draft.ends_with("\n\nCheers,\nJordan Reyes"), "{draft}");
    let again = Brief {
        learned: &lessons,
        ..brief.clone()
    };
    assert_eq!(noticed(&body, &edited, &again, &[]), []);
}

#[test]
fn lessons_are_shown_with_gaps() {
    let english = |habit| lesson(Language::English, Address::Polite, habit);
    let hi = english(greeting_of("Hi {first},", None));
    assert_eq!(hi.shown(), "Hi …,");
    assert_eq!(
        hi.shown_for(&to(Language::English, "Priya Shah")),
        "Hi Priya,"
    );
    let line = "Thank you for {meeting}{when} about {role}.".to_owned();
    let out = english(Habit::LeaveOut(line));
    assert_eq!(out.shown(), "Thank you for … about ….");
    assert!(!hi.replaces(&out) && hi.replaces(&hi));
    for unsound in [
        greeting_of("Hi,", None),
        greeting_of("Hi {first} {full},", None),
        greeting_of("Dear {last},", None),
        greeting_of("Hi\n{first},", None),
        Habit::SignOff(" ".to_owned()),
        Habit::SignOff("Best\nJo".to_owned()),
        Habit::SignOff("x".repeat(LONGEST + 1)),
        Habit::LeaveOut(String::new()),
    ] {
        assert!(!english(unsound.clone()).is_sound(), "{unsound:?}");
    }
}

/// The notes to a panel, each composed beside those before it.
fn panel<'a>(brief: &Brief<'a>, size: u32) -> Vec<(Draft, Brief<'a>)> {
    let mut beside: Vec<String> = Vec::new();
    (0..size)
        .map(|position| {
            let own = Brief {
                position,
                ..brief.clone()
            };
            let draft = compose(&Brief {
                beside: &beside,
                ..own.clone()
            });
            beside.push(draft.body.clone());
            (draft, own)
        })
        .collect()
}

#[test]
fn what_is_left_out_is_not_said_and_notes_stay_fit_and_different() {
    let points = ["five years of payment systems".to_owned()];
    for language in Language::ALL {
        for tone in [Tone::Warm, Tone::Formal, Tone::Plain] {
            let table = phrases::of(language);
            let mut learned: Vec<Lesson> = Vec::new();
            for name in section::SENTENCES {
                // Lists keep the eight that a panel needs.
                let list = table.list(name);
                let out = list.iter().take(list.len().saturating_sub(8).min(2));
                learned.extend(out.map(|it| {
                    lesson(language, Address::Polite, Habit::LeaveOut((*it).to_owned()))
                }));
            }
            learned.push(lesson(
                language,
                Address::Polite,
                Habit::SignOff("Cheers to you and to all of yours".to_owned()),
            ));
            let brief = Brief {
                language,
                tone,
                learned: &learned,
                ..sample::brief("the roadmap", &points)
            };
            let notes = panel(&brief, 5);
            let mut said: Vec<String> = Vec::new();
            for (draft, brief) in &notes {
                assert!(draft.body.contains("\n\nCheers to you"), "{}", draft.body);
                for unwanted in left_out(brief, table) {
                    let longest = removed::pieces(unwanted)
                        .into_iter()
                        .max_by_key(|it| it.len())
                        .unwrap();
                    let known = table
                        .all_sentences()
                        .filter(|(line, _)| line.contains(longest));
                    if known.count() == 1 {
                        assert!(!draft.body.contains(longest), "{unwanted}: {}", draft.body);
                    }
                }
                for sentence in sentences(draft) {
                    assert!(!said.contains(&sentence), "{sentence}");
                    said.push(sentence);
                }
                let findings = review::review(&draft.subject, &draft.body, &held_against(brief));
                let serious = findings.iter().find(|it| it.severity > Severity::Hint);
                assert_eq!(serious, None, "{}", draft.body);
            }
        }
    }
}

fn held_against<'a>(brief: &Brief<'a>) -> Expectation<'a> {
    Expectation {
        language: brief.language,
        recipient: brief.recipient,
        employer: brief.employer,
        specific: brief.specific,
        selling_points: brief.selling_points,
        sender: brief.sender,
        learned: brief.learned,
        ..Expectation::default()
    }
}

#[test]
fn with_nothing_left_what_is_optional_goes_and_the_rest_is_said_all_the_same() {
    let points = ["five years of payment systems".to_owned()];
    for language in Language::ALL {
        let table = phrases::of(language);
        let learned: Vec<Lesson> = table
            .all_sentences()
            .map(|(line, _)| lesson(language, Address::Polite, Habit::LeaveOut(line.to_owned())))
            .collect();
        let brief = Brief {
            language,
            learned: &learned,
            ..sample::brief("the roadmap", &points)
        };
        let usual = Brief {
            learned: &[],
            ..brief.clone()
        };
        let mut said: Vec<String> = Vec::new();
        for ((draft, _), (whole, _)) in panel(&brief, 5).iter().zip(panel(&usual, 5)) {
            assert!(
                sentences(draft).len() < sentences(&whole).len(),
                "{}",
                draft.body
            );
            assert!(draft.body.contains("the roadmap"), "{}", draft.body);
            assert!(!draft.body.contains("payment systems"), "{}", draft.body);
            assert!(!draft.body.contains("  "), "{}", draft.body);
            for sentence in sentences(draft) {
                assert!(!said.contains(&sentence), "{sentence}");
                said.push(sentence);
            }
        }
    }
}

#[test]
fn a_sign_off_that_was_learned_is_no_part_of_the_message() {
    let learned = [lesson(
        Language::English,
        Address::Polite,
        Habit::SignOff("Cheers to you and all of yours".to_owned()),
    )];
    let expectation = Expectation {
        sender: "Jordan Reyes",
        learned: &learned,
        ..Expectation::default()
    };
    let body = "Hi Priya,\n\nThank you.\n\nCheers to you and all of yours\nJordan Reyes";
    assert_eq!(review::message_words(body, &expectation), 2);
    let unlearned = Expectation {
        learned: &[],
        ..expectation.clone()
    };
    assert!(review::message_words(body, &unlearned) > 2);
}
