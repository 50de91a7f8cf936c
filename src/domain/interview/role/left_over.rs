//! The only part of an invitation's title that nothing explains: what the interview is for.

use super::super::{
    scene::Scene,
    segments::{Lead, Part},
    text::lexicon::Concept,
};

/// `Työhaastattelu, informaatikko – Acme`: in an invitation to an interview whose title names the
/// employer, the only other part, if it is written small, is what the interview is for.
pub(super) fn left_over(
    scene: &Scene<'_>,
    parts: &[Part],
    employer: Option<&str>,
) -> Option<String> {
    const LONGEST: usize = 4;
    let employer = employer.filter(|_| !scene.is_own_note() && scene.title_names_interview())?;
    let (named, mut others): (Vec<&Part>, Vec<&Part>) = parts
        .iter()
        .filter(|part| !part.is_user)
        .partition(|part| part.text.contains(employer) || employer.contains(&part.text));
    let part = others
        .pop()
        .filter(|_| others.is_empty() && !named.is_empty())?;
    // `writing task review`: what the session is about.
    let session = [
        Concept::WeakStep,
        Concept::Step,
        Concept::Talk,
        Concept::Round,
    ];
    if part.trailed_by.any(&session) {
        return None;
    }
    let small = part.text.chars().next().is_some_and(char::is_lowercase);
    let words = part.text.split(' ').count();
    let plain = part
        .text
        .chars()
        .all(|c| c.is_alphabetic() || " -/*()".contains(c));
    let led = matches!(part.lead, Lead::Start | Lead::Mark | Lead::List | Lead::For);
    let headed = words > 1 && words <= LONGEST && ends_in_head(&part.text);
    (plain && led && (headed || small && words <= LONGEST && part.concepts.is_empty()))
        .then(|| part.text.clone())
}

/// `Legal Executive`: written large, and the last word says that somebody does something.
fn ends_in_head(text: &str) -> bool {
    const HEADS: [&str; 18] = [
        "Executive",
        "Fellow",
        "Staff",
        "Practitioner",
        "Organiser",
        "Organizer",
        "Superintendent",
        "Ranger",
        "Warden",
        "Attendant",
        "Keeper",
        "Liaison",
        "Evangelist",
        "Resident",
        "Scholar",
        "Artisan",
        "Hand",
        "Crew",
    ];
    let last = text.rsplit(' ').next().unwrap_or_default();
    let large = text.split(' ').all(|it| it.starts_with(char::is_uppercase));
    large && HEADS.contains(&last)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::{
        segments,
        signals::testing::{event, invited, user, who},
    };

    fn left(title: &str) -> Option<String> {
        let event = invited(event(title), who("Bo Ek", "bo@corvane.example"), &[]);
        let user = user();
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        left_over(&scene, &segments::parts(&scene), Some("Corvane"))
    }

    #[test]
    fn what_nothing_explains_may_be_the_role() {
        for (title, role) in [
            (
                "Corvane: Interview confirmation, Legal Executive",
                "Legal Executive",
            ),
            ("Interview - Corvane - Teaching Fellow", "Teaching Fellow"),
            ("Työhaastattelu, informaatikko – Corvane", "informaatikko"),
        ] {
            assert_eq!(left(title).as_deref(), Some(role), "{title}");
        }
    }

    #[test]
    fn places_and_people_are_left_out() {
        for title in [
            "Corvane: Interview confirmation, Mill House",
            "Interview - Corvane - Lune Room",
            "Interview - Corvane",
            "Legal Executive",
        ] {
            assert_eq!(left(title), None, "{title}");
        }
    }
}
