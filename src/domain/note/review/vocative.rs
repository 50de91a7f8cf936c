//! Somebody is thanked by name inside the text: "Thank you, Tom, for …".

use super::{Expectation, Finding, Fix, Severity, Text, greeting_name, message, names, search};
use crate::domain::note::{
    names::first_name,
    phrases::{self, section},
};

/// Words of the thanks before the name at most.
const THANKS_WORDS: usize = 5;
/// Words of thanks that a name may follow without a comma.
const BARE_THANKS: [&str; 18] = [
    "thank",
    "you",
    "thanks",
    "many",
    "so",
    "very",
    "much",
    "again",
    "danke",
    "vielen",
    "dank",
    "herzlichen",
    "merci",
    "beaucoup",
    "encore",
    "muchas",
    "gracias",
    "mil",
];

/// Holds the name against the person thanked, the others met, and those of other interviews. A name
/// in a list ("thanks to you, Tom, and Ana") is no address.
pub(super) fn check(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let expected = greeting_name::expected(expectation)?;
    let parts = greeting_name::parts(expectation);
    let greeted = message::greeting(text.body);
    let after_greeting = text.body.find(greeted).unwrap_or_default() + greeted.len();
    for (at, word) in names::words(text.message) {
        let place = text.in_body(&(at..at + word.len()));
        let capital = word.starts_with(char::is_uppercase);
        if !capital
            || place.start < after_greeting
            || !is_addressed(text.message, at, word, expectation)
        {
            continue;
        }
        let typed = search::find(expectation.specific, &word.to_lowercase()).is_some();
        if typed || parts.iter().any(|it| names::same(word, it)) {
            continue;
        }
        let mut others = expectation
            .other_names
            .iter()
            .chain(expectation.names_elsewhere);
        let is_other = others.any(|it| first_name(it).is_some_and(|it| names::same(&it, word)));
        let near = parts.iter().find(|it| names::is_near(word, it));
        let (code, right) = match near {
            _ if is_other => ("wrong_name", &expected),
            Some(part) => ("misspelt_name", part),
            None => continue,
        };
        let mut finding = Finding::new(code, Severity::Warning, &[word, right]);
        finding.fix = Some(Fix::new(&place, right));
        finding.at = Some(place);
        return Some(finding);
    }
    None
}

/// Whether a word stands behind the thanks, set off from them by a comma and from what follows, or
/// right behind them: "Thank you Tom for".
fn is_addressed(message: &str, at: usize, word: &str, expectation: &Expectation<'_>) -> bool {
    let before = message.get(..at).unwrap_or_default().trim_end();
    let (before, comma) = match before.strip_suffix(',') {
        Some(before) => (before, true),
        None => (before, false),
    };
    let sentence = before
        .rsplit(['.', '!', '?', '\n'])
        .next()
        .unwrap_or_default();
    let words: Vec<String> = sentence.split_whitespace().map(str::to_lowercase).collect();
    let bare = |it: &String| BARE_THANKS.contains(&it.as_str());
    let short = match comma {
        true => words.len() <= THANKS_WORDS,
        false => words.iter().all(bare) && words.last().is_some_and(|it| it != "thank"),
    };
    let thanks = short && search::says(sentence, section::SAYS_THANKS);
    if !thanks {
        return false;
    }
    let after = message.get(at + word.len()..).unwrap_or_default();
    let and = phrases::of(expectation.language).one(section::AND);
    let next = after
        .trim_start_matches([',', ' '])
        .split_whitespace()
        .next();
    let set_off = !comma || after.is_empty() || after.starts_with([',', '!', '.', ';', '\n']);
    set_off && next != Some(and)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{self, finds, finds_for};
    use super::*;

    const PART: &str = "Thank you for making";

    #[test]
    fn a_wrong_or_misspelt_name_in_the_thanks_is_noticed() {
        let severity = Severity::Warning;
        finds(
            PART,
            "Thank you, Pirya, for making",
            "misspelt_name",
            severity,
            "Pirya",
        );
        let names = ["Tom Kovač".to_owned()];
        let mut expectation = sample::expectation();
        expectation.other_names = &names;
        let with = "Thank you so much, Tom! You were making";
        finds_for(&expectation, PART, with, "wrong_name", severity, "Tom");
        let with = "Thanks so much Tom for making";
        finds_for(&expectation, PART, with, "wrong_name", severity, "Tom");
        expectation.other_names = &[];
        expectation.names_elsewhere = &names;
        let with = "Thank you, Tom, for making";
        finds_for(&expectation, PART, with, "wrong_name", severity, "Tom");
    }

    #[test]
    fn the_right_name_and_names_in_a_list_are_fine() {
        let names = ["Tom Kovač".to_owned(), "Ana Lima".to_owned()];
        let mut expectation = sample::expectation();
        expectation.other_names = &names;
        for with in [
            "Thank you, Priya, for making",
            "Thanks to you, Tom, and Ana, for making",
            "Thank you and Tom for making",
            "Thanks Tom and Ana for making",
            "Thanks to Tom for making",
            "Please thank Tom for making",
            "I thank you. So Tom was making",
            "I am grateful. Thank Tom for making",
            "Thank you. With Priya, Tom, Ana and you making",
        ] {
            assert_eq!(sample::after(PART, with, &expectation), [], "{with}");
        }
    }
}
