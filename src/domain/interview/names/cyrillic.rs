//! Names in Cyrillic letters: the family name often stands first, a patronymic last.

use crate::domain::interview::{given_names::is_given_name, text::fold::fold};

/// `Морозов Илья`: the family name first.
pub(super) fn is_cyrillic_name(words: &[&str]) -> bool {
    (2..=3).contains(&words.len())
        && words.iter().all(|it| is_cyrillic(it))
        && (is_named_after_father(words)
            || words.iter().any(|it| is_given_name(&fold(it)))
                && words.iter().any(|it| is_family_name(it)))
}

/// `Иванов`, `Петренко`: `Такси Максим` is a company.
fn is_family_name(word: &str) -> bool {
    const ENDINGS: [&str; 17] = [
        "ов", "ова", "ев", "ева", "ин", "ина", "ын", "ына", "ский", "ская", "скии", "цкий", "цкая",
        "енко", "ук", "юк", "ян",
    ];
    let word = word.to_lowercase();
    word.chars().count() > 4
        && ENDINGS.iter().any(|it| word.ends_with(it))
        && !is_given_name(&fold(&word))
}

fn is_cyrillic(word: &str) -> bool {
    word.chars()
        .all(|c| matches!(c, '\u{400}'..='\u{45F}' | '-'))
}

/// `Илья Олегович`: a patronymic behind a given name, folded or not.
fn is_named_after_father(words: &[&str]) -> bool {
    const PATRONYMICS: [&str; 7] = ["ович", "евич", "иович", "овна", "евна", "ична", "івна"];
    let [_, .., last] = words else {
        return false;
    };
    let last = fold(last);
    is_cyrillic(&last) && PATRONYMICS.iter().any(|it| last.ends_with(it))
}

/// `Морозов Илья Олегович`: a name as lists and forms have it, not as people are spoken of.
#[must_use]
pub(crate) fn is_name_of_forms(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.len() == 3 && is_named_after_father(&words) && words.iter().all(|it| is_cyrillic(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_either_order() {
        for name in ["Иванов Иван", "Анна Петрова", "Фесенко Мирон Олегович"]
        {
            let words: Vec<&str> = name.split(' ').collect();
            assert!(is_cyrillic_name(&words), "{name}");
        }
        for name in [
            "Магнит",
            "Северный Ветер",
            "Такси Максим",
            "Клиника Надежда",
            "Ivan Ivanov",
        ] {
            let words: Vec<&str> = name.split(' ').collect();
            assert!(!is_cyrillic_name(&words), "{name}");
        }
        assert!(is_name_of_forms("Морозов Илья Олегович"));
        assert!(!is_name_of_forms("Анна Петрова") && !is_name_of_forms("Северный Ветер Групп"));
    }
}
