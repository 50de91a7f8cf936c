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

/// By start, then by place in the file. What is sorted is less than half as long as what is moved
/// once after.
fn sort(occurrences: &mut [Occurrence]) {
    let mut order: Vec<(i64, u32, u32)> = occurrences
        .iter()
        .zip(0..)
        .map(|(it, at)| (it.seconds().0, it.number(), at))
        .collect();
    order.sort_unstable();
    // Along each cycle of the places, so that no second list of occurrences is needed.
    for first in 0..order.len() {
        let Some(held) = occurrences.get(first).copied() else {
            return;
        };
        let mut place = first;
        while let Some((_, _, origin)) = order.get_mut(place) {
            let from = *origin as usize;
            *origin = u32::try_from(place).unwrap_or(u32::MAX);
            let next = if from == first {
                Some(held)
            } else {
                occurrences.get(from).copied()
            };
            if let (Some(slot), Some(next)) = (occurrences.get_mut(place), next) {
                *slot = next;
            }
            if from == first {
                break;
            }
            place = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn occurrences_are_sorted_by_start_then_by_place_in_the_file() {
        let mut state = 11_u64;
        for len in 0..300 {
            let mut occurrences: Vec<Occurrence> = Vec::new();
            for _ in 0..len {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                let (start, component) = ((state >> 58).cast_signed(), (state >> 40) as u32 % 8);
                occurrences.extend(Occurrence::timed(component, start, start + 60, None));
            }
            let key = |it: &Occurrence| (it.seconds().0, it.component());
            let mut expected: Vec<(i64, usize)> = occurrences.iter().map(key).collect();
            expected.sort_unstable();
            sort(&mut occurrences);
            assert!(occurrences.iter().map(key).eq(expected));
        }
    }
}
