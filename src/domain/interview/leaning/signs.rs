//! Gathers the signs of a calendar, event by event.

use super::{
    Leaning, Shown, Sign,
    selection::{Applicant, selections},
};
use crate::domain::{
    calendar::event::Event,
    interview::{
        glance::Glances,
        scene::day_of,
        text::lexicon::{Concept, Concepts, hash::number},
    },
    ordering::{sort_by_number, sort_numbers},
};

/// Two interviews with no longer pause between them follow each other at once.
const PAUSE: i64 = 45 * 60;

/// Whoever is named beside one of these may be taken on.
const TAKING_ON: [Concept; 5] = [
    Concept::Employs,
    Concept::Onboarding,
    Concept::Offer,
    Concept::Reference,
    Concept::Appraisal,
];

/// Words for an interview itself.
const INTERVIEW: [Concept; 3] = [
    Concept::JobInterview,
    Concept::Interview,
    Concept::Interviews,
];

/// What the events of a calendar showed so far.
#[derive(Debug, Default)]
pub(crate) struct Signs {
    leaning: Leaning,
    slots: Vec<(i64, i64)>,
    people: Vec<i64>,
    /// With the day and the UID, as a number, of each note.
    applicants: Vec<(Applicant, i64, u32)>,
}

impl Signs {
    /// Adds what one event showed.
    pub(crate) fn add(&mut self, event: &Event, shown: &Shown) {
        for sign in &shown.signs {
            self.leaning
                .add(*sign, day_of(event), number(event.uid.as_bytes()));
        }
        self.slots.extend(shown.slot);
        self.people
            .extend(shown.people.iter().copied().map(i64::from));
        let noted = |it| (it, day_of(event), number(event.uid.as_bytes()));
        self.applicants.extend(shown.applicant.map(noted));
    }

    /// All of it, with what the titles of other events say.
    #[must_use]
    pub(crate) fn leaning(self, events: &[Event], glances: &Glances) -> Leaning {
        let Self {
            mut leaning,
            mut slots,
            mut people,
            applicants,
        } = self;
        for (day, uid) in selections(applicants) {
            leaning.add(Sign::Selection, day, uid);
        }
        sort_by_number(&mut slots, |it| it.0);
        for (one, next) in slots.iter().zip(slots.iter().skip(1)) {
            if (0..=PAUSE).contains(&(next.0 - one.1)) {
                leaning.add(Sign::InRow, next.0.div_euclid(86_400), 0);
                leaning.rows.extend([one.0, next.0]);
            }
        }
        sort_numbers(&mut people);
        for (event, (title, words)) in events.iter().zip(glances.titles()) {
            let mut add = |sign| leaning.add(sign, day_of(event), number(event.uid.as_bytes()));
            if title.has(Concept::Seeks) {
                add(Sign::Seeks);
            }
            if title.any(&INTERVIEW) {
                continue;
            }
            if title.has(Concept::Employs) {
                add(Sign::Employs);
            }
            if title.any(&[Concept::HiringSide, Concept::Applicant]) {
                add(Sign::Interviews);
            }
            if !people.is_empty() && may_take_on(title) {
                let met = |it: &&u32| people.binary_search(&i64::from(**it)).is_ok();
                if let Some(name) = words.iter().find(met) {
                    add(Sign::TakenOn);
                    leaning.taken_on.push(*name);
                }
            }
        }
        sort_numbers(&mut leaning.rows);
        leaning.settle();
        leaning
    }
}

/// `Saffron first day`, `Kai trial shift`, and not `Onboarding with Lisa`.
fn may_take_on(title: Concepts) -> bool {
    let tried = title.has(Concept::Onsite) && title.any(&[Concept::Step, Concept::WeakStep]);
    let led = title.any(&[Concept::With, Concept::At]);
    !led && (tried || title.any(&TAKING_ON))
}
