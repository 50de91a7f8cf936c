//! The occurrences of a calendar in a window.

use std::{cell::Cell, collections::HashSet};

use super::Calendar;
use crate::domain::calendar::ics::{
    Problem, ProblemKind, Window, occurrences::Occurrence, problem::Problems, series::Expansion,
    text,
};

/// Work for rules per [`SPAN`] of a window, in periods walked and candidates seen: well under a
/// second, and far more than 100,000 ordinary events need.
const EFFORT: i64 = 4_000_000;

/// Two months, in seconds.
const SPAN: i64 = 61 * 24 * 3600;

impl Calendar {
    /// Like [`Calendar::events_in`], but only the times: no text is decoded.
    #[must_use]
    pub fn occurrences_in(&self, window: Window) -> (Vec<Occurrence>, Vec<Problem>) {
        self.each_group(window, |_| {})
    }

    /// The occurrences that overlap `window`, sorted by start, of each series the first one only,
    /// those in `all_of` excepted (by [`Occurrence::component`]); and what went wrong on the way.
    /// A long window of a big calendar takes no more memory than what is kept.
    #[must_use]
    pub fn firsts_in(
        &self,
        window: Window,
        all_of: &HashSet<usize>,
    ) -> (Vec<Occurrence>, Vec<Problem>) {
        self.each_group(window, |group| {
            if group.len() < 2 {
                return;
            }
            sort(group);
            let mut seen: HashSet<usize> = HashSet::new();
            group.retain(|it| {
                let series = it.component();
                !it.recurring() || all_of.contains(&series) || seen.insert(series)
            });
        })
    }

    fn each_group(
        &self,
        window: Window,
        keep: impl Fn(&mut Vec<Occurrence>),
    ) -> (Vec<Occurrence>, Vec<Problem>) {
        let mut expansion = self.expansion(window.from.as_second(), window.until.as_second());
        let mut kept = Vec::new();
        for group in &self.groups {
            let (masters, overrides) = self.members(group);
            expansion.add(masters, overrides);
            keep(&mut expansion.found);
            kept.append(&mut expansion.found);
        }
        sort(&mut kept);
        let mut problems = Problems::default();
        for component in expansion
            .truncated
            .iter()
            .filter_map(|index| self.components.get(*index as usize))
        {
            let first = problems.list.len();
            problems.add(component.line, ProblemKind::RuleTruncated, b"RRULE");
            problems.name_event(first, &text::uid(self.store.get(component.text)));
        }
        (kept, problems.finish())
    }

    /// For the occurrences from the first second since 1970 on, before the other.
    pub(super) fn expansion(&self, from: i64, until: i64) -> Expansion<'_> {
        let spans = until.saturating_sub(from).max(0) / SPAN + 1;
        Expansion {
            components: &self.components,
            zones: &self.zones,
            from,
            until,
            effort: Cell::new(EFFORT.saturating_mul(spans)),
            found: Vec::new(),
            truncated: Vec::new(),
        }
    }
}

fn sort(occurrences: &mut [Occurrence]) {
    occurrences.sort_unstable_by_key(|it| (it.seconds().0, it.component()));
}
