//! No pressure on who decides.

use super::{Expectation, Finding, Severity, Text, search};
use crate::domain::note::phrases::section;

/// Asking for an answer: "pressure", say those who read such notes. A day by which the writer will
/// send something is none, so a deadline counts only in a sentence that asks.
pub(super) fn check(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let (code, severity) = ("pressure", Severity::Warning);
    search::said(text, expectation, section::PRESSURE, code, severity).or_else(|| {
        let language = expectation.language;
        search::said_where(
            text,
            expectation,
            section::DEADLINE,
            code,
            severity,
            &|it| {
                let sentence = search::sentence_around(text.message, it);
                search::find_any(sentence, language, section::ASKS).is_some()
            },
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::{self, finds, finds_for, fine};
    use super::*;
    use crate::domain::note::language::Language;

    const PART: &str = "I am happy to help";

    fn check(with: &str, at: &str) {
        finds(PART, with, "pressure", Severity::Warning, at);
    }

    #[test]
    fn asking_for_an_answer_is_noticed() {
        check("please answer as soon as possible", "as soon as possible");
        check("please answer ASAP", "ASAP");
        check("please answer by next week", "by next week");
        check("please let me know by Wednesday", "by Wednesday");
        check("please confirm by Tuesday", "by Tuesday");
        check("I am following up again", "following up again");
        check("I am just circling back", "circling back");
        check("I have another offer", "another offer");
        check("I need to know before the weekend", "need to know");
        check(
            "I look forward to hearing your decision before the end of the week",
            "before the end of the week",
        );
    }

    #[test]
    fn a_day_of_the_writer_s_own_is_no_pressure() {
        fine(PART, "I have time next week");
        fine(PART, "I will send the sample by Friday");
        let points = ["Shipping every release by Friday".to_owned()];
        let mut expectation = sample::expectation();
        expectation.selling_points = &points;
        let with = "I would bring this: shipping every release by Friday, as you will hear";
        assert_eq!(sample::after(PART, with, &expectation), []);
    }

    #[test]
    fn each_language_has_its_own_words() {
        for (language, with, at) in [
            (Language::German, "bitte umgehend melden", "umgehend"),
            (
                Language::German,
                "geben Sie mir bitte bis Mittwoch Bescheid",
                "bis Mittwoch",
            ),
            (
                Language::French,
                "répondez dès que possible",
                "dès que possible",
            ),
            (
                Language::French,
                "merci de me répondre avant vendredi",
                "avant vendredi",
            ),
            (Language::Spanish, "responda cuanto antes", "cuanto antes"),
            (
                Language::Spanish,
                "espero su decisión antes del jueves",
                "antes del jueves",
            ),
        ] {
            let mut expectation = sample::expectation();
            expectation.language = language;
            finds_for(&expectation, PART, with, "pressure", Severity::Warning, at);
        }
        for (language, with) in [
            (Language::German, "ich sende das bis Mittwoch"),
            (Language::French, "je l’envoie avant vendredi"),
            (Language::Spanish, "lo envío antes del jueves"),
        ] {
            let mut expectation = sample::expectation();
            expectation.language = language;
            assert_eq!(sample::after(PART, with, &expectation), [], "{with}");
        }
    }
}
