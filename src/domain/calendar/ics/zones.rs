//! The zones of one file: its names resolved once, stamps turned into instants.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

use super::{
    collect::Collected,
    problem::{Problem, ProblemKind, shorten},
    value::{Clock, Stamp},
};
use crate::domain::calendar::zone;

/// Every zone a file refers to.
#[derive(Debug)]
pub(super) struct Zones {
    named: Vec<TimeZone>,
    home: TimeZone,
    utc: TimeZone,
}

impl Zones {
    /// Resolves the names of a file; those that nobody knows are the user's own zone and a problem.
    pub(super) fn resolve(collected: &Collected, home: TimeZone) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let named = collected
            .zone_names
            .iter()
            .map(|name| {
                let own = || {
                    let (_, observances) = collected.zones.iter().find(|(it, _)| it == name)?;
                    zone::vtimezone::evaluate(observances)
                };
                zone::iana(name)
                    .or_else(own)
                    .or_else(|| zone::by_name(name))
                    .unwrap_or_else(|| {
                        problems.push(Problem {
                            line: 0,
                            uid: None,
                            kind: ProblemKind::UnknownZone,
                            detail: shorten(name),
                        });
                        home.clone()
                    })
            })
            .collect();
        let zones = Self {
            named,
            home,
            utc: TimeZone::UTC,
        };
        (zones, problems)
    }

    /// The zone of a clock; floating times run by `floating`, or else by the user's own.
    pub(super) fn of(&self, clock: Clock, floating: Option<u16>) -> &TimeZone {
        let named = |index: u16| self.named.get(usize::from(index));
        match clock {
            Clock::Utc => &self.utc,
            Clock::Zoned(index) => named(index).unwrap_or(&self.home),
            Clock::Floating => floating.and_then(named).unwrap_or(&self.home),
        }
    }

    /// The zone of a stamp; a day has the floating one.
    pub(super) fn of_stamp(&self, stamp: Stamp, floating: Option<u16>) -> &TimeZone {
        match stamp {
            Stamp::Day(_) => self.of(Clock::Floating, floating),
            Stamp::Time(_, clock) => self.of(clock, floating),
        }
    }

    /// The instant of a stamp; a day is its midnight.
    pub(super) fn instant(&self, stamp: Stamp, floating: Option<u16>) -> Timestamp {
        instant(self.of_stamp(stamp, floating), stamp.civil())
    }
}

/// The instant of a civil time. In a gap the offset before it counts, in a fold the first of both
/// (RFC 5545 3.3.5), which is what jiff calls compatible.
pub(super) fn instant(zone: &TimeZone, civil: DateTime) -> Timestamp {
    zone.to_ambiguous_timestamp(civil)
        .compatible()
        .unwrap_or(if civil.year() < 1970 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        })
}

/// Whether a civil time exists in a zone: it does not inside a gap.
pub(super) fn exists(zone: &TimeZone, civil: DateTime) -> bool {
    !matches!(
        zone.to_ambiguous_timestamp(civil).offset(),
        jiff::tz::AmbiguousOffset::Gap { .. }
    )
}
