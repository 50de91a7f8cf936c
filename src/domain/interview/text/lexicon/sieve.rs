//! Tells in a few steps that no phrase begins with a word, which is so for most words of a text.

use super::{
    Pattern,
    hash::{START, next, number},
    head, tail,
};

/// The numbers under which a word is looked up: as a whole, by its first and by its last three
/// characters. Two words may have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain::interview::text) struct Keys {
    length: usize,
    whole: u32,
    head: u32,
    /// The last three bytes.
    last: u32,
}

impl Default for Keys {
    fn default() -> Self {
        Self {
            length: 0,
            whole: START,
            head: START,
            last: 0,
        }
    }
}

impl Keys {
    /// Those of `word`.
    #[must_use]
    pub(in crate::domain::interview::text) fn of(word: &str) -> Self {
        let mut keys = Self::default();
        word.bytes().for_each(|it| keys.add(it));
        if !word.is_ascii() {
            // Three characters are more than three bytes.
            let of = |part: fn(&str) -> Option<&str>| part(word).map(str::as_bytes);
            keys.length = if of(head).is_some() { 3 } else { 0 };
            keys.head = of(head).map_or(START, number);
            keys.last = of(tail).map_or(0, last);
        }
        keys
    }

    /// Adds a letter to a word in ASCII.
    pub(in crate::domain::interview::text) const fn add(&mut self, letter: u8) {
        self.whole = next(self.whole, letter);
        self.length += 1;
        if self.length == 3 {
            self.head = self.whole;
        }
        self.last = (self.last << 8 | letter as u32) & 0x00FF_FFFF;
    }

    /// Number of letters of a word in ASCII.
    #[must_use]
    pub(in crate::domain::interview::text) const fn length(self) -> usize {
        self.length
    }

    /// Each of them.
    pub(super) fn each(self) -> impl Iterator<Item = u32> {
        let count = if self.length < 3 { 1 } else { 3 };
        [self.whole, head_key(self.head), tail_key(self.last)]
            .into_iter()
            .take(count)
    }
}

impl Pattern {
    /// The one number of [`Keys`] that all words have that match.
    pub(super) fn key(&self) -> u32 {
        match self {
            Self::Exact(word) => number(word.as_bytes()),
            Self::Beginning(stem) => head_key(number(head(stem).unwrap_or(stem).as_bytes())),
            Self::Ending(stem) => tail_key(last(tail(stem).unwrap_or(stem).as_bytes())),
        }
    }
}

const fn head_key(number: u32) -> u32 {
    !number
}

const fn tail_key(last: u32) -> u32 {
    last.wrapping_mul(0x9E37_79B1)
}

/// A few bytes as one number.
fn last(bytes: &[u8]) -> u32 {
    let join = |all: u32, byte: &u8| all.rotate_left(8) ^ u32::from(*byte);
    bytes.iter().fold(0, join)
}

/// Numbers as bits: no bit, no phrase.
#[derive(Debug)]
pub(super) struct Sieve(Box<[u64]>);

/// Bits of a sieve, as a power of two.
const BITS: u32 = 17;

impl Default for Sieve {
    fn default() -> Self {
        Self(vec![0; 1 << (BITS - 6)].into_boxed_slice())
    }
}

impl Sieve {
    /// Lets `key` through.
    pub(super) fn add(&mut self, key: u32) {
        let (cell, bit) = place(key);
        if let Some(cell) = self.0.get_mut(cell) {
            *cell |= bit;
        }
    }

    /// Whether `key` may have been added; never wrong when it says no.
    pub(super) fn holds(&self, key: u32) -> bool {
        let (cell, bit) = place(key);
        self.0.get(cell).is_some_and(|it| it & bit != 0)
    }

    /// Whether one of `keys` may have been added.
    pub(super) fn holds_any(&self, keys: Keys) -> bool {
        keys.each().any(|key| self.holds(key))
    }
}

/// Where the bit of `key` stands.
fn place(key: u32) -> (usize, u64) {
    let folded = (key ^ (key >> BITS)) & ((1 << BITS) - 1);
    ((folded >> 6) as usize, 1 << (folded & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_passes() {
        let mut sieve = Sieve::default();
        sieve.add(Pattern::Exact("interview".into()).key());
        sieve.add(Pattern::Beginning("rozmow".into()).key());
        sieve.add(Pattern::Ending("gesprach".into()).key());
        for word in ["interview", "rozmowa", "vorstellungsgesprach"] {
            assert!(sieve.holds_any(Keys::of(word)), "{word}");
        }
        for word in ["lunch", "raz", "ro", "gesprache", "面", ""] {
            assert!(!sieve.holds_any(Keys::of(word)), "{word}");
        }
    }

    #[test]
    fn every_phrase_of_the_tables_passes() {
        let all = &super::super::tables().all;
        for (_, _, phrase) in crate::domain::interview::words::entries() {
            let patterns = super::super::parse(phrase);
            let keys = patterns.iter().map(|it| {
                let (Pattern::Exact(word) | Pattern::Beginning(word) | Pattern::Ending(word)) = it;
                let keys = Keys::of(word);
                assert!(keys.each().any(|key| key == it.key()), "{phrase}");
                keys
            });
            let keys: Vec<Keys> = keys.collect();
            assert!(
                match keys.as_slice() {
                    [] => true,
                    [one] => all.may_be(*one),
                    [one, next, ..] => all.may_begin(*one) && all.may_begin_with(*one, *next),
                },
                "{phrase}"
            );
        }
    }
}
