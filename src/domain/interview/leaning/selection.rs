//! Selections that the user runs: notes of interviews that differ in the person and agree in the
//! rest. `Interview Kai - cook`, `Interview Ana - cook`, `Interview Tom - cook` are no search for a
//! job: whoever is asked names the employers, and those differ.

use crate::domain::{
    interview::{
        given_names::is_given_name,
        names::Likeness,
        scene::Scene,
        segments::{Lead, Part},
        text::{
            fold::fold,
            lexicon::{Concept, hash::number},
        },
    },
    ordering::sort_by_number,
};

/// So many people for one role make a selection.
const FOR_ROLE: usize = 3;
/// So many people with the same word beside them do: the rounds at one employer are fewer.
const FOR_WORD: usize = 5;
/// The rounds at one employer stand close together, and so do the slots of one day.
const DAYS: usize = 3;

/// A note of an interview with somebody, and what else it says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Applicant {
    /// The rest of the title, as a number.
    rest: u32,
    /// The rest is a role.
    role: bool,
    /// Who is named, as a number.
    name: u32,
    /// A given name is known to be one.
    known: bool,
}

impl Applicant {
    /// Reads the title; nothing where a company stands as such.
    pub(super) fn of(scene: &Scene<'_>) -> Option<Self> {
        let parts = || scene.parts().iter().filter(|it| !it.is_user);
        let company = [Concept::OrgWord, Concept::LegalForm];
        if parts().any(|it| it.lead == Lead::At || it.concepts.any(&company)) {
            return None;
        }
        let is_role = |it: &&Part| it.concepts.has(Concept::RoleWord);
        let is_person = |it: &&Part| it.person == Likeness::Known;
        let role = parts().find(|it| is_role(it) && !is_person(it));
        let rest = role.or_else(|| parts().find(|it| !is_person(it)))?;
        let other = |it: &&Part| !std::ptr::eq(*it, rest);
        let person = parts().filter(other).find(is_person);
        let named = person.or_else(|| {
            role?;
            parts().filter(other).find(|it| is_short_name(&it.text))
        })?;
        let first = fold(named.text.split(' ').next()?);
        Some(Self {
            rest: number(fold(&rest.text).as_bytes()),
            role: role.is_some(),
            name: number(first.as_bytes()),
            known: person.is_some() && is_given_name(&first),
        })
    }
}

fn is_short_name(text: &str) -> bool {
    text.split(' ').count() <= 3 && text.starts_with(char::is_uppercase)
}

/// The notes among these that belong to a selection. Each is told with its day.
pub(super) fn selections<T: Copy>(mut notes: Vec<(Applicant, i64, T)>) -> Vec<(i64, T)> {
    sort_by_number(&mut notes, |it| i64::from(it.0.rest));
    let mut found = Vec::new();
    for group in notes.chunk_by(|one, next| one.0.rest == next.0.rest) {
        let role = group.iter().any(|it| it.0.role);
        let names = distinct(group.iter().map(|it| i64::from(it.0.name)));
        let known = distinct((group.iter().filter(|it| it.0.known)).map(|it| i64::from(it.0.name)));
        let days = distinct(group.iter().map(|it| it.1));
        // Most are people's names: the same role is talked about at several companies, too.
        let people = known * 2 >= names;
        let most = known * 5 >= names * 4;
        let of_role = role && known >= FOR_ROLE && people && days > 1;
        if of_role || known >= FOR_WORD && most && days >= DAYS {
            found.extend(group.iter().map(|it| (it.1, it.2)));
        }
    }
    found
}

fn distinct(numbers: impl Iterator<Item = i64>) -> usize {
    let mut all: Vec<i64> = numbers.collect();
    crate::domain::ordering::sort_numbers(&mut all);
    all.dedup();
    all.len()
}
