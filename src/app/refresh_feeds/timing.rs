//! When an address is asked again.
//!
//! Every half hour while it answers, or as the user wants it; after failures twice as long each time, up to a day; never
//! before the server said. A spread keeps everybody's browsers from asking in the same second.

use jiff::{SignedDuration, Timestamp};

use crate::app::store::source::LONGEST_WAIT;

const USUAL_MINUTES: u32 = 30;
/// How often the user may want it, in minutes.
pub const CHOICES: [u32; 6] = [15, 30, 60, 180, 360, 1440];

/// How long `Retry-After` asks to wait: seconds, or a date (RFC 9110, 10.2.3).
#[must_use]
pub fn retry_after(text: &str, now: Timestamp) -> Option<SignedDuration> {
    let text = text.trim();
    if let Ok(seconds) = text.parse::<u32>() {
        return Some(SignedDuration::from_secs(seconds.into()));
    }
    let date = jiff::fmt::rfc2822::parse(text).ok()?;
    let wait = date.timestamp().duration_since(now);
    Some(wait.max(SignedDuration::ZERO))
}

/// The minutes to keep for what was chosen; 0 is the usual time.
#[must_use]
pub fn believable(minutes: u32) -> u32 {
    CHOICES.into_iter().find(|it| *it == minutes).unwrap_or(0)
}

/// How long to wait while it answers, from what is kept.
#[must_use]
pub fn every(minutes: u32) -> SignedDuration {
    SignedDuration::from_mins(match believable(minutes) {
        0 => USUAL_MINUTES.into(),
        chosen => chosen.into(),
    })
}

/// The next time after success (`failures` is 0) or after that many failures in a row.
/// `spread` is any number; equal numbers give equal times.
#[must_use]
pub fn next(
    now: Timestamp,
    every: SignedDuration,
    failures: u32,
    retry_after: Option<SignedDuration>,
    spread: u64,
) -> Timestamp {
    let wait = every
        .saturating_mul(1_i32 << failures.min(6))
        .min(LONGEST_WAIT);
    // Earlier by up to a sixth: the alarm that wakes us comes every quarter of an hour, and must not be early.
    let sixth = wait.as_secs() / 6;
    let earlier = i64::try_from(spread % u64::try_from(sixth.max(1)).unwrap_or(1)).unwrap_or(0);
    let wait = wait.saturating_sub(SignedDuration::from_secs(earlier));
    let asked = retry_after
        .unwrap_or(SignedDuration::ZERO)
        .min(LONGEST_WAIT);
    now.saturating_add(wait.max(asked))
        .unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(failures: u32, retry_after: Option<i64>, spread: u64) -> i64 {
        let retry_after = retry_after.map(SignedDuration::from_secs);
        let next = next(
            Timestamp::UNIX_EPOCH,
            every(0),
            failures,
            retry_after,
            spread,
        );
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
    fn the_user_may_choose_between_a_quarter_of_an_hour_and_a_day() {
        for (minutes, expected) in [(15, 15), (1440, 1440), (0, 30), (1, 30), (100_000, 30)] {
            assert_eq!(every(minutes).as_mins(), expected, "{minutes}");
        }
        let late = next(Timestamp::UNIX_EPOCH, every(1440), 3, None, 0);
        assert_eq!(late.as_second(), 86_400);
    }

    #[test]
    fn the_wish_may_be_a_number_or_a_date() {
        let now: Timestamp = "2026-03-01T12:00:00Z".parse().unwrap();
        for (text, seconds) in [
            ("120", Some(120)),
            (" 7200 ", Some(7200)),
            ("Sun, 01 Mar 2026 13:30:00 GMT", Some(5400)),
            ("Sun, 01 Mar 2026 11:00:00 GMT", Some(0)),
            ("-5", None),
            ("soon", None),
            ("", None),
        ] {
            let wait = retry_after(text, now).map(|it| it.as_secs());
            assert_eq!(wait, seconds, "{text}");
        }
    }
}
