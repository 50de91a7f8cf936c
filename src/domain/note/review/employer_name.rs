//! The employer's name is spelt right, and it is the right employer.

use std::ops::Range;

use super::{Expectation, Finding, Fix, Severity, Text, names, search};
use crate::domain::{interview::same::is_same_employer, note::language::Language};

/// Names of fewer letters are too near to other words.
const SHORTEST: usize = 5;
/// In German every noun has a capital, and so looks like a name.
const SHORTEST_GERMAN: usize = 6;
/// From this length on a word that begins a sentence is hardly another one by chance.
const LONG: usize = 8;

/// A word that is nearly the employer's name, in the message or the subject. Only one that is
/// written like a name and is no word of the language: Three is near to "there".
pub(super) fn misspelt(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let employer = expectation.employer?.trim();
    let shortest = match expectation.language {
        Language::German => SHORTEST_GERMAN,
        _ => SHORTEST,
    };
    let parts: Vec<&str> = employer
        .split_whitespace()
        .filter(|it| it.chars().count() >= shortest)
        .collect();
    let near = |within: &str| {
        names::words(within).into_iter().find_map(|(at, word)| {
            let part = parts.iter().find(|it| names::is_near(word, it))?;
            let is_name = word.starts_with(char::is_uppercase)
                && (word.chars().count() >= LONG || !search::begins_sentence(within, at))
                && !is_known(word, expectation)
                && !search::is_common(word, expectation.language);
            is_name.then_some((at..at + word.len(), *part))
        })
    };
    if let Some((at, part)) = near(text.message) {
        let word = text.message.get(at.clone())?;
        let mut finding = Finding::new("misspelt_employer", Severity::Warning, &[word, part]);
        let at = text.in_body(&at);
        finding.fix = Some(Fix::new(&at, part));
        finding.at = Some(at);
        return Some(finding);
    }
    let (at, part) = near(text.subject)?;
    let word = text.subject.get(at)?;
    Some(Finding::new(
        "misspelt_employer",
        Severity::Warning,
        &[word, part],
    ))
}

/// A word that the user or the invitation says, or of the name of another employer.
fn is_known(word: &str, expectation: &Expectation<'_>) -> bool {
    let lower = word.to_lowercase();
    let mut others = expectation.other_employers.iter();
    expectation.says(word) || others.any(|it| search::find(it, &lower).is_some())
}

/// The employer of another interview, in the message or the subject: the wrong text was pasted. Not
/// where it is this one under another name, or what the user or the invitation speaks of.
pub(super) fn other(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let mine = expectation.employer.unwrap_or_default();
    expectation
        .other_employers
        .iter()
        .map(|it| it.trim())
        .filter(|it| it.chars().count() >= 3)
        .find_map(|name| {
            let lower = name.to_lowercase();
            let meant = |within: &str| {
                search::places(within, &lower).find_map(|at| {
                    let how = how_meant(within, &at, expectation.language)?;
                    Some((at, how))
                })
            };
            let found = meant(text.message).map(|(at, how)| (Some(text.in_body(&at)), how));
            let (at, how) = found.or_else(|| meant(text.subject).map(|(_, how)| (None, how)))?;
            // Last, since it costs most.
            if is_same_employer(mine, name) || expectation.says(name) {
                return None;
            }
            let severity = match how {
                Meant::Perhaps => Severity::Warning,
                Meant::Surely | Meant::AsPart => Severity::Stop,
            };
            let mut finding = Finding::new("other_employer", severity, &[name]);
            if let (Meant::Surely, Some(at), Some(employer)) = (how, &at, expectation.employer) {
                finding.fix = Some(Fix::new(at, employer.trim()));
            }
            finding.at = at;
            Some(finding)
        })
}

/// How sure it is that words are the name of an employer.
#[derive(Clone, Copy)]
enum Meant {
    /// One word that begins a sentence: "Target dates are set."
    Perhaps,
    /// A part of a longer name: "Google Cloud".
    AsPart,
    /// The name, by itself.
    Surely,
}

fn how_meant(within: &str, at: &Range<usize>, language: Language) -> Option<Meant> {
    let found = within.get(at.clone())?;
    let words: Vec<&str> = found
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .collect();
    // A name that is a word as well counts with its capital only.
    let capital = |it: &str| it.chars().next().is_some_and(|it| !it.is_lowercase());
    if !capital(found) {
        return None;
    }
    let begins = search::begins_sentence(within, at.start);
    if words.iter().all(|it| search::is_common(it, language)) {
        let sure = !begins && language != Language::German && words.iter().all(|it| capital(it));
        return sure.then_some(Meant::Surely);
    }
    let after = within.get(at.end..).unwrap_or_default();
    let before = within.get(..at.start).unwrap_or_default();
    let upper = |it: Option<&str>| it.is_some_and(|it| it.starts_with(char::is_uppercase));
    let goes_on = after.starts_with(' ') && upper(after.split_whitespace().next());
    let last = before.split_whitespace().next_back();
    let went_before = !begins
        && before.ends_with(' ')
        && upper(last)
        && last.is_some_and(|it| !search::begins_sentence(within, at.start - 1 - it.len()));
    Some(match (goes_on || went_before, begins && words.len() == 1) {
        (true, _) => Meant::AsPart,
        (false, true) => Meant::Perhaps,
        (false, false) => Meant::Surely,
    })
}

#[cfg(test)]
mod tests {
    use super::super::{
        review,
        sample::{self, finds, finds_for, fine},
    };
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
    fn a_word_of_the_language_is_no_slip() {
        for (employer, with) in [
            ("Apple", "so that I would apply again"),
            ("Plaid", "and what is paid"),
            ("Notion", "for the whole nation"),
            ("Three", "as there was a lot"),
            ("Think Cell", "it was good. Thank you again"),
            ("Stark", "Start dates are open"),
            ("Whole Foods", "while we spoke"),
        ] {
            let mut expectation = sample::expectation();
            expectation.employer = Some(employer);
            let with = format!("at {employer}. {with}");
            assert_eq!(
                sample::after("at Kettlefish", &with, &expectation),
                [],
                "{with}"
            );
        }
        let mut expectation = sample::expectation();
        expectation.employer = Some("Stark");
        let (code, severity) = ("misspelt_employer", Severity::Warning);
        finds_for(
            &expectation,
            "at Kettlefish",
            "at Strak",
            code,
            severity,
            "Strak",
        );
        expectation.other_employers = &[];
        expectation.sender = "Jordan Starks";
        let found = sample::after("at Kettlefish", "at Stark with J. Starks", &expectation);
        assert_eq!(found, []);
    }

    #[test]
    fn a_slip_in_the_subject_is_noticed() {
        let expectation = sample::expectation();
        let subject = "Thank you – Kettlefsh interview";
        let found = &review(subject, sample::FINE, &expectation)[0];
        assert_eq!((found.code, &found.at), ("misspelt_employer", &None));
        assert_eq!(found.details, ["Kettlefsh", "Kettlefish"]);
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
        let found = review("Thank you – Plumtree", sample::FINE, &expectation);
        assert_eq!(found[0].code, "other_employer");
    }

    #[test]
    fn a_name_within_a_longer_one_is_not_replaced() {
        let employers = ["Plumtree".to_owned()];
        let mut expectation = sample::expectation();
        expectation.other_employers = &employers;
        for (with, severity) in [
            ("at Plumtree Cloud", Severity::Stop),
            ("here. Plumtree is here", Severity::Warning),
        ] {
            let found = &sample::after("at Kettlefish", with, &expectation)[0];
            assert_eq!((found.code, found.severity), ("other_employer", severity));
            assert_eq!(found.fix, None, "{with}");
        }
    }

    #[test]
    fn the_same_employer_under_another_name_is_fine() {
        for (mine, other) in [
            ("Brightwell", "Brightwell Dental Supply"),
            ("Brightwell Dental Supply", "Brightwell"),
            ("Ondalys Sante", "Ondalys Santé"),
        ] {
            let employers = [other.to_owned()];
            let mut expectation = sample::expectation();
            expectation.employer = Some(mine);
            expectation.other_employers = &employers;
            let with = format!("at {other}");
            assert_eq!(
                sample::after("at Kettlefish", &with, &expectation),
                [],
                "{mine}"
            );
        }
    }

    #[test]
    fn a_word_that_is_also_a_name_is_fine() {
        let employers = ["Next", "Indeed", "Three", "Great", "Interview"].map(str::to_owned);
        let points = [
            "Five years of Google Cloud".to_owned(),
            "payment".to_owned(),
        ];
        let mut expectation = sample::expectation();
        expectation.other_employers = &employers;
        expectation.selling_points = &points;
        for with in ["here. Indeed, it is", "here. Next steps, three of them"] {
            assert_eq!(
                sample::after("at Kettlefish", with, &expectation),
                [],
                "{with}"
            );
        }
        let subject = "Great speaking with you – interview";
        assert_eq!(review(subject, sample::FINE, &expectation), []);
        let employers = ["Google".to_owned()];
        expectation.other_employers = &employers;
        let with = "at Kettlefish with five years of Google Cloud";
        assert_eq!(sample::after("at Kettlefish", with, &expectation), []);
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
