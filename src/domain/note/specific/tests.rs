//! What is jotted down, in every shape, and how it is told.

use super::*;

mod english;
mod others;

/// What is not as expected, of all rows.
#[track_caller]
fn check_all(rows: impl IntoIterator<Item = (&'static str, Option<Shape>)>) {
    let wrong: Vec<String> = rows
        .into_iter()
        .filter_map(|(typed, expected)| {
            let found = shape(
                typed,
                Language::English,
                Address::Polite,
                Some("Priya Shah"),
            );
            (found != expected).then(|| format!("{typed}: {found:?}, not {expected:?}"))
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[track_caller]
fn check(typed: &'static str, expected: Option<Shape>) {
    check_all([(typed, expected)]);
}

fn topic(text: &str) -> Option<Shape> {
    Some(Shape::Topic(text.to_owned()))
}

fn clause(text: &str) -> Option<Shape> {
    Some(Shape::Clause(text.to_owned()))
}

fn mine(text: &str) -> Option<Shape> {
    Some(Shape::Mine(text.to_owned()))
}

fn sentence(text: &str) -> Option<Shape> {
    Some(Shape::Sentence(text.to_owned()))
}

#[test]
fn a_topic_fits_after_about() {
    check("Their on-call rotation.", topic("your on-call rotation"));
    check("We talked about Kafka", topic("Kafka"));
    check("we discussed the roadmap!", topic("the roadmap"));
    check(
        "Moving billing to event sourcing",
        topic("moving billing to event sourcing"),
    );
    check("Rust in production", topic("Rust in production"));
    check("her move to Berlin", topic("your move to Berlin"));
    check("AI safety", topic("AI safety"));
    check(
        "caching, esp. invalidation",
        topic("caching, especially invalidation"),
    );
    check("THE ROADMAP", topic("THE ROADMAP"));
}

#[test]
fn a_clause_is_turned_to_the_reader() {
    check(
        "How they moved their billing to event sourcing",
        clause("how you moved your billing to event sourcing"),
    );
    check(
        "she explained why the team is small",
        clause("why the team is small"),
    );
    check(
        "how customers use their data",
        clause("how customers use their data"),
    );
}

#[test]
fn a_sentence_stays_one() {
    check(
        "They are moving to Rust.",
        sentence("you are moving to Rust"),
    );
    check("I liked the office", mine("I liked the office"));
    check(
        "Kafka is old. Nobody minds.",
        sentence("Kafka is old. Nobody minds"),
    );
}

#[test]
fn other_languages_have_their_own_beginnings() {
    for (language, typed, expected) in [
        (
            Language::German,
            "Wir sprachen über ihre Rufbereitschaft.",
            Shape::Inside("Ihre Rufbereitschaft".to_owned()),
        ),
        (
            Language::German,
            "Wie sie ihre Abrechnung umgestellt haben",
            Shape::Clause("wie Sie Ihre Abrechnung umgestellt haben".to_owned()),
        ),
        (
            Language::German,
            "wir teilen eine Vorliebe fürs Klettern",
            Shape::Sentence("Wir teilen eine Vorliebe fürs Klettern".to_owned()),
        ),
        (
            Language::French,
            "Nous avons parlé de leur migration",
            Shape::Topic("votre migration".to_owned()),
        ),
        (
            Language::Spanish,
            "Cómo organizan las guardias",
            Shape::Clause("cómo organizan las guardias".to_owned()),
        ),
        (
            Language::Spanish,
            "- las guardias\n- Kafka",
            Shape::Topic("las guardias y Kafka".to_owned()),
        ),
    ] {
        assert_eq!(
            shape(typed, language, Address::Polite, Some("Priya Shah")),
            Some(expected),
            "{typed}"
        );
    }
}

#[test]
fn jottings_become_a_list() {
    check(
        "- on-call\n- the roadmap\n• hiring plans",
        topic("on-call, the roadmap and hiring plans"),
    );
    check(
        "on-call\nthey are hiring",
        sentence("on-call; you are hiring"),
    );
}

#[test]
fn those_who_share_a_list_are_told_a_part_each() {
    let typed = "- on-call\n- the roadmap; hiring";
    for (position, expected) in [(0, "- on-call"), (1, "- the roadmap"), (5, " hiring")] {
        assert_eq!(part(typed, position), expected);
    }
    assert_eq!(part("Kafka", 7), "Kafka");
    assert_eq!(part(" \n", 1), "");
}

#[test]
fn nothing_is_nothing() {
    for typed in ["", "  \n ", "...", "- \n-"] {
        check(typed, None);
    }
}

#[test]
fn odd_texts_are_told_as_they_are() {
    let odd = [
        "İẞ talked about",
        "We talked about İẞ",
        "¿",
        "¿?",
        "’s",
        "'",
        "d’",
        "l’",
        "qu’",
        "(",
        "👩‍🔬",
        "👩‍🔬 runs it?",
        "- ",
        "1.",
        "[x]",
        "a\u{301}",
        "田中さんと話した",
        "она ведёт команду",
        "wir haben über gesprochen",
        "and",
        "and and and and",
        "that",
        "if",
        "her",
        "sie",
        "elle",
        "ella",
        "Priya",
        "Priya's",
        "how Priya",
        "x; y; z",
        "- - -",
        "A: B: C:",
        "? ! ?",
        "I",
        "i",
        "they're",
        "first",
        "the",
    ];
    for language in Language::ALL {
        for address in Address::ALL {
            for typed in odd {
                let Some(shape) = shape(typed, language, address, Some("Priya")) else {
                    continue;
                };
                let text = shape.into_text();
                assert!(text.contains(char::is_alphanumeric), "{typed}");
                assert_eq!(text.trim(), text, "{typed}");
                assert!(!text.contains("  "), "{typed}");
            }
        }
    }
}
