//! All data as one file, and such a file merged back: nothing is lost, nothing doubled, and what is
//! "sent" on either side stays sent. Addresses of calendars are credentials: they leave only when
//! the user says so.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    error::AppError,
    feed_address::FeedAddress,
    ports::KeyValueStore,
    store::{
        Store, keys, merge,
        migrate::{self, Records},
        source::SourceV1,
        together::Together,
        v1::{InterviewV1, ProfileV1, SettingsV1},
    },
};

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

/// What the user may choose about merging.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Profile and reminders of the file replace those that are here.
    pub replace: bool,
    /// Interviews that were deleted here come back.
    pub bring_back: bool,
}

/// What becomes of the profile, or of the reminders, of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fate {
    /// The file has none, or the same.
    #[default]
    Nothing,
    /// Taken over.
    Taken,
    /// What is here stays.
    Kept,
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
    /// Interviews that were deleted here: left out, unless the user chose otherwise.
    pub deleted: u32,
    /// Records that cannot be read and will be left out.
    pub unreadable: u32,
    /// Addresses of calendars that are not here yet.
    pub addresses: u32,
    /// What the user said about events, and has not said here.
    pub corrections: u32,
    /// The profile.
    pub profile: Fate,
    /// Reminders and quiet hours.
    pub settings: Fate,
}

/// The backup of everything that is the user's, as JSON. What was set aside as damaged is in it,
/// too; addresses of calendars only `with_addresses`; nothing that only this browser can use.
///
/// # Errors
/// Only for records that JSON cannot hold.
pub fn export(
    stored: &Map<String, Value>,
    made: &str,
    with_addresses: bool,
) -> Result<String, serde_json::Error> {
    let records = stored
        .iter()
        .filter(|(key, it)| is_exported(key, with_addresses) && !holds_account(it));
    serde_json::to_string_pretty(&Backup {
        format: FORMAT.to_owned(),
        made: made.to_owned(),
        records: records.map(|(key, it)| (key.clone(), it.clone())).collect(),
    })
}

/// Whether it is a calendar of an account: its password is in no file, whatever was chosen.
fn holds_account(record: &Value) -> bool {
    #[cfg(feature = "services")]
    if record.pointer("/data/grant").is_some() {
        return true;
    }
    record.pointer("/data/caldav") == Some(&Value::Bool(true))
}

/// A key that nobody has thought about is left out.
fn is_exported(key: &str, with_addresses: bool) -> bool {
    let known = |key: &str| {
        [keys::SCHEMA, keys::PROFILE, keys::SETTINGS].contains(&key)
            || keys::is_interview(key)
            || keys::is_correction(key)
            || keys::is_deleted(key)
            || (with_addresses && keys::is_source(key))
    };
    // Whatever the name of a record set aside looks like: one of an address stays here.
    let aside = keys::is_quarantine(key) && (with_addresses || !key.contains(keys::SOURCE));
    known(key) || aside
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
pub fn plan(stored: &Map<String, Value>, records: &Map<String, Value>, choices: Choices) -> Plan {
    let (here, there) = (migrate::read_all(stored), migrate::read_all(records));
    merged(&here, there, choices, Timestamp::UNIX_EPOCH).plan
}

/// Merges the records of a backup: all in one write, or, when that fails, none.
///
/// # Errors
/// [`AppError::NewerData`], or the storage's; nothing is written then.
pub async fn restore<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
    command: &str,
    records: &Map<String, Value>,
    choices: Choices,
) -> Result<Plan, AppError> {
    let here = store.records().await?;
    let there = migrate::read_all(records);
    if here.newer || there.newer {
        return Err(AppError::NewerData);
    }
    let merged = merged(&here, there, choices, now);
    store.save_together(merged.together, command).await?;
    // A mark that is left after this was cut off keeps nothing out that is here.
    store.forget_deleted(merged.brought_back.iter()).await?;
    Ok(merged.plan)
}

#[derive(Debug, Default)]
struct Merging {
    plan: Plan,
    together: Together,
    brought_back: Vec<String>,
}

fn merged(here: &Records, there: Records, choices: Choices, now: Timestamp) -> Merging {
    let mut merging = Merging::default();
    merging.plan.unreadable = count(there.unreadable.len());
    merging.interviews(here, there.interviews, choices);
    let sources = there.sources.iter().filter_map(|it| fresh(it, now));
    let known = |it: &SourceV1| here.sources.iter().any(|here| here.address == it.address);
    merging.together.sources = sources.filter(|it| !known(it)).collect();
    merging.plan.addresses = count(merging.together.sources.len());
    let mut corrections = there.corrections;
    corrections.retain(|it| !here.corrections.iter().any(|here| here.id == it.id));
    merging.plan.corrections = count(corrections.len());
    merging.together.corrections = corrections;
    // What was deleted there stays deleted here, where it never was.
    let mut deleted = there.deleted;
    deleted.retain(|it| {
        !here.deleted.iter().any(|here| here.id == it.id)
            && !here.interviews.iter().any(|here| here.id == it.id)
    });
    merging.together.deleted = deleted;

    let plain = |it: &ProfileV1| ProfileV1 {
        rev: 0,
        learned: it.learned.elsewhere(),
        ..it.clone()
    };
    merging.plan.profile = fate(
        plain(&there.profile) == ProfileV1::default()
            || plain(&there.profile) == plain(&here.profile),
        plain(&here.profile) == ProfileV1::default() || choices.replace,
    );
    if merging.plan.profile == Fate::Taken {
        let rev = here.profile.rev;
        let learned = there.profile.learned.elsewhere();
        merging.together.profile = Some(ProfileV1 {
            rev,
            learned,
            ..there.profile
        });
    }
    let (mut ours, theirs) = (here.settings.clone(), there.settings);
    let never_set = ours.rev == 0;
    let rev = std::mem::replace(&mut ours.rev, theirs.rev);
    merging.plan.settings = fate(
        theirs.rev == 0 || ours == theirs,
        never_set || choices.replace,
    );
    if merging.plan.settings == Fate::Taken {
        merging.together.settings = Some(SettingsV1 { rev, ..theirs });
    }
    merging
}

impl Merging {
    fn interviews(&mut self, here: &Records, there: Vec<InterviewV1>, choices: Choices) {
        let mut known = here.interviews.clone();
        let changed = &mut self.together.interviews;
        for mut theirs in there {
            // What was carried out elsewhere was not carried out here.
            theirs.commands.clear();
            if let Some(ours) = known.iter_mut().find(|it| it.is_same_as(&theirs)) {
                let merged = merge::complete(ours, &theirs);
                if merged == *ours {
                    self.plan.unchanged += 1;
                    continue;
                }
                self.plan.completed += 1;
                *ours = merged;
                changed.retain(|it| it.id != ours.id);
                changed.push(ours.clone());
                continue;
            }
            let marks = theirs.marks();
            let deleted = here
                .deleted
                .iter()
                .filter(|it| it.is_about(&theirs.id, &marks));
            let deleted: Vec<String> = deleted.map(|it| it.id.clone()).collect();
            if !deleted.is_empty() {
                self.plan.deleted += 1;
                if !choices.bring_back {
                    continue;
                }
                self.brought_back.extend(deleted);
            }
            self.plan.added += 1;
            known.push(theirs.clone());
            changed.push(theirs);
        }
    }
}

/// An address as if it had just been added. What a file calls its host is not believed.
fn fresh(source: &SourceV1, now: Timestamp) -> Option<SourceV1> {
    let address = FeedAddress::parse(&source.address)?;
    Some(SourceV1 {
        id: source.id.clone(),
        host: address.shown().to_owned(),
        address: address.stored(),
        next_ms: now.as_millisecond(),
        ..SourceV1::default()
    })
}

const fn fate(nothing: bool, taken: bool) -> Fate {
    match (nothing, taken) {
        (true, _) => Fate::Nothing,
        (false, true) => Fate::Taken,
        (false, false) => Fate::Kept,
    }
}

fn count(all: usize) -> u32 {
    u32::try_from(all).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
