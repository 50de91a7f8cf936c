//! Names in titles and letters that are nobody's who is met.

use crate::domain::interview::{
    employer::is_system,
    given_names::is_given_name,
    names::{self, Likeness},
    scene::Scene,
    segments::{Lead, Part},
    text::{
        fold::{fold, is_unspaced},
        lexicon::Concept,
        reading::Reading,
    },
};

/// Whether a part of a title is the user, the company, the system that sends the event or the user
/// beside the company.
pub(super) fn is_nobody(scene: &Scene<'_>, part: &Part, employer: Option<&str>) -> bool {
    part.is_user
        || employer.is_some_and(|it| part.text.contains(it) || is_of_company(part, it))
        || is_system(scene, &part.text)
        || is_beside_user(scene, &part.text, employer)
}

/// `Accountant with German`: what is spoken at work; some are given names, too.
pub(super) fn is_language(parts: &[Part], at: usize) -> bool {
    const LANGUAGES: [&str; 12] = [
        "German",
        "English",
        "French",
        "Spanish",
        "Italian",
        "Dutch",
        "Polish",
        "Czech",
        "Turkish",
        "Portuguese",
        "Swedish",
        "Danish",
    ];
    let spoken = |it: &Part| it.lead == Lead::With && LANGUAGES.contains(&it.text.as_str());
    let before = at.checked_sub(1).and_then(|it| parts.get(it));
    parts.get(at).is_some_and(spoken)
        && before.is_some_and(|it| it.concepts.has(Concept::RoleWord))
        && parts.get(at + 1).is_none_or(|it| it.lead != Lead::Bracket)
}

/// `z Hiring Managerem`
pub(super) fn is_inflected_rank(word: &str) -> bool {
    let rank = [Concept::Leader, Concept::RoleWord, Concept::Department];
    Reading::new(&names::nominative(word)).meanings().any(&rank)
}

/// `판교`: characters that no family name begins with.
pub(super) fn is_unlike_family(text: &str) -> bool {
    text.chars().any(is_unspaced) && !names::has_unspaced_family_name(text)
}

/// `Silver Pan` of The Silver Pan: several words of the company's name, not its owner's.
fn is_of_company(part: &Part, employer: &str) -> bool {
    let inside = employer
        .strip_suffix(part.text.as_str())
        .is_some_and(|it| it.ends_with(' '));
    let owner = part.text.split(['-', ' ']).next().map(fold);
    part.text.contains(' ') && inside && !owner.is_some_and(|it| is_given_name(&it))
}

/// `Mira y Corvane`: the user, and what is no person; where the employer is known, the employer.
fn is_beside_user(scene: &Scene<'_>, text: &str, employer: Option<&str>) -> bool {
    const AND: [&str; 9] = [
        " y ", " and ", " & ", " e ", " et ", " und ", " och ", " og ", " i ",
    ];
    let pair = AND.iter().find_map(|it| text.split_once(it));
    pair.is_some_and(|(one, other)| {
        let company = |it: &str| {
            let same = |name: &str| name.contains(it) || it.contains(name);
            names::likeness(it) != Likeness::Known && employer.is_none_or(same)
        };
        scene.is_user_name(one) && company(other) || scene.is_user_name(other) && company(one)
    })
}

/// `Dzień dobry Pani Danuto,`: the user, as languages with cases call somebody.
pub(super) fn is_called(scene: &Scene<'_>, text: &str, name: &str) -> bool {
    const LONGEST: usize = 6;
    const STEM: usize = 3;
    const ENDING: usize = 2;
    let first = text.lines().map(str::trim).find(|it| !it.is_empty());
    let called = first
        .and_then(|line| line.strip_suffix([',', '!']))
        .filter(|line| line.split(' ').count() <= LONGEST)
        .and_then(|line| line.strip_suffix(name))
        .is_some_and(is_greeting);
    let may_be = |own: &str| {
        let same = own.chars().zip(name.chars()).take_while(|(a, b)| a == b);
        let same = same.count();
        let rest = |it: &str| it.chars().count() - same;
        same >= STEM && rest(own) <= ENDING && rest(name) <= ENDING
    };
    called && !name.contains(' ') && scene.user.name.split(' ').any(may_be)
}

/// Whether words right before a name greet who has it: few, or with a form of address, and none that
/// says who is met.
fn is_greeting(before: &str) -> bool {
    const FEW: usize = 2;
    let other = [
        Concept::With,
        Concept::At,
        Concept::For,
        Concept::Interview,
        Concept::JobInterview,
        Concept::Step,
        Concept::WeakStep,
        Concept::Talk,
        Concept::Phone,
        Concept::Video,
    ];
    let mut words = before.split_whitespace();
    let count = words.clone().count();
    let addressed = words.next_back().is_some_and(names::is_honorific);
    let whole = before.is_empty() || before.ends_with(' ');
    whole && (count <= FEW || addressed) && !Reading::new(before).meanings().any(&other)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::{
        User,
        segments::parts,
        signals::testing::{event, invited, who},
    };

    fn user() -> User {
        User {
            name: "Danuta Lind".to_owned(),
            ..User::default()
        }
    }

    #[test]
    fn companies_systems_and_the_user_are_nobody_to_meet() {
        let event = invited(
            event("Harri: interview - Corvane Mill - Danuta y Corvane - Ilva Marsh"),
            who("", "notifications@harri.com"),
            &[],
        );
        let user = user();
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        let found: Vec<(String, bool)> = parts(&scene)
            .into_iter()
            .map(|it| {
                (
                    it.text.clone(),
                    is_nobody(&scene, &it, Some("The Corvane Mill")),
                )
            })
            .collect();
        let nobody: Vec<&str> = found
            .iter()
            .filter(|it| it.1)
            .map(|it| it.0.as_str())
            .collect();
        assert!(nobody.contains(&"Corvane Mill"), "{found:?}");
        assert!(!nobody.contains(&"Ilva Marsh"), "{found:?}");
        let beside = |text: &str, employer: Option<&str>| is_beside_user(&scene, text, employer);
        assert!(beside("Danuta y Corvane", None));
        assert!(beside("Danuta & Corvane", Some("Corvane Mill")));
        assert!(!beside("Danuta & Zanthe", Some("Corvane Mill")));
        assert!(!beside("Ilva y Corvane", None));
    }

    #[test]
    fn the_owner_of_a_house_is_met() {
        let nobody = |title: &str, name: &str, employer: &str| {
            let (event, user) = (event(title), User::default());
            let scene = Scene::new(&event, &user, &TimeZone::UTC);
            let parts = parts(&scene);
            let part = parts.iter().find(|it| it.text == name).expect(title);
            is_nobody(&scene, part, Some(employer))
        };
        let title = "Vorstellungsgespräch Kanzlei Anna Lind - Anna Lind";
        assert!(!nobody(title, "Anna Lind", "Kanzlei Anna Lind"));
        let title = "Trial shift Silver Pan";
        assert!(nobody(title, "Silver Pan", "The Silver Pan"));
    }

    #[test]
    fn a_greeting_calls_the_user() {
        let event = event("Interview");
        let user = user();
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        let text = "Dzień dobry Pani Danuto,\nzapraszam";
        assert!(is_called(&scene, text, "Danuto"));
        assert!(is_called(&scene, "Danuto!", "Danuto"));
        assert!(is_called(&scene, "Dzień dobry Danuto,", "Danuto"));
        for (text, name) in [
            ("zapraszam\nPani Danuto,", "Danuto"),
            ("Dzień dobry Pani Ilvo,", "Ilvo"),
            ("Pani Danuto będzie tam", "Danuto"),
            ("Interview mit Danuta!", "Danuta"),
            ("Treffen mit Danuto!", "Danuto"),
            ("Interview Danuto!", "Danuto"),
            ("Freu mich auf Danuto!", "Danuto"),
        ] {
            assert!(!is_called(&scene, text, name), "{text}");
        }
    }
}
