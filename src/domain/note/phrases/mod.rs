//! The sentences that notes are made of, by language: `en.txt` and its siblings.
//!
//! Each list has eight entries or more: the people of one interview take different ones, so that no
//! two notes share a sentence. Outside English a line writes both forms of
//! address, `‹polite|familiar›` (`build.rs` makes a table of each), and what
//! the user typed stands after a colon, where it needs no other ending.

mod greeting;
pub(super) mod section;
mod values;

use std::{collections::HashMap, sync::LazyLock};

use super::language::{Address, Language};
use crate::domain::packed;
pub(super) use greeting::{greeting, greeting_by, is_left_nameless};
pub(super) use values::{Facts, Values, fill};

/// Number of alternatives of every sentence, and the size of a panel without repetition.
#[cfg(test)]
pub(super) const VARIETY: usize = 8;

/// Everything that is said in one language.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    sections: HashMap<&'static str, Vec<&'static str>>,
    sentences: Vec<(&'static str, Vec<Pieces>)>,
}

/// What stands around the holes of a sentence, in order.
pub(super) type Pieces = Vec<&'static str>;

/// The sentences of a line, each in the pieces around its holes; what is shorter than three words
/// is no sentence.
pub(super) fn pieces(line: &'static str) -> Vec<Pieces> {
    line.split_inclusive(['.', '?', '!'])
        .map(str::trim)
        .filter(|it| it.split(' ').count() > 2)
        .map(|sentence| {
            let mut parts = sentence.split('{');
            let first = parts.next();
            let behind = parts.filter_map(|it| it.split_once('}').map(|(_, after)| after));
            first.into_iter().chain(behind).map(str::trim).collect()
        })
        .collect()
}

impl Phrases {
    fn parse(text: &'static str) -> Self {
        let mut sections: HashMap<&'static str, Vec<&'static str>> = HashMap::new();
        let mut lines = None;
        for line in text.lines().filter(|it| !it.is_empty()) {
            match line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
                Some(name) => lines = Some(sections.entry(name).or_default()),
                None => {
                    if let Some(lines) = &mut lines {
                        lines.push(line);
                    }
                }
            }
        }
        let sentences = section::SENTENCES
            .into_iter()
            .flat_map(|it| sections.get(it).into_iter().flatten())
            .map(|line| (*line, pieces(line)))
            .collect();
        Self {
            sections,
            sentences,
        }
    }

    /// The lines of a section.
    pub(super) fn list(&self, section: &str) -> &[&'static str] {
        self.sections.get(section).map_or(&[], Vec::as_slice)
    }

    /// Every line of the sections that messages are made of, with its sentences.
    pub(super) fn all_sentences(&self) -> impl Iterator<Item = (&'static str, &[Pieces])> {
        self.sentences
            .iter()
            .map(|(line, it)| (*line, it.as_slice()))
    }

    /// The first line of a section.
    pub(super) fn one(&self, section: &str) -> &'static str {
        self.list(section).first().copied().unwrap_or_default()
    }

    /// The words of a section that holds words between blanks.
    pub(super) fn words(&self, section: &str) -> impl Iterator<Item = &'static str> {
        self.list(section).iter().flat_map(|it| it.split(' '))
    }

    /// What a section holds between bars.
    pub(super) fn barred(&self, section: &str) -> impl Iterator<Item = &'static str> {
        self.list(section).iter().flat_map(|it| it.split(" | "))
    }

    /// Whether a word in small letters stands in a section that holds words on several lines.
    pub(super) fn has_word(&self, section: &str, word: &str) -> bool {
        let mut words = self.list(section).iter().flat_map(|it| it.split(' '));
        words.any(|it| it == word)
    }

    /// The word between two of a list, before this one: Spanish "y" is "e" before its own sound.
    pub(super) fn and(&self, next: &str) -> &'static str {
        let next = next.trim().to_lowercase().replace('í', "i");
        let own_sound = next.starts_with('i')
            || (next.starts_with("hi")
                && !["hie", "hia", "hio"].iter().any(|it| next.starts_with(it)));
        match self.list(section::AND) {
            [_, other] if own_sound => other,
            _ => self.one(section::AND),
        }
    }

    /// The entry `key = value` of a section.
    pub(super) fn value(&self, section: &str, key: &str) -> &'static str {
        self.list(section)
            .iter()
            .filter_map(|it| it.split_once(" = "))
            .find(|(name, _)| *name == key)
            .map_or("", |(_, value)| value)
    }
}

static ALL: LazyLock<Vec<(&'static str, Phrases)>> = LazyLock::new(|| {
    packed::phrases()
        .map(|(code, text)| (code, Phrases::parse(text)))
        .collect()
});
static NONE: LazyLock<Phrases> = LazyLock::new(Phrases::default);

/// The phrases of a language, in its polite form of address.
pub(super) fn of(language: Language) -> &'static Phrases {
    ALL.iter()
        .find(|(code, _)| *code == language.code())
        .map_or(&*NONE, |(_, it)| it)
}

/// The phrases of a language in a form of address; one without two forms has one table.
pub(super) fn addressed(language: Language, address: Address) -> &'static Phrases {
    let is_of = |code: &str| {
        let mut parts = code.split('-');
        parts.next() == Some(language.code()) && parts.next() == Some(address.code())
    };
    ALL.iter()
        .find(|(code, _)| is_of(code))
        .map_or_else(|| of(language), |(_, it)| it)
}

/// Whether a line is a closing in any language; a comma after it does not count.
pub(super) fn is_closing(line: &str) -> bool {
    let bare = |it: &str| it.trim().trim_end_matches(',').to_lowercase();
    let line = bare(line);
    Language::ALL.into_iter().any(|language| {
        [
            section::CLOSINGS_WARM,
            section::CLOSINGS_FORMAL,
            section::CLOSINGS_PLAIN,
        ]
        .iter()
        .any(|name| {
            let both = Address::ALL.map(|it| addressed(language, it));
            both.iter()
                .any(|it| it.list(name).iter().any(|it| bare(it) == line))
        })
    })
}

#[cfg(test)]
mod tests;
