//! The fact guard: what a rewording of a draft by somebody who cannot be trusted may say.
//!
//! A rewording is refused unless every word of it comes from the draft or from what the user typed,
//! or is one of those that state no fact (`[neutral]` of the tables of phrases). Greeting, closing
//! and signature are never reworded: they are put around the new message as they were. Names,
//! numbers and the words of the specific must all be there still.
//!
//! Its limit: known words can be put together to something that nobody said, so a person has to
//! look at the result. It errs on the side of refusing.

mod parts;
mod vocabulary;
mod words;

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
pub const CODES: [&str; 17] = [
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
        return Err(refusal("long", []));
    }
    let parts = Parts::of(body, expectation);
    let proposal = proposal.replace("\r\n", "\n");
    let message = parts.bare(&proposal);
    let guard = Guard::new(subject, &parts, expectation);
    guard.form(message)?;
    guard.additions(message)?;
    guard.omissions(message)?;
    Ok(parts.with(message))
}

fn refusal<'w>(code: &'static str, details: impl IntoIterator<Item = &'w str>) -> Refusal {
    let mut kept: Vec<String> = Vec::new();
    for it in details {
        if !kept.iter().any(|other| other == it) && kept.len() < 3 {
            kept.push(it.to_owned());
        }
    }
    Refusal {
        code,
        details: kept,
    }
}

/// A draft, and what may be said.
struct Guard<'a> {
    draft: &'a str,
    expectation: &'a Expectation<'a>,
    vocabulary: Vocabulary,
    /// Draft, greeting, subject and what was talked about.
    input: String,
    /// Words of the input, in small letters.
    known: Vec<String>,
    /// Words of the names that the user has given, in small letters.
    names: Vec<String>,
}

impl<'a> Guard<'a> {
    fn new(subject: &str, parts: &Parts<'a>, expectation: &'a Expectation<'a>) -> Self {
        let input = [parts.before, parts.message, subject, expectation.specific].join("\n");
        let lower = |text: &str| -> Vec<String> {
            let all = words::words(text);
            all.iter().map(Word::lower).collect()
        };
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
            known: lower(&input),
            names: names.flat_map(lower).collect(),
            input,
        }
    }

    /// Length, shape and language.
    fn form(&self, message: &str) -> Result<(), Refusal> {
        let words = words::words(message);
        if words.is_empty() {
            return Err(refusal("empty", []));
        }
        if words::sentences(message) == words::sentences(self.draft) {
            return Err(refusal("same", []));
        }
        if let Some(sign) = words::strange(message, &self.input) {
            return Err(refusal("markup", [sign]));
        }
        let is_list = |it: &str| {
            it.lines()
                .any(|it| it.starts_with("- ") || it.starts_with("• "))
        };
        if is_list(message) && !is_list(self.draft) {
            return Err(refusal("markup", ["-"]));
        }
        self.frame(message)?;
        let before = words::words(self.draft).len();
        let most = (before * LONGEST / 100).max(before + LONGER_BY);
        if words.len() > most {
            return Err(refusal("long", [words.len().to_string().as_str()]));
        }
        if words.len() * 100 < before * SHORTEST {
            return Err(refusal("short", [words.len().to_string().as_str()]));
        }
        let paragraphs = |it: &str| it.split("\n\n").filter(|it| !it.trim().is_empty()).count();
        if paragraphs(message) > paragraphs(self.draft).max(PARAGRAPHS) {
            return Err(refusal(
                "paragraphs",
                [paragraphs(message).to_string().as_str()],
            ));
        }
        let known = words.iter().filter(|it| self.may_say(it)).count();
        if known * 100 < words.len() * KNOWN {
            return Err(refusal("other_text", []));
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
            return Err(refusal("chatter", [word.text]));
        }
        if first.ends_with(':') && last.is_some() {
            return Err(refusal("chatter", [first]));
        }
        let short = |it: &str| it.split_whitespace().count() <= 6;
        if last.is_some() && first.ends_with(',') && short(first) {
            return Err(refusal("greeting", [first]));
        }
        let signs = |it: &&str| {
            let mut signature = self.expectation.signature.lines().map(str::trim);
            phrases::is_closing(it)
                || *it == self.expectation.sender.trim()
                || (it.ends_with(',') && short(it))
                || signature.any(|line| line == *it)
        };
        match last.filter(signs) {
            Some(last) => Err(refusal("greeting", [last])),
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
            Some(it) => Err(refusal("repeats", [it.as_str()])),
            None => Ok(()),
        }
    }

    /// Nothing is said that was not there.
    fn additions(&self, message: &str) -> Result<(), Refusal> {
        let addresses: Vec<&str> = words::addresses(&self.input).collect();
        refuse(
            "address",
            words::addresses(message).filter(|it| !addresses.contains(it)),
        )?;
        let words = words::words(message);
        let numbers = self.numbers(&self.input);
        let new_number = |it: &&Word<'_>| {
            let number = self.number(it);
            number.is_some_and(|it| !numbers.contains(&it))
        };
        refuse_words("number", words.iter().filter(new_number))?;
        let new_date =
            |it: &&Word<'_>| self.vocabulary.is_date(&it.lower()) && !self.knows(&it.lower());
        refuse_words("date", words.iter().filter(new_date))?;
        for form in 0..2 {
            let is_form = |it: &&Word<'_>| self.vocabulary.is_form(it, form);
            if !words::words(&self.input).iter().any(|it| is_form(&it)) {
                refuse_words("form", words.iter().filter(is_form))?;
            }
        }
        let denial = |it: &&Word<'_>| self.vocabulary.is_denial(&it.lower());
        if !words::words(&self.input).iter().any(|it| denial(&it)) {
            refuse_words("denial", words.iter().filter(denial))?;
        }
        refuse_words("word", words.iter().filter(|it| !self.may_say(it)))
    }

    /// Nothing is missing that makes the note what it is.
    fn omissions(&self, message: &str) -> Result<(), Refusal> {
        let draft = words::words(self.draft);
        let said = words::words(message);
        let said_numbers = self.numbers(message);
        let is_said = |wanted: &str, kin: bool| {
            said.iter().any(|it| {
                let it = it.lower();
                it == wanted || self.is_genitive(&it, wanted) || (kin && self.is_kin(&it, wanted))
            })
        };
        let missing = draft.iter().filter(|it| {
            let lower = it.lower();
            if let Some(number) = self.number(it) {
                return !said_numbers.contains(&number);
            }
            if self.names.contains(&lower) && !self.is_small(it) {
                return !is_said(&lower, false);
            }
            self.is_key(&lower) && !is_said(&lower, true)
        });
        refuse_words("left_out", missing)
    }

    /// Numbers that a text says, in figures or in words.
    fn numbers(&self, text: &str) -> Vec<String> {
        let words = words::words(text);
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

    /// A word of what was talked about that only this note would have, or that denies.
    fn is_key(&self, lower: &str) -> bool {
        let typed = words::words(self.expectation.specific);
        let typed = typed.iter().any(|it| self.is_kin(&it.lower(), lower));
        let tells = lower.chars().count() > 3 && !self.vocabulary.is_neutral(lower);
        typed && (tells || self.vocabulary.is_denial(lower))
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
            let as_written = words::words(&self.input);
            return as_written.iter().any(|it| it.text == word.text);
        }
        if self.number(word).is_some() || vocabulary.is_date(&lower) {
            return self.knows(&lower) || self.number(word).is_some();
        }
        let of_form = (0..2).any(|form| vocabulary.is_form(word, form));
        self.knows(&lower)
            || vocabulary.is_neutral(&lower)
            || vocabulary.is_denial(&lower)
            || of_form
            || self.comes_from_known(&lower)
    }

    /// Another form of a word of the input; names have no other forms than the genitive.
    fn comes_from_known(&self, lower: &str) -> bool {
        self.known.iter().any(|it| {
            if self.names.contains(it) {
                self.is_genitive(lower, it)
            } else {
                self.is_kin(lower, it)
            }
        })
    }
}

fn refuse<'w>(code: &'static str, found: impl Iterator<Item = &'w str>) -> Result<(), Refusal> {
    let mut found = found.peekable();
    match found.peek() {
        Some(_) => Err(refusal(code, found)),
        None => Ok(()),
    }
}

fn refuse_words<'w>(
    code: &'static str,
    found: impl Iterator<Item = &'w Word<'w>>,
) -> Result<(), Refusal> {
    refuse(code, found.map(|it| it.text))
}

#[cfg(test)]
mod tests;
