//! A zone name in a calendar to a zone that can be computed with.
//!
//! Order: IANA name; the calendar's own VTIMEZONE; Windows, Exchange and Lotus names; a name with
//! a prefix (`/vendor/Area/City`); an offset in the name. A name that none of them knows is
//! reported, never taken for UTC.

mod tzif;
pub mod vtimezone;

use jiff::tz::{Offset, TimeZone};

/// Windows name, IANA name, display names separated by `|`. The facts are those of CLDR's
/// windowsZones and of the display names that Windows and Exchange have shown over the years.
const WINDOWS: &str = include_str!("windows.tsv");

/// The zone of a TZID that names it by itself, without the calendar's own definition.
#[must_use]
pub fn by_name(tzid: &str) -> Option<TimeZone> {
    let name = tzid.trim().trim_matches('"');
    iana(name)
        .or_else(|| by_windows_name(name))
        .or_else(|| by_display_name(name))
        .or_else(|| by_suffix(name))
        .or_else(|| by_offset(name))
}

/// The zone of an exact IANA name, in whatever case.
#[must_use]
pub fn iana(name: &str) -> Option<TimeZone> {
    // jiff would take these for a zone of its own meaning.
    if name.is_empty() || name.eq_ignore_ascii_case("Etc/Unknown") {
        return None;
    }
    if ["UTC", "Z", "Etc/UTC", "tzone://Microsoft/Utc"]
        .iter()
        .any(|it| name.eq_ignore_ascii_case(it))
    {
        return Some(TimeZone::UTC);
    }
    TimeZone::get(name).ok()
}

fn by_windows_name(name: &str) -> Option<TimeZone> {
    rows()
        .find(|(windows, _, _)| windows.eq_ignore_ascii_case(name))
        .and_then(|(_, iana, _)| TimeZone::get(iana).ok())
}

/// `(UTC-08:00) Pacific Time (US & Canada)`, or the same without the offset.
fn by_display_name(name: &str) -> Option<TimeZone> {
    let text = name.strip_prefix('(').map_or(name, |rest| {
        rest.split_once(')').map_or(name, |(_, text)| text.trim())
    });
    if text.is_empty() {
        return None;
    }
    rows()
        .find(|(windows, _, display)| {
            windows.eq_ignore_ascii_case(text)
                || display.split('|').any(|it| it.eq_ignore_ascii_case(text))
        })
        .and_then(|(_, iana, _)| TimeZone::get(iana).ok())
}

/// `/freeassociation.sourceforge.net/Europe/Berlin`, `/example.com/1.0/America/New_York`.
fn by_suffix(name: &str) -> Option<TimeZone> {
    let parts: Vec<&str> = name.split('/').filter(|it| !it.is_empty()).collect();
    if parts.len() < 3 {
        return None;
    }
    (1..parts.len())
        .filter_map(|from| parts.get(from..))
        .filter(|it| it.len() <= 3)
        .find_map(|it| iana(&it.join("/")))
}

/// `GMT+0100`, `UTC-05:30`, `(UTC+02:00) Somewhere new`, `+0200`.
fn by_offset(name: &str) -> Option<TimeZone> {
    let inner = name
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
        .map_or(name, |(inner, _)| inner);
    let upper = inner.trim().to_ascii_uppercase();
    let rest = upper
        .strip_prefix("UTC")
        .or_else(|| upper.strip_prefix("GMT"))
        .unwrap_or(&upper)
        .trim();
    if rest.is_empty() {
        return (!upper.is_empty()).then_some(TimeZone::UTC);
    }
    let (sign, digits) = match rest.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, rest.strip_prefix('-')?),
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) => (hours.parse().ok()?, minutes.parse().ok()?),
        None if digits.len() == 4 => {
            let number: i32 = digits.parse().ok()?;
            (number / 100, number % 100)
        }
        None if digits.len() <= 2 => (digits.parse().ok()?, 0),
        None => return None,
    };
    let seconds: i32 = sign * (hours * 3600 + minutes * 60);
    (hours <= 18 && minutes < 60)
        .then(|| Offset::from_seconds(seconds).ok())
        .flatten()
        .map(TimeZone::fixed)
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    WINDOWS.lines().filter_map(|line| {
        let mut columns = line.split('\t');
        Some((
            columns.next()?,
            columns.next()?,
            columns.next().unwrap_or(""),
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tzid: &str, expected: &str) {
        let zone = by_name(tzid);
        let name = zone.as_ref().and_then(|it| it.iana_name());
        assert_eq!(name, Some(expected), "{tzid}");
    }

    #[test]
    fn ok_names_that_calendars_use() {
        check("Europe/Berlin", "Europe/Berlin");
        check("europe/berlin", "Europe/Berlin");
        check("\"America/New_York\"", "America/New_York");
        check("Pacific Standard Time", "America/Los_Angeles");
        check("W. Europe Standard Time", "Europe/Berlin");
        check(
            "(UTC-08:00) Pacific Time (US & Canada)",
            "America/Los_Angeles",
        );
        check(
            "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi",
            "Asia/Kolkata",
        );
        check(
            "(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
            "Europe/Berlin",
        );
        check(
            "/freeassociation.sourceforge.net/Tzfile/Europe/Paris",
            "Europe/Paris",
        );
        check(
            "/example.org/20050126_1/America/Argentina/Buenos_Aires",
            "America/Argentina/Buenos_Aires",
        );
        check("tzone://Microsoft/Utc", "UTC");
    }

    #[test]
    fn ok_offsets_in_the_name() {
        for (name, seconds) in [("GMT+0100", 3600), ("UTC-05:30", -19_800), ("+2", 7200)] {
            let offset = by_name(name).unwrap().to_fixed_offset().unwrap();
            assert_eq!(offset.seconds(), seconds, "{name}");
        }
    }

    #[test]
    fn err_names_that_nobody_knows() {
        for name in [
            "",
            "Customized Time Zone",
            "tzone://Microsoft/Custom",
            "Mars/Olympus",
            "+99",
        ] {
            assert_eq!(by_name(name), None, "{name}");
        }
    }

    #[test]
    fn every_zone_of_the_table_exists() {
        for (windows, iana, _) in rows() {
            assert!(TimeZone::get(iana).is_ok(), "{windows} {iana}");
        }
    }
}
