//! Names in a draft: the right person greeted, the employer spelt right.

use super::{Expectation, Finding, Fix, Severity, is_greeting, similarity::distance};
use crate::domain::note::names::{first_name, plain_name};

/// Holds the greeting against the person thanked.
pub(super) fn greeting(body: &str, expectation: &Expectation<'_>) -> Option<Finding> {
    let start = body.len() - body.trim_start().len();
    let line = body.trim_start().lines().next().unwrap_or_default();
    let recipient = plain_name(expectation.recipient?);
    let parts: Vec<&str> = recipient
        .split_whitespace()
        .filter(|it| it.chars().count() > 1)
        .collect();
    if parts.is_empty() {
        return None;
    }
    let words = if is_greeting(line) {
        words(line)
    } else {
        Vec::new()
    };
    let is_named = |name: &str| words.iter().any(|(_, word)| same(word, name));
    if parts.iter().any(|it| is_named(it)) || line.contains(&recipient) {
        return None;
    }
    let other = expectation
        .other_names
        .iter()
        .filter_map(|it| first_name(it))
        .find(|it| is_named(it));
    let expected = first_name(&recipient).unwrap_or_else(|| recipient.clone());
    if let Some(other) = other {
        return Some(Finding::new(
            "wrong_name",
            Severity::Stop,
            &[&other, &expected],
        ));
    }
    // The first word is "Hi" or "Dear"; a name follows.
    let near = words.iter().skip(1).find_map(|(at, word)| {
        let part = parts.iter().find(|it| is_near(word, it))?;
        Some((start + at, *word, *part))
    });
    if let Some((from, word, part)) = near {
        let mut finding = Finding::new("misspelt_name", Severity::Warning, &[word, part]);
        finding.fix = Some(Fix {
            from,
            until: from + word.len(),
            with: part.to_owned(),
        });
        return Some(finding);
    }
    Some(Finding::new(
        "missing_name",
        Severity::Warning,
        &[&expected],
    ))
}

/// Looks for a misspelt employer, and for one that is not named at all.
pub(super) fn employer(
    subject: &str,
    body: &str,
    expectation: &Expectation<'_>,
) -> Option<Finding> {
    let employer = expectation.employer?.trim();
    let names: Vec<&str> = employer
        .split_whitespace()
        .filter(|it| it.chars().count() >= 5)
        .collect();
    let text = words(body);
    for name in &names {
        if let Some((from, word)) = text.iter().find(|(_, word)| is_near(word, name)) {
            let mut finding = Finding::new("misspelt_employer", Severity::Warning, &[word, name]);
            finding.fix = Some(Fix {
                from: *from,
                until: from + word.len(),
                with: (*name).to_owned(),
            });
            return Some(finding);
        }
    }
    let lower = format!("{subject}\n{body}").to_lowercase();
    let first = employer.split_whitespace().next().unwrap_or_default();
    let missing = !first.is_empty() && !lower.contains(&first.to_lowercase());
    missing.then(|| Finding::new("missing_employer", Severity::Hint, &[employer]))
}

/// Words with the byte at which each begins; an address or link is no word.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut from = None;
    for (at, it) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = it.is_alphanumeric() || matches!(it, '-' | '\'' | '’' | '@' | '.' | '/');
        match (inside, from) {
            (true, None) => from = Some(at),
            (false, Some(begin)) => {
                let word = text.get(begin..at).unwrap_or_default();
                let bare = word.trim_end_matches(['.', '-', '\'', '’', '/']);
                if !bare.is_empty() && !bare.contains(['@', '/', '.']) {
                    words.push((begin, possessed(bare)));
                }
                from = None;
            }
            _ => {}
        }
    }
    words
}

/// `Kettlefish’s` is Kettlefish.
fn possessed(word: &str) -> &str {
    word.strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word)
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// One slip, or two in a long word; never a different common word of the same length by chance:
/// the first letters agree, or all but one.
fn is_near(word: &str, name: &str) -> bool {
    let (word, name) = (word.to_lowercase(), name.to_lowercase());
    let length = name.chars().count();
    if word == name || length < 4 {
        return false;
    }
    // A plural or a longer word of the language is no slip.
    if word.starts_with(&name) || name.starts_with(&word) {
        return false;
    }
    let allowed = if length >= 9 { 2 } else { 1 };
    distance(&word, &name) <= allowed && word.chars().next() == name.chars().next()
}
