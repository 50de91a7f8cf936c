//! Spanish: verbs and "su" are the same for `usted` and for others, so that only the pronoun goes.

use crate::domain::note::language::Address;

/// The note about the reader as words to the reader: `cómo ella llegó` becomes `cómo llegó`, `ella
/// es de Burgos` `usted es de Burgos`. `tú` needs other verbs.
pub(in super::super) fn address_in_spanish(text: &str, address: Address) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let word = |at: usize| {
        words
            .get(at)
            .map_or_else(String::new, |it| it.to_lowercase())
    };
    let said = |at: usize| match word(at).as_str() {
        "ella" | "él" => Some("usted"),
        "ellas" | "ellos" => Some("ustedes"),
        _ => None,
    };
    let more = words.get(1..).unwrap_or_default();
    if address == Address::Familiar || more.is_empty() {
        return text.to_owned();
    }
    if let Some(reader) = said(0) {
        return format!("{reader} {}", more.join(" "));
    }
    let two = words
        .get(..2)
        .is_some_and(|it| it.join(" ").to_lowercase() == "por qué");
    let begin = if two { 2 } else { 1 };
    let asks = two || matches!(word(0).as_str(), "cómo" | "qué" | "cuándo" | "dónde");
    match (words.get(..begin), words.get(begin + 1..)) {
        (Some(before), Some(behind)) if asks && said(begin).is_some() && !behind.is_empty() => {
            format!("{} {}", before.join(" "), behind.join(" "))
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_pronoun_tells_the_reader_from_others() {
        for (typed, expected) in [
            ("cómo ella llegó a los datos", "cómo llegó a los datos"),
            ("por qué ellos dejaron SQL", "por qué dejaron SQL"),
            ("ella también es de Burgos", "usted también es de Burgos"),
            ("ellos abren un almacén", "ustedes abren un almacén"),
        ] {
            assert_eq!(address_in_spanish(typed, Address::Polite), expected);
            assert_eq!(address_in_spanish(typed, Address::Familiar), typed);
        }
    }

    #[test]
    fn others_are_left_alone() {
        for typed in ["cómo el equipo llegó", "su equipo", "cómo", "ella", ""] {
            assert_eq!(address_in_spanish(typed, Address::Polite), typed);
        }
    }
}
