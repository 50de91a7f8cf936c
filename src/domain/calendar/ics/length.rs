//! How long an event is, in the three ways a calendar can say it.

use crate::domain::calendar::{
    civil::{Civil, DAY},
    zone::Zone,
};

use super::{
    component::{Component, End, Moment, ZoneRef},
    zones::Zones,
};

/// How long an event is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Length {
    /// Whole days.
    Days(i64),
    /// DTEND: the same exact time for every occurrence (RFC 5545 3.8.5.3).
    Exact(i64),
    /// DURATION with days: days by the calendar, then seconds by the clock.
    Nominal(i64, i64),
}

impl Length {
    pub(super) fn of(component: &Component, zones: &Zones) -> Self {
        let start = component.start;
        if start.date {
            let days = match component.end {
                End::Unstated => 1,
                End::At(end) => end.civil.plus(DAY - 1).day() - start.civil.day(),
                End::After(length) => length.days + (length.seconds + DAY - 1).div_euclid(DAY),
            };
            return Self::Days(days.max(1));
        }
        Self::between(start, component.end, component.object, zones)
    }

    /// Length of a timed event or period.
    pub(super) fn between(start: Moment, end: End, object: u32, zones: &Zones) -> Self {
        match end {
            End::Unstated => Self::Exact(0),
            End::At(end) => {
                let zone = if end.zone == ZoneRef::FLOATING {
                    start.zone
                } else {
                    end.zone
                };
                let instant = |civil, zone| zones.get(zone, object).resolve(civil).instant();
                Self::Exact((instant(end.civil, zone) - instant(start.civil, start.zone)).max(0))
            }
            End::After(length) if length.days == 0 => Self::Exact(length.seconds.max(0)),
            End::After(length) => Self::Nominal(length.days.max(0), length.seconds.max(0)),
        }
    }

    /// Whether an event that is no series ends before the second since 1970, told without its zones:
    /// yes only if it does, whatever they are.
    pub(super) fn surely_ends_before(component: &Component, second: i64) -> bool {
        let (start, end) = (component.start, component.end);
        match end {
            End::At(end) if !start.date => {
                let last = start.civil.0.max(end.civil.0);
                last.saturating_add(2 * DAY) <= second
            }
            _ => false,
        }
    }

    /// Never shorter than an occurrence can be.
    pub(super) const fn at_most(self) -> i64 {
        match self {
            Self::Days(days) => (days + 1) * DAY,
            Self::Exact(seconds) => seconds,
            Self::Nominal(days, seconds) => (days + 1) * DAY + seconds,
        }
    }

    pub(super) fn end(self, start: i64, local: Civil, zone: &Zone) -> i64 {
        match self {
            Self::Days(days) => start + days * DAY,
            Self::Exact(seconds) => start + seconds,
            Self::Nominal(days, seconds) => {
                zone.resolve(local.plus(days * DAY)).instant() + seconds
            }
        }
    }
}
