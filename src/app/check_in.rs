//! The gentle question how things stand: offered to a user who looks for it, once per interview, not
//! before five business days after the note. Nothing prompts for it, and nothing is sent.

use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Map, Value};

use super::{
    error::AppError,
    ports::KeyValueStore,
    store::{
        Store, migrate,
        note_context::NoteContext,
        record::instant,
        v1::{CheckInV1, InterviewV1, PersonV1},
    },
};
use crate::domain::{
    follow_up::check_in::earliest,
    note::{check_in::check_in, compose::Draft},
};

/// Where the question stands for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckIn {
    /// Not before then.
    NotBefore(Timestamp),
    /// It may be asked.
    Ready(Draft),
    /// It was asked then, of this person or another one of the interview.
    Asked(Timestamp),
}

/// Where the question stands; `None` where there is nothing to ask: nobody was thanked, the employer
/// has answered, or the interview did not take place.
#[must_use]
pub fn view(
    stored: &Map<String, Value>,
    interview: &str,
    person: &str,
    now: Timestamp,
    zone: &TimeZone,
) -> Option<CheckIn> {
    let records = migrate::read_all(stored);
    let interview = records.interviews.iter().find(|it| it.id == interview)?;
    let person = interview.people.iter().find(|it| it.id == person)?;
    let from = opens(interview, person, zone)?;
    if let Some(asked) = &interview.check_in {
        return Some(CheckIn::Asked(instant(asked.at_ms)));
    }
    if now < from {
        return Some(CheckIn::NotBefore(from));
    }
    let context = NoteContext::new(interview, person, &records.profile);
    Some(CheckIn::Ready(check_in(&context.brief(0, now))))
}

/// From when on it may be asked.
fn opens(interview: &InterviewV1, person: &PersonV1, zone: &TimeZone) -> Option<Timestamp> {
    let waiting = interview.counts() && interview.outcome.is_none();
    let thanked = person.thanked_at().filter(|_| waiting)?;
    Some(earliest(thanked, zone))
}

/// The user has asked.
///
/// # Errors
/// [`AppError::IllegalStep`] when it may not be asked, now or again; [`AppError::NotFound`]; the
/// storage's.
pub async fn record<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
    zone: &TimeZone,
    command: &str,
    id: &str,
    person: &str,
) -> Result<(), AppError> {
    let mut interview = store.interview(id).await?;
    if interview.has_done(command) {
        return Ok(());
    }
    let asked = interview.person_mut(person)?.clone();
    let from = opens(&interview, &asked, zone).ok_or(AppError::IllegalStep)?;
    if now < from || interview.check_in.is_some() {
        return Err(AppError::IllegalStep);
    }
    interview.check_in = Some(CheckInV1 {
        person: asked.id,
        at_ms: now.as_millisecond(),
    });
    store.save_interviews(vec![interview], Some(command)).await
}

/// The user has not asked after all.
///
/// # Errors
/// [`AppError::NotFound`], or the storage's.
pub async fn take_back<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    id: &str,
) -> Result<(), AppError> {
    let mut interview = store.interview(id).await?;
    if interview.has_done(command) || interview.check_in.is_none() {
        return Ok(());
    }
    interview.check_in = None;
    store.save_interviews(vec![interview], Some(command)).await
}
