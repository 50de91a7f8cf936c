//! What a thank-you note is there for: thanks, interest, and what the user would bring.

use super::{Expectation, Finding, Severity, Text, search};
use crate::domain::note::phrases::section;

/// Words of more letters than this carry meaning.
const SMALL: usize = 3;

/// It says thank you.
pub(super) fn thanks(text: &Text<'_>, _: &Expectation<'_>) -> Option<Finding> {
    let said = search::says(text.message, section::SAYS_THANKS);
    (!said).then(|| Finding::new("no_thanks", Severity::Warning, &[]))
}

/// It renews the interest, where there is still something to be interested in.
pub(super) fn interest(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let said = search::says(text.message, section::SAYS_INTEREST);
    let owed = !expectation.no_offer;
    (owed && !said).then(|| Finding::new("no_interest", Severity::Hint, &[]))
}

/// It names one of the selling points that the user wrote down.
pub(super) fn selling_point(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let owed = !expectation.no_offer && !expectation.to_coordinator;
    let points = expectation.selling_points;
    if !owed || points.is_empty() {
        return None;
    }
    let words = |it: &str| -> Vec<String> {
        it.split(|it: char| !it.is_alphanumeric())
            .filter(|it| it.chars().count() > SMALL)
            .map(str::to_lowercase)
            .collect()
    };
    let message = words(text.message);
    let named = points.iter().any(|point| {
        let all = words(point);
        all.is_empty() || all.iter().any(|it| message.contains(it))
    });
    (!named).then(|| Finding::new("no_selling_point", Severity::Hint, &[]))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{self, finds, finds_for, fine};
    use super::*;

    #[test]
    fn a_thank_you_note_says_thank_you() {
        let without = "You took time";
        finds(
            "Thank you for making the time",
            without,
            "no_thanks",
            Severity::Warning,
            "",
        );
        for warm in ["It was a pleasure", "I enjoyed it and am glad of it"] {
            finds(
                "Thank you for making the time",
                warm,
                "no_thanks",
                Severity::Warning,
                "",
            );
        }
        fine("Thank you for making the time", "Vielen Dank");
    }

    #[test]
    fn interest_is_renewed() {
        let part = "I am even more interested in joining you";
        finds(part, "I went home", "no_interest", Severity::Hint, "");
        fine(part, "I look forward to the next step");
        let mut expectation = sample::expectation();
        expectation.no_offer = true;
        assert_eq!(sample::after(part, "I went home", &expectation), []);
    }

    #[test]
    fn a_selling_point_is_named_where_there_are_some() {
        let points = [
            "Five years of payment systems".to_owned(),
            "Rust".to_owned(),
        ];
        let mut expectation = sample::expectation();
        expectation.selling_points = &points;
        let part = "With five years of payment systems behind me, I feel";
        finds_for(
            &expectation,
            part,
            "I feel",
            "no_selling_point",
            Severity::Hint,
            "",
        );
        assert_eq!(sample::after(part, "With Rust, I feel", &expectation), []);
        fine(part, "I feel");
    }
}
