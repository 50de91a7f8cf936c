//! Names in the case that Slavic languages put them into after *with*: `s Janem Novákem`.

use super::is_given_name;
use crate::domain::interview::text::fold::fold;

/// Ends of words in that case, and of the same words as people call themselves; longest first.
const ENDINGS: [(&str, &str); 25] = [
    ("ovou", "ová"),
    ("skou", "ská"),
    ("ckou", "cká"),
    ("ským", "ský"),
    ("ckým", "cký"),
    ("skim", "ski"),
    ("ckim", "cki"),
    ("dzkim", "dzki"),
    ("ską", "ska"),
    ("cką", "cka"),
    ("ějem", "ěj"),
    ("iem", ""),
    ("em", ""),
    ("ým", "ý"),
    ("ím", "í"),
    ("ym", "y"),
    ("ou", "a"),
    ("ią", "ia"),
    ("ą", "a"),
    ("овой", "ова"),
    ("евой", "ева"),
    ("ым", ""),
    ("ом", ""),
    ("ой", "а"),
    ("ою", "а"),
];

/// Whether `before` is the preposition that asks for that case.
pub(crate) fn is_with(before: &str) -> bool {
    ["s", "se", "z", "ze", "с", "со", "з", "із", "зі"].contains(&before)
}

/// The name as its owner says it, from how it stands after *with*.
pub(crate) fn nominative(name: &str) -> String {
    let words: Vec<String> = name
        .split(' ')
        .enumerate()
        .map(|(at, word)| of_word(word, at == 0))
        .collect();
    words.join(" ")
}

fn of_word(word: &str, first: bool) -> String {
    if word.ends_with('.') || word.chars().count() < 4 {
        return word.to_owned();
    }
    for (ending, own) in ENDINGS {
        // `Maksym`
        if ending == "ym" && is_given_name(&fold(word)) {
            continue;
        }
        let Some(stem) = word
            .strip_suffix(ending)
            .filter(|it| it.chars().count() > 1)
        else {
            continue;
        };
        let plain = format!("{stem}{own}");
        // `Markiem` is of `Marek`: the vowel comes back where the tables know the name.
        if first
            && own.is_empty()
            && let Some((at, _)) = stem.char_indices().next_back()
            && let Some((head, tail)) = stem.split_at_checked(at)
        {
            for vowel in ["e", "ě"] {
                let full = format!("{head}{vowel}{tail}");
                if is_given_name(&fold(&full)) {
                    return full;
                }
            }
        }
        return plain;
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_turned_back() {
        for (told, name) in [
            ("Stanislavem Tichým", "Stanislav Tichý"),
            ("Terezou Horákovou", "Tereza Horáková"),
            ("Dorotą Lewczuk", "Dorota Lewczuk"),
            ("Piotrem Zaleśnym", "Piotr Zaleśny"),
            ("Markiem Sobczakiem", "Marek Sobczak"),
            ("Anną Kowalską", "Anna Kowalska"),
            ("Иваном Петровым", "Иван Петров"),
            ("Анной Петровой", "Анна Петрова"),
            ("Ann Lee", "Ann Lee"),
            ("Maksym Bondar", "Maksym Bondar"),
        ] {
            assert_eq!(nominative(told), name, "{told}");
        }
    }
}
