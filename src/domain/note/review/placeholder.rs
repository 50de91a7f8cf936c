//! A template's hole that was never filled in: `[Name]`, `{{role}}`, `<company>`, `XXX`.

use std::ops::Range;

use super::{Expectation, Finding, Severity, Text, search};

/// Texts that stand for something, in small letters.
const TEXTS: [&str; 5] = [
    "lorem ipsum",
    "insert name",
    "company name",
    "your name",
    "first name",
];
/// The same, in capitals alone: "todo" is a Spanish word.
const CAPITALS: [&str; 4] = ["XXX", "TODO", "TBD", "FIXME"];

/// Looks at subject and body.
pub(super) fn check(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let (found, at) = match place(text.body) {
        Some(range) => (text.body.get(range.clone())?, Some(range)),
        None => (text.subject.get(place(text.subject)?)?, None),
    };
    // What the user or the invitation says is no hole.
    let said = [
        Some(expectation.specific),
        expectation.employer,
        expectation.recipient,
        Some(expectation.signature),
    ];
    if said.into_iter().flatten().any(|it| it.contains(found)) {
        return None;
    }
    let mut finding = Finding::new("placeholder", Severity::Stop, &[found]);
    finding.at = at;
    Some(finding)
}

fn place(text: &str) -> Option<Range<usize>> {
    let bracketed = [('[', ']'), ('{', '}'), ('<', '>')]
        .into_iter()
        .find_map(|(open, close)| bracketed(text, open, close));
    bracketed
        .or_else(|| TEXTS.iter().find_map(|it| search::find(text, it)))
        .or_else(|| CAPITALS.iter().find_map(|it| capitals(text, it)))
        .or_else(|| text.find("___").map(|at| at..at + 3))
}

fn bracketed(text: &str, open: char, close: char) -> Option<Range<usize>> {
    text.match_indices(open).find_map(|(from, _)| {
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

fn capitals(text: &str, word: &str) -> Option<Range<usize>> {
    let at = crate::domain::note::kind::find_word(text, word)?;
    Some(at..at + word.len())
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
}
