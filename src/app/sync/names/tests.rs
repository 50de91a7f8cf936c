//! Which differences keep two devices from knowing a person again, and which do not.

use super::*;
use crate::app::sync::tests::{interview, met};

fn meet(one: &InterviewV1, other: &InterviewV1) -> bool {
    let (one, other) = (names(one, &one.people[0]), names(other, &other.people[0]));
    one.iter().any(|it| other.contains(it))
}

/// Whether an interview is known again after a change.
fn check(change: impl Fn(&mut InterviewV1), known_again: bool) {
    let original = interview(&["Priya Shah", "Tom Kovac"]);
    let mut changed = original.clone();
    change(&mut changed);
    assert_eq!(meet(&original, &changed), known_again, "{changed:?}");
}

#[test]
fn what_both_devices_know_leads_to_the_same_name() {
    check(|_| {}, true);
    check(|it| it.id = "another".into(), true);
    check(|it| it.people.reverse(), false);
    check(|it| it.start_ms += 60_000, true);
    check(|it| it.title = "Moved: interview".into(), true);
    check(|it| it.events.clear(), true);
    check(|it| it.people[0].email = None, true);
    check(
        |it| it.people[0].name = Some("  priya   SHAH ".into()),
        true,
    );
    check(|it| it.people[0].name = None, true);
}

#[test]
fn another_interview_or_person_has_another_name() {
    let mut other_day = interview(&["Priya Shah", "Tom Kovac"]);
    other_day.events[0].recurrence_ms = Some(7);
    other_day.start_ms += 86_400_000;
    assert!(!meet(&interview(&["Priya Shah", "Tom Kovac"]), &other_day));
    check(
        |it| {
            it.events.clear();
            it.title = "Another talk".into();
        },
        false,
    );
    check(
        |it| {
            it.people[0].name = Some("Ada Fern".into());
            it.people[0].email = Some("ada@other.example".into());
        },
        false,
    );
}

#[test]
fn what_two_people_share_names_neither() {
    let mut shared = interview(&["Priya Shah", "Priya Shah"]);
    let [one, other] = [0, 1].map(|at| names(&shared, &shared.people[at]));
    assert!(!one.is_empty() && one.iter().all(|it| !other.contains(it)));
    for person in &mut shared.people {
        person.email = Some("jobs@kettlefish.example".into());
    }
    assert_eq!(names(&shared, &shared.people[0]), [""; 0]);
    shared.people = vec![met("p1", "", None)];
    assert_eq!(names(&shared, &shared.people[0]), [""; 0]);
}

#[test]
fn a_name_shows_nothing_of_whom_it_stands_for_and_never_changes() {
    let interview = interview(&["Priya Shah"]);
    let names = names(&interview, &interview.people[0]);
    assert_eq!(names.len(), 4);
    for it in &names {
        assert_eq!(it.len(), 12);
        assert!(it.bytes().all(|it| ALPHABET.contains(&it)), "{it}");
    }
    // Devices with different versions of the extension have to agree for ever.
    assert_eq!(names[0], "5ycZZVmWy3KM");
}
