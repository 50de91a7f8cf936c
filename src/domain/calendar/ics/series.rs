//! The recurrence set of one event (RFC 5545 3.8.5): DTSTART, RRULE, RDATE, less EXRULE and EXDATE,
//! with overrides in place, as far as it touches a window.
//!
//! Decides nothing about revisions: what is superseded was marked before.

use crate::domain::ordering::{sort_by_number, sort_numbers};
use std::cell::Cell;

use crate::domain::calendar::{
    civil::{Civil, DAY},
    recurrence::{Bounds, Rule, Until},
    zone::Resolved,
};

use super::{
    component::{Component, End, Moment, Repetition},
    identity::{Slot, Targets, day_meant, excluded, identity, instant_meant},
    length::Length,
    occurrences::Occurrence,
    pages::Pages,
    zones::Zones,
};

const HOUR: i64 = 3600;

/// Series of one UID that share its overrides; more than one is a fault already.
const SHARING: usize = 64;

/// Everything a series is expanded against.
pub(super) struct Expansion<'a> {
    pub(super) components: &'a Pages<Component>,
    pub(super) zones: &'a Zones,
    /// The window in seconds since 1970.
    pub(super) from: i64,
    pub(super) until: i64,
    /// Work left for rules; see [`Rule::starts`].
    pub(super) effort: Cell<i64>,
    pub(super) found: Vec<Occurrence>,
    /// Components whose rules were cut short.
    pub(super) truncated: Vec<u32>,
}

/// RANGE=THISANDFUTURE: from `at` on, occurrences look like the override and move with it.
#[derive(Clone, Copy, Debug)]
struct Future {
    at: i64,
    shift: i64,
    component: u32,
}

impl Expansion<'_> {
    /// Adds the occurrences of one group in the window.
    pub(super) fn add(&mut self, masters: &[u32], overrides: &[u32]) {
        let components = self.components;
        let get = |index: u32| components.get(index as usize);
        let series = masters
            .iter()
            .find_map(|index| get(*index).filter(|master| !master.superseded));
        for (position, index) in masters.iter().enumerate() {
            // One UID for a whole calendar must not take quadratic time.
            let overrides = if position < SHARING { overrides } else { &[] };
            match get(*index) {
                Some(component) if component.superseded => {}
                Some(component) if overrides.is_empty() && component.repetition.is_none() => {
                    self.add_single(*index, component, None);
                }
                Some(component) => self.add_series(*index, component, overrides),
                None => {}
            }
        }
        if overrides.is_empty() {
            return;
        }
        let left_out = series.and_then(|series| {
            let repetition = series.repetition.as_deref()?;
            Some(excluded(repetition, series, self.zones))
        });
        for index in overrides {
            if let Some(component) = get(*index).filter(|component| !component.superseded) {
                self.add_override(*index, component, series, left_out.as_ref());
            }
        }
    }

    /// An event that is not a series, or an override: one occurrence at its own time.
    fn add_single(&mut self, index: u32, component: &Component, slot: Option<i64>) {
        let civil = component.start.civil;
        if civil.0 - 2 * DAY >= self.until || Length::surely_ends_before(component, self.from) {
            return;
        }
        let length = Length::of(component, self.zones);
        if civil.0 + length.at_most() + 2 * DAY <= self.from {
            return;
        }
        self.emit(index, component, civil, length, slot);
    }

    fn add_override(
        &mut self,
        index: u32,
        component: &Component,
        series: Option<&Component>,
        left_out: Option<&Targets>,
    ) {
        let Some(rid) = component.recurrence_id else {
            return;
        };
        let series = series.unwrap_or(component);
        let at = identity(rid, series, component.object, self.zones);
        let local = if series.start.date {
            Civil(at)
        } else {
            self.zones.get(series.start.zone, series.object).local(at)
        };
        let slot = Slot {
            at,
            local,
            length: Length::Exact(0),
        };
        // An instance that was changed and then deleted keeps its override beside the EXDATE.
        if left_out.is_none_or(|left_out| !left_out.contain(&slot)) {
            self.add_single(index, component, Some(at));
        }
    }

    fn add_series(&mut self, index: u32, series: &Component, overrides: &[u32]) {
        let none = Repetition::default();
        let repetition = series.repetition.as_deref().unwrap_or(&none);
        let length = Length::of(series, self.zones);
        let mut futures = Vec::new();
        let mut replaced = Targets::default();
        let (mut longest, mut furthest) = (length.at_most(), 0);
        for (index, component) in overrides.iter().filter_map(|index| {
            let component = self.components.get(*index as usize)?;
            (!component.superseded).then_some((*index, component))
        }) {
            let Some(rid) = component.recurrence_id else {
                continue;
            };
            replaced.add(rid, series, component.object, self.zones);
            if component.and_future {
                let future = self.future(index, component, rid, series);
                longest = longest.max(Length::of(component, self.zones).at_most());
                furthest = furthest.max(future.shift.saturating_abs());
                futures.push(future);
            }
        }
        sort_by_number(&mut futures, |future| future.at);
        let replaced = replaced.sort();
        let excluded = excluded(repetition, series, self.zones);
        let bounds = self.local_bounds(series, longest.saturating_add(furthest), furthest);
        let recurs = repetition.recurs();
        for slot in self.slots(index, series, repetition, length, bounds) {
            if excluded.contain(&slot) || replaced.contain(&slot) {
                continue;
            }
            let future = futures
                .partition_point(|future| future.at <= slot.at)
                .checked_sub(1);
            match future.and_then(|at| futures.get(at)) {
                Some(future) => self.emit_future(*future, slot, series),
                None => {
                    let identity = recurs.then_some(slot.at);
                    self.emit(index, series, slot.local, slot.length, identity);
                }
            }
        }
    }

    /// Whether a series has an occurrence due at `at`, its EXDATEs left aside.
    pub(super) fn is_due(&mut self, index: u32, series: &Component, at: i64) -> bool {
        let none = Repetition::default();
        let repetition = series.repetition.as_deref().unwrap_or(&none);
        let length = Length::of(series, self.zones);
        let local = if series.start.date {
            Civil(at)
        } else {
            self.zones.get(series.start.zone, series.object).local(at)
        };
        let bounds = Bounds {
            from: local.plus(-DAY),
            until: local.plus(DAY),
        };
        let slots = self.slots(index, series, repetition, length, bounds);
        slots.iter().any(|slot| slot.at == at)
    }

    /// The window on the wall clock of a series, with room before and after it.
    fn local_bounds(&self, series: &Component, before: i64, after: i64) -> Bounds {
        let zone = self.zones.get(series.start.zone, series.object);
        // Two clock changes may lie between; whole days are the user's, not the zone's.
        let margin = if series.start.date { 2 * DAY } else { 3 * HOUR };
        Bounds {
            from: zone
                .local(self.from)
                .plus(-margin)
                .plus(before.saturating_neg()),
            until: zone.local(self.until).plus(margin).plus(after),
        }
    }

    /// What is due between the bounds, in order, each once.
    fn slots(
        &mut self,
        index: u32,
        series: &Component,
        repetition: &Repetition,
        length: Length,
        bounds: Bounds,
    ) -> Vec<Slot> {
        let mut slots = Vec::new();
        let mut removed: Vec<i64> = Vec::new();
        for rule in &repetition.rules {
            let found = self.rule_slots(index, series, rule, length, bounds);
            slots.extend(found);
        }
        for rule in &repetition.excluded_rules {
            let found = self.rule_slots(index, series, rule, length, bounds);
            removed.extend(found.iter().map(|slot| slot.at));
        }
        // With a rule DTSTART counts as far as the rule generates it (3.8.5.3 leaves a start beside
        // the rule undefined); without one it is the first of the dates.
        if repetition.rules.is_empty() {
            slots.extend(self.slot(series, series.start, length));
        }
        for added in &repetition.added {
            let length = if matches!(added.end, End::Unstated) || series.start.date {
                length
            } else {
                Length::between(added.start, added.end, series.object, self.zones)
            };
            slots.extend(self.slot(series, added.start, length));
        }
        if slots.len() > 1 && (repetition.rules.len() != 1 || !repetition.added.is_empty()) {
            sort_by_number(&mut slots, |slot| slot.at);
            slots.dedup_by_key(|slot| slot.at);
        }
        if !removed.is_empty() {
            sort_numbers(&mut removed);
            slots.retain(|slot| removed.binary_search(&slot.at).is_err());
        }
        slots
    }

    /// A written date of the set.
    fn slot(&self, series: &Component, moment: Moment, length: Length) -> Option<Slot> {
        let zone = self.zones.get(series.start.zone, series.object);
        if series.start.date {
            let local = Civil::midnight(day_meant(moment, self.zones.floating(series.object)));
            return Some(Slot {
                at: local.0,
                local,
                length,
            });
        }
        // A bare day in the dates of a timed series takes the series' time of day.
        let moment = if moment.date {
            let civil = moment.civil.plus(series.start.civil.clock());
            Moment {
                civil,
                zone: series.start.zone,
                date: false,
            }
        } else {
            moment
        };
        let at = instant_meant(moment, series, series.object, self.zones);
        Some(Slot {
            at,
            local: zone.local(at),
            length,
        })
    }

    fn rule_slots(
        &mut self,
        index: u32,
        series: &Component,
        rule: &Rule,
        length: Length,
        bounds: Bounds,
    ) -> Vec<Slot> {
        let start = series.start.civil;
        let zone = self.zones.get(series.start.zone, series.object);
        let whole_days = series.start.date;
        let is_skipped = |civil| {
            !whole_days && !zone.is_fixed() && matches!(zone.resolve(civil), Resolved::Skipped(_))
        };
        let here = |instant: i64| {
            if whole_days {
                Civil::midnight(Civil(instant).day())
            } else {
                zone.local(instant).plus(DAY)
            }
        };
        let found = rule.starts(start, bounds, &here, &is_skipped, &self.effort);
        if found.truncated && !self.truncated.contains(&index) {
            self.truncated.push(index);
        }
        let last = match rule.until() {
            Until::Instant(last) if !whole_days => last,
            _ => i64::MAX,
        };
        let slot = |local: Civil| {
            if whole_days {
                return Some(Slot {
                    at: local.0,
                    local,
                    length,
                });
            }
            let at = match zone.resolve(local) {
                Resolved::Skipped(_) if local != start => return None,
                resolved => resolved.instant(),
            };
            (at <= last).then_some(Slot { at, local, length })
        };
        found.starts.into_iter().filter_map(slot).collect()
    }

    fn future(&self, index: u32, component: &Component, rid: Moment, series: &Component) -> Future {
        let at = identity(rid, series, component.object, self.zones);
        let own = component.start.civil;
        let due = if component.start.date {
            Civil::midnight(if series.start.date {
                Civil(at).day()
            } else {
                rid.civil.day()
            })
        } else {
            self.zones
                .get(component.start.zone, component.object)
                .local(at)
        };
        Future {
            at,
            shift: own.0.saturating_sub(due.0),
            component: index,
        }
    }

    fn emit_future(&mut self, future: Future, slot: Slot, series: &Component) {
        let Some(component) = self.components.get(future.component as usize) else {
            return;
        };
        let due = if component.start.date || series.start.date {
            slot.local
        } else {
            self.zones
                .get(component.start.zone, component.object)
                .local(slot.at)
        };
        let length = Length::of(component, self.zones);
        self.emit(
            future.component,
            component,
            due.plus(future.shift),
            length,
            Some(slot.at),
        );
    }

    fn emit(
        &mut self,
        index: u32,
        component: &Component,
        local: Civil,
        length: Length,
        slot: Option<i64>,
    ) {
        let occurrence = if let (true, Length::Days(days)) = (component.start.date, length) {
            let home = self.zones.home();
            let midnight = |civil| home.resolve(civil).instant();
            Occurrence::whole_days(index, (local.day(), local.day() + days), slot, midnight)
        } else {
            let zone = self.zones.get(component.start.zone, component.object);
            let start = zone.resolve(local).instant();
            Occurrence::timed(index, start, length.end(start, local, zone), slot)
        };
        let Some(occurrence) = occurrence else {
            return;
        };
        let (start, end) = occurrence.seconds();
        if start < self.until && (end > self.from || (start == end && start >= self.from)) {
            self.found.push(occurrence);
        }
    }
}
