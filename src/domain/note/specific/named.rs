//! The reader's own name in what was typed: "Priya runs the rota", in the note to Priya.

use super::noun_phrase;
use crate::domain::note::{language::Language, names};

/// The text with a pronoun for the reader, where their name begins it, or follows its first word.
pub(super) fn as_pronoun(text: &str, reader: Option<&str>, language: Language) -> Option<String> {
    let plain = names::plain_name(reader?);
    let (first_name, last_name) = plain.split_once(' ').unwrap_or((&plain, ""));
    if first_name.chars().count() < 2 {
        return None;
    }
    let words: Vec<&str> = text.split(' ').collect();
    let at = match words.as_slice() {
        [first, ..] if is_name(first, first_name) => 0,
        [first, second, ..] if begins_clause(first) && is_name(second, first_name) => 1,
        _ => return None,
    };
    let mut behind = at + 1;
    let mut name = *words.get(at)?;
    if name == first_name && words.get(behind).is_some_and(|it| is_name(it, last_name)) {
        name = words.get(behind)?;
        behind += 1;
    }
    let next = words.get(behind)?.to_lowercase();
    // Of several people it is not known who did what.
    if ["and", "&", "und", "et", "y", "e", "or", "+"].contains(&next.as_str())
        || name.ends_with(',')
    {
        return None;
    }
    let owns = name.ends_with("'s") || name.ends_with("’s");
    let pronoun = match language {
        Language::English if owns && noun_phrase::is_drawn_verb("it's", &next) => "she's",
        Language::English if owns => "her",
        _ if owns => return None,
        Language::English => "she",
        Language::German => "sie",
        Language::French => "elle",
        Language::Spanish => "ella",
    };
    // Before a noun it is part of another name.
    let part = words
        .get(behind)
        .is_some_and(|it| it.starts_with(char::is_uppercase));
    if part && !owns {
        return None;
    }
    let mut out: Vec<&str> = words.get(..at)?.to_vec();
    out.push(pronoun);
    out.extend(words.get(behind..)?);
    Some(out.join(" "))
}

fn is_name(word: &str, name: &str) -> bool {
    let rest = word.strip_prefix(name);
    !name.is_empty() && rest.is_some_and(|it| matches!(it, "" | "'s" | "’s" | ","))
}

fn begins_clause(word: &str) -> bool {
    let lower = word.to_lowercase();
    [
        "how", "why", "what", "that", "when", "where", "whether", "wie", "warum", "comment",
        "pourquoi", "cómo",
    ]
    .contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let found = as_pronoun(text, Some("Dr. Priya Shah"), Language::English);
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn the_reader_is_not_told_their_name() {
        check("Priya runs the rota", Some("she runs the rota"));
        check("Priya Shah told me", Some("she told me"));
        check("Priya's talk at RustConf", Some("her talk at RustConf"));
        check("Priya Shah’s talk", Some("her talk"));
        check("Priya's moving to Berlin", Some("she's moving to Berlin"));
        check("how Priya runs it", Some("how she runs it"));
    }

    #[test]
    fn others_keep_theirs() {
        for text in [
            "Tom runs the rota",
            "Priya and Tom run it",
            "Priya, Tom",
            "Priya",
            "Priyanka runs it",
            "Priya Jones told me",
            "Kafka for Priya",
            "",
        ] {
            check(text, None);
        }
        assert_eq!(as_pronoun("Priya runs", None, Language::English), None);
        let german = as_pronoun("Priya leitet es", Some("Priya"), Language::German);
        assert_eq!(german.as_deref(), Some("sie leitet es"));
    }
}
