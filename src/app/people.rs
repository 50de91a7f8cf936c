//! Takes people out of an interview and brings them back: a guest of the event who was not there.

use super::{error::AppError, ports::KeyValueStore, store::Store};
use crate::domain::ordering::sort_by_number;

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
