//! The civil times that a recurrence rule generates between two bounds.
//!
//! Knows wall clocks only: a zone enters as two questions ("does this time exist?", "when is this
//! instant here?"). Recurrence *sets* (several rules, dates, exceptions, overrides) are `ics`'s.
//! Rules are read and, in the general case, followed by `ical-rs`; the shapes that real calendars
//! are made of are computed directly, and everything else starts near the bounds, not at DTSTART.

mod direct;
mod general;
mod rebase;
mod rule;
mod vcalendar;

use std::cell::Cell;

use super::civil::Civil;

pub(crate) use rule::{Rule, Rules, Until};

/// Civil times wanted: from the first, before the second.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    pub(crate) from: Civil,
    pub(crate) until: Civil,
}

/// What following a rule gave.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// In order, without duplicates; times that the zone skips are left out (RFC 5545 3.3.10).
    pub(crate) starts: Vec<Civil>,
    /// Whether the budget ended before the bounds did, so that later times may be missing.
    pub(crate) truncated: bool,
}

/// A way to follow a rule. `None` when it cannot follow this one.
trait Engine {
    fn follow(&self, walk: &Walk<'_>) -> Option<Found>;
}

/// Everything an [`Engine`] needs to know.
struct Walk<'a> {
    rule: &'a Rule,
    start: Civil,
    bounds: Bounds,
    /// Last civil time allowed, inclusive: UNTIL, or the end of the bounds.
    last: Civil,
    skipped: &'a dyn Fn(Civil) -> bool,
    effort: &'a Cell<i64>,
}

impl Walk<'_> {
    /// Takes work from what is left for all rules of a request; whether there was any.
    fn spend(&self, work: i64) -> bool {
        let left = self.effort.get();
        self.effort.set(left.saturating_sub(work));
        left > 0
    }
}

/// Candidates looked at for one rule before it is cut short: enough for 60 days of every half
/// minute, little enough to be done in milliseconds.
const CANDIDATES: usize = 200_000;

impl Rule {
    /// The times from `start` on that this rule generates inside `bounds`.
    ///
    /// `here` tells the wall clock at an instant (for an UNTIL in UTC, as a bound that may be up to
    /// a day late: the caller compares instants); `skipped` whether the zone skips a wall clock time.
    /// `effort` is the work left, in periods walked and candidates seen: shared by all rules of a
    /// request, so that a file full of hostile rules ends as one rule does.
    pub(crate) fn starts(
        &self,
        start: Civil,
        bounds: Bounds,
        here: &dyn Fn(i64) -> Civil,
        skipped: &dyn Fn(Civil) -> bool,
        effort: &Cell<i64>,
    ) -> Found {
        let end = bounds.until.plus(-1);
        let last = match self.until() {
            Until::Never => end,
            Until::Civil(last) => end.min(last),
            Until::Instant(last) => end.min(here(last)),
        };
        if last < start || bounds.until <= bounds.from {
            return Found::default();
        }
        let walk = Walk {
            rule: self,
            start,
            bounds,
            last,
            skipped,
            effort,
        };
        direct::Direct
            .follow(&walk)
            .or_else(|| general::General.follow(&walk))
            .unwrap_or(Found {
                starts: Vec::new(),
                truncated: true,
            })
    }
}

#[cfg(test)]
mod tests;
