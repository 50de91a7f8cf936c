//! Records of older versions are rewritten in their current shapes, all at once.
//!
//! Reading does not need it: an older record is understood wherever it is met. It is done so that
//! what a version wrote is not carried along for ever, and so that the tag of the whole is true.

use serde_json::Value;

use super::{Store, keys, migrate};
use crate::app::{error::AppError, ports::KeyValueStore};

impl<K: KeyValueStore> Store<'_, K> {
    /// Brings everything to the current version, all or nothing.
    ///
    /// # Errors
    /// [`AppError::NewerData`], or the storage's; everything is as it was then.
    pub async fn upgrade(&self) -> Result<(), AppError> {
        let stored = self.kv.get_all().await?;
        let outdated = migrate::outdated(&stored);
        let schema = stored.get(keys::SCHEMA).and_then(Value::as_u64);
        let is_old = schema.is_some_and(|it| it < migrate::CURRENT);
        if outdated.is_empty() && !is_old {
            return Ok(());
        }
        self.write(outdated).await
    }
}
