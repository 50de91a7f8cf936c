//! Phrases that everybody writes.

use super::{Expectation, Finding, Severity, Text, search};
use crate::domain::note::phrases::section;

/// What stands in every such mail is skipped by every reader.
pub(super) fn check(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    search::said(text, expectation, section::CLICHE, "cliche", Severity::Hint)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{self, finds, fine};
    use super::*;

    #[test]
    fn a_phrase_of_everybody_is_noticed() {
        let opener = "I hope this email finds you well. Thank";
        finds(
            "Thank",
            opener,
            "cliche",
            Severity::Hint,
            "hope this email finds you well",
        );
    }

    #[test]
    fn other_wishes_and_the_user_s_own_words_are_fine() {
        fine("Thank", "I hope your week goes well. Thank");
        let points = ["Team player".to_owned(), "payment systems".to_owned()];
        let mut expectation = sample::expectation();
        expectation.selling_points = &points;
        let found = sample::after("I feel ready", "I am a team player, ready", &expectation);
        assert_eq!(found, []);
    }
}
