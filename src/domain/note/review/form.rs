//! Subject and signature are there.

use super::{Expectation, Finding, Severity, Text, search};

/// A mail without a subject looks like a mistake.
pub(super) fn subject(text: &Text<'_>, _: &Expectation<'_>) -> Option<Finding> {
    let empty = text.subject.trim().is_empty();
    empty.then(|| Finding::new("no_subject", Severity::Warning, &[]))
}

/// The user's name is under it, or a part of it.
pub(super) fn signature(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let sender = expectation.sender.trim();
    let stands = |it: &str| search::find(text.body, &it.to_lowercase()).is_some();
    let mut parts = sender
        .split_whitespace()
        .filter(|it| it.chars().count() > 1);
    let missing = !sender.is_empty() && !text.body.contains(sender) && !parts.any(stands);
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
    fn a_part_of_the_name_is_enough() {
        for part in ["Jordan", "J. Reyes", "jordan r."] {
            let signed = sample::FINE.replace("Jordan Reyes", part);
            assert_eq!(review("s", &signed, &sample::expectation()), [], "{part}");
        }
    }
}
