//! Notes about the reader, turned into words to the reader, where the grammar is sure.

use super::capitalized;

/// Turns the note about the reader into words to the reader: `how they moved their billing`
/// becomes `how you moved your billing`, `her move to Berlin` becomes `your move to Berlin`.
pub(super) fn address_in_english(text: &str) -> String {
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
