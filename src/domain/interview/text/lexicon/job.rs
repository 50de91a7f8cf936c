//! Tells in a few steps that no phrase about a job begins with a word and the one after it.

use super::{
    Pattern,
    sieve::{Keys, Sieve},
};

/// The phrases that a first look at a description is for, by their first two words.
#[derive(Debug, Default)]
pub(in crate::domain::interview::text) struct JobSieve {
    /// Phrases of one word.
    single: Sieve,
    /// First words of longer ones, and both their first words.
    first: Sieve,
    pair: Sieve,
}

impl JobSieve {
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
        let ones = word.each().filter(|it| self.first.holds(*it));
        let mut pairs = ones.flat_map(|one| next.each().map(move |next| pair(one, next)));
        pairs.any(|it| self.pair.holds(it))
    }
}

fn pair(one: u32, next: u32) -> u32 {
    (one.rotate_left(7) ^ next).wrapping_mul(0x9E37_79B1)
}
