//! What is wrong with a draft, in words a person can act on. Never blocks: it informs.

mod names;
mod similarity;
mod wording;

use crate::domain::ordering::sort_by_number;
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

/// What a draft is held against.
#[derive(Clone, Debug)]
pub struct Expectation<'a> {
    /// Full name of the person thanked.
    pub recipient: Option<&'a str>,
    /// Employer.
    pub employer: Option<&'a str>,
    /// What was talked about, as the user typed it.
    pub specific: &'a str,
    /// The user's name.
    pub sender: &'a str,
    /// Lines under the closing.
    pub signature: &'a str,
    /// Names of the others met, so that a wrong one is noticed.
    pub other_names: &'a [String],
    /// Bodies of the other notes of this interview, with the name of the person each is for.
    pub other_notes: &'a [(String, String)],
    /// The user has changed the text: it may hold specifics that were never typed as such.
    pub edited: bool,
}

/// Every code of a finding.
pub const CODES: [&str; 19] = [
    "missing_specific",
    "specific_left_out",
    "placeholder",
    "wrong_name",
    "missing_name",
    "misspelt_name",
    "misspelt_employer",
    "missing_employer",
    "too_long",
    "long",
    "too_short",
    "short",
    "same_as",
    "doubled_word",
    "many_exclamations",
    "pressure",
    "apology",
    "no_subject",
    "no_signature",
];

impl Finding {
    fn new(code: &'static str, severity: Severity, details: &[&str]) -> Self {
        Self {
            code,
            severity,
            details: details.iter().map(|it| (*it).to_owned()).collect(),
            fix: None,
        }
    }
}

/// "Target 80-150 words; warn below 40 and above 200."
const TOO_SHORT: usize = 40;
const SHORT: usize = 55;
const LONG: usize = 150;
const TOO_LONG: usize = 200;
/// Similarity from which two notes read alike, and from which one is a copy.
const ALIKE: f64 = 0.35;
const COPY: f64 = 0.6;

/// Findings, most serious first; empty when the draft is fine.
#[must_use]
pub fn review(subject: &str, body: &str, expectation: &Expectation<'_>) -> Vec<Finding> {
    let message = message(body, expectation);
    let mut findings = Vec::new();
    findings.extend(specific(&message, expectation));
    findings.extend(wording::placeholder(subject, body));
    findings.extend(names::greeting(body, expectation));
    findings.extend(names::employer(subject, body, expectation));
    findings.extend(length(message_words(body, expectation)));
    findings.extend(sameness(&message, expectation));
    findings.extend(wording::slips(body));
    findings.extend(wording::tone(&message));
    if subject.trim().is_empty() {
        findings.push(Finding::new("no_subject", Severity::Warning, &[]));
    }
    let sender = expectation.sender.trim();
    let first = sender.split_whitespace().next().unwrap_or_default();
    if !sender.is_empty() && !body.contains(first) {
        findings.push(Finding::new("no_signature", Severity::Warning, &[sender]));
    }
    sort_by_number(&mut findings, |it| -(it.severity as i64));
    findings
}

/// Number of words of the message itself: greeting, closing and signature do not count.
#[must_use]
pub fn message_words(body: &str, expectation: &Expectation<'_>) -> usize {
    message(body, expectation)
        .split_whitespace()
        .filter(|it| it.contains(char::is_alphanumeric))
        .count()
}

/// The body without greeting, closing and signature.
fn message(body: &str, expectation: &Expectation<'_>) -> String {
    let mut lines: Vec<&str> = body.trim().lines().map(str::trim).collect();
    if lines.first().is_some_and(|it| is_greeting(it)) {
        lines.remove(0);
    }
    let signature: Vec<&str> = expectation
        .signature
        .lines()
        .chain([expectation.sender])
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    while let Some(last) = lines.last() {
        let closing = last.ends_with(',') && last.split_whitespace().count() <= 4;
        if last.is_empty() || signature.contains(last) || closing {
            lines.pop();
        } else {
            break;
        }
    }
    lines.join("\n").trim().to_owned()
}

/// A short first line that ends in a comma, an exclamation mark or a colon, or with nothing.
fn is_greeting(line: &str) -> bool {
    let words = line.split_whitespace().count();
    words <= 5 && !line.ends_with('.') && !line.is_empty()
}

fn specific(message: &str, expectation: &Expectation<'_>) -> Option<Finding> {
    let words = content_words(expectation.specific);
    if words.is_empty() {
        let severity = if expectation.edited {
            Severity::Hint
        } else {
            Severity::Stop
        };
        return Some(Finding::new("missing_specific", severity, &[]));
    }
    let found = content_words(message);
    let kept = words.iter().any(|it| found.contains(it));
    (!kept).then(|| Finding::new("specific_left_out", Severity::Warning, &[]))
}

/// Words that carry meaning: those of more than three letters, or all where there are none.
fn content_words(text: &str) -> Vec<String> {
    let all: Vec<String> = text
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect();
    let long: Vec<String> = all
        .iter()
        .filter(|it| it.chars().count() > 3)
        .cloned()
        .collect();
    if long.is_empty() { all } else { long }
}

fn length(words: usize) -> Option<Finding> {
    let (code, severity) = match words {
        0..TOO_SHORT => ("too_short", Severity::Warning),
        TOO_SHORT..SHORT => ("short", Severity::Hint),
        SHORT..=LONG => return None,
        _ if words <= TOO_LONG => ("long", Severity::Hint),
        _ => ("too_long", Severity::Warning),
    };
    Some(Finding::new(code, severity, &[&words.to_string()]))
}

fn sameness(mine: &str, expectation: &Expectation<'_>) -> Option<Finding> {
    expectation
        .other_notes
        .iter()
        .map(|(name, other)| (name, similarity(mine, &message(other, expectation))))
        .filter(|(_, alike)| *alike >= ALIKE)
        .max_by(|one, other| one.1.total_cmp(&other.1))
        .map(|(name, alike)| {
            let severity = if alike >= COPY {
                Severity::Stop
            } else {
                Severity::Warning
            };
            Finding::new("same_as", severity, &[name])
        })
}

#[cfg(test)]
mod tests;
