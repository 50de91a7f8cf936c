//! Where somebody works: "at Acme", but "at the University of Leeds", "à la Mairie de Lyon".
//!
//! Only what closed lists of names tell; every other employer is named as a company is.

use super::{Phrases, section};
use crate::domain::note::language::Language;

/// The employer after the preposition that it has; empty without one.
pub(super) fn at(employer: &str, phrases: &Phrases, language: Language) -> String {
    if employer.is_empty() {
        return String::new();
    }
    let institution = phrases
        .list(section::INSTITUTIONS)
        .iter()
        .filter_map(|it| it.split_once(" = "))
        .find(|(_, names)| names.split(" | ").any(|it| is_one(employer, it, language)));
    let (before, name) = match institution {
        Some((before, _)) if language == Language::German => (before, in_dative(employer)),
        Some((before, _)) => (before, employer.to_owned()),
        None => (company(language), employer.to_owned()),
    };
    // "à l’" takes no blank.
    let blank = if before.ends_with('’') { "" } else { " " };
    format!("{before}{blank}{name}")
}

const fn company(language: Language) -> &'static str {
    match language {
        Language::English => "at",
        Language::German => "bei",
        Language::French => "chez",
        Language::Spanish => "en",
    }
}

/// Whether an employer is named by an entry: its first words; in German its first or its last word,
/// or, behind a hyphen, how that ends.
fn is_one(employer: &str, entry: &str, language: Language) -> bool {
    let lower = employer.to_lowercase();
    if language != Language::German {
        let rest = lower.strip_prefix(entry);
        return rest.is_some_and(|it| it.is_empty() || it.starts_with(' '));
    }
    let mut words = lower.split_whitespace();
    let first = words.next().unwrap_or_default();
    // "Die Stadtwerke" have their article; "Städtischen" would be another word than the name's.
    if ["der", "die", "das"].contains(&first) || first.ends_with("sches") {
        return false;
    }
    let head = match dative(first) {
        Some(_) => words.next().unwrap_or_default(),
        None => first,
    };
    let last = words.next_back().unwrap_or(head);
    [head, last]
        .iter()
        .any(|word| match entry.strip_prefix('-') {
            Some(end) => word.ends_with(end),
            None => *word == entry,
        })
}

/// "Deutsche Bahn" after "bei der".
fn in_dative(employer: &str) -> String {
    let (first, rest) = employer.split_once(' ').unwrap_or((employer, ""));
    match dative(first) {
        Some(inflected) => format!("{inflected} {rest}"),
        None => employer.to_owned(),
    }
}

/// An adjective in the dative; `None` for other words.
fn dative(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    let adjective = lower.ends_with("sche") || ["freie", "erste", "neue"].contains(&lower.as_str());
    adjective.then(|| format!("{word}n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::note::phrases::of;

    #[test]
    fn an_institution_has_its_article() {
        use Language::{English, French, German, Spanish};
        for (language, employer, expected) in [
            (English, "University of Leeds", "at the University of Leeds"),
            (English, "Ministry of Justice", "at the Ministry of Justice"),
            (
                German,
                "Landratsamt Schwarzeck",
                "beim Landratsamt Schwarzeck",
            ),
            (German, "Universität Wien", "bei der Universität Wien"),
            (
                German,
                "Technische Universität Wien",
                "bei der Technischen Universität Wien",
            ),
            (German, "Deutsche Bahn", "bei der Deutschen Bahn"),
            (German, "Stadt Köln", "bei der Stadt Köln"),
            (German, "Rothmund Gruppe", "bei der Rothmund Gruppe"),
            (French, "Mairie de Lyon", "à la Mairie de Lyon"),
            (French, "Université de Lille", "à l’Université de Lille"),
            (French, "Éditions du Goéland", "aux Éditions du Goéland"),
            (French, "CHR du Condroz", "au CHR du Condroz"),
            (
                Spanish,
                "Ayuntamiento de Burgos",
                "en el Ayuntamiento de Burgos",
            ),
            (
                Spanish,
                "Universidad de Sevilla",
                "en la Universidad de Sevilla",
            ),
        ] {
            assert_eq!(at(employer, of(language), language), expected);
        }
    }

    #[test]
    fn the_review_knows_an_inflected_name() {
        use crate::domain::note::{
            compose::{compose, sample},
            review::{Expectation, review},
        };
        for employer in [
            "Deutsche Bahn",
            "Technische Universität Wien",
            "Neue Schule",
        ] {
            let mut brief = sample::brief("die Rufbereitschaft", &[]);
            brief.language = Language::German;
            brief.employer = Some(employer);
            let draft = compose(&brief);
            let expectation = Expectation {
                employer: Some(employer),
                language: Language::German,
                specific: brief.specific,
                sender: brief.sender,
                recipient: brief.recipient,
                ..Expectation::default()
            };
            let found = review(&draft.subject, &draft.body, &expectation);
            assert!(
                found.iter().all(|it| it.code != "misspelt_employer"),
                "{found:?}"
            );
            assert!(draft.body.contains("bei der"), "{}", draft.body);
        }
    }

    #[test]
    fn a_company_has_none() {
        use Language::{English, French, German, Spanish};
        for (language, employer, expected) in [
            (English, "Kettlefish", "at Kettlefish"),
            (English, "University Press", "at University Press"),
            (English, "The Gannet", "at The Gannet"),
            (English, "", ""),
            (German, "Kettlefish", "bei Kettlefish"),
            (German, "Darmstadt Solar", "bei Darmstadt Solar"),
            (German, "Die Stadt", "bei Die Stadt"),
            (German, "Städtisches Klinikum", "bei Städtisches Klinikum"),
            (French, "Écoledirecte", "chez Écoledirecte"),
            (French, "La Poste", "chez La Poste"),
            (Spanish, "Bancolombia", "en Bancolombia"),
        ] {
            assert_eq!(at(employer, of(language), language), expected);
        }
    }
}
