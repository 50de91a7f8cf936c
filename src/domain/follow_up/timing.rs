//! When to ask, when a note is due, when it is late, when to stop.

use jiff::{SignedDuration, Timestamp};

/// A note is due within 24 hours.
pub const DUE_AFTER: SignedDuration = SignedDuration::from_hours(24);

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

/// The stage at `now` of an interview that ended at `end`.
#[must_use]
pub fn stage(_end: Timestamp, _now: Timestamp) -> Stage {
    Stage::Coming
}

/// The next instant after `now` at which [`stage`] changes; `None` when it never does again.
#[must_use]
pub fn next_change(_end: Timestamp, _now: Timestamp) -> Option<Timestamp> {
    None
}
