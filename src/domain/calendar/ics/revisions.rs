//! Groups components into events by UID and decides which revision of each counts.

use std::cmp::Reverse;

use super::{
    component::Component,
    pages::Pages,
    problem::{ProblemKind, Problems},
};

/// Components of one UID, as a range of an order in which a series comes before its overrides.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) first: u32,
    pub(super) masters: u32,
    pub(super) overrides: u32,
}

/// The order of components, and the groups in it. Marks what a newer revision replaces.
pub(super) fn group(
    components: &mut Pages<Component>,
    problems: &mut Problems,
) -> (Vec<u32>, Vec<Group>) {
    let mut keys: Vec<(u64, bool, u32)> = Vec::with_capacity(components.len());
    let mut groups = Vec::new();
    let mut order: Vec<u32> = Vec::with_capacity(components.len());
    for (index, component) in (0_u32..).zip(components.iter()) {
        match component.uid {
            Some(uid) => keys.push((uid.get(), component.recurrence_id.is_some(), index)),
            None => {
                // Without a UID it cannot be a revision or a part of anything.
                groups.push(Group {
                    first: position(&order),
                    masters: 1,
                    overrides: 0,
                });
                order.push(index);
            }
        }
    }
    keys.sort_unstable();
    for same in keys.chunk_by(|left, right| left.0 == right.0) {
        let first = position(&order);
        order.extend(same.iter().map(|(_, _, index)| *index));
        let masters = position_of(
            same.iter()
                .filter(|(_, is_override, _)| !is_override)
                .count(),
        );
        let overrides = position_of(same.len()) - masters;
        groups.push(Group {
            first,
            masters,
            overrides,
        });
        if masters > 1 {
            let (mine, _) = same.split_at(masters as usize);
            settle_masters(components, mine, problems);
        }
    }
    (order, groups)
}

fn position(order: &[u32]) -> u32 {
    position_of(order.len())
}

fn position_of(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Keeps the newest revision, by SEQUENCE and then DTSTAMP. Components of equal revision that start
/// at different times cannot be revisions of each other: a faulty producer gave them one UID, as who
/// writes the occurrences of a series one by one; then all of that SEQUENCE stay that start at different
/// times.
fn settle_masters(
    components: &mut Pages<Component>,
    mine: &[(u64, bool, u32)],
    problems: &mut Problems,
) {
    let masters = mine
        .iter()
        .filter_map(|(_, _, index)| components.get(*index as usize));
    let newest = masters.clone().map(Component::revision).max();
    let mut of_newest = masters.filter(|it| Some(it.revision()) == newest);
    let first = of_newest.next().map(|it| it.start);
    let shared = of_newest.find(|it| Some(it.start) != first);
    if let Some(other) = shared {
        problems.add(other.line, ProblemKind::SharedUid, b"UID");
    }
    let shared = shared.is_some();
    // Of two that are the same the later revision counts, and of equal ones the later one in the file.
    let mut newest_first: Vec<u32> = mine.iter().rev().map(|(_, _, index)| *index).collect();
    newest_first
        .sort_by_key(|index| Reverse(components.get(*index as usize).map(Component::revision)));
    let mut starts = Vec::new();
    for index in newest_first {
        let Some(component) = components.get_mut(index as usize) else {
            continue;
        };
        let revision = Some(component.revision());
        let stale =
            revision < newest && (!shared || revision.map(|it| it.0) < newest.map(|it| it.0));
        component.superseded = stale || starts.contains(&component.start);
        // One UID for a whole calendar must not take quadratic time.
        if !component.superseded && starts.len() < 64 {
            starts.push(component.start);
        }
    }
}
