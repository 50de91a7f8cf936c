//! From what software writes as a TZID to a zone of the bundled database.
//!
//! `names.tsv` maps Windows zone ids (from CLDR's windowsZones, territory 001; without the words
//! "Standard Time", so that Lotus's shorter names match too), the city lists that Exchange and
//! Outlook show for them, and the numbers of CDO (`cdo 10`).

use std::{collections::HashMap, sync::LazyLock};

use super::{Zone, database};

/// Longest name worth looking up; Exchange's longest city list has 78 letters.
const LONGEST: usize = 200;

/// The zone that a TZID names by itself.
pub(super) fn resolve(name: &str) -> Option<Zone> {
    let name = name.trim().trim_matches('"').trim();
    if name.is_empty() || name.len() > LONGEST {
        return None;
    }
    iana(name)
        .or_else(|| table(name))
        .or_else(|| vendor_path(name))
        .or_else(|| display_name(name))
        .or_else(|| offset(name).map(Zone::Fixed))
        .or_else(|| cities(name))
}

fn iana(name: &str) -> Option<Zone> {
    // jiff's placeholder for "nobody knows" would behave as UTC.
    if name.eq_ignore_ascii_case("Etc/Unknown") {
        return None;
    }
    if matches!(name, "Z" | "z") {
        return Some(Zone::Fixed(0));
    }
    database::get(name).map(|zone| Zone::Named(zone, None))
}

fn table(name: &str) -> Option<Zone> {
    let words: Vec<String> = name
        .split_whitespace()
        .map(|word| word.to_lowercase())
        .collect();
    let name = words.join(" ").replace(" and canada)", " & canada)");
    let name = [" standard time", " daylight time", " summer time"]
        .iter()
        .find_map(|tail| name.strip_suffix(tail))
        .unwrap_or(&name);
    static TABLE: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        database::other_names()
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .collect()
    });
    TABLE.get(name).and_then(|zone| iana(zone))
}

/// `/freeassociation.sourceforge.net/Tzfile/Europe/Berlin`, `/mozilla.org/20070129_1/Asia/Tokyo`,
/// `tzone://Microsoft/Utc`, `America/New York`, `US-Mountain`.
fn vendor_path(name: &str) -> Option<Zone> {
    for spelled in [name.replace(' ', "_"), name.replacen('-', "/", 1)] {
        if spelled != name
            && let Some(zone) = iana(&spelled)
        {
            return Some(zone);
        }
    }
    if !name.contains('/') {
        return None;
    }
    let parts: Vec<&str> = name.split('/').filter(|part| !part.is_empty()).collect();
    (1..=3)
        .rev()
        .filter_map(|count| {
            parts
                .len()
                .checked_sub(count)
                .and_then(|at| parts.get(at..))
        })
        .find_map(|tail| iana(&tail.join("/")).or_else(|| iana(&tail.join("/").replace(' ', "_"))))
}

/// `(UTC-08:00) Pacific Time (US & Canada)`: the cities if they are known, else the offset.
fn display_name(name: &str) -> Option<Zone> {
    let (offset_text, rest) = name.strip_prefix('(')?.split_once(')')?;
    let rest = rest.trim();
    table(rest)
        .or_else(|| iana(rest))
        .or_else(|| cities(rest))
        .or_else(|| offset(offset_text).map(Zone::Fixed))
}

/// `Sarajevo, Skopje, Warsaw`: a list that is in no table, by the first of its cities that is known
/// by itself or has an IANA zone.
fn cities(name: &str) -> Option<Zone> {
    let listed = name
        .split([',', ';'])
        .map(str::trim)
        .filter(|city| city.len() > 2);
    listed
        .clone()
        .find_map(table)
        .or_else(|| listed.clone().find_map(city))
}

fn city(name: &str) -> Option<Zone> {
    let wanted = name.replace(' ', "_").to_lowercase();
    // Three letters are abbreviations, not cities.
    if wanted.len() < 4 {
        return None;
    }
    static CITIES: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
        let cities = database::names().into_iter().filter_map(|zone| {
            let (_, city) = zone.rsplit_once('/')?;
            Some((city.to_lowercase(), zone))
        });
        cities.collect()
    });
    CITIES.get(&wanted).and_then(|zone| iana(zone))
}

/// `UTC+05:30`, `GMT-8`, `+0200`, `GMT -0500`, `UTC`: seconds east of Greenwich.
fn offset(text: &str) -> Option<i64> {
    let upper = text.trim().to_ascii_uppercase();
    let named = upper
        .strip_prefix("UTC")
        .or_else(|| upper.strip_prefix("GMT"));
    let rest = named.unwrap_or(&upper).trim();
    if rest.is_empty() {
        return named.map(|_| 0);
    }
    let (sign, digits) = match rest.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let plain: String = digits
        .chars()
        .filter(|letter| !matches!(letter, ':' | '.'))
        .collect();
    if plain.is_empty() || plain.len() > 4 || !plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i64 = plain.parse().ok()?;
    let (hours, minutes) = if plain.len() <= 2 {
        (number, 0)
    } else {
        (number / 100, number % 100)
    };
    (hours <= 18 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, iana: &str) {
        let zone = resolve(name).unwrap_or_else(|| panic!("{name} is unknown"));
        assert_eq!(zone.iana(), Some(iana), "{name}");
    }

    #[test]
    fn every_line_of_the_table_names_a_zone_of_the_database() {
        for line in database::other_names().lines() {
            let (name, zone) = line.split_once('\t').unwrap();
            assert!(iana(zone).is_some(), "{name}: {zone}");
            assert_eq!(name, name.to_lowercase());
        }
    }

    #[test]
    fn iana_names_are_found_in_any_case() {
        check("Europe/Berlin", "Europe/Berlin");
        check("america/new_york", "America/New_York");
        check(" \"Asia/Tokyo\" ", "Asia/Tokyo");
    }

    #[test]
    fn windows_exchange_and_lotus_names_are_found() {
        check("W. Europe Standard Time", "Europe/Berlin");
        check("Eastern Standard Time (Mexico)", "America/Cancun");
        check(
            "(UTC-08:00) Pacific Time (US & Canada)",
            "America/Los_Angeles",
        );
        check(
            "(UTC-05:00) Eastern Time (US and Canada)",
            "America/New_York",
        );
        check(
            "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi",
            "Asia/Kolkata",
        );
        check(
            "(GMT+10.00) Canberra, Melbourne, Sydney",
            "Australia/Sydney",
        );
        check(
            "(UTC+00:00) Dublin, Edinburgh, Lisbon, London",
            "Europe/London",
        );
        check("GMT Standard Time", "Europe/London");
        check("W. Europe", "Europe/Berlin");
        check("cdo 10", "America/New_York");
    }

    #[test]
    fn names_with_a_vendor_s_path_are_found() {
        check(
            "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin",
            "Europe/Berlin",
        );
        check(
            "/mozilla.org/20070129_1/America/Argentina/Ushuaia",
            "America/Argentina/Ushuaia",
        );
        check("/citadel.org/20190914_1/Asia/Tokyo", "Asia/Tokyo");
        check("America/New York", "America/New_York");
        assert!(resolve("tzone://Microsoft/Utc").is_some_and(|zone| zone.local(0).0 == 0));
    }

    #[test]
    fn lists_of_cities_in_no_table_are_known_by_a_city() {
        check(
            "Sarajevo, Skopje, Sofija, Vilnius, Warsaw, Zagreb",
            "Europe/Sarajevo",
        );
        check("Pacific Time (US & Canada), Tijuana", "America/Los_Angeles");
        check(
            "(UTC+01:00) Amsterdam, Belgrade, Berlin",
            "Europe/Amsterdam",
        );
        check("US-Mountain", "US/Mountain");
    }

    #[test]
    fn plain_offsets_are_fixed_zones() {
        for (name, seconds) in [
            ("UTC+05:45", 20_700),
            ("GMT-0330", -12_600),
            ("+02", 7200),
            ("(UTC+08:45) Nowhere in particular", 31_500),
        ] {
            assert_eq!(resolve(name).unwrap().local(0).0, seconds, "{name}");
        }
    }

    #[test]
    fn nonsense_is_not_taken_for_a_zone() {
        for name in [
            "",
            "Customized Time Zone",
            "tzone://Microsoft/Custom",
            "(no TZ description)",
            "Atlantis/Capital",
            "Etc/Unknown",
            "+99:00",
            "My Standard Time",
        ] {
            assert!(resolve(name).is_none(), "{name}");
        }
    }
}
