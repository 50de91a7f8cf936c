//! What overrides take from their series, and which of them it has outlived.

use super::{
    component::{Component, End, Moment},
    identity::identity,
    length::Length,
    series::Expansion,
    values::Duration,
    zones::Zones,
};
use crate::domain::calendar::civil::Civil;

/// Start and end of an override that states no start: those of the occurrence that it changes, as far
/// as it says nothing else. `None` when it states one.
pub(super) fn inherited(
    component: &Component,
    series: &Component,
    zones: &Zones,
) -> Option<(Moment, End)> {
    let rid = component
        .recurrence_id
        .filter(|_| component.start_unstated)?;
    let at = identity(rid, series, component.object, zones);
    let civil = if series.start.date {
        Civil(at)
    } else {
        zones.get(series.start.zone, component.object).local(at)
    };
    let end = match component.end {
        End::Unstated => End::After(duration(Length::of(series, zones))),
        stated => stated,
    };
    Some((
        Moment {
            civil,
            ..series.start
        },
        end,
    ))
}

const fn duration(length: Length) -> Duration {
    let (days, seconds) = match length {
        Length::Days(days) => (days, 0),
        Length::Exact(seconds) => (0, seconds),
        Length::Nominal(days, seconds) => (days, seconds),
    };
    Duration { days, seconds }
}

/// Former forms of one series that are looked for: each costs a walk through its dates, and one UID
/// for a whole calendar must not take quadratic time.
const FORMER: usize = 8;

/// The overrides that are what the series itself was before: some producers mark the series, too,
/// with a RECURRENCE-ID. They repeat, are of an earlier revision, and what they name is no longer due.
pub(super) fn former_series(
    overrides: &[u32],
    (index, series): (u32, &Component),
    expansion: &mut Expansion<'_>,
) -> Vec<u32> {
    let components = expansion.components;
    overrides
        .iter()
        .filter_map(|index| Some((*index, components.get(*index as usize)?)))
        .filter(|(_, it)| it.recurs() && it.sequence < series.sequence)
        .take(FORMER)
        .filter(|(_, it)| {
            it.recurrence_id.is_some_and(|rid| {
                let at = identity(rid, series, it.object, expansion.zones);
                !expansion.is_due(index, series, at)
            })
        })
        .map(|(former, _)| former)
        .collect()
}
