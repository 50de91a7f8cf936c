//! Values of time properties: date-times, durations, offsets, lists (RFC 5545 3.3.4 to 3.3.14).
//!
//! Lenient about spelling (ISO punctuation, lower case, missing seconds), strict about numbers: a
//! 30th of February is no date.

use crate::domain::calendar::civil::{Civil, DAY};

/// How a date-time was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A whole day.
    Date,
    /// Wall clock, of the zone that TZID names or of nobody's.
    Local,
    /// UTC.
    Utc,
}

/// A date or date-time value. An explicit offset (`+0200`, against the standard) is worked in.
pub(super) fn date_time(value: &[u8]) -> Option<(Civil, Form)> {
    let value = value.trim_ascii();
    let civil = |bytes: &[u8; 15]| {
        let [date @ .., _, h1, h2, m1, m2, s1, s2] = bytes;
        Civil::new(ymd(date)?, (two(h1, h2)?, two(m1, m2)?, two(s1, s2)?))
    };
    match value.len() {
        8 if value.iter().all(u8::is_ascii_digit) => Some((
            Civil::new(ymd(value.try_into().ok()?)?, (0, 0, 0))?,
            Form::Date,
        )),
        15 if value.get(8) == Some(&b'T') => Some((civil(value.try_into().ok()?)?, Form::Local)),
        16 if value.get(8) == Some(&b'T') && value.last() == Some(&b'Z') => {
            let (clock, _) = value.split_first_chunk::<15>()?;
            Some((civil(clock)?, Form::Utc))
        }
        _ => loose_date_time(value),
    }
}

fn ymd(digits: &[u8; 8]) -> Option<(i32, u8, u8)> {
    let [c1, c2, y1, y2, m1, m2, d1, d2] = digits;
    let year = i32::from(two(c1, c2)?) * 100 + i32::from(two(y1, y2)?);
    Some((year, two(m1, m2)?, two(d1, d2)?))
}

/// A number of two digits.
fn two(tens: &u8, ones: &u8) -> Option<u8> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens <= 9 && ones <= 9).then(|| tens * 10 + ones)
}

fn number(digits: &[u8]) -> Option<i32> {
    digits.iter().try_fold(0_i32, |sum, byte| {
        let digit = byte.is_ascii_digit().then(|| i32::from(byte - b'0'))?;
        sum.checked_mul(10)?.checked_add(digit)
    })
}

/// `2026-01-31`, `2026-01-31T09:00`, `20260131t0900z`, `20260131T090000+0200`, `…T090000.000Z`.
fn loose_date_time(value: &[u8]) -> Option<(Civil, Form)> {
    let split = value
        .iter()
        .position(|byte| matches!(byte, b'T' | b't' | b' '));
    let (date, time) = value.split_at_checked(split.unwrap_or(value.len()))?;
    let keep = |byte: &u8| !matches!(byte, b'-' | b'Z' | b'z');
    let date: Vec<u8> = date.iter().copied().filter(keep).collect();
    let date = ymd(date.as_slice().try_into().ok()?)?;
    let Some(time) = time.get(1..) else {
        return Some((Civil::new(date, (0, 0, 0))?, Form::Date));
    };
    let end = time
        .iter()
        .position(|byte| matches!(byte, b'Z' | b'z' | b'+' | b'-' | b'.' | b','));
    let (clock, tail) = time.split_at_checked(end.unwrap_or(time.len()))?;
    let clock: Vec<u8> = clock.iter().copied().filter(|byte| *byte != b':').collect();
    let part = |at: usize| -> Option<u8> {
        match clock.get(at..at + 2) {
            Some(digits) => u8::try_from(number(digits)?).ok(),
            None => (at > 0 && clock.len() <= at).then_some(0),
        }
    };
    let civil = Civil::new(date, (part(0)?, part(2)?, part(4)?))?;
    let fraction = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
    let tail = tail
        .iter()
        .position(|byte| !fraction(byte))
        .and_then(|at| tail.get(at..));
    match tail {
        None => Some((civil, Form::Local)),
        Some(b"Z" | b"z") => Some((civil, Form::Utc)),
        Some(tail) => Some((civil.plus(-utc_offset(tail)?), Form::Utc)),
    }
}

/// `+0100`, `-053000`, `+01:00`, `+1`: seconds east of Greenwich, less than a day.
pub(super) fn utc_offset(value: &[u8]) -> Option<i64> {
    let value = value.trim_ascii();
    let (sign, digits) = match value.split_first()? {
        (b'-', digits) => (-1, digits),
        (b'+', digits) => (1, digits),
        _ => (1, value),
    };
    let digits: Vec<u8> = digits
        .iter()
        .copied()
        .filter(|byte| *byte != b':')
        .collect();
    let seconds = match digits.len() {
        1 | 2 => i64::from(number(&digits)?) * 3600,
        4 => {
            let clock = i64::from(number(&digits)?);
            clock / 100 * 3600 + clock % 100 * 60
        }
        6 => {
            let clock = i64::from(number(&digits)?);
            clock / 10_000 * 3600 + clock / 100 % 100 * 60 + clock % 100
        }
        _ => return None,
    };
    (seconds < DAY).then_some(sign * seconds)
}

/// A DURATION: days on the calendar and seconds on the clock (RFC 5545 3.3.6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Duration {
    pub(super) days: i64,
    pub(super) seconds: i64,
}

/// `P1DT2H`, `PT45M`, `-P1W`, `P3W`; `None` when it is none.
pub(super) fn duration(value: &[u8]) -> Option<Duration> {
    let value = value.trim_ascii();
    let (sign, rest) = match value.split_first()? {
        (b'-', rest) => (-1, rest),
        (b'+', rest) => (1, rest),
        _ => (1, value),
    };
    let (b'P' | b'p', rest) = rest.split_first()? else {
        return None;
    };
    let mut total = Duration::default();
    let (mut digits, mut any, mut clock) = (None::<i64>, false, false);
    for byte in rest {
        if byte.is_ascii_digit() {
            let digit = i64::from(byte - b'0');
            digits = Some(digits.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
            // No event lasts a century; the bound keeps all later sums small.
            digits.filter(|number| *number < 100 * 366 * DAY)?;
            continue;
        }
        if byte.eq_ignore_ascii_case(&b'T') && digits.is_none() {
            clock = true;
            continue;
        }
        let number = digits.take()?;
        any = true;
        match (byte.to_ascii_uppercase(), clock) {
            (b'W', _) => total.days += number * 7,
            (b'D', _) => total.days += number,
            (b'H', _) => total.seconds += number * 3600,
            (b'M', true) => total.seconds += number * 60,
            (b'S', _) => total.seconds += number,
            _ => return None,
        }
    }
    let sane = total.days < 100 * 366 && total.seconds < 100 * 366 * DAY;
    (any && digits.is_none() && sane).then_some(Duration {
        days: sign * total.days,
        seconds: sign * total.seconds,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(date: (i32, u8, u8), time: (u8, u8, u8)) -> Civil {
        Civil::new(date, time).unwrap()
    }

    #[test]
    fn dates_and_times_in_their_spellings() {
        let nine = at((2026, 1, 31), (9, 0, 0));
        for (value, expected) in [
            ("20260131", (at((2026, 1, 31), (0, 0, 0)), Form::Date)),
            ("20260131T090000", (nine, Form::Local)),
            ("20260131T090000Z", (nine, Form::Utc)),
            ("20260131t090000z", (nine, Form::Utc)),
            ("20260131T0900", (nine, Form::Local)),
            ("2026-01-31T09:00:00", (nine, Form::Local)),
            ("20260131Z", (at((2026, 1, 31), (0, 0, 0)), Form::Date)),
            ("2026-01-31", (at((2026, 1, 31), (0, 0, 0)), Form::Date)),
            ("20260131T110000+0200", (nine, Form::Utc)),
            ("20260131T090000.000Z", (nine, Form::Utc)),
            (" 20260131T090000Z ", (nine, Form::Utc)),
            (
                "20260131T240000",
                (at((2026, 2, 1), (0, 0, 0)), Form::Local),
            ),
        ] {
            assert_eq!(date_time(value.as_bytes()), Some(expected), "{value}");
        }
    }

    #[test]
    fn impossible_dates_and_other_text_are_no_times() {
        for value in [
            "",
            "T",
            "2026",
            "20260230",
            "20261301T000000",
            "20260131T250000",
            "tomorrow",
            "20260131T09000",
            "20260131X090000",
            "202601311T090000",
            "99999999999999999999",
        ] {
            assert_eq!(date_time(value.as_bytes()), None, "{value}");
        }
    }

    #[test]
    fn durations_keep_days_and_seconds_apart() {
        for (value, days, seconds) in [
            ("PT45M", 0, 2700),
            ("P1D", 1, 0),
            ("P1DT2H30M5S", 1, 9005),
            ("-P1W", -7, 0),
            ("P7W", 49, 0),
            ("PT0S", 0, 0),
            ("+PT1H", 0, 3600),
        ] {
            assert_eq!(
                duration(value.as_bytes()),
                Some(Duration { days, seconds }),
                "{value}"
            );
        }
    }

    #[test]
    fn broken_durations_are_refused() {
        for value in [
            "",
            "P",
            "PT",
            "1H",
            "PT1",
            "P1M",
            "PTH",
            "PT99999999999999999999S",
        ] {
            assert_eq!(duration(value.as_bytes()), None, "{value}");
        }
    }

    #[test]
    fn offsets_in_their_spellings() {
        for (value, expected) in [
            ("+0100", Some(3600)),
            ("-0330", Some(-12_600)),
            ("+053028", Some(19_828)),
            ("-00:15", Some(-900)),
            ("+2", Some(7200)),
            ("0000", Some(0)),
            ("+2400", None),
            ("east", None),
            ("", None),
        ] {
            assert_eq!(utc_offset(value.as_bytes()), expected, "{value}");
        }
    }
}
