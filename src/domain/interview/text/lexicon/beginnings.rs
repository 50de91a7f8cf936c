//! Tells in a few steps that no phrase begins with a word and the one after it.

use super::{
    Pattern,
    sieve::{Keys, Sieve},
};

/// Phrases by their first two words.
#[derive(Debug, Default)]
pub(in crate::domain::interview::text) struct Beginnings {
    /// Phrases of one word.
    single: Sieve,
    /// First words of longer ones, and both their first words.
    first: Sieve,
    pair: Sieve,
}

impl Beginnings {
    /// Lets a phrase through.
    pub(super) fn add(&mut self, phrase: &[Pattern]) {
        match phrase {
            [] => {}
            [one] => self.single.add(one.key()),
            [one, next, ..] => {
                self.first.add(one.key());
                self.pair.add(pair(one.key(), next.key()));
            }
        }
    }

    /// Whether a word may be a phrase; never wrong when it says no.
    pub(in crate::domain::interview::text) fn may_be(&self, word: Keys) -> bool {
        self.single.holds_any(word)
    }

    /// Whether a longer phrase may begin with a word; never wrong when it says no.
    pub(in crate::domain::interview::text) fn may_begin(&self, word: Keys) -> bool {
        self.first.holds_any(word)
    }

    /// Whether a phrase may begin with `word` and `next`; never wrong when it says no.
    pub(in crate::domain::interview::text) fn may_begin_with(
        &self,
        word: Keys,
        next: Keys,
    ) -> bool {
        self.pairs(word, next).next().is_some()
    }

    /// The numbers that a phrase of this one word may have.
    pub(super) fn singles(&self, word: Keys) -> impl Iterator<Item = u32> {
        word.each().filter(|it| self.single.holds(*it))
    }

    /// The numbers that a phrase with these first words may have.
    pub(super) fn pairs(&self, word: Keys, next: Keys) -> impl Iterator<Item = u32> {
        let ones = word.each().filter(|it| self.first.holds(*it));
        let pairs = ones.flat_map(move |one| next.each().map(move |next| pair(one, next)));
        pairs.filter(|it| self.pair.holds(*it))
    }
}

/// The number under which a phrase is found: that of its first two words.
pub(super) fn number_of(phrase: &[Pattern]) -> Option<u32> {
    match phrase {
        [] => None,
        [one] => Some(one.key()),
        [one, next, ..] => Some(pair(one.key(), next.key())),
    }
}

fn pair(one: u32, next: u32) -> u32 {
    (one.rotate_left(7) ^ next).wrapping_mul(0x9E37_79B1)
}
