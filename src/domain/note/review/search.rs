//! Finding words in a text as people type it, in any case.

use std::ops::Range;

use crate::domain::note::language::{Address, Language};
use crate::domain::note::phrases::{self, section};

/// Bytes of the first place where a phrase in small letters stands in the text with no letter or
/// digit beside it.
pub(super) fn find(text: &str, phrase: &str) -> Option<Range<usize>> {
    let first = phrase.chars().next()?;
    let mut before = None;
    for (at, it) in text.char_indices() {
        let begins = before.is_none_or(|it: char| !it.is_alphanumeric());
        before = Some(it);
        if !begins || !small(it).eq(std::iter::once(first)) {
            continue;
        }
        if let Some(length) = match_length(text.get(at..).unwrap_or_default(), phrase) {
            let until = at + length;
            let after = text.get(until..).and_then(|it| it.chars().next());
            if after.is_none_or(|it| !it.is_alphanumeric()) {
                return Some(at..until);
            }
        }
    }
    None
}

/// Bytes of the text that the phrase covers when the text begins with it.
fn match_length(text: &str, phrase: &str) -> Option<usize> {
    let mut wanted = phrase.chars();
    for (at, it) in text.char_indices() {
        let Some(next) = wanted.next() else {
            return Some(at);
        };
        if !small(it).eq(std::iter::once(next)) {
            return None;
        }
    }
    wanted.next().is_none().then_some(text.len())
}

fn small(it: char) -> impl Iterator<Item = char> {
    // A line break between the words of a phrase is a blank.
    let it = if it == '\n' { ' ' } else { it };
    it.to_lowercase()
}

/// The first place of any phrase of a section, in the order of the section.
pub(super) fn find_any(text: &str, language: Language, section: &str) -> Option<Range<usize>> {
    all(language, section).find_map(|phrase| find(text, phrase))
}

/// Whether any language has a phrase of the section in the text.
pub(super) fn says(text: &str, section: &str) -> bool {
    Language::ALL
        .into_iter()
        .any(|language| find_any(text, language, section).is_some())
}

/// How often the phrases of a section stand in the text, and the first place.
pub(super) fn count(
    text: &str,
    language: Language,
    section: &str,
) -> (usize, Option<Range<usize>>) {
    let mut count = 0;
    let mut first: Option<Range<usize>> = None;
    for phrase in all(language, section) {
        let mut from = 0;
        while let Some(place) = text.get(from..).and_then(|rest| find(rest, phrase)) {
            let place = from + place.start..from + place.end;
            from = place.end;
            count += 1;
            if first.as_ref().is_none_or(|it| place.start < it.start) {
                first = Some(place);
            }
        }
    }
    (count, first)
}

/// Whether a word may stand twice in a row.
pub(super) fn may_stand_twice(word: &str, language: Language) -> bool {
    let word = word.to_lowercase();
    phrases::of(language)
        .words(section::MAY_STAND_TWICE)
        .any(|it| it == word)
}

/// In both forms of address: whoever edits a draft may mix them.
fn all(language: Language, section: &str) -> impl Iterator<Item = &'static str> {
    let [polite, familiar] = Address::ALL.map(|it| {
        let line = phrases::addressed(language, it).one(section);
        line.split(" | ").filter(|it| !it.is_empty())
    });
    let known: Vec<&str> = polite.clone().collect();
    polite.chain(familiar.filter(move |it| !known.contains(it)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_in_any_case_between_other_words() {
        assert_eq!(find("Reply ASAP, please", "asap"), Some(6..10));
        assert_eq!(
            find("as soon\nas possible", "as soon as possible"),
            Some(0..19)
        );
        assert_eq!(find("Entschuldigung", "entschuldigung"), Some(0..14));
        assert_eq!(find("İ asap", "asap"), Some(3..7));
        assert_eq!(find("x", ""), None);
    }

    #[test]
    fn a_part_of_a_word_is_not_found() {
        assert_eq!(find("asapo", "asap"), None);
        assert_eq!(find("xasap", "asap"), None);
        assert_eq!(find("as soon", "as soon as possible"), None);
    }

    #[test]
    fn every_place_counts() {
        let (count, first) = count("So sorry. Sorry!", Language::English, section::APOLOGY);
        assert_eq!((count, first), (2, Some(3..8)));
    }
}
