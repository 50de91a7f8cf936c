//! The role that a note of one's own sets somewhere between commas and full stops.

use crate::domain::interview::{
    names::{self, Likeness},
    text::{fold::is_unspaced, lexicon::Concept, reading::Reading},
};

/// So many lines of a note are looked through.
const LINES: usize = 4;

/// `Petra på HR ringer. Redovisningsekonom`, `via Bo (kock)`, `zoom, Senior OT`: a piece that is
/// nothing but a trade and its field. Beside somebody's name it is his or hers.
pub(super) fn alone(body: &str) -> Option<String> {
    body.lines()
        .take(LINES)
        .find_map(|line| {
            let mut before = "";
            let mut marks = String::new();
            pieces(line).find_map(|(piece, mark)| {
                let found = is_trade(piece) && !is_of_somebody(before, &marks, piece, mark);
                before = piece;
                mark.clone_into(&mut marks);
                found.then_some(piece)
            })
        })
        .map(str::to_owned)
}

/// The pieces of a line, each with the mark behind it.
fn pieces(line: &str) -> impl Iterator<Item = (&str, &str)> {
    const MARKS: [&str; 9] = [". ", ", ", "; ", " (", ")", " – ", " - ", ": ", "|"];
    let mut rest = line.trim_end_matches(['.', '!', ' ']);
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = MARKS
            .iter()
            .filter_map(|mark| rest.find(mark).map(|at| (at, *mark)))
            .min_by_key(|it| it.0);
        let (piece, mark, after) = match end {
            Some((at, mark)) => (
                rest.get(..at)?,
                mark,
                rest.get(at + mark.len()..).unwrap_or_default(),
            ),
            None => (rest, "", ""),
        };
        rest = after;
        Some((piece.trim(), mark))
    })
}

/// A trade, perhaps with a word before and two behind it, and nothing that is done or said.
fn is_trade(piece: &str) -> bool {
    const LONGEST: usize = 5;
    let reading = Reading::new(piece);
    let count = reading.tokens.len();
    let other = [
        Concept::With,
        Concept::At,
        Concept::For,
        Concept::Talk,
        Concept::Phone,
        Concept::Video,
        Concept::Interview,
        Concept::JobInterview,
        Concept::Step,
        Concept::Leader,
        Concept::OrgWord,
        Concept::Errand,
        Concept::Hiring,
    ];
    let Some(hit) = reading
        .hits
        .iter()
        .rfind(|it| it.concepts.has(Concept::RoleWord) && !it.concepts.has(Concept::Leader))
    else {
        return false;
    };
    let end = hit.first + hit.len;
    let telling = reading.written(hit).chars().count() > 3;
    let plain = piece
        .chars()
        .all(|c| c.is_alphabetic() || " -/.&'’:*".contains(c));
    // `network engineer`, `Senior Therapist`: a field or grade before, nothing behind.
    let before_fits = hit.first < 3
        && (0..hit.first).all(|at| {
            reading.meaning(at).any(&[Concept::Topic, Concept::Round]) || reading.is_large(at)
        });
    (1..=LONGEST).contains(&count)
        && telling
        && plain
        && before_fits
        && count == end
        && !piece.chars().any(is_unspaced)
        && !reading.meanings().any(&other)
        && names::likeness(piece) != Likeness::Known
}

/// Whether a name stands right before or behind.
fn is_of_somebody(before: &str, mark: &str, piece: &str, behind: &str) -> bool {
    let last = before.rsplit(' ').next().unwrap_or_default();
    let named = last.starts_with(char::is_uppercase) && !matches!(mark, ". " | "; " | "|");
    // `nurse: Bo`
    named && !before.is_empty() || behind == ": " || piece.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_of_a_note_may_be_the_role() {
        for (note, role) in [
            (
                "Petra på HR ringer. Redovisningsekonom",
                "Redovisningsekonom",
            ),
            (
                "Ilva will call on my mobile. Senior Data Engineer, Kent region.",
                "Senior Data Engineer",
            ),
            (
                "intervju via Fanny innan kunden (ekonomiassistent)",
                "ekonomiassistent",
            ),
            ("Civil service panel, network engineer", "network engineer"),
        ] {
            assert_eq!(alone(note).as_deref(), Some(role), "{note}");
        }
    }

    #[test]
    fn somebodys_trade_is_not() {
        for note in [
            "Ilva Marsh, Senior Designer",
            "with Bo (recruiter)",
            "meet the designer and the cook",
            "bring the plumber's bill",
            "designer: Bo",
            "ask the receptionist",
            "Priit, regional manager",
            "calculator ok. Porter will let you in",
            "zuerst Techniker anrufen",
        ] {
            assert_eq!(alone(note), None, "{note}");
        }
    }
}
