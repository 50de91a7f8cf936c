//! Evaluates a VTIMEZONE (RFC 5545 3.6.5): its observances become dated changes of offset.

use jiff::{civil::DateTime, tz::TimeZone};

use super::tzif::{self, Transition};
use crate::domain::calendar::recurrence::{self, Rule};

/// STANDARD or DAYLIGHT of a VTIMEZONE.
#[derive(Clone, Debug, Default)]
pub struct Observance {
    /// DTSTART: local time by the offset before.
    pub start: Option<DateTime>,
    /// TZOFFSETFROM in seconds; some producers leave it out.
    pub offset_from: Option<i32>,
    /// TZOFFSETTO in seconds.
    pub offset_to: Option<i32>,
    /// RRULE values.
    pub rules: Vec<String>,
    /// RDATE values, local.
    pub dates: Vec<DateTime>,
}

/// Nobody plans interviews further ahead; the last offset holds afterwards.
const LAST_YEAR: i16 = 2060;

/// The zone of the observances; `None` when none of them is usable.
#[must_use]
pub fn evaluate(observances: &[Observance]) -> Option<TimeZone> {
    let usable: Vec<&Observance> = observances
        .iter()
        .filter(|it| it.offset_to.is_some())
        .collect();
    let earliest = usable.iter().min_by_key(|it| it.start)?;
    let fallback = |it: &Observance| {
        // Without TZOFFSETFROM the clock showed the other observance's time, if there is one.
        let other = usable.iter().find(|other| other.offset_to != it.offset_to);
        other
            .and_then(|it| it.offset_to)
            .or(it.offset_to)
            .unwrap_or(0)
    };
    let first = earliest.offset_from.unwrap_or_else(|| fallback(earliest));
    let mut transitions: Vec<Transition> = Vec::new();
    for observance in &usable {
        let from = observance
            .offset_from
            .unwrap_or_else(|| fallback(observance));
        let to = observance.offset_to?;
        for local in onsets(observance, from) {
            let utc = local.to_zoned_utc_seconds();
            transitions.push(Transition {
                at: utc - i64::from(from),
                offset: to,
            });
        }
    }
    transitions.sort_unstable();
    transitions.dedup_by_key(|it| it.at);
    tzif::zone(first, &transitions)
}

/// The local times at which an observance begins.
fn onsets(observance: &Observance, from: i32) -> Vec<DateTime> {
    let Some(start) = observance.start else {
        return Vec::new();
    };
    let last = jiff::civil::date(LAST_YEAR, 1, 1).at(0, 0, 0, 0);
    let mut onsets = vec![start];
    for text in &observance.rules {
        if let Some(rule) = Rule::parse(text) {
            // UNTIL of an observance is in UTC; the rule runs in the local time before the change.
            let rule = rule.with_until(|until| {
                until.saturating_add(jiff::SignedDuration::from_secs(i64::from(from)))
            });
            onsets.extend(recurrence::expand(&rule, start, start, last).times);
        }
    }
    onsets.extend(observance.dates.iter().copied());
    onsets.sort_unstable();
    onsets.dedup();
    onsets
}

/// Seconds since 1970 of a civil time read as UTC.
trait UtcSeconds {
    fn to_zoned_utc_seconds(self) -> i64;
}

impl UtcSeconds for DateTime {
    fn to_zoned_utc_seconds(self) -> i64 {
        TimeZone::UTC
            .to_timestamp(self)
            .map_or(i64::MIN / 4, jiff::Timestamp::as_second)
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    fn observance(start: &str, from: Option<i32>, to: i32, rules: &[&str]) -> Observance {
        Observance {
            start: Some(start.parse().unwrap()),
            offset_from: from,
            offset_to: Some(to),
            rules: rules.iter().map(|it| (*it).to_owned()).collect(),
            dates: Vec::new(),
        }
    }

    fn check(zone: &TimeZone, local: &str, expected: &str) {
        let at = zone.to_ambiguous_timestamp(local.parse().unwrap());
        let expected: Timestamp = expected.parse().unwrap();
        assert_eq!(at.compatible().unwrap(), expected, "{local}");
    }

    #[test]
    fn outlooks_rules_from_1601_hold_today() {
        let zone = evaluate(&[
            observance(
                "1601-01-01T03:00:00",
                Some(7200),
                3600,
                &["FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"],
            ),
            observance(
                "1601-01-01T02:00:00",
                Some(3600),
                7200,
                &["FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"],
            ),
        ])
        .unwrap();
        check(&zone, "2026-01-15T12:00:00", "2026-01-15T11:00:00Z");
        check(&zone, "2026-07-15T12:00:00", "2026-07-15T10:00:00Z");
        check(&zone, "2026-03-29T02:30:00", "2026-03-29T01:30:00Z");
        check(&zone, "2026-10-25T02:30:00", "2026-10-25T00:30:00Z");
    }

    #[test]
    fn eras_end_at_their_until_in_utc() {
        let zone = evaluate(&[
            observance(
                "1987-04-05T02:00:00",
                Some(-18_000),
                -14_400,
                &["FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z"],
            ),
            observance(
                "2007-03-11T02:00:00",
                Some(-18_000),
                -14_400,
                &["FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"],
            ),
            observance(
                "1967-10-29T02:00:00",
                Some(-14_400),
                -18_000,
                &["FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z"],
            ),
            observance(
                "2007-11-04T02:00:00",
                Some(-14_400),
                -18_000,
                &["FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"],
            ),
        ])
        .unwrap();
        check(&zone, "2006-04-01T12:00:00", "2006-04-01T17:00:00Z");
        check(&zone, "2006-04-03T12:00:00", "2006-04-03T16:00:00Z");
        check(&zone, "2007-03-20T12:00:00", "2007-03-20T16:00:00Z");
        check(&zone, "2026-11-02T12:00:00", "2026-11-02T17:00:00Z");
    }

    #[test]
    fn a_missing_offset_from_is_the_other_observances() {
        let zone = evaluate(&[
            observance(
                "2000-10-29T03:00:00",
                None,
                3600,
                &["FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"],
            ),
            observance(
                "2000-03-26T02:00:00",
                None,
                7200,
                &["FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"],
            ),
        ])
        .unwrap();
        check(&zone, "2026-07-15T12:00:00", "2026-07-15T10:00:00Z");
    }

    #[test]
    fn a_zone_of_one_observance_has_one_offset() {
        let zone =
            evaluate(&[observance("1970-01-01T00:00:00", Some(19_800), 19_800, &[])]).unwrap();
        check(&zone, "2026-07-15T12:00:00", "2026-07-15T06:30:00Z");
        assert!(evaluate(&[Observance::default()]).is_none());
    }
}
