//! Between a stored person and the mark of them: what this device tells others, and what it does
//! about what they tell.
//!
//! Never makes anybody less thanked than the user said here, unless the user took that very "sent"
//! back elsewhere.

use super::marks::{Fact, Mark};
use crate::{
    app::store::{
        record::{BY_DEVICE, instant},
        v1::{ChangeV1, PersonV1},
    },
    domain::follow_up::status::{Status, Step},
};

/// What this device knows of the note to a person.
#[must_use]
pub fn mark(person: &PersonV1) -> Mark {
    let mut mark = Mark::default();
    let done = person.history.iter().map(|it| (it, false));
    let taken_back = person.taken_back.iter().map(|it| (it, true));
    for (change, taken_back) in done.chain(taken_back) {
        if let Some(fact) = fact(change) {
            mark.add(fact, change.at_ms, taken_back);
        }
    }
    mark
}

/// Brings a person in line with what was heard; whether that changed anything.
///
/// 1. What was taken back elsewhere is taken back here, if nothing has been done since.
/// 2. Whoever was thanked elsewhere is thanked, whatever was going on here.
/// 3. Whoever was skipped elsewhere is skipped, unless the note went on here since.
pub fn follow(person: &mut PersonV1, heard: &Mark) -> bool {
    let mut known = mark(person);
    known.join(heard);
    let is_taken_back =
        |change: &ChangeV1| fact(change).is_some_and(|it| known.is_taken_back(it, change.at_ms));
    let mut changed = false;
    while person.history.last().is_some_and(is_taken_back) {
        // There is a last change.
        changed |= person.undo(None).is_ok();
    }
    let sent = known.standing(Fact::Sent);
    let skipped = known.standing(Fact::Skipped);
    if person.thanked_at().is_some() {
        return changed;
    }
    if let Some(at_ms) = sent {
        changed |= person
            .take(Step::MarkSent, instant(at_ms), BY_DEVICE)
            .is_ok();
    } else if let Some(at_ms) = skipped {
        let last = person.history.last().map(|it| it.at_ms);
        if person.is_owed() && last.is_none_or(|it| it < at_ms) {
            changed |= person.take(Step::Skip, instant(at_ms), BY_DEVICE).is_ok();
        }
    }
    changed
}

fn fact(change: &ChangeV1) -> Option<Fact> {
    match Status::from_code(&change.to)? {
        Status::Sent => Some(Fact::Sent),
        Status::Skipped => Some(Fact::Skipped),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
