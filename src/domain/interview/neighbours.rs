//! What the events of a calendar tell about each other: the employers that interview the user, and
//! how often the user interviews others.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;

use super::{
    Assessment, Direction, Reason, User,
    domains::Kind,
    glance::Glances,
    guests::{self, GuestKind},
    leaning::{Shown, Signs},
    scene::{Known, Scene, Surroundings, day_of},
    signals,
    text::lexicon::Concepts,
};
use crate::domain::{
    calendar::event::{Event, When},
    ordering::{sort_by_number, sort_numbers},
};

/// So many events do not name one employer that interviews the user, if they are a fifth of all.
const MANY: usize = 10;
/// So many do not in the months around such an interview, however many events there are.
const VERY_MANY: usize = 30;
/// From this confidence on an interview tells of others with its employer.
pub(crate) const SURE: f64 = 0.6;
/// From this confidence on it does where the user looks for a job.
const LIKELY: f64 = 0.45;

/// What one event showed in the first pass.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    /// Confidence of the first pass.
    pub(crate) confidence: f64,
    /// The same if schools, clinics and the like are where the user applies, 0 to 1.
    pub(crate) at_such_employers: f64,
    /// Side of the first pass.
    pub(crate) direction: Direction,
    /// It looked like an interview, whoever's.
    pub(crate) interview_like: bool,
    /// Its own words say that it is an interview.
    pub(crate) speaks_for_itself: bool,
    /// Employer of the first pass.
    pub(crate) employer: Option<String>,
    /// Domains of the other people on it.
    pub(crate) companies: Vec<String>,
    /// Full names of the other people on it.
    pub(crate) people: Vec<String>,
    /// What its title is about.
    pub(crate) about: Concepts,
    /// The domain of the other company that asks the user by name.
    pub(crate) asked_by: Option<String>,
    /// What it shows of the side the user sits on.
    pub(crate) shown: Shown,
}

/// What the first pass shows to the second, gathered event by event.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    around: Surroundings,
    signs: Signs,
    like: u32,
    hiring: u32,
    /// The talks to which a company asks the user by name, on each day.
    asked: BTreeMap<(String, i64), BTreeSet<String>>,
}

impl Gathered {
    /// Begins with what is known before.
    #[must_use]
    pub(crate) fn new(before: &Surroundings) -> Self {
        Self {
            around: before.clone(),
            ..Self::default()
        }
    }

    /// Adds what one event showed.
    pub(crate) fn add(&mut self, event: &Event, finding: &Finding) {
        self.signs.add(event, &finding.shown);
        if finding.interview_like {
            self.like += 1;
            self.hiring += u32::from(finding.direction == Direction::Interviewer);
        }
        if let Some(company) = &finding.asked_by {
            let day = (company.clone(), day_of(event));
            self.asked.entry(day).or_default().insert(event.uid.clone());
        }
        if finding.direction != Direction::Candidate || !finding.speaks_for_itself {
            return;
        }
        let around = &mut self.around;
        if finding.at_such_employers >= SURE && event.organizer.is_none() {
            let day = day_of(event);
            around
                .may_be_fields
                .push((day, finding.about, event.uid.clone()));
        }
        if finding.confidence < SURE {
            return;
        }
        around.days.push((day_of(event), event.uid.clone()));
        around.fields.push((finding.about, event.uid.clone()));
        for company in &finding.companies {
            if around.may_hire(company) {
                Known::tell(&mut around.hiring_domains, company, event);
            }
        }
        for name in &finding.people {
            Known::tell(&mut around.people, name, event);
        }
        if let Some(employer) = &finding.employer {
            Known::tell(&mut around.employers, employer, event);
        }
    }

    /// All of it.
    #[must_use]
    pub(crate) fn surroundings(self, events: &[Event], glances: &Glances) -> Surroundings {
        let mut around = self.around;
        around.leaning = self.signs.leaning(events, glances);
        let timed = |it: &&Event| matches!(it.when, When::Timed { .. });
        let single = events.iter().filter(|it| !it.recurring).filter(timed);
        around.noted = single.map(day_of).collect();
        sort_numbers(&mut around.noted);
        sort_by_number(&mut around.days, |it| it.0);
        for ((company, _), talks) in self.asked {
            if talks.len() > 1 {
                let of_it = talks.into_iter().map(|uid| (uid, company.clone()));
                around.loops.extend(of_it);
            }
        }
        if self.like >= 3 {
            around.interviewer_share = f64::from(self.hiring) / f64::from(self.like);
        }
        around
    }
}

/// Adds the employers of interviews that the last judgement found, and the companies of their
/// people; whether there were any.
pub(crate) fn learn(
    around: &mut Surroundings,
    events: &[Event],
    assessments: &[Option<Assessment>],
    user: &User,
) -> bool {
    let mut learned = false;
    for (event, one) in events.iter().zip(assessments) {
        let Some(one) = one else {
            continue;
        };
        // Hearsay does not spread: the event itself has to say that it is an interview, or be a note of
        // a talk about a job while the user looks for one.
        let (confidence, reasons) = (one.verdict.confidence, &one.verdict.reasons);
        let told = confidence >= SURE && speaks_for_itself(reasons)
            || confidence >= LIKELY
                && (speaks_for_itself(reasons) || speaks_of_job(reasons))
                && around.is_time_of_search(event);
        let sure = one.direction == Direction::Candidate && told;
        if !sure {
            continue;
        }
        if let Some(employer) = &one.employer {
            learned |= Known::tell(&mut around.employers, employer, event);
        }
        let guests = guests::of(event, user);
        for name in people(&guests) {
            learned |= Known::tell(&mut around.people, &name, event);
        }
        for company in companies(&guests) {
            if around.may_hire(&company) {
                learned |= Known::tell(&mut around.hiring_domains, &company, event);
            }
        }
    }
    learned
}

/// Whether an event shows by its own words that it is an interview.
#[must_use]
pub(crate) fn speaks_for_itself(reasons: &[Reason]) -> bool {
    const WORDS: [&str; 8] = [
        "title_job_interview",
        "title_interview",
        "title_step",
        "title_hiring",
        "speaks_to_candidate",
        "hiring_system",
        "body_interview",
        "loop_slot",
    ];
    reasons.iter().any(|it| WORDS.contains(&it.code))
}

/// Whether a note is of a talk about a job.
fn speaks_of_job(reasons: &[Reason]) -> bool {
    const CODES: [&str; 3] = ["title_role", "body_hiring", "own_note"];
    const MUCH: f64 = 2.0;
    let says = |it: &&Reason| CODES.contains(&it.code) && it.weight > MUCH;
    reasons.iter().any(|it| says(&it))
}

/// Takes out what is named all over the calendar: the subject of a conference, a present employer.
pub(crate) fn drop_everyday_names(
    around: &mut Surroundings,
    events: &[Event],
    glances: &Glances,
    user: &User,
) {
    around.employers.retain(|it| !it.is_told_all_along());
    around.employers.retain(|employer| {
        let naming = glances.naming(std::slice::from_ref(employer));
        // Names that most titles have no word of are asked about no further.
        if naming.len() < MANY {
            return true;
        }
        let named: Vec<&Event> = naming
            .iter()
            .filter_map(|at| events.get(*at))
            .filter(|event| {
                let scene = Scene::new(event, user, &TimeZone::UTC);
                signals::mentions(&scene.title, &employer.name)
            })
            .collect();
        let near = named
            .iter()
            .filter(|it| employer.is_told_beside(it))
            .count();
        named.len() < MANY || near < VERY_MANY && named.len() * 5 < events.len()
    });
}

/// Full names of the people on an event, without the user.
#[must_use]
pub(crate) fn people(guests: &[guests::Guest]) -> Vec<String> {
    guests
        .iter()
        .filter(|guest| guest.kind == GuestKind::Person)
        .filter_map(|guest| guest.name.clone())
        .filter(|name| name.contains(' '))
        .collect()
}

/// Domains of the people on an event, without the user's and infrastructure.
#[must_use]
pub(crate) fn companies(guests: &[guests::Guest]) -> Vec<String> {
    guests
        .iter()
        .filter(|guest| {
            guest.kind != GuestKind::User && guest.infrastructure != Some(Kind::FreeMail)
        })
        .filter_map(|guest| guest.company.clone())
        .collect()
}
