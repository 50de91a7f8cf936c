//! No more excitement than a business letter bears.

use std::ops::Range;

use super::{Expectation, Finding, Severity, Text};

/// Faces that are made of signs; those with a letter stand by themselves, or "UxDesign" has one.
const FACES: [&str; 11] = [
    ":)", ":-)", ";)", ";-)", ":D", ":-D", ":P", ":-P", "xD", "XD", "<3",
];

/// A second exclamation mark, a picture, a face; what belongs to a name is none.
pub(super) fn check(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let place = picture(text.message, expectation)
        .or_else(|| {
            FACES
                .iter()
                .find_map(|it| face(text.message, it, expectation))
        })
        .or_else(|| second_mark(text.message, expectation))?;
    let mut finding = Finding::new("many_exclamations", Severity::Hint, &[]);
    finding.at = Some(text.in_body(&place));
    Some(finding)
}

fn picture(message: &str, expectation: &Expectation<'_>) -> Option<Range<usize>> {
    let is_picture =
        |it: char| matches!(it, '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b50}');
    message
        .char_indices()
        .filter(|(_, it)| is_picture(*it))
        .find(|(_, it)| !expectation.inputs().any(|input| input.contains(*it)))
        .map(|(at, it)| at..at + it.len_utf8())
}

fn face(message: &str, face: &str, expectation: &Expectation<'_>) -> Option<Range<usize>> {
    let alone = |at: usize| {
        let before = message.get(..at).and_then(|it| it.chars().next_back());
        let after = message.get(at + face.len()..).unwrap_or_default();
        let next = after.chars().next();
        match face {
            // "<3 hours" is a number.
            "<3" => !after
                .trim_start_matches(' ')
                .starts_with(char::is_alphanumeric),
            _ if face.ends_with(char::is_alphabetic) => {
                before.is_none_or(char::is_whitespace)
                    && next.is_none_or(|it| !it.is_alphanumeric())
            }
            _ => true,
        }
    };
    message
        .match_indices(face)
        .map(|(at, _)| at)
        .filter(|_| !expectation.inputs().any(|it| it.contains(face)))
        .find(|at| alone(*at))
        .map(|at| at..at + face.len())
}

/// The second exclamation mark that does not belong to a name: Yahoo! has its own.
fn second_mark(message: &str, expectation: &Expectation<'_>) -> Option<Range<usize>> {
    let of_name = |at: usize| {
        let before = message.get(..=at).unwrap_or_default();
        let word = before
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default();
        let word = word.trim_start_matches(|it: char| !it.is_alphanumeric());
        word.len() > 1 && expectation.inputs().any(|it| it.contains(word))
    };
    message
        .match_indices('!')
        .map(|(at, it)| at..at + it.len())
        .filter(|it| !of_name(it.start))
        .nth(1)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{self, finds, fine};
    use super::*;

    const PART: &str = "joining you.";

    #[test]
    fn excitement_has_its_measure() {
        for (with, at) in [
            ("joining you!!", "!"),
            ("joining you 🎉.", "🎉"),
            ("joining you :-).", ":-)"),
            ("joining you <3.", "<3"),
            ("joining you :-D :P", ":-D"),
            ("joining you xD", "xD"),
        ] {
            finds(PART, with, "many_exclamations", Severity::Hint, at);
        }
        fine(PART, "joining you!");
        fine(PART, "joining you in UxDesign, in <3 weeks, at C:Drive.");
    }

    #[test]
    fn a_name_may_have_signs_of_its_own() {
        let mut expectation = sample::expectation();
        expectation.employer = Some("Yahoo!");
        expectation.role = Some("Engineer 🚀");
        let with = "joining Yahoo! as an Engineer 🚀. Yahoo! has my attention!";
        assert_eq!(sample::after(PART, with, &expectation), []);
        let with = "joining Yahoo! as an Engineer. Yahoo! has my attention! All of it!";
        assert_eq!(sample::after(PART, with, &expectation).len(), 1);
    }
}
