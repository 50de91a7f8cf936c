//! The user says whether an event was their interview, or takes the answer back.

use super::{error::AppError, ports::KeyValueStore, store::Store};

/// Records the answer; `None` takes it back.
///
/// # Errors
/// [`AppError::NotFound`], or the storage's.
pub async fn judge<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    id: &str,
    is_interview: Option<bool>,
) -> Result<(), AppError> {
    let mut interview = store.interview(id).await?;
    if interview.has_done(command) || interview.answer == is_interview {
        return Ok(());
    }
    interview.answer = is_interview;
    store.save_interviews(vec![interview], Some(command)).await
}
