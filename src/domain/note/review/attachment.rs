//! Something is said to be attached.

use super::{Expectation, Finding, Severity, Text, search};
use crate::domain::note::phrases::section;

/// Afternote cannot attach it.
pub(super) fn check(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    search::said(
        text,
        expectation,
        section::ATTACHMENT,
        "attachment",
        Severity::Hint,
    )
}

#[cfg(test)]
mod tests {
    use super::super::sample::{self, finds, finds_for, fine};
    use super::*;
    use crate::domain::note::language::Language;

    const PART: &str = "I am happy to help";

    #[test]
    fn an_attachment_is_not_forgotten() {
        for (with, at) in [
            ("see my attached plan", "my attached"),
            ("my plan is attached", "is attached"),
            ("I have attached my plan", "attached my"),
            ("see the attachment", "attachment"),
        ] {
            finds(PART, with, "attachment", Severity::Hint, at);
        }
        let mut expectation = sample::expectation();
        expectation.language = Language::German;
        finds_for(
            &expectation,
            PART,
            "siehe Anlage",
            "attachment",
            Severity::Hint,
            "Anlage",
        );
    }

    #[test]
    fn what_one_is_attached_to_is_no_attachment() {
        fine(PART, "I grew attaché");
        fine(PART, "I grew attached to the topic");
        let points = [
            "Safety in enclosed spaces".to_owned(),
            "payment systems".to_owned(),
        ];
        let mut expectation = sample::expectation();
        expectation.selling_points = &points;
        let with = "safety in enclosed spaces is my trade";
        assert_eq!(sample::after(PART, with, &expectation), []);
        expectation.language = Language::Spanish;
        expectation.role = Some("Director adjunto");
        let with = "el puesto de Director adjunto";
        assert_eq!(sample::after(PART, with, &expectation), []);
    }
}
