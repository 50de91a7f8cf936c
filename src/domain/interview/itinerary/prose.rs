//! Names in running text, where nothing else says who is met: `Nicole Aebi ruft Sie an`.
//!
//! Takes only full names that begin with a known given name; what signs the text is not looked for.

use super::{
    super::{
        names::{self, Likeness},
        text::fold::is_unspaced,
    },
    Named, Place, is_boilerplate,
};

/// Longest name in words.
const LONGEST: usize = 4;

/// The full names in `plain`, in order, nobody twice.
pub(crate) fn names_in(plain: &str) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let lines = plain.lines().map(str::trim);
    for line in lines.take_while(|line| !is_boilerplate(line)) {
        for sentence in line.split([',', ';', ':', '!', '?', '(', ')', '|', '•', '–', '—', '：'])
        {
            for name in in_sentence(sentence) {
                if !found.iter().any(|it| names::same_person(&it.name, &name)) {
                    found.push(Named {
                        name,
                        title: None,
                        place: Place::Listed,
                    });
                }
            }
        }
    }
    found
}

fn in_sentence(sentence: &str) -> Vec<String> {
    if sentence.chars().any(is_unspaced) || sentence.contains("://") || sentence.contains('@') {
        return Vec::new();
    }
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = (2..=LONGEST)
            .rev()
            .filter_map(|count| words.get(at..at + count))
            .find(|run| is_full_name(run));
        match longest {
            Some(run) => {
                let name = run.join(" ");
                at += run.len();
                found.push(name.trim_end_matches(['.', ',']).to_owned());
            }
            None => at += 1,
        }
    }
    found
}

fn is_full_name(run: &[&str]) -> bool {
    let large = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    // A full stop ends a sentence, unless it abbreviates a name.
    let ends_early = run
        .iter()
        .rev()
        .skip(1)
        .any(|word| word.ends_with('.') && word.chars().count() > 4);
    !ends_early
        && run.first().is_some_and(large)
        && run.last().is_some_and(large)
        && names::likeness(run.join(" ").trim_end_matches('.')) == Likeness::Known
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found = names_in(text);
        let found: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn full_names_are_found_in_sentences() {
        check(
            "Priya Shah, de Acme, te ha citado para una entrevista.",
            &["Priya Shah"],
        );
        check("Anna Berg ruft Sie um 10 Uhr an.", &["Anna Berg"]);
        check("Maria van der Berg", &["Maria van der Berg"]);
    }

    #[test]
    fn other_large_words_are_no_names() {
        for text in [
            "Please come to Mill Street",
            "System Design with Acme Labs",
            "Hallo Anna",
            "See you. Anna",
            "https://example.org/Anna Berg",
        ] {
            check(text, &[]);
        }
    }
}
