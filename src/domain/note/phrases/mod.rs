//! The sentences that notes are made of, by language.
//!
//! Each list has [`VARIETY`] entries: the people of one interview take different ones, so that no
//! two notes share a sentence.

pub(super) mod english;

/// Number of alternatives of every sentence, and the size of a panel without repetition.
pub(super) const VARIETY: usize = 8;
