//! Two records of the same interview become one: nothing that the user wrote on either side is
//! lost, and who has been thanked on either side stays thanked.

use super::v1::{InterviewV1, PersonV1};
use crate::domain::follow_up::status::Status;

/// Ours, with what only theirs knows: events, people, texts, and how far each note has come.
#[must_use]
pub fn complete(ours: &InterviewV1, theirs: &InterviewV1) -> InterviewV1 {
    let mut merged = ours.clone();
    merged.answer = ours.answer.or(theirs.answer);
    if merged.outcome.is_none() && merged.outcomes.is_empty() {
        merged.outcome.clone_from(&theirs.outcome);
        merged.outcomes.clone_from(&theirs.outcomes);
    }
    complete_about(&mut merged, theirs);
    fill(&mut merged.format, &theirs.format);
    fill(&mut merged.meeting_link, &theirs.meeting_link);
    fill(&mut merged.organizer, &theirs.organizer);
    fill(&mut merged.said.kind, &theirs.said.kind);
    merged.said.one_note |= theirs.said.one_note;
    // What is taken back one by one belongs to the records as they were apart.
    merged.said.before = None;
    merged.check_in = merged.check_in.take().or_else(|| theirs.check_in.clone());
    if merged.location.is_empty() {
        merged.location.clone_from(&theirs.location);
    }
    // Neither says when it heard of it: the record that was written more often is the later one.
    if theirs.rev > ours.rev {
        merged.called_off = theirs.called_off;
    }
    for event in &theirs.events {
        if !merged.has_event(&event.uid, event.recurrence_ms) {
            merged.events.push(event.clone());
        }
    }
    // What was put off here is to be shown once more.
    let put_off = merged.put_off.as_ref().map(|it| it.stage.clone());
    for prompt in &theirs.prompts {
        let known = merged.prompts.iter().any(|it| it.stage == prompt.stage);
        if !known && put_off.as_deref() != Some(prompt.stage.as_str()) {
            merged.prompts.push(prompt.clone());
        }
    }
    for theirs in &theirs.people {
        if let Some(ours) = merged.people.iter_mut().find(|it| is_same(it, theirs)) {
            complete_person(ours, theirs);
        } else if let Some(out) = merged.removed.iter_mut().find(|it| is_same(it, theirs)) {
            // Taken out here, and out they stay, with what is known of them.
            complete_person(out, theirs);
        } else {
            let person = with_new_id(&merged, theirs);
            merged.people.push(person);
        }
    }
    for theirs in &theirs.removed {
        take_out(&mut merged, theirs);
    }
    merged
}

/// The user's word for employer and role, on either side, counts over the calendar's.
fn complete_about(merged: &mut InterviewV1, theirs: &InterviewV1) {
    let said = &mut merged.said;
    if theirs.said.employer_set && !said.employer_set {
        merged.employer.clone_from(&theirs.employer);
        said.employer_set = true;
    } else if !said.employer_set {
        fill(&mut merged.employer, &theirs.employer);
    }
    if theirs.said.role_set && !said.role_set {
        merged.role.clone_from(&theirs.role);
        said.role_set = true;
    } else if !said.role_set {
        fill(&mut merged.role, &theirs.role);
    }
    for name in &theirs.said.known_as {
        if !said.known_as.contains(name) {
            said.known_as.push(name.clone());
        }
    }
}

/// Somebody was taken out there: out here as well, unless a note to them was begun here.
fn take_out(merged: &mut InterviewV1, theirs: &PersonV1) {
    if merged.removed.iter().any(|it| is_same(it, theirs)) {
        return;
    }
    let untouched =
        |it: &PersonV1| it.status() == Status::ToAsk && it.note.is_none() && it.specific.is_empty();
    match merged.people.iter().position(|it| is_same(it, theirs)) {
        Some(place) => {
            if merged.people.get(place).is_some_and(untouched) {
                let person = merged.people.remove(place);
                merged.removed.push(person);
            }
        }
        None => {
            let person = with_new_id(merged, theirs);
            merged.removed.push(person);
        }
    }
}

fn with_new_id(interview: &InterviewV1, person: &PersonV1) -> PersonV1 {
    let mut person = person.clone();
    let mut known = interview.people.iter().chain(&interview.removed);
    if known.any(|it| it.id == person.id) {
        person.id = interview.next_person_id();
    }
    person
}

fn is_same(one: &PersonV1, other: &PersonV1) -> bool {
    match (&one.email, &other.email) {
        (Some(one), Some(other)) => one == other,
        _ => one.name.is_some() && one.name == other.name,
    }
}

fn fill(ours: &mut Option<String>, theirs: &Option<String>) {
    *ours = ours.take().or_else(|| theirs.clone());
}

fn complete_person(ours: &mut PersonV1, theirs: &PersonV1) {
    fill(&mut ours.name, &theirs.name);
    fill(&mut ours.call, &theirs.call);
    fill(&mut ours.address, &theirs.address);
    fill(&mut ours.email, &theirs.email);
    fill(&mut ours.title, &theirs.title);
    if theirs.part_set && !ours.part_set {
        ours.part.clone_from(&theirs.part);
        ours.main_contact.clone_from(&theirs.main_contact);
        ours.part_set = true;
    }
    for name in &theirs.known_as {
        if !ours.known_as.contains(name) {
            ours.known_as.push(name.clone());
        }
    }
    if ours.specific.is_empty() {
        ours.specific.clone_from(&theirs.specific);
    }
    if ours.selling_points.is_empty() {
        ours.selling_points.clone_from(&theirs.selling_points);
    }
    if ours.note.is_none() {
        ours.note.clone_from(&theirs.note);
    }
    let far = |it: &PersonV1| (it.thanked_at().is_some(), rank(it.status()));
    if far(theirs) > far(ours) {
        ours.status.clone_from(&theirs.status);
        ours.history.clone_from(&theirs.history);
    }
}

/// How far a note has come: "sent" wins over everything.
const fn rank(status: Status) -> u8 {
    match status {
        Status::ToAsk => 0,
        Status::ToWrite => 1,
        Status::Drafted => 2,
        Status::Opened => 3,
        Status::Lapsed => 4,
        Status::Skipped => 5,
        Status::Sent => 6,
    }
}

#[cfg(test)]
mod tests;
