//! Which side of the table the owner of a calendar sits on at a time, as its events show together.
//!
//! `Interview Kai 3pm` is a note of whoever asks Kai and of whoever is asked by Kai. What else
//! happens around it tells: rotas, one interview right after another and first days of the people
//! met on one side; job centres, applications and invitations of employers on the other.

mod selection;
mod shown;
mod signs;
#[cfg(test)]
mod tests;

pub(crate) use self::{
    shown::{Bearing, Shown, Support, bearing, tells_itself},
    signs::Signs,
};
use jiff::tz::TimeZone;

use self::shown::{WITH_WORD, given_names};
use super::{
    Reason,
    direction::Side,
    scene::{Scene, day_of},
    signals::reason,
    text::lexicon::hash::number,
};
use crate::domain::{calendar::event::Event, ordering::sort_by_number};

/// What one event shows of its owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// The user interviews somebody, as the event itself says, or works on a selection.
    Interviews,
    /// Work of whoever employs people: rotas, pay, advertising for staff.
    Employs,
    /// Two bare interviews follow each other at once.
    InRow,
    /// Somebody interviewed is taken on, tried out, or asked about elsewhere.
    TakenOn,
    /// An interview names a person and no employer.
    Person,
    /// Several people are interviewed for one role.
    Selection,
    /// Work of whoever looks for a job: applications, the job centre.
    Seeks,
    /// A note of a talk with somebody who recruits.
    Recruiter,
    /// Preparing for an interview, travelling to one.
    Prepares,
    /// Another company asks the user, or a letter speaks to a candidate.
    Asked,
    /// A note of an interview shows the employer.
    Employer,
}

impl Sign {
    const ALL: [Self; 11] = [
        Self::Interviews,
        Self::Employs,
        Self::InRow,
        Self::TakenOn,
        Self::Person,
        Self::Selection,
        Self::Seeks,
        Self::Recruiter,
        Self::Prepares,
        Self::Asked,
        Self::Employer,
    ];

    /// What the first of them adds to the log-odds of the candidate's side; all together add less
    /// than twice as much.
    const fn weight(self) -> f64 {
        match self {
            Self::Interviews => -1.0,
            Self::Employs => -0.7,
            Self::InRow => -1.2,
            Self::TakenOn => -1.2,
            Self::Person => -0.3,
            Self::Selection => -2.2,
            Self::Seeks => 1.0,
            Self::Recruiter | Self::Prepares => 0.5,
            Self::Asked => 1.0,
            Self::Employer => 0.6,
        }
    }

    /// Code of the reason where it weighs most.
    const fn code(self) -> &'static str {
        match self {
            Self::Interviews => "interviews_often",
            Self::Employs => "employs_people",
            Self::InRow => "interviews_in_row",
            Self::TakenOn => "people_taken_on",
            Self::Person => "interviews_people",
            Self::Selection => "several_for_role",
            Self::Seeks | Self::Recruiter | Self::Prepares => "looks_for_job",
            Self::Asked | Self::Employer => "asked_by_employers",
        }
    }
}

/// Whether a reason with this code is the calendar's.
#[must_use]
pub(crate) fn is_code(code: &str) -> bool {
    Sign::ALL.iter().any(|it| it.code() == code)
}

/// So many days around an event its calendar tells most of it.
const NEAR: i64 = 45;
/// What a sign at another time says, as a share.
const FAR: f64 = 0.25;
/// More signs of one kind say nothing new.
const ENOUGH: u32 = 4;
/// The calendar weighs no more than this on the interviewer's side.
const MOST_AGAINST: f64 = -4.5;
/// And no more than this on the candidate's: evidence of the event itself has to stay stronger.
const MOST_FOR: f64 = 1.5;
/// Whoever shows so much of the interviewer's side may sit there at any time: then nothing speaks
/// for the candidate's side.
const MIXED: f64 = -1.4;
/// So much shows a time of search.
const CLEAR: f64 = 1.0;
/// So much shows that the user sits on a side at all.
const SHOWN: f64 = 0.5;
/// And so much that it may be the other one: a second note that names a person.
const OTHER_SIDE: f64 = -0.4;
/// Less is no reason to name.
const LEAST: f64 = 0.2;
/// What the user's own evidence against the candidate's side must not exceed for the calendar to
/// speak for it.
const OUTSPOKEN: f64 = -1.5;
/// That somebody is taken on whom the title itself names.
const ITSELF_TAKEN_ON: f64 = -2.0;
/// That the event itself stands in a row.
const ITSELF_IN_ROW: f64 = -1.2;

/// What other events say about one.
struct Around {
    /// Log-odds of the candidate's side.
    sum: f64,
    /// The sign that says most of it.
    strongest: Option<Sign>,
    /// The user sits on the interviewer's side, too.
    mixed: bool,
}

/// A sign on a day.
#[derive(Clone, Copy, Debug)]
struct Dated {
    day: i64,
    /// UID of its event as a number.
    uid: u32,
    /// The place of the next one that has another UID.
    next: usize,
}

/// All signs of a calendar, each with its day.
#[derive(Clone, Debug, Default)]
pub(crate) struct Leaning {
    /// For each kind, in the order of [`Sign::ALL`], in the order of the days.
    days: [Vec<Dated>; Sign::ALL.len()],
    /// The beginnings of bare interviews that follow each other, in seconds, in order.
    rows: Vec<i64>,
    /// Given names, as numbers, of people who were interviewed and taken on.
    taken_on: Vec<u32>,
}

impl Leaning {
    /// Adds a sign of the event with this UID, as a number; of several events together, if it is 0.
    fn add(&mut self, sign: Sign, day: i64, uid: u32) {
        if let Some(days) = self.days.get_mut(sign as usize) {
            days.push(Dated { day, uid, next: 0 });
        }
    }

    /// Makes it ready to be asked.
    fn settle(&mut self) {
        for days in &mut self.days {
            sort_by_number(days, |it| it.day);
            link(days);
        }
    }

    /// What the other events say about `event`.
    fn around(&self, event: &Event) -> Around {
        let (day, uid) = (day_of(event), number(event.uid.as_bytes()));
        let (mut sum, mut against) = (0.0, 0.0_f64);
        let mut most: Option<(f64, Sign)> = None;
        let mut least: Option<(f64, Sign)> = None;
        for (sign, days) in Sign::ALL.into_iter().zip(&self.days) {
            let said = sign.weight() * strength(days, day, uid);
            sum += said;
            against += said.min(0.0);
            if most.is_none_or(|(known, _)| known < said) {
                most = Some((said, sign));
            }
            if least.is_none_or(|(known, _)| known > said) {
                least = Some((said, sign));
            }
        }
        let mixed = against < MIXED;
        if mixed {
            sum = sum.min(0.0);
        }
        let strongest = if sum < 0.0 { least } else { most };
        Around {
            sum: sum.clamp(MOST_AGAINST, MOST_FOR),
            strongest: strongest.map(|(_, sign)| sign),
            mixed,
        }
    }

    /// What it says about `event`, on which it bears as `bearing` says, and of which `side` is told
    /// by the event itself.
    #[must_use]
    pub(crate) fn reason(&self, event: &Event, bearing: Bearing, side: &Side) -> Option<Reason> {
        if bearing.against <= 0.0 {
            return None;
        }
        let it = self.around(event);
        let said = it.sum;
        let own = side.own();
        let weight = if said < 0.0 {
            said * bearing.against
        } else if own < OUTSPOKEN {
            0.0
        } else {
            match bearing.support {
                Support::None => 0.0,
                // Whoever is named may be a candidate: a doubt is taken away, and no more.
                Support::AgainstDoubt => said.min(-own).max(0.0),
                Support::Full => said,
            }
        };
        (weight.abs() >= LEAST)
            .then(|| reason(it.strongest?.code(), "", weight))
            .flatten()
    }

    /// What single other events say about this one and about the people it names: right before or
    /// after it another one is interviewed, or one of these people is taken on.
    pub(crate) fn of_itself(
        &self,
        scene: &Scene<'_>,
        bearing: Bearing,
    ) -> impl Iterator<Item = Reason> {
        let start = scene.event.when.start(&TimeZone::UTC).as_second();
        let named = bearing.support != Support::None;
        let in_row = named && self.rows.binary_search(&start).is_ok();
        let taken_on = !self.taken_on.is_empty()
            && given_names(scene)
                .iter()
                .any(|it| self.taken_on.contains(it));
        [
            (in_row, Sign::InRow, ITSELF_IN_ROW),
            (taken_on, Sign::TakenOn, ITSELF_TAKEN_ON),
        ]
        .into_iter()
        .filter(|it| it.0)
        .filter_map(move |(_, sign, weight)| reason(sign.code(), "", weight * bearing.against))
    }

    /// Whether the calendar does not tell whom a note with this `bearing` names, who may be a
    /// candidate: nothing in it speaks for the candidate's side, or the user sits on both.
    #[must_use]
    pub(crate) fn is_untold(&self, event: &Event, bearing: Bearing) -> bool {
        let it = self.around(event);
        bearing.against >= 1.0 && it.sum < LEAST || bearing.against >= WITH_WORD && it.mixed
    }

    /// Whether other events show the user on the candidate's side around `event`, even if more show
    /// the other one.
    #[must_use]
    pub(crate) fn shows_search(&self, event: &Event) -> bool {
        self.said(event).filter(|it| *it > 0.0).sum::<f64>() >= SHOWN
    }

    /// Whether other events show the user on the interviewer's side around `event`.
    #[must_use]
    pub(crate) fn shows_other_side(&self, event: &Event) -> bool {
        self.said(event).filter(|it| *it < 0.0).sum::<f64>() <= OTHER_SIDE
    }

    /// What each kind of sign says about `event`.
    fn said(&self, event: &Event) -> impl Iterator<Item = f64> {
        let (day, uid) = (day_of(event), number(event.uid.as_bytes()));
        let signs = Sign::ALL.into_iter().zip(&self.days);
        signs.map(move |(sign, days)| sign.weight() * strength(days, day, uid))
    }

    /// Whether the user clearly looks for a job around `event`.
    #[must_use]
    pub(crate) fn is_search(&self, event: &Event) -> bool {
        self.around(event).sum >= CLEAR
    }
}

/// Tells each sign, in the order of the days, where the next one of another event is: a series may
/// have tens of thousands of changed occurrences.
fn link(days: &mut [Dated]) {
    let mut known: Option<(u32, usize)> = None;
    for (at, it) in days.iter_mut().enumerate().rev() {
        let other = match known {
            Some((uid, next)) if uid == it.uid => next,
            _ => at + 1,
        };
        it.next = other;
        known = Some((it.uid, other));
    }
}

/// How strongly signs of one kind, on these `days`, speak on `day`: 1 for the first near it, half as
/// much for the next, and so on. No event is evidence for itself.
fn strength(days: &[Dated], day: i64, uid: u32) -> f64 {
    if days.is_empty() {
        return 0.0;
    }
    let start = days.partition_point(|it| it.day < day.saturating_sub(NEAR));
    let end = days.partition_point(|it| it.day <= day.saturating_add(NEAR));
    let others = |mut at: usize, end: usize| {
        let mut count: u32 = 0;
        while let Some(it) = days.get(at).filter(|_| at < end && count < ENOUGH) {
            let other = it.uid != uid;
            count += u32::from(other);
            at = if other { at + 1 } else { it.next };
        }
        f64::from(count)
    };
    let far = others(0, start) + others(end, days.len());
    let count = FAR.mul_add(far, others(start, end));
    2.0 * (1.0 - 0.5_f64.powf(count))
}
