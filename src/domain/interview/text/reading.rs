//! A text split into folded words, with the phrases of the recognition tables found in it.
//!
//! Addresses (links and mail) are skipped: a word inside a link says nothing about the event.

mod splitter;
#[cfg(test)]
mod tests;

use self::splitter::Splitter;
pub(super) use self::splitter::is_joining;
use super::lexicon::{self, Concept, Concepts, JOB_CONCEPTS, Keys, Tables};
use crate::domain::interview::{given_names::is_given_name, words::Families};

/// Longest text that is read; what stands further down an invitation is boilerplate.
const LIMIT: usize = 6_000;

/// What separates a word from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing, a space, a hyphen or an apostrophe: the words may form one phrase.
    Soft,
    /// Punctuation, a line end or the start of the text: a phrase does not reach across it.
    Hard,
}

/// One word (or one character of a script without spaces).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Bytes in the original.
    pub(crate) start: usize,
    /// First byte after, in the original.
    pub(crate) end: usize,
    folded_start: usize,
    folded_end: usize,
    /// What stands before it.
    pub(crate) gap: Gap,
}

/// A phrase of the tables, found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    /// What it means; a phrase may mean several things.
    pub(crate) concepts: Concepts,
    /// The tables that it stands in.
    pub(crate) families: Families,
    /// Those of them that have it as a word for a job: `stage` and `vacation` are none in English.
    pub(crate) hiring: Families,
    /// First word.
    pub(crate) first: usize,
    /// Number of words.
    pub(crate) len: usize,
}

/// A text that has been read.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    original: String,
    folded: String,
    /// Words in order.
    pub(crate) tokens: Vec<Token>,
    /// Phrases in order; they do not overlap: the longest from the left wins.
    pub(crate) hits: Vec<Hit>,
    found: Concepts,
}

impl Reading {
    /// Reads `text`, at most the first 6,000 bytes.
    #[must_use]
    pub(crate) fn new(text: &str) -> Self {
        let mut reading = Self::default();
        reading.read(text);
        reading
    }

    /// Reads another text, in the memory of the one before.
    pub(crate) fn read(&mut self, text: &str) {
        let text = beginning(text);
        self.clear();
        self.original.push_str(text);
        self.folded.reserve(text.len());
        self.tokens.reserve(text.len() / 6);
        self.read_words(&mut Splitter::new(text), usize::MAX);
        self.find();
    }

    /// Whether a phrase about a job begins somewhere in `text`: what [`Reading::read`] finds, and
    /// perhaps what stands inside longer phrases. Quicker than to read it all; uses the memory of
    /// the text before.
    pub(crate) fn speaks_of_job(&mut self, text: &str) -> bool {
        let job = lexicon::tables().job();
        let mut words = Splitter::new(beginning(text));
        // The word before, if a phrase of several may begin with it, and where it stands.
        let mut before: Option<(Keys, Splitter<'_>)> = None;
        loop {
            let here = words;
            let Some((gap, keys)) = words.next_keys() else {
                return false;
            };
            let begun = before
                .take()
                .filter(|(before, _)| gap == Gap::Soft && job.may_begin_with(*before, keys));
            if begun.is_some_and(|(_, there)| self.begins_with_job(there))
                || job.may_be(keys) && self.begins_with_job(here)
            {
                return true;
            }
            before = job.may_begin(keys).then_some((keys, here));
        }
    }

    /// Whether the longest phrase that begins with the next of `words` is about a job.
    fn begins_with_job(&mut self, mut words: Splitter<'_>) -> bool {
        let tables = lexicon::tables();
        self.clear();
        self.read_words(&mut words, 2);
        tables.may_be_job(self) && {
            self.read_words(&mut words, tables.reach());
            let longest = tables.longest(self, 0);
            longest.is_some_and(|it| it.concepts.any(&JOB_CONCEPTS))
        }
    }

    fn read_words(&mut self, words: &mut Splitter<'_>, count: usize) {
        while self.tokens.len() < count
            && let Some(word) = words.next(&mut self.folded)
        {
            self.tokens.push(word);
        }
    }

    fn clear(&mut self) {
        self.original.clear();
        self.folded.clear();
        self.tokens.clear();
        self.hits.clear();
        self.found = Concepts::NONE;
    }

    /// Every meaning that occurs.
    #[must_use]
    pub(crate) const fn meanings(&self) -> Concepts {
        self.found
    }

    /// The text as it was written.
    #[must_use]
    pub(crate) fn original(&self) -> &str {
        &self.original
    }

    /// The folded form of word `index`; empty past the end.
    #[must_use]
    pub(crate) fn word(&self, index: usize) -> &str {
        self.tokens
            .get(index)
            .and_then(|token| self.folded.get(token.folded_start..token.folded_end))
            .unwrap_or_default()
    }

    /// Whether a phrase with this meaning occurs.
    #[must_use]
    pub(crate) const fn has(&self, concept: Concept) -> bool {
        self.found.has(concept)
    }

    /// The first phrase with this meaning.
    #[must_use]
    pub(crate) fn hit(&self, concept: Concept) -> Option<&Hit> {
        if !self.has(concept) {
            return None;
        }
        self.hits.iter().find(|hit| hit.concepts.has(concept))
    }

    /// How many different phrases have this meaning.
    #[must_use]
    pub(crate) fn count(&self, concept: Concept) -> usize {
        self.hits
            .iter()
            .filter(|hit| hit.concepts.has(concept))
            .count()
    }

    /// The words of a phrase as they were written.
    #[must_use]
    pub(crate) fn written(&self, hit: &Hit) -> &str {
        self.span(hit.first, hit.first + hit.len)
    }

    /// The original from word `from` up to word `until` (exclusive).
    #[must_use]
    pub(crate) fn span(&self, from: usize, until: usize) -> &str {
        let start = self.tokens.get(from).map(|token| token.start);
        let end = until
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map(|token| token.end);
        match (start, end) {
            (Some(start), Some(end)) => self.original.get(start..end).unwrap_or_default(),
            _ => "",
        }
    }

    /// Whether word `index` begins with a capital letter.
    #[must_use]
    pub(crate) fn is_large(&self, index: usize) -> bool {
        self.span(index, index + 1).starts_with(char::is_uppercase)
    }

    /// Whether word `index` may form a phrase with the one before it.
    #[must_use]
    pub(crate) fn is_joined(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|it| it.gap == Gap::Soft)
    }

    /// What stands between word `index` and the one before it, or the start of the text.
    #[must_use]
    pub(crate) fn between(&self, index: usize) -> &str {
        let before = index.checked_sub(1).and_then(|it| self.tokens.get(it));
        let start = before.map_or(0, |it| it.end);
        let end = self.tokens.get(index).map_or(start, |it| it.start);
        self.original.get(start..end).unwrap_or_default()
    }

    /// The meanings of the phrase that covers word `index`.
    #[must_use]
    pub(crate) fn meaning(&self, index: usize) -> Concepts {
        let after = self.hits.partition_point(|hit| hit.first <= index);
        after
            .checked_sub(1)
            .and_then(|at| self.hits.get(at))
            .filter(|hit| index < hit.first + hit.len)
            .map_or(Concepts::NONE, |hit| hit.concepts)
    }

    fn find(&mut self) {
        let tables = lexicon::tables();
        let mut at = 0;
        while at < self.tokens.len() {
            if let Some(hit) = tables.longest(self, at) {
                if self.is_name_at_interview(&hit) {
                    at += hit.len - 1;
                    continue;
                }
                let concepts = self.with_interview_inside(tables, at, hit.len, hit.concepts);
                self.hits.push(Hit { concepts, ..hit });
                self.found = self.found.with(concepts);
                at += hit.len;
            } else {
                at += 1;
            }
        }
    }
}

impl Reading {
    /// `Oakmere Housing interview`: behind a word written large that no table knows, the word for a home
    /// is the end of a name.
    fn is_name_at_interview(&self, hit: &Hit) -> bool {
        let Some(before) = hit.first.checked_sub(1).filter(|_| hit.len > 1) else {
            return false;
        };
        let last = hit.first + hit.len - 1;
        hit.concepts.has(Concept::Housing)
            && self.word(last) == "interview"
            && !self.is_large(last)
            && (before..last).all(|it| self.is_large(it))
            && self.is_joined(hit.first)
            && self.meaning(before).is_empty()
            && !is_given_name(self.word(before))
    }

    /// "Invitation to the job interview" speaks to a candidate, and names an interview as well.
    fn with_interview_inside(
        &self,
        tables: &Tables,
        at: usize,
        len: usize,
        concepts: Concepts,
    ) -> Concepts {
        if len < 2 || !concepts.has(Concept::ToCandidate) {
            return concepts;
        }
        let inside = (at + 1..at + len)
            .filter_map(|inner| tables.longest(self, inner))
            .filter(|it| it.first + it.len <= at + len);
        let named = [Concept::JobInterview, Concept::Interview, Concept::Step];
        inside.fold(concepts, |all, found| {
            named
                .iter()
                .filter(|it| found.concepts.has(**it))
                .fold(all, |all, it| all.with(Concepts::of(*it)))
        })
    }
}

fn beginning(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LIMIT)).unwrap_or(text)
}
