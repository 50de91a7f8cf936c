//! Merges what a scan found into what is stored, without losing anything the user wrote.
//!
//! An interview is known again by any event it shares with a stored one. The calendar decides about
//! time, place and title; what the user said, wrote or corrected stays.

use crate::app::{
    error::AppError,
    ports::KeyValueStore,
    protocol::{FoundInterview, FoundPerson, Reply},
    store::{
        Store,
        deleted::DeletedV1,
        identity::{self, Fnv},
        record::BY_CLOCK,
        v1::{EventV1, InterviewV1, OriginV1, PersonV1, ReasonV1, VerdictV1},
    },
};
use crate::domain::follow_up::status::Status;

mod page;

pub use page::{Page, record_page};

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

/// Merges the interviews of one source, all or none. What the user deleted stays deleted.
///
/// # Errors
/// [`AppError::NewerData`], or the storage's; nothing is written then.
pub async fn record_scan<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    source: &str,
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
    source: &str,
    found: &[FoundInterview],
) -> Result<Vec<String>, AppError> {
    let recorded = record(store, command, source, found, true).await;
    recorded.map(|(_, ids)| ids)
}

async fn record<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    source: &str,
    found: &[FoundInterview],
    chosen: bool,
) -> Result<(Merged, Vec<String>), AppError> {
    let records = store.records().await?;
    if records.newer {
        return Err(AppError::NewerData);
    }
    store.set_aside(&records.unreadable).await?;
    let mut known = records.interviews;
    let mut changed: Vec<InterviewV1> = Vec::new();
    let (mut merged, mut ids) = (Merged::default(), Vec::new());
    for it in found {
        let position = known.iter().position(|old| shares_event(old, it));
        if let Some(old) = position.and_then(|at| known.get_mut(at)) {
            let before = old.clone();
            update(old, it);
            old.answer = if chosen { Some(true) } else { old.answer };
            ids.push(old.id.clone());
            if *old == before {
                merged.unchanged += 1;
            } else {
                merged.updated += 1;
                changed.retain(|other| other.id != old.id);
                changed.push(old.clone());
            }
        } else if !it.called_off && (chosen || !is_deleted(&records.deleted, it)) {
            let mut new = create(it, source);
            new.answer = chosen.then_some(true);
            ids.push(new.id.clone());
            merged.added += 1;
            known.push(new.clone());
            changed.push(new);
        }
    }
    store.save_interviews(changed, Some(command)).await?;
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

fn shares_event(stored: &InterviewV1, found: &FoundInterview) -> bool {
    found.events.iter().any(|event| {
        stored
            .events
            .iter()
            .any(|it| it.uid == event.uid && it.recurrence_ms == event.recurrence_ms)
    }) || page::is_same(stored, found)
}

fn create(found: &FoundInterview, source: &str) -> InterviewV1 {
    let mut interview = InterviewV1 {
        id: id(found),
        rev: 0,
        origin: OriginV1::File {
            name: source.to_owned(),
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
        people: Vec::new(),
        removed: Vec::new(),
        outcome: None,
        check_in: None,
        prompts: Vec::new(),
        snoozed_until_ms: None,
        commands: Vec::new(),
    };
    update(&mut interview, found);
    interview
}

fn update(interview: &mut InterviewV1, found: &FoundInterview) {
    // What a page calls it is known again on that page.
    interview.events.retain(|it| {
        page::is_of_page(&it.uid) && !found.events.iter().any(|new| new.uid == it.uid)
    });
    let of_pages = std::mem::take(&mut interview.events);
    let of_calendar = found.events.iter().map(|it| EventV1 {
        uid: it.uid.clone(),
        recurrence_ms: it.recurrence_ms,
    });
    interview.events = of_calendar.chain(of_pages).collect();
    interview.title.clone_from(&found.title);
    if interview.end_ms != found.end_ms && interview.rev > 0 {
        begin_anew(interview);
    }
    interview.start_ms = found.start_ms;
    interview.end_ms = found.end_ms;
    interview.zone.clone_from(&found.zone);
    interview.location.clone_from(&found.location);
    prefer(&mut interview.organizer, found.organizer.as_ref());
    interview.meeting_link.clone_from(&found.meeting_link);
    interview.called_off = found.called_off;
    interview.vanished = false;
    prefer(&mut interview.employer, found.employer.as_ref());
    prefer(&mut interview.role, found.role.as_ref());
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
    for person in &found.people {
        meet(interview, person);
    }
}

/// A moved interview prompts at its new time, and what lapsed by the clock is open again. What the
/// user did stays.
fn begin_anew(interview: &mut InterviewV1) {
    interview.prompts.clear();
    interview.snoozed_until_ms = None;
    for person in &mut interview.people {
        let by_clock = person.history.last().is_some_and(|it| it.by == BY_CLOCK);
        if by_clock && person.status() == Status::Lapsed {
            // There is a last change.
            let _ = person.undo();
        }
    }
}

/// The calendar's newer word, where it says anything.
fn prefer(kept: &mut Option<String>, found: Option<&String>) {
    if let Some(found) = found {
        *kept = Some(found.clone());
    }
}

/// Adds a person, or completes what is known of one. Nobody is ever taken out: a note may have
/// been written to them.
fn meet(interview: &mut InterviewV1, found: &FoundPerson) {
    if found.main_contact.is_some() {
        for person in &mut interview.people {
            person.main_contact = None;
        }
    }
    if let Some(known) = interview.people.iter_mut().find(|it| same(it, found)) {
        known.name = known.name.take().or_else(|| found.name.clone());
        known.email = known.email.take().or_else(|| found.email.clone());
        known.title = known.title.take().or_else(|| found.title.clone());
        known.part.clone_from(&found.part);
        known.main_contact.clone_from(&found.main_contact);
        return;
    }
    if interview.removed.iter().any(|it| same(it, found)) {
        return;
    }
    let mut person = PersonV1::new(
        interview.next_person_id(),
        found.name.clone(),
        found.email.clone(),
    );
    person.title.clone_from(&found.title);
    person.part.clone_from(&found.part);
    person.main_contact.clone_from(&found.main_contact);
    interview.people.push(person);
}

fn same(known: &PersonV1, found: &FoundPerson) -> bool {
    match (&known.email, &found.email) {
        (Some(one), Some(other)) => one == other,
        _ => known.name.is_some() && known.name == found.name,
    }
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
