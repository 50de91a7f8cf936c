//! "Later": puts the next prompt about one interview off, together with the stages shown since.

use super::{error::AppError, ports::KeyValueStore, store::Store};

/// No prompt before `until_ms` (milliseconds since 1970 UTC). The last stage shown may then be
/// shown once more, since the user asked for it.
///
/// # Errors
/// [`AppError::NotFound`], or the storage's.
pub async fn snooze<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    id: &str,
    until_ms: i64,
) -> Result<(), AppError> {
    let mut interview = store.interview(id).await?;
    if interview.has_done(command) {
        return Ok(());
    }
    interview.prompts.pop();
    interview.snoozed_until_ms = Some(until_ms);
    store.save_interviews(vec![interview], Some(command)).await
}
