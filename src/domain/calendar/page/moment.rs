//! Times in structured data: ISO 8601 as pages write it, with and without offset.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::domain::calendar::{civil::Civil, event::When};

/// A day, or an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    Day(Date),
    Instant(Timestamp),
}

/// `2026-11-24T15:00:00+01:00`, `20261124T150000Z`, `2026-11-24 15:00`, `2026-11-24`. A time without
/// offset is one of the user's zone, as in calendar files.
pub(super) fn moment(text: &str, home: &TimeZone) -> Option<Moment> {
    let mut rest = text.trim();
    let year = number(&mut rest, 4)?;
    skip(&mut rest, '-');
    let month = u8::try_from(number(&mut rest, 2)?).ok()?;
    skip(&mut rest, '-');
    let day = u8::try_from(number(&mut rest, 2)?).ok()?;
    let date = (i32::from(year), month, day);
    if rest.is_empty() {
        return Civil::new(date, (0, 0, 0))?.to_date().map(Moment::Day);
    }
    rest = rest.strip_prefix(['T', 't', ' '])?;
    let hour = u8::try_from(number(&mut rest, 2)?).ok()?;
    skip(&mut rest, ':');
    let minute = u8::try_from(number(&mut rest, 2)?).ok()?;
    skip(&mut rest, ':');
    let second = number(&mut rest, 2).unwrap_or_default();
    if let Some(fraction) = rest.strip_prefix(['.', ',']) {
        rest = fraction.trim_start_matches(|it: char| it.is_ascii_digit());
    }
    let civil = Civil::new(date, (hour, minute, u8::try_from(second).ok()?))?;
    let seconds = match offset(rest.trim())? {
        Some(offset) => civil.0.checked_sub(offset)?,
        None => {
            let local = home.to_ambiguous_timestamp(civil.to_datetime()?);
            return local.compatible().ok().map(Moment::Instant);
        }
    };
    Timestamp::from_second(seconds).ok().map(Moment::Instant)
}

/// Seconds east of UTC; `None` inside where none is given, outside where it is none.
fn offset(text: &str) -> Option<Option<i64>> {
    if text.is_empty() {
        return Some(None);
    }
    if text.eq_ignore_ascii_case("z") {
        return Some(Some(0));
    }
    let mut rest = text.strip_prefix(['+', '-', '−'])?;
    let sign = if text.starts_with('+') { 1 } else { -1 };
    let hours = number(&mut rest, 2).filter(|it| *it < 24)?;
    skip(&mut rest, ':');
    let minutes = number(&mut rest, 2).unwrap_or_default();
    // The name of the zone behind it adds nothing.
    let end = rest.is_empty() || rest.starts_with('[');
    (end && minutes < 60).then(|| Some(sign * (i64::from(hours) * 3600 + i64::from(minutes) * 60)))
}

/// `PT45M`, `PT1H30M`, `P1D` in seconds; weeks at most, since months have no length.
pub(super) fn length(text: &str) -> Option<i64> {
    let mut rest = text.trim().strip_prefix('P')?;
    let (mut seconds, mut in_time) = (0_i64, false);
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('T') {
            (rest, in_time) = (time, true);
            continue;
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let count: i64 = rest.get(..digits)?.parse().ok()?;
        let unit = rest.get(digits..)?.chars().next()?;
        let each = match (unit, in_time) {
            ('W', false) => 604_800,
            ('D', false) => 86_400,
            ('H', true) => 3600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(count.checked_mul(each)?)?;
        rest = rest.get(digits + 1..)?;
    }
    (seconds > 0).then_some(seconds)
}

/// The time of an event from its beginning, its end and its length as written.
pub(super) fn when(start: &str, end: &str, duration: &str, home: &TimeZone) -> Option<When> {
    match (moment(start, home)?, moment(end, home)) {
        (Moment::Day(first), until) => {
            let last = match until {
                Some(Moment::Day(last)) if last >= first => last,
                _ => first,
            };
            let until = last.tomorrow().ok()?;
            Some(When::AllDay { first, until })
        }
        (Moment::Instant(start), until) => {
            let told = match until {
                Some(Moment::Instant(end)) if end >= start => Some(end),
                _ => length(duration)
                    .and_then(|it| Timestamp::from_second(start.as_second().checked_add(it)?).ok()),
            };
            Some(When::Timed {
                start,
                end: told.unwrap_or(start),
                zone: None,
            })
        }
    }
}

fn number(rest: &mut &str, digits: usize) -> Option<i16> {
    let text = rest.get(..digits)?;
    if !text.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    *rest = rest.get(digits..)?;
    text.parse().ok()
}

fn skip(rest: &mut &str, separator: char) {
    *rest = rest.strip_prefix(separator).unwrap_or(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn berlin() -> TimeZone {
        crate::domain::calendar::zone_database::get("Europe/Berlin").unwrap()
    }

    #[test]
    fn instants_are_understood_in_every_form_of_iso_8601() {
        for text in [
            "2026-11-24T15:00:00+01:00",
            "2026-11-24T15:00+0100",
            "2026-11-24T15:00:00.000+01",
            "2026-11-24T14:00:00Z",
            "20261124T140000Z",
            "2026-11-24T09:00:00-05:00",
            "2026-11-24T15:00:00+01:00[Europe/Berlin]",
            "2026-11-24 15:00",
            "2026-11-24T15:00:00",
            " 2026-11-24t15:00:00 ",
        ] {
            let expected = "2026-11-24T14:00:00Z".parse().unwrap();
            let read = moment(text, &berlin());
            assert_eq!(read, Some(Moment::Instant(expected)), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "tomorrow",
            "2026-13-01",
            "2026-02-30T10:00",
            "2026-11-24T25:00",
            "2026-11-24Tten",
            "2026-11-24T10:00 PST",
            "2026-11-24T10:00+99:00",
            "11/24/2026",
            "2026",
            "２０２６-11-24",
        ] {
            assert_eq!(moment(text, &berlin()), None, "{text}");
        }
    }

    #[test]
    fn lengths_have_hours_and_minutes_and_no_months() {
        assert_eq!(length("PT45M"), Some(2700));
        assert_eq!(length("PT1H30M"), Some(5400));
        assert_eq!(length("P1DT1H"), Some(90_000));
        for text in ["", "P", "PT", "P1M", "45", "PT99999999999999999H", "PTxM"] {
            assert_eq!(length(text), None, "{text}");
        }
    }

    #[test]
    fn an_event_of_days_includes_its_last_one() {
        let days = when("2026-11-24", "2026-11-25", "", &berlin());
        let [first, until] = ["2026-11-24", "2026-11-26"].map(|it| it.parse().unwrap());
        assert_eq!(days, Some(When::AllDay { first, until }));
    }
}
