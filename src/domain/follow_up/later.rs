//! To when the user may put off the next prompt: in an hour, this evening, tomorrow morning.
//!
//! Offers only times at which a prompt would be shown: not in quiet hours, not once prompts have
//! ended.

use jiff::{
    SignedDuration, Timestamp,
    civil::{Time, time},
    tz::TimeZone,
};

use super::{prompts::before, quiet_hours::QuietHours, timing::LATE_AFTER};

/// The evening begins,
const EVENINGS: [Time; 2] = [time(18, 0, 0, 0), time(20, 0, 0, 0)];
/// and the morning; quiet hours may move it.
const MORNING: Time = time(8, 0, 0, 0);
/// Sooner than this is no putting off.
const AT_LEAST: SignedDuration = SignedDuration::from_hours(1);
/// or than this, where an hour is more than is left.
const TOO_SOON: SignedDuration = SignedDuration::from_mins(15);

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Later {
    /// In an hour.
    Hour,
    /// This evening.
    Evening,
    /// Tomorrow morning.
    Morning,
}

impl Later {
    /// Stable code; the text is `snooze_<code>` in `_locales`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Evening => "evening",
            Self::Morning => "morning",
        }
    }
}

/// When a prompt comes again that is simply put off, about an interview that ended at `end`: in an
/// hour, at the next allowed time, or shortly before prompts end; `None` when that is too soon.
#[must_use]
pub fn soonest(
    end: Timestamp,
    now: Timestamp,
    zone: &TimeZone,
    quiet: &QuietHours,
) -> Option<Timestamp> {
    let after = |it: Timestamp, wait| it.saturating_add(wait).unwrap_or(Timestamp::MAX);
    let silent = after(end, LATE_AFTER);
    let allowed = quiet.next_allowed(after(now, AT_LEAST), zone);
    if allowed < silent {
        return Some(allowed);
    }
    let last = after(silent, SignedDuration::from_secs(-1));
    before(last, after(now, TOO_SOON), zone, quiet)
}

/// What can be offered at `now` about an interview that ended at `end`, soonest first.
#[must_use]
pub fn choices(
    end: Timestamp,
    now: Timestamp,
    zone: &TimeZone,
    quiet: &QuietHours,
) -> Vec<(Later, Timestamp)> {
    let soonest = now.saturating_add(AT_LEAST).unwrap_or(now);
    let silent = end.saturating_add(LATE_AFTER).unwrap_or(Timestamp::MAX);
    let today = zone.to_datetime(now).date();
    let on = |date: jiff::civil::Date, at: Time| zone.to_timestamp(date.to_datetime(at)).ok();
    let evening = EVENINGS.into_iter().filter_map(|it| on(today, it));
    let evening = evening.into_iter().find(|it| *it > soonest);
    let tomorrow = today.tomorrow().ok();
    let morning = tomorrow.and_then(|day| {
        let allowed = quiet.next_allowed(on(day, MORNING)?, zone);
        // A quiet weekend is no morning.
        (zone.to_datetime(allowed).date() == day).then_some(allowed)
    });
    let mut all = vec![(Later::Hour, soonest)];
    all.extend(evening.map(|it| (Later::Evening, it)));
    all.extend(morning.map(|it| (Later::Morning, it)));
    all.retain(|(_, at)| *at < silent && !quiet.is_quiet(*at, zone));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The interview ended at noon on Tuesday, 10 March 2026, in New York.
    fn check(now: &str, weekends: bool, expected: &[(&str, &str)]) {
        let quiet = QuietHours {
            weekends,
            ..QuietHours::default()
        };
        let zone = TimeZone::get("America/New_York").unwrap();
        let end: Timestamp = "2026-03-10T12:00:00-04:00".parse().unwrap();
        let now: Timestamp = now.parse().unwrap();
        let found: Vec<(&str, Timestamp)> = choices(end, now, &zone, &quiet)
            .into_iter()
            .map(|(later, at)| (later.code(), at))
            .collect();
        let expected: Vec<(&str, Timestamp)> = expected
            .iter()
            .map(|(code, at)| (*code, at.parse().unwrap()))
            .collect();
        assert_eq!(found, expected, "{now}");
    }

    #[test]
    fn what_is_put_off_comes_again_before_prompts_end() {
        let zone = TimeZone::get("America/New_York").unwrap();
        for (end, now, expected) in [
            ("10T12:00", "10T13:00", Some("10T14:00:00")),
            ("10T12:00", "10T20:30", Some("11T08:00:00")),
            ("10T12:00", "12T10:30", Some("12T11:30:00")),
            // Half an hour before they end.
            ("10T12:00", "12T11:05", Some("12T11:29:59")),
            ("10T12:00", "12T11:30", Some("12T11:45:00")),
            ("10T12:00", "12T11:50", None),
            // They end at night: half an hour before that begins.
            ("10T23:00", "12T20:05", Some("12T20:29:59")),
            ("10T23:00", "12T20:50", None),
            ("10T12:00", "14T09:00", None),
        ] {
            let [end, now] = [end, now].map(|it| format!("2026-03-{it}-04:00").parse().unwrap());
            let expected = expected.map(|it| format!("2026-03-{it}-04:00").parse().unwrap());
            let found = soonest(end, now, &zone, &QuietHours::default());
            assert_eq!(found, expected, "{now}");
        }
    }

    #[test]
    fn at_noon_all_are_offered() {
        check(
            "2026-03-10T13:00:00-04:00",
            false,
            &[
                ("hour", "2026-03-10T14:00:00-04:00"),
                ("evening", "2026-03-10T18:00:00-04:00"),
                ("morning", "2026-03-11T08:00:00-04:00"),
            ],
        );
    }

    #[test]
    fn in_the_evening_a_later_one_or_none() {
        check(
            "2026-03-10T17:30:00-04:00",
            false,
            &[
                ("hour", "2026-03-10T18:30:00-04:00"),
                ("evening", "2026-03-10T20:00:00-04:00"),
                ("morning", "2026-03-11T08:00:00-04:00"),
            ],
        );
        check(
            "2026-03-10T20:15:00-04:00",
            false,
            &[("morning", "2026-03-11T08:00:00-04:00")],
        );
    }

    #[test]
    fn nothing_is_offered_for_when_prompts_have_ended() {
        check(
            "2026-03-11T17:30:00-04:00",
            false,
            &[
                ("hour", "2026-03-11T18:30:00-04:00"),
                ("evening", "2026-03-11T20:00:00-04:00"),
                ("morning", "2026-03-12T08:00:00-04:00"),
            ],
        );
        check("2026-03-12T11:30:00-04:00", false, &[]);
    }

    #[test]
    fn a_quiet_day_is_not_offered() {
        check("2026-03-14T10:00:00-04:00", true, &[]);
        check(
            "2026-03-10T03:00:00-04:00",
            false,
            &[
                ("evening", "2026-03-10T18:00:00-04:00"),
                ("morning", "2026-03-11T08:00:00-04:00"),
            ],
        );
    }
}
