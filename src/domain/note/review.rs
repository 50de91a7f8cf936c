//! What is wrong with a draft, in words a person can act on. Never blocks: it informs.

mod apology;
mod attachment;
mod cliche;
mod doubled_word;
mod employer_name;
mod excitement;
mod expectation;
mod form;
mod gift;
mod greeting_name;
mod length;
mod message;
mod names;
mod placeholder;
mod pressure;
mod sameness;
mod search;
mod similarity;
mod specific;
mod substance;
mod timing;
mod vocative;

use std::ops::Range;

use crate::domain::ordering::sort_by_number;
pub use expectation::{Expectation, Moment};
pub(super) use message::message;
pub(super) use similarity::Trigrams;
pub use similarity::similarity;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look.
    Hint,
    /// Most people would want to fix it.
    Warning,
    /// Sending it like this would embarrass.
    Stop,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable code; the text is `finding_<code>` in `_locales`, with `details` as its placeholders.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What the text mentions, in order: a word found, a name expected, a number.
    pub details: Vec<String>,
    /// Bytes of the body that it is about, where it is about a part.
    pub at: Option<Range<usize>>,
    /// What to put in place of which part of the body, when a repair is certain.
    pub fix: Option<Fix>,
}

/// A certain repair of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// First byte to replace.
    pub from: usize,
    /// First byte after.
    pub until: usize,
    /// New text.
    pub with: String,
}

impl Fix {
    fn new(at: &Range<usize>, with: &str) -> Self {
        Self {
            from: at.start,
            until: at.end,
            with: with.to_owned(),
        }
    }
}

/// Every code of a finding; `finding_<code>` and `why_<code>` in `_locales`.
pub const CODES: [&str; 33] = [
    "missing_specific",
    "specific_left_out",
    "placeholder",
    "wrong_name",
    "other_recipient",
    "missing_name",
    "half_name",
    "misspelt_name",
    "misspelt_employer",
    "other_employer",
    "too_long",
    "long",
    "too_short",
    "short",
    "many_paragraphs",
    "no_thanks",
    "no_interest",
    "no_selling_point",
    "same_as",
    "same_as_before",
    "doubled_word",
    "many_exclamations",
    "pressure",
    "gift",
    "cliche",
    "apology",
    "apology_spiral",
    "attachment",
    "second_note",
    "too_soon",
    "late",
    "no_subject",
    "no_signature",
];

impl Finding {
    fn new(code: &'static str, severity: Severity, details: &[&str]) -> Self {
        Self {
            code,
            severity,
            details: details.iter().map(|it| (*it).to_owned()).collect(),
            at: None,
            fix: None,
        }
    }
}

/// A note as the checks see it.
struct Text<'a> {
    subject: &'a str,
    body: &'a str,
    /// The body without greeting, closing and signature.
    message: &'a str,
}

impl Text<'_> {
    /// Number of words of the message.
    fn words(&self) -> usize {
        self.message
            .split_whitespace()
            .filter(|it| it.contains(char::is_alphanumeric))
            .count()
    }

    /// Bytes of the body for bytes of the message, which is a part of it.
    fn in_body(&self, at: &Range<usize>) -> Range<usize> {
        let offset = self.message.as_ptr() as usize - self.body.as_ptr() as usize;
        at.start + offset..at.end + offset
    }
}

type Check = fn(&Text<'_>, &Expectation<'_>) -> Option<Finding>;

const CHECKS: [Check; 19] = [
    specific::check,
    placeholder::check,
    greeting_name::check,
    vocative::check,
    employer_name::other,
    employer_name::misspelt,
    length::check,
    length::paragraphs,
    substance::thanks,
    substance::interest,
    substance::selling_point,
    doubled_word::check,
    pressure::check,
    gift::check,
    apology::check,
    cliche::check,
    excitement::check,
    attachment::check,
    form::subject,
];

/// Findings, most serious first; empty when the draft is fine.
#[must_use]
pub fn review(subject: &str, body: &str, expectation: &Expectation<'_>) -> Vec<Finding> {
    let text = Text {
        subject,
        body,
        message: message(body, expectation),
    };
    let mut findings: Vec<Finding> = CHECKS
        .iter()
        .filter_map(|check| check(&text, expectation))
        .collect();
    findings.extend(form::signature(&text, expectation));
    findings.extend(sameness::siblings(text.message, expectation));
    findings.extend(sameness::earlier(text.message, expectation));
    findings.extend(timing::check(expectation));
    sort_by_number(&mut findings, |it| -(it.severity as i64));
    findings
}

/// Number of words of the message itself: greeting, closing and signature do not count.
#[must_use]
pub fn message_words(body: &str, expectation: &Expectation<'_>) -> usize {
    let message = message(body, expectation);
    Text {
        subject: "",
        body,
        message,
    }
    .words()
}

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fine_note_has_no_findings() {
        let findings = review("Thank you", sample::FINE, &sample::expectation());
        assert_eq!(findings, []);
    }

    #[test]
    fn no_text_breaks_the_review() {
        let expectation = Expectation::default();
        for body in [
            "",
            "\n\n\n",
            "[",
            "<{[",
            "İİİ\u{301}\n,\n",
            "🎉",
            "a\r\nb",
            "!!",
        ] {
            for finding in review(body, body, &expectation) {
                if let Some(at) = finding.at {
                    assert!(body.get(at).is_some(), "{body:?}");
                }
            }
        }
    }
}
