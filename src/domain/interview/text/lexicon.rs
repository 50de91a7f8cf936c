//! The recognition tables of all languages as one index: folded words -> what the phrase means.
//!
//! A phrase is written as people write it; `*` at the end of a word stands for any ending
//! (`rozmow*`), at its start for any beginning (`*interview` is *Jobinterview*, too).

mod hash;
#[cfg(test)]
mod tests;

use crate::domain::ordering::sort_by_number;
use std::{collections::HashMap, hash::BuildHasherDefault, sync::OnceLock};

use self::hash::Fnv;
use super::{
    fold::{fold, is_unspaced},
    reading::{Gap, Reading, is_joining},
};
use crate::domain::interview::words::{self, Families};

macro_rules! concepts {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// What a phrase means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Concept { $($(#[$doc])* $name,)* }

        /// Every concept.
        pub(crate) const ALL: &[Concept] = &[$(Concept::$name,)*];

        impl Concept {
            /// The concept with this name, as the tables write it.
            pub(crate) fn from_name(name: &str) -> Option<Self> {
                ALL.iter().copied().find(|concept| concept.name() == name)
            }

            const fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }
        }
    };
}

concepts! {
    /// A job interview, whatever else the text says.
    JobInterview,
    /// An interview of any kind.
    Interview,
    /// Several interviews.
    Interviews,
    /// A step of a selection that hardly exists elsewhere.
    Step,
    /// A step of a selection whose words are used elsewhere, too.
    WeakStep,
    /// A number of a round.
    Round,
    /// Any talk: call, chat, meeting.
    Talk,
    /// The job market: recruiter, vacancy, position.
    Hiring,
    /// Speaks to a candidate.
    ToCandidate,
    /// Held by telephone.
    Phone,
    /// Held as a video meeting.
    Video,
    /// Held at a place.
    Onsite,
    /// Speaks to an interviewer.
    HiringSide,
    /// Somebody who applies.
    Applicant,
    /// A group of people who are hired together: interns, trainees.
    Cohort,
    /// User research.
    Research,
    /// Press, radio, podcast.
    Media,
    /// Talking about an interview afterwards.
    Debrief,
    /// Preparing or coaching.
    Prep,
    /// Practice.
    Mock,
    /// Learning to interview, or any training.
    Training,
    /// Leaving or staying.
    Exit,
    /// Visa, authorities, job centre, courts.
    Authority,
    /// School, university, parents.
    School,
    /// Scholarships and grants.
    Scholarship,
    /// Unpaid offices.
    Volunteer,
    /// Flats and mortgages.
    Housing,
    /// Health.
    Medical,
    /// Reference calls.
    Reference,
    /// Offers and contracts.
    Offer,
    /// First days.
    Onboarding,
    /// Fairs, open days, talks about careers.
    Fair,
    /// Networking without a vacancy.
    Networking,
    /// A due date.
    Deadline,
    /// Asking for times.
    Availability,
    /// A slot kept free.
    Hold,
    /// Chores of a job search.
    Chore,
    /// Reviews of the user's present work.
    Appraisal,
    /// Selling and buying.
    Commerce,
    /// Shopping, travel, haircuts and the like around an interview.
    Errand,
    /// Regular meetings at work.
    Routine,
    /// Faith and family.
    Ceremony,
    /// Called off or moved.
    CalledOff,
    /// `at`: an employer or place follows.
    At,
    /// `with`: a person or employer follows.
    With,
    /// `for`: a role follows.
    For,
    /// A word that is part of no name.
    Filler,
    /// A trade or rank that makes a role: engineer, nurse.
    RoleWord,
    /// A rank that interviews rather than applies: director, founder.
    Leader,
    /// A department or group.
    Department,
    /// A word of company names: Group, Labs, Verlag.
    OrgWord,
    /// Legal form: Inc, GmbH.
    LegalForm,
    /// Part of a street or building address.
    Street,
    /// A meeting room.
    Room,
}

/// A set of [`Concept`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Concepts(u64);

impl Concepts {
    /// The empty set.
    pub(crate) const NONE: Self = Self(0);

    /// The set of one.
    #[must_use]
    pub(crate) const fn of(concept: Concept) -> Self {
        Self(1 << concept as u32)
    }

    /// Both sets together.
    #[must_use]
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether `concept` is in it.
    #[must_use]
    pub(crate) const fn has(self, concept: Concept) -> bool {
        self.0 & (1 << concept as u32) != 0
    }

    /// Whether any of `concepts` is in it.
    #[must_use]
    pub(crate) fn any(self, concepts: &[Concept]) -> bool {
        concepts.iter().any(|concept| self.has(*concept))
    }

    /// Whether nothing is in it.
    #[must_use]
    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

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
}

/// The index over all tables.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    exact: HashMap<Box<str>, Vec<Entry>, BuildHasherDefault<Fnv>>,
    beginning: HashMap<Box<str>, Vec<Entry>, BuildHasherDefault<Fnv>>,
    ending: HashMap<Box<str>, Vec<Entry>, BuildHasherDefault<Fnv>>,
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
        let lists = [
            self.exact.get(word),
            head(word).and_then(|key| self.beginning.get(key)),
            tail(word).and_then(|key| self.ending.get(key)),
        ];
        let mut best: Option<(usize, Concepts, Families)> = None;
        for entry in lists.into_iter().flatten().flatten() {
            let len = entry.patterns.len();
            let known = best.map_or(0, |(known, ..)| known);
            if known > len || !entry.matches(reading, at) {
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
        best
    }

    fn insert(&mut self, phrase: &str, concept: Concept, family: Families) {
        let patterns = parse(phrase);
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
    let splits = |c: char| !(c.is_alphanumeric() || c == '*' || is_joining(c));
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
