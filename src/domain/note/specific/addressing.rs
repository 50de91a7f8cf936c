//! Notes about the reader, turned into words to the reader, where the grammar is sure.

mod french;
mod german;
mod object;
mod spanish;

pub(super) use french::address_in_french;
pub(super) use german::address_in_german;
pub(super) use object::as_subject;
pub(super) use spanish::address_in_spanish;

/// Turns the note about the reader into words to the reader: `how they moved their billing`
/// becomes `how you moved your billing`, `why she runs it` becomes `why you run it`, `her move to
/// Berlin` becomes `your move to Berlin`, `does she use it` becomes `do you use it`.
pub(super) fn address_in_english(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let lower: Vec<String> = words
        .iter()
        .map(|it| it.to_lowercase().replace('’', "'"))
        .collect();
    let word = |at: usize| lower.get(at).map_or("", String::as_str);
    if matches!(word(0), "their" | "his" | "her") && words.len() > 1 {
        return format!("your {}", words.get(1..).unwrap_or_default().join(" "));
    }
    let Some((at, asked)) = subject(&lower) else {
        return text.to_owned();
    };
    let (subject, drawn) = word(at).split_once('\'').unwrap_or((word(at), ""));
    let verb = match drawn {
        "s" => match after_drawn_is(word(at + 1)) {
            Some(verb) => verb,
            None => return text.to_owned(),
        },
        "" => "",
        drawn => drawn,
    };
    let you = if verb.is_empty() {
        "you".to_owned()
    } else {
        format!("you'{verb}")
    };
    if subject == "they" {
        return each(&words, &lower, |_, it| match it {
            "they" => Some("you".into()),
            "their" => Some("your".into()),
            "theirs" => Some("yours".into()),
            "they're" => Some("you're".into()),
            "they've" => Some("you've".into()),
            "they'll" => Some("you'll".into()),
            "they'd" => Some("you'd".into()),
            "themselves" => Some("yourselves".into()),
            _ => None,
        });
    }
    // Nobody else has been named yet, so it is the reader.
    let Some((subject, object, own, oneself)) = ONE_PERSON.into_iter().find(|it| it.0 == subject)
    else {
        return text.to_owned();
    };
    each(&words, &lower, |place, it| {
        let before = place.checked_sub(1).map_or("", word);
        if place == at {
            Some(you.clone())
        } else if asked && place + 1 == at {
            second_person(it)
        } else if it == subject {
            Some("you".into())
        } else if it == oneself {
            Some("yourself".into())
        } else if it == own && (own != object || is_owned(word(place + 1))) {
            Some("your".into())
        } else if it == object {
            Some("you".into())
        } else if asked || !verb.is_empty() {
            None
        } else if before == subject && !is_adverb(it) {
            second_person(it)
        } else {
            let verb = place.checked_sub(2).is_some_and(|it| word(it) == subject);
            (verb && is_adverb(before)).then(|| second_person(it))?
        }
    })
}

/// Where the reader is spoken of, and whether it is in a question.
fn subject(lower: &[String]) -> Option<(usize, bool)> {
    let word = |at: usize| lower.get(at).map_or("", String::as_str);
    let is_subject = |at: usize| {
        let bare = word(at).split('\'').next().unwrap_or_default();
        matches!(bare, "they" | "he" | "she")
    };
    if is_subject(0) {
        return Some((0, false));
    }
    let asks = ASKING.contains(&word(0));
    if asks && is_subject(1) {
        return Some((1, false));
    }
    let at = (1..6).find(|at| is_subject(*at))?;
    let before = word(at - 1);
    if AUXILIARY.contains(&before) && (asks || at == 1) {
        return Some((at, true));
    }
    // "I liked how they …", "I really loved the way she …": nobody else may be meant.
    let begun = (0..at).all(|it| BEFORE_READER.contains(&word(it)));
    let joined = ASKING.contains(&before) || before == "way";
    (begun && joined).then_some((at, false))
}

/// What "'s" behind "she" stands for before a word, as it is drawn to "you".
fn after_drawn_is(next: &str) -> Option<&'static str> {
    const IS: [&str; 22] = [
        "a",
        "an",
        "the",
        "from",
        "in",
        "at",
        "on",
        "also",
        "not",
        "very",
        "really",
        "my",
        "based",
        "excited",
        "interested",
        "married",
        "involved",
        "new",
        "leaving",
        "so",
        "as",
        "still",
    ];
    const HAS: [&str; 13] = [
        "been", "got", "had", "done", "gone", "seen", "run", "led", "built", "never", "worked",
        "moved", "lived",
    ];
    if IS.contains(&next) || next.len() > 4 && next.ends_with("ing") {
        Some("re")
    } else if HAS.contains(&next) {
        Some("ve")
    } else {
        None
    }
}

/// Verbs that stand before who is asked about.
const AUXILIARY: [&str; 17] = [
    "come", "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "will", "would",
    "can", "could", "should", "might",
];

/// What a sentence about the reader may begin with.
const BEFORE_READER: [&str; 33] = [
    "i",
    "i'm",
    "i'd",
    "really",
    "liked",
    "loved",
    "enjoyed",
    "like",
    "love",
    "was",
    "impressed",
    "surprised",
    "struck",
    "by",
    "appreciated",
    "admired",
    "hearing",
    "learning",
    "seeing",
    "to",
    "hear",
    "learn",
    "see",
    "about",
    "the",
    "way",
    "how",
    "why",
    "what",
    "that",
    "found",
    "it",
    "interesting",
];

/// Words that begin a clause about the reader.
const ASKING: [&str; 7] = ["how", "why", "what", "where", "when", "whether", "that"];

/// One person as subject, object, owner and oneself.
const ONE_PERSON: [(&str, &str, &str, &str); 2] = [
    ("he", "him", "his", "himself"),
    ("she", "her", "her", "herself"),
];

/// The text with some of its words turned, by their place and small form.
fn each(words: &[&str], lower: &[String], turn: impl Fn(usize, &str) -> Option<String>) -> String {
    let turned = words.iter().zip(lower).enumerate();
    let turned: Vec<String> = turned
        .map(|(at, (word, lower))| {
            let bare = lower.trim_end_matches([',', ';', ':', ')']);
            let mark = lower.get(bare.len()..).unwrap_or_default();
            turn(at, bare).map_or_else(|| (*word).to_owned(), |it| format!("{it}{mark}"))
        })
        .collect();
    turned.join(" ")
}

/// Whether a word may follow `her` as its owner's: not the end, and nothing that begins a phrase.
fn is_owned(next: &str) -> bool {
    const BEGINS: [&str; 24] = [
        "a", "about", "after", "and", "as", "at", "because", "before", "but", "by", "for", "from",
        "how", "if", "in", "into", "of", "on", "or", "that", "the", "to", "when", "with",
    ];
    !next.is_empty() && !BEGINS.contains(&next)
}

fn is_adverb(word: &str) -> bool {
    word.ends_with("ly")
        || [
            "always",
            "often",
            "never",
            "ever",
            "still",
            "also",
            "sometimes",
            "now",
            "just",
        ]
        .contains(&word)
}

/// The form after `you` of a verb after `he`; `None` where it is the same.
fn second_person(verb: &str) -> Option<String> {
    let other = match verb {
        "is" => "are",
        "was" => "were",
        "has" => "have",
        "does" => "do",
        "goes" => "go",
        "isn't" => "aren't",
        "wasn't" => "weren't",
        "hasn't" => "haven't",
        "doesn't" => "don't",
        _ => {
            // Past forms do not end so.
            let stem = verb
                .strip_suffix('s')
                .filter(|it| it.len() > 1 && !it.ends_with('s'))?;
            let sibilant = ["sse", "she", "che", "xe", "zze"];
            return Some(match stem.strip_suffix("ie") {
                Some(short) if short.len() > 1 => format!("{short}y"),
                _ if sibilant.iter().any(|it| stem.ends_with(it)) => {
                    stem.strip_suffix('e').unwrap_or(stem).to_owned()
                }
                _ => stem.to_owned(),
            });
        }
    };
    Some(other.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        assert_eq!(address_in_english(typed), expected, "{typed}");
    }

    #[test]
    fn whoever_is_read_to_is_spoken_to() {
        for (typed, expected) in [
            ("why he left consulting", "why you left consulting"),
            (
                "how she grew her team from three to nine",
                "how you grew your team from three to nine",
            ),
            (
                "how she runs the rota and what she looks for",
                "how you run the rota and what you look for",
            ),
            (
                "how he always tries, and he is proud",
                "how you always try, and you are proud",
            ),
            ("what she teaches herself", "what you teach yourself"),
            ("what his manager asked him", "what his manager asked him"),
            ("how he has his coffee", "how you have your coffee"),
            (
                "why she doesn't travel, she said",
                "why you don't travel, you said",
            ),
            ("she was a nurse before", "you were a nurse before"),
            (
                "that he once missed a train",
                "that you once missed a train",
            ),
            (
                "how she discusses it with others",
                "how you discuss it with others",
            ),
            ("her question about retries", "your question about retries"),
            ("their plans", "your plans"),
            ("they are moving to Rust", "you are moving to Rust"),
            ("they've just raised", "you've just raised"),
            ("she's moving to Berlin", "you're moving to Berlin"),
            ("he’s been to Leeds", "you've been to Leeds"),
            ("do they use Kafka", "do you use Kafka"),
            ("does she like her team", "do you like your team"),
            ("how big is their team", "how big is their team"),
            ("what stack do they use", "what stack do you use"),
            ("is she always there", "are you always there"),
            (
                "I liked the way they run retros",
                "I liked the way you run retros",
            ),
            (
                "I loved how she runs the rota",
                "I loved how you run the rota",
            ),
        ] {
            check(typed, expected);
        }
    }

    #[test]
    fn others_are_left_alone() {
        for typed in [
            "how customers use his tool",
            "what Tom said about her",
            "why the team is small",
            "the work he does",
            "customers said they like it",
            "I told Tom how they do it",
            "she's good",
            "her",
            "",
        ] {
            check(typed, typed);
        }
    }
}
