//! What the user typed about the conversation, made to fit into a sentence.
//!
//! Takes notes as people jot them down: a noun, a clause, a sentence, a list, with or without
//! capitals and full stop. Changes grammar only where it is certain; adds no fact.

use super::language::Language;

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

/// Ways to begin that only say that it was talked about.
const LEAD_INS: [&str; 34] = [
    "we talked about",
    "we talked a lot about",
    "we spoke about",
    "we chatted about",
    "we discussed",
    "we went over",
    "we went through",
    "we were talking about",
    "i asked about",
    "i asked him about",
    "i asked her about",
    "i asked them about",
    "talked about",
    "talked a lot about",
    "talk about",
    "spoke about",
    "chatted about",
    "discussed",
    "discussing",
    "went over",
    "he told me about",
    "she told me about",
    "they told me about",
    "he talked about",
    "she talked about",
    "they talked about",
    "he mentioned",
    "she mentioned",
    "they mentioned",
    "he explained",
    "she explained",
    "they explained",
    "you told me about",
    "about",
];
const CLAUSE_STARTS: [&str; 9] = [
    "how", "why", "what", "where", "when", "whether", "who", "which", "that",
];
const SENTENCE_STARTS: [&str; 13] = [
    "i", "we", "you", "they", "he", "she", "it", "there", "i'm", "i’m", "we're", "they're", "it's",
];
/// Words that are small wherever they do not begin a sentence.
const SMALL_WORDS: [&str; 34] = [
    "the", "a", "an", "their", "your", "our", "my", "his", "her", "its", "how", "why", "what",
    "when", "where", "whether", "who", "which", "that", "this", "these", "those", "some", "we",
    "they", "he", "she", "it", "you", "and", "on", "in", "for", "about",
];

/// The shape of what was typed; `None` for nothing.
pub(super) fn shape(typed: &str, language: Language) -> Option<Shape> {
    let _ = language;
    let items: Vec<String> = typed
        .split(['\n', '\r'])
        .map(|it| it.trim_start_matches(['-', '*', '•', '–', '·', ' ', '\t']))
        .map(tidy)
        .filter(|it| !it.is_empty())
        .collect();
    let shapes: Vec<Shape> = items.iter().map(|it| one(it)).collect();
    match shapes.as_slice() {
        [] => None,
        [only] => Some(only.clone()),
        several => Some(join(several)),
    }
}

fn one(item: &str) -> Shape {
    let text = without_lead_in(item);
    let text = address_reader(&small_start(text));
    let first = first_word(&text);
    if CLAUSE_STARTS.contains(&first.as_str()) {
        Shape::Clause(text)
    } else if SENTENCE_STARTS.contains(&first.as_str()) || text.contains(". ") {
        Shape::Sentence(text)
    } else {
        Shape::Topic(text)
    }
}

/// Several jottings are one list; it is as independent as its most independent member.
fn join(shapes: &[Shape]) -> Shape {
    let text = |it: &Shape| match it {
        Shape::Topic(text) | Shape::Clause(text) | Shape::Sentence(text) => text.clone(),
    };
    let texts: Vec<String> = shapes.iter().map(text).collect();
    if shapes.iter().any(|it| matches!(it, Shape::Sentence(_))) {
        return Shape::Sentence(texts.join("; "));
    }
    let joined = match texts.split_last() {
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    };
    if shapes.iter().all(|it| matches!(it, Shape::Clause(_))) {
        Shape::Clause(joined)
    } else {
        Shape::Topic(joined)
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

fn without_lead_in(item: &str) -> &str {
    let lower = item.to_lowercase();
    // Only plain letters, so that both have the same length.
    if lower.len() != item.len() {
        return item;
    }
    LEAD_INS
        .iter()
        .filter_map(|it| lower.strip_prefix(it))
        .filter(|rest| rest.starts_with(' ') && rest.trim().len() > 1)
        .min_by_key(|rest| rest.len())
        .and_then(|rest| item.get(item.len() - rest.len()..))
        .map_or(item, str::trim)
}

/// Lowers the first letter where the word is small by nature; a name keeps its capital.
fn small_start(text: &str) -> String {
    let first = first_word(text);
    let gerund = first.ends_with("ing") && first.len() > 5;
    let mut chars = text.chars();
    match chars.next() {
        Some(initial) if SMALL_WORDS.contains(&first.as_str()) || gerund => {
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

/// Turns the note about the reader into words to the reader: `how they moved their billing`
/// becomes `how you moved your billing`, `her move to Berlin` becomes `your move to Berlin`.
fn address_reader(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let lower: Vec<String> = words.iter().map(|it| it.to_lowercase()).collect();
    let possessive = |it: &str| matches!(it, "their" | "his" | "her");
    let asks = lower
        .first()
        .is_some_and(|it| matches!(it.as_str(), "how" | "why" | "what" | "where"));
    let subject = asks && lower.get(1).is_some_and(|it| it == "they");
    if subject {
        let turned: Vec<&str> = words
            .iter()
            .zip(&lower)
            .map(|(word, lower)| match lower.as_str() {
                "they" => "you",
                "their" => "your",
                "they're" | "they’re" => "you're",
                "themselves" => "yourselves",
                _ => word,
            })
            .collect();
        return turned.join(" ");
    }
    match words.split_first() {
        Some((first, rest)) if possessive(&first.to_lowercase()) && !rest.is_empty() => {
            format!("your {}", rest.join(" "))
        }
        _ => text.to_owned(),
    }
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
        assert_eq!(shape(typed, Language::English), expected, "{typed}");
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
    fn nothing_is_nothing() {
        for typed in ["", "  \n ", "...", "- \n-"] {
            check(typed, None);
        }
    }
}
