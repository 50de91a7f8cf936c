//! The clues: each looks at one event and says what it adds, in log-odds, and why.
//!
//! Weights start from what labelled calendars show and are kept round: a tenth of a log-odd more
//! or less is noise. Each file holds one clue or one small family.

mod around;
mod body;
mod certain;
mod cities;
mod company;
mod contact;
mod correction;
mod everyday;
mod lone;
mod lookalike;
mod naming;
mod occasions;
mod origin;
mod process;
mod search;
mod shape;
mod standing;
mod systems;
mod todo;
mod topic;
mod trade;
mod whose;
mod wording;

#[cfg(test)]
pub(crate) mod testing;

use super::{
    Reason,
    scene::{Scene, Surroundings},
    text::{lexicon::Concepts, reading::Reading},
};
use crate::domain::calendar::event::Event;

/// One clue.
pub(crate) type Signal = fn(&Scene<'_>, &Surroundings) -> Option<Reason>;

/// Every clue that stands alone.
const SIGNALS: &[Signal] = &[
    correction::correction,
    wording::title_interview,
    wording::title_step,
    wording::title_weak_step,
    wording::title_hiring_talk,
    wording::title_talk_about_role,
    search::role_talk,
    search::step_in_search,
    search::private_invitation,
    search::loop_slot,
    wording::title_role,
    wording::title_names_user,
    body::body_interview,
    body::speaks_to_candidate,
    body::body_hiring,
    systems::hiring_system,
    systems::assessment,
    systems::job_board,
    company::outside_company,
    company::inside_meeting,
    company::own_note_names_company,
    company::own_note_of_round,
    company::pairs_user_with_company,
    company::crowd,
    shape::length,
    shape::all_day,
    shape::repeating,
    shape::weekend,
    topic::about_subject,
    todo::begins_with_verb,
    trade::interviews_for_a_living,
    whose::of_somebody,
    process::known_employer,
    contact::known_person,
];

/// Log-odds of an event about which nothing is known: one in eighty is an interview.
pub(crate) const PRIOR: f64 = -4.4;

/// Everything that the clues say about an event.
#[must_use]
pub(crate) fn reasons(scene: &Scene<'_>, around: &Surroundings) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = SIGNALS
        .iter()
        .filter_map(|signal| signal(scene, around))
        .collect();
    reasons.extend(lookalike::reasons(scene, around));
    let else_ = reasons.iter().any(|it| it.weight < -0.4);
    reasons.extend(search::bare_interview(scene, around).filter(|_| !else_));
    let lone = lone::lone_note(scene, around, &reasons);
    reasons.extend(lone);
    reasons
}

/// The clues but for what words say that employers share with look-alikes; none if nothing does.
#[must_use]
pub(crate) fn without_shared(clues: &[Reason]) -> Option<Vec<Reason>> {
    let shared = lookalike::is_of_employers;
    let rest = || clues.iter().filter(|it| !shared(it)).cloned().collect();
    clues.iter().any(shared).then(rest)
}

/// Whether an event with these clues is likely an interview, whoever's.
#[must_use]
pub(crate) fn is_likely(clues: &[Reason]) -> bool {
    PRIOR + clues.iter().map(|it| it.weight).sum::<f64>() > 0.0
}

/// Whether a title names an employer.
#[must_use]
pub(crate) fn mentions(title: &Reading, employer: &str) -> bool {
    naming::mentions(title, employer)
}

/// Words, folded, without any of which a title does not name `employer`.
#[must_use]
pub(crate) fn telling_words(employer: &str) -> Vec<String> {
    naming::telling_words(employer)
}

/// The employer that interviews the user elsewhere and that the event concerns.
#[must_use]
pub(crate) fn known_employer(scene: &Scene<'_>, around: &Surroundings) -> Option<String> {
    process::known_employer(scene, around).map(|it| it.detail)
}

/// Whether the event concerns an employer that interviews the user elsewhere.
#[must_use]
pub(crate) fn concerns_known_employer(scene: &Scene<'_>, around: &Surroundings) -> bool {
    process::known_employer(scene, around).is_some()
}

/// Whether the event is with somebody of an interview elsewhere.
#[must_use]
pub(crate) fn concerns_known_person(scene: &Scene<'_>, around: &Surroundings) -> bool {
    contact::known_person(scene, around).is_some()
}

/// Whether one of these clues says more while the user looks for a job.
#[must_use]
pub(crate) fn says_more_in_search(clues: &[Reason]) -> bool {
    let codes = [
        "title_role",
        "title_weak_step",
        "title_hiring",
        "outside_company",
        "body_hiring",
    ];
    clues.iter().any(|it| codes.contains(&it.code))
}

/// Whether the fields of other interviews may change what is said about an event that speaks of
/// `meanings`.
#[must_use]
pub(crate) fn may_be_of_field(meanings: Concepts, event: &Event, around: &Surroundings) -> bool {
    let mut employers = lookalike::EMPLOYERS.iter();
    employers.any(|it| meanings.has(*it) && around.is_field(*it, event))
}

/// Whether one of these clues says less to somebody who recruits for a living, as `around` shows.
#[must_use]
pub(crate) fn says_less_to_recruiter(clues: &[Reason], around: &Surroundings) -> bool {
    let said = |it: &Reason| it.code == "body_hiring" && it.weight > body::OF_RECRUITER;
    body::recruits(around) && clues.iter().any(said)
}

/// A reason with the words that fired it, shortened.
pub(crate) fn reason(code: &'static str, detail: &str, weight: f64) -> Option<Reason> {
    let detail: String = detail.chars().take(60).collect();
    Some(Reason {
        code,
        detail: detail.trim().to_owned(),
        weight,
    })
}
