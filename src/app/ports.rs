//! What the use cases need from the outside, as traits. Each has an adapter of the same name in
//! `browser`, and a double in `doubles` for host tests.
//!
//! The traits are used on one thread only (a browser page or worker), so their futures need not be
//! `Send`.
#![allow(
    async_fn_in_trait,
    reason = "single-threaded by design: no caller needs a Send bound on the futures"
)]

use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Map, Value};

use super::error::AppError;

/// Values under string keys that outlive the browser session (`storage.local`).
/// Each `set` is atomic as a whole.
pub trait KeyValueStore {
    /// The values of those `keys` that exist.
    async fn get(&self, keys: &[&str]) -> Result<Map<String, Value>, AppError>;
    /// Everything.
    async fn get_all(&self) -> Result<Map<String, Value>, AppError>;
    /// Writes all entries or none.
    async fn set(&self, entries: Map<String, Value>) -> Result<(), AppError>;
    /// Removes keys; absent ones do not matter.
    async fn remove(&self, keys: &[&str]) -> Result<(), AppError>;
}

/// Time and place of the user.
pub trait Clock {
    /// The current instant.
    fn now(&self) -> Timestamp;
    /// The zone the user is in.
    fn zone(&self) -> TimeZone;
}

/// Wakes the background later (`alarms`). An alarm is a hint: it may come late or never.
pub trait Scheduler {
    /// Replaces the one alarm for the next due time; `None` clears it.
    async fn wake_at(&self, when: Option<Timestamp>) -> Result<(), AppError>;
    /// Makes sure that the slow safety alarm exists.
    async fn keep_safety_alarm(&self) -> Result<(), AppError>;
}

/// The toolbar button (`action`).
pub trait Badge {
    /// Shows the number of notes due now; 0 shows nothing.
    async fn show_due(&self, count: u32) -> Result<(), AppError>;
}

/// A notification, in a form that can be put into words in any language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Names what it is about; a notification with the same id replaces the earlier one.
    pub id: String,
    /// The texts are `notice_<code>_title` and `notice_<code>_message` in `_locales`.
    pub code: &'static str,
    /// Placeholders of both texts, in order; empty for a discreet one.
    pub details: Vec<String>,
}

/// Notifications of the system (`notifications`). They may be muted without a word.
pub trait Notifier {
    /// Shows a notification.
    async fn show(&self, notice: &Notice) -> Result<(), AppError>;
}
