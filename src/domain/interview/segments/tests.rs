//! Tests of what the parts of a title are.

use jiff::tz::TimeZone;

use super::*;
use crate::domain::interview::signals::testing::{event, user};

fn texts(title: &str) -> Vec<String> {
    let (event, user) = (event(title), user());
    let scene = Scene::new(&event, &user, &TimeZone::UTC);
    parts(&scene).into_iter().map(|it| it.text).collect()
}

#[test]
fn references_and_times_of_day_are_no_part() {
    for (title, expected) in [
        (
            "Interview Corvane Canada PC-03",
            &["Corvane Canada"] as &[&str],
        ),
        ("Hackerrank test Corvane 8:30 pm", &["Corvane"]),
        ("Interview Corvane 3 pm", &["Corvane"]),
        ("Gespräch Corvane 17 Uhr", &["Corvane"]),
        ("Interview Corvane, PM", &["Corvane", "PM"]),
        ("Interview Corvane SF-Lune", &["Corvane SF-Lune"]),
    ] {
        assert_eq!(texts(title), expected, "{title}");
    }
}

#[test]
fn letters_that_belong_together_stay_together() {
    for (title, part) in [
        ("Ligação Corvane (vaga coord. FP&A)", "coord. FP&A"),
        ("telefon Corvane (kierowca C+E)", "kierowca C+E"),
        ("Corvane (EM role)", "EM"),
        (
            "Rozmowa kwalifikacyjna Corvane – spec. ds. logistyki",
            "spec. ds. logistyki",
        ),
        ("Interview Corvane - nurse in charge", "nurse in charge"),
        ("Corvane (vacature online marketeer)", "online marketeer"),
    ] {
        let found = texts(title);
        assert!(found.iter().any(|it| it == part), "{title} {found:?}");
    }
}

#[test]
fn the_sort_of_a_talk_is_no_part() {
    assert_eq!(texts("Bate-papo técnico Corvane"), ["Corvane"]);
    assert_eq!(texts("Bate-papo técnico de laboratório").len(), 1);
}
