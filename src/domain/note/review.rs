//! What is wrong with a draft, in words a person can act on. Never blocks: it informs.

mod employer_name;
mod form;
mod greeting_name;
mod length;
mod names;
mod placeholder;
mod sameness;
mod search;
mod similarity;
mod specific;
mod substance;
mod timing;
mod tone;

use std::ops::Range;

use jiff::Timestamp;

use super::{
    language::Language,
    phrases, relay,
    teach::{self, Lesson},
};
use crate::domain::ordering::sort_by_number;
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

/// When a note would be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// End of the interview.
    pub end: Timestamp,
    /// Now.
    pub now: Timestamp,
    /// The person was already thanked for this interview.
    pub thanked_before: bool,
}

/// What a draft is held against.
#[derive(Clone, Debug, Default)]
pub struct Expectation<'a> {
    /// What it is written in.
    pub language: Language,
    /// Full name of the person thanked.
    pub recipient: Option<&'a str>,
    /// What the user calls them, where it is not the first name.
    pub call: Option<&'a str>,
    /// The person only arranged the interview.
    pub to_coordinator: bool,
    /// There is nothing to offer oneself for: after a rejection, or a talk about advice.
    pub no_offer: bool,
    /// Employer.
    pub employer: Option<&'a str>,
    /// What was talked about, as the user typed it.
    pub specific: &'a str,
    /// The user's selling points.
    pub selling_points: &'a [String],
    /// The user's name.
    pub sender: &'a str,
    /// Lines under the closing.
    pub signature: &'a str,
    /// What the user's edits have taught.
    pub learned: &'a [Lesson],
    /// Names of the others met, so that a wrong one is noticed.
    pub other_names: &'a [String],
    /// Bodies of the other notes of this interview, with the name of the person each is for.
    pub other_notes: &'a [(String, String)],
    /// Names of the people of other interviews.
    pub names_elsewhere: &'a [String],
    /// Employers of other interviews.
    pub other_employers: &'a [String],
    /// Bodies of earlier notes to the same person, for other interviews.
    pub earlier_notes: &'a [String],
    /// When it would be sent; `None` leaves the clock out.
    pub moment: Option<Moment>,
    /// The user has changed the text: it may hold specifics that were never typed as such.
    pub edited: bool,
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

const CHECKS: [Check; 18] = [
    specific::check,
    placeholder::check,
    greeting_name::check,
    employer_name::other,
    employer_name::misspelt,
    length::check,
    length::paragraphs,
    substance::thanks,
    substance::interest,
    substance::selling_point,
    tone::doubled_word,
    tone::pressure,
    tone::gift,
    tone::apology,
    tone::cliche,
    tone::excitement,
    tone::attachment,
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

/// The part of the body without greeting, closing and signature.
pub(super) fn message<'a>(body: &'a str, expectation: &Expectation<'_>) -> &'a str {
    let mut rest = body.trim();
    // What is forwarded stands below a rule: that is what people read.
    if expectation.to_coordinator
        && let Some((_, below)) = rest.split_once(relay::RULE)
    {
        rest = below.trim_start();
        // It greets as many as there are.
        if let Some((first, after)) = rest.split_once('\n')
            && first.trim_end().ends_with([',', ':'])
        {
            rest = after.trim_start();
        }
    }
    if let Some((first, after)) = rest.split_once('\n')
        && is_greeting(first.trim())
    {
        rest = after.trim_start();
    }
    let signature: Vec<&str> = expectation
        .signature
        .lines()
        .chain([expectation.sender])
        .chain(expectation.sender.split_whitespace().next())
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    while let Some((before, last)) = rest.rsplit_once('\n') {
        let last = last.trim();
        let short = last.ends_with(',') && last.split_whitespace().count() <= 4;
        let closing = phrases::is_closing(last) || teach::is_sign_off(last, expectation.learned);
        if last.is_empty() || signature.contains(&last) || short || closing {
            rest = before.trim_end();
        } else {
            break;
        }
    }
    rest
}

/// A short first line that ends in a comma, an exclamation mark or a colon, or with nothing.
fn is_greeting(line: &str) -> bool {
    let words = line.split_whitespace().count();
    // "Sehr geehrte Frau Dr. van der Berg,"
    let most = if line.ends_with([',', ':']) { 8 } else { 6 };
    words <= most && !line.ends_with('.') && !line.is_empty()
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
    fn the_message_is_what_stands_between_greeting_and_closing() {
        let expectation = sample::expectation();
        for (body, expected) in [
            ("Hi Priya,\n\nThanks.\n\nBest,\nJordan Reyes", "Thanks."),
            (
                "Guten Tag Priya Shah,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nJordan Reyes",
                "vielen Dank.",
            ),
            ("Thanks.", "Thanks."),
            ("", ""),
            ("Hi Priya,\n\nJordan Reyes\n+1 555 0100", ""),
        ] {
            let found = message(body, &expectation);
            assert!(found == expected || expected.is_empty(), "{body}: {found}");
        }
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
