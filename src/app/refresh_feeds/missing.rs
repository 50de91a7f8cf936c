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
        source::SourceV1,
        v1::{InterviewV1, OriginV1, PersonV1, ReasonV1},
    },
};

/// Calendars drop what is over; an event of the day before yesterday is not missed.
const MISSED_UNTIL: SignedDuration = SignedDuration::from_hours(24);
/// A scan looks further ahead than this.
const MISSED_FROM: SignedDuration = SignedDuration::from_hours(24 * 28);
/// The code of the clue that the user is shown.
pub const VANISHED: &str = "vanished";

/// Turns interviews that no feed has any more into a question: those that `source` had and has not.
/// Each is asked about once. `sources` are all that are stored.
///
/// # Errors
/// The storage's.
pub async fn ask_about<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    source: &SourceV1,
    found: &[FoundInterview],
    now: Timestamp,
) -> Result<(), AppError> {
    let records = store.records().await?;
    let sources = &records.sources;
    let changed: Vec<InterviewV1> = records
        .interviews
        .into_iter()
        .filter(|it| is_expected(it, now) && !is_in(it, found))
        .filter_map(|it| without(it, source, sources, now))
        .collect();
    if changed.is_empty() {
        return Ok(());
    }
    let command = format!("{command}:missing");
    store.save_interviews(changed, Some(&command)).await
}

/// The interview as it is once this feed no longer tells of it; `None` when it never did.
fn without(
    mut interview: InterviewV1,
    source: &SourceV1,
    sources: &[SourceV1],
    now: Timestamp,
) -> Option<InterviewV1> {
    if !is_of(&interview, source, sources) {
        return None;
    }
    for event in &mut interview.events {
        event.feeds.retain(|it| *it != source.id);
        event.told.retain(|it| it.feed.as_ref() != Some(&source.id));
    }
    let told = |id: &String| sources.iter().any(|it| it.id == *id);
    let elsewhere = interview.events.iter().flat_map(|it| &it.feeds).any(told);
    let asked = interview.vanished || interview.called_off || interview.answer == Some(false);
    if elsewhere || asked || took_place(&interview, now) {
        return Some(interview);
    }
    Some(question(interview))
}

fn question(mut interview: InterviewV1) -> InterviewV1 {
    interview.vanished = true;
    // Comes back if the interview does.
    interview.answer_before = interview.answer.take();
    "ask".clone_into(&mut interview.verdict.band);
    let reason = ReasonV1 {
        code: VANISHED.to_owned(),
        detail: String::new(),
        weight: 0.0,
    };
    interview.verdict.reasons.insert(0, reason);
    interview
}

/// Whether the feed had it. Interviews read before feeds were told apart know only the host; they
/// count if no other feed has the same.
fn is_of(interview: &InterviewV1, source: &SourceV1, sources: &[SourceV1]) -> bool {
    let mut feeds = interview.events.iter().flat_map(|it| &it.feeds);
    if feeds.clone().next().is_some() {
        return feeds.any(|it| *it == source.id);
    }
    let alone = sources.iter().filter(|it| it.host == source.host).count() == 1;
    let of_host = matches!(&interview.origin, OriginV1::File { name } if *name == source.host);
    alone && of_host && !interview.vanished
}

/// Whether the user has told enough for it to need no question: it is over, and they said yes or
/// began a note.
fn took_place(interview: &InterviewV1, now: Timestamp) -> bool {
    let begun =
        |it: &PersonV1| !it.specific.is_empty() || it.note.is_some() || it.thanked_at().is_some();
    interview.end() <= now && (interview.answer == Some(true) || interview.people.iter().any(begun))
}

fn is_expected(interview: &InterviewV1, now: Timestamp) -> bool {
    let from_now = interview.end().duration_since(now);
    from_now > -MISSED_UNTIL && from_now < MISSED_FROM
}

fn is_in(interview: &InterviewV1, found: &[FoundInterview]) -> bool {
    found.iter().any(|it| interview.shares_event_with(it))
}
