//! The fact guard: what a rewording of a draft by somebody who cannot be trusted may say.
//!
//! A rewording is refused unless every word of it comes from the draft or from what the user typed,
//! or is one of those that state no fact (`[neutral]` of the tables of phrases). Greeting, closing
//! and signature are never reworded: they are put around the new message as they were. Names,
//! numbers and the words of the specific must all be there still.
//!
//! Its limit: known words can be put together to something that nobody said, so a person has to
//! look at the result. It errs on the side of refusing.

mod claims;
mod omissions;
mod parts;
mod vocabulary;
pub(super) mod words;

use super::{language::Language, phrases, review::Expectation};
pub use parts::Parts;
use vocabulary::Vocabulary;
use words::Word;

/// Why a rewording is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Stable code; the text is `refused_<code>` in `_locales`, with `details` as its placeholder.
    pub code: &'static str,
    /// The words that it is about, each once, three at most.
    pub details: Vec<String>,
}

/// Every code of a refusal.
pub const CODES: [&str; 18] = [
    "empty",
    "same",
    "markup",
    "long",
    "short",
    "paragraphs",
    "chatter",
    "other_text",
    "greeting",
    "repeats",
    "address",
    "number",
    "date",
    "form",
    "denial",
    "word",
    "left_out",
    "who",
];

/// A note is a few hundred bytes; beyond this nothing is looked at.
const LONGEST_BYTES: usize = 8_000;
/// Hundredths of the draft's words that a rewording may have, at least and at most.
const SHORTEST: usize = 60;
const LONGEST: usize = 130;
/// Words that it may be longer by in any case: thirty hundredths of a short note are few.
const LONGER_BY: usize = 15;
/// "Keep it to one or two paragraphs."
const PARAGRAPHS: usize = 2;
/// Hundredths of known words below which it is another text altogether, or another language.
const KNOWN: usize = 60;
/// A sentence of fewer words may stand twice.
const SENTENCE_WORDS: usize = 4;

/// The body with the reworded message, if it says nothing new and leaves nothing out.
///
/// `proposal` is what came back for the message of `body`; it may repeat greeting and closing as
/// they are.
///
/// # Errors
/// The first reason to refuse it.
pub fn check(
    subject: &str,
    body: &str,
    proposal: &str,
    expectation: &Expectation<'_>,
) -> Result<String, Refusal> {
    if proposal.len() > LONGEST_BYTES {
        return Err(refusal("long", &[]));
    }
    let parts = Parts::of(body, expectation);
    let proposal = proposal.replace("\r\n", "\n");
    let message = parts.bare(&proposal);
    let input = [parts.before, parts.message, subject, expectation.specific].join("\n");
    let guard = Guard::new(&input, &parts, expectation);
    guard.form(message)?;
    guard.additions(message)?;
    guard.omissions(message)?;
    Ok(parts.with(message))
}

fn refusal(code: &'static str, details: &[&str]) -> Refusal {
    let mut kept: Vec<String> = Vec::new();
    for it in details {
        if !kept.iter().any(|other| other == it) && kept.len() < 3 {
            kept.push((*it).to_owned());
        }
    }
    Refusal {
        code,
        details: kept,
    }
}

/// Refuses the words that are wrong, if there are any.
fn refuse(
    code: &'static str,
    words: &[Word<'_>],
    wrong: &dyn Fn(&Word<'_>) -> bool,
) -> Result<(), Refusal> {
    let found: Vec<&str> = words
        .iter()
        .filter(|it| wrong(it))
        .map(|it| it.text)
        .collect();
    if found.is_empty() {
        return Ok(());
    }
    Err(refusal(code, &found))
}

/// A draft, and what may be said.
struct Guard<'a> {
    draft: &'a str,
    expectation: &'a Expectation<'a>,
    vocabulary: Vocabulary,
    /// Draft, greeting, subject and what was talked about.
    input: &'a str,
    words: Vec<Word<'a>>,
    /// Words of the input, in small letters.
    known: Vec<String>,
    /// Words of the names that the user has given, in small letters.
    names: Vec<String>,
    /// Words of what was talked about, in small letters.
    topic: Vec<String>,
    /// Words of the user's selling points, in small letters.
    points: Vec<String>,
}

impl<'a> Guard<'a> {
    fn new(input: &'a str, parts: &Parts<'a>, expectation: &'a Expectation<'a>) -> Self {
        let lower = |text: &str| words::lower(&words::words(text));
        let names = [
            expectation.recipient,
            expectation.call,
            expectation.employer,
        ];
        let others = expectation.other_names.iter().map(String::as_str);
        let names = names.into_iter().flatten().chain(others);
        Self {
            draft: parts.message,
            expectation,
            vocabulary: Vocabulary::of(expectation.language),
            known: lower(input),
            names: names.flat_map(lower).collect(),
            topic: lower(expectation.specific),
            points: expectation
                .selling_points
                .iter()
                .flat_map(|it| lower(it))
                .collect(),
            words: words::words(input),
            input,
        }
    }

    /// Length, shape and language.
    fn form(&self, message: &str) -> Result<(), Refusal> {
        let words = words::words(message);
        if words.is_empty() {
            return Err(refusal("empty", &[]));
        }
        if words::sentences(message) == words::sentences(self.draft) {
            return Err(refusal("same", &[]));
        }
        if let Some(sign) = words::strange(message, self.input) {
            return Err(refusal("markup", &[sign]));
        }
        let is_list = |it: &str| {
            it.lines()
                .any(|it| it.starts_with("- ") || it.starts_with("• "))
        };
        if is_list(message) && !is_list(self.draft) {
            return Err(refusal("markup", &["-"]));
        }
        self.frame(message)?;
        let known = words.iter().filter(|it| self.may_say(it)).count();
        if known * 100 < words.len() * KNOWN {
            return Err(refusal("other_text", &[]));
        }
        let before = words::words(self.draft).len();
        let most = (before * LONGEST / 100).max(before + LONGER_BY);
        if words.len() > most {
            return Err(refusal("long", &[&words.len().to_string()]));
        }
        if words.len() * 100 < before * SHORTEST {
            return Err(refusal("short", &[&words.len().to_string()]));
        }
        let paragraphs = |it: &str| it.split("\n\n").filter(|it| !it.trim().is_empty()).count();
        if paragraphs(message) > paragraphs(self.draft).max(PARAGRAPHS) {
            let count = paragraphs(message).to_string();
            return Err(refusal("paragraphs", &[&count]));
        }
        self.repeats(message)
    }

    /// No greeting, closing or remark around it: those that belong there are put there.
    fn frame(&self, message: &str) -> Result<(), Refusal> {
        let mut lines = message.lines().map(str::trim).filter(|it| !it.is_empty());
        let first = lines.next().unwrap_or_default();
        let last = lines.next_back();
        let about_task = words::words(message)
            .into_iter()
            .find(|it| self.vocabulary.is_of_task(&it.lower()) && !self.knows(&it.lower()));
        if let Some(word) = about_task {
            return Err(refusal("chatter", &[word.text]));
        }
        if first.ends_with(':') && last.is_some() {
            return Err(refusal("chatter", &[first]));
        }
        let short = |it: &str| it.split_whitespace().count() <= 6;
        if last.is_some() && first.ends_with(',') && short(first) {
            return Err(refusal("greeting", &[first]));
        }
        let signs = |it: &&str| {
            let mut signature = self.expectation.signature.lines().map(str::trim);
            phrases::is_closing(it)
                || *it == self.expectation.sender.trim()
                || (it.ends_with(',') && short(it))
                || signature.any(|line| line == *it)
        };
        match last.filter(signs) {
            Some(last) => Err(refusal("greeting", &[last])),
            None => Ok(()),
        }
    }

    fn repeats(&self, message: &str) -> Result<(), Refusal> {
        let sentences = words::sentences(message);
        let draft = words::sentences(self.draft);
        let count = |all: &[String], one: &String| all.iter().filter(|it| *it == one).count();
        let long = |it: &String| it.split(' ').count() >= SENTENCE_WORDS;
        let twice = sentences
            .iter()
            .find(|it| long(it) && count(&sentences, it) > count(&draft, it).max(1));
        match twice {
            Some(it) => Err(refusal("repeats", &[it.as_str()])),
            None => Ok(()),
        }
    }

    /// Nothing is said that was not there.
    fn additions(&self, message: &str) -> Result<(), Refusal> {
        let known = words::addresses(self.input);
        let new = words::addresses(message);
        if let Some(address) = new.into_iter().find(|it| !known.contains(it)) {
            return Err(refusal("address", &[address]));
        }
        let words = words::words(message);
        let numbers = self.numbers(&self.words);
        refuse("number", &words, &|it| {
            let number = self.number(it);
            number.is_some_and(|it| !numbers.contains(&it))
        })?;
        refuse("date", &words, &|it| {
            self.vocabulary.is_date(&it.lower()) && !self.comes_from_input(&it.lower())
        })?;
        for form in 0..2 {
            self.refuse_class("form", &words, &|it| self.vocabulary.is_form(it, form))?;
        }
        self.refuse_class("denial", &words, &|it| {
            self.vocabulary.is_denial(&it.lower())
        })?;
        refuse("word", &words, &|it| !self.may_say(it))?;
        self.claims(&words)
    }

    /// Words of a class may be said where the input says any of them.
    fn refuse_class(
        &self,
        code: &'static str,
        words: &[Word<'_>],
        is_of_class: &dyn Fn(&Word<'_>) -> bool,
    ) -> Result<(), Refusal> {
        if self.words.iter().any(is_of_class) {
            return Ok(());
        }
        refuse(code, words, is_of_class)
    }

    /// The numbers among words, in figures or in words.
    fn numbers(&self, words: &[Word<'_>]) -> Vec<String> {
        words.iter().filter_map(|it| self.number(it)).collect()
    }

    fn number(&self, word: &Word<'_>) -> Option<String> {
        let lower = word.lower();
        if word.has_digit() {
            return Some(lower);
        }
        self.vocabulary.number(&lower).map(str::to_owned)
    }

    fn knows(&self, lower: &str) -> bool {
        self.known.iter().any(|it| it == lower)
    }

    /// A word of a name that is one of the language, and written like one: "van", "the".
    fn is_small(&self, word: &Word<'_>) -> bool {
        !word.is_capital() && self.vocabulary.is_neutral(&word.lower())
    }

    fn is_kin(&self, one: &str, other: &str) -> bool {
        words::is_kin(one, other, &self.vocabulary.endings)
    }

    /// `Priyas` of Priya, as German writes it.
    fn is_genitive(&self, word: &str, name: &str) -> bool {
        self.expectation.language == Language::German && word.strip_suffix('s') == Some(name)
    }

    /// Whether a word comes from the input or states no fact.
    fn may_say(&self, word: &Word<'_>) -> bool {
        let lower = word.lower();
        let vocabulary = &self.vocabulary;
        // With a capital inside a sentence it is a name, but in German, and "I".
        let named = word.is_capital()
            && !word.begins
            && self.expectation.language != Language::German
            && word.text != "I";
        if named {
            return self.words.iter().any(|it| it.text == word.text);
        }
        // Numbers have been compared by what they say.
        self.number(word).is_some()
            || vocabulary.is_neutral(&lower)
            || vocabulary.is_denial(&lower)
            || (0..2).any(|form| vocabulary.is_form(word, form))
            || self.comes_from_input(&lower)
    }

    /// A word of the input in any of its forms; names have no other than the genitive.
    fn comes_from_input(&self, lower: &str) -> bool {
        self.known.iter().any(|it| {
            if it == lower {
                true
            } else if self.names.contains(it) {
                self.is_genitive(lower, it)
            } else {
                self.is_kin(lower, it)
            }
        })
    }
}

#[cfg(test)]
mod tests;
