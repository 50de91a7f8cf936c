//! One occurrence, before anybody reads its text.

use jiff::Timestamp;

use crate::domain::calendar::civil::Civil;

/// When one event takes place once. [`super::Calendar::event`] gives its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// First instant; for whole days, midnight in the user's zone.
    pub start: Timestamp,
    /// First instant after; equals `start` when it has no length.
    pub end: Timestamp,
    /// Whether it covers whole days.
    pub all_day: bool,
    pub(super) component: u32,
    /// Days since 1970 of the first day and the first day after, for whole days.
    pub(super) days: (i64, i64),
    /// The start that the series' rule gave it, in seconds since 1970 (whole days: midnight UTC).
    pub(super) slot: Option<i64>,
}

impl Occurrence {
    /// Position of its VEVENT among all of the file; occurrences of one series share it, except
    /// those that an override replaces.
    #[must_use]
    pub const fn component(&self) -> usize {
        self.component as usize
    }

    /// Whether it is one of a series.
    #[must_use]
    pub const fn recurring(&self) -> bool {
        self.slot.is_some()
    }

    pub(super) fn timed(component: u32, start: i64, end: i64, slot: Option<i64>) -> Option<Self> {
        Some(Self {
            start: Timestamp::from_second(start).ok()?,
            end: Timestamp::from_second(end.max(start)).ok()?,
            all_day: false,
            component,
            days: (0, 0),
            slot,
        })
    }

    /// `midnight` gives the instant at which a day begins for the user.
    pub(super) fn whole_days(
        component: u32,
        (first, until): (i64, i64),
        slot: Option<i64>,
        midnight: impl Fn(Civil) -> i64,
    ) -> Option<Self> {
        let begin = |day| Timestamp::from_second(midnight(Civil::midnight(day))).ok();
        Some(Self {
            start: begin(first)?,
            end: begin(until)?,
            all_day: true,
            component,
            days: (first, until),
            slot,
        })
    }
}
