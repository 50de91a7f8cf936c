//! Does the note say anything that only this conversation could have brought about?

use super::{Expectation, Finding, Severity, Text, search};
use crate::domain::note::{
    facts::words::{self, Word},
    language::{Address, Language},
    phrases::{self, Phrases, section},
    specific,
};

/// Words of more letters than this carry meaning where no other one does.
const SMALL: usize = 3;

/// Without a specific a note is a form letter; an edited text may hold one that was never typed as
/// such.
pub(super) fn check(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    // Who shares it with others may be told one of its parts alone.
    let told: Vec<String> = expectation
        .specific
        .split(['\n', '\r', ';'])
        .filter_map(|it| as_told(it, expectation))
        .collect();
    if told.is_empty() {
        let severity = if expectation.edited || expectation.to_coordinator {
            Severity::Hint
        } else {
            Severity::Stop
        };
        // Who only arranged it was not talked with.
        let owed = !expectation.to_coordinator;
        return owed.then(|| Finding::new("missing_specific", severity, &[]));
    }
    let language = Words::of(expectation);
    let message = words::words(text.message);
    let kept = told
        .iter()
        .any(|it| language.says(&message, &words::words(it)));
    (!kept).then(|| Finding::new("specific_left_out", Severity::Warning, &[]))
}

/// What a draft makes of something that was typed; `None` where nothing was said.
fn as_told(typed: &str, expectation: &Expectation<'_>) -> Option<String> {
    let (language, reader) = (expectation.language, expectation.recipient);
    let told = specific::shape(typed, language, Address::default(), reader)?.into_text();
    told.contains(char::is_alphanumeric).then_some(told)
}

/// What is known of the words of a note.
struct Words {
    language: Language,
    phrases: &'static Phrases,
    endings: Vec<&'static str>,
    /// Words that the note says anyway, in small letters: role, names, selling points.
    elsewhere: Vec<String>,
}

impl Words {
    fn of(expectation: &Expectation<'_>) -> Self {
        let phrases = phrases::of(expectation.language);
        let endings = phrases.list(section::ENDINGS).iter();
        let known = [
            expectation.role,
            expectation.employer,
            expectation.recipient,
            Some(expectation.sender),
        ];
        let points = expectation.selling_points.iter().map(String::as_str);
        let known = known.into_iter().flatten().chain(points);
        Self {
            language: expectation.language,
            phrases,
            endings: endings.flat_map(|it| it.split_whitespace()).collect(),
            elsewhere: known
                .flat_map(|it| words::lower(&words::words(it)))
                .collect(),
        }
    }

    /// Whether the message has one of the words that make out what was talked about, in any form.
    /// Words that a letter may have anyway are asked for only where there are no others.
    fn says(&self, message: &[Word<'_>], told: &[Word<'_>]) -> bool {
        let own = |it: &&Word<'_>| {
            let is_common = || search::is_common(it.text, self.language);
            !self.elsewhere.contains(&it.lower()) && (is_abbreviation(it) || !is_common())
        };
        let long = |it: &&Word<'_>| it.text.chars().count() > SMALL;
        let choices: [&dyn Fn(&&Word<'_>) -> bool; 4] =
            [&own, &|it| self.is_telling(it), &long, &|_| true];
        let wanted = choices.into_iter().find_map(|choice| {
            let wanted: Vec<&Word<'_>> = told.iter().filter(choice).collect();
            (!wanted.is_empty()).then_some(wanted)
        });
        wanted
            .unwrap_or_default()
            .iter()
            .any(|it| message.iter().any(|said| self.is_same(said, it)))
    }

    /// A word that not every letter may use, or an abbreviation: `IT` is no "it".
    fn is_telling(&self, word: &Word<'_>) -> bool {
        is_abbreviation(word) || !self.is_neutral(&word.lower())
    }

    fn is_neutral(&self, lower: &str) -> bool {
        let lines = self.phrases.list(section::NEUTRAL).iter();
        lines
            .flat_map(|it| it.split_whitespace())
            .any(|it| it == lower)
    }

    fn is_same(&self, said: &Word<'_>, wanted: &Word<'_>) -> bool {
        let (one, other) = (said.lower(), wanted.lower());
        // "IT" and "CI" are other words than "it" and the French "ci".
        let short = other.chars().count() < SMALL || self.is_neutral(&other);
        if is_abbreviation(wanted) && short {
            return said.text == wanted.text;
        }
        // "Donné", which any letter may say, is no form of "données".
        let is_common = |it: &Word<'_>| search::is_common(it.text, self.language);
        one == other
            || (words::is_kin(&one, &other, &self.endings)
                && (is_common(wanted) || !is_common(said)))
    }
}

fn is_abbreviation(word: &Word<'_>) -> bool {
    word.text.chars().count() > 1 && word.text.chars().all(char::is_uppercase)
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

    fn left_out(specific: &str, part: &str, with: &str) -> bool {
        let mut expectation = sample::expectation();
        expectation.specific = specific;
        expectation.role = Some("Senior Engineer");
        let found = sample::after(part, with, &expectation);
        found.iter().any(|it| it.code == "specific_left_out")
    }

    const SPECIFIC: &str = "how you moved billing to event sourcing without downtime";

    #[test]
    fn short_and_odd_specifics_are_found_where_they_stand() {
        for specific in [
            "SQL",
            "AI",
            "UX",
            "Go",
            "CI/CD",
            "C++",
            "R&D",
            "SQL and BI",
            "iOS app",
            "Tom",
            "IT",
            "AI or ML",
            "the team",
            "Kettlefish",
            "the Senior Engineer role",
            "技術の話",
        ] {
            assert!(!left_out(specific, SPECIFIC, specific), "{specific}");
            assert!(
                !left_out(&specific.to_lowercase(), SPECIFIC, &specific.to_lowercase()),
                "{specific}"
            );
        }
        assert!(!left_out("Kafka; how they work", SPECIFIC, "how you work"));
        assert!(!left_out(
            "asked about their migration",
            SPECIFIC,
            "your migration"
        ));
        assert!(!left_out(
            "moving billing",
            SPECIFIC,
            "how billing is moved"
        ));
    }

    #[test]
    fn words_of_any_letter_do_not_stand_for_what_was_talked_about() {
        for specific in [
            "SQL",
            "IT",
            "CI/CD",
            "their work with schools",
            "what happens when a release fails from time to time",
            "how senior people are hired",
        ] {
            let with = "the good work that went into it from time to time, with what it takes";
            assert!(left_out(specific, SPECIFIC, with), "{specific}");
        }
    }

    #[test]
    fn signs_alone_say_nothing() {
        let mut expectation = sample::expectation();
        for specific in ["🎉", " - \n-", "…"] {
            expectation.specific = specific;
            let finding = &review("s", sample::FINE, &expectation)[0];
            assert_eq!(finding.code, "missing_specific", "{specific}");
        }
    }
}
