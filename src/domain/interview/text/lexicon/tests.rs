//! Tests of the phrase index.

use super::{Concept, head, parse, tail};
use crate::domain::interview::{
    text::{concept::ALL, reading::Reading},
    words,
};

#[track_caller]
fn check(text: &str, concept: Concept, expected: Option<&str>) {
    let reading = Reading::new(text);
    let found = reading.hit(concept).map(|hit| reading.written(hit));
    assert_eq!(found, expected, "{concept:?} in {text:?}");
}

#[test]
fn the_longest_phrase_wins_over_its_parts() {
    check(
        "Mock interview tonight",
        Concept::Mock,
        Some("Mock interview"),
    );
    check("Mock interview tonight", Concept::Interview, None);
    check(
        "Job interview",
        Concept::JobInterview,
        Some("Job interview"),
    );
}

#[test]
fn phrases_are_found_across_case_accents_and_hyphens() {
    check(
        "ENTRETIEN D'EMBAUCHE",
        Concept::JobInterview,
        Some("ENTRETIEN D'EMBAUCHE"),
    );
    check("Phone-Screen", Concept::Step, Some("Phone-Screen"));
    check(
        "rozmowę kwalifikacyjną",
        Concept::JobInterview,
        Some("rozmowę kwalifikacyjną"),
    );
}

#[test]
fn words_are_not_found_inside_other_words() {
    check("Stakeholder meeting", Concept::Hold, None);
    check("reinterviewed", Concept::Interview, None);
    check("phone. Screen the film", Concept::Step, None);
}

#[test]
fn scripts_without_spaces_are_searched_inside() {
    check("화상면접 온새미로", Concept::JobInterview, Some("화상면접"));
    check(
        "二次面接 株式会社ハナモリ",
        Concept::LegalForm,
        Some("株式会社"),
    );
    check("สัมภาษณ์ผู้สมัคร 3 คน", Concept::HiringSide, Some("สัมภาษณ์ผู้สมัคร"));
}

#[test]
fn every_concept_fits_the_set() {
    assert!(ALL.len() <= 64);
}

#[test]
fn every_line_of_the_tables_names_a_concept_and_phrases_that_can_match() {
    for (concept, _, phrase) in words::entries() {
        assert!(concept.is_some(), "no concept for {phrase:?}");
        assert!(!parse(phrase).is_empty(), "{phrase:?}");
        for word in phrase
            .split([' ', '-', '/'])
            .filter(|word| word.contains('*'))
        {
            assert!(word.trim_matches('*').chars().count() >= 3, "{phrase:?}");
        }
    }
}

#[test]
fn stems_are_keyed_by_three_characters() {
    assert_eq!((head("собес"), tail("собес")), (Some("соб"), Some("бес")));
    assert_eq!((head("ab"), tail("ab")), (None, None));
}

#[test]
fn the_end_of_a_compound_says_what_it_is() {
    let reading = Reading::new("Produktionsleiter");
    assert!(reading.has(Concept::RoleWord));
    assert!(!Reading::new("Produktion").has(Concept::RoleWord));
}

#[test]
fn the_house_of_a_trade_is_no_trade() {
    check("Schreinerei Corvane", Concept::OrgWord, Some("Schreinerei"));
    check("Schreinerei Corvane", Concept::RoleWord, None);
    check("Schreiner", Concept::OrgWord, None);
    check("Schreiner", Concept::RoleWord, Some("Schreiner"));
    for trade in ["secretaria", "segretaria", "estagiária", "operaria"] {
        check(trade, Concept::OrgWord, None);
        check(trade, Concept::RoleWord, Some(trade));
    }
}
