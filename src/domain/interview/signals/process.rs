//! What other events tell: an employer that interviews the user already.

use super::{Reason, naming::mentions, reason, standing};
use crate::domain::interview::{
    scene::{Scene, Surroundings},
    text::{lexicon::Concept, reading::Reading},
};

/// The event concerns an employer with which the user has an interview elsewhere.
pub(super) fn known_employer(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let domain = scene
        .guests
        .iter()
        .filter_map(|guest| guest.company.as_ref())
        .find(|company| {
            around
                .hiring_domains
                .iter()
                .any(|it| it.name == **company && it.is_told_beside(scene.event))
        });
    let by_domain = !scene.is_organized_by_user() && domain.is_some();
    let name = around
        .employers
        .iter()
        .filter(|employer| employer.is_told_beside(scene.event))
        .map(|employer| &employer.name)
        .find(|employer| mentions(&scene.title, employer));
    if !by_domain && name.is_none() {
        return None;
    }
    let detail = name.map_or_else(|| domain.cloned().unwrap_or_default(), Clone::clone);
    let title = &scene.title;
    let step = [Concept::WeakStep, Concept::Round];
    let talk = [
        Concept::Talk,
        Concept::Phone,
        Concept::Video,
        Concept::Leader,
        Concept::Onsite,
        Concept::Department,
        Concept::RoleWord,
    ];
    let says = |concepts: &[Concept]| concepts.iter().any(|it| title.has(*it));
    let weight = match (scene.title_names_interview(), by_domain, name.is_some()) {
        (true, ..) => 0.8,
        _ if standing::names_something_else(scene) => 0.8,
        (false, _, true) if says(&step) || names_test(title) => 4.6,
        (false, _, true) if says(&talk) => 4.2,
        (false, true, _) if says(&step) || scene.title_pairs_user() => 3.4,
        (false, true, _) => 2.8,
        (false, false, true) if is_at_work_time(scene) => {
            let small = !title.original().chars().any(char::is_uppercase);
            if small { 3.6 } else { 3.8 }
        }
        (false, false, _) => 1.2,
    };
    reason("known_employer", &detail, weight)
}

/// `Elaine (Acme), 3pm`, `Acme - present 90 day plan`: a note of the user's own at a time of day.
fn is_at_work_time(scene: &Scene<'_>) -> bool {
    scene.is_own_note() && scene.minutes.is_some() && !scene.weekend
}

/// `Acme forklift test`: with an employer that interviews the user, any test is a step.
fn names_test(title: &Reading) -> bool {
    const TESTS: [&str; 21] = [
        "stage", "trail", "trial", "shift", "tasting", "test", "tests", "testy", "teste", "prueba",
        "prova", "probe", "proef", "proba", "prov", "prove", "exam", "examen", "тест", "essai",
        "epreuve",
    ];
    (0..title.tokens.len()).any(|at| TESTS.contains(&title.word(at)))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::{
        scene::{Known, day_of},
        signals::testing::{event, user},
    };

    fn weight(title: &str) -> f64 {
        weight_of(&event(title))
    }

    fn weight_of(event: &crate::domain::calendar::event::Event) -> f64 {
        let user = user();
        let around = Surroundings {
            employers: vec![Known::new("Lumen", day_of(event), "another")],
            ..Surroundings::default()
        };
        let scene = Scene::new(event, &user, &TimeZone::UTC);
        known_employer(&scene, &around).map_or(0.0, |it| it.weight)
    }

    #[test]
    fn talks_and_steps_with_a_known_employer_say_much() {
        for title in [
            "Lumen, second round",
            "Lumen lunch with the owners",
            "Lumen: warehouse manager",
            "Lumen onsite",
        ] {
            assert!(weight(title) > 4.0, "{title}");
        }
    }

    #[test]
    fn a_note_about_a_known_employer_at_a_time_of_day_says_much() {
        assert!(weight("Priya (Lumen), one more thing") > 3.0);
        assert!(weight("Lumen - present 90 day plan") > 3.0);
        let mut event = event("Lumen tickets");
        event.when = crate::domain::calendar::event::When::AllDay {
            first: jiff::civil::date(2031, 3, 4),
            until: jiff::civil::date(2031, 3, 5),
        };
        assert!(weight_of(&event) < 2.0);
    }

    #[test]
    fn what_else_is_done_about_a_known_employer_says_little() {
        for title in [
            "Lumen onsite prep call",
            "Lumen offer call",
            "Lumen welcome lunch",
            "send slots to Lumen recruiter",
            "coffee with Bo, works at Lumen",
            "Mock case Lumen",
            "Lumen feedback call",
        ] {
            assert!(weight(title) < 1.0, "{title}");
        }
    }
}
