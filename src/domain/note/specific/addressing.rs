//! Notes about the reader, turned into words to the reader, where the grammar is sure.

use super::capitalized;

/// Turns the note about the reader into words to the reader: `how they moved their billing`
/// becomes `how you moved your billing`, `why she runs it` becomes `why you run it`, `her move to
/// Berlin` becomes `your move to Berlin`.
pub(super) fn address_in_english(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let lower: Vec<String> = words.iter().map(|it| it.to_lowercase()).collect();
    let word = |at: usize| lower.get(at).map_or("", String::as_str);
    let asks = ASKING.contains(&word(0));
    if asks && word(1) == "they" {
        return each(&words, &lower, |_, it| match it {
            "they" => Some("you".into()),
            "their" => Some("your".into()),
            "they're" | "they’re" => Some("you're".into()),
            "themselves" => Some("yourselves".into()),
            _ => None,
        });
    }
    // Nobody else has been named yet, so it is the reader.
    for (subject, object, own, oneself) in ONE_PERSON {
        if word(0) == subject || asks && word(1) == subject {
            return each(&words, &lower, |at, it| {
                let before = at.checked_sub(1).map_or("", word);
                if it == subject {
                    Some("you".into())
                } else if it == oneself {
                    Some("yourself".into())
                } else if it == own && (own != object || is_owned(word(at + 1))) {
                    Some("your".into())
                } else if it == object {
                    Some("you".into())
                } else if before == subject && !is_adverb(it) {
                    second_person(it)
                } else {
                    let verb = at.checked_sub(2).is_some_and(|it| word(it) == subject);
                    (verb && is_adverb(before)).then(|| second_person(it))?
                }
            });
        }
    }
    match words.split_first() {
        Some((_, rest)) if matches!(word(0), "their" | "his" | "her") && !rest.is_empty() => {
            format!("your {}", rest.join(" "))
        }
        _ => text.to_owned(),
    }
}

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
        "isn't" | "isn’t" => "aren't",
        "wasn't" | "wasn’t" => "weren't",
        "hasn't" | "hasn’t" => "haven't",
        "doesn't" | "doesn’t" => "don't",
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

/// "ihre Bereitschaft" becomes "Ihre Bereitschaft", "wie sie umgestellt haben" becomes "wie Sie …":
/// the verb is the same.
pub(super) fn address_in_german(text: &str) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    let asks = words.first().is_some_and(|it| {
        matches!(
            it.as_str(),
            "wie" | "warum" | "weshalb" | "wieso" | "was" | "wo"
        )
    });
    let several = words
        .last()
        .is_some_and(|it| it.ends_with("en") || it == "sind");
    let subject = words.get(1).is_some_and(|it| it == "sie");
    if asks && subject && several {
        for word in words.iter_mut().skip(1) {
            if word == "sie" || is_german_possessive(word) {
                *word = capitalized(word);
            }
        }
    } else if let Some(first) = words.first_mut()
        && is_german_possessive(&first.to_lowercase())
    {
        *first = capitalized(first);
    }
    words.join(" ")
}

fn is_german_possessive(word: &str) -> bool {
    matches!(word, "ihr" | "ihre" | "ihrem" | "ihren" | "ihrer" | "ihres")
}

/// "leur migration" becomes "votre migration"; a verb would need another ending.
pub(super) fn address_in_french(text: &str) -> String {
    let Some((first, rest)) = text.split_once(' ') else {
        return text.to_owned();
    };
    match first {
        "leur" | "Leur" => format!("votre {rest}"),
        "leurs" | "Leurs" => format!("vos {rest}"),
        _ => text.to_owned(),
    }
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
            "the way he works",
            "her",
            "",
        ] {
            check(typed, typed);
        }
    }
}
