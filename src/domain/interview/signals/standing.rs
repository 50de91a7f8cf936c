//! How much a look-alike's word in a title means where it stands: a name of an employer or role may
//! hold it, and another language may spell something else so.

#[cfg(test)]
mod tests;

use super::lookalike::Position;
use crate::domain::interview::{
    domains,
    given_names::is_given_name,
    guests::GuestKind,
    scene::Scene,
    segments::Lead,
    text::{
        fold::{fold, is_unspaced, squash},
        lexicon::{Concept, Concepts},
        reading::{Hit, Reading},
    },
    words::Families,
};

/// A word that is part of a name says next to nothing.
const IN_NAME: f64 = 0.1;
/// A word of another language than the rest.
const FOREIGN: f64 = 0.15;
/// A word that employers, roles or steps share.
const SHARED: f64 = 0.25;
/// A thing to be done that does not stand where such things stand.
const INSIDE: f64 = 0.2;

/// Words for an interview.
const INTERVIEW: [Concept; 4] = [
    Concept::JobInterview,
    Concept::Interview,
    Concept::Interviews,
    Concept::Step,
];

/// What is done around a selection, or with people who are no part of it.
const ELSE: [(Concept, Position); 12] = [
    (Concept::Mock, Position::Anywhere),
    (Concept::Prep, Position::Anywhere),
    (Concept::Debrief, Position::Anywhere),
    (Concept::Deadline, Position::Anywhere),
    (Concept::Availability, Position::Anywhere),
    (Concept::Reference, Position::Anywhere),
    (Concept::Offer, Position::Anywhere),
    (Concept::Onboarding, Position::Anywhere),
    (Concept::Exit, Position::Anywhere),
    (Concept::Acquaintance, Position::Anywhere),
    (Concept::Chore, Position::Edge),
    (Concept::Errand, Position::Edge),
];

/// Whether the title names no interview, and something else that concerns the same employer: then
/// the employer's name and a letter to a candidate say nothing about this event.
pub(super) fn names_something_else(scene: &Scene<'_>) -> bool {
    let hits = || scene.title.hits.iter();
    !scene.title_names_interview()
        && ELSE.iter().any(|(concept, position)| {
            hits().any(|it| it.concepts.has(*concept) && share(*position, scene, it) > 0.5)
        })
}

/// The share of its weight that a word keeps, 0 to 1.
pub(super) fn share(position: Position, scene: &Scene<'_>, hit: &Hit) -> f64 {
    let title = &scene.title;
    let mut share: f64 = 1.0;
    let shared = [
        Concept::RoleWord,
        Concept::Leader,
        Concept::OrgWord,
        Concept::Hiring,
        Concept::Step,
        Concept::JobInterview,
        Concept::Talk,
        Concept::WeakStep,
    ];
    if hit.concepts.any(&shared) {
        share = share.min(SHARED);
    }
    if position == Position::Edge {
        let edge = hit.first < 1 || hit.first + hit.len == title.tokens.len();
        if !edge || is_in_bracket_of_person(scene, hit) || is_to_be_brought(scene, hit) {
            share = share.min(INSIDE);
        }
    }
    if is_foreign(scene, title, hit) {
        share = share.min(FOREIGN);
    }
    if is_taken_along(title, hit) {
        share = share.min(IN_NAME);
    }
    if is_added(title, hit) {
        share = share.min(SHARED);
    }
    // `Acme interview (physical)`: where there is no screen; `Pontypridd practice`: a surgery.
    let in_person = title.word(hit.first) == "physical" && scene.title_names_interview();
    if hit.len == 1 && (in_person || is_surgery(title, hit)) {
        share = share.min(SHARED);
    }
    // `assessment with the psychologist`: psychologists test applicants, too.
    let tester = TESTERS
        .iter()
        .any(|it| title.word(hit.first).starts_with(it));
    if tester && title.has(Concept::Step) {
        share = share.min(SHARED);
    }
    if is_in_name(scene, hit)
        || is_of_guest(scene, hit)
        || is_of_host(scene, hit)
        || is_addressed(scene, hit)
    {
        share = share.min(IN_NAME);
    }
    share
}

/// `Maple Ridge: shadow + peer interview`: at an employer, one part of the day and another.
fn is_added(title: &Reading, hit: &Hit) -> bool {
    let end = hit.first + hit.len;
    let plus = |at: usize| title.between(at).trim() == "+";
    let interview = |at: usize, beyond: usize| {
        plus(at) && (beyond..beyond + 3).any(|it| title.meaning(it).has(Concept::JobInterview))
    };
    hit.first > 0 && hit.concepts.has(Concept::Training) && interview(end, end)
}

/// `Acme in person, bring licence`: set off from the rest, what to take there.
fn is_taken_along(title: &Reading, hit: &Hit) -> bool {
    const TAKE: [&str; 13] = [
        "bring",
        "wear",
        "carry",
        "mitbringen",
        "mitnehmen",
        "apporter",
        "amener",
        "llevar",
        "traer",
        "portare",
        "levar",
        "meenemen",
        "zabrac",
    ];
    hit.first > 0 && !title.is_joined(hit.first) && TAKE.contains(&title.word(hit.first))
}

/// `Pontypridd practice`: behind a name, where dentists and doctors work.
fn is_surgery(title: &Reading, hit: &Hit) -> bool {
    let before = hit.first.checked_sub(1);
    title.word(hit.first) == "practice"
        && before.is_some_and(|it| {
            title.is_large(it) && title.is_joined(hit.first) && title.meaning(it).is_empty()
        })
}

/// Beginnings, folded, of the word for a psychologist.
const TESTERS: [&str; 5] = ["psycholo", "psykolo", "psicolo", "psiholo", "psychiat"];

/// `Mira / Grant Ellsworth`: a word of the name of somebody on the event.
fn is_of_guest(scene: &Scene<'_>, hit: &Hit) -> bool {
    let word = scene.title.word(hit.first);
    let names = || scene.guests.iter().filter_map(|it| it.name.as_deref());
    hit.len == 1 && names().any(|it| fold(it).split(' ').any(|it| it == word))
}

/// `Pooja ma'am`: a given name that means something else, before a form of address.
fn is_addressed(scene: &Scene<'_>, hit: &Hit) -> bool {
    const ADDRESSES: [&str; 9] = [
        "ma", "maam", "mam", "madam", "sir", "ji", "bhai", "didi", "san",
    ];
    let title = &scene.title;
    hit.len == 1
        && title.is_large(hit.first)
        && is_given_name(title.word(hit.first))
        && title.is_joined(hit.first + 1)
        && ADDRESSES.contains(&title.word(hit.first + 1))
}

/// `Corvane Housing - Jo / Gemma` with somebody of corvanehousing.example: a word of their name.
fn is_of_host(scene: &Scene<'_>, hit: &Hit) -> bool {
    let Some(before) = hit.first.checked_sub(1) else {
        return false;
    };
    let name = squash(scene.title.span(before, hit.first + hit.len));
    let hosts = scene.guests.iter().filter(|it| it.kind != GuestKind::User);
    let mut companies = hosts.filter_map(|it| it.company.as_deref());
    scene.title.meaning(before).is_empty() && companies.any(|it| squash(domains::label(it)) == name)
}

/// `F2F interview Acme (carry resume)`: what is in brackets behind an interview is taken along.
fn is_to_be_brought(scene: &Scene<'_>, hit: &Hit) -> bool {
    let title = &scene.title;
    let start = title.tokens.get(hit.first).map_or(0, |it| it.start);
    let before = title.original().get(..start).unwrap_or_default();
    let open = before
        .rfind('(')
        .filter(|at| before.get(*at..).is_some_and(|it| !it.contains(')')));
    let ahead = |it: &&Hit| {
        let place = title.tokens.get(it.first).map(|it| it.start);
        let step = it.concepts.any(&INTERVIEW) || it.concepts.has(Concept::WeakStep);
        step && place.zip(open).is_some_and(|(at, open)| at < open)
    };
    title.hits.iter().any(|it| ahead(&it))
}

/// `interview w/ Kelsey (Medrova Travel)`: in brackets behind somebody, where they are from.
fn is_in_bracket_of_person(scene: &Scene<'_>, hit: &Hit) -> bool {
    let written = scene.title.written(hit);
    let parts = scene.parts();
    let mut pairs = parts.iter().zip(parts.iter().skip(1));
    pairs.any(|(met, from)| {
        met.lead == Lead::With && from.lead == Lead::Bracket && from.text.contains(written)
    })
}

/// A single word that only tables know whose other words neither `text` nor the rest of the event
/// uses: `stage` and `plaza` are jobs in French and Spanish, and something else in English.
pub(super) fn is_foreign(scene: &Scene<'_>, text: &Reading, hit: &Hit) -> bool {
    let several = hit.len > 1 && !text.written(hit).chars().any(is_unspaced);
    let families = if hit.concepts.has(Concept::Hiring) {
        hit.hiring
    } else {
        hit.families
    };
    if several || families.meets(Families::ENGLISH) || families == Families::ALL {
        return false;
    }
    let in_title = std::ptr::eq(text, &scene.title);
    let rest = if in_title { &scene.body } else { &scene.title };
    let here = || text.hits.iter().filter(|it| it.first != hit.first);
    // The same word elsewhere says nothing of the language.
    let same = |it: &&Hit| rest.word(it.first) == text.word(hit.first) && it.len == hit.len;
    let there = || rest.hits.iter().filter(|it| !same(it));
    speaks_otherwise(families, || here().chain(there()))
}

/// Whether most of these words are of a language of which `families` are none.
fn speaks_otherwise<'h, I>(families: Families, others: impl Fn() -> I) -> bool
where
    I: Iterator<Item = &'h Hit>,
{
    let votes = |family: Families| {
        let those = others().filter(|it| it.families != Families::ALL);
        those.filter(|it| it.families.meets(family)).count()
    };
    let all = others().fold(families, |all, it| {
        if it.families == Families::ALL {
            all
        } else {
            all.with(it.families)
        }
    });
    let most = all.each().map(votes).max().unwrap_or(0);
    most > families.each().map(votes).max().unwrap_or(0)
}

/// `Agile Coach`, `Practice Nurse`: the word next to it makes a role or company of it, and it does
/// not stand next to the word for an interview itself.
fn is_in_name(scene: &Scene<'_>, hit: &Hit) -> bool {
    let title = &scene.title;
    let end = hit.first + hit.len;
    let soft = |at: usize| title.is_joined(at);
    let dashed = |at: usize| title.between(at).contains(" -") || title.between(at).contains("- ");
    let joined = |at: usize| soft(at) && !dashed(at);
    let before = (hit.first > 0 && joined(hit.first)).then(|| title.meaning(hit.first - 1));
    let after = joined(end).then(|| title.meaning(end));
    let beside = |concepts: &[Concept]| {
        [before, after]
            .into_iter()
            .flatten()
            .any(|it| it.any(concepts))
    };
    let named_elsewhere = begins_name(scene, hit) || is_in_name_of_place(scene, hit);
    if named_elsewhere && scene.title_names_interview() {
        return true;
    }
    if beside(&INTERVIEW) {
        return false;
    }
    // `VP Sales`: whoever leads it, not the thing itself.
    let department = hit.concepts.any(&[
        Concept::Commerce,
        Concept::Training,
        Concept::Research,
        Concept::Media,
        Concept::Medical,
        Concept::School,
        Concept::Housing,
    ]);
    // `Leeds Housing`, `Corvane Medical`: behind another word written large.
    let large = |at: usize| title.is_large(at);
    let named = (hit.concepts).any(&[
        Concept::Housing,
        Concept::Medical,
        Concept::Commerce,
        Concept::Errand,
    ]) && before.is_some_and(Concepts::is_empty)
        && (hit.first..end).all(large)
        && large(hit.first - 1)
        && !is_given_name(title.word(hit.first - 1));
    department && beside(&[Concept::Leader])
        || (named || ends_unspaced_name(title, hit)) && scene.title_names_interview()
        || beside(&[Concept::RoleWord, Concept::OrgWord, Concept::LegalForm])
            && scene.title_names_interview()
}

/// `Casa Corvane Boutique`, `Clínica Arboleda Verde`: in front of two words written large, the first
/// of which no table knows.
fn begins_name(scene: &Scene<'_>, hit: &Hit) -> bool {
    let title = &scene.title;
    let after = hit.first + hit.len;
    let large = |at: usize| title.is_large(at);
    let soft = |at: usize| title.is_joined(at);
    hit.len == 1
        && (hit.concepts).any(&[Concept::Housing, Concept::Medical, Concept::Commerce])
        && large(hit.first)
        && [after, after + 1].iter().all(|at| large(*at) && soft(*at))
        && title.meaning(after).is_empty()
        && !is_given_name(title.word(after))
}

/// `Corvane Prep interview day`, and LOCATION begins with `Corvane Prep`.
fn is_in_name_of_place(scene: &Scene<'_>, hit: &Hit) -> bool {
    let Some(before) = hit.first.checked_sub(1) else {
        return false;
    };
    let name = scene.title.span(before, hit.first + hit.len);
    let place = scene.event.location.trim_start();
    scene.title.meaning(before).is_empty()
        && name.starts_with(char::is_uppercase)
        && place.starts_with(name)
        && place.len() > name.len()
}

/// `途鹿旅行`: glued to two characters or more that no table knows, and last in its word. A child's
/// name before a school looks the same.
fn ends_unspaced_name(title: &Reading, hit: &Hit) -> bool {
    let glued = |at: usize| at < title.tokens.len() && title.between(at).is_empty();
    let unknown =
        |at: usize| title.meaning(at).is_empty() && title.span(at, at + 1).chars().all(is_unspaced);
    let ahead = (0..hit.first).rev().map(|at| (at, glued(at + 1)));
    let name = ahead.take_while(|(at, glued)| *glued && unknown(*at));
    !hit.concepts.has(Concept::School)
        && title.written(hit).chars().all(is_unspaced)
        && !glued(hit.first + hit.len)
        && name.count() > 1
}
