//! Any rule, followed by `ical-rs` from a start that [`rebase`] chose.
//!
//! The engine is told to stop at the end of the bounds, so that a rule which never yields costs no
//! more than the bounds are wide.

use ical::recur::{IcalRecurDateTime, IcalRecurRule, expand::IcalRecurExpand};

use crate::domain::calendar::civil::{Civil, DAY};

use super::{CANDIDATES, Engine, Found, Walk, rebase};

/// The engine of last resort.
pub(super) struct General;

/// Periods without a candidate after which `ical-rs` gives up by itself.
const BARREN: i64 = 1_000_000;

impl Engine for General {
    fn follow(&self, walk: &Walk<'_>) -> Option<Found> {
        let start = rebase::near_bounds(walk);
        let mut found = Found::default();
        if !walk.spend(searched(walk, start).min(BARREN)) {
            return Some(Found {
                starts: Vec::new(),
                truncated: true,
            });
        }
        let mut parts = IcalRecurRule::clone(&walk.rule.parts);
        let count = parts.count.take();
        // Week 1 may begin before its year does, and the engine stops at the first year after UNTIL.
        let early = if parts.by_week_no.is_empty() {
            0
        } else {
            7 * DAY
        };
        parts.until = Some(engine_time(walk.last.plus(early)));
        let times = IcalRecurExpand::new(parts, engine_time(start)).map(civil);
        let times = times.take_while(|time| *time <= walk.last);
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

/// How much is looked at for nothing at most, in the engine's steps: every day; and every period of
/// less than a day that the parts of the date let through, when parts of the time or BYSETPOS can
/// still refuse it. What is yielded is counted as it comes.
fn searched(walk: &Walk<'_>, start: Civil) -> i64 {
    let length = walk.last.0.saturating_sub(start.0);
    let refusable = walk.rule.has_time_parts() || !walk.rule.parts.by_set_pos.is_empty();
    let unit = if refusable {
        walk.rule.period().min(DAY)
    } else {
        DAY
    };
    length / unit
}

const fn engine_time(civil: Civil) -> IcalRecurDateTime {
    IcalRecurDateTime::from_seconds(civil.0)
}

fn civil(time: IcalRecurDateTime) -> Civil {
    Civil(time.seconds())
}
