//! What edits teach, and what they must not; and drafts that are written by it.

use super::*;
use crate::domain::note::{
    compose::{Draft, Tone, compose, sample},
    phrases::section,
    review::{self, Expectation, Severity},
};

const OTHERS: [&str; 2] = ["Tom Kovač", "Ada Fern"];

/// A brief in a language, to somebody.
fn to(language: Language, recipient: &'static str) -> Brief<'static> {
    Brief {
        recipient: Some(recipient),
        language,
        ..sample::brief("the roadmap", &[])
    }
}

fn habits_noticed(brief: &Brief<'_>, edited: &str) -> Vec<Habit> {
    let others: Vec<String> = OTHERS.iter().map(|it| (*it).to_owned()).collect();
    let lessons = noticed(&compose(brief).body, edited, brief, &others);
    lessons.into_iter().map(|it| it.habit).collect()
}

/// The draft with another first line, and the forms that it teaches.
fn greeted(brief: &Brief<'_>, line: &str) -> Option<(String, Option<Gender>)> {
    let body = compose(brief).body;
    let (_, rest) = body.split_once('\n').unwrap();
    match habits_noticed(brief, &format!("{line}\n{rest}")).as_slice() {
        [] => None,
        [Habit::Greeting { form, gender }] => Some((form.clone(), *gender)),
        other => panic!("{line}: {other:?}"),
    }
}

/// The draft with other lines for its sign-off and signature, and the sign-off that it teaches.
fn signed(brief: &Brief<'_>, end: &str) -> Option<String> {
    let body = compose(brief).body;
    let (rest, _) = body.rsplit_once("\n\n").unwrap();
    match habits_noticed(brief, &format!("{rest}\n\n{end}")).as_slice() {
        [] => None,
        [Habit::SignOff(line)] => Some(line.clone()),
        other => panic!("{end}: {other:?}"),
    }
}

#[test]
fn a_changed_greeting_teaches_its_form() {
    use Language::{English, French, German, Spanish};
    let (woman, man) = (Some(Gender::Woman), Some(Gender::Man));
    for (language, name, line, form, gender) in [
        (English, "Priya Shah", "Dear Priya,", "Dear {first},", None),
        (
            English,
            "Shah, Priya",
            "Dear Priya Shah,",
            "Dear {full},",
            None,
        ),
        (
            English,
            "Priya Shah",
            "Good morning Priya!",
            "Good morning {first}!",
            None,
        ),
        (English, "Priya Shah", "Priya –", "{first} –", None),
        (English, "Priya Shah", "Hi Priya", "Hi {first}", None),
        (
            English,
            "Ms. Priya Shah",
            "Dear Ms. Shah,",
            "Dear Ms. {last},",
            woman,
        ),
        (
            English,
            "田中 太郎",
            "Hello 田中 太郎,",
            "Hello {full},",
            None,
        ),
        (
            English,
            "J. Smith",
            "Hello J. Smith,",
            "Hello {full},",
            None,
        ),
        (German, "Priya Shah", "Hallo Priya,", "Hallo {first},", None),
        (
            German,
            "Priya Shah",
            "Moin Priya Shah!",
            "Moin {full}!",
            None,
        ),
        (
            German,
            "Frau Priya Shah",
            "Liebe Priya,",
            "Liebe {first},",
            woman,
        ),
        (
            German,
            "Frau Shah",
            "Guten Morgen Frau Shah,",
            "Guten Morgen Frau {last},",
            woman,
        ),
        (
            German,
            "Herr Tom Weber",
            "Sehr geehrter Herr Weber,",
            "Sehr geehrter Herr {last},",
            man,
        ),
        (
            French,
            "Claire Petit",
            "Bonsoir Claire,",
            "Bonsoir {first},",
            None,
        ),
        (
            French,
            "Mme Claire Petit",
            "Chère Madame Petit,",
            "Chère Madame {last},",
            woman,
        ),
        (Spanish, "Ana Ruiz", "Hola, Ana:", "Hola, {first}:", None),
        (
            Spanish,
            "Sr. Juan Pérez",
            "Querido Juan:",
            "Querido {first}:",
            man,
        ),
    ] {
        let expected = Some((form.to_owned(), gender));
        assert_eq!(greeted(&to(language, name), line), expected, "{line}");
    }
}

#[test]
fn a_greeting_that_may_fit_this_note_alone_teaches_nothing() {
    use Language::{English, French, German, Spanish};
    let long = format!("Hello {} Priya,", "oh ".repeat(20));
    for (language, name, line) in [
        (English, "Priya Shah", ""),
        (English, "Priya Shah", "   "),
        (English, "Priya Shah", "Hi Priya,"),
        (English, "Priya Shah", "Hi Pirya,"),
        (English, "Priya Shah", "Hi Pri,"),
        (English, "Priya Shah", "Hi there,"),
        (English, "Priya Shah", "Hi Tom,"),
        (English, "Priya Shah", "Hi Tom, hi Priya,"),
        (English, "Priya Shah", "Hi Priya and Tom,"),
        (English, "Priya Shah", "Hi Priya and team,"),
        (English, "Priya Shah", "Hi Shah Priya,"),
        (English, "Priya Shah", "Hi Priyanka,"),
        (
            English,
            "Priya Shah",
            "Hello Priya, thank you for your time.",
        ),
        (English, "Priya Shah", "Hello Priya."),
        (English, "Priya Shah", "<b>Hello</b> Priya,"),
        (English, "Priya Shah", "Hello {first} Priya,"),
        (English, "Priya Shah", "Hello 2 Priya,"),
        (English, "Priya Shah", &long),
        (English, "Priya Shah", "Dear Dr. Shah,"),
        (English, "Dr. Priya Shah", "Dear Dr. Shah,"),
        (English, "Priya Shah", "Dear Ms. Shah,"),
        (English, "Mr. Tom Shah", "Dear Ms. Shah,"),
        (English, "Priya Shah", "Dear Shah,"),
        (English, "田中 太郎", "Hello 田中さん,"),
        (German, "Priya Shah", "Guten Tag Priya Shah,"),
        (German, "Priya Shah", "Liebe Priya,"),
        (German, "Priya Shah", "Hallo liebe Priya,"),
        (German, "Priya Shah", "Sehr geehrte Frau Shah,"),
        (French, "Claire Petit", "Chère Claire,"),
        (Spanish, "Ana Ruiz", "Estimada Ana:"),
        (Spanish, "Ana Ruiz", "Estimada Sra. Ruiz:"),
    ] {
        assert_eq!(greeted(&to(language, name), line), None, "{line}");
    }
    let called = Brief {
        call: Some("Pri"),
        ..to(English, "Priya Shah")
    };
    for line in ["Dear Pri,", "Dear Priya,"] {
        assert_eq!(greeted(&called, line), None, "{line}");
    }
    let unknown = Brief {
        recipient: None,
        ..to(English, "")
    };
    assert_eq!(greeted(&unknown, "Good morning,"), None);
}

#[test]
fn a_changed_sign_off_is_taught_as_it_is_typed() {
    for (language, end, expected) in [
        (Language::English, "Best,\nJordan Reyes", "Best,"),
        (Language::English, "Cheers\n\nJordan Reyes\n", "Cheers"),
        (
            Language::English,
            "Thanks again!\r\nJordan Reyes",
            "Thanks again!",
        ),
        (Language::German, "Liebe Grüße\nJordan Reyes", "Liebe Grüße"),
        (
            Language::French,
            "Bien à vous tous,\nJordan Reyes",
            "Bien à vous tous,",
        ),
        (Language::Spanish, "Un abrazo,\nJordan Reyes", "Un abrazo,"),
    ] {
        let found = signed(&to(language, "Priya Shah"), end);
        assert_eq!(found.as_deref(), Some(expected), "{end}");
    }
    let own = Brief {
        signature: "Jordan\n+1 555 0100",
        ..to(Language::English, "Priya Shah")
    };
    let found = signed(&own, "Best,\nJordan\n+1 555 0100");
    assert_eq!(found.as_deref(), Some("Best,"));
}

#[test]
fn what_is_no_sign_off_of_one_line_teaches_nothing() {
    let brief = to(Language::English, "Priya Shah");
    let long = format!("{}\nJordan Reyes", "with best wishes ".repeat(5));
    for end in [
        "",
        "Jordan Reyes",
        "Best regards,\nJordan Reyes",
        "warm regards\nJordan Reyes",
        "Best,",
        "Best,\nJo",
        "Best, Jordan\nJordan Reyes",
        "Best to Tom,\nJordan Reyes",
        "All my best\nand thanks,\nJordan Reyes",
        "I hope to hear from you.\nJordan Reyes",
        "<i>Best</i>,\nJordan Reyes",
        "Best, see https://example.com\nJordan Reyes",
        "P.S. 2 things\nJordan Reyes",
        "…\nJordan Reyes",
        &long,
    ] {
        assert_eq!(signed(&brief, end), None, "{end}");
    }
}

/// The message of a draft in sentences, where no sentence has a mark inside.
fn sentences(draft: &Draft) -> Vec<String> {
    let parts: Vec<&str> = draft.body.split("\n\n").collect();
    let message = parts[1..parts.len() - 1].join(" ");
    message
        .split_inclusive(['.', '?', '!'])
        .map(|it| it.trim().to_owned())
        .collect()
}

#[test]
fn a_sentence_that_was_taken_out_is_known_by_its_line() {
    let points = ["five years of payment systems".to_owned()];
    for language in Language::ALL {
        for address in Address::ALL {
            for position in 0..8 {
                let brief = Brief {
                    language,
                    address,
                    position,
                    ..sample::brief("the roadmap", &points)
                };
                let draft = compose(&brief);
                for sentence in sentences(&draft) {
                    let edited = draft.body.replace(&sentence, "");
                    let found = habits_noticed(&brief, &edited);
                    let crlf = edited.replace('\n', "\r\n");
                    assert_eq!(found, habits_noticed(&brief, &crlf));
                    match found.as_slice() {
                        // Only a part of a line is gone.
                        [] => {}
                        [Habit::LeaveOut(line)] => {
                            let fits = removed::pieces(line).concat();
                            assert!(fits.split(' ').count() > 3, "{line}");
                            for piece in removed::pieces(line) {
                                assert!(sentence.contains(piece.trim()), "{line}: {sentence}");
                            }
                        }
                        other => panic!("{sentence}: {other:?}"),
                    }
                }
            }
        }
    }
}

#[test]
fn nearly_every_sentence_can_be_taken_out() {
    let points = ["five years of payment systems".to_owned()];
    for language in Language::ALL {
        let brief = Brief {
            language,
            ..sample::brief("the roadmap", &points)
        };
        let draft = compose(&brief);
        let all = sentences(&draft);
        let known = all.iter().filter(|it| {
            let edited = draft.body.replace(it.as_str(), "");
            habits_noticed(&brief, &edited).len() == 1
        });
        assert!(known.count() + 1 >= all.len(), "{language:?}: {all:?}");
    }
}

#[test]
fn other_edits_of_the_message_teach_nothing() {
    let points = ["five years of payment systems".to_owned()];
    let specifics = [
        ("the rodmap", "the roadmap"),
        ("billing v2. It moves", "billing v2.1. It moves"),
        ("田中さんの話", "田中さんのお話"),
    ];
    for (typed, right) in specifics {
        let brief = sample::brief(typed, &points);
        let ours = compose(&brief).body;
        let edited = ours.replace(typed, right);
        assert!(edited != ours);
        assert_eq!(habits_noticed(&brief, &edited), [], "{typed}");
    }
    let brief = sample::brief("the roadmap", &points);
    let ours = compose(&brief);
    assert_eq!(habits_noticed(&brief, &ours.body), []);
    assert_eq!(habits_noticed(&brief, &ours.body.replace('\n', "\r\n")), []);
    for sentence in sentences(&ours) {
        // Most words stay, in another order or among others.
        let mut words: Vec<&str> = sentence.split(' ').collect();
        words.rotate_left(2);
        let reworded = format!("{} truly", words.join(" "));
        let edited = ours.body.replace(&sentence, &reworded);
        assert_eq!(habits_noticed(&brief, &edited), [], "{sentence}");
        let added = ours
            .body
            .replace(&sentence, &format!("{sentence} And so on."));
        assert_eq!(habits_noticed(&brief, &added), [], "{sentence}");
        let joined = ours
            .body
            .replace(&format!(" {sentence}"), &format!("\r\n\r\n{sentence}"));
        assert_eq!(habits_noticed(&brief, &joined), [], "{sentence}");
    }
    for edited in [
        "",
        "\n",
        "Hi Priya,",
        "Hi Priya,\n\nMy own words.\n\nJordan Reyes",
    ] {
        assert_eq!(habits_noticed(&brief, edited), [], "{edited}");
    }
}

fn lesson(language: Language, address: Address, habit: Habit) -> Lesson {
    Lesson {
        language,
        address,
        habit,
    }
}

fn greeting_of(form: &str, gender: Option<Gender>) -> Habit {
    let form = form.to_owned();
    Habit::Greeting { form, gender }
}

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
