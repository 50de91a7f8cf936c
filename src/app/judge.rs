//! The user says whether an event was their interview, and how the employer answered; or takes it
//! back.

use super::{error::AppError, ports::KeyValueStore, store::Store};

/// How an employer can answer; the texts are `outcome_<code>` in `_locales`.
pub const OUTCOMES: [&str; 3] = ["answer", "offer", "rejection"];

/// Records how the employer answered; `None` takes it back.
///
/// # Errors
/// [`AppError::UnknownRequest`] for an answer that is none; [`AppError::NotFound`]; the storage's.
pub async fn set_outcome<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    id: &str,
    outcome: Option<&str>,
) -> Result<(), AppError> {
    if outcome.is_some_and(|it| !OUTCOMES.contains(&it)) {
        return Err(AppError::UnknownRequest);
    }
    let mut interview = store.interview(id).await?;
    if interview.has_done(command) || interview.outcome.as_deref() == outcome {
        return Ok(());
    }
    interview.outcome = outcome.map(str::to_owned);
    store.save_interviews(vec![interview], Some(command)).await
}

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
