//! Does the note say anything that only this conversation could have brought about?

use super::{Expectation, Finding, Severity, Text};

/// Without a specific a note is a form letter; an edited text may hold one that was never typed as
/// such.
pub(super) fn check(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let words = content_words(expectation.specific);
    if words.is_empty() {
        let severity = if expectation.edited || expectation.to_coordinator {
            Severity::Hint
        } else {
            Severity::Stop
        };
        // Who only arranged it was not talked with.
        let owed = !expectation.to_coordinator;
        return owed.then(|| Finding::new("missing_specific", severity, &[]));
    }
    let found = content_words(text.message);
    let kept = words.iter().any(|it| found.contains(it));
    (!kept).then(|| Finding::new("specific_left_out", Severity::Warning, &[]))
}

/// Words that carry meaning: those of more than three letters, or all where there are none.
fn content_words(text: &str) -> Vec<String> {
    let all: Vec<String> = text
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect();
    let long: Vec<String> = all
        .iter()
        .filter(|it| it.chars().count() > 3)
        .cloned()
        .collect();
    if long.is_empty() { all } else { long }
}

#[cfg(test)]
mod tests {
    use super::super::{review, sample};
    use super::*;

    #[test]
    fn a_note_without_a_specific_is_not_ready() {
        let mut expectation = sample::expectation();
        expectation.specific = "  ";
        let finding = &review("s", sample::FINE, &expectation)[0];
        assert_eq!(
            (finding.code, finding.severity),
            ("missing_specific", Severity::Stop)
        );
        expectation.edited = true;
        let finding = &review("s", sample::FINE, &expectation)[0];
        assert_eq!(finding.severity, Severity::Hint);
        expectation.specific = "the canteen";
        let finding = &review("s", sample::FINE, &expectation)[0];
        assert_eq!(finding.code, "specific_left_out");
    }

    #[test]
    fn a_specific_in_other_words_is_enough() {
        sample::fine(
            "how you moved billing to event sourcing",
            "your billing system",
        );
        let mut expectation = sample::expectation();
        expectation.specific = "";
        expectation.to_coordinator = true;
        assert_eq!(review("s", sample::FINE, &expectation), []);
    }
}
