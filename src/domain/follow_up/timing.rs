//! When to ask, when a note is due, when it is late, when to stop.

use jiff::{SignedDuration, Timestamp};

/// Nobody is asked in the doorway: "not within ten minutes" of the interview.
pub const ASK_AFTER: SignedDuration = SignedDuration::from_mins(15);
/// "Touch base within 24 to 48 hours of your interview": due at the first,
pub const DUE_AFTER: SignedDuration = SignedDuration::from_hours(24);
/// late from the second.
pub const LATE_AFTER: SignedDuration = SignedDuration::from_hours(48);
/// "Never later than a week."
pub const LAPSE_AFTER: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Where an interview stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Not over yet.
    Coming,
    /// Over, but too fresh to ask.
    JustOver,
    /// Time to ask and write: until 24 h after the end.
    Due,
    /// 24 h to 48 h after the end.
    Overdue,
    /// 48 h to 7 days after the end: a late note is still better than none.
    Late,
    /// More than 7 days after the end: silent.
    Lapsed,
}

/// The beginnings of the stages after [`Stage::Coming`], relative to the end of the interview.
const BEGINNINGS: [(SignedDuration, Stage); 5] = [
    (SignedDuration::ZERO, Stage::JustOver),
    (ASK_AFTER, Stage::Due),
    (DUE_AFTER, Stage::Overdue),
    (LATE_AFTER, Stage::Late),
    (LAPSE_AFTER, Stage::Lapsed),
];

/// The stage at `now` of an interview that ended at `end`.
#[must_use]
pub fn stage(end: Timestamp, now: Timestamp) -> Stage {
    let since = now.duration_since(end);
    BEGINNINGS
        .iter()
        .rev()
        .find(|(begins, _)| since >= *begins)
        .map_or(Stage::Coming, |(_, stage)| *stage)
}

/// The next instant after `now` at which [`stage`] changes; `None` when it never does again.
#[must_use]
pub fn next_change(end: Timestamp, now: Timestamp) -> Option<Timestamp> {
    BEGINNINGS
        .iter()
        .filter_map(|(begins, _)| end.checked_add(*begins).ok())
        .find(|it| *it > now)
}

#[cfg(test)]
mod tests {
    use super::*;

    const END: &str = "2026-03-10T11:00:00Z";

    fn check(now: &str, expected: Stage, next: Option<&str>) {
        let [end, now]: [Timestamp; 2] = [END, now].map(|it| it.parse().unwrap());
        assert_eq!(stage(end, now), expected, "{now}");
        let next = next.map(|it| it.parse().unwrap());
        assert_eq!(next_change(end, now), next, "{now}");
    }

    #[test]
    fn each_stage_begins_on_the_second() {
        let (ask, due) = (Some("2026-03-10T11:15:00Z"), Some("2026-03-11T11:00:00Z"));
        let (late, lapse) = (Some("2026-03-12T11:00:00Z"), Some("2026-03-17T11:00:00Z"));
        check("2026-03-10T10:59:59Z", Stage::Coming, Some(END));
        check("2026-03-10T11:00:00Z", Stage::JustOver, ask);
        check("2026-03-10T11:14:59Z", Stage::JustOver, ask);
        check("2026-03-10T11:15:00Z", Stage::Due, due);
        check("2026-03-11T10:59:59Z", Stage::Due, due);
        check("2026-03-11T11:00:00Z", Stage::Overdue, late);
        check("2026-03-12T10:59:59Z", Stage::Overdue, late);
        check("2026-03-12T11:00:00Z", Stage::Late, lapse);
        check("2026-03-17T10:59:59Z", Stage::Late, lapse);
        check("2026-03-17T11:00:00Z", Stage::Lapsed, None);
        check("2036-01-01T00:00:00Z", Stage::Lapsed, None);
    }
}
