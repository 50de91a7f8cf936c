//! A VTIMEZONE evaluated: its observances become one sorted list of moments at which the clock jumps.
//!
//! Names are not looked at: a zone that describes itself is believed, whatever it calls itself.

use crate::domain::ordering::sort_by_number;
use std::cell::Cell;

use jiff::{Timestamp, tz::TimeZone};

use crate::domain::calendar::{
    civil::{Civil, DAY, days_from_civil},
    recurrence::{Bounds, Rule, Until},
};

use super::Resolved;

/// First and last year for which yearly rules are followed. Before the first jump the offset is the
/// one it jumps from; after the last, the one it jumps to.
const YEARS: (i32, i32) = (1950, 2100);

/// Work for the rules of all zones of a calendar, as [`Rule::starts`] counts it: 150 years of ordinary
/// yearly rules for ten thousand zones, and an end to zones made to take for ever.
pub(crate) const EFFORT: i64 = 4_000_000;

/// Work for one zone: every day of 150 years, as the rarest of yearly rules need it, three times.
const EFFORT_OF_ONE: i64 = 165_000;

/// One STANDARD or DAYLIGHT part (RFC 5545 3.6.5).
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Observance {
    /// DTSTART: a wall clock time by the offset that ends.
    pub(crate) start: Option<Civil>,
    /// TZOFFSETFROM in seconds. Outlook for Mac leaves it out.
    pub(crate) offset_from: Option<i64>,
    /// TZOFFSETTO in seconds.
    pub(crate) offset_to: Option<i64>,
    /// RRULEs.
    pub(crate) rules: Vec<Rule>,
    /// RDATEs, wall clock like the start.
    pub(crate) dates: Vec<Civil>,
    /// Whether it is DAYLIGHT.
    pub(crate) daylight: bool,
}

#[derive(Clone, Copy, Debug)]
struct Jump {
    at: i64,
    before: i64,
    after: i64,
}

/// The jumps of a zone, in order.
#[derive(Debug)]
pub(crate) struct Observed {
    jumps: Vec<Jump>,
    /// Jumps before the stretch that was asked for last: the next question is mostly about it too.
    near: Cell<usize>,
}

struct Onset<'a> {
    local: Civil,
    rule: Option<&'a Rule>,
    observance: &'a Observance,
    to: i64,
}

impl Observed {
    /// `None` when no part says both when it begins and what offset it brings, or when following
    /// the rules takes more than the `effort` left.
    pub(crate) fn new(observances: &[Observance], effort: &Cell<i64>) -> Option<Self> {
        let mut onsets = Vec::new();
        let left = Cell::new(effort.get().min(EFFORT_OF_ONE));
        let given = left.get();
        let followed = observances
            .iter()
            .try_for_each(|observance| add_onsets(observance, &left, &mut onsets));
        effort.set(effort.get() - (given - left.get()));
        followed?;
        // Of two that begin together standard time is the one meant: Exchange writes both at
        // 1601-01-01 for zones without summer time.
        sort_by_number(&mut onsets, |onset| {
            (onset.local.0.saturating_mul(2)).saturating_add(i64::from(!onset.observance.daylight))
        });
        let mut jumps: Vec<Jump> = Vec::with_capacity(onsets.len());
        for onset in onsets {
            let before = onset
                .observance
                .offset_from
                .or_else(|| jumps.last().map(|jump| jump.after))
                .unwrap_or(onset.to);
            let at = onset.local.0.saturating_sub(before);
            let ended = |rule: &Rule| matches!(rule.until(), Until::Instant(last) if at > last);
            if !onset.rule.is_some_and(ended) {
                jumps.push(Jump {
                    at,
                    before,
                    after: onset.to,
                });
            }
        }
        sort_by_number(&mut jumps, |jump| jump.at);
        (!jumps.is_empty()).then(|| Self::of(jumps))
    }

    /// The clock changes of a zone of the database between two instants; `None` without any.
    pub(crate) fn from_database(zone: &TimeZone, from: i64, until: i64) -> Option<Self> {
        let (first, last) = (
            Timestamp::from_second(from).ok()?,
            Timestamp::from_second(until).ok()?,
        );
        let mut before = i64::from(zone.to_offset(first).seconds());
        let mut jumps = vec![Jump {
            at: from,
            before,
            after: before,
        }];
        for change in zone
            .following(first)
            .take_while(|change| change.timestamp() < last)
        {
            let after = i64::from(change.offset().seconds());
            jumps.push(Jump {
                at: change.timestamp().as_second(),
                before,
                after,
            });
            before = after;
        }
        Some(Self::of(jumps))
    }

    const fn of(jumps: Vec<Jump>) -> Self {
        let near = Cell::new(0);
        Self { jumps, near }
    }

    pub(crate) fn resolve(&self, local: Civil) -> Resolved {
        let near = self.near.get();
        if self.is_amid(local.0, near) {
            return Resolved::Happens(local.0.saturating_sub(self.offset_after(near)));
        }
        // Offsets stay within a day of UTC, so only these stretches can show this wall clock time.
        let first = self.jumps.partition_point(|jump| jump.at < local.0 - DAY);
        let last = self.jumps.partition_point(|jump| jump.at <= local.0 + DAY);
        self.near.set(last);
        let mut skipped = local.0.saturating_sub(self.offset_after(first));
        for index in first..=last {
            let offset = self.offset_after(index);
            let instant = local.0.saturating_sub(offset);
            let begins = index.checked_sub(1).and_then(|at| self.jumps.get(at));
            let ends = self.jumps.get(index);
            if begins.is_none_or(|jump| instant >= jump.at) {
                if ends.is_none_or(|jump| instant < jump.at) {
                    return Resolved::Happens(instant);
                }
                skipped = instant;
            }
        }
        Resolved::Skipped(skipped)
    }

    pub(crate) fn local(&self, instant: i64) -> Civil {
        let near = self.near.get();
        let index = if self.is_amid(instant, near) {
            near
        } else {
            self.jumps.partition_point(|jump| jump.at <= instant)
        };
        Civil(instant.saturating_add(self.offset_after(index)))
    }

    /// Whether a second, of whatever clock, is a day or more away from both ends of the stretch that
    /// follows `index` jumps.
    fn is_amid(&self, second: i64, index: usize) -> bool {
        let begins = index.checked_sub(1).and_then(|at| self.jumps.get(at));
        let ends = self.jumps.get(index);
        begins.is_none_or(|jump| second.saturating_sub(DAY) >= jump.at)
            && ends.is_none_or(|jump| second.saturating_add(DAY) < jump.at)
    }

    /// Offset in the stretch that follows `index` jumps.
    fn offset_after(&self, index: usize) -> i64 {
        let previous = index.checked_sub(1).and_then(|at| self.jumps.get(at));
        previous.map_or_else(
            || self.jumps.first().map_or(0, |jump| jump.before),
            |jump| jump.after,
        )
    }
}

/// `None` when a rule could not be followed to its end.
fn add_onsets<'a>(
    observance: &'a Observance,
    effort: &Cell<i64>,
    onsets: &mut Vec<Onset<'a>>,
) -> Option<()> {
    let (Some(start), Some(to)) = (observance.start, observance.offset_to) else {
        return Some(());
    };
    let mut add = |local, rule| {
        onsets.push(Onset {
            local,
            rule,
            observance,
            to,
        })
    };
    add(start, None);
    for local in &observance.dates {
        add(*local, None);
    }
    let bounds = Bounds {
        from: Civil::midnight(days_from_civil(YEARS.0, 1, 1)),
        until: Civil::midnight(days_from_civil(YEARS.1, 1, 1)),
    };
    for rule in &observance.rules {
        // The offset that ends is constant within one observance, so the rule's bound in UTC is a
        // bound on its wall clock too (checked again on the instant, for a missing TZOFFSETFROM).
        let slack = |instant: i64| Civil(instant).plus(DAY);
        let found = rule.starts(start, bounds, &slack, &|_| false, effort);
        if found.truncated {
            return None;
        }
        for local in found.starts {
            if local != start {
                add(local, Some(rule));
            }
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_questions_changes_no_answer() {
        let zone = TimeZone::get("America/New_York").unwrap();
        let kept = Observed::from_database(&zone, 0, 2_000_000_000).unwrap();
        let same = |second| {
            let unasked = Observed::of(kept.jumps.clone());
            assert_eq!(
                kept.resolve(Civil(second)),
                unasked.resolve(Civil(second)),
                "{second}"
            );
            assert_eq!(kept.local(second), unasked.local(second), "{second}");
        };
        let mut state = 5_u64;
        for _ in 0..20_000 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            same(i64::try_from(state >> 33).unwrap() - 100_000_000);
        }
        // At the very jumps too, from either side.
        for jump in &kept.jumps {
            for from_jump in [-DAY, -3600, -1, 0, 1, 3600, DAY] {
                kept.resolve(Civil(jump.at + 40 * DAY));
                same(jump.at + from_jump);
            }
        }
    }
}
