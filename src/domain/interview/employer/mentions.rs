//! Employers that a text names: after words that stand before employers.

use super::{
    super::{
        names::{self, Likeness},
        scene::Scene,
        text::{lexicon::Concept, reading::Reading},
    },
    Candidate, is_infrastructure,
};

/// What stands before an employer's name, and how much it tells; lower case.
const OPENERS: [(&str, f64); 40] = [
    ("our client ", 3.6),
    ("client: ", 3.6),
    ("end client ", 3.6),
    ("unseren kunden ", 3.6),
    ("notre client ", 3.6),
    ("nuestro cliente ", 3.6),
    ("onze klant ", 3.6),
    ("nostro cliente ", 3.6),
    ("on behalf of ", 3.2),
    ("interview at ", 2.6),
    ("interview with ", 2.0),
    ("application to ", 2.4),
    ("applying to ", 2.4),
    ("applying at ", 2.4),
    ("interest in joining ", 2.4),
    ("interest in ", 1.4),
    ("position at ", 2.6),
    ("role at ", 2.6),
    ("team at ", 2.6),
    ("position with ", 2.4),
    ("role with ", 2.2),
    ("process at ", 2.4),
    ("joining ", 1.6),
    ("here at ", 2.6),
    ("welcome to ", 1.6),
    ("company: ", 3.2),
    ("firma: ", 3.0),
    ("empresa: ", 3.2),
    ("entreprise : ", 3.2),
    ("azienda: ", 3.2),
    ("gespräch bei der ", 2.4),
    ("gespräch bei ", 2.4),
    ("bewerbung bei der ", 2.4),
    ("bewerbung bei ", 2.4),
    ("entretien chez ", 2.4),
    ("entrevista en ", 2.2),
    ("entrevista na ", 2.2),
    ("colloquio presso ", 2.4),
    ("gesprek bij ", 2.4),
    ("intervju hos ", 2.4),
];

/// `interview at Acme`, `your application to Acme`, `the Acme team`, `our client Acme`.
pub(super) fn from_text(scene: &Scene<'_>) -> Vec<Candidate> {
    let plain = scene.body.original();
    let lower = plain.to_lowercase();
    if lower.len() != plain.len() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (opener, score) in OPENERS {
        let Some(at) = lower.find(opener) else {
            continue;
        };
        let Some(rest) = plain.get(at + opener.len()..) else {
            continue;
        };
        if let Some(name) = capitalised(rest)
            && names::likeness(&name) != Likeness::Known
            && !is_infrastructure(&name)
            && !scene.is_user_name(&name)
            && !Reading::new(&name).has(Concept::RoleWord)
        {
            found.push(Candidate { name, score });
        }
    }
    found
}

/// The capitalised words at the start of `rest`.
fn capitalised(rest: &str) -> Option<String> {
    let mut words: Vec<&str> = Vec::new();
    for word in rest.split([' ', '\n']) {
        let bare = word.trim_end_matches([',', '.', '!', '?', ':', ';', ')', '\'', '’']);
        let joins = matches!(bare, "&" | "of" | "de" | "und" | "and" | "+") && !words.is_empty();
        let capital = bare
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || (c.is_ascii_digit() && !words.is_empty()));
        if !(joins || capital) || words.len() >= 5 {
            break;
        }
        words.push(bare);
        if bare.len() < word.len() {
            break;
        }
    }
    while words
        .last()
        .is_some_and(|word| matches!(*word, "&" | "of" | "de" | "und" | "and" | "+"))
    {
        words.pop();
    }
    let name = words.join(" ");
    (name.chars().count() > 1
        && !matches!(
            name.as_str(),
            "I" | "We" | "The" | "You" | "Our" | "Your" | "On" | "At"
        ))
    .then_some(name)
}
