//! Any rule, followed by `ical-rs` from a start that [`rebase`] chose.
//!
//! The engine is told to stop at the end of the bounds, so that a rule which never yields costs no
//! more than the bounds are wide.

use ical::recur::{IcalRecurDateTime, expand::IcalRecurExpand};

use crate::domain::calendar::civil::{Civil, DAY};

use super::{CANDIDATES, Engine, Found, Walk, rebase};

/// The engine of last resort.
pub(super) struct General;

/// Periods that may be walked before a rule is given up: about 20 ms. Only rules with COUNT, which
/// are counted from their start, come near it.
const PERIODS: i64 = 1_000_000;

impl Engine for General {
    fn follow(&self, walk: &Walk<'_>) -> Option<Found> {
        let start = rebase::near_bounds(walk);
        let mut found = Found::default();
        let reach = start.plus(walk.rule.period().saturating_mul(PERIODS));
        let last = walk.last.min(reach);
        found.truncated = last < walk.last;
        // A period of days is searched day by day.
        let unit = walk.rule.period().min(DAY);
        if !walk.spend(last.0.saturating_sub(start.0) / unit) {
            return Some(Found {
                starts: Vec::new(),
                truncated: true,
            });
        }
        let mut parts = walk.rule.parts.clone();
        let count = parts.count.take();
        parts.until = Some(engine_time(last));
        let times = IcalRecurExpand::new(parts, engine_time(start)).map(civil);
        let mut counted = 0;
        for (looked_at, time) in times.enumerate() {
            if looked_at >= CANDIDATES || !walk.spend(1) {
                found.truncated = true;
                break;
            }
            // DTSTART is written, not generated: it stands even where the clock jumps over it.
            if (walk.skipped)(time) && time != walk.start {
                continue;
            }
            counted += 1;
            if count.is_some_and(|count| counted > count) {
                found.truncated = false;
                break;
            }
            if time >= walk.bounds.from {
                found.starts.push(time);
            }
        }
        Some(found)
    }
}

const fn engine_time(civil: Civil) -> IcalRecurDateTime {
    IcalRecurDateTime::from_seconds(civil.0)
}

fn civil(time: IcalRecurDateTime) -> Civil {
    Civil(time.seconds())
}
