//! When an address is asked again.
//!
//! Every half hour while it answers; after failures twice as long each time, up to a day; never
//! before the server said. A spread keeps everybody's browsers from asking in the same second.

use jiff::{SignedDuration, Timestamp};

const USUAL: SignedDuration = SignedDuration::from_mins(30);
const LONGEST: SignedDuration = SignedDuration::from_hours(24);
/// Alarms are rounded; what is due within this time is due.
const SLACK: SignedDuration = SignedDuration::from_mins(1);

/// Whether it is time.
#[must_use]
pub fn is_due(next: Timestamp, now: Timestamp) -> bool {
    next <= now.saturating_add(SLACK).unwrap_or(now)
}

/// The next time after success (`failures` is 0) or after that many failures in a row.
/// `spread` is any number; equal numbers give equal times.
#[must_use]
pub fn next(
    now: Timestamp,
    failures: u32,
    retry_after: Option<SignedDuration>,
    spread: u64,
) -> Timestamp {
    let wait = USUAL.saturating_mul(1_i32 << failures.min(6)).min(LONGEST);
    // Earlier by up to a sixth: the alarm that wakes us comes every half hour, and must not be early.
    let sixth = wait.as_secs() / 6;
    let earlier = i64::try_from(spread % u64::try_from(sixth.max(1)).unwrap_or(1)).unwrap_or(0);
    let wait = wait.saturating_sub(SignedDuration::from_secs(earlier));
    let asked = retry_after.unwrap_or(SignedDuration::ZERO).min(LONGEST);
    now.saturating_add(wait.max(asked))
        .unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(failures: u32, retry_after: Option<i64>, spread: u64) -> i64 {
        let retry_after = retry_after.map(SignedDuration::from_secs);
        let next = next(Timestamp::UNIX_EPOCH, failures, retry_after, spread);
        next.as_second() / 60
    }

    #[test]
    fn a_feed_that_answers_is_asked_every_half_hour_or_a_little_sooner() {
        assert_eq!(minutes(0, None, 0), 30);
        for spread in [1, 299, 300, u64::MAX] {
            assert!((25..=30).contains(&minutes(0, None, spread)), "{spread}");
        }
    }

    #[test]
    fn failures_double_the_wait_up_to_a_day() {
        let waits: Vec<i64> = (1..9).map(|failures| minutes(failures, None, 0)).collect();
        assert_eq!(waits, [60, 120, 240, 480, 960, 1440, 1440, 1440]);
    }

    #[test]
    fn the_server_s_wish_counts_but_not_beyond_a_day() {
        assert_eq!(minutes(1, Some(10_800), 0), 180);
        assert_eq!(minutes(1, Some(1), 0), 60);
        assert_eq!(minutes(1, Some(i64::MAX), 0), 1440);
    }

    #[test]
    fn due_is_what_is_due_within_a_minute() {
        let now = Timestamp::from_second(1_000).unwrap();
        let at = |second| Timestamp::from_second(second).unwrap();
        assert!(is_due(at(1_000), now) && is_due(at(1_060), now) && is_due(at(0), now));
        assert!(!is_due(at(1_061), now));
    }
}
