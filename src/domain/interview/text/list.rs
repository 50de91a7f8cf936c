//! A list of folded words that is asked again and again.

use std::sync::OnceLock;

use super::{fold::fold, lexicon::hash::number};
use crate::domain::ordering::sort_by;

/// Words between bars, sorted when it is first asked.
#[derive(Debug)]
pub(crate) struct List {
    written: &'static str,
    sorted: OnceLock<Sorted>,
}

#[derive(Debug)]
struct Sorted {
    words: Vec<&'static str>,
    /// A bit for the number of each: no bit, no word.
    bits: [u32; 32],
}

impl Sorted {
    fn of(written: &'static str) -> Self {
        let mut words: Vec<&str> = written.split('|').collect();
        sort_by(&mut words, |one, other| one.cmp(other));
        let mut bits = [0; 32];
        for word in &words {
            let (cell, bit) = place(word);
            if let Some(it) = bits.get_mut(cell) {
                *it |= bit;
            }
        }
        Self { words, bits }
    }
}

/// Where the bit of a word stands.
fn place(word: &str) -> (usize, u32) {
    let number = number(word.as_bytes());
    let number = number ^ number >> 16;
    ((number >> 5 & 31) as usize, 1 << (number & 31))
}

impl List {
    /// The list of `written`, which has a bar between any two words.
    #[must_use]
    pub(crate) const fn new(written: &'static str) -> Self {
        Self {
            written,
            sorted: OnceLock::new(),
        }
    }

    /// Whether `word`, which is folded, is one of them.
    #[must_use]
    pub(crate) fn has(&self, word: &str) -> bool {
        let sorted = self.sorted.get_or_init(|| Sorted::of(self.written));
        let (cell, bit) = place(word);
        sorted.bits.get(cell).is_some_and(|it| it & bit != 0)
            && sorted.words.binary_search(&word).is_ok()
    }

    /// Whether the folded form of `word` is one of them; a short word in ASCII, as most are, is
    /// folded without memory of its own.
    #[must_use]
    pub(crate) fn has_folded(&self, word: &str) -> bool {
        let mut memory = [0; 24];
        let place = memory.get_mut(..word.len()).filter(|_| word.is_ascii());
        if let Some(place) = place {
            place.copy_from_slice(word.as_bytes());
            place.make_ascii_lowercase();
            return std::str::from_utf8(place).is_ok_and(|it| self.has(it));
        }
        self.has(&fold(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_they_are_and_folded() {
        static WORDS: List = List::new("van|doña|señor|anstaltsgeistlichen-vertretung|dona");
        for word in ["Van", "DOÑA", "dona", "Anstaltsgeistlichen-Vertretung"] {
            assert!(WORDS.has_folded(word), "{word}");
        }
        for word in ["", "va", "vans", "an"] {
            assert!(!WORDS.has_folded(word) && !WORDS.has(word), "{word}");
        }
        assert!(WORDS.has("van") && !WORDS.has("Van"));
    }
}
