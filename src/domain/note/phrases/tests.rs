//! Every language says everything, in as many ways as a panel needs, and nothing twice.

use std::collections::HashSet;

use super::*;

const EIGHT: [&str; 18] = [
    section::THANKS,
    section::PLAIN_THANKS,
    section::LATE_THANKS,
    section::AGAIN_THANKS,
    section::TOPIC,
    section::CLAUSE,
    section::SENTENCE,
    section::QUESTION,
    section::INTEREST,
    section::POINT,
    section::END,
    section::ARRANGED,
    section::ARRANGED_INTEREST,
    section::INFORMATIONAL_THANKS,
    section::INFORMATIONAL_END,
    section::REJECTION_THANKS,
    section::REJECTION_END,
    section::WISH,
];

const OF_A_KIND: [&str; 5] = [
    section::SCREEN_INTEREST,
    section::TECHNICAL_INTEREST,
    section::PANEL_INTEREST,
    section::LOOP_INTEREST,
    section::FINAL_INTEREST,
];

#[test]
fn every_language_has_every_section_in_full() {
    for language in Language::ALL {
        let phrases = of(language);
        for name in EIGHT {
            assert!(phrases.list(name).len() >= VARIETY, "{language:?} {name}");
        }
        for name in OF_A_KIND {
            assert_eq!(phrases.list(name).len(), 4, "{language:?} {name}");
        }
        for (name, count) in [
            (section::CLOSINGS_WARM, 4),
            (section::CLOSINGS_FORMAL, 4),
            (section::CLOSINGS_PLAIN, 4),
            (section::CALL, 5),
            (section::CALL_INTEREST, 1),
            (section::VOICEMAIL, 2),
            (section::HELLO, 2),
            (section::COVER, 1),
            (section::FORWARD, 1),
            (section::FORWARD_GREETING, 1),
            (section::FORWARD_THANKS, 4),
            (section::FORWARD_SPECIFICS, 4),
            (section::FORWARD_END, 3),
            (section::CLAUSE_STARTS, 1),
            (section::SENTENCE_STARTS, 1),
            (section::FINITE, 1),
            (section::QUESTION_STARTS, 1),
            (section::ASKED_ABOUT, 1),
            (section::NOTHING, 1),
        ] {
            assert_eq!(phrases.list(name).len(), count, "{language:?} {name}");
        }
        // Elsewhere every selling point stands after a colon.
        for name in [section::DEED, section::STRENGTH] {
            let count = phrases.list(name).len();
            let english = language == Language::English;
            assert!(if english {
                count >= VARIETY
            } else {
                count == 0
            });
        }
        for name in [section::CALL_STRENGTH, section::CALL_DEED] {
            let english = language == Language::English;
            assert_eq!(phrases.list(name).len(), usize::from(english));
        }
        let inside = phrases.list(section::TOPIC_INSIDE).len();
        assert_eq!(inside >= VARIETY, language == Language::German);
        let and = phrases.list(section::AND).len();
        assert_eq!(and, if language == Language::Spanish { 2 } else { 1 });
    }
}

#[test]
fn everybody_of_a_panel_gets_another_subject_with_the_users_name_and_without() {
    for language in Language::ALL {
        for (name, least) in [
            (section::SUBJECTS, VARIETY),
            (section::REJECTION_SUBJECTS, 3),
            (section::ARRANGED_SUBJECTS, 4),
            (section::INFORMATIONAL_SUBJECTS, 2),
        ] {
            let all = of(language).list(name);
            let nameless = all.iter().filter(|it| !it.contains("{name}")).count();
            assert!(nameless >= least, "{language:?} {name} {nameless}");
            assert!(all.len() >= 2 * least || least > 3, "{language:?} {name}");
        }
    }
}

#[test]
fn no_sentence_stands_twice_in_a_list() {
    for language in Language::ALL {
        for name in section::SENTENCES {
            let list = of(language).list(name);
            let sentences: HashSet<&&str> = list.iter().collect();
            assert_eq!(sentences.len(), list.len(), "{language:?} {name}");
        }
    }
}

#[test]
fn every_hole_has_a_value() {
    let known = [
        "role",
        "of role",
        "to role",
        "place",
        "interview",
        "name",
        "meeting",
        "specific",
        "strength",
        "recipient",
        "recipients",
        "specifics",
        "hello",
    ];
    for language in Language::ALL {
        let phrases = of(language);
        let names: Vec<&str> = phrases.sections.keys().copied().collect();
        for name in names {
            for line in phrases.list(name) {
                let holes = line.split('{').skip(1).filter_map(|it| it.split_once('}'));
                for (hole, _) in holes {
                    let described = [section::VALUES, section::PICKS].contains(&name)
                        && ["position", "title", "de title", "at employer"].contains(&hole);
                    assert!(described || known.contains(&hole), "{hole} in {line}");
                }
            }
        }
    }
}

#[test]
fn a_closing_is_known_in_every_language() {
    for line in [
        "Best regards,",
        "Mit freundlichen Grüßen",
        "Bien à vous,",
        "atentamente",
    ] {
        assert!(is_closing(line), "{line}");
    }
    for line in ["Thank you for the talk", "Priya", ""] {
        assert!(!is_closing(line), "{line}");
    }
}
