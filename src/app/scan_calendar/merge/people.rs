//! The people whom a calendar names, among those who are known. Nobody is ever taken out: a note may
//! have been written to them. Refuses to join two people of one name with two addresses.

use crate::{
    app::{
        protocol::FoundPerson,
        store::v1::{InterviewV1, PersonV1},
    },
    domain::interview::same::is_same_name,
};

/// Adds the people, or completes what is known of them.
pub(super) fn meet_all(interview: &mut InterviewV1, found: &[FoundPerson]) {
    for person in found {
        // "Tom" may be one of two.
        let namesakes = |known: &PersonV1| found.iter().filter(|it| may_be(known, it)).count();
        let called: Vec<bool> = interview
            .people
            .iter()
            .map(|it| may_be(it, person) && namesakes(it) == 1)
            .collect();
        meet(interview, person, &called);
    }
}

/// `called`: who of the known people may be meant by a part of the name.
fn meet(interview: &mut InterviewV1, found: &FoundPerson, called: &[bool]) {
    let settled = |it: &PersonV1| it.part_set && it.main_contact.is_some();
    let main_contact = if interview.people.iter().any(settled) {
        // The user's word counts over the calendar's.
        None
    } else {
        found.main_contact.clone()
    };
    if main_contact.is_some() {
        for person in &mut interview.people {
            person.main_contact = None;
        }
    }
    let place = interview.people.iter().position(|it| same(it, found));
    let place = place.or_else(|| called.iter().position(|it| *it));
    if let Some(known) = place.and_then(|at| interview.people.get_mut(at)) {
        let full = found.name.clone();
        // The user's "Tom" stays what they call him.
        let fuller = full.filter(|_| known.email.is_none() && !same(known, found));
        known.name = fuller
            .or_else(|| known.name.take())
            .or_else(|| found.name.clone());
        known.email = known.email.take().or_else(|| found.email.clone());
        known.title = known.title.take().or_else(|| found.title.clone());
        if !known.part_set {
            known.part.clone_from(&found.part);
            known.main_contact = main_contact;
        }
        return;
    }
    let is_removed = |it: &PersonV1| same(it, found) || may_be(it, found);
    if interview.removed.iter().any(is_removed) {
        return;
    }
    let mut person = PersonV1::new(
        interview.next_person_id(),
        found.name.clone(),
        found.email.clone(),
    );
    person.title.clone_from(&found.title);
    person.part.clone_from(&found.part);
    person.main_contact = main_contact;
    interview.people.push(person);
}

fn same(known: &PersonV1, found: &FoundPerson) -> bool {
    // What the user corrected, a calendar may still say.
    let was = |it: &String| {
        let mut all = known.known_as.iter();
        all.any(|was| was.eq_ignore_ascii_case(it))
    };
    let by_name = known.email.is_none() || found.email.is_none();
    found.email.as_ref().is_some_and(was)
        || (by_name && found.name.as_ref().is_some_and(was))
        || is_named_alike(known, found)
}

fn is_named_alike(known: &PersonV1, found: &FoundPerson) -> bool {
    match (&known.email, &found.email) {
        (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
        _ => known.name.is_some() && known.name == found.name,
    }
}

/// Whether somebody of whom only a name is known, as it is typed, may be the one in the calendar.
fn may_be(known: &PersonV1, found: &FoundPerson) -> bool {
    let (None, Some(name)) = (&known.email, &known.name) else {
        return false;
    };
    is_same_name(name, found.name.as_deref(), found.email.as_deref())
}
