//! Ranks and trades in titles that are those of the people who are met.

use super::{
    super::{
        caller,
        names::{self, Likeness},
        scene::Scene,
        segments::{Lead, Part},
        text::{fold::is_unspaced, lexicon::Concept, reading::Reading},
    },
    rank::{is_late, is_rank_alone},
};

/// `Interview Acme, MD`, `(PM + Eng)`, `2nd interview Acme - area manager`, `practice manager
/// ringing`: a rank by its initials, one of several in brackets, a rank without a field in a later
/// round, who calls, or who is named in brackets behind it: `Acme - area manager (Camila)`.
pub(super) fn is_met(scene: &Scene<'_>, parts: &[Part], at: usize) -> bool {
    const INITIALS: usize = 4;
    let Some(part) = parts.get(at) else {
        return false;
    };
    let vacancy = part.led_by.has(Concept::Hiring) || part.trailed_by.has(Concept::Hiring);
    let unspaced = scene.title.original().chars().any(is_unspaced);
    if part.lead == Lead::For || vacancy || unspaced {
        return false;
    }
    let leads = part.concepts.has(Concept::Leader);
    let alone = leads && is_rank_alone(&part.text);
    let bracket = |at: usize| parts.get(at).is_some_and(|it| it.lead == Lead::Bracket);
    let before = at.checked_sub(1);
    let inside = bracket(at) || part.lead == Lead::List && before.is_some_and(bracket);
    let joined = is_joined_by_plus(scene, &part.text);
    let initials =
        part.text.chars().count() <= INITIALS && part.text.chars().all(char::is_uppercase);
    let behind = before.is_some() && matches!(part.lead, Lead::List | Lead::Mark | Lead::Bracket);
    let last = part.text.rsplit(' ').next().unwrap_or_default();
    let verb = part.trailed_by.has(Concept::Phone) || caller::is_verb(last);
    let calls = leads && scene.is_own_note() && verb;
    // Without a word for an interview: `Interview store manager (Victoria)` may be in a town.
    let small = part.text.chars().next().is_some_and(char::is_lowercase);
    let named = parts.get(at + 1).is_some_and(|next| {
        next.lead == Lead::Bracket && next.person == Likeness::Known && !next.is_user
    });
    let met = leads && small && named && scene.is_own_note() && !scene.title_names_interview();
    met || joined && (inside || alone)
        || behind && alone && (initials || is_late(&scene.title))
        || calls
}

/// `PM + Eng`: whether a plus stands before or behind the words.
fn is_joined_by_plus(scene: &Scene<'_>, text: &str) -> bool {
    let title = scene.title.original();
    title
        .split_once(text)
        .is_some_and(|(before, behind)| before.ends_with("+ ") || behind.starts_with(" +"))
}

/// `manager of Bright Path`, `gérante de La Ruche`: the organisation of who has a rank written small,
/// if it is named and no field.
pub(crate) fn of_organisation(text: &str) -> Option<&str> {
    const OF: [&str; 16] = [
        " of ", " de la ", " du ", " de ", " da ", " do ", " del ", " della ", " di ", " von ",
        " vom ", " der ", " van ", " at ", " från ", " fra ",
    ];
    let (rank, name) = OF.iter().find_map(|of| text.split_once(of))?;
    let reading = Reading::new(rank);
    let count = reading.tokens.len();
    let ranks = (1..=2).contains(&count)
        && reading
            .meaning(count - 1)
            .any(&[Concept::Leader, Concept::RoleWord]);
    let small = rank.chars().all(|c| c.is_lowercase() || c == ' ');
    let named = Reading::new(name);
    let large = name
        .split(' ')
        .all(|word| word.chars().next().is_some_and(char::is_uppercase));
    let field = named.meanings().any(&[
        Concept::Topic,
        Concept::RoleWord,
        Concept::Leader,
        Concept::Department,
        Concept::Hiring,
    ]);
    let several = name.contains(' ') || named.has(Concept::OrgWord);
    (ranks && small && large && !field && several && names::likeness(name) != Likeness::Known)
        .then_some(name)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::{
        segments,
        signals::testing::{event, user},
    };

    fn met(title: &str, text: &str) -> bool {
        let event = event(title);
        let user = user();
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        let parts = segments::parts(&scene);
        let at = parts.iter().position(|it| it.text == text);
        at.is_some_and(|at| is_met(&scene, &parts, at))
    }

    #[test]
    fn ranks_of_those_who_are_met() {
        for (title, text) in [
            ("Final interview Corvane, MD", "MD"),
            ("Corvane: Panel interview (PM + Designer)", "PM"),
            ("second interview Corvane - area manager", "area manager"),
            ("Corvane - area manager (Camila) teams", "area manager"),
        ] {
            assert!(met(title, text), "{title}");
        }
    }

    #[test]
    fn roles_are_not() {
        for (title, text) in [
            ("Interview Corvane, Chef", "Chef"),
            ("Interview Corvane - area manager", "area manager"),
            ("Corvane interview (Designer)", "Designer"),
            (
                "Interview Corvane - area manager (Victoria)",
                "area manager",
            ),
            ("Interview barista + waiter Corvane", "barista"),
        ] {
            assert!(!met(title, text), "{title}");
        }
    }

    #[test]
    fn a_rank_has_an_organisation() {
        for (text, name) in [
            ("manager of Corvane Path", Some("Corvane Path")),
            ("gérante de Ruche Dorée", Some("Ruche Dorée")),
            ("manager of Operations", None),
            ("Head of Corvane Path", None),
            ("manager of people", None),
        ] {
            assert_eq!(of_organisation(text), name, "{text}");
        }
    }
}
