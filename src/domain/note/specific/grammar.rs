//! Whether a jotting names, asks or tells.
//!
//! It names something only where nothing in it may tell or ask: whatever is doubtful is told after
//! a colon, where every form is right.

use super::{
    Shape, capitalized, noun_phrase,
    token::{Token, tokens},
};
use crate::domain::note::{
    language::Language,
    phrases::{self, Phrases, section},
};

/// What is known of a language's grammar.
pub(super) struct Grammar {
    pub(super) language: Language,
    pub(super) phrases: &'static Phrases,
}

/// What a jotting does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `the roadmap`.
    Names,
    /// `how they test`.
    Clause,
    /// `they test everything`.
    Tells,
    /// `do they test`.
    Asks,
    /// Something else, or not sure.
    Other,
}

impl Grammar {
    pub(super) fn of(language: Language) -> Self {
        Self {
            language,
            phrases: phrases::of(language),
        }
    }

    /// Whether a word stands in a section.
    pub(super) fn is(&self, section: &str, word: &str) -> bool {
        self.phrases.words(section).any(|it| it == word)
    }

    pub(super) fn tokens(&self, text: &str) -> Vec<Token> {
        tokens(text, self.language == Language::French)
    }

    /// Whether it begins with a word of the section, or with two that stand there as `por_qué`.
    pub(super) fn begins(&self, section: &str, tokens: &[Token]) -> bool {
        match tokens {
            [first, second, ..] => {
                let both = format!("{}_{}", first.lower, second.lower);
                self.is(section, &first.lower) || self.is(section, &both)
            }
            [first] => self.is(section, &first.lower),
            [] => false,
        }
    }

    /// The shape of a text, which is Kafka, `they test`, or `do they test` if it `asks`.
    pub(super) fn shape(&self, text: String, asks: bool, aside: bool) -> Shape {
        let form = self.form(&text, asks);
        match form {
            Form::Clause => Shape::Clause(text),
            Form::Asks => Shape::Question(self.begun(text)),
            Form::Names if !aside && self.keeps_its_form(&text) => Shape::Inside(text),
            Form::Names if !aside => Shape::Topic(self.determined(text)),
            Form::Tells if self.is_mine(&text) => Shape::Mine(self.begun(text)),
            Form::Tells => Shape::Sentence(self.begun(text)),
            Form::Names | Form::Other => Shape::Sentence(text),
        }
    }

    pub(super) fn form(&self, text: &str, asks: bool) -> Form {
        let tokens = self.tokens(text);
        let [first, ..] = tokens.as_slice() else {
            return Form::Other;
        };
        if is_of_several(text) {
            return Form::Tells;
        }
        if self.asks(&tokens, asks) {
            return Form::Asks;
        }
        if self.begins(section::CLAUSE_STARTS, &tokens) {
            // "What surprised me: no tests" goes on behind its clause.
            let whole = !text.contains(": ");
            return if whole { Form::Clause } else { Form::Other };
        }
        let form = if self.is_subject(first) || self.tells(&tokens) {
            Form::Tells
        } else if self.names(text, &tokens) {
            Form::Names
        } else {
            Form::Other
        };
        let reported = tokens
            .get(1)
            .is_some_and(|it| REPORTED.contains(&it.lower.as_str()));
        if asks && form != Form::Names && !reported {
            Form::Asks
        } else {
            form
        }
    }

    /// A pronoun that begins a sentence, drawn together with its verb or not: `she's`.
    pub(super) fn is_subject(&self, first: &Token) -> bool {
        let bare = match self.language {
            Language::English => first.lower.split('\'').next().unwrap_or_default(),
            _ => first.lower.as_str(),
        };
        let drawn = bare.len() < first.lower.len();
        self.is(section::SENTENCE_STARTS, bare) || drawn && matches!(bare, "that" | "this")
    }

    /// Whether a verb in it says something of what stands before.
    pub(super) fn tells(&self, tokens: &[Token]) -> bool {
        let pairs = tokens.iter().zip(tokens.iter().skip(1));
        for (at, (before, word)) in pairs.enumerate() {
            let lower = word.lower.as_str();
            let anew = word.behind_a_break || JOINING.contains(&before.lower.as_str());
            let bare = lower.split('\'').next().unwrap_or_default();
            if self.is(section::EMBEDS, bare) {
                // "The team, they are hiring" and "Kafka and they …" go on with another sentence.
                return anew && self.is(section::SENTENCE_STARTS, bare);
            }
            if anew && self.is(section::EMBEDS_BEHIND_A_COMMA, lower) {
                return false;
            }
            let infinitive = matches!(before.lower.as_str(), "to" | "zu");
            if self.is(section::FINITE, lower)
                && !infinitive
                && (!word.capital || before.loud && word.loud)
            {
                return true;
            }
            let next = tokens.get(at + 2).map_or("", |it| it.lower.as_str());
            if self.language == Language::English
                && (noun_phrase::is_drawn_verb(lower, next)
                    || self.is(section::BEHIND_SEVERAL, lower)
                        && noun_phrase::is_several(&before.lower))
            {
                return true;
            }
        }
        let first = tokens.first();
        let next = tokens.get(1).map_or("", |it| it.lower.as_str());
        self.language == Language::English
            && first.is_some_and(|it| noun_phrase::is_drawn_verb(&it.lower, next))
    }

    /// Whether it is sure to name something, so that "about" may stand before it.
    fn names(&self, text: &str, tokens: &[Token]) -> bool {
        let Some(first) = tokens.first() else {
            return false;
        };
        let verb = self.is(section::FINITE, &first.lower)
            && !(first.capital && self.language == Language::German);
        if verb || self.begins(section::NO_TOPIC, tokens) || text.contains(": ") {
            return false;
        }
        match self.language {
            Language::English => noun_phrase::is_sure(self, text, tokens),
            Language::French => self.is(section::TOPIC_STARTS, &first.lower),
            // "Conversar sobre teletrabajo", "sobre Kafka", "sobre guardias", but not "sobre equipo de 12".
            Language::Spanish => {
                self.is(section::TOPIC_STARTS, &first.lower)
                    || first.capital
                    || first.lower.ends_with('s')
                    || tokens.len() == 1
            }
            Language::German => true,
        }
    }

    /// German: a short topic whose article is the same as an object.
    fn keeps_its_form(&self, text: &str) -> bool {
        const FORMS: [&str; 12] = [
            "die", "das", "eine", "ihre", "meine", "unsere", "mehrere", "viele", "zwei", "drei",
            "vier", "fünf",
        ];
        let tokens = self.tokens(text);
        let [first, others @ ..] = tokens.as_slice() else {
            return false;
        };
        self.language == Language::German
            && FORMS.contains(&first.lower.as_str())
            && (1..6).contains(&others.len())
            && !others
                .iter()
                .any(|it| it.behind_a_break || it.lower == "und")
    }

    /// Whether the user says it of themselves, as a whole.
    fn is_mine(&self, text: &str) -> bool {
        let tokens = self.tokens(text);
        let first = tokens.first().and_then(|it| it.lower.split('\'').next());
        tokens.len() > 2 && first.is_some_and(|it| self.is(section::MINE, it))
    }

    /// English: one thing among others takes an article.
    fn determined(&self, text: String) -> String {
        let english = self.language == Language::English;
        if english && noun_phrase::takes_article(self, &text) {
            format!("the {text}")
        } else {
            text
        }
    }

    /// After a colon a sentence begins with a capital in German alone.
    fn begun(&self, text: String) -> String {
        match self.language {
            Language::German => capitalized(&text),
            _ => text,
        }
    }
}

/// Words that go on with something of the same kind.
const JOINING: [&str; 10] = [
    "and", "but", "so", "or", "und", "aber", "et", "mais", "y", "pero",
];

/// "You mentioned the warehouse?" is in doubt about nothing but the wording.
const REPORTED: [&str; 5] = ["mentioned", "said", "told", "explained", "asked"];

/// Whether a sentence ends inside the text; "esp. caching" abbreviates.
fn is_of_several(text: &str) -> bool {
    let ends = text.match_indices(". ").any(|(at, stop)| {
        let word = text.get(..at).and_then(|it| it.split(' ').next_back());
        let next = text.get(at + stop.len()..).and_then(|it| it.chars().next());
        word.is_some_and(|it| it.chars().count() > 4) || next.is_some_and(char::is_uppercase)
    });
    ends || text.contains("? ") || text.contains("! ")
}
