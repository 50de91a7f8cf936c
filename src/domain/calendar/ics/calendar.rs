//! A calendar that has been read: asks for its events, their occurrences and its problems.

mod texts;
mod within;

use crate::domain::ordering::sort_by_number;
use std::collections::HashSet;

use jiff::{Timestamp, tz::TimeZone};

use crate::domain::calendar::{
    civil::Civil,
    event::{Event, EventStatus, When},
    zone::Zone,
};

use super::{
    Problem, ProblemKind, Window,
    collect::Collector,
    component::{Component, End, Moment, Store, ZoneRef},
    identity,
    length::Length,
    occurrences::Occurrence,
    overrides,
    pages::Pages,
    revisions::{self, Group},
    text,
    zones::{Object, Zones},
};

/// A calendar that has been read.
#[derive(Debug)]
pub struct Calendar {
    components: Pages<Component>,
    order: Vec<u32>,
    groups: Vec<Group>,
    objects: Vec<Object>,
    zones: Zones,
    store: Store,
    problems: Vec<Problem>,
    is_cut_off: bool,
}

/// Settles what could only be known at the end of the file.
pub(super) fn build(collector: Collector, home: &TimeZone) -> Calendar {
    let Collector {
        mut components,
        objects,
        names,
        store,
        mut problems,
        is_cut_off,
        ..
    } = collector;
    let zones = names.resolve(&objects, home, &mut problems);
    let (order, groups) = revisions::group(&mut components, &mut problems);
    let mut calendar = Calendar {
        components,
        order,
        groups,
        objects,
        zones,
        store,
        problems: Vec::new(),
        is_cut_off,
    };
    calendar.complete_overrides();
    calendar.settle_overrides();
    calendar.problems = problems.finish();
    calendar.name_events();
    calendar
}

impl Calendar {
    /// Whether a file ended inside its VCALENDAR: there may be more that did not come.
    #[must_use]
    pub const fn is_cut_off(&self) -> bool {
        self.is_cut_off
    }

    /// What could not be read.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// UIDs of the events whose zone is unknown: their times were read in the user's.
    #[must_use]
    pub fn assumed_zones(&self) -> HashSet<String> {
        self.components
            .iter()
            .filter(|it| !it.start.date && self.zones.is_assumed(it.start.zone, it.object))
            .map(|it| text::uid(self.store.get(it.text)))
            .collect()
    }

    /// How many VEVENTs the file has, revisions that newer ones replace included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.components.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.components.is_empty()
    }

    /// Every VEVENT once: a series at its DTSTART, each override by itself; in file order. A
    /// revision that a newer one in the file replaces is left out.
    #[must_use]
    pub fn components(&self) -> Vec<Event> {
        let mut events: Vec<(u32, Event)> = Vec::with_capacity(self.components.len());
        for group in &self.groups {
            let (masters, overrides) = self.members(group);
            let series = self.series_of(masters);
            for index in masters.iter().chain(overrides) {
                let Some(component) = self.components.get(*index as usize) else {
                    continue;
                };
                if component.superseded {
                    continue;
                }
                let slot = match component.recurrence_id {
                    Some(rid) => {
                        let like = series.map_or(component, |(_, series)| series);
                        Some(identity::identity(rid, like, component.object, &self.zones))
                    }
                    None => component.recurs().then(|| {
                        if component.start.date {
                            component.start.civil.0
                        } else {
                            self.zone(component)
                                .resolve(component.start.civil)
                                .instant()
                        }
                    }),
                };
                let event = self.own_occurrence(*index, component, slot);
                events.extend(event.map(|occurrence| (*index, self.event(&occurrence))));
            }
        }
        sort_by_number(&mut events, |(index, _)| i64::from(*index));
        events.into_iter().map(|(_, event)| event).collect()
    }

    /// The occurrences that overlap `window`, sorted by start, and what went wrong on the way.
    #[must_use]
    pub fn events_in(&self, window: Window) -> (Vec<Event>, Vec<Problem>) {
        let (occurrences, problems) = self.occurrences_in(window);
        (self.events(&occurrences), problems)
    }

    /// The event that takes place.
    #[must_use]
    pub fn event(&self, occurrence: &Occurrence) -> Event {
        let component = self.components.get(occurrence.component());
        let mut event = Event {
            uid: String::new(),
            recurrence_id: None,
            recurring: false,
            when: When::Timed {
                start: occurrence.start(),
                end: occurrence.end(),
                zone: None,
            },
            summary: String::new(),
            description: String::new(),
            location: String::new(),
            url: None,
            conference: None,
            organizer: None,
            attendees: Vec::new(),
            status: EventStatus::default(),
            method_cancel: false,
            sequence: 0,
            categories: Vec::new(),
        };
        self.place(&mut event, occurrence);
        if let Some(component) = component {
            let object = self.objects.get(component.object as usize);
            event.method_cancel = object.is_some_and(|object| object.cancels);
            event.sequence = component.sequence;
            text::fill(&mut event, self.store.get(component.text));
        }
        event
    }

    /// Sets what differs between the occurrences of one component.
    fn place(&self, event: &mut Event, occurrence: &Occurrence) {
        let component = self.components.get(occurrence.component());
        event.recurrence_id = occurrence
            .slot()
            .and_then(|slot| Timestamp::from_second(slot).ok());
        event.recurring = occurrence.recurring();
        event.when = self.when(occurrence, component);
    }

    /// UID and SUMMARY of an occurrence: what [`Calendar::event`] gives, without the rest.
    #[must_use]
    pub fn title(&self, occurrence: &Occurrence) -> (String, String) {
        let kept = self.components.get(occurrence.component());
        let kept = kept
            .map(|component| self.store.get(component.text))
            .unwrap_or_default();
        (text::uid(kept), text::summary(kept))
    }

    fn when(&self, occurrence: &Occurrence, component: Option<&Component>) -> When {
        if let Some((first, until)) = occurrence.days()
            && let Some(first) = Civil::midnight(first).to_date()
            && let Some(until) = Civil::midnight(until).to_date()
        {
            return When::AllDay { first, until };
        }
        let named = |component: &Component| {
            let floats = component.start.zone == ZoneRef::FLOATING;
            let zone = self.zone(component).iana();
            let name = zone.filter(|zone| !floats && !matches!(*zone, "UTC" | "Etc/UTC"));
            name.map(str::to_owned)
        };
        When::Timed {
            start: occurrence.start(),
            end: occurrence.end(),
            zone: component.and_then(named),
        }
    }

    fn own_occurrence(
        &self,
        index: u32,
        component: &Component,
        slot: Option<i64>,
    ) -> Option<Occurrence> {
        let local = component.start.civil;
        let length = Length::of(component, &self.zones);
        if let (true, Length::Days(days)) = (component.start.date, length) {
            let home = self.zones.home();
            let midnight = |civil| home.resolve(civil).instant();
            return Occurrence::whole_days(
                index,
                (local.day(), local.day() + days),
                slot,
                midnight,
            );
        }
        let zone = self.zone(component);
        let start = zone.resolve(local).instant();
        Occurrence::timed(index, start, length.end(start, local, zone), slot)
    }

    fn zone(&self, component: &Component) -> &Zone {
        self.zones.get(component.start.zone, component.object)
    }

    fn members(&self, group: &Group) -> (&[u32], &[u32]) {
        let first = group.first as usize;
        let members = self.order.get(first..).unwrap_or_default();
        let (masters, rest) = members.split_at(members.len().min(group.masters as usize));
        (
            masters,
            rest.get(..group.overrides as usize).unwrap_or_default(),
        )
    }

    /// The series of a group, with its position.
    fn series_of(&self, masters: &[u32]) -> Option<(u32, &Component)> {
        masters
            .iter()
            .filter_map(|index| Some((*index, self.components.get(*index as usize)?)))
            .find(|(_, component)| !component.superseded)
    }

    /// Adds the UID to problems that were found when all events had been read.
    fn name_events(&mut self) {
        let mut problems = std::mem::take(&mut self.problems);
        for problem in problems.iter_mut().filter(|problem| problem.uid.is_none()) {
            let named = matches!(
                problem.kind,
                ProblemKind::UnknownZone | ProblemKind::SharedUid
            );
            let after = self
                .components
                .partition_point(|component| component.line <= problem.line);
            let component = after
                .checked_sub(1)
                .and_then(|index| self.components.get(index));
            if let Some(component) = component.filter(|_| named) {
                let uid = text::uid(self.store.get(component.text));
                problem.uid = Some(uid).filter(|uid| !uid.is_empty());
            }
        }
        self.problems = problems;
    }

    /// Gives overrides without a start that of the occurrence they change.
    fn complete_overrides(&mut self) {
        let mut inherited: Vec<(u32, Moment, End)> = Vec::new();
        for group in self.groups.iter().filter(|group| group.overrides > 0) {
            let (masters, overrides) = self.members(group);
            let series = self.series_of(masters);
            inherited.extend(overrides.iter().filter_map(|index| {
                let (component, (_, series)) = self.components.get(*index as usize).zip(series)?;
                let (start, end) = overrides::inherited(component, series, &self.zones)?;
                Some((*index, start, end))
            }));
        }
        for (index, start, end) in inherited {
            if let Some(component) = self.components.get_mut(index as usize) {
                (component.start, component.end) = (start, end);
            }
        }
    }

    /// Marks overrides that a newer override of the same occurrence, or a newer series, replaces.
    fn settle_overrides(&mut self) {
        let mut stale: Vec<u32> = Vec::new();
        let mut expansion = self.expansion(0, 0);
        for group in self.groups.iter().filter(|group| group.overrides > 0) {
            let (masters, overrides) = self.members(group);
            let series = self.series_of(masters);
            if let Some(series) = series {
                stale.extend(overrides::former_series(overrides, series, &mut expansion));
            }
            if overrides.len() < 2 {
                continue;
            }
            let kept = identity::newest_overrides(
                &self.components,
                overrides,
                series.map(|(_, series)| series),
                &self.zones,
            );
            stale.extend(
                overrides
                    .iter()
                    .filter(|index| kept.binary_search(index).is_err()),
            );
        }
        for index in stale {
            if let Some(component) = self.components.get_mut(index as usize) {
                component.superseded = true;
            }
        }
    }
}
