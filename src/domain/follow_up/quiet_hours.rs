//! The hours in which nobody is to be disturbed, in the zone the user is in.

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
        let local = zone.to_datetime(at);
        let (now, from, until) = (local.time(), self.from, self.until);
        let night = if from <= until {
            now >= from && now < until
        } else {
            now >= from || now < until
        };
        night || (self.weekends && is_weekend(local.date()))
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
        days.filter_map(|offset| {
            let shift = SignedDuration::from_hours(24 * offset);
            today.checked_add(shift).ok()
        })
        .flat_map(|day| [Time::midnight(), self.from, self.until].map(|it| (day, it)))
        .filter_map(|(day, border)| {
            // A border inside a spring-forward gap is the first instant after the gap.
            zone.to_ambiguous_zoned_datetime(day.to_datetime(border))
                .compatible()
                .ok()
                .map(|it| it.timestamp())
        })
        .collect()
    }
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
}
