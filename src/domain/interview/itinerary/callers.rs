//! Who calls or sits in, in running text: `Pam Whitcomb will call you`, `mi chiama Samuele`.

use std::sync::OnceLock;

use super::{
    super::{
        names,
        names::Likeness,
        text::{fold::fold, lexicon::Concept, reading::Reading},
    },
    Named, Place, is_boilerplate,
};
use crate::domain::ordering::sort_by;

/// After a name; folded.
const AFTER: [&str; 66] = [
    "will call",
    "will ring",
    "will phone",
    "will be calling",
    "calls me",
    "calls you",
    "rings me",
    "calls",
    "rings",
    "ruft",
    "wird sie anrufen",
    "wird dich anrufen",
    "m'appelle",
    "vous appelle",
    "vous appellera",
    "t'appellera",
    "appelle",
    "me llama",
    "te llama",
    "te llamara",
    "le llamara",
    "ringer",
    "belt",
    "dzwoni",
    "zadzwoni",
    "soittaa",
    "arayacak",
    "ka call",
    "ki call",
    "ka phone",
    "call karegi",
    "call karega",
    "call karenge",
    "lenge",
    "legi",
    "rappelle",
    "me rappelle",
    "m'appellera",
    "llamara",
    "me llamara",
    "mi chiamera",
    "vola",
    "zavola",
    "zavola mi",
    "позвонит",
    "звонит",
    "подзвонить",
    "дзвонить",
    "ariyor",
    "hiv",
    "felhiv",
    "suna",
    "ma suna",
    "ringer meg",
    "ringer mig",
    "ringer upp",
    "is calling",
    "is ringing",
    "rufen",
    "meldet sich",
    "ruft an",
    "neemt contact op",
    "belt me",
    "belt mij",
    "dzwoni do mnie",
    "oddzwoni",
];

/// Before a name; folded.
const BEFORE: [&str; 7] = [
    "mi chiama",
    "ti chiama",
    "la chiama",
    "me liga",
    "te liga",
    "ligara",
    "chiamera",
];

/// Words that may stand between a name and what it does; folded.
const BETWEEN: [&str; 15] = [
    "sir", "ji", "madam", "maam", "ma'am", "pa", "fra", "from", "of", "hr", "rh", "i", "von", "de",
    "van",
];

/// What leads from a name to a unit of the company; folded.
const LINKS: [&str; 14] = [
    "from", "of", "in", "von", "vom", "de", "du", "da", "do", "van", "fra", "fran", "z", "di",
];

/// Longest way from a name over its unit to the verb, in words.
const UNIT: usize = 5;

/// Longest name in words.
const LONGEST: usize = 3;

/// Everybody of whom `plain` says so, in order.
/// In a title that has the employer, a single unknown word is enough for a name.
pub(crate) fn callers(plain: &str, titled: bool) -> Vec<Named> {
    let lines = plain.lines().map(str::trim);
    lines
        .take_while(|line| !is_boilerplate(line))
        .flat_map(|line| line.split(['.', ',', ';', ':', '!', '?', '(', ')', '|', '–', '—']))
        .filter_map(|clause| in_clause(clause, titled))
        .map(|name| Named {
            name,
            title: None,
            place: Place::Listed,
        })
        .collect()
}

fn in_clause(clause: &str, titled: bool) -> Option<String> {
    let clause = clause.trim();
    let words: Vec<&str> = clause.split_whitespace().collect();
    let folded = words.iter().map(|it| fold(it)).collect::<Vec<_>>();
    let says = |at: usize, phrase: &str| {
        let mut steps = phrase.split(' ').enumerate();
        steps.all(|(step, word)| folded.get(at + step).is_some_and(|it| it == word))
    };
    for at in 0..words.len() {
        if !begins(&folded, at) {
            continue;
        }
        if at > 0 && AFTER.iter().any(|it| says(at, it)) {
            // `Sherri from talent acquisition will call`: what unit of the company it is.
            let unit = (at.saturating_sub(UNIT)..at).find(|it| {
                let rest = words.get(it + 1..at).unwrap_or_default().join(" ");
                let link = folded
                    .get(*it)
                    .is_some_and(|it| LINKS.contains(&it.as_str()));
                link && *it > 0
                    && Reading::new(&rest)
                        .meanings()
                        .any(&[Concept::Department, Concept::Hiring])
            });
            if let Some(link) = unit {
                let name = words.get(link - 1..link)?;
                let full = words.get(link.saturating_sub(2)..link).unwrap_or(name);
                let large = |it: &[&str]| it.iter().all(|it| is_large(it));
                let plain = Reading::new(&name.concat()).hits.is_empty();
                let full = name_of(full).filter(|_| large(full));
                return full.or_else(|| (large(name) && plain).then(|| name.concat()));
            }
            let until = (1..=at).rev().find(|end| {
                folded
                    .get(end - 1)
                    .is_some_and(|it| !BETWEEN.contains(&it.as_str()))
            })?;
            let from = (until.saturating_sub(LONGEST)..until)
                .rev()
                .take_while(|it| words.get(*it).is_some_and(|it| is_large(it)))
                .last()?;
            let name = words.get(from..until)?;
            return name_of(name).or_else(|| {
                let one = titled && name.len() == 1 && Reading::new(&name.concat()).hits.is_empty();
                one.then(|| name.concat())
            });
        }
        if let Some(phrase) = BEFORE.iter().find(|it| says(at, it)) {
            let from = at + phrase.split(' ').count();
            let until = (from..words.len().min(from + LONGEST))
                .take_while(|it| words.get(*it).is_some_and(|it| is_large(it)))
                .last()?;
            let name = words.get(from..=until)?;
            // What is called after the verb is somebody, if it is nothing that tables know.
            let plain = Reading::new(&name.join(" ")).hits.is_empty();
            return name_of(name).or_else(|| plain.then(|| name.join(" ")));
        }
    }
    None
}

/// Whether one of the phrases may begin at a word: few words do.
fn begins(folded: &[String], at: usize) -> bool {
    static FIRST: OnceLock<Vec<&str>> = OnceLock::new();
    let first = FIRST.get_or_init(|| {
        let phrases = AFTER.iter().chain(&BEFORE);
        let mut first = phrases.filter_map(|it| it.split(' ').next()).collect();
        sort_by(&mut first, |one: &&str, other| one.cmp(other));
        first
    });
    let word = folded.get(at).map_or("", String::as_str);
    first.binary_search(&word).is_ok()
}

fn is_large(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
        && word
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''))
}

/// A full name, or a known given name.
fn name_of(words: &[&str]) -> Option<String> {
    let name = words.join(" ");
    let likeness = names::likeness(&name);
    let sure = likeness == Likeness::Known || words.len() > 1 && likeness == Likeness::Shape;
    sure.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callers_are_found() {
        for (text, name) in [
            (
                "Pam Whitcomb will call you on (312) 555-0176.",
                "Pam Whitcomb",
            ),
            ("Petra på HR ringer. Ekonom", "Petra"),
            ("mi chiama Samuele", "Samuele"),
            ("Sherra from talent acq will call my cell", "Sherra"),
            ("Zanthe from HR rings", "Zanthe"),
            ("Anna Berg ruft Sie um 10 Uhr an", "Anna Berg"),
            ("Maria calls me", "Maria"),
        ] {
            let found = callers(text, false);
            let found: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
            assert_eq!(found, [name], "{text}");
        }
    }

    #[test]
    fn others_are_not() {
        for text in [
            "We will call you",
            "HR will call",
            "Die rufen an",
            "Reception calls",
            "Somewhere in July we will call",
            "the recruiter from HR will call",
            "you call them",
        ] {
            assert!(callers(text, false).is_empty(), "{text}");
        }
    }
}
