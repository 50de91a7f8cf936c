//! Moves the start of an endless rule to just before the bounds, by arithmetic.
//!
//! Only whole intervals are moved, so the lattice that INTERVAL spans stays the same; a rule with
//! COUNT has to be counted from its start and is left alone.

use ical::recur::{IcalRecurFreq, IcalRecurSkip};

use crate::domain::calendar::civil::{Civil, DAY, days_from_civil, days_in_month};

use super::Walk;

/// A start that gives the same times inside the bounds as the rule's own.
pub(super) fn near_bounds(walk: &Walk<'_>) -> Civil {
    let parts = &walk.rule.parts;
    let ahead = walk.bounds.from.0.saturating_sub(walk.start.0);
    if parts.count.is_some() || parts.skip != IcalRecurSkip::Omit || ahead <= 0 {
        return walk.start;
    }
    let interval = i64::from(parts.interval);
    match parts.freq {
        // One interval is kept as a margin: a period may begin before the start and reach past it.
        IcalRecurFreq::Secondly
        | IcalRecurFreq::Minutely
        | IcalRecurFreq::Hourly
        | IcalRecurFreq::Daily
        | IcalRecurFreq::Weekly => {
            let period = walk.rule.period();
            let periods = (ahead / period - 1).max(0);
            walk.start.plus(periods * period)
        }
        IcalRecurFreq::Monthly => months(walk.start, ahead / (31 * DAY), interval),
        IcalRecurFreq::Yearly => months(
            walk.start,
            ahead / (366 * DAY) * 12 - 24,
            interval.saturating_mul(12),
        ),
    }
}

/// `start` moved by at most `most` months in steps of `step`, to a month that has its day.
fn months(start: Civil, most: i64, step: i64) -> Civil {
    let (year, month, day) = start.ymd();
    let mut steps = (most - 1).max(0) / step.max(1);
    while steps > 0 {
        let index = i64::from(year) * 12 + i64::from(month) - 1 + steps * step;
        let moved = (
            i32::try_from(index.div_euclid(12)),
            u8::try_from(index.rem_euclid(12) + 1),
        );
        if let (Ok(year), Ok(month)) = moved
            && day <= days_in_month(year, month)
        {
            return Civil::midnight(days_from_civil(year, month, day)).plus(start.clock());
        }
        steps -= 1;
    }
    start
}
