//! Reads a day and a time of day as forms give them and settings keep them: `2026-03-10`, `14:30`.
//!
//! Nothing else: the general reader of the time library accepts seven notations, whose code and
//! texts of errors weighed a twentieth of the package.

use jiff::civil::{Date, Time};

/// `14:30` or `14:30:15`; `None` for anything else.
#[must_use]
pub fn time(text: &str) -> Option<Time> {
    let mut parts = text.split(':');
    let [hour, minute] = [number(parts.next()?, 2)?, number(parts.next()?, 2)?];
    let second = parts.next().map_or(Some(0), |it| number(it, 2))?;
    let part = |it: i16| i8::try_from(it).ok();
    if parts.next().is_some() {
        return None;
    }
    Time::new(part(hour)?, part(minute)?, part(second)?, 0).ok()
}

/// `2026-03-10`; `None` for anything else.
#[must_use]
pub fn date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4)?;
    let [month, day] = [number(parts.next()?, 2)?, number(parts.next()?, 2)?];
    let part = |it: i16| i8::try_from(it).ok();
    if parts.next().is_some() {
        return None;
    }
    Date::new(year, part(month)?, part(day)?).ok()
}

fn number(text: &str, digits: usize) -> Option<i16> {
    let only_digits = text.len() == digits && text.bytes().all(|it| it.is_ascii_digit());
    only_digits.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_gives_is_read() {
        for text in ["00:00", "09:05", "23:59", "14:30:15"] {
            assert_eq!(time(text), text.parse().ok(), "{text}");
            assert!(time(text).is_some(), "{text}");
        }
        for text in ["2026-03-10", "2024-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(date(text), text.parse().ok(), "{text}");
            assert!(date(text).is_some(), "{text}");
        }
    }

    #[test]
    fn anything_else_is_not() {
        for text in [
            "",
            "9:00",
            "24:00",
            "12:60",
            "12:00:61",
            "12",
            "12:",
            ":12",
            "+1:00",
            "12:00:00:00",
            "12:00Z",
            "T12:00",
            " 12:00",
            "1\u{e9}:00",
            "\u{663}\u{663}:00",
        ] {
            assert_eq!(time(text), None, "{text:?}");
        }
        for text in [
            "",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-3-10",
            "26-03-10",
            "+2026-03-10",
            "2026-03-10-1",
            "2026-03",
            "20260310",
            "-2026-03-10",
            "2026-03-10T12:00",
        ] {
            assert_eq!(date(text), None, "{text:?}");
        }
    }
}
