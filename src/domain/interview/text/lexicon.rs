//! The recognition tables of all languages as one index: folded words -> what the phrase means.
//!
//! A phrase is written as people write it; `*` at the end of a word stands for any ending
//! (`rozmow*`), at its start for any beginning (`*interview` is *Jobinterview*, too).

pub(crate) mod hash;
mod sieve;
#[cfg(test)]
mod tests;

use crate::domain::ordering::sort_by_number;
use std::{collections::HashMap, hash::BuildHasherDefault, sync::OnceLock};

use self::{hash::Fnv, sieve::Sieve};
pub(crate) use super::concept::{Concept, Concepts, JOB_CONCEPTS};
use super::{
    fold::{fold, is_unspaced},
    reading::{Gap, Reading, is_joining},
};
use crate::domain::interview::words::{self, Families};

#[derive(Clone, Debug, PartialEq, Eq)]
enum Pattern {
    Exact(Box<str>),
    Beginning(Box<str>),
    Ending(Box<str>),
}

impl Pattern {
    fn matches(&self, word: &str) -> bool {
        match self {
            Self::Exact(exact) => word == &**exact,
            Self::Beginning(stem) => word.starts_with(&**stem),
            Self::Ending(stem) => word.ends_with(&**stem),
        }
    }

    /// What every word that matches begins with; `None` when only its end counts.
    fn first_byte(&self) -> Option<u8> {
        match self {
            Self::Exact(text) | Self::Beginning(text) => text.bytes().next(),
            Self::Ending(_) => None,
        }
    }

    /// How exact it is, and its letters.
    fn rank(&self) -> (i64, i64) {
        let (kind, text) = match self {
            Self::Exact(exact) => (2, exact),
            Self::Beginning(stem) => (1, stem),
            Self::Ending(stem) => (0, stem),
        };
        (kind, i64::try_from(text.len()).unwrap_or(0))
    }
}

#[derive(Debug)]
struct Entry {
    patterns: Vec<Pattern>,
    /// What the second word has to begin with.
    second: Option<u8>,
    concepts: Concepts,
    families: Families,
}

/// The index over all tables.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    exact: HashMap<Box<str>, Vec<Entry>, BuildHasherDefault<Fnv>>,
    beginning: HashMap<Box<str>, Vec<Entry>, BuildHasherDefault<Fnv>>,
    ending: HashMap<Box<str>, Vec<Entry>, BuildHasherDefault<Fnv>>,
    sieve: Sieve,
    /// For the phrases alone that a first look at a description is for.
    job_sieve: Sieve,
}

/// The index, built on first use.
pub(crate) fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut tables = Tables::default();
        for (concept, family, phrase) in words::entries() {
            if let Some(concept) = concept {
                tables.insert(phrase, concept, family);
            }
        }
        tables.sort();
        tables
    })
}

impl Tables {
    /// The longest phrase that starts at word `at`: its number of words, its meanings, its tables.
    pub(crate) fn longest(
        &self,
        reading: &Reading,
        at: usize,
    ) -> Option<(usize, Concepts, Families)> {
        let word = reading.word(at);
        if !self.sieve.may_begin(word) {
            return None;
        }
        let lists = [
            self.exact.get(word),
            head(word).and_then(|key| self.beginning.get(key)),
            tail(word).and_then(|key| self.ending.get(key)),
        ];
        let next = reading.tokens.get(at + 1);
        let next = next.filter(|it| it.gap == Gap::Soft);
        let next = next.and_then(|_| reading.word(at + 1).bytes().next());
        let mut best: Option<(usize, Concepts, Families)> = None;
        for list in lists.into_iter().flatten() {
            for entry in list {
                let len = entry.patterns.len();
                // The longest stand first.
                if best.is_some_and(|(known, ..)| known > len) {
                    break;
                }
                let other = entry.second.is_some() && entry.second != next;
                if other || !entry.matches(reading, at) {
                    continue;
                }
                best = match best {
                    // The same words under another pattern: the first is the more exact.
                    Some((known, concepts, families)) if known == len => {
                        Some((known, concepts, families.with(entry.families)))
                    }
                    _ => Some((len, entry.concepts, entry.families)),
                };
            }
        }
        best
    }

    /// Whether the longest phrase that starts at word `at` has one of [`JOB_CONCEPTS`].
    pub(super) fn speaks_of_job(&self, reading: &Reading, at: usize) -> bool {
        self.job_sieve.may_begin(reading.word(at))
            && self
                .longest(reading, at)
                .is_some_and(|(_, found, _)| found.any(&JOB_CONCEPTS))
    }

    fn insert(&mut self, phrase: &str, concept: Concept, family: Families) {
        let patterns = parse(phrase);
        if let Some(first) = patterns.first() {
            self.sieve.add(first);
            if JOB_CONCEPTS.contains(&concept) {
                self.job_sieve.add(first);
            }
        }
        let (map, key) = match patterns.first() {
            None => return,
            Some(Pattern::Exact(word)) => (&mut self.exact, word.clone()),
            Some(Pattern::Beginning(stem)) => {
                (&mut self.beginning, head(stem).unwrap_or(stem).into())
            }
            Some(Pattern::Ending(stem)) => (&mut self.ending, tail(stem).unwrap_or(stem).into()),
        };
        let entries: &mut Vec<Entry> = map.entry(key).or_default();
        let concepts = Concepts::of(concept);
        match entries.iter_mut().find(|entry| entry.patterns == patterns) {
            Some(entry) => {
                entry.concepts = entry.concepts.with(concepts);
                entry.families = entry.families.with(family);
            }
            None => entries.push(Entry {
                second: patterns.get(1).and_then(Pattern::first_byte),
                patterns,
                concepts,
                families: family,
            }),
        }
    }

    fn sort(&mut self) {
        for map in [&mut self.exact, &mut self.beginning, &mut self.ending] {
            for entries in map.values_mut() {
                sort_by_number(entries, |entry| {
                    let (kind, letters) = entry.patterns.first().map_or((0, 0), Pattern::rank);
                    -((i64::try_from(entry.patterns.len()).unwrap_or(0) << 32)
                        + (kind << 24)
                        + letters)
                });
            }
        }
    }
}

impl Entry {
    fn matches(&self, reading: &Reading, at: usize) -> bool {
        self.patterns.iter().enumerate().all(|(step, pattern)| {
            let index = at + step;
            let joined = step == 0
                || reading
                    .tokens
                    .get(index)
                    .is_some_and(|token| token.gap == Gap::Soft);
            joined && pattern.matches(reading.word(index))
        })
    }
}

/// A phrase of a table as patterns: split as [`Reading`] splits a text.
fn parse(phrase: &str) -> Vec<Pattern> {
    let mut patterns = Vec::new();
    // Thai writes its tones by marks that are no letters.
    let splits = |c: char| !(c.is_alphanumeric() || c == '*' || is_joining(c) || is_unspaced(c));
    for word in phrase.split(splits) {
        let stem = fold(word.trim_matches('*'));
        if stem.is_empty() {
            continue;
        }
        if stem.chars().any(is_unspaced) {
            patterns.extend(runs(&stem).map(|run| Pattern::Exact(run.into())));
        } else if word.ends_with('*') {
            patterns.push(Pattern::Beginning(stem.into()));
        } else if word.starts_with('*') {
            patterns.push(Pattern::Ending(stem.into()));
        } else {
            patterns.push(Pattern::Exact(stem.into()));
        }
    }
    patterns
}

/// Each character of a script without spaces, and what stands between such: `hr`, `面`.
fn runs(stem: &str) -> impl Iterator<Item = &str> {
    stem.split_inclusive(is_unspaced).flat_map(|piece| {
        let last = piece
            .char_indices()
            .next_back()
            .filter(|(_, c)| is_unspaced(*c));
        let (before, alone) = piece.split_at(last.map_or(piece.len(), |(at, _)| at));
        [before, alone].into_iter().filter(|run| !run.is_empty())
    })
}

/// The first three characters; `None` for shorter words.
fn head(word: &str) -> Option<&str> {
    let (end, last) = word.char_indices().nth(2)?;
    word.get(..end + last.len_utf8())
}

/// The last three characters; `None` for shorter words.
fn tail(word: &str) -> Option<&str> {
    let (start, _) = word.char_indices().rev().nth(2)?;
    word.get(start..)
}
