//! Dates, times, durations and periods of RFC 5545 3.3, and what producers make of them.

use jiff::{
    SignedDuration,
    civil::{Date, DateTime, Time},
};

/// In which clock a time is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Clock {
    /// `Z`.
    Utc,
    /// No zone: the reader's wall clock.
    Floating,
    /// TZID, by its place in the list of names.
    Zoned(u16),
}

/// DATE or DATE-TIME as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stamp {
    /// A day.
    Day(Date),
    /// A time.
    Time(DateTime, Clock),
}

impl Stamp {
    /// The civil time; midnight for a day.
    pub(super) fn civil(self) -> DateTime {
        match self {
            Self::Day(day) => day.to_datetime(Time::midnight()),
            Self::Time(time, _) => time,
        }
    }
}

/// `20260310`, `20260310T093000`, `20260310T093000Z`; also `2026-03-10T09:30:00`, `20260310T0930`
/// and `T240000`, which some producers write.
pub(super) fn stamp(text: &str, clock: Clock) -> Option<Stamp> {
    let plain: String = text
        .trim()
        .chars()
        .filter(|it| !matches!(it, '-' | ':'))
        .collect();
    let (date, time) = match plain.split_once(['T', 't', ' ']) {
        Some((date, time)) => (date, Some(time)),
        None => (plain.as_str(), None),
    };
    let day = day(date)?;
    let Some(time) = time else {
        return Some(Stamp::Day(day));
    };
    let (digits, utc) = match time.strip_suffix(['Z', 'z']) {
        Some(digits) => (digits, true),
        None => (time, false),
    };
    let digits = digits.split('.').next()?;
    if !(4..=6).contains(&digits.len()) || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let part = |at: usize| digits.get(at..at + 2).map_or(Ok(0), str::parse::<i8>);
    let (hour, minute, second) = (part(0).ok()?, part(2).ok()?, part(4).ok()?);
    let clock = if utc { Clock::Utc } else { clock };
    if hour == 24 && minute == 0 {
        let next = day.tomorrow().ok()?;
        return Some(Stamp::Time(next.to_datetime(Time::midnight()), clock));
    }
    // A leap second is the second before it.
    let time = Time::new(hour, minute, second.min(59), 0).ok()?;
    Some(Stamp::Time(day.to_datetime(time), clock))
}

fn day(text: &str) -> Option<Date> {
    if text.len() != 8 || !text.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let (year, month, day) = (text.get(..4)?, text.get(4..6)?, text.get(6..)?);
    // The year 0000 of some VTIMEZONEs is outside jiff's years of meaning but inside its range.
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `P1DT2H`, `-PT15M`, `P2W`: days are 24 hours here; calendars with DST across an event's own
/// length are told apart by DTEND.
pub(super) fn duration(text: &str) -> Option<SignedDuration> {
    let text = text.trim().to_ascii_uppercase();
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let rest = rest.strip_prefix('P')?;
    let mut seconds: i64 = 0;
    let mut number = String::new();
    let mut any = false;
    for it in rest.chars() {
        let unit = match it {
            '0'..='9' => {
                number.push(it);
                continue;
            }
            'T' if number.is_empty() => continue,
            'W' => 604_800,
            'D' => 86_400,
            'H' => 3_600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        let count: i64 = number.parse().ok()?;
        number.clear();
        seconds = seconds.checked_add(count.checked_mul(unit)?)?;
        any = true;
    }
    let sign = if negative { -1 } else { 1 };
    (any && number.is_empty()).then(|| SignedDuration::from_secs(sign * seconds))
}

/// `+0100`, `-0430`, `+013015`: seconds east of UTC.
pub(super) fn offset(text: &str) -> Option<i32> {
    let text = text.trim().replace(':', "");
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(&text)),
    };
    if !matches!(digits.len(), 4 | 6) || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let part = |at: usize| digits.get(at..at + 2).map_or(Ok(0), str::parse::<i32>);
    let (hours, minutes, seconds) = (part(0).ok()?, part(2).ok()?, part(4).ok()?);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60 + seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let found = stamp(text, Clock::Floating).map(|it| match it {
            Stamp::Day(day) => day.to_string(),
            Stamp::Time(time, Clock::Utc) => format!("{time}Z"),
            Stamp::Time(time, _) => time.to_string(),
        });
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn ok_stamps() {
        check("20260310", Some("2026-03-10"));
        check("20260310T093000", Some("2026-03-10T09:30:00"));
        check("20260310T093000Z", Some("2026-03-10T09:30:00Z"));
        check("2026-03-10T09:30:00", Some("2026-03-10T09:30:00"));
        check("20260310T0930", Some("2026-03-10T09:30:00"));
        check("20260310T240000", Some("2026-03-11T00:00:00"));
        check("20161231T235960Z", Some("2016-12-31T23:59:59Z"));
        check("20260310T093000.000Z", Some("2026-03-10T09:30:00Z"));
    }

    #[test]
    fn err_stamps() {
        for text in [
            "",
            "today",
            "20260230",
            "20261310",
            "20260310T",
            "20260310T9",
            "20260310T250000",
            "2026031",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn durations_are_read_or_refused() {
        let check = |text, seconds: Option<i64>| {
            assert_eq!(
                duration(text),
                seconds.map(SignedDuration::from_secs),
                "{text}"
            );
        };
        check("PT1H30M", Some(5_400));
        check("P1D", Some(86_400));
        check("P1DT2H", Some(93_600));
        check("-P2W", Some(-1_209_600));
        check("+PT15M", Some(900));
        for text in ["", "P", "PT", "1H", "PT1", "PXH", "P99999999999999999999D"] {
            check(text, None);
        }
    }

    #[test]
    fn offsets_are_read_or_refused() {
        assert_eq!(offset("+0530"), Some(19_800));
        assert_eq!(offset("-04:30"), Some(-16_200));
        assert_eq!(offset("+013015"), Some(5_415));
        assert_eq!(offset("0100"), Some(3_600));
        for text in ["", "+1", "+2500", "+0199x"] {
            assert_eq!(offset(text), None, "{text}");
        }
    }
}
