//! Selections that the user runs: notes of interviews that differ in the person and agree in the
//! role. `Interview Kai - cook`, `Interview Ana - cook`, `Interview Tom - cook` are no search for a
//! job: whoever is asked names the employers, and those differ.

use crate::domain::{
    interview::{
        given_names::is_given_name,
        names::{self, Likeness},
        scene::Scene,
        segments::{Lead, Part},
        text::{
            fold::fold,
            lexicon::{Concept, hash::number},
        },
    },
    ordering::{sort_by_number, sort_numbers},
};

/// So many people for one role make a selection.
const ENOUGH: usize = 3;
/// A longer pause between two notes, in days, ends a selection.
const PAUSE: i64 = 30;

/// A note of an interview with somebody, and what else it says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Applicant {
    /// The role, as a number.
    role: u32,
    /// Who is named, as a number.
    name: u32,
    /// A given name is known to be one.
    known: bool,
}

impl Applicant {
    /// Reads the title; nothing where a company stands as such, or somebody is met (`with Sarah`,
    /// `(Sarah)`, `Frau Berg`).
    pub(super) fn of(scene: &Scene<'_>) -> Option<Self> {
        let parts = || scene.parts().iter().filter(|it| !it.is_user);
        let company = [Concept::OrgWord, Concept::LegalForm];
        if parts().any(|it| it.lead == Lead::At || it.concepts.any(&company)) {
            return None;
        }
        let is_person = |it: &&Part| it.person == Likeness::Known;
        let role = parts().find(|it| it.concepts.has(Concept::RoleWord) && !is_person(it))?;
        let other = |it: &&Part| !std::ptr::eq(*it, role);
        let person = parts().filter(other).find(is_person);
        let named = person.or_else(|| parts().filter(other).find(|it| is_short_name(&it.text)))?;
        let word = named.text.split(' ').next()?;
        let met = matches!(named.lead, Lead::With | Lead::Bracket) || names::is_honorific(word);
        let first = fold(word);
        (!met).then(|| Self {
            role: number(fold(&role.text).as_bytes()),
            name: number(first.as_bytes()),
            known: person.is_some() && is_given_name(&first),
        })
    }
}

fn is_short_name(text: &str) -> bool {
    text.split(' ').count() <= 3 && text.starts_with(char::is_uppercase)
}

/// The notes among these that belong to a selection. Each is told with its day and
/// its UID as a number.
pub(super) fn selections(mut notes: Vec<(Applicant, i64, u32)>) -> Vec<(i64, u32)> {
    sort_by_number(&mut notes, |it| it.1);
    // The order of the days stays within a role.
    sort_by_number(&mut notes, |it| i64::from(it.0.role));
    let together = |one: &(Applicant, i64, u32), next: &(Applicant, i64, u32)| {
        one.0.role == next.0.role && next.1 - one.1 <= PAUSE
    };
    let mut found = Vec::new();
    for group in notes.chunk_by(together) {
        let names = distinct(group.iter().map(|it| i64::from(it.0.name)));
        let given = group.iter().filter(|it| it.0.known);
        let known = distinct(given.map(|it| i64::from(it.0.name)));
        // The slots of one day are a loop, and most are people's names: one looks for the same role
        // at several companies.
        let days = distinct(group.iter().map(|it| it.1));
        if known >= ENOUGH && known * 2 >= names && days > 1 {
            found.extend(group.iter().map(|it| (it.1, it.2)));
        }
    }
    found
}

fn distinct(numbers: impl Iterator<Item = i64>) -> usize {
    let mut all: Vec<i64> = numbers.collect();
    sort_numbers(&mut all);
    all.dedup();
    all.len()
}
