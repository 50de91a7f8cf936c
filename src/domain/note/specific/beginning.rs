//! How a jotting begins: in small letters, with a subject, without "that".

use super::{grammar::Grammar, noun_phrase, token::Token};
use crate::domain::note::{language::Language, phrases::section};

/// Verbs that are names as well, and months.
const NAMES: [&str; 2] = ["will", "may"];

impl Grammar {
    /// The sentence that "that" begins; `None` where it points at something: "that project".
    pub(super) fn without_that(&self, text: &str) -> Option<String> {
        let tokens = self.tokens(text);
        let [first, second, ..] = tokens.as_slice() else {
            return None;
        };
        if !self.is(section::THAT, &first.lower) || self.is(section::FINITE, &second.lower) {
            return None;
        }
        let rest = text.split_once([' ', '’']).map(|(_, it)| it.to_owned())?;
        let tells = self.language != Language::English
            || self.is(section::ASKED_ABOUT, &second.lower)
            || self.is_subject(second)
            || self.tells(&self.tokens(&rest));
        tells.then_some(rest)
    }

    /// "Liked how they test" is what I liked.
    pub(super) fn with_subject(&self, text: String) -> String {
        let tokens = self.tokens(&text);
        let place = |it: &Token| {
            let lines = self.phrases.list(section::LIKED).iter();
            lines
                .filter_map(|line| line.split_once(" = "))
                .find(|(_, words)| words.split(' ').any(|word| word == it.lower))
                .map(|(subject, _)| subject)
        };
        // "Really liked" as well; "liked and used" is another matter.
        let adverb = tokens.first().is_some_and(|it| it.lower.ends_with("ly"));
        let verb = tokens.get(usize::from(adverb));
        match verb.and_then(place) {
            Some(subject) if tokens.len() > 1 => format!("{subject} {}", uncapitalized(&text)),
            _ => text,
        }
    }

    /// Lowers the first letter where the word is small by nature; a name keeps its capital.
    pub(super) fn small_start(&self, text: &str, asks: bool) -> String {
        let tokens = self.tokens(text);
        let Some(first) = tokens.first() else {
            return text.to_owned();
        };
        let next = tokens.get(1);
        let is = |name: &str| self.is(name, &first.lower);
        let english = self.language == Language::English;
        // Behind the words that are small everywhere stand those that may begin a name.
        let lines = self.phrases.list(section::SMALL).iter();
        let line = lines
            .enumerate()
            .find(|(_, line)| line.split(' ').any(|it| it == first.lower))
            .map(|(at, _)| at);
        let noun = line.is_some()
            || is(section::UNCOUNTABLE)
            || is(section::THINGS)
            || english && noun_phrase::is_common(&first.lower);
        let small = line == Some(0) || noun && next.is_none_or(|it| !it.capital);
        let verb = [section::NO_TOPIC, section::FINITE, section::QUESTION_STARTS]
            .into_iter()
            .any(is)
            && (!NAMES.contains(&first.lower.as_str()) || self.asks(&tokens, asks));
        let gerund =
            next.is_some_and(|it| english && noun_phrase::is_small_gerund(&first.lower, &it.lower));
        let pronoun = is(section::SENTENCE_STARTS) && !english
            || english
                && first.lower != "i"
                && !first.lower.starts_with("i'")
                && self.is_subject(first);
        let shouting = text.chars().nth(1).is_some_and(char::is_uppercase);
        if (small || verb || gerund || pronoun) && !shouting && first.capital {
            uncapitalized(text)
        } else {
            text.to_owned()
        }
    }
}

fn uncapitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}
