//! Merges what a scan found into what is stored, without losing anything the user wrote.
//!
//! An interview is known again by any event it shares with a stored one, and without one by employer
//! and time. The calendar decides about time, place and title; what the user said, wrote or corrected
//! stays.

use crate::app::{
    error::AppError,
    ports::KeyValueStore,
    protocol::{FoundInterview, Reply},
    store::{
        Store,
        deleted::DeletedV1,
        identity::{self, Fnv},
        said::SaidV1,
        v1::{InterviewV1, OriginV1, ReasonV1, VerdictV1},
    },
};
mod page;
mod people;
mod same;

pub use page::{Page, record_page};
use same::KnownBy;

/// What a merge did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// New interviews.
    pub added: u32,
    /// Known interviews that the calendar changed.
    pub updated: u32,
    /// Known interviews as they were.
    pub unchanged: u32,
}

impl From<Merged> for Reply {
    fn from(it: Merged) -> Self {
        Self::Recorded {
            added: it.added,
            updated: it.updated,
            unchanged: it.unchanged,
        }
    }
}

/// Where interviews come from.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// Name of the file, or host of the address.
    pub name: &'a str,
    /// Id of the address that is asked again and again; none for a file.
    pub feed: Option<&'a str>,
}

/// Merges the interviews of one source, all or none. What the user deleted stays deleted.
///
/// # Errors
/// [`AppError::NewerData`], or the storage's; nothing is written then.
pub async fn record_scan<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    source: Origin<'_>,
    found: &[FoundInterview],
) -> Result<Merged, AppError> {
    let recorded = record(store, command, source, found, false).await;
    recorded.map(|(merged, _)| merged)
}

/// Merges events of one source that the user says are interviews, all or none, deleted before or
/// not; their ids.
///
/// # Errors
/// [`AppError::NewerData`], or the storage's; nothing is written then.
pub async fn record_chosen<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    source: Origin<'_>,
    found: &[FoundInterview],
) -> Result<Vec<String>, AppError> {
    let recorded = record(store, command, source, found, true).await;
    recorded.map(|(_, ids)| ids)
}

async fn record<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    source: Origin<'_>,
    found: &[FoundInterview],
    chosen: bool,
) -> Result<(Merged, Vec<String>), AppError> {
    let records = store.records().await?;
    if records.newer {
        return Err(AppError::NewerData);
    }
    store.set_aside(&records.unreadable).await?;
    let sources: Vec<String> = records.sources.into_iter().map(|it| it.id).collect();
    let mut known = records.interviews;
    let mut changed: Vec<InterviewV1> = Vec::new();
    let (mut merged, mut ids) = (Merged::default(), Vec::new());
    let mut taken_in = Vec::new();
    // What is off first: the entry that replaces it may tell of the same hour.
    let (off, on): (Vec<_>, Vec<_>) = found.iter().partition(|it| it.called_off);
    for it in off.into_iter().chain(on) {
        if let Some((old, how)) = same::known(&mut known, it, found) {
            let before = old.clone();
            update(old, it, how, source.feed, &sources);
            old.answer = if chosen { Some(true) } else { old.answer };
            let mut now = old.clone();
            ids.push(now.id.clone());
            for ghost in same::take_in(&mut known, &mut now) {
                changed.retain(|other| other.id != ghost);
                taken_in.push(ghost);
            }
            if now == before {
                merged.unchanged += 1;
            } else {
                merged.updated += 1;
                changed.retain(|other| other.id != now.id);
                changed.push(now);
            }
        } else if !it.called_off && (chosen || !is_deleted(&records.deleted, it)) {
            let mut new = create(it, source);
            while known.iter().any(|it| it.id == new.id) {
                new.id.push_str("-2");
            }
            new.answer = chosen.then_some(true);
            ids.push(new.id.clone());
            merged.added += 1;
            known.push(new.clone());
            changed.push(new);
        }
    }
    store.save_interviews(changed, Some(command)).await?;
    // What stops this in between leaves them to be taken in once more.
    store.remove_taken_in(&taken_in).await?;
    Ok((merged, ids))
}

/// Whether the user deleted this interview.
fn is_deleted(deleted: &[DeletedV1], found: &FoundInterview) -> bool {
    let events = found.events.iter();
    let events = events.map(|it| (it.uid.as_str(), it.recurrence_ms));
    let marks = identity::marks(events, found.start_ms, &found.title);
    let id = id(found);
    deleted.iter().any(|it| it.is_about(&id, &marks))
}

fn create(found: &FoundInterview, source: Origin<'_>) -> InterviewV1 {
    let mut interview = InterviewV1 {
        id: id(found),
        rev: 0,
        origin: OriginV1::File {
            name: source.name.to_owned(),
        },
        events: Vec::new(),
        title: String::new(),
        employer: None,
        role: None,
        format: None,
        start_ms: 0,
        end_ms: 0,
        zone: None,
        location: String::new(),
        organizer: None,
        meeting_link: None,
        verdict: VerdictV1 {
            band: String::new(),
            confidence: 0.0,
            reasons: Vec::new(),
        },
        answer: None,
        called_off: false,
        vanished: false,
        answer_before: None,
        zone_assumed: false,
        people: Vec::new(),
        removed: Vec::new(),
        said: SaidV1::default(),
        outcome: None,
        outcomes: Vec::new(),
        check_in: None,
        prompts: Vec::new(),
        snoozed_until_ms: None,
        put_off: None,
        commands: Vec::new(),
    };
    update(&mut interview, found, KnownBy::Event, source.feed, &[]);
    interview
}

/// Takes what the calendar says now. The user's words for employer and role stay: those of an
/// interview entered by hand, and those that corrected a calendar's.
fn update(
    interview: &mut InterviewV1,
    found: &FoundInterview,
    how: KnownBy,
    feed: Option<&str>,
    sources: &[String],
) {
    let counts = same::take_events(interview, found, how, feed, sources);
    interview.title.clone_from(&found.title);
    let was_doubtful = interview.is_doubtful();
    // An hour that is only told differently by another source prompts nobody anew.
    let known_again = interview.rev > 0 && how == KnownBy::Event;
    let moved = counts.times && known_again && interview.end_ms != found.end_ms;
    if counts.times {
        interview.start_ms = found.start_ms;
        interview.end_ms = found.end_ms;
        interview.zone.clone_from(&found.zone);
        interview.zone_assumed = found.zone_assumed;
    }
    interview.location.clone_from(&found.location);
    prefer(&mut interview.organizer, found.organizer.as_ref());
    interview.meeting_link.clone_from(&found.meeting_link);
    if counts.called_off {
        interview.called_off = found.called_off;
    }
    if interview.vanished {
        interview.vanished = false;
        interview.answer = interview.answer.or(interview.answer_before);
    }
    interview.answer_before = None;
    let hear = match interview.origin {
        OriginV1::Hand => fill,
        OriginV1::File { .. } => prefer,
    };
    if !interview.said.employer_set {
        hear(&mut interview.employer, found.employer.as_ref());
    }
    if !interview.said.role_set {
        hear(&mut interview.role, found.role.as_ref());
    }
    prefer(&mut interview.format, found.format.as_ref());
    interview.verdict = VerdictV1 {
        band: found.band.clone(),
        confidence: found.confidence,
        reasons: found
            .reasons
            .iter()
            .map(|it| ReasonV1 {
                code: it.code.clone(),
                detail: it.detail.clone(),
                weight: it.weight,
            })
            .collect(),
    };
    people::meet_all(interview, &found.people);
    if moved {
        begin_anew(interview, was_doubtful);
    } else if was_doubtful && !interview.is_doubtful() {
        interview.forget_early_prompts();
    }
}

/// A moved interview prompts at its new time, and what lapsed by the clock is open again. What the
/// user did stays; so do prompts that were shown when it was over by its new end, too, or was just
/// overrunning, and the question whether it is one, which is asked once.
fn begin_anew(interview: &mut InterviewV1, was_doubtful: bool) {
    let end_ms = interview.end_ms;
    if !(was_doubtful && interview.is_doubtful()) {
        interview.forget_early_prompts();
    }
    interview.snoozed_until_ms = interview.snoozed_until_ms.filter(|it| *it > end_ms);
    for person in &mut interview.people {
        person.reopen();
    }
}

/// The calendar's newer word, where it says anything.
fn prefer(kept: &mut Option<String>, found: Option<&String>) {
    if let Some(found) = found {
        *kept = Some(found.clone());
    }
}

/// The calendar's word, where nothing is known.
fn fill(kept: &mut Option<String>, found: Option<&String>) {
    *kept = kept.take().or_else(|| found.cloned());
}

/// An id that follows from the first event, so that the same file read twice at the same time
/// cannot make two interviews.
fn id(found: &FoundInterview) -> String {
    let mut hash = Fnv::new();
    if let Some(event) = found.events.first() {
        hash.add(event.uid.as_bytes());
        hash.add(&event.recurrence_ms.unwrap_or(i64::MIN).to_le_bytes());
        if event.uid.is_empty() {
            hash.add(&found.start_ms.to_le_bytes());
            hash.add(found.title.as_bytes());
        }
    }
    hash.text()
}
