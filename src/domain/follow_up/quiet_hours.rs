//! The hours in which nobody is to be disturbed, in the zone the user is in.
//!
//! Where the clock says an hour twice, they begin at the first and end at the last of both: the night
//! is as long as it can be, and in one piece. Where it leaps over a border, that comes as much later.

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Time, Weekday, time},
    tz::TimeZone,
};

/// Quiet hours of every day, and whether weekends are quiet altogether.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    /// First quiet minute of the evening.
    pub from: Time,
    /// First loud minute of the morning; equal to `from` for no quiet hours at all.
    pub until: Time,
    /// Saturdays and Sundays are quiet from midnight to midnight.
    pub weekends: bool,
}

impl Default for QuietHours {
    /// From nine in the evening to eight in the morning.
    fn default() -> Self {
        Self {
            from: time(21, 0, 0, 0),
            until: time(8, 0, 0, 0),
            weekends: false,
        }
    }
}

/// Longest stretch that is searched for an allowed time: a quiet weekend with the nights around it.
const SEARCHED_DAYS: i64 = 4;

impl QuietHours {
    /// Whether `at` is quiet in `zone`.
    #[must_use]
    pub fn is_quiet(&self, at: Timestamp, zone: &TimeZone) -> bool {
        let today = zone.to_datetime(at).date();
        let of = |evening: Date| {
            let morning = if self.from < self.until {
                evening
            } else {
                evening.tomorrow().unwrap_or(evening)
            };
            let begins = border(evening, self.from, zone);
            begins.is_some_and(|it| it <= at)
                && last_border(morning, self.until, zone).is_some_and(|it| at < it)
        };
        let night = self.from != self.until && (of(today) || today.yesterday().is_ok_and(of));
        night || (self.weekends && is_weekend(today))
    }

    /// The first allowed instant from `at` on; `at` itself when it is allowed or when there is none
    /// within four days.
    #[must_use]
    pub fn next_allowed(&self, at: Timestamp, zone: &TimeZone) -> Timestamp {
        if !self.is_quiet(at, zone) {
            return at;
        }
        self.borders(at, zone, 0..=SEARCHED_DAYS)
            .into_iter()
            .filter(|it| *it >= at && !self.is_quiet(*it, zone))
            .min()
            .unwrap_or(at)
    }

    /// The last allowed instant not after `at`, to the second; `None` within four days.
    #[must_use]
    pub fn last_allowed(&self, at: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        if !self.is_quiet(at, zone) {
            return Some(at);
        }
        self.borders(at, zone, -SEARCHED_DAYS..=0)
            .into_iter()
            .map(|it| {
                it.saturating_sub(SignedDuration::from_secs(1))
                    .unwrap_or(it)
            })
            .filter(|it| *it <= at && !self.is_quiet(*it, zone))
            .max()
    }

    /// Every instant around `at` at which quiet and loud may change.
    fn borders(
        &self,
        at: Timestamp,
        zone: &TimeZone,
        days: std::ops::RangeInclusive<i64>,
    ) -> Vec<Timestamp> {
        let today = zone.to_datetime(at).date();
        let mut borders = Vec::new();
        for offset in days {
            let shift = SignedDuration::from_hours(24 * offset);
            let Ok(day) = today.checked_add(shift) else {
                continue;
            };
            borders.extend(border(day, Time::midnight(), zone));
            borders.extend(border(day, self.from, zone));
            borders.extend(last_border(day, self.until, zone));
        }
        borders
    }
}

/// When the clock first says this time of this day, or what follows the leap over it.
fn border(day: Date, time: Time, zone: &TimeZone) -> Option<Timestamp> {
    let ambiguous = zone.to_ambiguous_zoned_datetime(day.to_datetime(time));
    ambiguous.compatible().ok().map(|it| it.timestamp())
}

/// When it says so for the last time.
fn last_border(day: Date, time: Time, zone: &TimeZone) -> Option<Timestamp> {
    let ambiguous = zone.to_ambiguous_zoned_datetime(day.to_datetime(time));
    ambiguous.later().ok().map(|it| it.timestamp())
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NIGHTS: QuietHours = QuietHours {
        from: time(21, 0, 0, 0),
        until: time(8, 0, 0, 0),
        weekends: false,
    };
    const WEEKENDS_TOO: QuietHours = QuietHours {
        weekends: true,
        ..NIGHTS
    };
    const NEVER: QuietHours = QuietHours {
        from: time(0, 0, 0, 0),
        until: time(0, 0, 0, 0),
        weekends: false,
    };

    fn at(local: &str, zone: &TimeZone) -> Timestamp {
        let local: jiff::civil::DateTime = local.parse().unwrap();
        zone.to_ambiguous_zoned_datetime(local)
            .compatible()
            .unwrap()
            .timestamp()
    }

    fn check(quiet: QuietHours, zone: &str, from: &str, next: &str, last: &str) {
        let zone = TimeZone::get(zone).unwrap();
        let (from, next, last) = (at(from, &zone), at(next, &zone), at(last, &zone));
        assert_eq!(quiet.next_allowed(from, &zone), next, "next after {from}");
        assert_eq!(
            quiet.last_allowed(from, &zone),
            Some(last),
            "last before {from}"
        );
        assert_eq!(quiet.is_quiet(from, &zone), from != next);
    }

    #[test]
    fn a_loud_time_is_allowed_as_it_is() {
        let noon = "2026-03-10T12:00:00";
        check(NIGHTS, "Europe/Berlin", noon, noon, noon);
        let eight = "2026-03-10T08:00:00";
        check(NIGHTS, "Europe/Berlin", eight, eight, eight);
        let night = "2026-03-10T23:00:00";
        check(NEVER, "Europe/Berlin", night, night, night);
    }

    #[test]
    fn a_night_moves_to_the_morning_or_back_to_the_evening() {
        let evening = "2026-03-10T20:59:59";
        for quiet in [
            "2026-03-10T21:00:00",
            "2026-03-11T03:00:00",
            "2026-03-11T07:59:59",
        ] {
            check(
                NIGHTS,
                "Asia/Kolkata",
                quiet,
                "2026-03-11T08:00:00",
                evening,
            );
        }
    }

    #[test]
    fn a_quiet_weekend_moves_to_monday_or_back_to_friday() {
        let friday = "2026-03-13T20:59:59";
        for quiet in [
            "2026-03-13T22:00:00",
            "2026-03-14T12:00:00",
            "2026-03-15T23:59:00",
        ] {
            check(
                WEEKENDS_TOO,
                "America/Lima",
                quiet,
                "2026-03-16T08:00:00",
                friday,
            );
        }
    }

    #[test]
    fn a_border_inside_a_gap_is_the_first_instant_after_it() {
        let quiet = QuietHours {
            from: time(23, 0, 0, 0),
            until: time(2, 30, 0, 0),
            weekends: false,
        };
        let (night, morning) = ("2026-03-29T01:30:00", "2026-03-29T03:30:00");
        check(
            quiet,
            "Europe/Berlin",
            night,
            morning,
            "2026-03-28T22:59:59",
        );
    }

    /// From and until, hours and minutes; an instant within, the next and the last allowed one.
    fn check_night(zone: &str, [from, until]: [(i8, i8); 2], [quiet, next, last]: [&str; 3]) {
        let hours = QuietHours {
            from: time(from.0, from.1, 0, 0),
            until: time(until.0, until.1, 0, 0),
            weekends: false,
        };
        let zone = TimeZone::get(zone).unwrap();
        let [quiet, next, last]: [Timestamp; 3] = [quiet, next, last].map(|it| it.parse().unwrap());
        assert!(hours.is_quiet(quiet, &zone), "{quiet}");
        assert_eq!(hours.next_allowed(quiet, &zone), next, "next after {quiet}");
        assert_eq!(
            hours.last_allowed(quiet, &zone),
            Some(last),
            "before {quiet}"
        );
        assert!(!hours.is_quiet(next, &zone) && !hours.is_quiet(last, &zone));
    }

    #[test]
    fn a_border_in_an_hour_that_comes_twice_makes_the_night_longer() {
        let evening = [
            "2026-10-25T02:45:00+02:00",
            "2026-10-25T02:30:00+01:00",
            "2026-10-24T22:59:59+02:00",
        ];
        check_night("Europe/Berlin", [(23, 0), (2, 30)], evening);
        let morning = [
            "2026-10-25T02:15:00+01:00",
            "2026-10-25T08:00:00+01:00",
            "2026-10-25T02:29:59+02:00",
        ];
        check_night("Europe/Berlin", [(2, 30), (8, 0)], morning);
        // Half an hour comes twice.
        let half = [
            "2026-04-05T01:50:00+11:00",
            "2026-04-05T01:45:00+10:30",
            "2026-04-04T22:59:59+11:00",
        ];
        check_night("Australia/Lord_Howe", [(23, 0), (1, 45)], half);
    }

    #[test]
    fn a_border_that_the_clock_leaps_over_comes_as_much_later() {
        let hour = [
            "2026-03-29T03:10:00+02:00",
            "2026-03-29T03:30:00+02:00",
            "2026-03-28T22:59:59+01:00",
        ];
        check_night("Europe/Berlin", [(23, 0), (2, 30)], hour);
        let half = [
            "2026-10-04T02:40:00+11:00",
            "2026-10-04T02:45:00+11:00",
            "2026-10-03T22:59:59+10:30",
        ];
        check_night("Australia/Lord_Howe", [(23, 0), (2, 15)], half);
    }
}
