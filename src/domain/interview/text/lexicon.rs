//! The recognition tables of all languages as one index: folded words -> what the phrase means.
//!
//! A phrase is written as people write it; `*` at the end of a word stands for any ending
//! (`rozmow*`), at its start for any beginning (`*interview` is *Jobinterview*, too).

pub(crate) mod hash;
mod job;
mod sieve;
#[cfg(test)]
mod tests;

use crate::domain::ordering::sort_by_number;
use std::{cell::LazyCell, collections::HashMap, hash::BuildHasherDefault, sync::OnceLock};

pub(super) use self::sieve::Keys;
use self::{hash::Fnv, job::JobSieve, sieve::Sieve};
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
    /// A key that the second word has.
    second: Option<u32>,
    concepts: Concepts,
    families: Families,
}

/// The index over all tables.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    /// By the key of the first word; other phrases may have the same.
    entries: HashMap<u32, Vec<Entry>, BuildHasherDefault<Fnv>>,
    sieve: Sieve,
    job: JobSieve,
    /// Number of words of the longest phrase.
    longest: usize,
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
        let keys = Keys::of(reading.word(at));
        if !self.sieve.holds_any(keys) {
            return None;
        }
        let next = || {
            let next = reading.tokens.get(at + 1);
            next.filter(|it| it.gap == Gap::Soft)
                .map(|_| Keys::of(reading.word(at + 1)))
        };
        let next = LazyCell::new(next);
        let mut best: Option<(usize, Concepts, Families)> = None;
        for list in keys.each().filter_map(|key| self.entries.get(&key)) {
            for entry in list {
                let len = entry.patterns.len();
                // The longest stand first.
                if best.is_some_and(|(known, ..)| known > len) {
                    break;
                }
                if entry.second.is_some() && !entry.may_go_on(*next)
                    || !entry.matches(reading, at, usize::MAX)
                {
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

    /// What a first look at a description asks.
    pub(super) const fn job(&self) -> &JobSieve {
        &self.job
    }

    /// Whether the first two words begin a phrase about a job, whatever follows.
    pub(super) fn may_be_job(&self, reading: &Reading) -> bool {
        let lists = Keys::of(reading.word(0)).each();
        let mut entries = lists.filter_map(|it| self.entries.get(&it)).flatten();
        entries.any(|it| it.concepts.any(&JOB_CONCEPTS) && it.matches(reading, 0, 2))
    }

    /// So many words have to be known to find the longest phrase that begins with the first.
    pub(super) const fn reach(&self) -> usize {
        self.longest
    }

    fn insert(&mut self, phrase: &str, concept: Concept, family: Families) {
        let patterns = parse(phrase);
        let Some(key) = patterns.first().map(Pattern::key) else {
            return;
        };
        self.sieve.add(key);
        if JOB_CONCEPTS.contains(&concept) {
            self.job.add(&patterns);
        }
        self.longest = self.longest.max(patterns.len());
        let entries = self.entries.entry(key).or_default();
        let concepts = Concepts::of(concept);
        match entries.iter_mut().find(|entry| entry.patterns == patterns) {
            Some(entry) => {
                entry.concepts = entry.concepts.with(concepts);
                entry.families = entry.families.with(family);
            }
            None => entries.push(Entry {
                second: patterns.get(1).map(Pattern::key),
                patterns,
                concepts,
                families: family,
            }),
        }
    }

    fn sort(&mut self) {
        for entries in self.entries.values_mut() {
            sort_by_number(entries, |entry| {
                let (kind, letters) = entry.patterns.first().map_or((0, 0), Pattern::rank);
                -((i64::try_from(entry.patterns.len()).unwrap_or(0) << 32) + (kind << 24) + letters)
            });
        }
    }
}

impl Entry {
    /// Whether the second word may be `next`.
    fn may_go_on(&self, next: Option<Keys>) -> bool {
        self.second
            .is_none_or(|key| next.is_some_and(|it| it.have(key)))
    }

    /// Whether its first `count` words stand at word `at`.
    fn matches(&self, reading: &Reading, at: usize, count: usize) -> bool {
        let mut patterns = self.patterns.iter().take(count).enumerate();
        patterns.all(|(step, pattern)| {
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
