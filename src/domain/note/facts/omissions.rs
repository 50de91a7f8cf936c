//! What a rewording must still say, and of whom.

use super::{
    Guard, Refusal, refuse,
    words::{self, Word},
};
use crate::domain::note::language::Language;

/// Letters of a word of the specific that tells something, at least.
const TELLING: usize = 3;
/// How many words before a word its subject is looked for.
const NEAR: usize = 3;

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
            self.number(it).is_none()
                && self.is_key(&lower)
                && self.is_of_another(&lower, &draft, &said)
        })
    }

    /// Whether a word is said of somebody else than in the draft. What the user offers is never that
    /// of others alone ("You speak four languages"), but it may be offered to them ("I can offer you
    /// four languages").
    fn is_of_another(&self, key: &str, draft: &[Word<'_>], said: &[Word<'_>]) -> bool {
        let offered = self.is_among(key, &self.points) && !self.is_among(key, &self.topic);
        let far = self.expectation.language == Language::German;
        let near = if offered && !far { 1 } else { NEAR };
        let who = |it| self.who(it, key, near);
        if let (Some(old), Some(new)) = (who(draft), who(said))
            && old != new
        {
            return true;
        }
        offered && self.is_of_others(said, key) && !self.is_of_others(draft, key)
    }

    /// Whether the sentence names others before the word where it stands first, and not the writer.
    fn is_of_others(&self, words: &[Word<'_>], key: &str) -> bool {
        let Some(at) = words.iter().position(|it| self.is_kin(&it.lower(), key)) else {
            return false;
        };
        let persons = self.vocabulary.persons_before(words, at);
        !persons.is_empty() && !persons.iter().any(|it| self.vocabulary.is_writer(it))
    }

    /// The person named close before the word where it stands first, in its sentence. A German verb
    /// stands far from its subject.
    fn who(&self, words: &[Word<'_>], key: &str, near: usize) -> Option<&'static str> {
        let at = words.iter().position(|it| self.is_kin(&it.lower(), key))?;
        let is_verb = words.get(at).is_some_and(|it| !it.is_capital());
        let far = self.expectation.language == Language::German && is_verb;
        let near = if far { at } else { near };
        self.vocabulary.subject_before(words, at, near)
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
