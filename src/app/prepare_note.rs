//! Composes the draft for one person and keeps it.

use super::{
    error::AppError,
    ports::{Clock, KeyValueStore},
    protocol::Reply,
    store::{Store, drafts::Desk, record::BY_USER, v1::NoteV1},
};
use crate::domain::follow_up::status::Step;

/// Composes version `variant` in place of whatever draft there was.
///
/// # Errors
/// [`AppError::AlreadyThanked`], [`AppError::NotFound`], or the storage's.
pub async fn prepare_note<K: KeyValueStore, C: Clock>(
    store: &Store<'_, K>,
    clock: &C,
    command: &str,
    interview_id: &str,
    person_id: &str,
    variant: u32,
) -> Result<Reply, AppError> {
    let mut interview = store.interview(interview_id).await?;
    let now = clock.now();
    if !interview.has_done(command) {
        let records = store.records().await?;
        interview
            .person_mut(person_id)?
            .take(Step::Draft, now, BY_USER)?;
        let desk = Desk {
            records: &records,
            now,
        };
        let draft = desk.draft(&interview, person_id, variant);
        let draft = draft.ok_or(AppError::NotFound)?;
        interview.person_mut(person_id)?.note = Some(NoteV1 {
            subject: draft.subject,
            body: draft.body,
            variant,
            edited: false,
            compared: None,
        });
        store
            .save_interviews(vec![interview.clone()], Some(command))
            .await?;
    }
    let note = interview.person_mut(person_id)?.note.clone();
    let note = note.ok_or(AppError::NotFound)?;
    Ok(Reply::Note {
        subject: note.subject,
        body: note.body,
        variant: note.variant,
    })
}
