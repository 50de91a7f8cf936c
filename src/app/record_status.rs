//! What the user says about one person: answered, edited, opened, sent, skipped, undone, again.
//!
//! Each changes one record in one write, and is carried out once per command id.

use jiff::Timestamp;

use super::{
    error::AppError,
    ports::{Clock, KeyValueStore},
    protocol::Request,
    store::{
        Store,
        record::{BY_USER, instant},
        v1::{InterviewV1, PersonV1},
    },
};
use crate::domain::follow_up::status::{Status, Step};

/// Carries out one change of one person.
///
/// # Errors
/// [`AppError::AlreadyThanked`] for any step on a person thanked before; [`AppError::NotFound`];
/// [`AppError::UnknownRequest`] for a request that is not about one person; the storage's.
pub async fn record<K: KeyValueStore, C: Clock>(
    store: &Store<'_, K>,
    clock: &C,
    command: &str,
    request: &Request,
) -> Result<(), AppError> {
    let (interview_id, person_id) = subject(request).ok_or(AppError::UnknownRequest)?;
    let mut interview = store.interview(interview_id).await?;
    if interview.has_done(command) {
        return Ok(());
    }
    let before = interview.people.clone();
    change(&mut interview, person_id, clock, request)?;
    together(&mut interview, person_id, &before, clock.now());
    store.save_interviews(vec![interview], Some(command)).await
}

/// Skips everybody who is still owed a note, all at the same moment, which is how they are known
/// to [`undo_skip_all`].
///
/// # Errors
/// [`AppError::NotFound`], or the storage's.
pub async fn skip_all<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
    command: &str,
    id: &str,
) -> Result<(), AppError> {
    let mut interview = store.interview(id).await?;
    if interview.has_done(command) {
        return Ok(());
    }
    for person in interview.people.iter_mut().filter(|it| it.is_owed()) {
        person.take(Step::Skip, now, BY_USER)?;
    }
    store.save_interviews(vec![interview], Some(command)).await
}

/// Takes the last *Skip everybody* back: those who were skipped together last.
///
/// # Errors
/// [`AppError::NotFound`], or the storage's.
pub async fn undo_skip_all<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
    command: &str,
    id: &str,
) -> Result<(), AppError> {
    let mut interview = store.interview(id).await?;
    if interview.has_done(command) {
        return Ok(());
    }
    let skipped_at = |person: &PersonV1| {
        let last = person.history.last()?;
        (last.to == Status::Skipped.code()).then_some(last.at_ms)
    };
    let latest = interview.people.iter().filter_map(skipped_at).max();
    for person in &mut interview.people {
        if latest.is_some() && skipped_at(person) == latest {
            person.undo(Some(now))?;
        }
    }
    store.save_interviews(vec![interview], Some(command)).await
}

/// Whom the note is forwarded to is thanked by it, and no longer when that is taken back. Another note to
/// the forwarder takes nothing back: the first one was sent.
fn together(interview: &mut InterviewV1, forwarder: &str, before: &[PersonV1], at: Timestamp) {
    let sent = |it: &PersonV1| {
        it.history
            .last()
            .filter(|it| it.to == Status::Sent.code())
            .cloned()
    };
    let (Some(now), Some(was)) = (
        interview.people.iter().find(|it| it.id == forwarder),
        before.iter().find(|it| it.id == forwarder),
    ) else {
        return;
    };
    let ids: Vec<String> = interview
        .forwarded_by(now)
        .into_iter()
        .map(|it| it.id.clone())
        .collect();
    let history = &now.history;
    let was = sent(was).filter(|it| sent(now).is_some() || !history.contains(it));
    let now = sent(now);
    for person in interview
        .people
        .iter_mut()
        .filter(|it| ids.contains(&it.id))
    {
        // Who was thanked in another way stays so: both steps may be refused.
        let _ = match (&was, &now) {
            (None, Some(now)) => person.take(Step::MarkSent, instant(now.at_ms), &now.by),
            (Some(was), None) if sent(person).is_some_and(|it| it.at_ms == was.at_ms) => {
                person.undo(Some(at))
            }
            _ => Ok(()),
        };
    }
}

fn change<C: Clock>(
    interview: &mut InterviewV1,
    person_id: &str,
    clock: &C,
    request: &Request,
) -> Result<(), AppError> {
    let person = interview.person_mut(person_id)?;
    let now = clock.now();
    match request {
        Request::Answer {
            specific,
            selling_points,
            ..
        } => {
            person.take(Step::Answer, now, BY_USER)?;
            specific.trim().clone_into(&mut person.specific);
            person.selling_points.clone_from(selling_points);
            Ok(())
        }
        Request::SaveNote { subject, body, .. } => {
            person.take(Step::Draft, now, BY_USER)?;
            person.keep_note(subject, body);
            Ok(())
        }
        Request::MarkOpened { provider, .. } => person.take(Step::Open, now, provider),
        Request::MarkSent { .. } => person.take(Step::MarkSent, now, BY_USER),
        Request::SeenSent { provider, .. } => person.take(Step::MarkSent, now, provider),
        Request::SeenTakenBack { provider, .. } => {
            let last = person.history.last();
            if last.is_some_and(|it| it.to == Status::Sent.code() && it.by == *provider) {
                person.undo(Some(now))
            } else {
                Err(AppError::IllegalStep)
            }
        }
        Request::Skip { .. } => person.take(Step::Skip, now, BY_USER),
        Request::WriteAgain { .. } => person.take(Step::WriteAgain, now, BY_USER),
        Request::Undo { .. } => person.take_back(now),
        _ => Err(AppError::UnknownRequest),
    }
}

/// The interview and person a request is about.
fn subject(request: &Request) -> Option<(&str, &str)> {
    match request {
        Request::Answer {
            interview, person, ..
        }
        | Request::SaveNote {
            interview, person, ..
        }
        | Request::MarkOpened {
            interview, person, ..
        }
        | Request::MarkSent { interview, person }
        | Request::SeenSent {
            interview, person, ..
        }
        | Request::SeenTakenBack {
            interview, person, ..
        }
        | Request::Skip { interview, person }
        | Request::WriteAgain { interview, person }
        | Request::Undo { interview, person } => Some((interview, person)),
        _ => None,
    }
}
