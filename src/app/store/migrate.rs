//! Stored values to current shapes and back.
//!
//! Every record is tagged with the version of its shape. A newer version than ours is left alone
//! and reported; anything else that does not parse is to be set aside, never overwritten.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{
    correction::CorrectionV1,
    deleted::DeletedV1,
    index::Index,
    keys,
    source::SourceV1,
    synced::SyncV1,
    v1::{InterviewV1, ProfileV1, SettingsV1},
};
use crate::app::plain::{self, Unfit};

/// The newest version that this code writes.
pub const CURRENT: u64 = 1;

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
    read(value)
}

/// Reads a profile.
///
/// # Errors
/// [`ReadError`] when the record cannot be used.
pub fn read_profile(value: &Value) -> Result<ProfileV1, ReadError> {
    read(value)
}

/// Reads the settings.
///
/// # Errors
/// [`ReadError`] when the record cannot be used.
pub fn read_settings(value: &Value) -> Result<SettingsV1, ReadError> {
    read(value)
}

/// Reads the index.
///
/// # Errors
/// [`ReadError`] when it is to be made anew.
pub fn read_index(value: &Value) -> Result<Index, ReadError> {
    read(value)
}

/// Reads how telling other devices goes.
///
/// # Errors
/// [`ReadError`] when the record cannot be used.
pub fn read_sync(value: &Value) -> Result<SyncV1, ReadError> {
    read(value)
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
            read(value).map(|it| records.sources.push(it))
        } else if keys::is_correction(key) {
            read(value).map(|it| records.corrections.push(it))
        } else if keys::is_deleted(key) {
            read(value).map(|it| records.deleted.push(it))
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

fn read<T: DeserializeOwned>(value: &Value) -> Result<T, ReadError> {
    match value.get("version").and_then(Value::as_u64) {
        Some(CURRENT) => value
            .get("data")
            .and_then(|data| plain::from_value(data).ok())
            .ok_or(ReadError::Unreadable),
        Some(version) if version > CURRENT => Err(ReadError::Newer),
        _ => Err(ReadError::Unreadable),
    }
}
