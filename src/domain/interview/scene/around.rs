//! What the rest of the calendar tells about one event.

use std::collections::HashMap;

use jiff::tz::TimeZone;

use crate::domain::{
    calendar::event::Event,
    interview::{
        leaning::Leaning,
        text::lexicon::{Concept, Concepts, hash::number},
    },
};

/// What the rest of the calendar tells about one event.
#[derive(Clone, Debug, Default)]
pub(crate) struct Surroundings {
    /// Domains of the user's own present employer.
    pub(crate) own: Vec<String>,
    /// Domains of companies that call something again and again.
    pub(crate) regular: Vec<String>,
    /// Domains that hire the user, as events show.
    pub(crate) hiring_domains: Vec<Known>,
    /// Employers that interview the user, as events show.
    pub(crate) employers: Vec<Known>,
    /// People of such events, by their full names.
    pub(crate) people: Vec<Known>,
    /// Share of interview-like events in which the user interviews others, 0 to 1.
    pub(crate) interviewer_share: f64,
    /// The side of the table that the calendar shows the user on, over time.
    pub(crate) leaning: Leaning,
    /// The days of interviews that say so themselves, counted from 1970, in order, with their UIDs.
    pub(crate) days: Vec<(i64, String)>,
    /// What the titles of such interviews are about, with their UIDs.
    pub(crate) fields: Vec<(Concepts, String)>,
    /// The days of own notes that would be such interviews if schools, clinics and the like were where
    /// the user applies, what their titles are about, and their UIDs.
    pub(crate) may_be_fields: Vec<(i64, Concepts, String)>,
    /// By UID, the companies whose several talks on one day ask the user by name.
    pub(crate) loops: HashMap<String, String>,
    /// The days of all events that have a time of day and are no series, counted from 1970, in order.
    pub(crate) noted: Vec<i64>,
    /// Every day counts as one on which the user looks for a job.
    pub(crate) always_searching: bool,
}

/// So many days around an interview the user looks for a job.
const SEARCH_DAYS: i64 = 45;
/// So many events in these days are a calendar in use.
const IN_USE: usize = 5;

impl Surroundings {
    /// Whether two other events near `event` are interviews: the user is looking for a job.
    #[must_use]
    pub(crate) fn is_time_of_search(&self, event: &Event) -> bool {
        self.always_searching || self.interviews_near(event).nth(1).is_some()
    }

    /// The other interviews near `event`.
    fn interviews_near(&self, event: &Event) -> impl Iterator<Item = &(i64, String)> {
        let day = day_of(event);
        let from = self.days.partition_point(|it| it.0 < day - SEARCH_DAYS);
        let near = self.days.iter().skip(from);
        near.take_while(move |it| it.0 <= day + SEARCH_DAYS)
            .filter(|it| it.1 != event.uid)
    }

    /// Whether much else is noted near `event`, and none of it shows a search for a job.
    #[must_use]
    pub(crate) fn is_without_search(&self, event: &Event) -> bool {
        self.is_full(event) && !self.is_any_search(event)
    }

    /// Whether anything else shows a search for a job near `event`; notes of other interviews do unless
    /// they may be those of somebody who holds them.
    #[must_use]
    fn is_any_search(&self, event: &Event) -> bool {
        self.leaning.shows_search(event)
            || self.is_time_of_search(event) && !self.leaning.shows_other_side(event)
    }

    /// Whether much else than interviews is noted near `event`.
    #[must_use]
    fn is_full(&self, event: &Event) -> bool {
        let day = day_of(event);
        let from = self.noted.partition_point(|it| *it < day - SEARCH_DAYS);
        let until = self.noted.partition_point(|it| *it <= day + SEARCH_DAYS);
        until - from > IN_USE + self.interviews_near(event).count()
    }

    /// Whether a company may be one that thinks about taking the user on.
    #[must_use]
    pub(crate) fn may_hire(&self, domain: &String) -> bool {
        !self.own.contains(domain) && !self.regular.contains(domain)
    }

    /// The company that asks the user to this talk, and to another one on the same day.
    #[must_use]
    pub(crate) fn loop_of(&self, event: &Event) -> Option<&str> {
        self.loops.get(&event.uid).map(String::as_str)
    }

    /// Whether two other interviews are with schools, clinics or the like, as `concept` says: a
    /// teacher is interviewed by schools.
    #[must_use]
    pub(crate) fn is_field(&self, concept: Concept, event: &Event) -> bool {
        let of_it = |it: &&(Concepts, String)| it.0.has(concept) && it.1 != event.uid;
        // Who looks for a job meets others in a few weeks; a parent, one or two in a year.
        let day = day_of(event);
        let near = |it: &&(i64, Concepts, String)| {
            it.1.has(concept) && it.2 != event.uid && (it.0 - day).abs() <= SEARCH_DAYS
        };
        self.fields.iter().filter(of_it).nth(1).is_some()
            || event.organizer.is_none()
                && self.is_time_of_search(event)
                && self.may_be_fields.iter().any(|it| near(&it))
    }
}

/// The day on which an event starts, counted from 1970.
#[must_use]
pub(crate) fn day_of(event: &Event) -> i64 {
    let start = event.when.start(&TimeZone::UTC);
    start.as_second().div_euclid(86_400)
}

/// So many days before and after it an interview tells of other events: what was said of a
/// company last year has nothing to do with its visit today.
const PROCESS_DAYS: i64 = 120;

/// Something that events told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    /// A name or a domain.
    pub(crate) name: String,
    /// The days on which events told it, in order, each with the UID of the only one, as a number;
    /// `None` if several did.
    told: Vec<(i64, Option<u32>)>,
}

impl Known {
    /// What the event told that has this UID and is on this day, counted from 1970.
    #[must_use]
    pub(crate) fn new(name: &str, day: i64, uid: &str) -> Self {
        Self {
            name: name.to_owned(),
            told: vec![(day, Some(number(uid.as_bytes())))],
        }
    }

    /// Whether another event than `event` told it, no long time before or after: no event is
    /// evidence for itself.
    #[must_use]
    pub(crate) fn is_told_beside(&self, event: &Event) -> bool {
        let (day, own) = (day_of(event), number(event.uid.as_bytes()));
        let from = self
            .told
            .partition_point(|it| it.0 < day.saturating_sub(PROCESS_DAYS));
        let near = self.told.iter().skip(from);
        near.take_while(|it| it.0 <= day.saturating_add(PROCESS_DAYS))
            .any(|(_, only)| only.is_none_or(|uid| uid != own))
    }

    /// Whether it was told again and again over months: a show that interviews its guests, and no
    /// employer.
    #[must_use]
    pub(crate) fn is_told_all_along(&self) -> bool {
        const DAYS: usize = 5;
        const MONTHS: i64 = 60;
        let ends = self.told.first().zip(self.told.last());
        self.told.len() >= DAYS && ends.is_some_and(|(first, last)| last.0 - first.0 > MONTHS)
    }

    /// Adds `name` to `list`, told by `event`; whether that was new there.
    pub(crate) fn tell(list: &mut Vec<Self>, name: &str, event: &Event) -> bool {
        let day = day_of(event);
        let Some(known) = list.iter_mut().find(|it| it.name == name) else {
            list.push(Self::new(name, day, &event.uid));
            return true;
        };
        let own = number(event.uid.as_bytes());
        let at = known.told.partition_point(|it| it.0 < day);
        match known.told.get_mut(at).filter(|it| it.0 == day) {
            None => {
                known.told.insert(at, (day, Some(own)));
                true
            }
            Some((_, only)) => {
                let other = only.is_some_and(|it| it != own);
                if other {
                    *only = None;
                }
                other
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, ToSpan};

    use super::*;
    use crate::domain::{calendar::event::When, interview::signals::testing::event};

    fn later(title: &str, days: i64) -> Event {
        let mut it = event(title);
        let at = |when: Timestamp| when.checked_add((days * 24).hours()).expect("a time");
        if let When::Timed { start, end, .. } = &mut it.when {
            (*start, *end) = (at(*start), at(*end));
        }
        it
    }

    #[test]
    fn what_is_told_over_months_is_no_employer() {
        let told = |days: &[i64]| {
            let mut known = Vec::new();
            for day in days {
                Known::tell(&mut known, "Lumen", &later("a show", *day));
            }
            known[0].is_told_all_along()
        };
        assert!(told(&[0, 20, 40, 60, 80]));
        assert!(!told(&[0, 1, 2, 3, 4, 5, 6]) && !told(&[0, 30, 90]));
    }

    #[test]
    fn fields_are_known_from_notes_that_would_be_interviews_there() {
        let school = Concepts::of(Concept::School);
        let mut around = Surroundings {
            may_be_fields: vec![(day_of(&event("a")), school, String::from("another"))],
            ..Surroundings::default()
        };
        assert!(!around.is_field(Concept::School, &event("interview nursery")));
        around.always_searching = true;
        assert!(around.is_field(Concept::School, &event("interview nursery")));
        assert!(!around.is_field(Concept::Medical, &event("interview nursery")));
        assert!(!around.is_field(Concept::School, &later("interview nursery", 200)));
    }

    #[test]
    fn what_is_known_holds_for_the_time_around_and_for_other_events() {
        let mut known = Vec::new();
        let first = event("first");
        assert!(Known::tell(&mut known, "Lumen", &first));
        assert!(!Known::tell(&mut known, "Lumen", &first));
        let beside = |known: &[Known], event: &Event| known[0].is_told_beside(event);
        assert!(!beside(&known, &first));
        assert!(beside(&known, &event("second")));
        assert!(beside(&known, &later("second", 100)) && beside(&known, &later("second", -100)));
        assert!(!beside(&known, &later("years after", 800)));
        assert!(Known::tell(&mut known, "Lumen", &event("second")));
        assert!(beside(&known, &first));
        assert!(Known::tell(&mut known, "Lumen", &later("years after", 800)));
        assert!(beside(&known, &later("then", 790)) && !beside(&known, &later("between", 400)));
    }
}
