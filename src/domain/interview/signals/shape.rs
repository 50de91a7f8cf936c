//! Length, day and repetition.

use super::{Reason, reason};
use crate::domain::interview::scene::{Scene, Surroundings};

/// Interviews last a quarter of an hour to two and a half hours; loops up to a day.
pub(super) fn length(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let minutes = scene.minutes?;
    match minutes {
        15..=150 => reason("usual_length", &minutes.to_string(), 0.3),
        601.. => reason("unusual_length", "", -1.5),
        0..=5 => reason("unusual_length", "", -0.6),
        _ => None,
    }
}

/// Whole days are deadlines, trips and holidays; now and then an on-site day.
pub(super) fn all_day(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    scene
        .minutes
        .is_none()
        .then(|| reason("all_day", "", -1.5))
        .flatten()
}

/// Interviews do not repeat.
pub(super) fn repeating(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    scene
        .event
        .recurring
        .then(|| reason("repeating", "", -3.5))
        .flatten()
}

/// Few interviews are on a weekend, but shops and restaurants hold some.
pub(super) fn weekend(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    scene.weekend.then(|| reason("weekend", "", -0.3)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        calendar::event::When,
        interview::signals::testing::{event, fired},
    };

    #[test]
    fn usual_lengths_count_and_unusual_ones_do_not() {
        let mut short = event("x");
        assert!(fired(length, &short).is_some_and(|reason| reason.weight > 0.0));
        if let When::Timed { start, end, .. } = &mut short.when {
            *end = *start;
        }
        assert!(fired(length, &short).is_some_and(|reason| reason.weight < 0.0));
    }

    #[test]
    fn series_and_whole_days_are_unlikely() {
        let mut series = event("x");
        assert!(fired(repeating, &series).is_none() && fired(all_day, &series).is_none());
        series.recurring = true;
        assert!(fired(repeating, &series).is_some());
        let first = jiff::civil::date(2031, 3, 8);
        series.when = When::AllDay {
            first,
            until: first,
        };
        assert!(fired(all_day, &series).is_some() && fired(weekend, &series).is_some());
    }
}
