//! What the user typed about the conversation, made to fit into a sentence.
//!
//! Takes notes as people jot them down: a noun, a clause, a sentence, a question, a list, with or
//! without capitals and full stop. Changes grammar only where it is certain; adds no fact. What is
//! not surely the name of something stands after a colon.

mod addressing;
mod beginning;
mod cleaned;
mod grammar;
mod jotted;
mod lead_in;
mod named;
mod noun_phrase;
mod question;
mod token;

use self::{
    addressing::{
        address_in_english, address_in_french, address_in_german, address_in_spanish, as_subject,
    },
    cleaned::Line,
    grammar::Grammar,
};
use super::{
    language::{Address, Language},
    phrases::section,
};
pub(super) use cleaned::tidy;

/// How a specific fits into a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `your on-call rotation`, `moving billing to event sourcing`: fits after "about".
    Topic(String),
    /// `die Rufbereitschaft`: the same where a language has endings, none of which changes.
    Inside(String),
    /// `how you moved billing`: fits after "thinking about" as well, but is no thing to hear of.
    Clause(String),
    /// `you are moving to Rust`, `great team`: stands by itself after a colon.
    Sentence(String),
    /// `I liked your office`: the same, and it may stand without one.
    Mine(String),
    /// `do you use Kafka`, without its mark: the same.
    Question(String),
}

impl Shape {
    /// The words.
    pub(super) fn into_text(self) -> String {
        match self {
            Self::Topic(text)
            | Self::Inside(text)
            | Self::Clause(text)
            | Self::Sentence(text)
            | Self::Mine(text)
            | Self::Question(text) => text,
        }
    }
}

/// The shape of what was typed; `None` for nothing, and for what says that there is nothing: "n/a".
/// `reader` is the full name of the person who reads it.
pub(super) fn shape(
    typed: &str,
    language: Language,
    address: Address,
    reader: Option<&str>,
) -> Option<Shape> {
    let jottings = Jottings {
        grammar: Grammar::of(language),
        address,
        reader,
    };
    let lines = cleaned::lines(typed);
    let mut shapes: Vec<Shape> = lines.iter().filter_map(|it| jottings.one(it)).collect();
    match shapes.len() {
        0 | 1 => shapes.pop(),
        _ => Some(jottings.join(shapes)),
    }
}

/// What one of several people is told of a specific that they share: one of its lines, or of its
/// members after a semicolon; the whole where it has no parts.
pub(super) fn part(typed: &str, position: u32) -> String {
    let parts: Vec<&str> = typed
        .split(['\n', '\r', ';'])
        .filter(|it| it.contains(char::is_alphanumeric))
        .collect();
    let place = usize::try_from(position).unwrap_or(0);
    parts
        .get(place % parts.len().max(1))
        .copied()
        .unwrap_or_default()
        .to_owned()
}

/// Who reads the jottings, and in what language.
struct Jottings<'a> {
    grammar: Grammar,
    address: Address,
    reader: Option<&'a str>,
}

impl Jottings<'_> {
    fn one(&self, line: &Line) -> Option<Shape> {
        let grammar = &self.grammar;
        let mut text = match grammar.language {
            Language::French => line.text.replace('\'', "’"),
            _ => line.text.clone(),
        };
        if let Some(known) = named::as_pronoun(&text, self.reader, grammar.language) {
            text = known;
        }
        let (text, aside) = self.without_lead_ins(text);
        if text.is_empty() || self.says_nothing(&text) {
            return None;
        }
        let text = match grammar.language {
            Language::English => jotted::read_out(&text),
            _ => text,
        };
        let (text, told) = match grammar.without_that(&text).filter(|_| !line.asks) {
            Some(told) => (told, true),
            None => (grammar.with_subject(text), false),
        };
        let text = self.address_reader(&grammar.small_start(&text, line.asks));
        Some(match grammar.shape(text, line.asks, aside) {
            Shape::Topic(text) | Shape::Inside(text) | Shape::Clause(text) if told => {
                Shape::Sentence(text)
            }
            shape => shape,
        })
    }

    /// Several jottings are one list; it is as independent as its most independent member.
    fn join(&self, shapes: Vec<Shape>) -> Shape {
        let all = |is: fn(&Shape) -> bool| shapes.iter().all(is);
        let (questions, clauses) = (
            all(|it| matches!(it, Shape::Question(_))),
            all(|it| matches!(it, Shape::Clause(_))),
        );
        let apart = !all(|it| matches!(it, Shape::Topic(_) | Shape::Inside(_) | Shape::Clause(_)));
        let texts: Vec<String> = shapes.into_iter().map(Shape::into_text).collect();
        if questions {
            return Shape::Question(texts.join("; "));
        }
        if apart {
            return Shape::Sentence(texts.join("; "));
        }
        let joined = match texts.split_last() {
            Some((last, rest)) => {
                let and = self.grammar.phrases.and(last);
                format!("{} {and} {last}", rest.join(", "))
            }
            None => String::new(),
        };
        if clauses {
            Shape::Clause(joined)
        } else {
            Shape::Topic(joined)
        }
    }

    /// Whether somebody says that there is nothing to say.
    fn says_nothing(&self, text: &str) -> bool {
        let plain = |it: &str| it.to_lowercase().replace('’', "'");
        let said = plain(text);
        let mut answers = self.grammar.phrases.barred(section::NOTHING);
        answers.any(|it| plain(it) == said)
    }

    /// What was talked about, and whether it only came up.
    fn without_lead_ins(&self, mut text: String) -> (String, bool) {
        /// "And we also talked about …".
        const MOST: usize = 3;
        let patterns = self.grammar.phrases.list(section::LEAD_INS);
        let mut aside = false;
        for _ in 0..MOST {
            let Some(rest) = lead_in::without(&text, patterns) else {
                break;
            };
            aside |= rest.aside;
            text = match self.grammar.language {
                Language::German => as_subject(&rest.text),
                _ => rest.text,
            };
        }
        (text, aside)
    }

    /// Turns the note about the reader into words to the reader, where the grammar is sure.
    fn address_reader(&self, text: &str) -> String {
        match self.grammar.language {
            Language::English => address_in_english(text),
            Language::German => address_in_german(text, self.address),
            Language::French => address_in_french(text, self.address),
            Language::Spanish => address_in_spanish(text, self.address),
        }
    }
}

/// A sentence that stands by itself.
pub(super) fn as_sentence(text: &str) -> String {
    format!("{}.", capitalized(text))
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

#[cfg(test)]
mod tests;
