//! "Later": puts the next prompt about one interview off, together with the stages shown since.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde_json::{Map, Value};

use super::{
    error::AppError,
    notice::About,
    ports::KeyValueStore,
    store::{Store, migrate, v1::InterviewV1},
};
use crate::domain::follow_up::later;

/// How long "Later" on a notification lasts.
const LATER: SignedDuration = SignedDuration::from_hours(1);

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
    put(&mut interview, until_ms);
    store.save_interviews(vec![interview], Some(command)).await
}

/// Puts off what a notification was about: its interview, or, for one about several, all that were
/// claimed with it. What was sent, moved or answered meanwhile is left alone.
///
/// # Errors
/// The storage's.
pub async fn put_off<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
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
    let mut interviews: Vec<_> = records
        .interviews
        .into_iter()
        .filter(|it| it.is_open() && meant(it))
        .collect();
    let until = now.saturating_add(LATER).unwrap_or(now);
    for interview in &mut interviews {
        put(interview, until.as_millisecond());
    }
    store.save_interviews(interviews, None).await
}

/// To when the next prompt about an interview that ended at `end` may be put off, soonest first:
/// codes and times. For a page.
#[must_use]
pub fn choices(
    stored: &Map<String, Value>,
    end: Timestamp,
    now: Timestamp,
    zone: &TimeZone,
) -> Vec<(&'static str, Timestamp)> {
    let settings = migrate::read_all(stored).settings;
    if !settings.prompts {
        return Vec::new();
    }
    let choices = later::choices(end, now, zone, &settings.quiet_hours());
    choices
        .into_iter()
        .map(|(later, at)| (later.code(), at))
        .collect()
}

fn put(interview: &mut InterviewV1, until_ms: i64) {
    interview.prompts.pop();
    interview.snoozed_until_ms = Some(until_ms);
}
