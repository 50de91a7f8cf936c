//! The employer's name is spelt right, and it is the right employer.

use super::{Expectation, Finding, Fix, Severity, Text, names, search};

/// A word that is nearly the employer's name.
pub(super) fn misspelt(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let employer = expectation.employer?.trim();
    let parts = employer
        .split_whitespace()
        .filter(|it| it.chars().count() >= 5);
    let words = names::words(text.body);
    for part in parts {
        if let Some((from, word)) = words.iter().find(|(_, word)| names::is_near(word, part)) {
            let at = *from..from + word.len();
            let mut finding = Finding::new("misspelt_employer", Severity::Warning, &[word, part]);
            finding.fix = Some(Fix::new(&at, part));
            finding.at = Some(at);
            return Some(finding);
        }
    }
    None
}

/// The employer of another interview, in the message or the subject: the wrong text was pasted.
pub(super) fn other(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let mine = expectation.employer.unwrap_or_default().to_lowercase();
    let specific = expectation.specific.to_lowercase();
    expectation
        .other_employers
        .iter()
        .map(|it| it.trim())
        .filter(|it| it.chars().count() >= 3)
        .filter(|it| {
            let other = it.to_lowercase();
            !mine.contains(&other) && !specific.contains(&other)
        })
        .find_map(|name| {
            let lower = name.to_lowercase();
            // A name that is a word as well counts with its capital only.
            let as_written = |it: &str| it.chars().next().is_some_and(|it| !it.is_lowercase());
            let at = search::find(text.message, &lower)
                .map(|it| text.in_body(&it))
                .filter(|it| text.body.get(it.clone()).is_some_and(as_written));
            let in_subject = || search::find(text.subject, &lower).is_some();
            if at.is_none() && !in_subject() {
                return None;
            }
            let mut finding = Finding::new("other_employer", Severity::Stop, &[name]);
            if let (Some(at), Some(employer)) = (&at, expectation.employer) {
                finding.fix = Some(Fix::new(at, employer.trim()));
            }
            finding.at = at;
            Some(finding)
        })
}

#[cfg(test)]
mod tests {
    use super::super::sample::{self, finds, finds_for, fine};
    use super::*;

    #[test]
    fn a_misspelt_employer_is_noticed_and_can_be_put_right() {
        finds(
            "at Kettlefish",
            "at Kettlefsh",
            "misspelt_employer",
            Severity::Warning,
            "Kettlefsh",
        );
        assert_eq!(sample::fixed("at Kettlefish", "at Kettlefsh"), sample::FINE);
    }

    #[test]
    fn other_forms_of_the_name_are_fine() {
        fine("at Kettlefish", "at Kettlefish’s Berlin office");
        fine("at Kettlefish", "here");
    }

    #[test]
    fn the_employer_of_another_interview_stops_the_note() {
        let employers = ["Plumtree".to_owned(), "Kettlefish".to_owned()];
        let mut expectation = sample::expectation();
        expectation.other_employers = &employers;
        finds_for(
            &expectation,
            "at Kettlefish",
            "at Plumtree",
            "other_employer",
            Severity::Stop,
            "Plumtree",
        );
        assert_eq!(sample::after("Hi", "Hi", &expectation), []);
    }

    #[test]
    fn a_word_that_is_also_a_name_is_fine() {
        let employers = ["Time".to_owned(), "X".to_owned()];
        let mut expectation = sample::expectation();
        expectation.other_employers = &employers;
        assert_eq!(sample::after("Hi", "Hi", &expectation), []);
        expectation.specific = "their move of billing away from Plumtree";
        let employers = ["Plumtree".to_owned()];
        expectation.other_employers = &employers;
        assert_eq!(
            sample::after("billing", "billing off Plumtree", &expectation),
            []
        );
    }
}
