//! Merges what was read from a page. A page says less than a calendar file: it adds and completes,
//! and only of what it told of itself it changes the time and whether it takes place.

use crate::app::{
    error::AppError,
    ports::KeyValueStore,
    protocol::FoundInterview,
    store::{
        Store,
        v1::{EventV1, InterviewV1, OriginV1},
    },
};

use super::{Merged, Origin, begin_anew, create, fill, is_deleted, people, same::is_same_hour};

/// Identities that only a page gives begin like this.
const OF_PAGE: &str = "page:";

/// Where something was read, and how sure it is.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// Host of the page.
    pub host: &'a str,
    /// The user has seen it and says that these are interviews.
    pub confirmed: bool,
}

/// Merges the interviews of one page, all or none.
///
/// # Errors
/// [`AppError::NewerData`], or the storage's; nothing is written then.
pub async fn record_page<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    page: Page<'_>,
    found: &[FoundInterview],
) -> Result<Merged, AppError> {
    let records = store.records().await?;
    if records.newer {
        return Err(AppError::NewerData);
    }
    store.set_aside(&records.unreadable).await?;
    let mut known = records.interviews;
    let mut changed: Vec<InterviewV1> = Vec::new();
    let mut merged = Merged::default();
    for it in found {
        let old = known.iter_mut().find(|old| {
            old.shares_event_with(it) || old.has_time_and_title_of(it) || is_same_hour(old, it)
        });
        if let Some(old) = old {
            let before = old.clone();
            complete(old, it, page);
            confirm(old, page);
            if *old == before {
                merged.unchanged += 1;
            } else {
                merged.updated += 1;
                changed.retain(|other| other.id != old.id);
                changed.push(old.clone());
            }
        } else if !it.called_off && (page.confirmed || !is_deleted(&records.deleted, it)) {
            let mut new = create(
                it,
                Origin {
                    name: &source(page),
                    feed: None,
                },
            );
            confirm(&mut new, page);
            merged.added += 1;
            known.push(new.clone());
            changed.push(new);
        }
    }
    if !changed.is_empty() {
        store.save_interviews(changed, Some(command)).await?;
    }
    Ok(merged)
}

/// Not the bare host: a calendar address may have the same, and does not miss what it never had.
fn source(page: Page<'_>) -> String {
    format!("{OF_PAGE}{}", page.host)
}

/// Whether a page is the only one that knows the event by this.
pub(super) fn is_of_page(uid: &str) -> bool {
    uid.starts_with(OF_PAGE)
}

/// Whether what was read from a page is what a calendar says now, under another identity.
pub(super) fn is_same(stored: &InterviewV1, found: &FoundInterview) -> bool {
    stored.events.iter().any(|it| is_of_page(&it.uid)) && stored.has_time_and_title_of(found)
}

fn complete(interview: &mut InterviewV1, found: &FoundInterview, page: Page<'_>) {
    // The clock of a page may be set to another zone than the browser's: of what came from a
    // calendar, only that calendar moves it.
    let own = matches!(&interview.origin, OriginV1::File { name } if *name == source(page));
    if own && interview.shares_event_with(found) && found.events.len() >= interview.events.len() {
        let moved = interview.end_ms != found.end_ms;
        interview.start_ms = found.start_ms;
        interview.end_ms = found.end_ms;
        if moved {
            let was_doubtful = interview.is_doubtful();
            begin_anew(interview, was_doubtful);
        }
        interview.called_off = found.called_off;
    }
    for event in &found.events {
        let known = interview
            .events
            .iter()
            .any(|it| it.uid == event.uid && it.recurrence_ms == event.recurrence_ms);
        if !known {
            interview.events.push(EventV1 {
                told: Vec::new(),
                uid: event.uid.clone(),
                recurrence_ms: event.recurrence_ms,
                feeds: Vec::new(),
            });
        }
    }
    if interview.location.is_empty() {
        interview.location.clone_from(&found.location);
    }
    fill(&mut interview.meeting_link, found.meeting_link.as_ref());
    if !interview.said.employer_set {
        fill(&mut interview.employer, found.employer.as_ref());
    }
    if !interview.said.role_set {
        fill(&mut interview.role, found.role.as_ref());
    }
    fill(&mut interview.format, found.format.as_ref());
    fill(&mut interview.organizer, found.organizer.as_ref());
    // Who is who was concluded from more than a page shows.
    let before = interview.people.clone();
    people::meet_all(interview, &found.people);
    let has_main = before.iter().any(|it| it.main_contact.is_some());
    for person in &mut interview.people {
        if let Some(known) = before.iter().find(|it| it.id == person.id) {
            person.part.clone_from(&known.part);
            person.main_contact.clone_from(&known.main_contact);
        } else if has_main {
            person.main_contact = None;
        }
    }
}

fn confirm(interview: &mut InterviewV1, page: Page<'_>) {
    if page.confirmed {
        interview.answer(true);
    }
}
