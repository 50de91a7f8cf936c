//! The shapes nearly all calendars use, stepped by arithmetic: every n-th day; the same weekdays of
//! every n-th week; one day of the month or one weekday of the month, every n-th month or year.
//!
//! Refuses whatever has times of day, positions, week numbers or several days per month: those are
//! the general engine's.

use ical::recur::{IcalRecurFreq, IcalRecurRule, IcalRecurWeekdayNum};

use crate::domain::{
    calendar::civil::{Civil, DAY, days_from_civil, days_in_month, weekday},
    ordering::sort_numbers,
};

use super::{CANDIDATES, Engine, Found, Walk};

/// The engine for common shapes.
pub(super) struct Direct;

/// One day in each month that the rule visits.
enum DayOfMonth {
    Date(u8),
    Nth { ordinal: i16, weekday: u8 },
}

impl Engine for Direct {
    fn follow(&self, walk: &Walk<'_>) -> Option<Found> {
        let parts = &walk.rule.parts;
        if walk.rule.has_time_parts() || walk.rule.has_rare_parts() {
            return None;
        }
        match parts.freq {
            IcalRecurFreq::Daily if has_no_day_parts(parts) => Some(days(walk)),
            IcalRecurFreq::Weekly if parts.by_month.is_empty() && parts.by_month_day.is_empty() => {
                Some(weeks(walk))
            }
            IcalRecurFreq::Monthly if parts.by_month.is_empty() => {
                let day = day_of_month(parts, walk.start)?;
                Some(months(
                    walk,
                    &day,
                    i64::from(parts.interval),
                    walk.start.ymd().1,
                ))
            }
            IcalRecurFreq::Yearly => {
                let month = match parts.by_month.as_slice() {
                    [] => walk.start.ymd().1,
                    [month] => *month,
                    _ => return None,
                };
                // Without BYMONTH an ordinal counts within the year, and BYMONTHDAY visits every month.
                if parts.by_month.is_empty() && !has_no_day_parts(parts) {
                    return None;
                }
                let day = day_of_month(parts, walk.start)?;
                let step = i64::from(parts.interval).saturating_mul(12);
                Some(months(walk, &day, step, month))
            }
            _ => None,
        }
    }
}

fn has_no_day_parts(parts: &IcalRecurRule) -> bool {
    parts.by_day.is_empty() && parts.by_month_day.is_empty() && parts.by_month.is_empty()
        || parts.freq == IcalRecurFreq::Yearly
            && parts.by_day.is_empty()
            && parts.by_month_day.is_empty()
}

fn day_of_month(parts: &IcalRecurRule, start: Civil) -> Option<DayOfMonth> {
    match (parts.by_day.as_slice(), parts.by_month_day.as_slice()) {
        ([], []) => Some(DayOfMonth::Date(start.ymd().2)),
        ([], [day]) => u8::try_from(*day).ok().map(DayOfMonth::Date),
        (
            [
                IcalRecurWeekdayNum {
                    ordinal: Some(ordinal),
                    weekday,
                },
            ],
            [],
        ) if *ordinal != 0 => Some(DayOfMonth::Nth {
            ordinal: *ordinal,
            weekday: *weekday as u8,
        }),
        _ => None,
    }
}

/// Takes candidates in order, applies COUNT, bounds and the zone's gaps.
struct Taker<'a, 'b> {
    walk: &'a Walk<'b>,
    left: u32,
    budget: usize,
    found: Found,
}

impl<'a, 'b> Taker<'a, 'b> {
    fn new(walk: &'a Walk<'b>) -> Self {
        let left = walk.rule.parts.count.unwrap_or(u32::MAX);
        Self {
            walk,
            left,
            budget: CANDIDATES,
            found: Found::default(),
        }
    }

    /// Whether to go on.
    fn take(&mut self, time: Civil) -> bool {
        if time > self.walk.last || self.left == 0 {
            return false;
        }
        if self.budget == 0 || !self.walk.spend(1) {
            self.found.truncated = true;
            return false;
        }
        self.budget -= 1;
        let counts = self.walk.rule.parts.count.is_some();
        if time < self.walk.start || (!counts && time < self.walk.bounds.from) {
            return true;
        }
        // DTSTART is written, not generated: it stands even where the clock jumps over it.
        if (self.walk.skipped)(time) && time != self.walk.start {
            return true;
        }
        if counts {
            self.left -= 1;
        }
        if time >= self.walk.bounds.from {
            self.found.starts.push(time);
        }
        true
    }

    /// How many whole periods lie before the bounds and may be jumped over.
    fn periods_ahead(&self, period: i64) -> i64 {
        if self.walk.rule.parts.count.is_some() {
            return 0;
        }
        let ahead = self.walk.bounds.from.0.saturating_sub(self.walk.start.0);
        (ahead / period - 1).max(0)
    }
}

fn days(walk: &Walk<'_>) -> Found {
    let mut taker = Taker::new(walk);
    let period = walk.rule.period();
    let mut time = walk
        .start
        .plus(taker.periods_ahead(period).saturating_mul(period));
    while taker.take(time) {
        time = time.plus(period);
    }
    taker.found
}

fn weeks(walk: &Walk<'_>) -> Found {
    let parts = &walk.rule.parts;
    let first_day = parts.week_start as u8;
    let from_week_start = |day: u8| i64::from((day + 7 - first_day) % 7);
    let start_day = weekday(walk.start.day());
    // An ordinal means nothing at this frequency and is ignored, as `ical-rs` does.
    let mut offsets: Vec<i64> = match parts.by_day.as_slice() {
        [] => vec![from_week_start(start_day)],
        days => days
            .iter()
            .map(|day| from_week_start(day.weekday as u8))
            .collect(),
    };
    sort_numbers(&mut offsets);
    offsets.dedup();
    let mut taker = Taker::new(walk);
    let period = walk.rule.period();
    let week = walk.start.plus(-from_week_start(start_day) * DAY);
    let mut week = week.plus(taker.periods_ahead(period).saturating_mul(period));
    'walk: loop {
        for offset in &offsets {
            if !taker.take(week.plus(offset * DAY)) {
                break 'walk;
            }
        }
        week = week.plus(period);
    }
    taker.found
}

fn months(walk: &Walk<'_>, day: &DayOfMonth, step: i64, first_month: u8) -> Found {
    let mut taker = Taker::new(walk);
    let year = walk.start.ymd().0;
    let first = i64::from(year) * 12 + i64::from(first_month) - 1;
    // Months are at most 31 days long, so this many lie ahead at least.
    let ahead = taker.periods_ahead(31 * DAY);
    let mut index = first + (ahead / step - 1).max(0).saturating_mul(step);
    let mut budget = CANDIDATES;
    loop {
        let month = u8::try_from(index.rem_euclid(12) + 1).unwrap_or(1);
        let year = i32::try_from(index.div_euclid(12)).unwrap_or(i32::MAX);
        if year > 9999 || budget == 0 {
            break;
        }
        budget -= 1;
        let first_day = days_from_civil(year, month, 1);
        if let Some(day) = day_in_month(day, first_day, days_in_month(year, month)) {
            if !taker.take(Civil::midnight(day).plus(walk.start.clock())) {
                break;
            }
        } else if Civil::midnight(first_day) > walk.last {
            break;
        }
        index = index.saturating_add(step);
    }
    taker.found
}

fn day_in_month(day: &DayOfMonth, first: i64, length: u8) -> Option<i64> {
    match *day {
        DayOfMonth::Date(date) => (date <= length).then(|| first + i64::from(date) - 1),
        DayOfMonth::Nth {
            ordinal,
            weekday: wanted,
        } => {
            let length = i64::from(length);
            let offset = if ordinal > 0 {
                let to_first = i64::from((wanted + 7 - weekday(first)) % 7);
                to_first + (i64::from(ordinal) - 1) * 7
            } else {
                let last = weekday(first + length - 1);
                let back = i64::from((last + 7 - wanted) % 7);
                length - 1 - back + (i64::from(ordinal) + 1) * 7
            };
            (0..length).contains(&offset).then(|| first + offset)
        }
    }
}
