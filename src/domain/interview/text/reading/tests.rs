//! Tests of how texts are split.

use super::*;

fn words(text: &str) -> Vec<String> {
    let reading = Reading::new(text);
    (0..reading.tokens.len())
        .map(|at| reading.word(at).to_owned())
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(words(text), expected, "{text}");
}

#[test]
fn words_are_folded_and_split() {
    check(
        "Entretien d\u{2019}embauche",
        &["entretien", "d", "embauche"],
    );
    check("Bewerbungsgespräch", &["bewerbungsgesprach"]);
    check("re\u{301}union", &["reunion"]);
    check("STRASSE Straße", &["strasse", "strasse"]);
    check("Ａｃｍｅ面接", &["acme", "面", "接"]);
    check("собеседование Ёлка", &["собеседование", "елка"]);
}

#[test]
fn links_and_mail_addresses_are_no_words() {
    check(
        "see https://hire.lever.co/interviews/1 now",
        &["see", "now"],
    );
    check("<a.b@interview.example>, ok", &["ok"]);
    check("Priya @ Acme", &["priya", "acme"]);
}

#[test]
fn punctuation_makes_a_hard_gap() {
    let gaps = |text: &str| {
        Reading::new(text)
            .tokens
            .iter()
            .map(|t| t.gap)
            .collect::<Vec<_>>()
    };
    assert_eq!(gaps("on-site visit"), [Gap::Hard, Gap::Soft, Gap::Soft]);
    assert_eq!(gaps("phone, screen"), [Gap::Hard, Gap::Hard]);
}

#[test]
fn an_ending_behind_a_colon_belongs_to_its_word() {
    let gaps = |text: &str| {
        let reading = Reading::new(text);
        reading.tokens.get(1).map(|it| it.gap)
    };
    assert_eq!(gaps("2:a samtalet"), Some(Gap::Soft));
    assert_eq!(gaps("HR:n soitto"), Some(Gap::Soft));
    assert_eq!(gaps("HR: now"), Some(Gap::Hard));
    assert_eq!(gaps("16:30"), Some(Gap::Hard));
}

#[test]
fn spans_are_cut_from_the_original() {
    let reading = Reading::new("Gespräch bei Müller & Söhne");
    assert_eq!(reading.span(2, 4), "Müller & Söhne");
    assert_eq!(reading.span(3, 9), "");
}

#[test]
fn a_dash_between_spaces_ends_a_phrase() {
    let apart = Reading::new("interview - practice nurse");
    assert!(apart.has(Concept::Interview) && !apart.has(Concept::Mock));
    assert!(Reading::new("interview practice").has(Concept::Mock));
    assert!(Reading::new("on-site interview").has(Concept::JobInterview));
}
