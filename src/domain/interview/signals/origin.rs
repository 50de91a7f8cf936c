//! Look-alikes known by where they come from, whatever they say: platforms of research and practice,
//! courses of a university.

use super::{Reason, reason};
use crate::domain::interview::{domains::Kind, scene::Scene, text::lexicon::Concept};

/// What the origin of an event says.
pub(super) fn reasons(scene: &Scene<'_>) -> impl Iterator<Item = Reason> {
    platforms(scene)
        .into_iter()
        .chain(course(scene))
        .chain(press_office(scene))
}

/// A mailbox for the press invites to talk to somebody: whoever works there hires by another one.
fn press_office(scene: &Scene<'_>) -> Option<Reason> {
    const PRESS: [&str; 9] = [
        "press",
        "presse",
        "prensa",
        "imprensa",
        "stampa",
        "ufficiostampa",
        "pers",
        "presseamt",
        "gabinetedeprensa",
    ];
    const WEIGHT: f64 = -3.5;
    let email = scene.organizer().and_then(|it| it.email.as_deref())?;
    let local = email.split('@').next()?;
    let job = [
        Concept::JobInterview,
        Concept::Step,
        Concept::Round,
        Concept::RoleWord,
        Concept::Hiring,
    ];
    let written = scene.body.has(Concept::ToCandidate)
        || scene.body.has(Concept::Hiring)
        || scene.title.meanings().any(&job)
        || scene.title_names_user();
    (PRESS.contains(&local) && !written)
        .then(|| reason("press", local, WEIGHT))
        .flatten()
}

/// Links of platforms that recruit for studies or for practice.
fn platforms(scene: &Scene<'_>) -> Option<Reason> {
    if scene.links_to(Kind::Research) || scene.sender_kind() == Some(Kind::Research) {
        return reason("user_research", "", -4.5);
    }
    (scene.links_to(Kind::Practice) || scene.sender_kind() == Some(Kind::Practice))
        .then(|| reason("mock_interview", "", -4.5))
        .flatten()
}

/// `MATH 2940 Prelim`, `POL126: Case study`: a university numbers its courses so.
fn course(scene: &Scene<'_>) -> Option<Reason> {
    const WEIGHT: f64 = -2.5;
    let title = scene.title.original().trim_start();
    let letters = title.chars().take_while(char::is_ascii_uppercase).count();
    let rest = title.get(letters..)?;
    let rest = rest.strip_prefix([' ', '-']).unwrap_or(rest);
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let numbered = (2..=5).contains(&letters) && (3..=4).contains(&digits);
    let number = rest.get(..digits)?;
    // `UBS 2026 panel`, `IBM 1430 round 2`
    let value: u32 = number.parse().ok()?;
    let clock = (700..2000).contains(&value) && [0, 15, 30, 45].contains(&(value % 100));
    let time = digits == 4 && (clock || (1900..2100).contains(&value));
    let code = title.get(..title.len() - rest.len() + digits)?;
    (numbered && !time && !scene.title_names_interview() && scene.is_own_note())
        .then(|| reason("school", code, WEIGHT))
        .flatten()
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::{
        super::{
            lookalike::tests::check,
            testing::{event, invited, user, who},
        },
        *,
    };

    #[test]
    fn the_press_office_asks_for_no_interview_for_a_job() {
        let weight = |organizer: &str, letter: &str| {
            let mut event = invited(event("Entrevista"), who("", organizer), &[]);
            event.description = letter.to_owned();
            let user = user();
            press_office(&Scene::new(&event, &user, &TimeZone::UTC)).map(|it| it.code)
        };
        assert_eq!(weight("press@corvane.example", "Studio 2"), Some("press"));
        assert_eq!(weight("jobs@corvane.example", "Studio 2"), None);
        // Somebody who answers applications from there.
        let letter = "Dear Mira, thank you for your application";
        assert_eq!(weight("press@corvane.example", letter), None);
    }

    #[test]
    fn courses_have_numbers() {
        for title in [
            "MATH 2940 Prelim",
            "ECE 2300 panel",
            "POL126F24: Case study: Ethiopia",
            "CS-101 presentation",
        ] {
            check(title, "school");
        }
        for title in [
            "JSR 17 panel",
            "Acme 2940 case study",
            "UBS 2026 panel",
            "IBM 1430 round 2",
            "MATH 2940 interview",
        ] {
            check(title, "");
        }
    }
}
