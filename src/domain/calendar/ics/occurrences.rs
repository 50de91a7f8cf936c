//! One occurrence, before anybody reads its text.

use jiff::Timestamp;

use crate::domain::calendar::civil::Civil;

/// When one event takes place once. [`super::Calendar::event`] gives its text.
///
/// A window of a big calendar has a hundred thousand of these, so each is kept small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Seconds since 1970 that are instants of [`Timestamp`]'s range, `end` not before `start`.
    start: i64,
    end: i64,
    slot: Slot,
    component: u32,
    /// Days since 1970 of the first day and the first day after, for whole days.
    days: Option<(i32, i32)>,
}

/// An identity, or [`i64::MIN`] for none: half of what an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Slot(i64);

impl Slot {
    fn new(slot: Option<i64>) -> Self {
        Self(slot.unwrap_or(i64::MIN))
    }

    const fn get(self) -> Option<i64> {
        match self.0 {
            i64::MIN => None,
            slot => Some(slot),
        }
    }
}

impl Occurrence {
    /// First instant; for whole days, midnight in the user's zone.
    #[must_use]
    pub fn start(&self) -> Timestamp {
        instant(self.start)
    }

    /// First instant after; equals the start when it has no length.
    #[must_use]
    pub fn end(&self) -> Timestamp {
        instant(self.end)
    }

    /// Whether it covers whole days.
    #[must_use]
    pub const fn is_all_day(&self) -> bool {
        self.days.is_some()
    }

    /// Position of its VEVENT among all of the file; occurrences of one series share it, except
    /// those that an override replaces.
    #[must_use]
    pub const fn component(&self) -> usize {
        self.component as usize
    }

    /// See [`Occurrence::component`].
    pub(super) const fn number(&self) -> u32 {
        self.component
    }

    /// Whether it is one of a series.
    #[must_use]
    pub const fn recurring(&self) -> bool {
        self.slot.get().is_some()
    }

    /// Start and end in seconds since 1970.
    pub(super) const fn seconds(&self) -> (i64, i64) {
        (self.start, self.end)
    }

    /// Days since 1970 of the first day and the first day after; `None` if it is timed.
    pub(super) fn days(&self) -> Option<(i64, i64)> {
        let (first, until) = self.days?;
        Some((first.into(), until.into()))
    }

    /// The start that the series' rule gave it, in seconds since 1970 (whole days: midnight UTC).
    pub(super) const fn slot(&self) -> Option<i64> {
        self.slot.get()
    }

    pub(super) fn timed(component: u32, start: i64, end: i64, slot: Option<i64>) -> Option<Self> {
        let end = end.max(start);
        (is_instant(start) && is_instant(end)).then(|| Self {
            start,
            end,
            slot: Slot::new(slot),
            component,
            days: None,
        })
    }

    /// `midnight` gives the instant at which a day begins for the user.
    pub(super) fn whole_days(
        component: u32,
        (first, until): (i64, i64),
        slot: Option<i64>,
        midnight: impl Fn(Civil) -> i64,
    ) -> Option<Self> {
        let begin = |day| Some(midnight(Civil::midnight(day))).filter(|it| is_instant(*it));
        Some(Self {
            start: begin(first)?,
            end: begin(until)?,
            slot: Slot::new(slot),
            component,
            days: Some((first.try_into().ok()?, until.try_into().ok()?)),
        })
    }
}

fn is_instant(second: i64) -> bool {
    (Timestamp::MIN.as_second()..=Timestamp::MAX.as_second()).contains(&second)
}

fn instant(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_small_and_refuses_what_is_no_instant() {
        assert!(size_of::<Occurrence>() <= 40);
        assert!(Occurrence::timed(0, i64::MIN, 0, None).is_none());
        assert!(Occurrence::timed(0, 0, i64::MAX, None).is_none());
        let backwards = Occurrence::timed(0, 60, 0, Some(-1)).unwrap();
        assert_eq!(backwards.seconds(), (60, 60));
        assert_eq!((backwards.slot(), backwards.recurring()), (Some(-1), true));
        let day = Occurrence::whole_days(3, (1, 2), None, |civil| civil.0).unwrap();
        assert_eq!(day.end().as_second(), 2 * 86_400);
        assert_eq!((day.days(), day.slot()), (Some((1, 2)), None));
    }
}
