//! What one event, read, shows of the side its owner sits on.

use super::{Sign, selection::Applicant};
use crate::domain::interview::{
    Direction, Reason,
    direction::Side,
    given_names::is_given_name,
    names::Likeness,
    neighbours,
    scene::{Scene, Surroundings},
    segments::Lead,
    signals,
    text::{
        fold::fold,
        lexicon::{Concept, hash::number},
        reading::Hit,
    },
    verdict,
};

/// What the calendar bears on an event that shows the employer.
const WITH_EMPLOYER: f64 = 0.4;
/// On a call of somebody who recruits.
const WITH_RECRUITER: f64 = 0.4;
/// On one with a name of several words that is no person's.
const WITH_NAME: f64 = 0.45;
/// On one with a word that may be a person's name or an employer's.
pub(super) const WITH_WORD: f64 = 0.7;

/// From this weight on a talk is one with somebody who recruits.
const RECRUITER_CALLS: f64 = 4.0;

/// What one event shows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shown {
    /// The signs.
    pub(super) signs: Vec<Sign>,
    /// Beginning and end, in seconds, of a bare note of an interview.
    pub(super) slot: Option<(i64, i64)>,
    /// Given names of the people an interview is noted with, as numbers.
    pub(super) people: Vec<u32>,
    /// Whom a note of an interview names, and what else it says.
    pub(super) applicant: Option<Applicant>,
}

impl Shown {
    /// Looks at a judged event.
    #[must_use]
    pub(crate) fn of(
        scene: &Scene<'_>,
        around: &Surroundings,
        clues: &[Reason],
        side: &Side,
    ) -> Self {
        let mut it = Self::default();
        let title = &scene.title;
        let candidate = side.direction() == Direction::Candidate;
        if !candidate && verdict::is_interview_like(clues.iter().chain(&side.reasons)) {
            it.signs.push(Sign::Interviews);
        }
        let sure = verdict::confidence(clues, side) >= neighbours::SURE;
        if candidate && sure && is_told(scene, around) && neighbours::speaks_for_itself(clues) {
            it.signs.push(Sign::Asked);
        }
        if !scene.is_own_note() {
            return it;
        }
        if !scene.title_names_interview() {
            let called = |it: &Reason| it.code == "title_hiring" && it.weight > RECRUITER_CALLS;
            if candidate && !title.has(Concept::HiringSide) && clues.iter().any(called) {
                it.signs.push(Sign::Recruiter);
            }
            return it;
        }
        let beside = ["preparation", "errand", "mock_interview", "chore"];
        if clues.iter().any(|it| beside.contains(&it.code)) {
            it.signs.push(Sign::Prepares);
        }
        if !signals::is_likely(clues) {
            return it;
        }
        it.applicant = Applicant::of(scene);
        if shows_employer(scene) {
            if candidate {
                it.signs.push(Sign::Employer);
            }
            return it;
        }
        it.people = given_names(scene);
        let mut parts = scene.parts().iter();
        if parts.any(|it| it.person == Likeness::Known && !it.is_user) {
            it.signs.push(Sign::Person);
        }
        // The rounds of one day at one employer are with people of rank.
        let round = [Concept::Leader, Concept::Department, Concept::Topic];
        if let Some(minutes) = scene.minutes.filter(|_| !title.meanings().any(&round)) {
            let start = scene.event.when.start(&jiff::tz::TimeZone::UTC).as_second();
            it.slot = Some((start, start.saturating_add(minutes.saturating_mul(60))));
        }
        it
    }
}

/// How the rest of the calendar bears on an event.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bearing {
    /// What counts of the evidence against the candidate's side, 0 to 1.
    pub(crate) against: f64,
    /// What counts of the evidence for it.
    pub(crate) support: Support,
}

impl Bearing {
    /// Whether what the title names, if anything, may be the name of a candidate.
    #[must_use]
    pub(crate) fn may_name_a_candidate(self) -> bool {
        self.against >= WITH_WORD
    }
}

/// What counts of the evidence for the candidate's side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Support {
    /// Nothing: the title speaks of no interview.
    None,
    /// As much as the event itself says against it.
    AgainstDoubt,
    /// All of it: the employer stands there, or nobody.
    Full,
}

/// How the rest of the calendar bears on an event: not at all where somebody else tells the side,
/// less where an employer stands there.
#[must_use]
pub(crate) fn bearing(scene: &Scene<'_>, around: &Surroundings) -> Bearing {
    let support = if !scene.title_names_interview() {
        Support::None
    } else if tells_itself(scene) {
        Support::Full
    } else {
        Support::AgainstDoubt
    };
    Bearing {
        against: against(scene, around),
        support,
    }
}

/// Whether a note of one interview shows the employer, or nothing that could be a candidate's name.
#[must_use]
pub(crate) fn tells_itself(scene: &Scene<'_>) -> bool {
    let alone = !scene.title.has(Concept::Interviews);
    alone && (shows_employer(scene) || scene.parts().is_empty())
}

fn against(scene: &Scene<'_>, around: &Surroundings) -> f64 {
    let title = &scene.title;
    if is_told(scene, around) {
        return 0.0;
    }
    if shows_employer(scene) {
        return WITH_EMPLOYER;
    }
    let call = [Concept::Talk, Concept::Phone];
    if !scene.title_names_interview() && title.has(Concept::Hiring) && title.meanings().any(&call) {
        return WITH_RECRUITER;
    }
    let parts = || scene.parts().iter().filter(|it| !it.is_user);
    if parts().any(|it| it.person == Likeness::Known) {
        return 1.0;
    }
    // Who interviews others is of rank, and does not say so.
    if title
        .meanings()
        .any(&[Concept::Leader, Concept::Department])
    {
        return WITH_NAME;
    }
    let names = parts().filter(|it| it.concepts.is_empty());
    match names.map(|it| large_words(&it.text)).max() {
        None | Some(0) => 1.0,
        Some(1) if !is_known_by_whole_name(scene, around) => WITH_WORD,
        Some(_) => WITH_NAME,
    }
}

fn large_words(name: &str) -> usize {
    name.split(' ')
        .filter(|it| it.starts_with(char::is_uppercase) && it.chars().count() > 2)
        .count()
}

/// `2nd interview Nordkai`, where another event has `Nordkai Logistics`.
fn is_known_by_whole_name(scene: &Scene<'_>, around: &Surroundings) -> bool {
    let known = signals::known_employer(scene, around);
    known.is_some_and(|it| {
        let first = it.split(' ').next().map(fold).unwrap_or_default();
        large_words(&it) > 1 && !is_given_name(&first)
    })
}

/// Somebody from outside is on it, a letter speaks to a candidate, or the title names the user.
fn is_told(scene: &Scene<'_>, around: &Surroundings) -> bool {
    scene.has_outside_guest(&around.own)
        || scene.body.has(Concept::ToCandidate)
        || scene.title_names_user()
}

/// An employer stands there as such, not only a word that may be anybody's name.
fn shows_employer(scene: &Scene<'_>) -> bool {
    let company = [Concept::OrgWord, Concept::LegalForm];
    // A room is whoever's house it is in.
    let address = |it: &Hit| it.concepts.has(Concept::Street) && !it.concepts.has(Concept::Room);
    scene.place.hits.iter().any(address)
        || scene.parts().iter().any(|it| {
            !it.is_user && (it.concepts.any(&company) || it.lead == Lead::At && !it.inside)
        })
}

/// Given names in the title, without the user's, as numbers.
#[must_use]
pub(super) fn given_names(scene: &Scene<'_>) -> Vec<u32> {
    let parts = scene.parts().iter();
    parts
        .filter(|it| !it.is_user && it.person == Likeness::Known)
        .filter(|it| !it.concepts.has(Concept::OrgWord))
        .flat_map(|it| it.text.split(|c: char| !c.is_alphabetic()))
        .filter(|it| it.starts_with(char::is_uppercase))
        .map(fold)
        .filter(|it| is_given_name(it))
        .map(|it| number(it.as_bytes()))
        .collect()
}
