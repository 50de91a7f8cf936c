//! Which interviews the clock and the popup need, so that neither reads years of finished ones.
//!
//! A derived record: written together with every interview, and made anew from all of them when it
//! is missing or damaged.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Store, keys, migrate, migrate::Records, v1::InterviewV1};
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
}

impl Index {
    /// Of all interviews.
    fn of(interviews: &[InterviewV1]) -> Self {
        let mut sorted: Vec<&InterviewV1> = interviews.iter().collect();
        sort_by_number(&mut sorted, |it| it.end_ms);
        let mut index = Self::default();
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
        if interview.is_open() {
            self.open.push(interview.id.clone());
        } else {
            self.recent.insert(0, interview.id.clone());
            self.recent.truncate(RECENT);
        }
    }

    fn keys(&self) -> Vec<String> {
        self.open
            .iter()
            .chain(&self.recent)
            .map(|it| keys::interview(it))
            .collect()
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
    let mut stored = kv
        .get(&[
            keys::INDEX,
            keys::SCHEMA,
            keys::PROFILE,
            keys::SETTINGS,
            keys::TROUBLED,
        ])
        .await?;
    let Some(index) = Index::read(&stored) else {
        return kv.get_all().await;
    };
    let names = index.keys();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    stored.extend(kv.get(&names).await?);
    Ok(stored)
}

impl<K: KeyValueStore> Store<'_, K> {
    /// The records that the clock can change, with the index as it was; no index when there was none
    /// and everything was read.
    ///
    /// # Errors
    /// The storage's.
    pub async fn open_records(&self) -> Result<(Records, Option<Index>), AppError> {
        let stored = load(self.kv).await?;
        let index = Index::read(&stored);
        Ok((migrate::read_all(&stored), index))
    }

    /// The index as it is stored now.
    ///
    /// # Errors
    /// The storage's.
    pub async fn index(&self) -> Result<Option<Index>, AppError> {
        Ok(Index::read(&self.kv.get(&[keys::INDEX]).await?))
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
        interviews: &[InterviewV1],
        now: jiff::Timestamp,
    ) -> Result<(), AppError> {
        let mut index = before.clone().unwrap_or_else(|| Index::of(interviews));
        for it in interviews {
            let over = timing::stage(it.end(), now) == Stage::Lapsed;
            let place = index.open.iter().position(|id| *id == it.id);
            if let Some(place) = place.filter(|_| over || !it.is_open()) {
                index.open.remove(place);
                index.recent.retain(|id| *id != it.id);
                index.recent.insert(0, it.id.clone());
            } else if place.is_none() && !over && it.is_open() {
                index.note(it);
            }
        }
        index.recent.truncate(RECENT);
        if before.unwrap_or_default() == index {
            return Ok(());
        }
        let mut entries = Map::new();
        entries.insert(keys::INDEX.to_owned(), super::to_value(&index)?);
        self.write(entries).await
    }
}
