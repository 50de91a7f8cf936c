//! When a user who has heard nothing may gently ask how things stand: not before five business days
//! after the note, and never by a prompt.

use jiff::{
    Timestamp,
    civil::{Date, Time, Weekday},
    tz::TimeZone,
};

/// "Wait at least five business days" after the note.
const BUSINESS_DAYS: u32 = 5;

/// The beginning of the first day on which it may be asked, where the user is: the day after the fifth
/// business day that follows the day of the note, so that all five have passed.
#[must_use]
pub fn earliest(thanked: Timestamp, zone: &TimeZone) -> Timestamp {
    let mut day = zone.to_datetime(thanked).date();
    let mut left = BUSINESS_DAYS;
    while left > 0 {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        left -= u32::from(is_business_day(day));
    }
    let day = day.tomorrow().unwrap_or(day);
    let begins = zone.to_timestamp(day.to_datetime(Time::midnight()));
    begins.unwrap_or(Timestamp::MAX)
}

fn is_business_day(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_business_days_pass_and_weekends_do_not_count() {
        let zone = TimeZone::get("America/New_York").unwrap();
        for (thanked, expected) in [
            // Tuesday to Wednesday, over a weekend and the change of the clocks.
            ("2026-03-03T16:00:00-05:00", "2026-03-11T00:00:00-04:00"),
            ("2026-03-09T09:00:00-04:00", "2026-03-17T00:00:00-04:00"),
            // From a weekend on, Friday is the fifth; nobody need wait for Monday.
            ("2026-03-14T09:00:00-04:00", "2026-03-21T00:00:00-04:00"),
            ("2026-03-15T23:59:00-04:00", "2026-03-21T00:00:00-04:00"),
            ("2026-03-13T23:00:00-04:00", "2026-03-21T00:00:00-04:00"),
        ] {
            let [thanked, expected]: [Timestamp; 2] =
                [thanked, expected].map(|it| it.parse().unwrap());
            assert_eq!(earliest(thanked, &zone), expected, "{thanked}");
        }
    }
}
