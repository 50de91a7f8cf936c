//! Interviews that are no longer in the calendar they came from: asked about, never deleted.
//!
//! A calendar that has lost an event may have been cleaned up, restored, or shared differently. The
//! user knows whether the interview takes place.

use jiff::{SignedDuration, Timestamp};

use crate::app::{
    error::AppError,
    ports::KeyValueStore,
    protocol::FoundInterview,
    store::{
        Store,
        v1::{EventV1, InterviewV1, OriginV1, ReasonV1},
    },
};

/// Calendars drop what is over; an event of the day before yesterday is not missed.
const MISSED_UNTIL: SignedDuration = SignedDuration::from_hours(24);
/// A scan looks further ahead than this.
const MISSED_FROM: SignedDuration = SignedDuration::from_hours(24 * 28);
/// The code of the clue that the user is shown.
pub const VANISHED: &str = "vanished";

/// Turns interviews that a feed no longer has into a question. Each is asked about once.
///
/// # Errors
/// The storage's.
pub async fn ask_about<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    host: &str,
    found: &[FoundInterview],
    now: Timestamp,
) -> Result<(), AppError> {
    let records = store.records().await?;
    let changed: Vec<InterviewV1> = records
        .interviews
        .into_iter()
        .filter(|it| is_of(it, host) && is_expected(it, now) && !is_in(it, found))
        .filter(|it| !it.vanished && !it.called_off && it.answer != Some(false))
        .map(question)
        .collect();
    if changed.is_empty() {
        return Ok(());
    }
    let command = format!("{command}:missing");
    store.save_interviews(changed, Some(&command)).await
}

fn question(mut interview: InterviewV1) -> InterviewV1 {
    interview.vanished = true;
    interview.answer = None;
    "ask".clone_into(&mut interview.verdict.band);
    let reason = ReasonV1 {
        code: VANISHED.to_owned(),
        detail: String::new(),
        weight: 0.0,
    };
    interview.verdict.reasons.insert(0, reason);
    interview
}

fn is_of(interview: &InterviewV1, host: &str) -> bool {
    matches!(&interview.origin, OriginV1::File { name } if name == host)
}

fn is_expected(interview: &InterviewV1, now: Timestamp) -> bool {
    let from_now = interview.end().duration_since(now);
    from_now > -MISSED_UNTIL && from_now < MISSED_FROM
}

fn is_in(interview: &InterviewV1, found: &[FoundInterview]) -> bool {
    found.iter().any(|it| {
        it.events.iter().any(|event| {
            let same =
                |mine: &EventV1| mine.uid == event.uid && mine.recurrence_ms == event.recurrence_ms;
            interview.events.iter().any(same)
        })
    })
}
