//! What a rewording must still say, and of whom.

use super::{
    Guard, Refusal, refuse,
    words::{self, Word},
};

/// Letters of a word of the specific that tells something, at least.
const TELLING: usize = 3;

impl Guard<'_> {
    /// Nothing is missing that makes the note what it is, and nobody else did it.
    pub(super) fn omissions(&self, message: &str) -> Result<(), Refusal> {
        let draft = words::words(self.draft);
        let said = words::words(message);
        let said_numbers = self.numbers(&said);
        let is_said = |wanted: &str, kin: bool| {
            said.iter().any(|it| {
                let it = it.lower();
                it == wanted || self.is_genitive(&it, wanted) || (kin && self.is_kin(&it, wanted))
            })
        };
        refuse("left_out", &draft, &|it| {
            let lower = it.lower();
            if let Some(number) = self.number(it) {
                return !said_numbers.contains(&number);
            }
            if self.names.contains(&lower) && !self.is_small(it) {
                return !is_said(&lower, false);
            }
            self.is_key(&lower) && !is_said(&lower, true)
        })?;
        refuse("who", &draft, &|it| {
            let lower = it.lower();
            self.is_key(&lower) && self.is_of_another(&lower, &draft, &said)
        })
    }

    /// Whether a word is said of somebody else than in the draft. What the user offers is never the
    /// reader's, even where the draft names nobody.
    fn is_of_another(&self, key: &str, draft: &[Word<'_>], said: &[Word<'_>]) -> bool {
        let (old, new) = (self.who(draft, key), self.who(said, key));
        let Some(new) = new else {
            return false;
        };
        match old {
            Some(old) => old != new,
            None => {
                let only_mine =
                    self.is_among(key, &self.points) && !self.is_among(key, &self.topic);
                only_mine && !self.vocabulary.is_writer(new)
            }
        }
    }

    /// The person of whom a word is said where it stands first.
    fn who(&self, words: &[Word<'_>], key: &str) -> Option<&'static str> {
        let at = words.iter().position(|it| self.is_kin(&it.lower(), key))?;
        self.vocabulary
            .subject_before(words, at, self.expectation.language)
    }

    /// A word of what was talked about, or of a selling point, that only this note would have, or
    /// that denies.
    fn is_key(&self, lower: &str) -> bool {
        let typed = self.is_among(lower, &self.topic) || self.is_among(lower, &self.points);
        let tells = lower.chars().count() >= TELLING && !self.vocabulary.is_neutral(lower);
        typed && (tells || self.vocabulary.is_denial(lower))
    }

    fn is_among(&self, lower: &str, typed: &[String]) -> bool {
        typed.iter().any(|it| self.is_kin(it, lower))
    }
}
