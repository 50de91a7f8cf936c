//! Tells in a few steps that no phrase begins with a word, which is so for most words of a text.

use super::{Pattern, hash::number, head, tail};

/// Bits of each table, a power of two.
const BITS: usize = 1 << 16;

/// Words, beginnings and endings as bits at their hashes: no bit, no phrase.
#[derive(Debug)]
pub(super) struct Sieve {
    exact: Box<[u64]>,
    beginning: Box<[u64]>,
    ending: Box<[u64]>,
}

impl Default for Sieve {
    fn default() -> Self {
        let empty = || vec![0; BITS / 64].into_boxed_slice();
        Self {
            exact: empty(),
            beginning: empty(),
            ending: empty(),
        }
    }
}

impl Sieve {
    /// Lets phrases through that begin with this pattern.
    pub(super) fn add(&mut self, first: &Pattern) {
        let (table, key) = match first {
            Pattern::Exact(word) => (&mut self.exact, &**word),
            Pattern::Beginning(stem) => (&mut self.beginning, head(stem).unwrap_or(stem)),
            Pattern::Ending(stem) => (&mut self.ending, tail(stem).unwrap_or(stem)),
        };
        let (cell, bit) = place(key.as_bytes());
        if let Some(cell) = table.get_mut(cell) {
            *cell |= bit;
        }
    }

    /// Whether a phrase may begin with `word`; never wrong when it says no.
    pub(super) fn may_begin(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        holds(&self.exact, bytes)
            || ends(word, bytes.get(..3), head).is_some_and(|key| holds(&self.beginning, key))
            || ends(
                word,
                bytes.len().checked_sub(3).and_then(|at| bytes.get(at..)),
                tail,
            )
            .is_some_and(|key| holds(&self.ending, key))
    }
}

/// Three bytes where they are three characters, and else what `cut` finds.
fn ends<'w>(
    word: &'w str,
    three: Option<&'w [u8]>,
    cut: fn(&str) -> Option<&str>,
) -> Option<&'w [u8]> {
    match three {
        Some(three) if three.is_ascii() => Some(three),
        _ => cut(word).map(str::as_bytes),
    }
}

fn holds(table: &[u64], key: &[u8]) -> bool {
    let (cell, bit) = place(key);
    table.get(cell).is_some_and(|it| it & bit != 0)
}

/// Where the bit of `key` stands: at its number, folded to sixteen bits.
fn place(key: &[u8]) -> (usize, u64) {
    let hash = number(key);
    let folded = usize::from((hash >> 16) as u16 ^ (hash & 0xFFFF) as u16);
    (folded / 64, 1 << (folded % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_passes() {
        let mut sieve = Sieve::default();
        sieve.add(&Pattern::Exact("interview".into()));
        sieve.add(&Pattern::Beginning("rozmow".into()));
        sieve.add(&Pattern::Ending("gesprach".into()));
        for word in ["interview", "rozmowa", "vorstellungsgesprach"] {
            assert!(sieve.may_begin(word), "{word}");
        }
        for word in ["lunch", "raz", "ro", "gesprache", "面", ""] {
            assert!(!sieve.may_begin(word), "{word}");
        }
    }

    #[test]
    fn every_phrase_of_the_tables_passes() {
        for (_, _, phrase) in crate::domain::interview::words::entries() {
            let Some(first) = super::super::parse(phrase).into_iter().next() else {
                continue;
            };
            let (Pattern::Exact(word) | Pattern::Beginning(word) | Pattern::Ending(word)) = first;
            assert!(super::super::tables().sieve.may_begin(&word), "{phrase}");
        }
    }
}
