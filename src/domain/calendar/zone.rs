//! Time zones as calendars name them: from a TZID to offsets, and from wall clock to instant.
//!
//! An unknown name gives `None`: what to do about it is the reader's decision, never silent UTC.

pub mod database;
mod names;
pub(crate) mod observed;

use std::rc::Rc;

use jiff::tz::{AmbiguousOffset, TimeZone};

use super::civil::{Civil, DAY};
use observed::Observed;

/// Seconds since 1970 for which [`Zone::indexed`] lists clock changes: 1970 to 2069.
const LISTED: std::ops::Range<i64> = 0..36_524 * DAY;

/// A source of UTC offsets.
#[derive(Clone, Debug)]
pub(crate) enum Zone {
    /// A zone of the bundled database, or the user's own; with its clock changes listed once
    /// [`Zone::indexed`] was called.
    Named(TimeZone, Option<Rc<Observed>>),
    /// UTC plus a constant number of seconds.
    Fixed(i64),
    /// A VTIMEZONE of the file itself; with the IANA name it most likely stands for.
    Observed(Rc<Observed>, Option<String>),
}

/// What a wall clock time means in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Resolved {
    /// It happens; when twice, this is the first time (RFC 5545 3.3.5).
    Happens(i64),
    /// The clock jumps over it; this is the instant by the offset before the jump (RFC 5545 3.3.5).
    Skipped(i64),
}

impl Resolved {
    /// The instant in seconds since 1970, whether the clock shows the time or not.
    pub(crate) const fn instant(self) -> i64 {
        match self {
            Self::Happens(instant) | Self::Skipped(instant) => instant,
        }
    }
}

impl Zone {
    /// The zone a TZID names without help from the file: an IANA name, a vendor's path around one,
    /// a Windows, Exchange or Lotus name, or an offset.
    pub(crate) fn by_name(name: &str) -> Option<Self> {
        names::resolve(name)
    }

    /// The same zone, quicker to ask: the database works out each year's rule anew for every
    /// question about the present and the future, and a list does not.
    pub(crate) fn indexed(self) -> Self {
        match self {
            Self::Named(zone, None) => {
                let table =
                    Observed::from_database(&zone, LISTED.start - 2 * DAY, LISTED.end + 2 * DAY);
                Self::Named(zone, table.map(Rc::new))
            }
            other => other,
        }
    }

    /// The instant of a wall clock time.
    pub(crate) fn resolve(&self, local: Civil) -> Resolved {
        match self {
            Self::Fixed(offset) => Resolved::Happens(local.0.saturating_sub(*offset)),
            Self::Observed(observed, _) => observed.resolve(local),
            Self::Named(_, Some(table)) if LISTED.contains(&local.0) => table.resolve(local),
            Self::Named(zone, _) => {
                let Some(datetime) = local.to_datetime() else {
                    return Resolved::Happens(local.0);
                };
                let back = |offset: jiff::tz::Offset| local.0 - i64::from(offset.seconds());
                match zone.to_ambiguous_timestamp(datetime).offset() {
                    AmbiguousOffset::Unambiguous { offset } => Resolved::Happens(back(offset)),
                    AmbiguousOffset::Fold { before, .. } => Resolved::Happens(back(before)),
                    AmbiguousOffset::Gap { before, .. } => Resolved::Skipped(back(before)),
                }
            }
        }
    }

    /// The wall clock at an instant.
    pub(crate) fn local(&self, instant: i64) -> Civil {
        match self {
            Self::Fixed(offset) => Civil(instant.saturating_add(*offset)),
            Self::Observed(observed, _) => observed.local(instant),
            Self::Named(_, Some(table)) if LISTED.contains(&instant) => table.local(instant),
            Self::Named(zone, _) => jiff::Timestamp::from_second(instant)
                .map_or(Civil(instant), |timestamp| {
                    Civil(instant + i64::from(zone.to_offset(timestamp).seconds()))
                }),
        }
    }

    /// IANA name, when the zone has one.
    pub(crate) fn iana(&self) -> Option<&str> {
        match self {
            Self::Named(zone, _) => zone.iana_name(),
            Self::Observed(_, name) => name.as_deref(),
            Self::Fixed(_) => None,
        }
    }

    /// Whether the clock never jumps, so that no local time is skipped.
    pub(crate) const fn is_fixed(&self) -> bool {
        matches!(self, Self::Fixed(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn civil(text: &str) -> Civil {
        let datetime: jiff::civil::DateTime = text.parse().unwrap();
        let day = datetime
            .date()
            .duration_since(jiff::civil::date(1970, 1, 1));
        Civil(day.as_secs() + i64::from(datetime.hour()) * 3600 + i64::from(datetime.minute()) * 60)
    }

    fn instant(text: &str) -> i64 {
        text.parse::<jiff::Timestamp>().unwrap().as_second()
    }

    #[test]
    fn a_time_that_happens_twice_is_the_first() {
        let zone = Zone::by_name("America/New_York").unwrap();
        assert_eq!(
            zone.resolve(civil("2026-11-01T01:30")),
            Resolved::Happens(instant("2026-11-01T05:30Z"))
        );
    }

    #[test]
    fn a_time_that_never_happens_is_read_by_the_offset_before_the_jump() {
        let zone = Zone::by_name("America/New_York").unwrap();
        assert_eq!(
            zone.resolve(civil("2026-03-08T02:30")),
            Resolved::Skipped(instant("2026-03-08T07:30Z"))
        );
    }

    #[test]
    fn a_zone_with_its_changes_listed_is_the_same_zone() {
        for name in [
            "America/New_York",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "Asia/Tokyo",
        ] {
            let plain = Zone::by_name(name).unwrap();
            let listed = plain.clone().indexed();
            for hour in (LISTED.start - 9000 * 3600..LISTED.end + 9000 * 3600).step_by(2700 * 17) {
                assert_eq!(
                    listed.resolve(Civil(hour)),
                    plain.resolve(Civil(hour)),
                    "{name} {hour}"
                );
                assert_eq!(listed.local(hour), plain.local(hour), "{name} {hour}");
            }
            for gap in [
                "2026-03-08T02:30",
                "2026-11-01T01:30",
                "2026-10-04T02:15",
                "2030-04-07T01:45",
            ] {
                assert_eq!(
                    listed.resolve(civil(gap)),
                    plain.resolve(civil(gap)),
                    "{name} {gap}"
                );
            }
        }
    }

    #[test]
    fn the_bundled_zones_know_that_vancouver_keeps_summer_time() {
        let zone = Zone::by_name("America/Vancouver").unwrap();
        assert_eq!(
            zone.resolve(civil("2026-12-01T09:00")).instant(),
            instant("2026-12-01T16:00Z")
        );
    }
}
