//! The company that a text says invites: `Acme Foods is pleased to invite you`, `Acme Talent Team is
//! inviting you to a scheduled Zoom meeting`.

use super::{
    super::{
        names::{self, Likeness},
        scene::Scene,
        text::{lexicon::Concept, reading::Reading},
    },
    Candidate, is_infrastructure,
};

/// What stands behind the name of who invites; lower case.
const INVITES: [&str; 40] = [
    " is pleased to invite",
    " are pleased to invite",
    " is delighted to invite",
    " is happy to invite",
    " would like to invite",
    " has invited you",
    " is inviting you",
    " invites you",
    " has scheduled",
    " lädt sie",
    " lädt dich",
    " freut sich, sie",
    " freut sich, dich",
    " möchte sie",
    " vous invite",
    " t'invite",
    " t’invite",
    " a le plaisir de vous",
    " souhaite vous rencontrer",
    " le invita",
    " te invita",
    " tiene el agrado de",
    " te está invitando",
    " le está invitando",
    " lo está invitando",
    " convida",
    " tem o prazer de",
    " está convidando",
    " la invita",
    " ti invita",
    " è lieta di",
    " è lieto di",
    " ti sta invitando",
    " nodigt u",
    " nodigt je",
    " inviterer dig",
    " inviterer deg",
    " bjuder in dig",
    " zaprasza",
    " приглашает",
];

/// So many bytes of a description are looked through: who invites says so at its start.
const LIMIT: usize = 6_000;

/// Longest name in words.
const LONGEST: usize = 6;

/// The company before one of these words, from the start of its sentence on.
pub(super) fn from_inviting(scene: &Scene<'_>) -> Option<Candidate> {
    let text = scene.event.description.as_str();
    let text = text.get(..text.floor_char_boundary(LIMIT))?;
    let lower = text.to_lowercase();
    // Offsets of one are those of the other.
    if lower.len() != text.len() {
        return None;
    }
    INVITES.iter().find_map(|verb| {
        let head = text.get(..lower.find(verb)?)?;
        let ends = ['\n', '!', '?', ';', ',', '>', ':'];
        let mut start = head.rfind(ends).map_or(0, |at| at + 1);
        // `Acme, Inc. is pleased to invite you`: the comma belongs to the name.
        if is_legal_form(head.get(start..)?) {
            let before = head.get(..start.saturating_sub(1))?;
            start = before.rfind(ends).map_or(0, |at| at + 1);
        }
        let sentence = head.get(start..)?;
        // `Mgr. Novák`, `St. Brendan's`: only a full stop behind a longer word ends a sentence.
        let after = sentence
            .match_indices(". ")
            .filter(|(at, _)| {
                let before = sentence.get(..*at).unwrap_or_default();
                before.rsplit(' ').next().unwrap_or_default().len() > 3
            })
            .last()
            .map_or(0, |(at, _)| at + 2);
        company(scene, sentence.get(after..)?.trim())
    })
}

fn is_legal_form(text: &str) -> bool {
    let words = Reading::new(text);
    let mut all = 0..words.tokens.len();
    !words.tokens.is_empty() && all.all(|at| words.meaning(at).has(Concept::LegalForm))
}

/// The name without article in front and team behind, if it is no person's.
fn company(scene: &Scene<'_>, sentence: &str) -> Option<Candidate> {
    const ARTICLES: [&str; 16] = [
        "the ", "die ", "der ", "das ", "la ", "le ", "el ", "o ", "a ", "il ", "de ", "het ",
        "our ", "l'", "l’", "firma ",
    ];
    let low = sentence.to_lowercase();
    let bare = ARTICLES
        .iter()
        .find_map(|it| {
            low.starts_with(it)
                .then(|| sentence.get(it.len()..))
                .flatten()
        })
        .unwrap_or(sentence);
    let reading = Reading::new(bare);
    let team = |at: usize| {
        reading.meaning(at).any(&[
            Concept::Department,
            Concept::Hiring,
            Concept::Filler,
            Concept::Interview,
        ]) && !reading.meaning(at).has(Concept::OrgWord)
    };
    let until = (0..reading.tokens.len()).rev().find(|at| !team(*at))? + 1;
    let name = reading.span(0, until);
    let large = |it: &str| it.chars().next().is_some_and(|c| !c.is_lowercase());
    let words: Vec<&str> = name.split(' ').collect();
    let joins = [
        "of", "de", "da", "do", "du", "des", "di", "del", "für", "for", "and", "&", "y",
    ];
    let shaped = words.iter().all(|it| large(it) || joins.contains(it))
        && words.first().is_some_and(|it| large(it));
    let organisation = reading.has(Concept::OrgWord) || reading.has(Concept::Department);
    let person = match names::likeness(name) {
        Likeness::Known => true,
        Likeness::Shape => !organisation,
        Likeness::No => false,
    };
    let small = ["we", "i", "you", "it", "this", "wir", "nous", "noi", "nós"];
    (shaped
        && !person
        && words.len() <= LONGEST
        && name.chars().count() > 2
        && !small.contains(&name.to_lowercase().as_str())
        && !name.contains(['/', '@', '('])
        && !reading.has(Concept::RoleWord)
        && !scene.is_user_name(name)
        && !is_infrastructure(name))
    .then(|| Candidate {
        name: name.to_owned(),
        score: 2.6,
    })
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::testing::{event, user};

    fn inviting(body: &str) -> Option<String> {
        let mut event = event("Interview");
        event.description = body.into();
        let user = user();
        from_inviting(&Scene::new(&event, &user, &TimeZone::UTC)).map(|it| it.name)
    }

    #[test]
    fn companies_invite() {
        for (body, name) in [
            (
                "Good morning\n\nThe Department of Rivers is pleased to invite you to interview.",
                "Department of Rivers",
            ),
            (
                "Textiles Ocotlán Capital Humano is inviting you to a scheduled Zoom meeting.",
                "Textiles Ocotlán",
            ),
            (
                "Hallo Mira,\ndie Stadt Lohr lädt Sie herzlich ein",
                "Stadt Lohr",
            ),
            (
                "Bonjour. La Mairie de Sonnay vous invite",
                "Mairie de Sonnay",
            ),
        ] {
            assert_eq!(inviting(body).as_deref(), Some(name), "{body}");
        }
    }

    #[test]
    fn people_and_the_writers_do_not() {
        for body in [
            "Tobias Fenn is inviting you to a scheduled Zoom meeting.",
            "We would like to invite you to an interview",
            "Our team is pleased to invite you",
            "Zanthe Mokoena invites you",
            "whoever invites you",
        ] {
            assert_eq!(inviting(body), None, "{body}");
        }
    }
}
