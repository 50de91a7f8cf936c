//! "Later": puts the next prompt about one interview off, and shows the last one once more. Not the
//! question whether an event is an interview: it is asked once.

use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Map, Value};

use super::{
    error::AppError,
    notice::About,
    ports::KeyValueStore,
    store::{Store, migrate, v1::InterviewV1},
};
use crate::domain::follow_up::later;

/// No prompt before `until_ms` (milliseconds since 1970 UTC); the last stage shown is then shown
/// once more, since the user asked for it. `None` takes that back.
///
/// # Errors
/// [`AppError::IllegalStep`] for a question; [`AppError::NotFound`]; the storage's.
pub async fn snooze<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    id: &str,
    until_ms: Option<i64>,
) -> Result<(), AppError> {
    let mut interview = store.interview(id).await?;
    if interview.has_done(command) {
        return Ok(());
    }
    if interview.is_open_question() {
        return Err(AppError::IllegalStep);
    }
    put(&mut interview, until_ms);
    store.save_interviews(vec![interview], Some(command)).await
}

/// Puts off what a notification was about, for an hour or for as long as prompts allow: its
/// interview, or, for one about several, all that were claimed with it. What was sent, moved or
/// answered meanwhile is left alone.
///
/// # Errors
/// The storage's.
pub async fn put_off<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
    zone: &TimeZone,
    notice: &str,
) -> Result<(), AppError> {
    let (records, _) = store.open_records(now).await?;
    if records.newer {
        return Err(AppError::NewerData);
    }
    let meant = |it: &InterviewV1| match About::of_id(notice) {
        Some(About::Interview(id) | About::Question(id)) => it.id == id,
        Some(About::Several(at_ms)) => it.prompts.last().is_some_and(|it| it.at_ms == at_ms),
        None => false,
    };
    let quiet = records.settings.quiet_hours();
    let open = |it: &InterviewV1| it.is_open() && !it.is_open_question();
    let mut put_off = Vec::new();
    for mut interview in records.interviews {
        if open(&interview)
            && meant(&interview)
            && let Some(until) = later::soonest(interview.end(), now, zone, &quiet)
        {
            put(&mut interview, Some(until.as_millisecond()));
            put_off.push(interview);
        }
    }
    store.save_interviews(put_off, None).await
}

/// To when the next prompt about an interview may be put off, soonest first: codes and times. For a
/// page.
#[must_use]
pub fn choices(
    stored: &Map<String, Value>,
    id: &str,
    now: Timestamp,
    zone: &TimeZone,
) -> Vec<(&'static str, Timestamp)> {
    let records = migrate::read_all(stored);
    let settings = records.settings;
    let mut open = records.interviews.iter().filter(|it| it.is_open());
    let interview = open.find(|it| it.id == id && !it.is_open_question());
    let Some(interview) = interview.filter(|_| settings.prompts) else {
        return Vec::new();
    };
    let choices = later::choices(interview.end(), now, zone, &settings.quiet_hours());
    choices
        .into_iter()
        .map(|(later, at)| (later.code(), at))
        .collect()
}

/// Put off again, it is still the same prompt that is shown once more.
fn put(interview: &mut InterviewV1, until_ms: Option<i64>) {
    if until_ms.is_none() {
        interview.prompts.extend(interview.put_off.take());
    } else if interview.put_off.is_none() {
        interview.put_off = interview.prompts.pop();
    }
    interview.snoozed_until_ms = until_ms;
}
