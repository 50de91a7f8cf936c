//! Subject and signature are there.

use super::{Expectation, Finding, Severity, Text};

/// A mail without a subject looks like a mistake.
pub(super) fn subject(text: &Text<'_>, _: &Expectation<'_>) -> Option<Finding> {
    let empty = text.subject.trim().is_empty();
    empty.then(|| Finding::new("no_subject", Severity::Warning, &[]))
}

/// The user's name is under it.
pub(super) fn signature(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let sender = expectation.sender.trim();
    let first = sender.split_whitespace().next().unwrap_or_default();
    let missing = !sender.is_empty() && !text.body.contains(first);
    missing.then(|| Finding::new("no_signature", Severity::Warning, &[sender]))
}

#[cfg(test)]
mod tests {
    use super::super::{review, sample};

    #[test]
    fn a_note_needs_a_subject_and_a_name_under_it() {
        let expectation = sample::expectation();
        let findings = review(" ", sample::FINE, &expectation);
        assert_eq!(findings[0].code, "no_subject");
        let unsigned = sample::FINE.replace("Jordan Reyes", "");
        assert_eq!(review("s", &unsigned, &expectation)[0].code, "no_signature");
    }

    #[test]
    fn a_first_name_is_enough() {
        let first = sample::FINE.replace("Jordan Reyes", "Jordan");
        assert_eq!(review("s", &first, &sample::expectation()), []);
    }
}
