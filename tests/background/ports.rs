//! The ports in memory, with every call counted; at a chosen call the background is killed: either
//! before the call has its effect, or after it but before its answer arrives.

use std::{
    cell::{Cell, RefCell},
    future::{Future, pending},
    pin::pin,
    task::{Context, Poll, Waker},
};

use afternote::app::{
    error::AppError,
    ports::{Badge, Clock, KeyValueStore, Notice, Notifier, Scheduler, SyncStore, SyncTrouble},
};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Map, Value};

/// Everything outside the background; it outlives each of its lives.
#[derive(Debug)]
pub(crate) struct World {
    /// `storage.local`.
    pub(crate) stored: RefCell<Map<String, Value>>,
    /// `storage.sync`.
    pub(crate) synced: RefCell<Map<String, Value>>,
    /// Each notification with the instant it was shown at.
    pub(crate) shown: RefCell<Vec<(Timestamp, Notice)>>,
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
}

impl World {
    /// An empty world.
    pub(crate) fn new(now: Timestamp) -> Self {
        Self {
            stored: RefCell::default(),
            synced: RefCell::default(),
            shown: RefCell::default(),
            badge: Cell::new(0),
            alarm: Cell::new(None),
            now: Cell::new(now),
            zone: RefCell::new(TimeZone::UTC),
            calls: Cell::new(0),
            kill_at: Cell::new(None),
        }
    }

    /// One call to the outside.
    async fn call<T>(&self, effect: impl FnOnce() -> T) -> T {
        let half = self.calls.get() * 2;
        self.calls.set(self.calls.get() + 1);
        if self.kill_at.get() == Some(half) {
            pending::<()>().await;
        }
        let answer = effect();
        if self.kill_at.get() == Some(half + 1) {
            pending::<()>().await;
        }
        answer
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
            Ok(keys.iter().filter_map(found).collect())
        })
        .await
    }

    async fn get_all(&self) -> Result<Map<String, Value>, AppError> {
        self.call(|| Ok(self.stored.borrow().clone())).await
    }

    async fn set(&self, entries: Map<String, Value>) -> Result<(), AppError> {
        self.call(|| {
            self.stored.borrow_mut().extend(entries);
            Ok(())
        })
        .await
    }

    async fn remove(&self, keys: &[&str]) -> Result<(), AppError> {
        self.call(|| {
            let mut stored = self.stored.borrow_mut();
            for key in keys {
                stored.remove(*key);
            }
            Ok(())
        })
        .await
    }
}

impl SyncStore for &World {
    async fn get_all(&self) -> Result<Map<String, Value>, SyncTrouble> {
        self.call(|| Ok(self.synced.borrow().clone())).await
    }

    async fn set(&self, entries: Map<String, Value>) -> Result<(), SyncTrouble> {
        self.call(|| {
            self.synced.borrow_mut().extend(entries);
            Ok(())
        })
        .await
    }

    async fn remove(&self, keys: &[&str]) -> Result<(), SyncTrouble> {
        self.call(|| {
            self.synced
                .borrow_mut()
                .retain(|key, _| !keys.contains(&key.as_str()));
            Ok(())
        })
        .await
    }
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
            Ok(())
        })
        .await
    }

    async fn keep_safety_alarm(&self) -> Result<(), AppError> {
        self.call(|| Ok(())).await
    }
}

impl Badge for &World {
    async fn show_due(&self, count: u32) -> Result<(), AppError> {
        self.call(|| {
            self.badge.set(count);
            Ok(())
        })
        .await
    }
}

impl Notifier for &World {
    async fn show(&self, notice: &Notice) -> Result<(), AppError> {
        self.call(|| {
            self.shown
                .borrow_mut()
                .push((self.now.get(), notice.clone()));
            Ok(())
        })
        .await
    }
}
