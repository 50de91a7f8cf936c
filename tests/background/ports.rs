//! The ports in memory, with every call counted; at a chosen call the background is killed: either
//! before the call has its effect, or after it but before its answer arrives. A chosen call can be
//! refused instead.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    future::{Future, pending},
    pin::pin,
    task::{Context, Poll, Waker},
};

use afternote::app::{
    error::AppError,
    feed_address::FeedAddress,
    ports::{
        Badge, Clock, FeedAnswer, FeedQuestion, FeedReader, FeedTrouble, KeyValueStore, Notice,
        Notifier, Scheduler, SyncStore, SyncTrouble,
    },
};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Map, Value};

/// Everything outside the background; it outlives each of its lives.
#[derive(Debug)]
pub(crate) struct World {
    /// `storage.local`.
    pub(crate) stored: RefCell<Map<String, Value>>,
    /// Keys of it that were written or removed since somebody took note of them.
    pub(crate) written: RefCell<BTreeSet<String>>,
    /// `storage.sync`.
    pub(crate) synced: RefCell<Map<String, Value>>,
    /// Each notification with the instant it was shown at.
    pub(crate) shown: RefCell<Vec<(Timestamp, Notice)>>,
    /// Ids of those that are still to be seen.
    pub(crate) visible: RefCell<Vec<String>>,
    /// What every calendar address answers with.
    pub(crate) served: RefCell<String>,
    /// The number on the badge.
    pub(crate) badge: Cell<u32>,
    /// The alarm that is set.
    pub(crate) alarm: Cell<Option<Timestamp>>,
    /// The clock.
    pub(crate) now: Cell<Timestamp>,
    /// Where the user is.
    pub(crate) zone: RefCell<TimeZone>,
    /// Calls so far.
    pub(crate) calls: Cell<usize>,
    /// Half-steps of the calls after which the background is killed; none: never.
    pub(crate) kill_at: Cell<Option<usize>>,
    /// The call that is refused, without an effect; none: all are granted.
    pub(crate) refuse_at: Cell<Option<usize>>,
}

impl World {
    /// An empty world.
    pub(crate) fn new(now: Timestamp) -> Self {
        Self {
            stored: RefCell::default(),
            written: RefCell::default(),
            synced: RefCell::default(),
            shown: RefCell::default(),
            visible: RefCell::default(),
            served: RefCell::default(),
            badge: Cell::new(0),
            alarm: Cell::new(None),
            now: Cell::new(now),
            zone: RefCell::new(TimeZone::UTC),
            calls: Cell::new(0),
            kill_at: Cell::new(None),
            refuse_at: Cell::new(None),
        }
    }

    /// One call to the outside.
    async fn call<T>(&self, effect: impl FnOnce() -> T) -> Result<T, AppError> {
        let number = self.calls.get();
        self.calls.set(number + 1);
        if self.kill_at.get() == Some(number * 2) {
            pending::<()>().await;
        }
        if self.refuse_at.get() == Some(number) {
            // As often the one as the other.
            return Err([AppError::StorageFailed, AppError::StorageFull][number % 2].clone());
        }
        let answer = effect();
        if self.kill_at.get() == Some(number * 2 + 1) {
            pending::<()>().await;
        }
        Ok(answer)
    }
}

/// Runs a life of the background until it is done; `None` when it was killed.
pub(crate) fn run<T>(life: impl Future<Output = T>) -> Option<T> {
    let mut life = pin!(life);
    match life.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => Some(answer),
        // Nothing in memory waits for anything but its own death.
        Poll::Pending => None,
    }
}

impl KeyValueStore for &World {
    async fn get(&self, keys: &[&str]) -> Result<Map<String, Value>, AppError> {
        self.call(|| {
            let stored = self.stored.borrow();
            let found = |key: &&str| stored.get(*key).map(|it| ((*key).to_owned(), it.clone()));
            keys.iter().filter_map(found).collect()
        })
        .await
    }

    async fn get_all(&self) -> Result<Map<String, Value>, AppError> {
        self.call(|| self.stored.borrow().clone()).await
    }

    async fn set(&self, entries: Map<String, Value>) -> Result<(), AppError> {
        self.call(|| {
            self.written.borrow_mut().extend(entries.keys().cloned());
            self.stored.borrow_mut().extend(entries);
        })
        .await
    }

    async fn remove(&self, keys: &[&str]) -> Result<(), AppError> {
        self.call(|| {
            let mut stored = self.stored.borrow_mut();
            for key in keys {
                stored.remove(*key);
            }
            let removed = keys.iter().map(|it| (*it).to_owned());
            self.written.borrow_mut().extend(removed);
        })
        .await
    }
}

impl SyncStore for &World {
    async fn get_all(&self) -> Result<Map<String, Value>, SyncTrouble> {
        granted(self.call(|| self.synced.borrow().clone()).await)
    }

    async fn set(&self, entries: Map<String, Value>) -> Result<(), SyncTrouble> {
        let answer = self.call(|| self.synced.borrow_mut().extend(entries)).await;
        answer.map_err(|_| SyncTrouble::ALL[self.calls.get() % SyncTrouble::ALL.len()])
    }

    async fn remove(&self, keys: &[&str]) -> Result<(), SyncTrouble> {
        let kept = |key: &String| !keys.contains(&key.as_str());
        granted(
            self.call(|| self.synced.borrow_mut().retain(|key, _| kept(key)))
                .await,
        )
    }
}

fn granted<T>(answer: Result<T, AppError>) -> Result<T, SyncTrouble> {
    answer.map_err(|_| SyncTrouble::Refused)
}

impl Clock for &World {
    fn now(&self) -> Timestamp {
        self.now.get()
    }

    fn zone(&self) -> TimeZone {
        self.zone.borrow().clone()
    }
}

impl Scheduler for &World {
    async fn wake_at(&self, when: Option<Timestamp>) -> Result<(), AppError> {
        self.call(|| {
            self.alarm.set(when);
        })
        .await
    }

    async fn keep_safety_alarm(&self) -> Result<(), AppError> {
        self.call(|| ()).await
    }
}

impl Badge for &World {
    async fn show_due(&self, count: u32) -> Result<(), AppError> {
        self.call(|| {
            self.badge.set(count);
        })
        .await
    }

    async fn show_full(&self) -> Result<(), AppError> {
        self.call(|| self.badge.set(u32::MAX)).await
    }
}

impl Notifier for &World {
    async fn show(&self, notice: &Notice) -> Result<(), AppError> {
        self.call(|| {
            let id = notice.about.id();
            let mut visible = self.visible.borrow_mut();
            visible.retain(|it| *it != id);
            visible.push(id);
            let mut shown = self.shown.borrow_mut();
            shown.push((self.now.get(), notice.clone()));
        })
        .await
    }

    async fn shown(&self) -> Result<Vec<String>, AppError> {
        self.call(|| self.visible.borrow().clone()).await
    }

    async fn withdraw(&self, id: &str) -> Result<(), AppError> {
        self.call(|| self.visible.borrow_mut().retain(|it| it != id))
            .await
    }
}

impl FeedReader for &World {
    async fn is_allowed(&self, _: &FeedAddress) -> bool {
        self.call(|| true).await.unwrap_or_default()
    }

    async fn read(
        &self,
        _: &FeedQuestion,
        mut take: impl FnMut(&[u8]),
    ) -> Result<FeedAnswer, FeedTrouble> {
        let answer = self.call(|| {
            take(self.served.borrow().as_bytes());
            FeedAnswer {
                status: 200,
                ..FeedAnswer::default()
            }
        });
        answer.await.map_err(|_| FeedTrouble::Unreachable)
    }
}
