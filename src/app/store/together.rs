//! Records of several kinds, written at once.

use serde_json::{Map, Value};

use super::{
    Store,
    correction::CorrectionV1,
    deleted::DeletedV1,
    keys,
    source::SourceV1,
    v1::{InterviewV1, ProfileV1, SettingsV1},
};
use crate::app::{error::AppError, ports::KeyValueStore};

/// What is to be written; `None` and empty leave alone what is there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Together {
    /// The profile.
    pub profile: Option<ProfileV1>,
    /// Reminders and quiet hours.
    pub settings: Option<SettingsV1>,
    /// Interviews.
    pub interviews: Vec<InterviewV1>,
    /// Addresses that calendars come from.
    pub sources: Vec<SourceV1>,
    /// What the user said about events.
    pub corrections: Vec<CorrectionV1>,
    /// What is left of interviews that were deleted.
    pub deleted: Vec<DeletedV1>,
    /// What is written as it lay aside, by key.
    pub as_it_is: Map<String, Value>,
}

impl<K: KeyValueStore> Store<'_, K> {
    /// Writes records that come from elsewhere, all or none.
    ///
    /// # Errors
    /// The storage's; nothing is written then.
    pub async fn save_together(&self, together: Together, command: &str) -> Result<(), AppError> {
        let mut entries = self.entries_of(together.interviews, Some(command)).await?;
        if let Some(mut profile) = together.profile {
            profile.rev += 1;
            entries.insert(keys::PROFILE.to_owned(), super::to_value(&profile)?);
        }
        if let Some(mut settings) = together.settings {
            settings.rev += 1;
            entries.insert(keys::SETTINGS.to_owned(), super::to_value(&settings)?);
        }
        for source in &together.sources {
            entries.insert(keys::source(&source.id), super::to_value(source)?);
        }
        if !together.sources.is_empty() {
            let ids = together.sources.iter().map(|it| it.id.as_str());
            self.index_feeds(&mut entries, ids).await?;
        }
        for correction in &together.corrections {
            let key = keys::correction(&correction.id);
            entries.insert(key, super::to_value(correction)?);
        }
        for deleted in &together.deleted {
            let key = keys::deleted(&deleted.id);
            entries.insert(key, super::to_value(deleted)?);
        }
        entries.extend(together.as_it_is);
        if entries.is_empty() {
            return Ok(());
        }
        self.write(entries).await
    }

    /// Everything, as it lies in storage.
    ///
    /// # Errors
    /// The storage's.
    pub async fn everything(&self) -> Result<Map<String, Value>, AppError> {
        self.kv.get_all().await
    }

    /// Discards a record that was set aside, and no other.
    ///
    /// # Errors
    /// The storage's.
    pub async fn discard_aside(&self, key: &str) -> Result<(), AppError> {
        if keys::is_quarantine(key) {
            self.erase(&[key]).await
        } else {
            Ok(())
        }
    }
}
