//! What is wrong with a draft, in words a person can act on. Never blocks: it informs.

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
    /// What to put in place of which part of the body, as byte offsets, when a fix is certain.
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
}

/// Findings, most serious first; empty when the draft is fine.
#[must_use]
pub fn review(_subject: &str, _body: &str, _expectation: &Expectation<'_>) -> Vec<Finding> {
    Vec::new()
}

/// Number of words of the message itself: greeting, closing and signature do not count.
#[must_use]
pub fn message_words(_body: &str, _expectation: &Expectation<'_>) -> usize {
    0
}
