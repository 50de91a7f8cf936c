//! The one way into the storage. Nothing is written, replaced or removed where data of a newer
//! version of the extension lies; who wants to write need not think of it.
//!
//! `tests/architecture.rs` sees to it that nobody else writes.

use serde_json::{Map, Value};

use super::{Store, keys, migrate};
use crate::app::{error::AppError, ports::KeyValueStore};

impl<K: KeyValueStore> Store<'_, K> {
    /// Writes all entries or none, tagged with the version of this code.
    ///
    /// # Errors
    /// [`AppError::NewerData`], or the storage's; nothing is written then.
    pub(super) async fn write(&self, mut entries: Map<String, Value>) -> Result<(), AppError> {
        self.refuse_newer(entries.keys().map(String::as_str))
            .await?;
        entries.insert(keys::SCHEMA.to_owned(), migrate::CURRENT.into());
        self.kv.set(entries).await
    }

    /// Removes keys; absent ones do not matter.
    ///
    /// # Errors
    /// [`AppError::NewerData`], or the storage's; nothing is removed then.
    pub(super) async fn erase(&self, names: &[&str]) -> Result<(), AppError> {
        self.refuse_newer(names.iter().copied()).await?;
        self.kv.remove(names).await
    }

    /// Removes everything, whatever version wrote it: what the user owns the user may destroy.
    ///
    /// # Errors
    /// The storage's.
    pub async fn erase_everything(&self) -> Result<(), AppError> {
        let stored = self.kv.get_all().await?;
        let names: Vec<&str> = stored.keys().map(String::as_str).collect();
        self.kv.remove(&names).await
    }

    async fn refuse_newer(&self, names: impl Iterator<Item = &str>) -> Result<(), AppError> {
        let names: Vec<&str> = names.chain([keys::SCHEMA]).collect();
        let there = self.kv.get(&names).await?;
        let newer = migrate::is_newer(there.get(keys::SCHEMA))
            || there.values().any(migrate::is_newer_record);
        if newer {
            return Err(AppError::NewerData);
        }
        Ok(())
    }
}
