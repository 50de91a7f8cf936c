//! Tests of what a word means where it stands.

use jiff::tz::TimeZone;

use super::*;
use crate::domain::interview::signals::testing::{self, event, user};

fn check(title: &str, word: &str, small: bool) {
    let event = event(title);
    let user = user();
    let scene = Scene::new(&event, &user, &TimeZone::UTC);
    let hit = scene
        .title
        .hits
        .iter()
        .find(|hit| scene.title.written(hit).eq_ignore_ascii_case(word));
    let hit = hit.unwrap_or_else(|| panic!("{title}: {word} is no phrase"));
    let share = share(Position::Anywhere, &scene, hit);
    assert_eq!(share < 0.3, small, "{title}: {share}");
}

#[test]
fn words_of_roles_and_of_other_languages_say_little() {
    for (title, word) in [
        ("Interview: Research Engineer at Acme", "research"),
        ("Interview - Contract Java Developer at Acme", "contract"),
    ] {
        check(title, word, true);
    }
}

#[test]
fn what_is_taken_along_or_added_says_little() {
    check("Acme in person, bring licence", "bring", true);
    check("bring licence to Acme", "bring", false);
    check("Acme: shadow + peer interview", "shadow", true);
    check("shadow Bo", "shadow", false);
}

#[test]
fn words_inside_names_say_little() {
    for (title, word) in [
        ("Interview Deutsche Bahn", "bahn"),
        ("Entrevista online Casa Corvane Boutique", "casa"),
        ("电话面试 途鹿旅行", "旅行"),
    ] {
        check(title, word, true);
    }
    for (title, word) in [
        ("Interview Lena Kindergarten", "kindergarten"),
        ("Interview Wohnung Bergmann", "wohnung"),
        ("interview, then tutoring", "tutoring"),
        ("面试 旅行", "旅行"),
    ] {
        check(title, word, false);
    }
}

#[test]
fn words_of_the_host_and_things_to_bring_say_little() {
    let user = user();
    let share = |title: &str, address: &str, position: Position| {
        let event = testing::invited(event(title), testing::who("Jo Ek", address), &[]);
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        let hit = (scene.title.hits.iter())
            .find(|it| it.concepts.any(&[Concept::Housing, Concept::Chore]));
        hit.map_or(1.0, |hit| share(position, &scene, hit))
    };
    let anywhere = Position::Anywhere;
    assert!(
        share(
            "Corvane Housing - Jo",
            "jo@corvanehousing.example",
            anywhere
        ) < 0.3
    );
    assert!(share("Housing - Jo", "jo@housing.example", anywhere) > 0.9);
    assert!(
        share(
            "Interview Acme (print cv)",
            "jo@acme.example",
            Position::Edge
        ) < 0.3
    );
    assert!(
        share(
            "print cv (Interview Acme)",
            "jo@acme.example",
            Position::Edge
        ) > 0.9
    );
}

#[test]
fn a_name_that_the_place_has_too_is_a_name() {
    let user = user();
    let share = |place: &str| {
        let mut event = event("Corvane Prep interview day");
        event.location = place.into();
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        let hit = scene
            .title
            .hits
            .iter()
            .find(|it| it.concepts.has(Concept::Prep));
        hit.map_or(1.0, |hit| share(Position::Anywhere, &scene, hit))
    };
    assert!(share("Corvane Prep, 51 Sheridan Rd") < 0.3);
    assert!(share("51 Sheridan Rd") > 0.9 && share("") > 0.9);
}

#[test]
fn words_that_say_what_the_interview_is_keep_their_weight() {
    for (title, word) in [
        ("Visa interview", "visa interview"),
        ("Interview prep with Jo", "interview prep"),
        ("Podcast: interview with Jo", "podcast"),
        ("Mock - Acme", "mock"),
    ] {
        check(title, word, false);
    }
}

#[test]
fn names_of_guests_and_what_brackets_tell_of_somebody_say_little() {
    let user = user();
    let share = |title: &str, position: Position| {
        let guest = testing::who("Grant Ellsworth", "grant@acme.example");
        let event = testing::invited(event(title), guest, &[]);
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        let hit = scene.title.hits.iter().find(|hit| {
            hit.concepts
                .any(&[Concept::Scholarship, Concept::Errand, Concept::Medical])
        });
        hit.map(|hit| share(position, &scene, hit))
    };
    let small = |it: Option<f64>| it.is_some_and(|it| it < 0.3);
    assert!(small(share("Mira / Grant Ellsworth", Position::Anywhere)));
    assert!(small(share(
        "interview w/ Kelsey (Medrova travel)",
        Position::Edge
    )));
    assert!(small(share(
        "Assessment centre, psychologist",
        Position::Anywhere
    )));
    assert!(!small(share("Grant interview", Position::Anywhere)));
    assert!(!small(share(
        "interview with Kelsey, travel",
        Position::Edge
    )));
    assert!(!small(share("psychologist", Position::Anywhere)));
}

#[test]
fn words_that_are_a_name_a_surgery_or_no_screen_say_little() {
    for (title, word) in [
        ("Zentara interview, Pooja ma'am", "Pooja"),
        (
            "2nd interview Taff Dental (Pontypridd practice)",
            "practice",
        ),
        ("Acme interview (physical, VI office)", "physical"),
    ] {
        check(title, word, true);
    }
    for (title, word) in [("dentist, practice", "practice"), ("physical", "physical")] {
        check(title, word, false);
    }
}
