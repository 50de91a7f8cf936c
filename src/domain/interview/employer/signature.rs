//! The company in a signature: `Ann Lee / HR / Corvane Health Trust` below a letter.

use super::{
    super::{
        domains,
        names::{self, Likeness},
        scene::Scene,
        text::{lexicon::Concept, reading::Reading},
    },
    Candidate, is_infrastructure,
};

/// So many lines below a name belong to its signature.
const LINES: usize = 4;
/// Longest name in words.
const LONGEST: usize = 6;

/// The company behind or below the name of somebody who is on the event, where it has a word or a
/// legal form of companies, or a domain tells it.
pub(super) fn from_signature(scene: &Scene<'_>, labels: &[String]) -> Option<Candidate> {
    let people: Vec<&str> = scene
        .people()
        .filter_map(|guest| guest.name.as_deref())
        .filter(|name| name.contains(' '))
        .collect();
    if people.is_empty() {
        return None;
    }
    let text = scene.body.original();
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    let (at, rest) = lines.iter().enumerate().rev().find_map(|(at, line)| {
        let rest = people.iter().find_map(|name| line.strip_prefix(*name))?;
        let ends = rest.is_empty() || rest.starts_with([',', ' ', '|']);
        (ends && rest.split(' ').count() <= LONGEST + 3).then_some((at, rest))
    })?;
    let below = lines.iter().skip(at + 1).copied();
    let last = lines.len() - at <= LINES + 1 || below.clone().take(LINES).any(is_end);
    let separators = [',', '|', '•', '·', '–', '—'];
    let signed = below.take(LINES).take_while(|line| !is_end(line));
    std::iter::once(rest)
        .chain(signed)
        .flat_map(|line| line.split(separators).flat_map(|it| it.split(" - ")))
        .map(str::trim)
        .filter(|piece| !is_end(piece))
        .find_map(|piece| company(scene, labels, last, piece))
}

/// A ruled line, a link, or another letter: what is below is no part of the signature.
fn is_end(line: &str) -> bool {
    let ruled = line.len() > 3 && !line.chars().any(char::is_alphanumeric);
    ruled || line.contains("://") || line.contains("@")
}

/// The company that a piece of a signature names; `last` if the text ends with that signature.
fn company(scene: &Scene<'_>, labels: &[String], last: bool, piece: &str) -> Option<Candidate> {
    // `HR Railnova AG`: where in it the writer works.
    let piece = piece.strip_prefix("HR ").unwrap_or(piece);
    let words = piece.split(' ').count();
    let plain = piece.starts_with(char::is_uppercase)
        && words <= LONGEST
        && !piece.contains([':', '.', '+', '/'])
        || Reading::new(piece).has(Concept::LegalForm) && words <= LONGEST && !piece.contains(':');
    let reading = Reading::new(piece);
    let meanings = reading.meanings();
    let other = [
        Concept::RoleWord,
        Concept::Leader,
        Concept::Department,
        Concept::Hiring,
        Concept::Street,
        Concept::Room,
        Concept::Filler,
        Concept::Video,
    ];
    let named = (0..reading.tokens.len()).any(|at| reading.meaning(at).is_empty());
    if !plain
        || !named
        || piece.chars().any(|it| it.is_ascii_digit())
        || scene.is_user_name(piece)
        || is_infrastructure(piece)
        || names::likeness(piece) == Likeness::Known
    {
        return None;
    }
    let fits = labels.iter().any(|it| domains::label_fits(piece, it));
    let score = if meanings.has(Concept::LegalForm) {
        2.8
    } else if meanings.any(&other) {
        return None;
    } else if last && words > 1 && says_organisation(&reading) {
        2.4
    } else if fits {
        2.0
    } else {
        return None;
    };
    Some(Candidate {
        name: piece.to_owned(),
        score,
    })
}

/// `Corvane Health Trust`: a word of organisations ends the name; `Distributed Systems Deep Dive` is
/// none.
fn says_organisation(reading: &Reading) -> bool {
    let ends = |at: usize| at == reading.tokens.len();
    let mut hits = reading.hits.iter();
    !reading.original().contains(['(', '['])
        && hits.any(|it| it.concepts.has(Concept::OrgWord) && ends(it.first + it.len))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::testing::{event, invited, user, who};

    fn read(body: &str, labels: &[&str]) -> Option<String> {
        let mut event = invited(
            event("Interview"),
            who("Ilva Marsh", "ilva@corvane.example"),
            &[],
        );
        event.description = body.to_owned();
        let labels: Vec<String> = labels.iter().map(|it| (*it).to_owned()).collect();
        let user = user();
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        from_signature(&scene, &labels).map(|it| it.name)
    }

    #[test]
    fn a_signature_names_the_company() {
        for (body, labels, name) in [
            (
                "See you soon.\nIlva Marsh\nTeam Lead\nCorvane Health Trust",
                &["nhs"][..],
                "Corvane Health Trust",
            ),
            (
                "Bis bald!\nIlva Marsh, HR, Lune strojírenská a.s.",
                &[],
                "Lune strojírenská a.s.",
            ),
            (
                "Best,\nIlva Marsh | i@x.example | Corvane GmbH",
                &[],
                "Corvane GmbH",
            ),
            ("Best,\nIlva Marsh | Corvane", &["corvane"], "Corvane"),
        ] {
            assert_eq!(read(body, labels).as_deref(), Some(name), "{body}");
        }
    }

    #[test]
    fn other_lines_are_no_company() {
        for body in [
            "See you soon.\nIlva Marsh\nTeam Lead\nNorth Locality",
            "Ilva Marsh will meet you. Corvane Health Trust",
            "Bob Stone\nCorvane Health Trust",
            "Ilva Marsh\n________\nMicrosoft Teams Ltd",
            "Ilva Marsh\nHead of the Hospital",
            "Ilva Marsh\nDistributed Systems Deep Dive",
            "Ilva Marsh\nBob Stone (Lune Systems)",
            "Ilva Marsh, Global Mobility",
            "Ilva Marsh\nLune Systems\nCome in.\nRing twice.\nBring a pen.\nSee you.",
        ] {
            assert_eq!(read(body, &["corvane"]), None, "{body}");
        }
    }
}
