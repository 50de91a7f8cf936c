//! Which occurrences an event has: rules, added and removed dates, changed occurrences.
//!
//! Events with one UID belong together (RFC 5545 3.8.4.7). Of several versions of one event the
//! highest SEQUENCE counts, then the latest DTSTAMP. A changed occurrence is found by the instant
//! it replaces, in whatever form that is written; one without a series stands alone.

use std::collections::{BTreeMap, HashMap};

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};

use super::{
    Window,
    collect::{CalendarInfo, RawEvent},
    problem::{Problem, ProblemKind, shorten},
    value::Stamp,
    zones::{Zones, exists, instant},
};
use crate::domain::calendar::recurrence::{self, Rule};

/// One occurrence, before its text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Which event of the calendar it is, in file order: its text, people and length.
    pub event: usize,
    /// First instant; midnight in the user's zone for all-day events.
    pub start: Timestamp,
    /// First instant after.
    pub end: Timestamp,
    /// First day and first day after, for an all-day event.
    pub days: Option<(Date, Date)>,
    /// The start that the rule gave, for every occurrence of a series.
    pub recurrence_id: Option<Timestamp>,
}

/// Events and zones of one file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Series<'a> {
    pub(super) events: &'a [RawEvent],
    pub(super) calendars: &'a [CalendarInfo],
    pub(super) zones: &'a Zones,
    pub(super) home: &'a TimeZone,
}

/// Events of one UID: the valid version of the event itself, and of its changed occurrences.
#[derive(Debug, Default)]
struct Family {
    masters: Vec<usize>,
    changed: Vec<usize>,
}

impl Series<'_> {
    /// All occurrences that overlap `window`, by start.
    pub(super) fn occurrences(&self, window: Window) -> (Vec<Occurrence>, Vec<Problem>) {
        let mut found = Vec::new();
        let mut problems = Vec::new();
        for family in self.families() {
            self.family(&family, window, &mut found, &mut problems);
        }
        found.sort_by_key(|it| (it.start, it.event));
        (found, problems)
    }

    /// Events that a later version of themselves has replaced, by index.
    pub(super) fn superseded(&self) -> Vec<bool> {
        let mut superseded = vec![true; self.events.len()];
        for family in self.families() {
            for index in family.masters.iter().chain(&family.changed) {
                if let Some(it) = superseded.get_mut(*index) {
                    *it = false;
                }
            }
        }
        superseded
    }

    fn families(&self) -> Vec<Family> {
        let mut by_uid: HashMap<&str, usize> = HashMap::new();
        let mut families: Vec<Family> = Vec::new();
        for (index, event) in self.events.iter().enumerate() {
            // Events without UID have nothing to do with each other.
            let place = if event.uid.is_empty() {
                families.push(Family::default());
                families.len() - 1
            } else {
                *by_uid.entry(&event.uid).or_insert_with(|| {
                    families.push(Family::default());
                    families.len() - 1
                })
            };
            if let Some(family) = families.get_mut(place) {
                if event.recurrence_id.is_none() {
                    family.masters.push(index);
                } else {
                    family.changed.push(index);
                }
            }
        }
        for family in &mut families {
            self.keep_valid(family);
        }
        families
    }

    /// Drops the versions that a later one replaces.
    fn keep_valid(&self, family: &mut Family) {
        if family.masters.len() > 1 {
            let version = |index: &usize| self.version(*index);
            let newest = family.masters.iter().map(version).max();
            family
                .masters
                .retain(|index| Some(self.version(*index)) == newest);
            // Equal versions with equal starts are copies; with different starts they are two
            // events that a careless producer gave one UID.
            let mut starts = Vec::new();
            family.masters.retain(|index| {
                let start = self.start_of(*index);
                let new = !starts.contains(&start);
                starts.push(start);
                new
            });
        }
        if family.changed.len() > 1 {
            let mut newest: BTreeMap<Option<Timestamp>, usize> = BTreeMap::new();
            for index in &family.changed {
                let key = self.replaced(*index);
                let best = newest.entry(key).or_insert(*index);
                if self.version(*index) >= self.version(*best) {
                    *best = *index;
                }
            }
            family
                .changed
                .retain(|index| newest.get(&self.replaced(*index)) == Some(index));
        }
    }

    fn version(&self, index: usize) -> (u32, Option<Timestamp>) {
        self.events.get(index).map_or((0, None), |event| {
            let stamp = event.stamp.map(|it| self.zones.instant(it, None));
            (event.sequence, stamp)
        })
    }

    fn start_of(&self, index: usize) -> Option<Timestamp> {
        let event = self.events.get(index)?;
        Some(self.zones.instant(event.start?, self.floating(event)))
    }

    /// The instant that a changed occurrence replaces.
    fn replaced(&self, index: usize) -> Option<Timestamp> {
        let event = self.events.get(index)?;
        Some(
            self.zones
                .instant(event.recurrence_id?, self.floating(event)),
        )
    }

    fn floating(&self, event: &RawEvent) -> Option<u16> {
        self.calendars
            .get(usize::from(event.calendar))
            .and_then(|it| it.zone)
    }

    fn family(
        &self,
        family: &Family,
        window: Window,
        found: &mut Vec<Occurrence>,
        problems: &mut Vec<Problem>,
    ) {
        let mut used = vec![false; family.changed.len()];
        for master in &family.masters {
            let Some(event) = self.events.get(*master) else {
                continue;
            };
            for mut it in self.of_event(*master, event, window, problems) {
                let replaced_by = family
                    .changed
                    .iter()
                    .position(|index| self.replaces(*index, event, &it));
                if let Some(place) = replaced_by {
                    if let Some(used) = used.get_mut(place) {
                        *used = true;
                    }
                    continue;
                }
                if let Some(index) = self.future_change(family, &it) {
                    self.shift(&mut it, index);
                }
                found.push(it);
            }
        }
        // Changed occurrences stand for themselves: they may have moved into the window, or out.
        for index in &family.changed {
            if let Some(it) = self.single(*index) {
                found.push(it);
            }
        }
        found.retain(|it| overlaps(it, window));
    }

    /// The occurrences of an event by its own rules, from a margin before the window on: long ones
    /// reach into it, and changed ones are moved.
    fn of_event(
        &self,
        index: usize,
        event: &RawEvent,
        window: Window,
        problems: &mut Vec<Problem>,
    ) -> Vec<Occurrence> {
        let (Some(start), Some(first)) = (event.start, self.single(index)) else {
            return Vec::new();
        };
        if event.rules.is_empty() && event.extra.is_empty() {
            return vec![first];
        }
        let zone = self.zones.of_stamp(start, self.floating(event));
        let length = first.end.duration_since(first.start);
        let margin = length + SignedDuration::from_hours(48);
        let civil = |it: Timestamp| zone.to_datetime(it);
        let from = civil(window.from.saturating_sub(margin).unwrap_or(Timestamp::MIN));
        let until = civil(
            window
                .until
                .saturating_add(SignedDuration::from_hours(48))
                .unwrap_or(Timestamp::MAX),
        );
        let is_day = matches!(start, Stamp::Day(_));
        let mut times = Vec::new();
        let mut ruled = false;
        for text in &event.rules {
            if let Some(found) = self.rule(event, text, zone, is_day, (from, until), problems) {
                times.extend(found);
                ruled = true;
            }
        }
        // A start that its own rule does not give is undefined (RFC 5545 3.8.5.3); dateutil and
        // libical agree on leaving it out, and so does this.
        if !ruled {
            times.push(start.civil());
        }
        let extra = event.extra.iter().map(|it| {
            let local = civil(self.zones.instant(*it, self.floating(event)));
            match it {
                Stamp::Day(day) if !is_day => day.to_datetime(start.civil().time()),
                _ => local,
            }
        });
        times.extend(extra);
        times.sort_unstable();
        times.dedup();
        let mut excluded = Vec::new();
        for text in &event.excluding_rules {
            let found = self.rule(event, text, zone, is_day, (from, until), problems);
            excluded.extend(found.unwrap_or_default());
        }
        times
            .into_iter()
            .filter(|it| *it >= from && *it < until)
            .filter(|it| !excluded.contains(it) && !self.is_excluded(event, *it, zone))
            .map(|it| self.at(index, it, zone, is_day, &first))
            .collect()
    }

    /// The local times that a rule gives; `None` for a rule that cannot be read.
    fn rule(
        &self,
        event: &RawEvent,
        text: &str,
        zone: &TimeZone,
        is_day: bool,
        (from, until): (DateTime, DateTime),
        problems: &mut Vec<Problem>,
    ) -> Option<Vec<DateTime>> {
        let mut problem = |kind| {
            problems.push(Problem {
                line: event.line,
                uid: Some(event.uid.clone()),
                kind,
                detail: shorten(text),
            });
        };
        let (Some(start), Some(rule)) = (event.start, Rule::parse(text)) else {
            problem(ProblemKind::BadRule);
            return None;
        };
        let (utc, date) = (rule.until_is_utc, rule.until_is_date);
        let rule = rule.with_until(|it| {
            if is_day {
                it.date().to_datetime(jiff::civil::Time::midnight())
            } else if date {
                // A day as the end of timed events: that day is meant to count.
                it.date().at(23, 59, 59, 0)
            } else if utc {
                zone.to_datetime(instant(&TimeZone::UTC, it))
            } else {
                it
            }
        });
        let expansion = recurrence::expand_where(&rule, start.civil(), from, until, |it| {
            is_day || exists(zone, it)
        });
        if expansion.truncated {
            problem(ProblemKind::TooManyOccurrences);
        }
        Some(expansion.times)
    }

    /// Whether EXDATE takes a local time out: by instant, or by day when either side is one.
    fn is_excluded(&self, event: &RawEvent, local: DateTime, zone: &TimeZone) -> bool {
        let is_day = matches!(event.start, Some(Stamp::Day(_)));
        event.excluded.iter().any(|it| match it {
            Stamp::Day(day) => *day == local.date(),
            Stamp::Time(time, _) if is_day => time.date() == local.date(),
            Stamp::Time(..) => {
                self.zones.instant(*it, self.floating(event)) == instant(zone, local)
            }
        })
    }

    fn at(
        &self,
        event: usize,
        local: DateTime,
        zone: &TimeZone,
        is_day: bool,
        first: &Occurrence,
    ) -> Occurrence {
        if let (true, Some((from, until))) = (is_day, first.days) {
            let length = from.until(until).map_or(1, |it| i64::from(it.get_days()));
            let last = local
                .date()
                .checked_add(SignedDuration::from_hours(24 * length))
                .unwrap_or(local.date());
            return self.days(event, local.date(), last, true);
        }
        let start = instant(zone, local);
        let length = first.end.duration_since(first.start);
        Occurrence {
            event,
            start,
            end: start.saturating_add(length).unwrap_or(start),
            days: None,
            recurrence_id: Some(start),
        }
    }

    /// An event by its own DTSTART and length.
    pub(super) fn single(&self, index: usize) -> Option<Occurrence> {
        let event = self.events.get(index)?;
        let floating = self.floating(event);
        let replaced = self.replaced(index);
        let start = event.start?;
        if let Stamp::Day(day) = start {
            let until = match (event.end, event.duration) {
                (Some(end), _) => end.civil().date(),
                (None, Some(length)) => day.checked_add(length).unwrap_or(day),
                (None, None) => day,
            };
            let until = until.max(day.tomorrow().unwrap_or(day));
            let mut it = self.days(index, day, until, false);
            it.recurrence_id = replaced;
            return Some(it);
        }
        let from = self.zones.instant(start, floating);
        let end = match (event.end, event.duration) {
            (Some(end), _) => self.zones.instant(end, floating),
            (None, Some(length)) => from.saturating_add(length).unwrap_or(from),
            (None, None) => from,
        };
        Some(Occurrence {
            event: index,
            start: from,
            end: end.max(from),
            days: None,
            recurrence_id: replaced,
        })
    }

    fn days(&self, event: usize, first: Date, until: Date, of_series: bool) -> Occurrence {
        let midnight =
            |day: Date| instant(self.home, day.to_datetime(jiff::civil::Time::midnight()));
        let start = midnight(first);
        Occurrence {
            event,
            start,
            end: midnight(until),
            days: Some((first, until)),
            recurrence_id: of_series.then_some(start),
        }
    }

    /// Whether a changed occurrence replaces this one: same instant, or same day when one of both
    /// is written as a day.
    fn replaces(&self, index: usize, master: &RawEvent, it: &Occurrence) -> bool {
        let Some(changed) = self.events.get(index) else {
            return false;
        };
        let Some(id) = changed.recurrence_id else {
            return false;
        };
        let master_zone = || {
            master
                .start
                .map(|start| self.zones.of_stamp(start, self.floating(master)))
        };
        match (id, it.days) {
            (Stamp::Day(day), Some((first, _))) => day == first,
            (Stamp::Time(time, _), Some((first, _))) => time.date() == first,
            (Stamp::Day(day), None) => {
                master_zone().is_some_and(|zone| zone.to_datetime(it.start).date() == day)
            }
            (Stamp::Time(..), None) => self.replaced(index) == Some(it.start),
        }
    }

    /// The last change "from here on" that began before an occurrence.
    fn future_change(&self, family: &Family, it: &Occurrence) -> Option<usize> {
        family
            .changed
            .iter()
            .copied()
            .filter(|index| self.events.get(*index).is_some_and(|it| it.and_future))
            .filter(|index| self.replaced(*index).is_some_and(|from| from < it.start))
            .max_by_key(|index| self.replaced(*index))
    }

    /// Moves an occurrence as a change "from here on" moved its first one.
    fn shift(&self, it: &mut Occurrence, index: usize) {
        let (Some(change), Some(replaced)) = (self.single(index), self.replaced(index)) else {
            return;
        };
        let moved = change.start.duration_since(replaced);
        let length = change.end.duration_since(change.start);
        it.event = index;
        it.start = it.start.saturating_add(moved).unwrap_or(it.start);
        it.end = it.start.saturating_add(length).unwrap_or(it.start);
        it.days = it.days.map(|_| {
            let day = |at: Timestamp| self.home.to_datetime(at).date();
            (day(it.start), day(it.end))
        });
    }
}

/// Overlap with a half-open window; an event without length counts at its start.
fn overlaps(it: &Occurrence, window: Window) -> bool {
    let after_start = it.end > window.from || (it.start == it.end && it.start >= window.from);
    it.start < window.until && after_start
}
