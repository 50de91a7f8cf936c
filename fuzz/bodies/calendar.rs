//! The reader of calendars: no bytes may make it panic, hang, or say something else when they come in
//! two parts.

use afternote::domain::calendar::{
    ics::{Calendar, Reader, Window},
    zone_database,
};
use jiff::{Timestamp, tz::TimeZone};

fn read(parts: [&[u8]; 2]) -> Calendar {
    let home = zone_database::get("America/New_York").unwrap_or(TimeZone::UTC);
    let mut reader = Reader::new(home);
    for part in parts {
        reader.push(part);
    }
    reader.finish()
}

/// The first byte says where the rest is cut.
pub(crate) fn run(input: &[u8]) {
    let Some((cut, bytes)) = input.split_first() else {
        return;
    };
    let calendar = read([bytes, b""]);
    let [from, until] =
        [1_771_113_600, 1_776_000_000].map(|it| Timestamp::from_second(it).unwrap_or_default());
    let (events, _) = calendar.events_in(Window { from, until });
    for event in &events {
        assert!(event.when.start(&TimeZone::UTC) <= event.when.end(&TimeZone::UTC));
    }
    let (one, other) = bytes.split_at(usize::from(*cut).min(bytes.len()));
    let in_parts = read([one, other]);
    assert_eq!(calendar.components(), in_parts.components());
    assert_eq!(calendar.problems(), in_parts.problems());
}
