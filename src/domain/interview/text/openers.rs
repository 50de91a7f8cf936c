//! Finds phrases that lead to something, all of a list in one walk over a text.

use std::collections::{BTreeMap, HashMap};

/// Phrases in lower case, each with a space in it, the first counting most.
#[derive(Debug)]
pub(crate) struct Openers {
    phrases: Vec<&'static str>,
    by_first_word: HashMap<&'static str, Vec<usize>>,
}

impl Openers {
    /// Makes the phrases ready.
    pub(crate) fn new(phrases: impl Iterator<Item = &'static str>) -> Self {
        let phrases: Vec<&'static str> = phrases.collect();
        let mut by_first_word: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, phrase) in phrases.iter().enumerate() {
            let word = phrase.split(' ').next().unwrap_or_default();
            by_first_word.entry(word).or_default().push(at);
        }
        Self {
            phrases,
            by_first_word,
        }
    }

    /// The phrases that begin a word in `text` (lower case): their places in the list, in order,
    /// and where each first ends, in bytes.
    pub(crate) fn ends_in(&self, text: &str) -> impl Iterator<Item = (usize, usize)> {
        let mut found = BTreeMap::new();
        let mut before = ' ';
        for (at, c) in text.char_indices() {
            let begins = c.is_alphanumeric() && !before.is_alphanumeric();
            before = c;
            if !begins {
                continue;
            }
            let rest = text.get(at..).unwrap_or_default();
            let word = rest.split(' ').next().unwrap_or_default();
            for one in self.by_first_word.get(word).into_iter().flatten() {
                let phrase = self.phrases.get(*one).copied().unwrap_or_default();
                if rest.starts_with(phrase) {
                    found.entry(*one).or_insert(at + phrase.len());
                }
            }
        }
        found.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_at_words_in_the_order_of_the_list() {
        let openers = Openers::new(["role at ", "at the ", "poste d'"].into_iter());
        let ends = |text: &str| openers.ends_in(text).collect::<Vec<_>>();
        assert_eq!(ends("a role at the acme, a role at bo"), [(0, 10), (1, 14)]);
        assert_eq!(ends("parole at acme, that the"), []);
        assert_eq!(ends("un poste d'aide"), [(2, 11)]);
        assert_eq!(ends(""), []);
    }
}
