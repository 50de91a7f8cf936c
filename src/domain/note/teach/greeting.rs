//! A form of greeting: what is left of a first line without the name, and the line that it makes for
//! somebody else.
//!
//! Refuses what fits one person alone: other titles than those for men and women, and inflected words
//! where the name does not tell whom they fit.

use crate::domain::note::{
    language::Language,
    names::{self, Gender, Name, gender, plain_name},
};

/// The name to greet somebody by.
pub(super) const FIRST: &str = "{first}";
/// The whole name.
pub(super) const FULL: &str = "{full}";
/// The family name; only after a word that says whom it fits.
pub(super) const LAST: &str = "{last}";
/// What can stand for the name.
pub(super) const SLOTS: [&str; 3] = [FIRST, FULL, LAST];

/// Words before a name, at most: the review takes a longer line for a sentence.
const WORDS: usize = 4;

/// The line for a person; `None` where the name does not have what the form needs.
pub(super) fn filled(form: &str, fits: Option<Gender>, recipient: Option<&str>) -> Option<String> {
    let full = recipient?;
    if fits.is_some() && gender(full) != fits {
        return None;
    }
    let (slot, name) = named(full)
        .into_iter()
        .find(|(slot, _)| form.contains(slot))?;
    Some(form.replacen(slot, &name, 1))
}

/// The line by what the user calls somebody.
pub(super) fn by(form: &str, call: &str) -> String {
    let slot = SLOTS.into_iter().find(|it| form.contains(it));
    slot.map_or_else(|| form.to_owned(), |slot| form.replacen(slot, call, 1))
}

/// What a person can be named by, the longest first.
fn named(full: &str) -> Vec<(&'static str, String)> {
    let name = Name::of(full);
    let (whole, family) = (name.whole(), name.family());
    let one_word = !whole.contains(char::is_whitespace);
    // `Frau Shah`, `Herr von Bülow` tell a family name alone.
    if name.gender.is_some() && family.as_ref() == Some(&whole) {
        return vec![(LAST, whole)];
    }
    let mut named: Vec<_> = family.into_iter().map(|it| (LAST, it)).collect();
    if let Some(first) = name.given() {
        named.insert(0, (FIRST, first.to_owned()));
    }
    if !whole.is_empty() && !name.is_function() {
        let at = if one_word { named.len() } else { 0 };
        named.insert(at, (FULL, whole));
    }
    named
}

/// The form of a first line to a person, and whom it fits; `None` where it is none, or fits this
/// person alone. `strangers` are names that must not stand in it.
pub(super) fn form(
    line: &str,
    recipient: &str,
    strangers: &[&str],
    language: Language,
) -> Option<(String, Option<Gender>)> {
    let (slot, before, after) = named(recipient).into_iter().find_map(|(slot, name)| {
        let (before, after) = line.split_once(name.as_str())?;
        let apart = |it: Option<char>| it.is_none_or(|it| !it.is_alphanumeric());
        let whole = apart(before.chars().next_back()) && apart(after.chars().next());
        whole.then(|| (slot, before.to_owned(), after.to_owned()))
    })?;
    // A full stop makes it a sentence; letters after the name speak of somebody else or begin the
    // message.
    let ends = |it: char| {
        matches!(
            it,
            ',' | ':' | '!' | '–' | '—' | '-' | '，' | '、' | '：' | '！' | ' '
        )
    };
    if after.chars().count() > 2 || !after.chars().all(ends) {
        return None;
    }
    let plain =
        |it: char| it.is_alphabetic() || matches!(it, ' ' | ',' | '\'' | '’' | '-' | '.' | '¡');
    if !before.chars().all(plain) {
        return None;
    }
    let words = before
        .split(|it: char| !it.is_alphabetic())
        .filter(|it| !it.is_empty());
    let words: Vec<&str> = words.collect();
    let own = plain_name(recipient);
    let in_name = |word: &str| {
        let names = strangers.iter().copied().chain([own.as_str()]);
        names.flat_map(str::split_whitespace).any(|it| {
            let part = it.trim_matches(|it: char| !it.is_alphabetic());
            part.to_lowercase() == word.to_lowercase()
        })
    };
    if words.len() > WORDS || words.iter().any(|it| in_name(it)) {
        return None;
    }
    let titled = words.iter().find_map(|it| gender(it));
    if titled.is_none() && words.iter().any(|it| names::is_title(it)) {
        return None;
    }
    let fits = gender(recipient);
    let inflected = titled.is_some() || words.iter().any(|it| is_inflected(it, language));
    let known = match titled {
        Some(titled) => fits == Some(titled),
        None => fits.is_some(),
    };
    // A family name alone is polite only after "Ms." and the like.
    if (inflected && !known) || (slot == LAST && titled.is_none()) {
        return None;
    }
    Some((format!("{before}{slot}{after}"), fits.filter(|_| inflected)))
}

/// Whether a word before a name may be different for a man and for a woman.
fn is_inflected(word: &str, language: Language) -> bool {
    let word = word.to_lowercase();
    let ends = |all: &[&str]| all.iter().any(|it| word.ends_with(it));
    match language {
        Language::English => ["sir", "madam", "ma", "lady"].contains(&word.as_str()),
        // Adjectives: `Liebe`, `Lieber`, `Sehr geehrte`.
        Language::German => ends(&["e", "er", "herrn"]),
        Language::French => {
            ["cher", "chère", "chere", "mademoiselle"].contains(&word.as_str())
                || ends(&["é", "ée"])
        }
        // Participles: `Estimada`, `Querido`.
        Language::Spanish => {
            ends(&["ado", "ada", "ido", "ida"])
                || ["señorita", "srta", "don", "doña", "dña"].contains(&word.as_str())
        }
    }
}
