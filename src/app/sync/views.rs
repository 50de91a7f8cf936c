//! What the options page says about telling other devices.

use serde_json::{Map, Value};

use crate::app::store::{keys, migrate};

/// How it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncView {
    /// It is switched on.
    pub on: bool,
    /// When this device last told something, milliseconds since 1970 UTC.
    pub wrote_ms: Option<i64>,
    /// What is wrong: a code of `sync_trouble_<code>`.
    pub trouble: Option<String>,
    /// Items that cannot be read.
    pub damaged: u32,
    /// Items of a newer version.
    pub newer: u32,
}

/// Of what is stored.
#[must_use]
pub fn of(stored: &Map<String, Value>) -> SyncView {
    let state = stored.get(keys::SYNC).map(migrate::read_sync);
    let Some(Ok(it)) = state else {
        return SyncView::default();
    };
    SyncView {
        on: it.on,
        wrote_ms: it.wrote_ms,
        trouble: it.trouble,
        damaged: it.damaged,
        newer: it.newer,
    }
}
