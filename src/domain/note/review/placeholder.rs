//! A template's hole that was never filled in: `[Name]`, `{{role}}`, `<company>`, `XXX`.

use std::ops::Range;

use super::{Expectation, Finding, Severity, Text, search};

/// Texts that stand for something, in small letters.
const TEXTS: [&str; 2] = ["lorem ipsum", "insert name"];
/// The same where each word has a capital: people are on a first name basis.
const TITLES: [&str; 3] = ["company name", "your name", "first name"];
/// The same, in capitals alone: "todo" is a Spanish word.
const CAPITALS: [&str; 4] = ["XXX", "TODO", "TBD", "FIXME"];

/// Looks at subject and body.
pub(super) fn check(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let body = place(text.body, expectation);
    let (found, at) = match body {
        Some(range) => (text.body.get(range.clone())?, Some(range)),
        None => (text.subject.get(place(text.subject, expectation)?)?, None),
    };
    let mut finding = Finding::new("placeholder", Severity::Stop, &[found]);
    finding.at = at;
    Some(finding)
}

/// The first hole; what the user or the invitation says is none.
fn place(text: &str, expectation: &Expectation<'_>) -> Option<Range<usize>> {
    let is_hole = |it: &Range<usize>| {
        let found = text.get(it.clone()).unwrap_or_default().to_lowercase();
        let mut inputs = expectation.inputs();
        !inputs.any(|it| it.to_lowercase().contains(&found))
    };
    let titled = |it: &Range<usize>| {
        let mut words = text.get(it.clone()).unwrap_or_default().split_whitespace();
        words.all(|it| it.starts_with(char::is_uppercase))
    };
    [('[', ']'), ('{', '}'), ('<', '>')]
        .into_iter()
        .flat_map(|(open, close)| bracketed(text, open, close))
        .chain(TEXTS.iter().flat_map(|it| search::places(text, it)))
        .chain(
            TITLES
                .iter()
                .flat_map(|it| search::places(text, it))
                .filter(titled),
        )
        .chain(CAPITALS.iter().flat_map(|it| capitals(text, it)))
        .chain(text.match_indices("___").map(|(at, it)| at..at + it.len()))
        .find(is_hole)
}

fn bracketed(text: &str, open: char, close: char) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(open).filter_map(move |(from, _)| {
        let rest = text.get(from + 1..)?;
        let inside = rest.get(..rest.find(close)?)?;
        let hole = inside.chars().count() <= 30
            && !inside.contains(['@', '\n'])
            && inside.starts_with(|it: char| it.is_alphabetic() || it == open);
        let mut until = from + 1 + inside.len() + 1;
        if text.get(until..).is_some_and(|it| it.starts_with(close)) {
            until += 1;
        }
        hole.then_some(from..until)
    })
}

fn capitals<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = Range<usize>> {
    let letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    text.match_indices(word)
        .map(|(at, it)| at..at + it.len())
        .filter(move |it| {
            let before = text.get(..it.start).and_then(|it| it.chars().next_back());
            let after = text.get(it.end..).and_then(|it| it.chars().next());
            !letter(before) && !letter(after)
        })
}

#[cfg(test)]
mod tests {
    use super::super::{review, sample};
    use super::*;

    #[test]
    fn what_was_never_filled_in_is_noticed() {
        for hole in [
            "[Company]",
            "{{role}}",
            "<name>",
            "XXX",
            "TODO",
            "Your Name",
        ] {
            sample::finds("downtime", hole, "placeholder", Severity::Stop, hole);
        }
        let findings = review("Thanks, [name]", sample::FINE, &sample::expectation());
        assert_eq!(findings[0].code, "placeholder");
    }

    #[test]
    fn brackets_of_the_writer_are_none() {
        sample::fine(
            "downtime",
            "downtime (really) and <3 hours of work at most, I > you",
        );
        sample::fine("downtime", "todos");
        sample::fine("downtime", "todo el día");
        sample::fine("downtime", "[1]");
        let mut expectation = sample::expectation();
        expectation.specific = "billing with Vec<u8>";
        assert_eq!(sample::after("downtime", "Vec<u8>", &expectation), []);
    }

    #[test]
    fn words_that_are_no_holes_are_fine() {
        sample::fine("downtime", "downtime, on a first name basis");
        sample::fine("downtime", "downtime, as a colleague mentioned your name");
    }

    #[test]
    fn what_the_invitation_says_is_no_hole_and_another_one_still_is() {
        let points = ["Map<String> caches".to_owned(), "payment".to_owned()];
        let mut expectation = sample::expectation();
        expectation.role = Some("Engineer {m/f/d} [Remote]");
        expectation.selling_points = &points;
        let with = "downtime as Engineer {m/f/d} [Remote] with map<String> caches";
        assert_eq!(sample::after("downtime", with, &expectation), []);
        let with = format!("{with} at [Company]");
        let (code, severity) = ("placeholder", Severity::Stop);
        sample::finds_for(&expectation, "downtime", &with, code, severity, "[Company]");
    }
}
