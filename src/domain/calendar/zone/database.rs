//! The time zones of the IANA database, as the build packed them.
//!
//! jiff's own bundle is the source, but lies in the package unpacked: it was an eighth of it. So
//! `jiff::tz::TimeZone::get` finds nothing in a browser, and [`get`] takes its place.

use std::{
    collections::HashMap,
    ops::Range,
    sync::{LazyLock, OnceLock},
};

use jiff::tz::TimeZone;

use crate::domain::{ordering::sort_by, packed};

struct Entry {
    name: &'static str,
    data: Range<usize>,
    zone: OnceLock<Option<TimeZone>>,
}

#[derive(Default)]
struct Database {
    /// By name in lower case.
    zones: HashMap<String, Entry>,
    /// The names that software uses beside those of the database.
    other_names: &'static str,
}

/// The zone of an IANA name, in whatever case it is written.
#[must_use]
pub fn get(name: &str) -> Option<TimeZone> {
    if name.eq_ignore_ascii_case("UTC") {
        return Some(TimeZone::UTC);
    }
    let entry = DATABASE.zones.get(&name.to_ascii_lowercase())?;
    let parse = || {
        let data = packed::ZONES.get(entry.data.clone())?;
        TimeZone::tzif(entry.name, data).ok()
    };
    entry.zone.get_or_init(parse).clone()
}

/// Every IANA name, in alphabetical order.
pub(super) fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> = DATABASE.zones.values().map(|entry| entry.name).collect();
    sort_by(&mut names, |one, other| one.cmp(other));
    names
}

/// `names.tsv`.
pub(super) fn other_names() -> &'static str {
    DATABASE.other_names
}

static DATABASE: LazyLock<Database> = LazyLock::new(|| read(&packed::ZONES).unwrap_or_default());

/// Reads what `build.rs` wrote: index, other names, data; the first two end with an empty line.
fn read(unpacked: &'static [u8]) -> Option<Database> {
    let (index, rest) = section(unpacked)?;
    let (other_names, data) = section(rest)?;
    let mut start = unpacked.len() - data.len();
    let mut zones = HashMap::new();
    for line in index.lines() {
        let mut words = line.split(' ');
        let end = start + words.next()?.parse::<usize>().ok()?;
        for name in words {
            let entry = Entry {
                name,
                data: start..end,
                zone: OnceLock::new(),
            };
            zones.insert(name.to_ascii_lowercase(), entry);
        }
        start = end;
    }
    Some(Database { zones, other_names })
}

fn section(bytes: &'static [u8]) -> Option<(&'static str, &'static [u8])> {
    let end = memchr::memmem::find(bytes, b"\n\n")?;
    let text = std::str::from_utf8(bytes.get(..end)?).ok()?;
    Some((text, bytes.get(end + 2..)?))
}

#[cfg(test)]
mod tests {
    use super::{get, names, other_names};
    use jiff::{Timestamp, tz};

    #[test]
    fn every_zone_is_there_and_says_what_jiff_says() {
        let instants: Vec<Timestamp> = (-200..400)
            .filter_map(|step| Timestamp::from_second(step * 8_000_000 + 5).ok())
            .collect();
        let mut count = 0;
        for theirs in tz::db().available() {
            let name = theirs.as_str();
            let ours = get(name).unwrap_or_else(|| panic!("{name} is missing"));
            let theirs = tz::TimeZone::get(name).unwrap();
            assert_eq!(ours.iana_name(), theirs.iana_name());
            for instant in &instants {
                assert_eq!(
                    ours.to_offset(*instant),
                    theirs.to_offset(*instant),
                    "{name} {instant}"
                );
            }
            count += 1;
        }
        assert!(count > 500);
        assert!(names().len() > 500 && names().is_sorted());
    }

    #[test]
    fn names_are_found_in_any_case_and_no_others() {
        assert_eq!(
            get("europe/BERLIN").unwrap().iana_name(),
            Some("Europe/Berlin")
        );
        assert!(get("utc").is_some_and(|zone| zone == tz::TimeZone::UTC));
        assert!(get("").is_none() && get("Europe/Atlantis").is_none());
        assert!(
            other_names().starts_with("afghanistan\t") || other_names().contains("\npacific\t")
        );
    }
}
