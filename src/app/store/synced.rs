//! The stored shape of how telling other devices goes, version 1, and reading and writing it. Frozen
//! like `v1.rs`.

use serde::{Deserialize, Serialize};
use serde_json::Map;

use super::{Store, keys, migrate, migrate::ReadError};
use crate::app::{error::AppError, ports::KeyValueStore};

/// Value of `sync`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SyncV1 {
    /// Counts the writes of this record.
    pub rev: u64,
    /// The user switched it on.
    pub on: bool,
    /// When the synced storage was last written, milliseconds since 1970 UTC.
    #[serde(default)]
    pub wrote_ms: Option<i64>,
    /// What is wrong, as a code of `sync_trouble_<code>`.
    #[serde(default)]
    pub trouble: Option<String>,
    /// Items in the synced storage that cannot be read.
    #[serde(default)]
    pub damaged: u32,
    /// Items there of a newer version of the extension.
    #[serde(default)]
    pub newer: u32,
}

impl<K: KeyValueStore> Store<'_, K> {
    /// How telling other devices goes; off when there is no record or it is damaged.
    ///
    /// # Errors
    /// [`AppError::NewerData`], or the storage's.
    pub async fn sync_state(&self) -> Result<SyncV1, AppError> {
        let stored = self.kv.get(&[keys::SYNC, keys::SCHEMA]).await?;
        if migrate::is_newer(stored.get(keys::SCHEMA)) {
            return Err(AppError::NewerData);
        }
        match stored.get(keys::SYNC).map(migrate::read_sync) {
            None | Some(Err(ReadError::Unreadable)) => Ok(SyncV1::default()),
            Some(Ok(state)) => Ok(state),
            Some(Err(ReadError::Newer)) => Err(AppError::NewerData),
        }
    }

    /// Writes it with a new `rev`.
    ///
    /// # Errors
    /// When the storage does.
    pub async fn save_sync_state(&self, mut state: SyncV1) -> Result<(), AppError> {
        state.rev += 1;
        let mut entries = Map::new();
        entries.insert(keys::SYNC.to_owned(), super::to_value(&state)?);
        self.write(entries).await
    }
}
