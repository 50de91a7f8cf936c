//! Sent at the right moment, and only once.

use super::{Expectation, Finding, Severity};
use crate::domain::follow_up::timing::{self, Stage};

/// A note that arrives before the interviewers are back at their desks was written beforehand.
const TOO_SOON_MINUTES: i64 = 30;

/// What the clock says of a note that is sent now.
pub(super) fn check(expectation: &Expectation<'_>) -> Option<Finding> {
    let moment = expectation.moment?;
    if moment.thanked_before {
        return Some(Finding::new("second_note", Severity::Warning, &[]));
    }
    let since = moment.now.duration_since(moment.end);
    if since.as_mins() < TOO_SOON_MINUTES {
        return Some(Finding::new("too_soon", Severity::Hint, &[]));
    }
    let late = timing::stage(moment.end, moment.now) >= Stage::Late;
    // After a rejection there is no hurry.
    (late && !expectation.no_offer).then(|| {
        let days = (since.as_hours() / 24).to_string();
        Finding::new("late", Severity::Hint, &[&days])
    })
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};

    use super::super::{Moment, sample};
    use super::*;

    fn found(after: SignedDuration, thanked_before: bool) -> Option<&'static str> {
        let end: Timestamp = "2026-03-10T15:00:00Z".parse().unwrap();
        let mut expectation = sample::expectation();
        expectation.moment = Some(Moment {
            end,
            now: end + after,
            thanked_before,
        });
        check(&expectation).map(|it| it.code)
    }

    #[test]
    fn the_hours_after_it_are_the_right_ones() {
        assert_eq!(found(SignedDuration::from_mins(5), false), Some("too_soon"));
        assert_eq!(found(SignedDuration::from_mins(31), false), None);
        assert_eq!(found(SignedDuration::from_hours(20), false), None);
        assert_eq!(found(SignedDuration::from_hours(72), false), Some("late"));
        assert_eq!(
            found(SignedDuration::from_hours(2), true),
            Some("second_note")
        );
    }

    #[test]
    fn without_a_clock_nothing_is_said() {
        assert_eq!(check(&sample::expectation()), None);
    }
}
