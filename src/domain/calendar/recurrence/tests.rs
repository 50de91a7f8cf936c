//! Rules against the dates the standard prints, and the quick ways against the slow one.

use std::cell::Cell;

use super::*;
use crate::domain::calendar::civil::DAY;

mod random;

const PRINTED: &str = include_str!("../../../../tests/fixtures/rfc5545_recurrence.tsv");

fn civil(text: &str) -> Civil {
    let number = |range: std::ops::Range<usize>| text.get(range).unwrap().parse::<i32>().unwrap();
    let part = |start: usize| u8::try_from(number(start..start + 2)).unwrap();
    Civil::new(
        (number(0..4), part(4), part(6)),
        (part(9), part(11), part(13)),
    )
    .unwrap()
}

fn follow(start: Civil, rule: &str, bounds: Bounds) -> Found {
    let rule = Rule::parse(rule).unwrap_or_else(|_| panic!("{rule} is unreadable"));
    rule.starts(
        start,
        bounds,
        &|instant| Civil(instant),
        &|_| false,
        &Cell::new(10_000_000),
    )
}

/// By `ical-rs` alone, from DTSTART on.
fn follow_slowly(start: Civil, rule: &str, bounds: Bounds) -> Vec<Civil> {
    let rule = Rule::parse(rule).unwrap();
    let mut parts = ical::recur::IcalRecurRule::clone(&rule.parts);
    let last = match rule.until() {
        Until::Never => bounds.until.plus(-1),
        Until::Civil(last) => last.min(bounds.until.plus(-1)),
        Until::Instant(last) => Civil(last).min(bounds.until.plus(-1)),
    };
    parts.until = Some(ical::recur::IcalRecurDateTime::from_seconds(last.0));
    let start = ical::recur::IcalRecurDateTime::from_seconds(start.0);
    ical::recur::expand::IcalRecurExpand::new(parts, start)
        .map(|time| Civil(time.seconds()))
        .filter(|time| *time >= bounds.from)
        .collect()
}

#[test]
fn the_examples_of_the_standard_give_the_dates_it_prints() {
    for line in PRINTED.lines().filter(|line| !line.starts_with('#')) {
        let [start, rule, dates, more] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let expected: Vec<Civil> = dates.split(',').map(civil).collect();
        let end = if more == "more" {
            expected.last().unwrap().plus(1)
        } else {
            civil("21000101T000000")
        };
        let bounds = Bounds {
            from: civil("19000101T000000"),
            until: end,
        };
        assert_eq!(
            follow(civil(start), rule, bounds).starts,
            expected,
            "{rule}"
        );
    }
}

#[test]
fn the_quick_ways_give_what_the_slow_one_gives() {
    let parts = [
        "",
        ";INTERVAL=2",
        ";INTERVAL=5",
        ";COUNT=7",
        ";COUNT=60;INTERVAL=3",
        ";UNTIL=20290301T000000Z",
        ";BYDAY=MO",
        ";BYDAY=TU,SA,TU",
        ";BYDAY=MO,WE;WKST=SU;INTERVAL=2",
        ";BYDAY=1FR",
        ";BYDAY=-1SU",
        ";BYDAY=5TU",
        ";BYMONTH=2",
        ";BYMONTH=3;BYDAY=2SU",
        ";BYMONTH=2;BYMONTHDAY=29",
        ";BYMONTHDAY=31",
        ";BYMONTHDAY=-1",
        ";BYMONTHDAY=1,15",
        ";BYMONTH=1,7",
        ";BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        ";BYHOUR=8,20;BYMINUTE=0",
        ";BYMONTH=5;BYDAY=MO",
        ";BYYEARDAY=100",
        ";BYWEEKNO=20;BYDAY=MO",
        ";INTERVAL=13;BYDAY=SU;WKST=TU",
        ";BYDAY=20MO",
        ";BYMONTHDAY=13;BYDAY=FR",
        ";BYMONTH=12;INTERVAL=3",
    ];
    let starts = [
        "20240229T090000",
        "20251231T235959",
        "20260105T000000",
        "20260131T120000",
    ];
    let windows = [
        ("20240101T000000", 400),
        ("20280215T000000", 60),
        ("20300101T000000", 800),
        ("20270601T120000", 1),
    ];
    let mut checked = 0;
    for freq in ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] {
        for part in parts {
            let rule = format!("FREQ={freq}{part}");
            for start in starts.map(civil) {
                for (from, days) in windows {
                    let from = civil(from);
                    let bounds = Bounds {
                        from,
                        until: from.plus(days * DAY),
                    };
                    let found = follow(start, &rule, bounds);
                    assert!(!found.truncated, "{rule}");
                    assert_eq!(
                        found.starts,
                        follow_slowly(start, &rule, bounds),
                        "{rule} {start:?} {from:?}"
                    );
                    checked += found.starts.len();
                }
            }
        }
    }
    assert!(checked > 10_000, "only {checked} dates were compared");
}

#[test]
fn rules_of_hours_minutes_and_seconds_start_near_the_window() {
    for rule in [
        "FREQ=HOURLY;INTERVAL=7",
        "FREQ=MINUTELY;INTERVAL=95",
        "FREQ=SECONDLY;INTERVAL=4001",
    ] {
        let start = civil("20260105T101112");
        let from = civil("20260201T000000");
        let bounds = Bounds {
            from,
            until: from.plus(2 * DAY),
        };
        assert_eq!(
            follow(start, rule, bounds).starts,
            follow_slowly(start, rule, bounds),
            "{rule}"
        );
    }
}

#[test]
fn a_first_week_that_begins_in_the_old_year_is_found_by_its_last_day() {
    let first = civil("20301230T090000");
    let bounds = Bounds {
        from: first,
        until: first.plus(1),
    };
    let rule = "FREQ=YEARLY;BYDAY=MO;BYWEEKNO=1";
    assert_eq!(
        follow(civil("20240229T090000"), rule, bounds).starts,
        [first]
    );
}

#[test]
fn a_rule_with_too_many_times_is_cut_short_and_says_so() {
    let from = civil("20260601T000000");
    let bounds = Bounds {
        from,
        until: from.plus(60 * DAY),
    };
    let found = follow(civil("19700101T000000"), "FREQ=SECONDLY", bounds);
    assert!(found.truncated);
    assert_eq!(found.starts.first(), Some(&from));
    assert!(found.starts.len() <= CANDIDATES && found.starts.len() > CANDIDATES - 10);
}

#[test]
fn one_rule_cannot_use_up_more_than_its_effort() {
    let from = civil("20260601T000000");
    let bounds = Bounds {
        from,
        until: from.plus(DAY),
    };
    let rule = Rule::parse("FREQ=DAILY;COUNT=100000").unwrap();
    let effort = Cell::new(100);
    let found = rule.starts(
        civil("19700101T000000"),
        bounds,
        &|at| Civil(at),
        &|_| false,
        &effort,
    );
    assert!(found.truncated && found.starts.is_empty());
}

#[test]
fn times_that_the_zone_skips_are_left_out_and_not_counted() {
    let start = civil("20260101T090000");
    let bounds = Bounds {
        from: start,
        until: start.plus(30 * DAY),
    };
    for rule in ["FREQ=DAILY;COUNT=3", "FREQ=DAILY;COUNT=3;BYHOUR=9"] {
        let skipped = |time: Civil| time == start.plus(DAY);
        let rule = Rule::parse(rule).unwrap();
        let found = rule.starts(start, bounds, &|at| Civil(at), &skipped, &Cell::new(1000));
        assert_eq!(
            found.starts,
            [start, start.plus(2 * DAY), start.plus(3 * DAY)]
        );
    }
}

#[test]
fn a_negative_count_is_none_and_an_interval_of_zero_is_one() {
    let bounds = Bounds {
        from: civil("20260302T090000"),
        until: civil("20260401T000000"),
    };
    for (rule, count) in [
        ("FREQ=WEEKLY;COUNT=-1", 5),
        ("FREQ=WEEKLY;UNTIL=20260317;COUNT=-1", 3),
        ("FREQ=WEEKLY;COUNT=-20;INTERVAL=0", 5),
        ("FREQ=WEEKLY;COUNT=2", 2),
    ] {
        let found = follow(bounds.from, rule, bounds);
        assert_eq!(found.starts.len(), count, "{rule}");
    }
    for rule in ["FREQ=DAILY;COUNT=-", "FREQ=DAILY;COUNT=-x"] {
        assert!(Rule::parse(rule).is_err(), "{rule}");
    }
}

#[test]
fn what_is_no_rule_is_refused() {
    for value in [
        "",
        "DAILY",
        "FREQ=",
        "FREQ=FORTNIGHTLY",
        "INTERVAL=2",
        "FREQ=DAILY;COUNT=many",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=DAILY;UNTIL=20261301",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=YEARLY;RSCALE=CHINESE",
    ] {
        assert!(Rule::parse(value).is_err(), "{value}");
    }
}

#[test]
fn a_date_as_bound_means_the_whole_day() {
    let rule = Rule::parse("FREQ=DAILY;UNTIL=20260601").unwrap();
    assert_eq!(rule.until(), Until::Civil(civil("20260601T235959")));
}
