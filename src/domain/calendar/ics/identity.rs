//! Which occurrence of a series a written value means.
//!
//! Identity is the instant an occurrence was due at; a value that names only a day, or that was
//! written in UTC for whole days, is matched by day.

use crate::domain::{
    calendar::{
        civil::{Civil, DAY},
        zone::Zone,
    },
    ordering::{sort_by, sort_by_number, sort_numbers},
};

use super::{
    component::{Component, Moment, Repetition, ZoneRef},
    length::Length,
    pages::Pages,
    zones::Zones,
};

/// One due occurrence. `at` is its identity: an instant, or midnight UTC for whole days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub(super) at: i64,
    pub(super) local: Civil,
    pub(super) length: Length,
}

/// Identities to leave out: sorted instants, and sorted local days.
#[derive(Debug, Default)]
pub(super) struct Targets {
    instants: Vec<i64>,
    days: Vec<i64>,
}

impl Targets {
    pub(super) fn add(&mut self, moment: Moment, series: &Component, object: u32, zones: &Zones) {
        if series.start.date {
            self.days.push(day_meant(moment, zones.floating(object)));
        } else if moment.date {
            self.days.push(moment.civil.day());
        } else {
            self.instants
                .push(instant_meant(moment, series, object, zones));
        }
    }

    pub(super) fn sort(mut self) -> Self {
        sort_numbers(&mut self.instants);
        sort_numbers(&mut self.days);
        self
    }

    pub(super) fn contain(&self, slot: &Slot) -> bool {
        self.instants.binary_search(&slot.at).is_ok()
            || self.days.binary_search(&slot.local.day()).is_ok()
    }
}

/// The day that a value of a whole-day series means. In UTC it is a midnight somewhere else: by
/// the calendar's own zone if it is midnight there, else the midnight that is nearest.
pub(super) fn day_meant(moment: Moment, floating: &Zone) -> i64 {
    if moment.zone != ZoneRef::UTC || moment.civil.clock() == 0 {
        return moment.civil.day();
    }
    let local = floating.local(moment.civil.0);
    if local.clock() == 0 {
        return local.day();
    }
    moment.civil.plus(DAY / 2).day()
}

/// A value without a zone means the zone of the series.
pub(super) fn instant_meant(moment: Moment, series: &Component, object: u32, zones: &Zones) -> i64 {
    let zone = if moment.zone == ZoneRef::FLOATING {
        series.start.zone
    } else {
        moment.zone
    };
    zones.get(zone, object).resolve(moment.civil).instant()
}

/// The identity that a RECURRENCE-ID names: an instant, or midnight UTC for whole days.
pub(super) fn identity(rid: Moment, series: &Component, object: u32, zones: &Zones) -> i64 {
    if series.start.date {
        Civil::midnight(day_meant(rid, zones.floating(object))).0
    } else if rid.date {
        let civil = rid.civil.plus(series.start.civil.clock());
        zones
            .get(series.start.zone, series.object)
            .resolve(civil)
            .instant()
    } else {
        instant_meant(rid, series, object, zones)
    }
}

/// What the EXDATEs of a series leave out.
pub(super) fn excluded(repetition: &Repetition, series: &Component, zones: &Zones) -> Targets {
    let mut targets = Targets::default();
    for moment in &repetition.excluded {
        targets.add(*moment, series, series.object, zones);
    }
    targets.sort()
}

/// Of several overrides of one occurrence, the newest revision; of equal ones the last in the file.
/// Sorted by position in the file.
pub(super) fn newest_overrides(
    components: &Pages<Component>,
    overrides: &[u32],
    series: Option<&Component>,
    zones: &Zones,
) -> Vec<u32> {
    if overrides.len() < 2 {
        return overrides.to_vec();
    }
    let mut keyed: Vec<(i64, (u32, i64), u32)> = overrides
        .iter()
        .filter_map(|index| {
            let component = components.get(*index as usize)?;
            let rid = component.recurrence_id?;
            let key = identity(rid, series.unwrap_or(component), component.object, zones);
            Some((key, component.revision(), *index))
        })
        .collect();
    sort_by(&mut keyed, |one, other| one.cmp(other));
    let newest = keyed
        .chunk_by(|left, right| left.0 == right.0)
        .filter_map(|same| same.last());
    let mut newest: Vec<u32> = newest.map(|(_, _, index)| *index).collect();
    sort_by_number(&mut newest, |index| i64::from(*index));
    newest
}
