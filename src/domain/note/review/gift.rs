//! No gift goes with a note.

use super::{Expectation, Finding, Severity, Text, search};
use crate::domain::note::phrases::section;

/// A gift makes the reader uneasy and is against the rules of most employers.
pub(super) fn check(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    search::said(text, expectation, section::GIFT, "gift", Severity::Warning)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{self, finds, finds_for};
    use super::*;
    use crate::domain::note::language::Language;

    const PART: &str = "I am happy to help";

    fn check(with: &str, at: &str) {
        finds(PART, with, "gift", Severity::Warning, at);
    }

    #[test]
    fn a_gift_is_noticed() {
        check("I sent you a bottle of wine", "bottle of wine");
        check("I sent you some flowers", "flowers");
        check("please accept a small gift", "small gift");
        check("a Starbucks card is on its way", "Starbucks card");
        let mut expectation = sample::expectation();
        expectation.language = Language::French;
        let (code, severity) = ("gift", Severity::Warning);
        finds_for(
            &expectation,
            PART,
            "un petit cadeau",
            code,
            severity,
            "cadeau",
        );
    }

    #[test]
    fn what_one_is_good_at_and_works_with_is_no_gift() {
        sample::fine(PART, "you have a gift for explaining");
        let mut expectation = sample::expectation();
        expectation.specific = "billing for chocolates";
        let found = sample::after("billing", "billing for chocolates", &expectation);
        assert_eq!(found, []);
        let points = ["Five years of selling flowers".to_owned()];
        expectation.specific = "billing";
        expectation.role = Some("Gift Card Manager");
        expectation.selling_points = &points;
        for with in [
            "the Gift Card Manager role interests me, after five years of payment systems",
            "five years of selling flowers help",
        ] {
            assert_eq!(sample::after(PART, with, &expectation), [], "{with}");
        }
    }
}
