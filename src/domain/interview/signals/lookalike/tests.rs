//! Tests of the look-alikes.

use jiff::tz::TimeZone;

use super::*;
use crate::domain::interview::{
    scene::Known,
    signals::testing::{self, event, invited, user, who},
    text::lexicon::Concepts,
};

/// Asserts that a title fires exactly the look-alike `code`, or none for "".
#[track_caller]
pub(crate) fn check(title: &str, code: &str) {
    let event = event(title);
    let user = user();
    let scene = Scene::new(&event, &user, &TimeZone::UTC);
    let fired = reasons(&scene, &Surroundings::default());
    let strong: Vec<_> = fired
        .iter()
        .filter(|reason| reason.weight < -1.2)
        .map(|reason| reason.code)
        .collect();
    if code.is_empty() {
        assert!(strong.is_empty(), "{title}: {fired:?}");
    } else {
        assert!(strong.contains(&code), "{title}: {fired:?}");
    }
}

#[test]
fn families_of_other_occasions_are_known() {
    for title in [
        "Interview mit Oma",
        "Bedrijfsarts gesprek",
        "вебінар: як пройти співбесіду",
        "סימולציית ראיון",
        "Volunteer interview",
        "Webinar: your nurse interview",
        "Acing Your Behavioral Interview",
    ] {
        let event = event(title);
        let user = user();
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        let fired = reasons(&scene, &Surroundings::default());
        let weight: f64 = fired.iter().map(|it| it.weight).sum();
        assert!(weight < -2.0, "{title}: {fired:?}");
    }
}

#[test]
fn what_is_said_twice_is_no_part_of_a_role() {
    check(
        "Housing officer interview, bring tenancy and lease",
        "housing",
    );
    check("Interview: housing officer", "");
    check("Ehrenamt Vorstellungsgespräch", "volunteer");
    check("Webinar Vorstellungsgespräch", "training");
}

#[test]
fn whoever_has_a_vacancy_is_an_employer() {
    for title in [
        "Hospitation Grundschule (Vertretungsstelle)",
        "Eignungstest Polizei",
    ] {
        check(title, "");
    }
    check("Kita Kennenlerngespräch Lena", "school");
    check("Interview Grundschule Lena", "school");
}

#[test]
fn the_users_field_is_no_look_alike() {
    let event = event("Interview Grundschule Linde");
    let user = user();
    let scene = Scene::new(&event, &user, &TimeZone::UTC);
    let school = |told: &[&str]| {
        let fields = told.iter().map(|uid| {
            let about = Concepts::of(Concept::School);
            (about, (*uid).to_owned())
        });
        let around = Surroundings {
            fields: fields.collect(),
            ..Surroundings::default()
        };
        let fired = reasons(&scene, &around);
        fired
            .iter()
            .any(|it| it.code == "school" && it.weight < -1.2)
    };
    assert!(school(&[]) && school(&["a"]) && !school(&["a", "b"]));
    assert!(school(&["a", scene.event.uid.as_str()]));
}

#[test]
fn whom_one_meets_is_no_role() {
    check("Interview mit dem Hausmeister (Schülerzeitung)", "press");
    check("Interview Hausmeister, Zeitungsverlag", "");
}

#[test]
fn what_an_employer_has_candidates_play_is_no_practice() {
    let user = user();
    let weight = |title: &str, known: bool| {
        let me = who("Mira Lund", "mira.lund@gmail.com");
        let event = invited(event(title), who("Bo Ek", "bo@tidyloop.example"), &[me]);
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        let mut around = Surroundings::default();
        if known {
            Known::tell(
                &mut around.employers,
                "Tidyloop",
                &testing::event("first call"),
            );
        }
        reasons(&scene, &around)
            .iter()
            .map(|it| it.weight)
            .sum::<f64>()
    };
    let played = "Tidyloop interview step 2: live chat simulation";
    assert!(weight(played, true) > -2.0 && weight(played, false) < -5.0);
    assert!(weight("Tidyloop mock interview", true) < -1.5);
}

#[test]
fn an_agencys_clients_are_no_business() {
    for title in [
        "Call agency re vacancy (client: a bank)",
        "Telefonat Personalberatung (Kunde: Maschinenbau)",
    ] {
        check(title, "");
    }
    check("Client call: pricing", "commerce");
}

#[test]
fn ordinary_interviews_look_like_nothing_else() {
    for title in [
        "Interview with Acme",
        "Vorstellungsgespräch bei Nordlicht",
        "Phone screen: Acme",
        "Acme onsite",
        "Entrevista en Grupo Sol",
        "二次面接 株式会社ハナ",
    ] {
        check(title, "");
    }
}

/// What a title and the few words below it weigh as the look-alike `code` beside a known employer.
fn weight_beside(title: &str, below: &str, code: &str) -> f64 {
    let mut event = event(title);
    event.description = below.to_owned();
    let user = user();
    let scene = Scene::new(&event, &user, &TimeZone::UTC);
    let around = Surroundings {
        employers: vec![Known::new(
            "Corvane Air",
            crate::domain::interview::scene::day_of(&event),
            "another",
        )],
        ..Surroundings::default()
    };
    let fired = reasons(&scene, &around);
    let mut of_code = fired.iter().filter(|it| it.code == code);
    of_code.next().map_or(0.0, |it| it.weight)
}

#[test]
fn with_a_known_employer_some_words_say_little() {
    assert!(weight_beside("Corvane one-to-one", "", "appraisal") > -1.0);
    assert!(weight_beside("Corvane OPEN DAY", "", "fair") > -1.0);
    assert!(weight_beside("Corvane career fair", "", "fair") < -2.0);
    let round = "Corvane 2nd round w manager + tenant";
    assert!(weight_beside(round, "", "housing") > -2.5);
    assert!(weight_beside("Corvane, tenant", "", "housing") < -2.5);
}

#[test]
fn a_job_below_a_talk_softens_what_employers_share() {
    let below = "re the vacancy";
    assert!(weight_beside("Call Ms Fox, dentist", below, "medical") > -1.5);
    assert!(weight_beside("Call Ms Fox, dentist", "", "medical") < -2.5);
}
