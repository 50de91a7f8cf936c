//! What the user puts right about the people and the meeting: who was not there, who they are, in
//! which order they come, what sort of meeting it was, with which employer and for which role. Drafts
//! that are nobody's own wording follow.

use super::{
    error::{AppError, Field},
    ports::{Clock, KeyValueStore},
    protocol::Request,
    store::{
        Store,
        drafts::Desk,
        v1::{InterviewV1, OriginV1, PersonV1},
    },
};
use crate::{
    app::codes,
    domain::{
        interview::{self, Part},
        note::{kind::Kind, language::Address},
        ordering::sort_by_number,
    },
};

/// Whether an address that is typed for a person is nobody's own: nothing is sent to it.
#[must_use]
pub fn is_no_persons(address: &str, name: &str) -> bool {
    interview::is_no_persons(address, Some(name))
}

/// What the popup calls the roles of people: the main contact is an interviewer as well.
pub const ROLES: [&str; 3] = [MAIN_CONTACT, "interviewer", "coordinator"];
/// The role of the main contact.
pub const MAIN_CONTACT: &str = "main_contact";
/// Why somebody is the main contact whom the user chose: `main_contact_<code>` in `_locales`.
const CHOSEN: &str = "chosen";

/// Takes a person out; the note to them is kept aside with them.
///
/// # Errors
/// [`AppError::NotFound`], or the storage's.
pub async fn remove<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    interview: &str,
    person: &str,
) -> Result<(), AppError> {
    let mut interview = store.interview(interview).await?;
    if interview.has_done(command) {
        return Ok(());
    }
    let place = interview.people.iter().position(|it| it.id == person);
    let person = interview.people.remove(place.ok_or(AppError::NotFound)?);
    interview.removed.push(person);
    store.save_interviews(vec![interview], Some(command)).await
}

/// Takes the user out of the interviews that calendars told before it was known who the user is. Whoever
/// a note was begun to stays.
///
/// # Errors
/// The storage's.
pub async fn remove_user<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    addresses: &[String],
) -> Result<(), AppError> {
    let is_user = |it: &PersonV1| {
        let begun = it.note.is_some() || !it.specific.is_empty() || !it.history.is_empty();
        let own = |email: &String| {
            addresses
                .iter()
                .any(|own| own.trim().eq_ignore_ascii_case(email))
        };
        !begun && it.email.as_ref().is_some_and(own)
    };
    let mut changed = Vec::new();
    for mut interview in store.records().await?.interviews {
        let told = matches!(interview.origin, OriginV1::File { .. });
        let (user, others): (Vec<_>, Vec<_>) = interview.people.drain(..).partition(&is_user);
        interview.people = others;
        if told && !user.is_empty() {
            interview.removed.extend(user);
            changed.push(interview);
        }
    }
    store.save_interviews(changed, Some(command)).await
}

/// Brings a person back as they were.
///
/// # Errors
/// [`AppError::NotFound`], or the storage's.
pub async fn restore<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    interview: &str,
    person: &str,
) -> Result<(), AppError> {
    let mut interview = store.interview(interview).await?;
    if interview.has_done(command) {
        return Ok(());
    }
    let place = interview.removed.iter().position(|it| it.id == person);
    let person = interview.removed.remove(place.ok_or(AppError::NotFound)?);
    interview.people.push(person);
    sort_by_number(&mut interview.people, |it| i64::from(it.position()));
    store.save_interviews(vec![interview], Some(command)).await
}

/// Carries out one correction, or takes the last one back; whether anything is other than before.
///
/// # Errors
/// [`AppError::InvalidInput`] for a person without name and address, or an order that is not one of
/// all people; [`AppError::NotFound`]; [`AppError::UnknownRequest`] for another request, or an
/// unknown code; [`AppError::IllegalStep`] when there is nothing to take back; the storage's.
pub async fn put_right<K: KeyValueStore, C: Clock>(
    store: &Store<'_, K>,
    clock: &C,
    command: &str,
    request: &Request,
) -> Result<bool, AppError> {
    let id = subject(request).ok_or(AppError::UnknownRequest)?;
    let mut interview = store.interview(id).await?;
    if interview.has_done(command) {
        return Ok(true);
    }
    if matches!(request, Request::TakeBack { .. }) {
        let before = interview.said.before.take().ok_or(AppError::IllegalStep)?;
        if before.one_note != interview.said.one_note {
            refuse_once_sent(&interview)?;
        }
        interview.take_back(*before);
        let saved = store.save_interviews(vec![interview], Some(command)).await;
        return saved.map(|()| true);
    }
    let unchanged = interview.clone();
    let mut before = interview.as_it_is();
    let kind = interview.kind();
    let mut concerned = change(&mut interview, request)?;
    let is_changed = interview.as_it_is() != before;
    // A forwarded note names everybody whom it is for.
    let forwards = |it: &&PersonV1| !interview.forwarded_by(it).is_empty();
    concerned.extend(
        interview
            .people
            .iter()
            .filter(forwards)
            .map(|it| it.id.clone()),
    );
    if interview.kind() != kind {
        concerned = interview.people.iter().map(|it| it.id.clone()).collect();
    }
    let records = store.records().await?;
    let desk = Desk {
        records: &records,
        now: clock.now(),
    };
    desk.follow(&mut interview, &concerned);
    if is_changed {
        // Of whoever this does not touch, nothing is taken back.
        let now = interview.as_it_is();
        before.people.retain(|it| !now.people.contains(it));
        interview.said.before = Some(Box::new(before));
    }
    if interview == unchanged {
        return Ok(false);
    }
    let saved = store.save_interviews(vec![interview], Some(command)).await;
    saved.map(|()| is_changed)
}

fn subject(request: &Request) -> Option<&str> {
    match request {
        Request::EditPerson { interview, .. }
        | Request::EditInterview { interview, .. }
        | Request::OrderPeople { interview, .. }
        | Request::SetKind { interview, .. }
        | Request::SetRelay { interview, .. }
        | Request::TakeBack { interview } => Some(interview),
        _ => None,
    }
}

/// Changes the interview; the ids of those whose notes say something else now.
fn change(interview: &mut InterviewV1, request: &Request) -> Result<Vec<String>, AppError> {
    match request {
        Request::EditPerson {
            person,
            name,
            email,
            title,
            call,
            role,
            address,
            ..
        } => {
            let known = interview.person_mut(person)?;
            edit(known, name, email, title)?;
            known.call = filled(call);
            if let Some(address) = address {
                let own = filled(address);
                if own
                    .as_deref()
                    .is_some_and(|it| Address::from_code(it).is_none())
                {
                    return Err(AppError::UnknownRequest);
                }
                known.address = own;
            }
            if let Some(role) = role {
                set_role(interview, person, role)?;
            }
            Ok(vec![person.clone()])
        }
        Request::EditInterview { employer, role, .. } => {
            interview.correct(filled(employer), filled(role));
            Ok(interview.people.iter().map(|it| it.id.clone()).collect())
        }
        Request::OrderPeople { people, .. } => {
            let known = |id: &String| interview.people.iter().any(|it| it.id == *id);
            let twice = |at: usize, id: &String| people.iter().take(at).any(|it| it == id);
            let mut all = people.iter().enumerate();
            if all.any(|(at, id)| !known(id) || twice(at, id)) {
                return Err(AppError::InvalidInput(Field::People));
            }
            interview.said.order.clone_from(people);
            Ok(Vec::new())
        }
        Request::SetKind { meeting, .. } => {
            let known = |it: &String| Kind::from_code(it).is_some();
            if !meeting.iter().all(known) {
                return Err(AppError::UnknownRequest);
            }
            interview.said.kind.clone_from(meeting);
            Ok(Vec::new())
        }
        Request::SetRelay { one_note, .. } => {
            refuse_once_sent(interview)?;
            interview.said.one_note = *one_note;
            let arranged = |it: &&PersonV1| codes::part_from(&it.part) == Part::Coordinator;
            let all = interview.people.iter().filter(arranged);
            Ok(all.map(|it| it.id.clone()).collect())
        }
        _ => Err(AppError::UnknownRequest),
    }
}

/// Whom a note was for stays so once it is sent.
fn refuse_once_sent(interview: &InterviewV1) -> Result<(), AppError> {
    let mut people = interview.people.iter();
    let sent = |it: &PersonV1| {
        it.thanked_at().is_some() && codes::part_from(&it.part) == Part::Coordinator
    };
    if people.any(sent) {
        return Err(AppError::AlreadyThanked);
    }
    Ok(())
}

fn edit(person: &mut PersonV1, name: &str, email: &str, title: &str) -> Result<(), AppError> {
    let (name, email) = (filled(name), filled(email).map(|it| it.to_lowercase()));
    if name.is_none() && email.is_none() {
        return Err(AppError::InvalidInput(Field::People));
    }
    for (old, new) in [(&person.name, &name), (&person.email, &email)] {
        let corrected = old.iter().filter(|_| old != new);
        for it in corrected {
            if !person.known_as.contains(it) {
                person.known_as.push(it.clone());
            }
        }
    }
    person.name = name;
    person.email = email;
    person.title = filled(title);
    Ok(())
}

/// Sets what a person did. There is one main contact at most.
fn set_role(interview: &mut InterviewV1, id: &str, role: &str) -> Result<(), AppError> {
    if !ROLES.contains(&role) {
        return Err(AppError::UnknownRequest);
    }
    let is_main = role == MAIN_CONTACT;
    let part = if is_main {
        codes::part(Part::Interviewer)
    } else {
        role
    };
    for person in &mut interview.people {
        if person.id == id {
            let same = person.part == part && person.main_contact.is_some() == is_main;
            if same {
                return Ok(());
            }
            part.clone_into(&mut person.part);
            person.main_contact = is_main.then(|| CHOSEN.to_owned());
            person.part_set = true;
        }
    }
    if is_main {
        for other in interview.people.iter_mut().filter(|it| it.id != id) {
            other.main_contact = None;
        }
    }
    Ok(())
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|it| !it.is_empty())
}
