//! The stored shape of what a service granted to an account, version 1: tokens, which are
//! credentials. Frozen like `v1.rs`; in no backup.

use serde::{Deserialize, Serialize};
use serde_json::Map;

use super::{Store, keys, migrate};
use crate::app::{error::AppError, ports::KeyValueStore};

/// Value of `grant:<id>`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GrantV1 {
    /// Id, also part of the key.
    pub id: String,
    /// Code of the service.
    pub service: String,
    /// Address of the account; empty where the service does not tell.
    pub account: String,
    /// The client that the tokens were given to.
    pub client: String,
    /// The access token.
    pub access: String,
    /// Until when it is taken, milliseconds since 1970 UTC.
    pub until_ms: i64,
    /// What a newer one is had for.
    #[serde(default)]
    pub refresh: Option<String>,
}

impl std::fmt::Debug for GrantV1 {
    /// Without the tokens and the account.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("GrantV1")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

impl<K: KeyValueStore> Store<'_, K> {
    /// What a service granted; a damaged record is none, and is written anew by the next consent.
    ///
    /// # Errors
    /// When the storage does.
    pub async fn grant(&self, id: &str) -> Result<Option<GrantV1>, AppError> {
        let key = keys::grant(id);
        let stored = self.kv.get(&[&key]).await?;
        Ok(stored
            .get(&key)
            .and_then(|it| migrate::read_grant(&key, it).ok()))
    }

    /// Writes what a service granted.
    ///
    /// # Errors
    /// When the storage does.
    pub async fn save_grant(&self, grant: &GrantV1) -> Result<(), AppError> {
        let record = super::to_value(grant)?;
        let entries = Map::from_iter([(keys::grant(&grant.id), record)]);
        self.write(entries).await
    }

    /// Forgets what a service granted.
    ///
    /// # Errors
    /// When the storage does.
    pub async fn remove_grant(&self, id: &str) -> Result<(), AppError> {
        self.erase(&[&keys::grant(id)]).await
    }
}
