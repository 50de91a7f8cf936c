//! What is kept between sessions: keys, versioned shapes, and reading and writing them.
//!
//! Only the background writes; it holds one lock around each command (`dispatch`), so that a read,
//! a change and the write after it are never interleaved with another's.

mod aside;
pub mod correction;
pub mod deleted;
pub mod drafts;
#[cfg(feature = "services")]
pub mod grant;
pub mod identity;
pub mod index;
pub mod keys;
pub mod learned;
pub mod merge;
pub mod migrate;
pub mod note_context;
pub mod record;
pub mod said;
pub mod source;
pub mod synced;
pub mod together;
pub mod trouble;
mod upgrade;
pub mod v1;
pub mod v2;
mod write;

use serde_json::{Map, Value};

use self::{
    migrate::{ReadError, Records},
    source::SourceV1,
    v1::{InterviewV1, ProfileV1, SettingsV1},
    v2::SwitchesV2,
};
use super::{error::AppError, ports::KeyValueStore};

/// How many command ids a record remembers. A page retries a command within seconds, and never has
/// more than a few under way.
const REMEMBERED_COMMANDS: usize = 16;

/// Typed access to the stored records.
#[derive(Debug)]
pub struct Store<'k, K> {
    kv: &'k K,
}

impl<'k, K: KeyValueStore> Store<'k, K> {
    /// Access through a port.
    pub const fn new(kv: &'k K) -> Self {
        Self { kv }
    }

    /// Everything, sorted out.
    ///
    /// # Errors
    /// When the storage does.
    pub async fn records(&self) -> Result<Records, AppError> {
        Ok(migrate::read_all(&self.kv.get_all().await?))
    }

    /// One interview, to be changed.
    ///
    /// # Errors
    /// [`AppError::NotFound`], [`AppError::NewerData`], or the storage's.
    pub async fn interview(&self, id: &str) -> Result<InterviewV1, AppError> {
        let key = keys::interview(id);
        let stored = self.kv.get(&[&key, keys::SCHEMA]).await?;
        if migrate::is_newer(stored.get(keys::SCHEMA)) {
            return Err(AppError::NewerData);
        }
        let value = stored.get(&key).ok_or(AppError::NotFound)?;
        migrate::read_interview(value).map_err(|error| match error {
            ReadError::Newer => AppError::NewerData,
            ReadError::Unreadable => AppError::NotFound,
        })
    }

    /// The user's profile; the empty one when there is none or it is damaged.
    ///
    /// # Errors
    /// [`AppError::NewerData`], or the storage's.
    pub async fn profile(&self) -> Result<ProfileV1, AppError> {
        let stored = self.kv.get(&[keys::PROFILE, keys::SCHEMA]).await?;
        if migrate::is_newer(stored.get(keys::SCHEMA)) {
            return Err(AppError::NewerData);
        }
        match stored.get(keys::PROFILE).map(migrate::read_profile) {
            None | Some(Err(ReadError::Unreadable)) => Ok(ProfileV1::default()),
            Some(Ok(profile)) => Ok(profile),
            Some(Err(ReadError::Newer)) => Err(AppError::NewerData),
        }
    }

    /// Writes interviews, all or none, each with a new `rev` and the command that changed it, if one
    /// did.
    ///
    /// # Errors
    /// When the storage does; nothing is written then.
    pub async fn save_interviews(
        &self,
        interviews: Vec<InterviewV1>,
        command: Option<&str>,
    ) -> Result<(), AppError> {
        if interviews.is_empty() {
            return Ok(());
        }
        let entries = self.entries_of(interviews, command).await?;
        self.write(entries).await
    }

    /// The entries that write interviews, each with a new `rev` and the command that changed it, and
    /// the index with them; none for no interview.
    async fn entries_of(
        &self,
        interviews: Vec<InterviewV1>,
        command: Option<&str>,
    ) -> Result<Map<String, Value>, AppError> {
        let mut entries = Map::new();
        if interviews.is_empty() {
            return Ok(entries);
        }
        if let Some(index) = self.indexed(&interviews).await? {
            entries.insert(keys::INDEX.to_owned(), index);
        }
        for mut interview in interviews {
            interview.rev += 1;
            interview.commands.extend(command.map(str::to_owned));
            let surplus = interview.commands.len().saturating_sub(REMEMBERED_COMMANDS);
            interview.commands.drain(..surplus);
            entries.insert(keys::interview(&interview.id), to_value(&interview)?);
        }
        Ok(entries)
    }

    /// Writes the profile with a new `rev`.
    ///
    /// # Errors
    /// When the storage does.
    pub async fn save_profile(&self, mut profile: ProfileV1) -> Result<(), AppError> {
        profile.rev += 1;
        let mut entries = Map::new();
        entries.insert(keys::PROFILE.to_owned(), to_value(&profile)?);
        self.write(entries).await
    }

    /// Writes the settings with a new `rev`.
    ///
    /// # Errors
    /// When the storage does.
    pub async fn save_settings(&self, mut settings: SettingsV1) -> Result<(), AppError> {
        settings.rev += 1;
        let mut entries = Map::new();
        entries.insert(keys::SETTINGS.to_owned(), to_value(&settings)?);
        self.write(entries).await
    }

    /// Writes where a calendar comes from.
    ///
    /// # Errors
    /// When the storage does.
    pub async fn save_source(&self, source: &SourceV1) -> Result<(), AppError> {
        let mut entries = Map::new();
        entries.insert(keys::source(&source.id), to_value(source)?);
        let name = Some(source.name()).filter(|_| source.needs_user);
        entries.insert(
            keys::TROUBLED.to_owned(),
            self.troubled(&source.id, name).await?,
        );
        let ids = std::iter::once(source.id.as_str());
        self.index_feeds(&mut entries, ids).await?;
        self.write(entries).await
    }

    /// The names of the addresses that need the user, with or without this one.
    async fn troubled(&self, id: &str, name: Option<&str>) -> Result<Value, AppError> {
        let stored = self.kv.get(&[keys::TROUBLED]).await?;
        let known = stored.get(keys::TROUBLED).and_then(Value::as_object);
        let mut names = known.cloned().unwrap_or_default();
        match name {
            Some(name) => names.insert(id.to_owned(), name.into()),
            None => names.remove(id),
        };
        Ok(Value::Object(names))
    }

    /// Forgets where a calendar came from.
    ///
    /// # Errors
    /// When the storage does.
    pub async fn remove_source(&self, id: &str) -> Result<(), AppError> {
        let troubled = self.troubled(id, None).await?;
        let entries = Map::from_iter([(keys::TROUBLED.to_owned(), troubled)]);
        self.write(entries).await?;
        self.erase(&[&keys::source(id)]).await
    }

    /// Writes which sites are switched on under a key.
    ///
    /// # Errors
    /// When the storage does.
    pub async fn save_switches(&self, key: &str, codes: Vec<String>) -> Result<(), AppError> {
        let mut entries = Map::new();
        entries.insert(key.to_owned(), to_value(&SwitchesV2 { codes })?);
        self.write(entries).await
    }
}

fn to_value<T: serde::Serialize>(record: &T) -> Result<Value, AppError> {
    migrate::write(record).map_err(|_| AppError::StorageFailed)
}
