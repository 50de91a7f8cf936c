//! Words that cost a note its welcome: pressure, gifts, apologies, phrases that everybody writes.

use std::ops::Range;

use super::{Expectation, Finding, Severity, Text, search};
use crate::domain::note::phrases::section;

/// Asking for an answer: "pressure", say those who read such notes.
pub(super) fn pressure(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    said(
        text,
        expectation,
        section::PRESSURE,
        "pressure",
        Severity::Warning,
    )
}

/// A gift makes the reader uneasy and is against the rules of most employers.
pub(super) fn gift(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    said(text, expectation, section::GIFT, "gift", Severity::Warning)
}

/// What stands in every such mail is skipped by every reader.
pub(super) fn cliche(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    said(text, expectation, section::CLICHE, "cliche", Severity::Hint)
}

/// Something is said to be attached: Afternote cannot attach it.
pub(super) fn attachment(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    said(
        text,
        expectation,
        section::ATTACHMENT,
        "attachment",
        Severity::Hint,
    )
}

/// A late note is better without an apology, any note without two.
pub(super) fn apology(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let (count, first) = search::count(text.message, expectation.language, section::APOLOGY);
    if count > 1 {
        return Some(at(text, first?, "apology_spiral", Severity::Warning));
    }
    said(
        text,
        expectation,
        section::LATE_APOLOGY,
        "apology",
        Severity::Hint,
    )
}

/// More excitement than a business letter bears: a second exclamation mark, a face.
pub(super) fn excitement(text: &Text<'_>, _: &Expectation<'_>) -> Option<Finding> {
    let second = text.message.match_indices('!').nth(1);
    let face = text.message.char_indices().find(
        |(_, it)| matches!(it, '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b50}'),
    );
    let smiley = [":)", ":-)", ";)", ";-)", ":D", "xD"]
        .iter()
        .find_map(|it| text.message.find(it).map(|at| at..at + it.len()));
    let place = face
        .map(|(at, it)| at..at + it.len_utf8())
        .or(smiley)
        .or_else(|| second.map(|(at, it)| at..at + it.len()))?;
    let mut finding = Finding::new("many_exclamations", Severity::Hint, &[]);
    finding.at = Some(text.in_body(&place));
    Some(finding)
}

/// A word that stands twice in a row.
pub(super) fn doubled_word(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let body = text.body;
    let mut last: Option<(usize, &str)> = None;
    for word in body.split_whitespace() {
        // The distance in memory of a part from its whole is its byte offset.
        let at = word.as_ptr() as usize - body.as_ptr() as usize;
        if let Some((before, previous)) = last {
            let letters = word.chars().all(char::is_alphabetic);
            let twice = letters && previous.to_lowercase() == word.to_lowercase();
            if twice && !search::may_stand_twice(word, expectation.language) {
                let range = before..at + word.len();
                let mut finding = Finding::new("doubled_word", Severity::Warning, &[word]);
                finding.fix = Some(super::Fix::new(&range, previous));
                finding.at = Some(range);
                return Some(finding);
            }
        }
        last = Some((at, word));
    }
    None
}

fn said(
    text: &Text<'_>,
    expectation: &Expectation<'_>,
    section: &str,
    code: &'static str,
    severity: Severity,
) -> Option<Finding> {
    let place = search::find_any(text.message, expectation.language, section)?;
    // What was talked about may be flowers.
    let words = text.message.get(place.clone()).unwrap_or_default();
    let talked = expectation.specific.to_lowercase();
    if talked.contains(&words.to_lowercase()) {
        return None;
    }
    Some(at(text, place, code, severity))
}

fn at(text: &Text<'_>, place: Range<usize>, code: &'static str, severity: Severity) -> Finding {
    let words = text.message.get(place.clone()).unwrap_or_default();
    let mut finding = Finding::new(code, severity, &[words]);
    finding.at = Some(text.in_body(&place));
    finding
}

#[cfg(test)]
mod tests {
    use super::super::sample::{self, finds, finds_for, fine};
    use super::*;
    use crate::domain::note::language::Language;

    #[test]
    fn pressure_is_noticed() {
        for words in ["as soon as possible", "by next week", "ASAP"] {
            let with = format!("please answer {words}");
            finds(
                "I am happy to help",
                &with,
                "pressure",
                Severity::Warning,
                words,
            );
        }
        finds(
            "I am happy to help",
            "I am following up again",
            "pressure",
            Severity::Warning,
            "following up again",
        );
        fine("I am happy to help", "I have time next week");
    }

    #[test]
    fn a_gift_is_noticed_and_a_talk_about_flowers_is_not() {
        finds(
            "I am happy to help",
            "I sent you a bottle of wine",
            "gift",
            Severity::Warning,
            "bottle of wine",
        );
        let mut expectation = sample::expectation();
        expectation.specific = "billing for chocolates";
        assert_eq!(
            sample::after("billing", "billing for chocolates", &expectation),
            []
        );
    }

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
        fine("Thank", "I hope your week goes well. Thank");
    }

    #[test]
    fn an_attachment_is_not_forgotten() {
        finds(
            "I am happy to help",
            "see my attached plan",
            "attachment",
            Severity::Hint,
            "attached",
        );
        fine("I am happy to help", "I grew attaché");
    }

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

    #[test]
    fn excitement_has_its_measure() {
        finds(
            "joining you.",
            "joining you!!",
            "many_exclamations",
            Severity::Hint,
            "!",
        );
        finds(
            "joining you.",
            "joining you 🎉.",
            "many_exclamations",
            Severity::Hint,
            "🎉",
        );
        finds(
            "joining you.",
            "joining you :-).",
            "many_exclamations",
            Severity::Hint,
            ":-)",
        );
        fine("joining you.", "joining you!");
    }

    #[test]
    fn a_doubled_word_can_be_put_right() {
        finds(
            "without downtime",
            "without without downtime",
            "doubled_word",
            Severity::Warning,
            "without without",
        );
        assert_eq!(
            sample::fixed("without downtime", "without without downtime"),
            sample::FINE
        );
        fine("After our", "What I had had in mind. After our");
    }

    #[test]
    fn each_language_has_its_own_words() {
        for (language, with, code, at) in [
            (
                Language::German,
                "bitte umgehend melden",
                "pressure",
                "umgehend",
            ),
            (Language::German, "siehe Anlage", "attachment", "Anlage"),
            (
                Language::French,
                "répondez dès que possible",
                "pressure",
                "dès que possible",
            ),
            (Language::French, "un petit cadeau", "gift", "cadeau"),
            (
                Language::Spanish,
                "responda cuanto antes",
                "pressure",
                "cuanto antes",
            ),
        ] {
            let mut expectation = sample::expectation();
            expectation.language = language;
            let severity = if code == "attachment" {
                Severity::Hint
            } else {
                Severity::Warning
            };
            finds_for(&expectation, "I am happy to help", with, code, severity, at);
        }
    }
}
