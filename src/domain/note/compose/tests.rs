//! Drafts over many briefs: well formed, within length, made of the facts alone, all different.

use super::{super::relay, *};
use crate::domain::note::review::{self, Expectation};

const SPECIFICS: [&str; 12] = [
    "how they moved billing to event sourcing without downtime",
    "Their on-call rotation.",
    "We talked about Kafka",
    "the roadmap",
    "They are moving everything to Rust!",
    "- incident reviews\n- hiring plans for the Berlin office",
    "why the data team reports to product",
    "Discussed the trade-off between consistency and latency, and how their customers notice it",
    "climbing",
    "I asked about parental leave",
    "AI safety",
    "you mentioned the new warehouse?",
];
const NAMES: [Option<&str>; 6] = [
    Some("Priya Shah"),
    Some("Kovač, Tom"),
    Some("田中 太郎"),
    Some("J. Smith"),
    Some("LEONIE ACHTERMAN"),
    None,
];
const POINTS: [&str; 4] = [
    "Five years of payment systems.",
    "led a team of four",
    "Rust in production",
    "I speak four languages",
];
const TONES: [Tone; 3] = [Tone::Warm, Tone::Formal, Tone::Plain];

fn brief<'a>(specific: &'a str, points: &'a [String], position: u32, variant: u32) -> Brief<'a> {
    Brief {
        position,
        variant,
        ..sample::brief(specific, points)
    }
}

fn points() -> Vec<String> {
    POINTS.iter().map(|it| (*it).to_owned()).collect()
}

/// The message between greeting and closing.
fn message(draft: &Draft) -> String {
    let parts: Vec<&str> = draft.body.split("\n\n").collect();
    parts[1..parts.len() - 1].join("\n\n")
}

fn expectation<'a>(brief: &'a Brief<'a>) -> Expectation<'a> {
    Expectation {
        recipient: brief.recipient,
        employer: brief.employer,
        specific: brief.specific,
        sender: brief.sender,
        signature: brief.signature,
        ..Expectation::default()
    }
}

/// Every combination that the tests go through.
fn each(mut check: impl FnMut(&Brief<'_>, &Draft)) {
    for (index, point) in points().into_iter().enumerate() {
        let points = [point];
        for specific in SPECIFICS {
            for name in NAMES {
                for tone in TONES {
                    for position in 0..8 {
                        let variant = u32::try_from(index).unwrap();
                        let mut brief = brief(specific, &points, position, variant);
                        brief.recipient = name;
                        brief.tone = tone;
                        brief.late = position == 7;
                        check(&brief, &compose(&brief));
                    }
                }
            }
        }
    }
}

#[test]
fn every_draft_is_well_formed() {
    each(|_, draft| {
        let text = &draft.body;
        for wrong in [
            "  ", "..", ",,", " .", " ,", "{", "}", "?.", "!.", "\n\n\n", ":.", " an an ",
        ] {
            assert!(!text.contains(wrong), "{wrong:?} in {text}");
            assert!(!draft.subject.contains(wrong), "{}", draft.subject);
        }
        assert_eq!(message(draft).split("\n\n").count(), 2, "{text}");
        for sentence in sentences(&message(draft)) {
            let first = sentence.chars().next().unwrap();
            assert!(first.is_uppercase(), "{sentence}");
        }
    });
}

#[test]
fn every_draft_has_a_good_length() {
    each(|brief, draft| {
        let words = review::message_words(&draft.body, &expectation(brief));
        assert!((55..=150).contains(&words), "{words} words: {}", draft.body);
    });
}

#[test]
fn our_own_review_finds_nothing_to_stop_or_warn_of() {
    each(|brief, draft| {
        let findings = review::review(&draft.subject, &draft.body, &expectation(brief));
        let serious = findings
            .iter()
            .filter(|it| it.severity > review::Severity::Hint);
        assert_eq!(serious.count(), 0, "{findings:?}\n{}", draft.body);
    });
}

#[test]
fn a_late_draft_neither_apologizes_nor_pretends_it_was_today() {
    let points = points();
    for position in 0..8 {
        let mut brief = brief("the roadmap", &points, position, 0);
        brief.late = true;
        let text = compose(&brief).body.to_lowercase();
        for word in ["sorry", "apolog", "delay", "today"] {
            assert!(!text.contains(word), "{text}");
        }
    }
}

#[test]
fn another_version_is_another_text() {
    let points = points();
    let versions: Vec<Draft> = (0..8)
        .map(|variant| compose(&brief("the roadmap", &points, 0, variant)))
        .collect();
    for (index, one) in versions.iter().enumerate() {
        assert!(
            !versions[index + 1..]
                .iter()
                .any(|it| message(it) == message(one))
        );
    }
    let again = compose(&brief("the roadmap", &points, 0, 0));
    assert_eq!(versions[0], again);
}

#[test]
fn nothing_is_said_that_nobody_said() {
    let mut bare = brief("", &[], 0, 0);
    bare.recipient = None;
    bare.employer = None;
    bare.role = None;
    bare.sender = "";
    for position in 0..8 {
        bare.position = position;
        let draft = compose(&bare);
        for invented in ["Kettlefish", "Engineer", "Priya", "Jordan", "years"] {
            assert!(!draft.body.contains(invented), "{}", draft.body);
            assert!(!draft.subject.contains(invented), "{}", draft.subject);
        }
    }
}

#[test]
fn the_facts_stand_where_they_belong() {
    let points = points();
    let mut with_role = 0;
    for position in 0..8 {
        let draft = compose(&brief(SPECIFICS[0], &points, position, 0));
        let body = &draft.body;
        assert!(body.starts_with("Hi Priya,\n\n"), "{body}");
        assert!(body.ends_with("\nJordan Reyes"), "{body}");
        assert!(body.contains("how you moved billing to event sourcing without downtime"));
        with_role += u32::from(body.contains("the Senior Engineer role at Kettlefish"));
        assert!(body.contains("at Kettlefish"), "{body}");
    }
    assert!(with_role >= 4, "{with_role}");
    let first = compose(&brief(SPECIFICS[0], &points, 0, 0));
    assert!(first.body.contains("five years of payment systems"));
    assert_eq!(first.subject, "Thank you – Senior Engineer interview");
}

#[test]
fn what_somebody_says_of_themselves_stands_alone_once() {
    let points = points();
    let typed = "liked how they run retros";
    let alone = ". I liked how you run retros.";
    let first = compose(&brief(typed, &points, 0, 0)).body;
    assert!(first.contains(alone), "{first}");
    let beside = [first];
    let mut second = brief(typed, &points, 1, 0);
    second.beside = &beside;
    let another = compose(&brief(typed, &points, 0, 1)).body;
    for other in [compose(&second).body, another] {
        assert!(other.contains(": I liked how you run retros."), "{other}");
    }
}

#[test]
fn a_note_about_nothing_is_one_without_a_specific() {
    for position in 0..8 {
        let with = compose(&brief("n/a", &[], position, 0)).body;
        assert_eq!(with, compose(&brief("", &[], position, 0)).body);
    }
}

#[test]
fn the_person_who_arranged_it_is_thanked_for_that() {
    let points = points();
    let mut to_coordinator = brief("", &points, 2, 0);
    to_coordinator.part = Part::Coordinator;
    let draft = compose(&to_coordinator);
    assert!(
        draft.body.contains("setting up the interview"),
        "{}",
        draft.body
    );
    assert!(!draft.body.contains("payment systems"));
    assert!(draft.body.contains("the Senior Engineer role"));
    to_coordinator.rejected = true;
    let draft = compose(&to_coordinator);
    assert!(!draft.body.contains("role"), "{}", draft.body);
}

#[test]
fn a_draft_names_no_day_whenever_it_is_sent() {
    for language in Language::ALL {
        for position in 0..8 {
            for part in [Part::Interviewer, Part::Coordinator] {
                let brief = Brief {
                    part,
                    language,
                    ..brief("the roadmap", &[], position, 0)
                };
                let text = compose(&brief).body.to_lowercase();
                for day in ["today", "heute", "aujourd", "de hoy"] {
                    assert!(!text.contains(day), "{text}");
                }
            }
        }
    }
}

fn sentences(text: &str) -> Vec<String> {
    text.split(['.', '!', '\n'])
        .map(|it| it.trim().to_owned())
        .filter(|it| it.len() > 3)
        .collect()
}

#[test]
fn what_is_forwarded_names_each_and_says_what_was_said_with_whom() {
    let reader = |name: &str, specific: &str| Reader {
        name: name.to_owned(),
        specific: specific.to_owned(),
    };
    let readers = [
        reader("Priya Shah", "how they moved billing to event sourcing"),
        reader("Tom Kovač", ""),
        reader("Leonie Achterman", "We talked about Kafka"),
    ];
    for language in Language::ALL {
        let mut bodies = std::collections::HashSet::new();
        for variant in 0..3 {
            let brief = Brief {
                part: Part::Coordinator,
                recipient: Some("Ana Lima"),
                readers: &readers,
                language,
                variant,
                ..sample::brief("", &[])
            };
            let draft = compose(&brief);
            let (request, below) = draft.body.split_once(relay::RULE).unwrap();
            assert!(request.contains("Ana"), "{request}");
            assert!(
                !below.contains("Ana"),
                "it can be forwarded as it is: {below}"
            );
            for name in readers.iter().map(|it| it.name.as_str()) {
                let greeting = below.trim_start().lines().next().unwrap();
                assert!(greeting.contains(name), "{greeting}");
                assert!(request.contains(name), "{request}");
            }
            let said = below.split_once("Priya Shah – ").unwrap().1;
            assert!(said.contains("moved billing to event sourcing"), "{said}");
            assert!(
                said.starts_with("how you moved billing") || language != Language::English,
                "{said}"
            );
            let said = below.split_once("Leonie Achterman – ").unwrap().1;
            let said = said.lines().next().unwrap();
            assert!(said.contains("Kafka"), "{said}");
            assert!(
                !below.contains("Tom Kovač –"),
                "nothing was said with him: {below}"
            );
            assert!(!draft.body.contains(['{', '}']), "{}", draft.body);
            let findings = review::review(
                &draft.subject,
                &draft.body,
                &Expectation {
                    language,
                    to_coordinator: true,
                    ..expectation(&brief)
                },
            );
            assert_eq!(findings, [], "{}", draft.body);
            bodies.insert(draft.body);
        }
        assert_eq!(bodies.len(), 3, "{language:?}");
    }
}
