//! What a calendar says: events, their time and people. Knows nothing about interviews.

mod civil;
pub mod event;
pub mod ics;
pub mod page;
mod recurrence;
pub mod spoken;
mod zone;

pub use zone::database as zone_database;

/// The zone of a name as software writes it: IANA's, that of Windows, or an offset.
#[cfg(feature = "services")]
#[must_use]
pub fn zone_named(name: &str) -> Option<jiff::tz::TimeZone> {
    match zone::Zone::by_name(name)? {
        zone::Zone::Named(zone, _) => Some(zone),
        zone::Zone::Fixed(0) => Some(jiff::tz::TimeZone::UTC),
        zone::Zone::Fixed(_) | zone::Zone::Observed(..) => None,
    }
}
