//! Which interviews the clock and the popup need, and which addresses of calendars there are, so that
//! neither a wake nor the popup reads years of finished interviews.
//!
//! A derived record: written together with every interview, and made anew from all of them when it
//! is missing or damaged.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Store, keys, migrate,
    migrate::Records,
    v1::{InterviewV1, PersonV1},
};
use crate::{
    app::{error::AppError, ports::KeyValueStore},
    domain::{
        follow_up::timing::{self, Stage},
        ordering::sort_by_number,
    },
};

/// How many finished interviews the popup still shows.
const RECENT: usize = 60;

/// Value of `index`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Index {
    /// Ids of interviews that are still to be followed up or asked about.
    pub open: Vec<String>,
    /// Ids of those finished last, latest first.
    pub recent: Vec<String>,
    /// Ids of the addresses that calendars come from, those of removed ones among them; `None` in an
    /// index that was made before it held them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feeds: Option<Vec<String>>,
    /// When the clock last closed something, milliseconds since 1970 UTC: where that lies ahead, the
    /// clock was wrong then, and what it closed is to be looked at again.
    #[serde(default)]
    pub closed_ms: i64,
}

impl Index {
    /// Of all records.
    fn of(records: &Records) -> Self {
        let mut sorted: Vec<&InterviewV1> = records.interviews.iter().collect();
        sort_by_number(&mut sorted, |it| it.end_ms);
        let feeds = records.sources.iter().map(|it| it.id.clone()).collect();
        let mut index = Self {
            feeds: Some(feeds),
            ..Self::default()
        };
        for it in sorted {
            index.note(it);
        }
        index
    }

    /// The index among stored records; `None` when it is missing or damaged.
    fn read(stored: &Map<String, Value>) -> Option<Self> {
        stored
            .get(keys::INDEX)
            .and_then(|it| migrate::read_index(it).ok())
    }

    /// Puts an interview where it belongs now.
    fn note(&mut self, interview: &InterviewV1) {
        self.open.retain(|it| *it != interview.id);
        self.recent.retain(|it| *it != interview.id);
        let lapsed = interview.people.iter().filter_map(PersonV1::lapsed_ms);
        self.closed_ms = lapsed.fold(self.closed_ms, i64::max);
        if interview.is_open() {
            self.open.push(interview.id.clone());
        } else {
            self.recent.insert(0, interview.id.clone());
            self.recent.truncate(RECENT);
        }
    }

    fn keys(&self) -> Vec<String> {
        let recent = self.recent.iter().map(|it| keys::interview(it));
        self.open_keys().into_iter().chain(recent).collect()
    }

    fn open_keys(&self) -> Vec<String> {
        self.open.iter().map(|it| keys::interview(it)).collect()
    }
}

impl InterviewV1 {
    /// Whether somebody is still owed a note, or the user an answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.called_off && (self.is_open_question() || (self.counts() && self.owed() > 0))
    }
}

/// What the popup shows: profile, settings, open and recent interviews; everything when there is no
/// index yet.
///
/// # Errors
/// The storage's.
pub async fn load<K: KeyValueStore>(kv: &K) -> Result<Map<String, Value>, AppError> {
    read(kv, |it| Some(it.keys())).await
}

/// Profile, settings and what is wanted by the index; everything when there is none, or it will not
/// do.
async fn read<K: KeyValueStore>(
    kv: &K,
    wanted: impl FnOnce(&Index) -> Option<Vec<String>>,
) -> Result<Map<String, Value>, AppError> {
    let mut stored = kv
        .get(&[
            keys::INDEX,
            keys::SCHEMA,
            keys::PROFILE,
            keys::SETTINGS,
            keys::TROUBLE,
            keys::TROUBLED,
        ])
        .await?;
    let Some(names) = Index::read(&stored).and_then(|it| wanted(&it)) else {
        return kv.get_all().await;
    };
    if !names.is_empty() {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        stored.extend(kv.get(&names).await?);
    }
    Ok(stored)
}

impl<K: KeyValueStore> Store<'_, K> {
    /// The records that the clock can change, with the index as it was; no index when there was none
    /// and everything was read, or when the clock has been set back since it closed something.
    ///
    /// # Errors
    /// The storage's.
    pub async fn open_records(&self, now: Timestamp) -> Result<(Records, Option<Index>), AppError> {
        let is_current = |it: &Index| it.closed_ms <= now.as_millisecond();
        let stored = read(self.kv, |it| is_current(it).then(|| it.open_keys())).await?;
        let index = Index::read(&stored).filter(is_current);
        Ok((migrate::read_all(&stored), index))
    }

    /// The records of open interviews and of those finished last; all when there is no index.
    ///
    /// # Errors
    /// The storage's.
    pub async fn listed_records(&self) -> Result<Records, AppError> {
        Ok(migrate::read_all(&load(self.kv).await?))
    }

    /// The records of the addresses that calendars come from, and whether there is newer data; more
    /// than these when the index does not name them.
    ///
    /// # Errors
    /// The storage's.
    pub async fn feed_records(&self) -> Result<Records, AppError> {
        let mut stored = self.kv.get(&[keys::INDEX, keys::SCHEMA]).await?;
        let Some(feeds) = Index::read(&stored).and_then(|it| it.feeds) else {
            return self.records().await;
        };
        if !feeds.is_empty() {
            let names: Vec<String> = feeds.iter().map(|it| keys::source(it)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            stored.extend(self.kv.get(&names).await?);
        }
        Ok(migrate::read_all(&stored))
    }

    /// Whether a calendar is due to be asked.
    ///
    /// # Errors
    /// The storage's.
    pub async fn has_due_feed(&self, now: Timestamp) -> Result<bool, AppError> {
        let records = self.feed_records().await?;
        Ok(records.sources.iter().any(|it| it.is_due(now)))
    }

    /// Adds the index to the entries that write addresses, if it does not name them yet. Where there
    /// is no index, or one without addresses, it is left so: they are found by reading everything.
    pub(super) async fn index_feeds(
        &self,
        entries: &mut Map<String, Value>,
        ids: impl Iterator<Item = &str>,
    ) -> Result<(), AppError> {
        let index = match Index::read(entries) {
            Some(index) => Some(index),
            None => self.index().await?,
        };
        let Some(mut index) = index else {
            return Ok(());
        };
        let Some(feeds) = &mut index.feeds else {
            return Ok(());
        };
        let known = feeds.len();
        for id in ids {
            if !feeds.iter().any(|it| it == id) {
                feeds.push(id.to_owned());
            }
        }
        if feeds.len() > known {
            entries.insert(keys::INDEX.to_owned(), super::to_value(&index)?);
        }
        Ok(())
    }

    /// The index as it is stored now.
    ///
    /// # Errors
    /// The storage's.
    pub async fn index(&self) -> Result<Option<Index>, AppError> {
        Ok(Index::read(&self.kv.get(&[keys::INDEX]).await?))
    }

    /// Forgets the index, so that it is made anew from all records.
    ///
    /// # Errors
    /// [`AppError::NewerData`], or the storage's.
    pub async fn forget_index(&self) -> Result<(), AppError> {
        self.erase(&[keys::INDEX]).await
    }

    /// The index with these interviews put where they belong, as the entry to be written with them;
    /// nothing when there is no index yet.
    pub(super) async fn indexed(
        &self,
        interviews: &[InterviewV1],
    ) -> Result<Option<Value>, AppError> {
        let Some(mut index) = self.index().await? else {
            return Ok(None);
        };
        for it in interviews {
            index.note(it);
        }
        super::to_value(&index).map(Some)
    }

    /// Makes the index anew where it is missing, and takes out what the clock has finished:
    /// questions that nobody answered, interviews of which nobody was known.
    ///
    /// # Errors
    /// The storage's.
    pub async fn tidy_index(
        &self,
        before: Option<Index>,
        records: &Records,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let mut index = before.clone().unwrap_or_else(|| Index::of(records));
        for it in &records.interviews {
            let over = timing::stage(it.end(), now) == Stage::Lapsed;
            let place = index.open.iter().position(|id| *id == it.id);
            if let Some(place) = place.filter(|_| over || !it.is_open()) {
                index.closed_ms = now.as_millisecond();
                index.open.remove(place);
                index.recent.retain(|id| *id != it.id);
                index.recent.insert(0, it.id.clone());
            } else if place.is_none() && !over && it.is_open() {
                index.note(it);
            }
        }
        index.recent.truncate(RECENT);
        // With nothing to name there is nothing to keep.
        if before.unwrap_or_else(|| Index::of(&Records::default())) == index {
            return Ok(());
        }
        let mut entries = Map::new();
        entries.insert(keys::INDEX.to_owned(), super::to_value(&index)?);
        self.write(entries).await
    }
}
