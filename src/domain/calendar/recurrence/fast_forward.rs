//! Moves the start of an endless rule forward by whole periods, so that a window today does not
//! cost a walk from 1970.
//!
//! What the rule takes from its start (weekday, day of month, month) is written into the rule
//! first, so that the moved start changes no later time.

use ical::recur::{IcalRecurFreq, IcalRecurRule};
use jiff::{
    SignedDuration,
    civil::{Date, DateTime, date},
};

/// Whole periods left between the moved start and the span, for sets that reach across a border.
const SLACK: i64 = 2;

/// A start not after `from` that gives the same times from `from` on.
pub(super) fn fast_forward(rule: &mut IcalRecurRule, start: DateTime, from: DateTime) -> DateTime {
    if from <= start {
        return start;
    }
    let interval = i64::from(rule.interval);
    let elapsed = from.duration_since(start);
    let moved = match rule.freq {
        IcalRecurFreq::Secondly => by_length(start, elapsed, interval),
        IcalRecurFreq::Minutely => by_length(start, elapsed, interval * 60),
        IcalRecurFreq::Hourly => by_length(start, elapsed, interval * 3_600),
        IcalRecurFreq::Daily => by_length(start, elapsed, interval * 86_400),
        IcalRecurFreq::Weekly => by_length(start, elapsed, interval * 7 * 86_400),
        IcalRecurFreq::Monthly => by_months(rule, start, from, interval),
        IcalRecurFreq::Yearly => by_years(rule, start, from, interval),
    };
    moved.filter(|it| *it > start).unwrap_or(start)
}

fn by_length(start: DateTime, elapsed: SignedDuration, period: i64) -> Option<DateTime> {
    let periods = elapsed.as_secs() / period - SLACK;
    let shift = SignedDuration::from_secs(periods.checked_mul(period)?);
    start.checked_add(shift).ok().filter(|_| periods > 0)
}

fn by_months(
    rule: &mut IcalRecurRule,
    start: DateTime,
    from: DateTime,
    interval: i64,
) -> Option<DateTime> {
    if rule.by_month_day.is_empty() && rule.by_day.is_empty() {
        rule.by_month_day = vec![start.day()];
    }
    let months = |it: DateTime| i64::from(it.year()) * 12 + i64::from(it.month()) - 1;
    let periods = (months(from) - months(start)) / interval - SLACK;
    let month = months(start) + periods * interval;
    first_of(month.div_euclid(12), month.rem_euclid(12) + 1)
        .map(|it| it.to_datetime(start.time()))
        .filter(|_| periods > 0)
}

fn by_years(
    rule: &mut IcalRecurRule,
    start: DateTime,
    from: DateTime,
    interval: i64,
) -> Option<DateTime> {
    let no_day =
        rule.by_month_day.is_empty() && rule.by_day.is_empty() && rule.by_year_day.is_empty();
    // The engine reads BYWEEKNO without BYDAY as every day of the week: nothing is taken from the start.
    if no_day && rule.by_week_no.is_empty() {
        if rule.by_month.is_empty() {
            rule.by_month = vec![u8::try_from(start.month()).ok()?];
        }
        rule.by_month_day = vec![start.day()];
    }
    let periods = (i64::from(from.year()) - i64::from(start.year())) / interval - SLACK;
    first_of(i64::from(start.year()) + periods * interval, 1)
        .map(|it| it.to_datetime(start.time()))
        .filter(|_| periods > 0)
}

fn first_of(year: i64, month: i64) -> Option<Date> {
    let (year, month) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?);
    (1..=9998).contains(&year).then(|| date(year, month, 1))
}

#[cfg(test)]
mod tests {
    use super::super::{Rule, expand};
    use jiff::civil::DateTime;

    /// The same span, once walked from the start and once forwarded.
    fn check(rule: &str, start: &str, from: &str, until: &str) {
        let [start, from, until]: [DateTime; 3] =
            [start, from, until].map(|it| it.parse().unwrap());
        let rule = Rule::parse(rule).unwrap();
        let walked: Vec<_> = expand(&rule, start, start, until)
            .times
            .into_iter()
            .filter(|it| *it >= from)
            .collect();
        let forwarded = expand(&rule, start, from, until);
        assert_eq!(forwarded.times, walked, "{rule:?}");
        assert!(!walked.is_empty(), "{rule:?} is tried on something");
    }

    #[test]
    fn a_forwarded_rule_gives_the_same_times() {
        for rule in [
            "FREQ=DAILY",
            "FREQ=DAILY;INTERVAL=3;BYDAY=MO,WE",
            "FREQ=WEEKLY",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR;WKST=SU",
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO;WKST=MO",
            "FREQ=MONTHLY",
            "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=-1,15",
            "FREQ=MONTHLY;BYDAY=2TU,-1FR",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=YEARLY",
            "FREQ=YEARLY;INTERVAL=3",
            "FREQ=YEARLY;BYMONTH=2,8",
            "FREQ=YEARLY;BYWEEKNO=1,53",
            "FREQ=YEARLY;BYYEARDAY=-1,200",
            "FREQ=YEARLY;BYDAY=20MO",
            "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU;UNTIL=20241201T000000",
            "FREQ=HOURLY;INTERVAL=7;BYDAY=SA",
        ] {
            check(
                rule,
                "1996-01-31T09:30:00",
                "2018-03-14T00:00:00",
                "2031-07-01T00:00:00",
            );
            check(
                rule,
                "2000-02-29T09:30:00",
                "2018-03-14T00:00:00",
                "2031-07-01T00:00:00",
            );
        }
    }

    #[test]
    fn a_count_is_counted_from_the_start() {
        check(
            "FREQ=DAILY;COUNT=10",
            "2026-01-01T09:00:00",
            "2026-01-05T00:00:00",
            "2027-01-01T00:00:00",
        );
    }

    #[test]
    fn every_second_since_1970_is_no_work() {
        let [start, from, until]: [DateTime; 3] = [
            "1970-01-01T00:00:00",
            "2026-01-01T00:00:00",
            "2026-01-01T00:01:00",
        ]
        .map(|it| it.parse().unwrap());
        let rule = Rule::parse("FREQ=SECONDLY").unwrap();
        assert_eq!(expand(&rule, start, from, until).times.len(), 60);
    }

    #[test]
    fn a_rule_that_can_never_be_true_ends() {
        let [start, until]: [DateTime; 2] =
            ["2026-01-01T00:00:00", "2027-01-01T00:00:00"].map(|it| it.parse().unwrap());
        let rule = Rule::parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").unwrap();
        assert_eq!(expand(&rule, start, start, until).times, []);
    }
}
