//! Interviews that the user deleted, or that grew too old: what is left of them is a mark, so that
//! the next calendar does not bring them back as if nobody had been thanked. Keeps no text.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{Store, keys, v1::InterviewV1};
use crate::app::{error::AppError, ports::KeyValueStore};

/// A calendar is read from two years back to one year ahead: a mark older than this meets nothing.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(3 * 366 * 24);

/// Value of `deleted:<id>`, version 1. Frozen like `v1.rs`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeletedV1 {
    /// Id of the interview, also part of the key.
    pub id: String,
    /// Hashes by which it is known again: `identity::marks`.
    pub marks: Vec<String>,
    /// When it was deleted, milliseconds since 1970 UTC.
    pub at_ms: i64,
}

impl DeletedV1 {
    /// Whether an interview with this id or these marks is the one that was deleted.
    #[must_use]
    pub fn is_about(&self, id: &str, marks: &[String]) -> bool {
        self.id == id || self.marks.iter().any(|it| marks.contains(it))
    }

    /// Whether no calendar can bring it back any more.
    #[must_use]
    pub fn is_spent(&self, now: Timestamp) -> bool {
        let at = super::record::instant(self.at_ms);
        now.duration_since(at) > KEPT_FOR
    }
}

impl<K: KeyValueStore> Store<'_, K> {
    /// Removes interviews and leaves a mark of each. The marks are written first: whatever stops
    /// this in between leaves an interview to be deleted again.
    ///
    /// # Errors
    /// The storage's.
    pub async fn delete(&self, interviews: &[InterviewV1], now: Timestamp) -> Result<(), AppError> {
        if interviews.is_empty() {
            return Ok(());
        }
        let mut entries = Map::new();
        for it in interviews {
            let deleted = DeletedV1 {
                id: it.id.clone(),
                marks: it.marks(),
                at_ms: now.as_millisecond(),
            };
            entries.insert(keys::deleted(&it.id), super::to_value(&deleted)?);
        }
        self.write(entries).await?;
        self.erase_interviews(interviews.iter().map(|it| &it.id))
            .await
    }

    /// Removes interviews that others have taken in: nothing of them is gone, so no mark is left.
    ///
    /// # Errors
    /// The storage's.
    pub async fn remove_taken_in(&self, ids: &[String]) -> Result<(), AppError> {
        if ids.is_empty() {
            return Ok(());
        }
        self.erase_interviews(ids.iter()).await
    }

    async fn erase_interviews(&self, ids: impl Iterator<Item = &String>) -> Result<(), AppError> {
        // The index is made anew by the next look at the clock.
        let index = std::iter::once(keys::INDEX.to_owned());
        let names: Vec<String> = ids.map(|it| keys::interview(it)).chain(index).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        self.erase(&names).await
    }

    /// Forgets that interviews were deleted.
    ///
    /// # Errors
    /// The storage's.
    pub async fn forget_deleted<'i>(
        &self,
        ids: impl Iterator<Item = &'i String>,
    ) -> Result<(), AppError> {
        let names: Vec<String> = ids.map(|it| keys::deleted(it)).collect();
        if names.is_empty() {
            return Ok(());
        }
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        self.erase(&names).await
    }

    /// When old interviews were last looked for, and how many have been cleared away so far.
    ///
    /// # Errors
    /// The storage's.
    pub async fn last_cleared(&self) -> Result<Option<(i64, u64)>, AppError> {
        Ok(last_cleared(&self.kv.get(&[keys::CLEARED]).await?))
    }

    /// Remembers that old interviews were looked for.
    ///
    /// # Errors
    /// When the storage does.
    pub async fn save_cleared(&self, at_ms: i64, count: u64) -> Result<(), AppError> {
        let mut entries = Map::new();
        entries.insert(
            keys::CLEARED.to_owned(),
            json!({"atMs": at_ms, "count": count}),
        );
        self.write(entries).await
    }
}

/// When old interviews were last looked for, and how many have been cleared away so far, among the
/// stored records.
#[must_use]
pub fn last_cleared(stored: &Map<String, Value>) -> Option<(i64, u64)> {
    let cleared = stored.get(keys::CLEARED)?;
    Some((
        cleared.get("atMs")?.as_i64()?,
        cleared.get("count")?.as_u64()?,
    ))
}
