//! The ports in memory, for host tests: a store that can be made to fail, a clock that stands still.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
};

use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Map, Value};

use super::{
    error::AppError,
    feed_address::FeedAddress,
    ports::{
        Badge, Clock, FeedAnswer, FeedQuestion, FeedReader, FeedTrouble, KeyValueStore, Notice,
        Notifier, Scheduler, SyncStore, SyncTrouble,
    },
};

/// A store in memory.
#[derive(Debug, Default)]
pub struct MemoryStore {
    /// What it holds.
    pub entries: RefCell<Map<String, Value>>,
    /// The error that the next writes give.
    pub refuse_writes: RefCell<Option<AppError>>,
    /// Number of successful writes.
    pub writes: Cell<u32>,
}

impl KeyValueStore for &MemoryStore {
    async fn get(&self, keys: &[&str]) -> Result<Map<String, Value>, AppError> {
        let entries = self.entries.borrow();
        Ok(keys
            .iter()
            .filter_map(|key| entries.get(*key).map(|it| ((*key).to_owned(), it.clone())))
            .collect())
    }

    async fn get_all(&self) -> Result<Map<String, Value>, AppError> {
        Ok(self.entries.borrow().clone())
    }

    async fn set(&self, entries: Map<String, Value>) -> Result<(), AppError> {
        if let Some(error) = self.refuse_writes.borrow().clone() {
            return Err(error);
        }
        self.writes.set(self.writes.get() + 1);
        self.entries.borrow_mut().extend(entries);
        Ok(())
    }

    async fn remove(&self, keys: &[&str]) -> Result<(), AppError> {
        for key in keys {
            self.entries.borrow_mut().remove(*key);
        }
        Ok(())
    }
}

/// A clock that stands still in UTC until it is set.
#[derive(Debug)]
pub struct FixedClock(pub Cell<Timestamp>);

impl Clock for &FixedClock {
    fn now(&self) -> Timestamp {
        self.0.get()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::UTC
    }
}

/// Remembers the alarm asked for; refuses while it is told to.
#[derive(Debug, Default)]
pub struct RecordedAlarm(pub Cell<Option<Timestamp>>, pub Cell<bool>);

impl Scheduler for &RecordedAlarm {
    async fn wake_at(&self, when: Option<Timestamp>) -> Result<(), AppError> {
        if self.1.get() {
            return Err(AppError::Browser("alarms"));
        }
        self.0.set(when);
        Ok(())
    }

    async fn keep_safety_alarm(&self) -> Result<(), AppError> {
        Ok(())
    }
}

/// Remembers the number shown; `None` as well where the storage is full.
#[derive(Debug, Default)]
pub struct RecordedBadge(pub Cell<Option<u32>>);

impl Badge for &RecordedBadge {
    async fn show_due(&self, count: u32) -> Result<(), AppError> {
        self.0.set(Some(count));
        Ok(())
    }

    async fn show_full(&self) -> Result<(), AppError> {
        self.0.set(None);
        Ok(())
    }
}

/// Remembers the notifications shown, and which of them are still to be seen; refuses while it is
/// told to.
#[derive(Debug, Default)]
pub struct RecordedNotices(
    pub RefCell<Vec<Notice>>,
    pub RefCell<Vec<String>>,
    pub Cell<bool>,
);

impl Notifier for &RecordedNotices {
    async fn show(&self, notice: &Notice) -> Result<(), AppError> {
        if self.2.get() {
            return Err(AppError::Browser("notifications"));
        }
        self.0.borrow_mut().push(notice.clone());
        let id = notice.about.id();
        let mut visible = self.1.borrow_mut();
        visible.retain(|it| *it != id);
        visible.push(id);
        Ok(())
    }

    async fn shown(&self) -> Result<Vec<String>, AppError> {
        Ok(self.1.borrow().clone())
    }

    async fn withdraw(&self, id: &str) -> Result<(), AppError> {
        self.1.borrow_mut().retain(|it| it != id);
        Ok(())
    }
}

/// Servers that all give the same calendar; without one they answer to nobody, ever.
#[derive(Debug, Default)]
pub(super) struct CannedFeed(pub(super) Option<String>);

impl FeedReader for CannedFeed {
    async fn is_allowed(&self, _: &FeedAddress) -> bool {
        true
    }

    async fn read(
        &self,
        _: &FeedQuestion,
        mut take: impl FnMut(&[u8]),
    ) -> Result<FeedAnswer, FeedTrouble> {
        let Some(calendar) = &self.0 else {
            return std::future::pending().await;
        };
        take(calendar.as_bytes());
        Ok(FeedAnswer {
            status: 200,
            ..FeedAnswer::default()
        })
    }
}

/// What an address answers.
#[derive(Clone, Debug)]
pub(crate) enum Scripted {
    /// An answer and its body.
    Answer(FeedAnswer, String),
    /// None.
    Trouble(FeedTrouble),
}

impl Scripted {
    /// A status and a body, with no word besides.
    pub(crate) fn plain(status: u16, body: impl Into<String>) -> Self {
        let answer = FeedAnswer {
            status,
            ..FeedAnswer::default()
        };
        Self::Answer(answer, body.into())
    }
}

/// Servers whose answers are written beforehand, by the address that is fetched; for WebDAV with the
/// method and depth before it (`PROPFIND 0 https://…`), or `events` where those are asked for.
#[derive(Debug, Default)]
pub(crate) struct ScriptedFeeds {
    /// What each address answers; one that is not named cannot be reached.
    pub(crate) answers: RefCell<HashMap<String, Scripted>>,
    /// What was asked, in order.
    pub(crate) asked: RefCell<Vec<FeedQuestion>>,
    /// Hosts that the user does not allow.
    pub(crate) denied: RefCell<Vec<String>>,
}

impl FeedReader for ScriptedFeeds {
    async fn is_allowed(&self, address: &FeedAddress) -> bool {
        let denied = self.denied.borrow();
        !denied.iter().any(|it| it == address.shown())
    }

    async fn read(
        &self,
        question: &FeedQuestion,
        mut take: impl FnMut(&[u8]),
    ) -> Result<FeedAnswer, FeedTrouble> {
        self.asked.borrow_mut().push(question.clone());
        let answers = self.answers.borrow();
        let address = question.address.fetched();
        #[cfg(feature = "services")]
        let address = of_service(question, address);
        let name = match &question.dav {
            None => address,
            Some(dav) if dav.body.contains("calendar-data") => format!("events {address}"),
            Some(dav) => format!("{} {} {address}", dav.method, dav.depth),
        };
        match answers.get(&name) {
            Some(Scripted::Answer(answer, body)) => {
                body.as_bytes().chunks(100).for_each(&mut take);
                Ok(answer.clone())
            }
            Some(Scripted::Trouble(trouble)) => Err(*trouble),
            None => Err(FeedTrouble::Unreachable),
        }
    }
}

/// The address as it is named in the script: for a service after the token that is shown, or after what
/// the form wants.
#[cfg(feature = "services")]
fn of_service(question: &FeedQuestion, address: String) -> String {
    let Some(service) = &question.service else {
        return address;
    };
    let wants = |form: &String| {
        let mut fields = form.split('&');
        fields.find_map(|it| it.strip_prefix("grant_type=").map(str::to_owned))
    };
    let before = service.form.as_ref().and_then(wants);
    let before = before.or_else(|| service.bearer.clone());
    format!("{} {address}", before.unwrap_or_default())
}

/// A synced storage in memory.
#[derive(Debug, Default)]
pub struct SyncedStore {
    /// What it holds.
    pub entries: RefCell<Map<String, Value>>,
    /// The trouble that everything gives.
    pub refuse: Cell<Option<SyncTrouble>>,
    /// Number of successful writes.
    pub writes: Cell<u32>,
}

impl SyncStore for &SyncedStore {
    async fn get_all(&self) -> Result<Map<String, Value>, SyncTrouble> {
        match self.refuse.get() {
            // What is full or was written too often can still be read.
            Some(SyncTrouble::Refused) => Err(SyncTrouble::Refused),
            _ => Ok(self.entries.borrow().clone()),
        }
    }

    async fn set(&self, entries: Map<String, Value>) -> Result<(), SyncTrouble> {
        if let Some(trouble) = self.refuse.get() {
            return Err(trouble);
        }
        self.writes.set(self.writes.get() + 1);
        self.entries.borrow_mut().extend(entries);
        Ok(())
    }

    async fn remove(&self, keys: &[&str]) -> Result<(), SyncTrouble> {
        for key in keys {
            self.entries.borrow_mut().remove(*key);
        }
        Ok(())
    }
}
