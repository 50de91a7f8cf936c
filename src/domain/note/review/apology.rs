//! One apology is enough, and being late needs none.

use super::{Expectation, Finding, Severity, Text, search};
use crate::domain::note::phrases::section;

/// A late note is better without an apology, any note without two.
pub(super) fn check(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let (count, first) = search::count(text.message, expectation.language, section::APOLOGY);
    if count > 1 {
        let severity = Severity::Warning;
        return Some(search::found(text, &first?, "apology_spiral", severity));
    }
    search::said(
        text,
        expectation,
        section::LATE_APOLOGY,
        "apology",
        Severity::Hint,
    )
}

#[cfg(test)]
mod tests {
    use super::super::sample::{finds, fine};
    use super::*;

    #[test]
    fn one_late_apology_is_a_hint_and_two_are_a_spiral() {
        finds(
            "After our",
            "Sorry for the delay. After our",
            "apology",
            Severity::Hint,
            "Sorry for the delay",
        );
        finds(
            "After our",
            "Sorry for the delay, my apologies. After our",
            "apology_spiral",
            Severity::Warning,
            "Sorry",
        );
        fine("After our", "I was sorry to hear of the outage. After our");
    }
}
