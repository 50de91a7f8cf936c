//! What the user typed about the conversation, made to fit into a sentence.
//!
//! Takes notes as people jot them down: a noun, a clause, a sentence, a list, with or without
//! capitals and full stop. Changes grammar only where it is certain; adds no fact.

mod addressing;
mod jotted;

use self::addressing::{address_in_english, address_in_french, address_in_german};
use super::{
    language::{Address, Language},
    phrases::{self, Phrases, section},
};

/// How a specific fits into a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `your on-call rotation`, `moving billing to event sourcing`: fits after "about".
    Topic(String),
    /// `how you moved billing`: fits after "thinking about" as well, but is no thing to hear of.
    Clause(String),
    /// `they are moving to Rust`: stands by itself after a colon.
    Sentence(String),
}

/// The shape of what was typed; `None` for nothing.
pub(super) fn shape(typed: &str, language: Language, address: Address) -> Option<Shape> {
    let grammar = Grammar::of(language, address);
    let shapes: Vec<Shape> = typed
        .split(['\n', '\r'])
        .map(|it| it.trim_start_matches(['-', '*', '•', '–', '·', ' ', '\t']))
        .map(tidy)
        .filter(|it| !it.is_empty())
        .map(|it| grammar.one(&it))
        .collect();
    match shapes.as_slice() {
        [] => None,
        [only] => Some(only.clone()),
        several => Some(grammar.join(several)),
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

/// What is known of a language's grammar.
struct Grammar {
    language: Language,
    address: Address,
    phrases: &'static Phrases,
}

impl Grammar {
    fn of(language: Language, address: Address) -> Self {
        let phrases = phrases::of(language);
        Self {
            language,
            address,
            phrases,
        }
    }

    fn one(&self, item: &str) -> Shape {
        let text = self.without_lead_in(item);
        let text = match self.language {
            Language::English => jotted::read_out(text),
            _ => text.to_owned(),
        };
        let text = self.small_start(&text);
        let text = self.address_reader(&text);
        let first = first_word(&text);
        if self.starts(section::CLAUSE_STARTS, &first) {
            Shape::Clause(text)
        } else if self.starts(section::SENTENCE_STARTS, &first) || is_of_several(&text) {
            Shape::Sentence(self.sentence(text))
        } else {
            Shape::Topic(text)
        }
    }

    /// Several jottings are one list; it is as independent as its most independent member.
    fn join(&self, shapes: &[Shape]) -> Shape {
        let text = |it: &Shape| match it {
            Shape::Topic(text) | Shape::Clause(text) | Shape::Sentence(text) => text.clone(),
        };
        let texts: Vec<String> = shapes.iter().map(text).collect();
        if shapes.iter().any(|it| matches!(it, Shape::Sentence(_))) {
            return Shape::Sentence(texts.join("; "));
        }
        let and = self.phrases.one(section::AND);
        let joined = match texts.split_last() {
            Some((last, rest)) => format!("{} {and} {last}", rest.join(", ")),
            None => String::new(),
        };
        if shapes.iter().all(|it| matches!(it, Shape::Clause(_))) {
            Shape::Clause(joined)
        } else {
            Shape::Topic(joined)
        }
    }

    fn starts(&self, section: &str, first: &str) -> bool {
        self.phrases.words(section).any(|it| it == first)
    }

    /// After a colon a sentence begins with a capital in German alone.
    fn sentence(&self, text: String) -> String {
        match self.language {
            Language::German => capitalized(&text),
            _ => text,
        }
    }

    fn without_lead_in<'a>(&self, item: &'a str) -> &'a str {
        let lower = item.to_lowercase();
        // Only where both have the same length, so that a place in one is the place in the other.
        if lower.len() != item.len() {
            return item;
        }
        self.phrases
            .one(section::LEAD_INS)
            .split(" | ")
            .filter_map(|it| lower.strip_prefix(it))
            .filter(|rest| rest.starts_with(' ') && rest.trim().len() > 1)
            .min_by_key(|rest| rest.len())
            .and_then(|rest| item.get(item.len() - rest.len()..))
            .map_or(item, str::trim)
    }

    /// Lowers the first letter where the word is small by nature; a name keeps its capital.
    fn small_start(&self, text: &str) -> String {
        let first = first_word(text);
        let english = self.language == Language::English;
        let gerund = english && first.ends_with("ing") && first.len() > 5;
        let small = self.starts(section::SMALL, &first)
            || (!english && self.starts(section::SENTENCE_STARTS, &first));
        let mut chars = text.chars();
        match chars.next() {
            Some(initial) if small || gerund => {
                let rest: String = chars.collect();
                let shouting = rest.chars().next().is_some_and(char::is_uppercase);
                if shouting {
                    text.to_owned()
                } else {
                    initial.to_lowercase().chain(rest.chars()).collect()
                }
            }
            _ => text.to_owned(),
        }
    }

    /// Turns the note about the reader into words to the reader, where that changes nothing else:
    /// Spanish says "su" to both.
    fn address_reader(&self, text: &str) -> String {
        match self.language {
            Language::English => address_in_english(text),
            Language::German => address_in_german(text),
            // `leur` is the team's: one of them alone, addressed as `tu`, does not own it.
            Language::French if self.address == Address::Polite => address_in_french(text),
            Language::French | Language::Spanish => text.to_owned(),
        }
    }
}

/// One line without surrounding blanks, quotes and final punctuation.
pub(super) fn tidy(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .trim_end_matches(['.', '!', '?', ';', ',', ':', ' ', '…'])
        .to_owned()
}

/// Whether a sentence ends inside the text; "esp. caching" abbreviates.
fn is_of_several(text: &str) -> bool {
    text.match_indices(". ").any(|(at, stop)| {
        let word = text.get(..at).and_then(|it| it.split(' ').next_back());
        let next = text.get(at + stop.len()..).and_then(|it| it.chars().next());
        word.is_some_and(|it| it.chars().count() > 4) || next.is_some_and(char::is_uppercase)
    })
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

fn first_word(text: &str) -> String {
    text.split([' ', ','])
        .next()
        .unwrap_or_default()
        .to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expected: Option<Shape>) {
        assert_eq!(
            shape(typed, Language::English, Address::Polite),
            expected,
            "{typed}"
        );
    }

    fn topic(text: &str) -> Option<Shape> {
        Some(Shape::Topic(text.to_owned()))
    }

    fn clause(text: &str) -> Option<Shape> {
        Some(Shape::Clause(text.to_owned()))
    }

    fn sentence(text: &str) -> Option<Shape> {
        Some(Shape::Sentence(text.to_owned()))
    }

    #[test]
    fn a_topic_fits_after_about() {
        check("Their on-call rotation.", topic("your on-call rotation"));
        check("We talked about Kafka", topic("Kafka"));
        check("we discussed the roadmap!", topic("the roadmap"));
        check(
            "Moving billing to event sourcing",
            topic("moving billing to event sourcing"),
        );
        check("Rust in production", topic("Rust in production"));
        check("her move to Berlin", topic("your move to Berlin"));
        check("AI safety", topic("AI safety"));
        check(
            "caching, esp. invalidation",
            topic("caching, especially invalidation"),
        );
        check("THE ROADMAP", topic("THE ROADMAP"));
    }

    #[test]
    fn a_clause_is_turned_to_the_reader() {
        check(
            "How they moved their billing to event sourcing",
            clause("how you moved your billing to event sourcing"),
        );
        check(
            "she explained why the team is small",
            clause("why the team is small"),
        );
        check(
            "how customers use their data",
            clause("how customers use their data"),
        );
    }

    #[test]
    fn a_sentence_stays_one() {
        check(
            "They are moving to Rust.",
            sentence("they are moving to Rust"),
        );
        check("I liked the office", sentence("I liked the office"));
        check(
            "Kafka is old. Nobody minds.",
            sentence("Kafka is old. Nobody minds"),
        );
    }

    #[test]
    fn other_languages_have_their_own_beginnings() {
        for (language, typed, expected) in [
            (
                Language::German,
                "Wir sprachen über ihre Rufbereitschaft.",
                Shape::Topic("Ihre Rufbereitschaft".to_owned()),
            ),
            (
                Language::German,
                "Wie sie ihre Abrechnung umgestellt haben",
                Shape::Clause("wie Sie Ihre Abrechnung umgestellt haben".to_owned()),
            ),
            (
                Language::German,
                "wir teilen eine Vorliebe fürs Klettern",
                Shape::Sentence("Wir teilen eine Vorliebe fürs Klettern".to_owned()),
            ),
            (
                Language::French,
                "Nous avons parlé de leur migration",
                Shape::Topic("votre migration".to_owned()),
            ),
            (
                Language::Spanish,
                "Cómo organizan las guardias",
                Shape::Clause("cómo organizan las guardias".to_owned()),
            ),
            (
                Language::Spanish,
                "- las guardias\n- Kafka",
                Shape::Topic("las guardias y Kafka".to_owned()),
            ),
        ] {
            assert_eq!(
                shape(typed, language, Address::Polite),
                Some(expected),
                "{typed}"
            );
        }
    }

    #[test]
    fn jottings_become_a_list() {
        check(
            "- on-call\n- the roadmap\n• hiring plans",
            topic("on-call, the roadmap and hiring plans"),
        );
        check(
            "on-call\nthey are hiring",
            sentence("on-call; they are hiring"),
        );
    }

    #[test]
    fn those_who_share_a_list_are_told_a_part_each() {
        let typed = "- on-call\n- the roadmap; hiring";
        for (position, expected) in [(0, "- on-call"), (1, "- the roadmap"), (5, " hiring")] {
            assert_eq!(part(typed, position), expected);
        }
        assert_eq!(part("Kafka", 7), "Kafka");
        assert_eq!(part(" \n", 1), "");
    }

    #[test]
    fn nothing_is_nothing() {
        for typed in ["", "  \n ", "...", "- \n-"] {
            check(typed, None);
        }
    }
}
