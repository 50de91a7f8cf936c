//! Finding words in a text as people type it, in any case.

use std::{collections::HashSet, ops::Range, sync::OnceLock};

use super::{Expectation, Finding, Severity, Text};
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
        if !begins || !small(it).eq(std::iter::once(plain(first))) {
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
        if !small(it).eq(std::iter::once(plain(next))) {
            return None;
        }
    }
    wanted.next().is_none().then_some(text.len())
}

fn small(it: char) -> impl Iterator<Item = char> {
    plain(it).to_lowercase()
}

/// A line break between the words of a phrase is a blank, and both apostrophes are one.
const fn plain(it: char) -> char {
    match it {
        '\n' => ' ',
        '’' => '\'',
        it => it,
    }
}

/// Every place of a phrase, as [`find`] finds them.
pub(super) fn places<'t>(text: &'t str, phrase: &'t str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let place = find(text.get(from..)?, phrase)?;
        let place = from + place.start..from + place.end;
        from = place.end;
        Some(place)
    })
}

/// The first place of any phrase of a section, in the order of the section.
pub(super) fn find_any(text: &str, language: Language, section: &str) -> Option<Range<usize>> {
    all(language, section).find_map(|phrase| find(text, phrase))
}

/// A finding where a phrase of the section stands that is not the user's or the invitation's own:
/// what was talked about may be flowers, and the role that of a gift card manager.
pub(super) fn said(
    text: &Text<'_>,
    expectation: &Expectation<'_>,
    section: &str,
    code: &'static str,
    severity: Severity,
) -> Option<Finding> {
    said_where(text, expectation, section, code, severity, &|_| true)
}

/// The same, at places that count alone.
pub(super) fn said_where(
    text: &Text<'_>,
    expectation: &Expectation<'_>,
    section: &str,
    code: &'static str,
    severity: Severity,
    counts: &dyn Fn(&Range<usize>) -> bool,
) -> Option<Finding> {
    all(expectation.language, section)
        .flat_map(|phrase| places(text.message, phrase))
        .find(|place| {
            let words = text.message.get(place.clone()).unwrap_or_default();
            counts(place) && !expectation.says(words)
        })
        .map(|place| found(text, &place, code, severity))
}

/// A finding about some words of the message.
pub(super) fn found(
    text: &Text<'_>,
    place: &Range<usize>,
    code: &'static str,
    severity: Severity,
) -> Finding {
    let words = text.message.get(place.clone()).unwrap_or_default();
    let mut finding = Finding::new(code, severity, &[words]);
    finding.at = Some(text.in_body(place));
    finding
}

/// Whether a sentence begins at a byte of the text, so that a capital there says nothing.
pub(super) fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let before = before.trim_end_matches([' ', '"', '“', '„', '«', '¿', '¡', '(']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '…', '\n'])
}

/// The sentence around a place of the text.
pub(super) fn sentence_around<'t>(text: &'t str, place: &Range<usize>) -> &'t str {
    const ENDS: [char; 4] = ['.', '!', '?', '\n'];
    let before = text.get(..place.start).unwrap_or_default();
    let after = text.get(place.end..).unwrap_or_default();
    let from = before.rfind(ENDS).map_or(0, |it| it + 1);
    let until = after.find(ENDS).map_or(text.len(), |it| place.end + it);
    text.get(from..until).unwrap_or_default()
}

/// Whether a word is one of the language: of our own sentences, or of those that state no fact.
pub(super) fn is_common(word: &str, language: Language) -> bool {
    static WORDS: [OnceLock<HashSet<String>>; Language::ALL.len()] =
        [const { OnceLock::new() }; Language::ALL.len()];
    let mut all = Language::ALL.into_iter().zip(&WORDS);
    let found = all.find(|(it, _)| *it == language);
    found.is_some_and(|(_, words)| {
        let words = words.get_or_init(|| common_words(language));
        words.contains(&word.to_lowercase())
    })
}

fn common_words(language: Language) -> HashSet<String> {
    let mut words = HashSet::new();
    for address in Address::ALL {
        let phrases = phrases::addressed(language, address);
        let lists = COMMON.iter().flat_map(|it| phrases.list(it)).copied();
        let sentences = phrases.all_sentences().map(|(line, _)| line);
        for line in sentences.chain(lists) {
            let parts = line.split(|it: char| !it.is_alphanumeric());
            words.extend(parts.filter(|it| !it.is_empty()).map(str::to_lowercase));
        }
    }
    words
}

/// What notes are made of beside their sentences, and words that state no fact.
const COMMON: [&str; 12] = [
    section::NEUTRAL,
    section::NUMBERS,
    section::DATES,
    section::MEETINGS,
    section::VALUES,
    section::SUBJECTS,
    section::FORWARD_THANKS,
    section::FORWARD_SPECIFICS,
    section::FORWARD_END,
    section::CLOSINGS_WARM,
    section::CLOSINGS_FORMAL,
    section::CLOSINGS_PLAIN,
];

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
        for place in places(text, phrase) {
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
        assert_eq!(find("you’re", "you're"), Some(0..8));
        assert_eq!(find("you're", "you’re"), Some(0..6));
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

    #[test]
    fn a_sentence_ends_and_another_begins() {
        let text = "One. “Two three, four” and\nfive";
        let at = |word: &str| text.find(word).unwrap();
        for (word, begins) in [
            ("One", true),
            ("Two", true),
            ("three", false),
            ("five", true),
        ] {
            assert_eq!(begins_sentence(text, at(word)), begins, "{word}");
        }
        let around = sentence_around(text, &(at("three")..at("four")));
        assert_eq!(around.trim(), "“Two three, four” and");
    }

    #[test]
    fn words_of_our_own_sentences_are_of_the_language() {
        for (language, word) in [
            (Language::English, "There"),
            (Language::English, "Three"),
            (Language::German, "Kollegen"),
            (Language::French, "Merci"),
            (Language::Spanish, "equipo"),
        ] {
            assert!(is_common(word, language), "{word}");
        }
        for word in ["Kettlefish", "Thre", "Plumtree"] {
            assert!(!is_common(word, Language::English), "{word}");
        }
    }
}
