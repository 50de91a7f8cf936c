//! Slips of the pen and of the tone.

use super::{Finding, Fix, Severity};

/// Texts that stand for something that was never filled in.
const PLACEHOLDERS: [&str; 8] = [
    "xxx",
    "todo",
    "tbd",
    "___",
    "lorem ipsum",
    "insert name",
    "company name",
    "your name",
];
/// Asking for an answer by a date: "pressure", say those who read such notes.
const PRESSURE: [&str; 7] = [
    "within the next week",
    "by the end of the week",
    "as soon as possible",
    "asap",
    "urgently",
    "i expect to hear",
    "at your earliest convenience",
];
/// A late note is better without.
const APOLOGY: [&str; 6] = [
    "sorry for the late",
    "sorry for not",
    "apologize for the delay",
    "apologies for the delay",
    "sorry for the delay",
    "sorry it took",
];
/// Words that may stand twice.
const DOUBLE: [&str; 4] = ["had", "that", "very", "really"];

/// A template's hole: `[Name]`, `{{role}}`, `<company>`, `XXX`.
pub(super) fn placeholder(subject: &str, body: &str) -> Option<Finding> {
    let text = format!("{subject}\n{body}");
    let bracketed = [("[", "]"), ("{", "}"), ("<", ">")]
        .iter()
        .find_map(|(open, close)| {
            let (_, rest) = text.split_once(open)?;
            let (inside, _) = rest.split_once(close)?;
            let hole = inside.chars().count() <= 30
                && !inside.contains(['@', '\n'])
                && inside.starts_with(|it: char| it.is_alphabetic() || it == '{');
            hole.then(|| format!("{open}{inside}{close}"))
        });
    let lower = text.to_lowercase();
    let word = || {
        PLACEHOLDERS
            .iter()
            .find(|it| holds_word(&lower, it))
            .map(|it| (*it).to_owned())
    };
    bracketed
        .or_else(word)
        .map(|it| Finding::new("placeholder", Severity::Stop, &[&it]))
}

/// A word that stands twice in a row.
pub(super) fn slips(body: &str) -> Option<Finding> {
    let mut last: Option<(usize, &str)> = None;
    for word in body.split_whitespace() {
        // The distance in memory of a part from its whole is its byte offset.
        let at = word.as_ptr() as usize - body.as_ptr() as usize;
        if let Some((before, previous)) = last {
            let letters = word.chars().all(char::is_alphabetic);
            let twice = letters && previous.to_lowercase() == word.to_lowercase();
            if twice && !DOUBLE.contains(&word.to_lowercase().as_str()) {
                let mut finding = Finding::new("doubled_word", Severity::Warning, &[word]);
                finding.fix = Some(Fix {
                    from: before,
                    until: at + word.len(),
                    with: previous.to_owned(),
                });
                return Some(finding);
            }
        }
        last = Some((at, word));
    }
    None
}

/// Pressure, apologies, and more excitement than a business letter bears.
pub(super) fn tone(message: &str) -> Vec<Finding> {
    let lower = message.to_lowercase();
    let mut findings = Vec::new();
    for (code, phrases) in [("pressure", &PRESSURE[..]), ("apology", &APOLOGY[..])] {
        if let Some(phrase) = phrases.iter().find(|it| holds_word(&lower, it)) {
            findings.push(Finding::new(code, Severity::Hint, &[phrase]));
        }
    }
    let excited = message.matches('!').count();
    let emoji = message
        .chars()
        .filter(|it| matches!(it, '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}'))
        .count();
    if excited > 1 || emoji > 0 {
        findings.push(Finding::new("many_exclamations", Severity::Hint, &[]));
    }
    findings
}

/// Whether a phrase stands in a text with no letter beside it.
fn holds_word(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        let after = text
            .get(at + phrase.len()..)
            .and_then(|it| it.chars().next());
        let letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
        !letter(before) && !letter(after)
    })
}
