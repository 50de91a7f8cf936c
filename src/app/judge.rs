//! The user says whether an event was their interview, and for what that is remembered; how the
//! employer answered, or that it did not take place; or takes it back.

use jiff::Timestamp;

use super::{
    error::AppError,
    ports::KeyValueStore,
    store::{
        Store,
        correction::{self, CorrectionV1},
        record::BY_USER,
        v1::InterviewV1,
    },
};

/// How an employer can answer; the texts are `outcome_<code>` in `_locales`.
pub const OUTCOMES: [&str; 3] = ["answer", "offer", "rejection"];
pub use super::store::record::NOT_HELD;

/// Records how the employer answered, or that the interview did not take place; `None` takes it
/// back. Each change is kept with its time.
///
/// # Errors
/// [`AppError::UnknownRequest`] for an answer that is none; [`AppError::NotFound`]; the storage's.
pub async fn set_outcome<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
    command: &str,
    id: &str,
    outcome: Option<&str>,
) -> Result<(), AppError> {
    if outcome.is_some_and(|it| it != NOT_HELD && !OUTCOMES.contains(&it)) {
        return Err(AppError::UnknownRequest);
    }
    let mut interview = store.interview(id).await?;
    if interview.has_done(command) || interview.outcome.as_deref() == outcome {
        return Ok(());
    }
    interview.set_outcome(outcome, now, BY_USER);
    store.save_interviews(vec![interview], Some(command)).await
}

/// Records the answer, and remembers it for the event; `None` takes it back, for those as well that
/// it answered for.
///
/// # Errors
/// [`AppError::NotFound`], or the storage's.
pub async fn judge<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
    command: &str,
    id: &str,
    is_interview: Option<bool>,
) -> Result<(), AppError> {
    let mut interview = store.interview(id).await?;
    let Some(is_interview) = is_interview else {
        return take_back(store, command, interview).await;
    };
    if interview.has_done(command) {
        return Ok(());
    }
    interview.answer(is_interview);
    // What is in no calendar is not met again.
    if interview.events.is_empty() {
        return store.save_interviews(vec![interview], Some(command)).await;
    }
    let records = store.records().await?;
    let before = records.corrections.iter().find(|it| it.id == id);
    let mut others = records.interviews;
    let mut changed = before.map_or_else(Vec::new, |it| unanswered(it, &mut others));
    let said = CorrectionV1 {
        id: id.to_owned(),
        is_interview,
        scope: correction::EVENT.to_owned(),
        events: interview.events.clone(),
        organizer: interview.organizer.clone(),
        title: interview.title.clone(),
        at_ms: now.as_millisecond(),
        applied: Vec::new(),
    };
    changed.retain(|it| it.id != id);
    changed.push(interview);
    store.save_correction(&said, changed, command).await
}

/// Remembers an answer for the event, its series or its organizer: those that were not judged by the
/// user are answered for.
///
/// # Errors
/// [`AppError::UnknownRequest`] for another scope; [`AppError::NotFound`]; the storage's.
pub async fn remember<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
    command: &str,
    id: &str,
    scope: &str,
) -> Result<(), AppError> {
    if ![correction::EVENT, correction::SERIES, correction::ORGANIZER].contains(&scope) {
        return Err(AppError::UnknownRequest);
    }
    let records = store.records().await?;
    if records.newer {
        return Err(AppError::NewerData);
    }
    let before = records.corrections.into_iter().find(|it| it.id == id);
    let before = before.ok_or(AppError::NotFound)?;
    let mut others = records.interviews;
    let mut changed = unanswered(&before, &mut others);
    let mut said = CorrectionV1 {
        scope: scope.to_owned(),
        at_ms: now.as_millisecond(),
        applied: Vec::new(),
        ..before
    };
    for other in &mut others {
        if other.answer.is_none() && said.is_about_another(other) {
            other.answer(said.is_interview);
            said.applied.push(other.id.clone());
            changed.retain(|it| it.id != other.id);
            changed.push(other.clone());
        }
    }
    store.save_correction(&said, changed, command).await
}

async fn take_back<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    mut interview: InterviewV1,
) -> Result<(), AppError> {
    let id = interview.id.clone();
    if !interview.has_done(command) {
        let records = store.records().await?;
        let said = records.corrections.iter().find(|it| it.id == id);
        let mut others = records.interviews;
        let mut changed = said.map_or_else(Vec::new, |it| unanswered(it, &mut others));
        interview.answer = None;
        changed.retain(|it| it.id != id);
        changed.push(interview);
        store.save_interviews(changed, Some(command)).await?;
    }
    store.remove_correction(&id).await
}

/// Forgets what was said, wherever it answered for anything; the interview may be gone.
///
/// # Errors
/// The storage's.
pub async fn forget<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    id: &str,
) -> Result<(), AppError> {
    match store.interview(id).await {
        Ok(interview) => take_back(store, command, interview).await,
        Err(AppError::NotFound) => {
            let records = store.records().await?;
            let said = records.corrections.iter().find(|it| it.id == id);
            let mut others = records.interviews;
            let changed = said.map_or_else(Vec::new, |it| unanswered(it, &mut others));
            store.save_interviews(changed, Some(command)).await?;
            store.remove_correction(id).await
        }
        Err(error) => Err(error),
    }
}

/// Takes back the answers that a correction gave for others; those that changed.
fn unanswered(said: &CorrectionV1, others: &mut [InterviewV1]) -> Vec<InterviewV1> {
    let mut changed = Vec::new();
    for other in others.iter_mut().filter(|it| said.applied.contains(&it.id)) {
        if other.answer == Some(said.is_interview) {
            other.answer = None;
            changed.push(other.clone());
        }
    }
    changed
}
