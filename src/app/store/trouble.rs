//! What went wrong in a wake that nobody saw: remembered until a wake goes well, so that the pages
//! can say what to do. Kept without event text and without addresses.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Store, keys, migrate};
use crate::app::{error::AppError, ports::KeyValueStore};

/// Value of `trouble`, since version 2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TroubleV2 {
    /// Code of the error: its text is `error_<code>`.
    pub code: String,
    /// When it first happened, milliseconds since 1970 UTC.
    pub since_ms: i64,
}

/// The trouble among the stored records.
#[must_use]
pub fn trouble(stored: &Map<String, Value>) -> Option<TroubleV2> {
    stored
        .get(keys::TROUBLE)
        .and_then(|it| migrate::read_trouble(it).ok())
}

impl<K: KeyValueStore> Store<'_, K> {
    /// Remembers how a wake ended. The same trouble again is the same one.
    ///
    /// # Errors
    /// The storage's. A storage that is full may have no room for this either; the pages meet its
    /// error themselves then.
    pub async fn conclude_wake(
        &self,
        outcome: &Result<(), AppError>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let known = trouble(&self.kv.get(&[keys::TROUBLE]).await?);
        let code = outcome.as_ref().err().map(AppError::code);
        match (known, code) {
            (None, None) => Ok(()),
            (Some(it), Some(code)) if it.code == code => Ok(()),
            (Some(_), None) => self.erase(&[keys::TROUBLE]).await,
            (_, Some(code)) => {
                let record = TroubleV2 {
                    code: code.to_owned(),
                    since_ms: now.as_millisecond(),
                };
                let mut entries = Map::new();
                entries.insert(keys::TROUBLE.to_owned(), super::to_value(&record)?);
                self.write(entries).await
            }
        }
    }
}
