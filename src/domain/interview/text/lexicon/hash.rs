//! A quick hash for words of our own tables.

use std::hash::Hasher;

/// The number of a word (FNV-1a of 32 bits); two words may have the same.
#[must_use]
pub(crate) fn number(word: &[u8]) -> u32 {
    word.iter().fold(START, |hash, byte| next(hash, *byte))
}

/// The number of no letters.
pub(super) const START: u32 = 0x811C_9DC5;

/// The number of a word with one byte more.
pub(super) const fn next(number: u32, byte: u8) -> u32 {
    (number ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// FNV-1a: words are short and come from the tables, so speed counts and flooding does not.
#[derive(Debug)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
    }

    /// What is a hash already.
    fn write_u32(&mut self, number: u32) {
        self.0 = u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}
