//! Stored values to current shapes and back.
//!
//! Every record is tagged with the version of its shape. An older one is brought to the current
//! shape step by step, one step per version; a newer version than ours is left alone and reported;
//! anything else that does not parse is to be set aside, never overwritten.

use std::borrow::Cow;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};

use super::{
    correction::CorrectionV1,
    deleted::DeletedV1,
    index::Index,
    keys,
    source::SourceV1,
    synced::SyncV1,
    trouble::TroubleV2,
    v1::{InterviewV1, ProfileV1, SettingsV1},
    v2::SwitchesV2,
};
use crate::app::plain::{self, Unfit};

/// The newest version that this code writes.
pub const CURRENT: u64 = 2;

/// Makes of a record's data what the next version has under its key; `None` for damaged data.
type Step = fn(key: &str, data: &Value) -> Option<Value>;

/// From version 1 to 2, from 2 to 3 …
const STEPS: [Step; 1] = [to_v2];

/// Version 1 kept the sites that are switched on as a bare list.
fn to_v2(key: &str, data: &Value) -> Option<Value> {
    if !keys::is_switches(key) {
        return Some(data.clone());
    }
    data.is_array().then(|| json!({ "codes": data }))
}

/// A record as it lies in storage.
#[derive(Serialize, Deserialize)]
struct Tagged<T> {
    version: u64,
    data: T,
}

/// Why a stored record could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Written by a newer version of the extension: leave it alone.
    Newer,
    /// Damaged: set it aside.
    Unreadable,
}

/// Reads an interview.
///
/// # Errors
/// [`ReadError`] when the record cannot be used.
pub fn read_interview(value: &Value) -> Result<InterviewV1, ReadError> {
    read(keys::ANY_INTERVIEW, value)
}

/// Reads a profile.
///
/// # Errors
/// [`ReadError`] when the record cannot be used.
pub fn read_profile(value: &Value) -> Result<ProfileV1, ReadError> {
    read(keys::PROFILE, value)
}

/// Reads the settings.
///
/// # Errors
/// [`ReadError`] when the record cannot be used.
pub fn read_settings(value: &Value) -> Result<SettingsV1, ReadError> {
    read(keys::SETTINGS, value)
}

/// Reads the index.
///
/// # Errors
/// [`ReadError`] when it is to be made anew.
pub fn read_index(value: &Value) -> Result<Index, ReadError> {
    read(keys::INDEX, value)
}

/// Reads which sites are switched on under a key.
///
/// # Errors
/// [`ReadError`] when the record cannot be used.
pub fn read_switches(key: &str, value: &Value) -> Result<SwitchesV2, ReadError> {
    read(key, value)
}

/// Reads what went wrong when nobody was looking.
///
/// # Errors
/// [`ReadError`] when the record cannot be used.
pub fn read_trouble(value: &Value) -> Result<TroubleV2, ReadError> {
    read(keys::TROUBLE, value)
}

/// Reads how telling other devices goes.
///
/// # Errors
/// [`ReadError`] when the record cannot be used.
pub fn read_sync(value: &Value) -> Result<SyncV1, ReadError> {
    read(keys::SYNC, value)
}

/// Reads what a service granted.
///
/// # Errors
/// [`ReadError`] when the record cannot be used.
#[cfg(feature = "services")]
pub fn read_grant(key: &str, value: &Value) -> Result<super::grant::GrantV1, ReadError> {
    read(key, value)
}

/// The value to store for a record.
///
/// # Errors
/// Only for a record that JSON cannot hold.
pub fn write<T: Serialize>(record: &T) -> Result<Value, Unfit> {
    plain::to_value(&Tagged {
        version: CURRENT,
        data: record,
    })
}

/// Whether the whole store was written by a newer version of the extension.
#[must_use]
pub fn is_newer(schema: Option<&Value>) -> bool {
    schema
        .and_then(Value::as_u64)
        .is_some_and(|it| it > CURRENT)
}

/// Whether a record was written by a newer version of the extension.
#[must_use]
pub fn is_newer_record(record: &Value) -> bool {
    record
        .get("version")
        .and_then(Value::as_u64)
        .is_some_and(|it| it > CURRENT)
}

/// The records that are of an older version, in their current shapes. Damaged ones are left out.
#[must_use]
pub fn outdated(stored: &Map<String, Value>) -> Map<String, Value> {
    let damaged = read_all(stored).unreadable;
    let sound = |key: &String| !keys::is_quarantine(key) && !damaged.contains(key);
    let mut upgraded = Map::new();
    for (key, value) in stored.iter().filter(|(key, _)| sound(key)) {
        if let Ok((version, data)) = current(key, value)
            && version < CURRENT
        {
            let record = json!({ "version": CURRENT, "data": data });
            upgraded.insert(key.clone(), record);
        }
    }
    upgraded
}

/// Everything stored, sorted out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records {
    /// The user's profile; empty when there is none.
    pub profile: ProfileV1,
    /// Reminders and quiet hours; the usual ones when there are none.
    pub settings: SettingsV1,
    /// Interviews that can be read, in no particular order.
    pub interviews: Vec<InterviewV1>,
    /// Addresses that calendars come from, in the order of their ids.
    pub sources: Vec<SourceV1>,
    /// What the user said about events.
    pub corrections: Vec<CorrectionV1>,
    /// What is left of interviews that were deleted.
    pub deleted: Vec<DeletedV1>,
    /// Keys of damaged records that are still in their place.
    pub unreadable: Vec<String>,
    /// Number of records that have been set aside before.
    pub quarantined: u32,
    /// There is data of a newer version: nothing may be written.
    pub newer: bool,
}

/// Sorts out everything stored.
#[must_use]
pub fn read_all(stored: &Map<String, Value>) -> Records {
    let mut records = Records {
        newer: is_newer(stored.get(keys::SCHEMA)),
        ..Records::default()
    };
    for (key, value) in stored {
        let read = if keys::is_interview(key) {
            read_interview(value).map(|it| records.interviews.push(it))
        } else if key == keys::PROFILE {
            read_profile(value).map(|it| records.profile = it)
        } else if key == keys::SETTINGS {
            read_settings(value).map(|it| records.settings = it)
        } else if keys::is_source(key) {
            read(key, value).map(|it| records.sources.push(it))
        } else if keys::is_correction(key) {
            read(key, value).map(|it| records.corrections.push(it))
        } else if keys::is_deleted(key) {
            read(key, value).map(|it| records.deleted.push(it))
        } else if keys::is_switches(key) {
            read_switches(key, value).map(drop)
        } else if key == keys::SYNC {
            read_sync(value).map(drop)
        } else {
            records.quarantined += u32::from(keys::is_quarantine(key));
            Ok(())
        };
        match read {
            Err(ReadError::Newer) => records.newer = true,
            Err(ReadError::Unreadable) => records.unreadable.push(key.clone()),
            Ok(()) => {}
        }
    }
    records
}

fn read<T: DeserializeOwned>(key: &str, value: &Value) -> Result<T, ReadError> {
    let (_, data) = current(key, value)?;
    plain::from_value(&data).map_err(|_| ReadError::Unreadable)
}

/// The version that a record was written in, and its data in the current shape.
fn current<'a>(key: &str, value: &'a Value) -> Result<(u64, Cow<'a, Value>), ReadError> {
    let (version, data) = tagged(key, value).ok_or(ReadError::Unreadable)?;
    if version > CURRENT {
        return Err(ReadError::Newer);
    }
    let done = usize::try_from(version.saturating_sub(1)).unwrap_or(usize::MAX);
    let mut data = Cow::Borrowed(data.ok_or(ReadError::Unreadable)?);
    for step in STEPS.iter().skip(done) {
        data = Cow::Owned(step(key, &data).ok_or(ReadError::Unreadable)?);
    }
    Ok((version, data))
}

/// Version and data of a record; the bare lists of version 1 had no tag.
fn tagged<'a>(key: &str, value: &'a Value) -> Option<(u64, Option<&'a Value>)> {
    if keys::is_switches(key) && value.is_array() {
        return Some((1, Some(value)));
    }
    let version = value.get("version").and_then(Value::as_u64)?;
    (version > 0).then(|| (version, value.get("data")))
}
