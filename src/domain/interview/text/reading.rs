//! A text split into folded words, with the phrases of the recognition tables found in it.
//!
//! Addresses (links and mail) are skipped: a word inside a link says nothing about the event.

#[cfg(test)]
mod tests;

use super::{
    fold::{fold_char, is_unspaced},
    lexicon::{self, Concept, Concepts, Tables},
};
use crate::domain::interview::words::Families;

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
        self.read_words(text);
        self.find();
    }

    /// Whether `text` may have a phrase that a first look is for: never wrong when it says no.
    /// Quicker than to read it all; uses the memory of the text before.
    pub(crate) fn may_speak_of_job(&mut self, text: &str) -> bool {
        self.read_words(text);
        let tables = lexicon::tables();
        (0..self.tokens.len()).any(|at| tables.speaks_of_job(self, at))
    }

    fn read_words(&mut self, text: &str) {
        let read = text.get(..text.floor_char_boundary(LIMIT)).unwrap_or(text);
        self.original.clear();
        self.original.push_str(read);
        self.folded.clear();
        self.folded.reserve(read.len());
        self.tokens.clear();
        self.tokens.reserve(read.len() / 6);
        self.hits.clear();
        self.found = Concepts::NONE;
        self.split();
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

    fn split(&mut self) {
        let text = std::mem::take(&mut self.original);
        let bytes = text.as_bytes();
        let mut open: Option<(usize, usize)> = None; // start in the original, start in the folded
        let mut gap = Gap::Hard;
        let has_mail = memchr::memchr(b'@', bytes).is_some();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            // Most texts are ASCII, and most of ASCII is words.
            let plain = byte.is_ascii_alphanumeric();
            let c = if byte.is_ascii() {
                char::from(*byte)
            } else {
                let rest = text.get(at..).unwrap_or_default();
                rest.chars().next().unwrap_or_default()
            };
            let alone = !plain && is_unspaced(c);
            let part = plain || !c.is_ascii() && (c.is_alphanumeric() || is_joining(c));
            if open.is_some() && (alone || !part) {
                self.close(&mut open, at, gap);
                gap = Gap::Soft;
            }
            if !part && !alone {
                let dash = c == '-' && stands_free(bytes, at);
                let soft = is_soft(c) || c == ':' && is_ending(bytes, at);
                if dash || !soft || (c == '.' && self.ends_sentence(&text, at)) {
                    gap = Gap::Hard;
                }
                at += c.len_utf8();
                continue;
            }
            if open.is_none() && !alone {
                let rest = text.get(at..).unwrap_or_default();
                if let Some(length) = address_length(rest, has_mail) {
                    at += length;
                    gap = Gap::Hard;
                    continue;
                }
                open = Some((at, self.folded.len()));
            }
            if alone {
                open = Some((at, self.folded.len()));
                fold_char(c, &mut self.folded);
                at += c.len_utf8();
                self.close(&mut open, at, gap);
                gap = Gap::Soft;
            } else if plain {
                let rest = bytes.get(at..).unwrap_or_default();
                let run = rest.iter().take_while(|it| it.is_ascii_alphanumeric());
                let folded = run.map(|it| char::from(it.to_ascii_lowercase()));
                let before = self.folded.len();
                self.folded.extend(folded);
                at += self.folded.len() - before;
            } else {
                fold_char(c, &mut self.folded);
                at += c.len_utf8();
            }
        }
        self.close(&mut open, text.len(), gap);
        self.original = text;
    }

    /// A full stop before a space, unless it abbreviates (`2. Runde`, `rozm. kwalifikacyjna`).
    fn ends_sentence(&self, text: &str, at: usize) -> bool {
        let spaced = text
            .get(at + 1..)
            .and_then(|rest| rest.chars().next())
            .is_none_or(char::is_whitespace);
        let last = self
            .tokens
            .len()
            .checked_sub(1)
            .map_or("", |last| self.word(last));
        spaced && last.chars().count() > 4
    }

    fn close(&mut self, open: &mut Option<(usize, usize)>, end: usize, gap: Gap) {
        if let Some((start, folded_start)) = open.take() {
            let folded_end = self.folded.len();
            if folded_end > folded_start {
                self.tokens.push(Token {
                    start,
                    end,
                    folded_start,
                    folded_end,
                    gap,
                });
            }
        }
    }

    fn find(&mut self) {
        let tables = lexicon::tables();
        let mut at = 0;
        while at < self.tokens.len() {
            if let Some((len, concepts, families)) = tables.longest(self, at) {
                let concepts = self.with_interview_inside(tables, at, len, concepts);
                self.hits.push(Hit {
                    concepts,
                    families,
                    first: at,
                    len,
                });
                self.found = self.found.with(concepts);
                at += len;
            } else {
                at += 1;
            }
        }
    }
}

impl Reading {
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
            .filter_map(|inner| tables.longest(self, inner).map(|found| (inner, found)))
            .filter(|(inner, (length, ..))| inner + length <= at + len);
        let named = [Concept::JobInterview, Concept::Interview, Concept::Step];
        inside.fold(concepts, |all, (_, (_, found, _))| {
            named
                .iter()
                .filter(|it| found.has(**it))
                .fold(all, |all, it| all.with(Concepts::of(*it)))
        })
    }
}

/// Marks inside a word that must not split it: combining accents of decomposed text.
pub(super) const fn is_joining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{064B}'..='\u{0652}' | '\u{0640}' | '\u{00AD}'
        | '\u{093A}'..='\u{094F}' | '\u{0902}' | '\u{0900}'..='\u{0903}')
}

/// `interview - practice nurse`: a hyphen between spaces is a dash.
fn stands_free(bytes: &[u8], at: usize) -> bool {
    let space = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_whitespace);
    at.checked_sub(1).is_some_and(space) && space(at + 1)
}

/// `2:a samtalet`, `HR:n`: Swedish and Finnish endings behind a colon.
fn is_ending(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|it| bytes.get(it));
    let ending = matches!(bytes.get(at + 1), Some(b'a' | b'e' | b'n' | b's'));
    let ends = bytes
        .get(at + 2)
        .is_none_or(|it| !it.is_ascii_alphanumeric());
    before.is_some_and(u8::is_ascii_alphanumeric) && ending && ends
}

const fn is_soft(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{00A0}'
            | '\u{202F}'
            | '\u{3000}'
            | '-'
            | '\u{2010}'
            | '\u{2011}'
            | '\''
            | '\u{2019}'
            | '/'
            | '.'
            | '*'
            | '&'
    )
}

/// Length of the link or mail address that starts here, in bytes. Asked for every word.
fn address_length(rest: &str, has_mail: bool) -> Option<usize> {
    let bytes = rest.as_bytes();
    let may_link = matches!(bytes.first(), Some(b'h' | b'H' | b'w' | b'W' | b'm' | b'M'));
    if !has_mail && !may_link {
        return None;
    }
    let starts = |prefix: &str| {
        bytes
            .get(..prefix.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
    };
    let is_link = starts("http://") || starts("https://") || starts("www.") || starts("mailto:");
    if !is_link && !has_mail {
        return None;
    }
    let mut at_sign = None;
    let mut length = 0;
    for (index, c) in rest.char_indices() {
        if c.is_whitespace() || matches!(c, '<' | '>' | '"' | '(' | ')' | '[' | ']' | ',' | ';') {
            break;
        }
        let is_address = c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '@');
        if !is_link && !is_address {
            break;
        }
        if c == '@' && index > 0 {
            at_sign = Some(index);
        }
        length = index + c.len_utf8();
    }
    if is_link {
        return Some(length);
    }
    let domain = rest.get(at_sign? + 1..length)?;
    domain.trim_end_matches('.').contains('.').then_some(length)
}
