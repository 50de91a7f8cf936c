//! The recognition tables of all languages as one index: folded words -> what the phrase means.
//!
//! A phrase is written as people write it; `*` at the end of a word stands for any ending
//! (`rozmow*`), at its start for any beginning (`*interview` is *Jobinterview*, too).

mod beginnings;
pub(crate) mod hash;
mod sieve;
#[cfg(test)]
mod tests;

use std::{cmp::Reverse, collections::HashMap, hash::BuildHasherDefault, sync::OnceLock};

pub(super) use self::sieve::Keys;
use self::{
    beginnings::{Beginnings, number_of},
    hash::Fnv,
};
pub(crate) use super::concept::{Concept, Concepts, JOB_CONCEPTS};
use super::{
    fold::{fold, is_unspaced},
    reading::{Gap, Hit, Reading, is_joining},
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
    concepts: Concepts,
    families: Families,
    /// The tables that have it as a word for a job.
    hiring: Families,
    /// The place of the phrase before it with the same number.
    before: Option<u32>,
}

/// The index over all tables.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    /// All phrases, in the order of the tables.
    entries: Vec<Entry>,
    /// The place of the last phrase with each number; two beginnings may have the same.
    last: HashMap<u32, u32, BuildHasherDefault<Fnv>>,
    all: Beginnings,
    job: Beginnings,
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
        tables
    })
}

impl Tables {
    /// The longest phrase that starts at word `at`.
    pub(crate) fn longest(&self, reading: &Reading, at: usize) -> Option<Hit> {
        let mut best: Option<((usize, _, _), Concepts)> = None;
        let (mut families, mut hiring) = (Families::default(), Families::default());
        let mut trade = Concepts::NONE;
        self.visit(reading, at, usize::MAX, &mut |place, entry| {
            let len = entry.patterns.len();
            let known = best.map_or(0, |((len, ..), _)| len);
            if known > len {
                return;
            }
            let ending = matches!(entry.patterns.as_slice(), [Pattern::Ending(_)]);
            if ending && entry.concepts.any(&[Concept::RoleWord]) {
                trade = trade.with(entry.concepts);
            }
            // The same words under another pattern: the more exact one says what they mean.
            (families, hiring) = if known == len {
                (families.with(entry.families), hiring.with(entry.hiring))
            } else {
                (entry.families, entry.hiring)
            };
            let exact = entry.patterns.first().map_or((0, 0), Pattern::rank);
            let rank = (len, exact, Reverse(place));
            if best.is_none_or(|(known, _)| known < rank) {
                best = Some((rank, entry.concepts));
            }
        });
        best.map(|((len, (kind, _), _), concepts)| {
            // `Produktionsleiter`: the end of a compound says what it is, its beginning of what.
            let compound = len == 1 && kind == 1 && !trade.is_empty();
            let concepts = if compound {
                concepts.with(trade)
            } else {
                concepts
            };
            let house = len == 1
                && kind == 1
                && concepts.has(Concept::RoleWord)
                && is_house(reading.word(at));
            let concepts = if house {
                Concepts::of(Concept::OrgWord)
            } else {
                concepts
            };
            Hit {
                concepts,
                families,
                hiring,
                first: at,
                len,
            }
        })
    }

    /// Shows to `visit` each phrase, and its place, whose first `count` words stand at word `at`.
    fn visit(
        &self,
        reading: &Reading,
        at: usize,
        count: usize,
        visit: &mut dyn FnMut(u32, &Entry),
    ) {
        let word = reading.word(at);
        let keys = Keys::of(word);
        let mut of_number = |number| {
            let mut next = self.last.get(&number).copied();
            while let Some((place, entry)) =
                next.and_then(|it| Some((it, self.entries.get(it as usize)?)))
            {
                let first = entry.patterns.first();
                if first.is_some_and(|it| it.matches(word)) && entry.goes_on(reading, at, count) {
                    visit(place, entry);
                }
                next = entry.before;
            }
        };
        self.all.singles(keys).for_each(&mut of_number);
        let next = reading.tokens.get(at + 1);
        if next.is_some_and(|it| it.gap == Gap::Soft) && self.all.may_begin(keys) {
            let next = Keys::of(reading.word(at + 1));
            self.all.pairs(keys, next).for_each(of_number);
        }
    }

    /// What a first look at a description asks.
    pub(super) const fn job(&self) -> &Beginnings {
        &self.job
    }

    /// Whether the first two words begin a phrase about a job, whatever follows.
    pub(super) fn may_be_job(&self, reading: &Reading) -> bool {
        let mut may_be = false;
        self.visit(reading, 0, 2, &mut |_, entry| {
            may_be |= entry.concepts.any(&JOB_CONCEPTS);
        });
        may_be
    }

    /// So many words have to be known to find the longest phrase that begins with the first.
    pub(super) const fn reach(&self) -> usize {
        self.longest
    }

    fn insert(&mut self, phrase: &str, concept: Concept, family: Families) {
        let patterns = parse(phrase);
        let Some(number) = number_of(&patterns) else {
            return;
        };
        if JOB_CONCEPTS.contains(&concept) {
            self.job.add(&patterns);
        }
        let concepts = Concepts::of(concept);
        let hiring = if concept == Concept::Hiring {
            family
        } else {
            Families::default()
        };
        let before = self.last.get(&number).copied();
        let mut next = before;
        while let Some(entry) = next.and_then(|it| self.entries.get_mut(it as usize)) {
            if entry.patterns == patterns {
                entry.families = entry.families.with(family);
                entry.hiring = entry.hiring.with(hiring);
                entry.concepts = entry.concepts.with(concepts);
                return;
            }
            next = entry.before;
        }
        self.all.add(&patterns);
        self.longest = self.longest.max(patterns.len());
        let place = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.last.insert(number, place);
        self.entries.push(Entry {
            patterns,
            concepts,
            families: family,
            hiring,
            before,
        });
    }
}

impl Entry {
    /// Whether its first `count` words stand at word `at`, of which the first is known to.
    fn goes_on(&self, reading: &Reading, at: usize, count: usize) -> bool {
        let mut patterns = self.patterns.iter().take(count).enumerate().skip(1);
        patterns.all(|(step, pattern)| {
            let token = reading.tokens.get(at + step);
            token.is_some_and(|it| it.gap == Gap::Soft) && pattern.matches(reading.word(at + step))
        })
    }
}

/// `Schreinerei`, `bakkerij`, `panadería`: the house of a trade, whose stem is in the tables.
fn is_house(word: &str) -> bool {
    const ENDINGS: [&str; 4] = ["erei", "erij", "erie", "eria"];
    const SHORTEST: usize = 8;
    // `ingeniería` is a trade itself.
    const TRADE: &str = "ingenier";
    word.len() >= SHORTEST && ENDINGS.iter().any(|it| word.ends_with(it)) && !word.contains(TRADE)
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
