//! All data as one file, and such a file merged back: nothing is lost, nothing doubled, and what is
//! "sent" on either side stays sent.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    error::AppError,
    ports::KeyValueStore,
    store::{
        Store,
        migrate::{self, Records},
        v1::{InterviewV1, PersonV1},
    },
};
use crate::domain::follow_up::status::Status;

/// Marks a file as ours; the schema is described in `docs/backup.md`.
const FORMAT: &str = "afternote-backup";

/// A backup file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Backup {
    /// Always `afternote-backup`.
    pub format: String,
    /// When it was made, RFC 3339.
    pub made: String,
    /// The stored records by key, as they lie in storage.
    pub records: Map<String, Value>,
}

/// What merging a backup will do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Interviews that are not here yet.
    pub added: u32,
    /// Interviews that are here and will be completed.
    pub completed: u32,
    /// Interviews that are here and stay as they are.
    pub unchanged: u32,
    /// Records that cannot be read and will be left out.
    pub unreadable: u32,
    /// The profile is empty here and will be taken over.
    pub profile: bool,
}

/// The backup of everything stored, as JSON. What was set aside as damaged is in it, too.
///
/// # Errors
/// Only for records that JSON cannot hold.
pub fn export(stored: &Map<String, Value>, made: &str) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&Backup {
        format: FORMAT.to_owned(),
        made: made.to_owned(),
        records: stored.clone(),
    })
}

/// Reads a backup file.
///
/// # Errors
/// [`AppError::NoBackup`] for another file, [`AppError::NewerData`] for one of a newer version.
pub fn read(text: &str) -> Result<Map<String, Value>, AppError> {
    let backup: Backup = serde_json::from_str(text).map_err(|_| AppError::NoBackup)?;
    if backup.format != FORMAT {
        return Err(AppError::NoBackup);
    }
    if migrate::read_all(&backup.records).newer {
        return Err(AppError::NewerData);
    }
    Ok(backup.records)
}

/// What merging `records` into what is stored would do.
#[must_use]
pub fn plan(stored: &Map<String, Value>, records: &Map<String, Value>) -> Plan {
    merge(&migrate::read_all(stored), &migrate::read_all(records)).0
}

/// Merges the records of a backup, all or none.
///
/// # Errors
/// [`AppError::NewerData`], or the storage's; nothing is written then.
pub async fn restore<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    records: &Map<String, Value>,
) -> Result<Plan, AppError> {
    let here = store.records().await?;
    let there = migrate::read_all(records);
    if here.newer || there.newer {
        return Err(AppError::NewerData);
    }
    let (plan, changed) = merge(&here, &there);
    if plan.profile {
        store.save_profile(there.profile).await?;
    }
    store.save_interviews(changed, Some(command)).await?;
    Ok(plan)
}

/// Deletes one interview, or everything.
///
/// # Errors
/// The storage's.
pub async fn delete<K: KeyValueStore>(
    store: &Store<'_, K>,
    interview: Option<&str>,
) -> Result<(), AppError> {
    match interview {
        Some(id) => store.erase_interview(id).await,
        None => store.erase_everything().await,
    }
}

fn merge(here: &Records, there: &Records) -> (Plan, Vec<InterviewV1>) {
    let mut plan = Plan {
        unreadable: u32::try_from(there.unreadable.len()).unwrap_or(u32::MAX),
        profile: here.profile.name.is_empty() && !there.profile.name.is_empty(),
        ..Plan::default()
    };
    let mut changed = Vec::new();
    for theirs in &there.interviews {
        match here.interviews.iter().find(|it| it.id == theirs.id) {
            None => {
                plan.added += 1;
                changed.push(theirs.clone());
            }
            Some(ours) => {
                let merged = complete(ours, theirs);
                if merged == *ours {
                    plan.unchanged += 1;
                } else {
                    plan.completed += 1;
                    changed.push(merged);
                }
            }
        }
    }
    (plan, changed)
}

/// Ours, with what only theirs knows: people, texts, and how far each note has come.
fn complete(ours: &InterviewV1, theirs: &InterviewV1) -> InterviewV1 {
    let mut merged = ours.clone();
    merged.answer = ours.answer.or(theirs.answer);
    for prompt in &theirs.prompts {
        if !merged.prompts.iter().any(|it| it.stage == prompt.stage) {
            merged.prompts.push(prompt.clone());
        }
    }
    for theirs in &theirs.people {
        match merged.people.iter_mut().find(|it| same(it, theirs)) {
            Some(ours) => complete_person(ours, theirs),
            None => {
                let mut person = theirs.clone();
                if merged.people.iter().any(|it| it.id == person.id) {
                    person.id = merged.next_person_id();
                }
                merged.people.push(person);
            }
        }
    }
    merged
}

fn same(one: &PersonV1, other: &PersonV1) -> bool {
    match (&one.email, &other.email) {
        (Some(one), Some(other)) => one == other,
        _ => one.name.is_some() && one.name == other.name,
    }
}

fn complete_person(ours: &mut PersonV1, theirs: &PersonV1) {
    if ours.specific.is_empty() {
        ours.specific.clone_from(&theirs.specific);
    }
    if ours.note.is_none() {
        ours.note.clone_from(&theirs.note);
    }
    if rank(theirs.status()) > rank(ours.status()) {
        ours.status.clone_from(&theirs.status);
        ours.history.clone_from(&theirs.history);
    }
}

/// How far a note has come: "sent" wins over everything.
const fn rank(status: Status) -> u8 {
    match status {
        Status::ToAsk => 0,
        Status::ToWrite => 1,
        Status::Drafted => 2,
        Status::Opened => 3,
        Status::Lapsed => 4,
        Status::Skipped => 5,
        Status::Sent => 6,
    }
}

#[cfg(test)]
mod tests {
    use pollster::block_on;

    use super::*;
    use crate::app::doubles::MemoryStore;

    fn stored() -> Map<String, Value> {
        serde_json::from_str(include_str!("../../tests/fixtures/stored/v1.json")).unwrap()
    }

    fn backup() -> Map<String, Value> {
        read(&export(&stored(), "2026-04-20T12:00:00Z").unwrap()).unwrap()
    }

    #[test]
    fn what_was_exported_is_restored_into_an_empty_store() {
        let kv = MemoryStore::default();
        let reference = &kv;
        let store = Store::new(&reference);
        let done = block_on(restore(&store, "c", &backup())).unwrap();
        assert_eq!((done.added, done.completed, done.profile), (2, 0, true));
        let records = migrate::read_all(&kv.entries.borrow());
        assert_eq!(records.interviews.len(), 2);
        assert_eq!(records.profile.name, "Jordan Reyes");
        // A second time changes nothing.
        let again = block_on(restore(&store, "d", &backup())).unwrap();
        assert_eq!((again.added, again.completed, again.unchanged), (0, 0, 2));
    }

    #[test]
    fn the_plan_is_what_restoring_does() {
        let empty = Map::new();
        assert_eq!(plan(&empty, &backup()).added, 2);
        assert_eq!(plan(&stored(), &backup()).unchanged, 2);
    }

    #[test]
    fn sent_on_either_side_stays_sent() {
        let there = migrate::read_all(&stored());
        let sent = there
            .interviews
            .iter()
            .find(|it| it.people[0].status() == Status::Sent)
            .unwrap();
        let mut drafted = sent.clone();
        drafted.people[0].status = "drafted".into();
        drafted.people[0].history.pop();
        for (ours, theirs) in [(&drafted, sent), (sent, &drafted)] {
            let merged = complete(ours, theirs);
            assert_eq!(merged.people.len(), ours.people.len());
            assert_eq!(merged.people[0].status(), Status::Sent);
            assert_eq!(merged.people[0].thanked_at(), sent.people[0].thanked_at());
        }
    }

    #[test]
    fn other_files_are_refused() {
        for text in [
            "",
            "{}",
            "[1]",
            "BEGIN:VCALENDAR",
            r#"{"format":"x","made":"","records":{}}"#,
        ] {
            assert_eq!(read(text), Err(AppError::NoBackup), "{text}");
        }
        let newer = r#"{"format":"afternote-backup","made":"","records":{"schema":99}}"#;
        assert_eq!(read(newer), Err(AppError::NewerData));
    }

    #[test]
    fn one_or_everything_is_deleted() {
        let kv = MemoryStore::default();
        kv.entries.borrow_mut().extend(stored());
        let records = migrate::read_all(&kv.entries.borrow());
        let port = &kv;
        let store = Store::new(&port);
        block_on(delete(&store, Some(&records.interviews[0].id))).unwrap();
        assert_eq!(migrate::read_all(&kv.entries.borrow()).interviews.len(), 1);
        block_on(delete(&store, None)).unwrap();
        assert!(kv.entries.borrow().is_empty());
    }
}
