//! Civil date-times as one number, so that calendar arithmetic is integer arithmetic.
//!
//! Knows no zone: turning a civil time into an instant is the work of `zone`.

use jiff::civil::{Date, DateTime};

pub(crate) const DAY: i64 = 86_400;

/// Seconds on a wall clock, 1970-01-01T00:00:00 being zero (proleptic Gregorian, no leap seconds).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Civil(pub(crate) i64);

impl Civil {
    /// `None` when the day does not exist; 24:00:00 is midnight of the next day and second 60 the
    /// next minute, as producers write them.
    pub(crate) fn new(
        (year, month, day): (i32, u8, u8),
        (hour, minute, second): (u8, u8, u8),
    ) -> Option<Self> {
        if !(1..=12).contains(&month) || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        let end_of_day = hour == 24 && minute == 0 && second == 0;
        if (hour > 23 && !end_of_day) || minute > 59 || second > 60 {
            return None;
        }
        let clock = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
        Some(Self(days_from_civil(year, month, day) * DAY + clock))
    }

    /// Midnight of a day counted from 1970-01-01.
    pub(crate) const fn midnight(day: i64) -> Self {
        Self(day.saturating_mul(DAY))
    }

    /// Days since 1970-01-01.
    pub(crate) const fn day(self) -> i64 {
        self.0.div_euclid(DAY)
    }

    /// Seconds since midnight.
    pub(crate) const fn clock(self) -> i64 {
        self.0.rem_euclid(DAY)
    }

    /// Year, month and day.
    pub(crate) const fn ymd(self) -> (i32, u8, u8) {
        civil_from_days(self.day())
    }

    /// This time moved by seconds.
    pub(crate) const fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// The same time in jiff's terms; `None` outside its range.
    pub(crate) fn to_datetime(self) -> Option<DateTime> {
        let date = self.to_date()?;
        let clock = self.clock();
        let part = |seconds: i64| i8::try_from(seconds).ok();
        Some(date.at(
            part(clock / 3600)?,
            part(clock / 60 % 60)?,
            part(clock % 60)?,
            0,
        ))
    }

    /// The day in jiff's terms; `None` outside its range.
    pub(crate) fn to_date(self) -> Option<Date> {
        let (year, month, day) = self.ymd();
        Date::new(
            i16::try_from(year).ok()?,
            i8::try_from(month).ok()?,
            i8::try_from(day).ok()?,
        )
        .ok()
    }
}

/// Length of a month; 0 for a month that does not exist.
pub(crate) const fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// Days from 1970-01-01 to a date (Howard Hinnant, "chrono-compatible low-level date algorithms":
/// an era is 400 years, and a year that starts in March ends with the leap day).
pub(crate) const fn days_from_civil(year: i32, month: u8, day: u8) -> i64 {
    let year = year as i64 - (month <= 2) as i64;
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month as i64 + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day as i64 - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The date that is this many days after 1970-01-01 (inverse of [`days_from_civil`]).
pub(crate) const fn civil_from_days(days: i64) -> (i32, u8, u8) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u8;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    } as u8;
    let year = year_of_era + era * 400 + (month <= 2) as i64;
    (year as i32, month, day)
}

/// Day of the week, Sunday being 0.
pub(crate) const fn weekday(day: i64) -> u8 {
    (day + 4).rem_euclid(7) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_each_other_s_inverse() {
        for day in (-800_000..800_000).step_by(37) {
            let (year, month, date) = civil_from_days(day);
            assert_eq!(days_from_civil(year, month, date), day);
            assert!((1..=days_in_month(year, month)).contains(&date));
        }
    }

    #[test]
    fn impossible_days_and_times_are_refused() {
        for (date, time) in [
            ((2025, 2, 29), (0, 0, 0)),
            ((1900, 2, 29), (0, 0, 0)),
            ((2025, 13, 1), (0, 0, 0)),
            ((2025, 0, 1), (0, 0, 0)),
            ((2025, 4, 31), (0, 0, 0)),
            ((2025, 1, 1), (24, 0, 1)),
            ((2025, 1, 1), (23, 60, 0)),
        ] {
            assert_eq!(Civil::new(date, time), None, "{date:?} {time:?}");
        }
    }

    #[test]
    fn the_last_midnight_of_a_day_is_the_first_of_the_next() {
        assert_eq!(
            Civil::new((2024, 2, 28), (24, 0, 0)),
            Civil::new((2024, 2, 29), (0, 0, 0))
        );
    }

    #[test]
    fn weekdays_are_the_known_ones() {
        assert_eq!(weekday(days_from_civil(1970, 1, 1)), 4);
        assert_eq!(weekday(days_from_civil(2026, 11, 23)), 1);
    }
}
