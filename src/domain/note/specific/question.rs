//! Whether a jotting asks, by its order of words or by its mark.

use super::{grammar::Grammar, token::Token};
use crate::domain::note::{language::Language, phrases::section};

/// Words behind "how" that are asked about: "how big is the team".
const MEASURES: &str = "big large small many much long often far fast old hard well soon early late \
    deep high important difficult easy busy diverse senior technical remote flexible";

impl Grammar {
    /// Whether the words stand as in a question; `marked` if it ended in a question mark.
    pub(super) fn asks(&self, tokens: &[Token], marked: bool) -> bool {
        let word = |at: usize| tokens.get(at).map_or("", |it| it.lower.as_str());
        let subject = |at: usize| {
            let capital = tokens.get(at).is_some_and(|it| it.capital);
            capital || self.is(section::ASKED_ABOUT, word(at))
        };
        let drawn = self.language == Language::English
            && ["what's", "how's", "where's", "who's", "why's", "when's"].contains(&word(0));
        if drawn {
            return true;
        }
        if self.begins(section::CLAUSE_STARTS, tokens) {
            return match self.language {
                Language::English => self.asks_in_english(tokens, marked, &subject),
                Language::German => {
                    let verb = tokens.get(1).is_some_and(|it| !it.capital)
                        && self.is(section::FINITE, word(1));
                    // In a clause the verb stands at the end.
                    let noun = tokens.last().is_some_and(|it| it.capital);
                    let one = !tokens
                        .iter()
                        .any(|it| it.behind_a_break || it.lower == "und");
                    verb && word(1) != "haben" || noun && one && tokens.len() > 2
                }
                Language::French | Language::Spanish => {
                    marked || self.is(section::QUESTION_STARTS, word(1)) && word(1).contains('-')
                }
            };
        }
        self.is(section::QUESTION_STARTS, word(0)) && (marked || subject(1))
    }

    /// "What is the on-call like", "how big is the team", "what stack do they use", but not "how
    /// the team is organised".
    fn asks_in_english(
        &self,
        tokens: &[Token],
        marked: bool,
        subject: &dyn Fn(usize) -> bool,
    ) -> bool {
        let word = |at: usize| tokens.get(at).map_or("", |it| it.lower.as_str());
        let verb = |at: usize| word(at) != "any" && self.is(section::QUESTION_STARTS, word(at));
        if word(0) == "whether" {
            return false;
        }
        let bare = word(0) == "why" && (tokens.len() == 2 || word(1) == "not")
            || matches!(word(1), "come" | "about");
        let measured = word(0) == "how" && MEASURES.split_whitespace().any(|it| it == word(1));
        let do_they = (1..5).any(|at| matches!(word(at), "do" | "does" | "did") && subject(at + 1));
        let order = verb(1) && (marked || subject(2));
        bare || order || do_they || measured && (2..4).any(|at| verb(at) && subject(at + 1))
    }
}
