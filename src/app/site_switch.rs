//! Sites that the user may switch something on for: what they are called, what the browser is asked
//! for, and which are on.

use serde_json::{Map, Value};

use super::{
    error::AppError,
    ports::KeyValueStore,
    store::{Store, migrate},
};

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteSwitch {
    /// Stable code.
    pub code: &'static str,
    /// What the browser is asked for.
    pub origins: Vec<String>,
}

/// Those of `all` that are on by what is stored under a key.
#[must_use]
pub fn on(all: Vec<SiteSwitch>, stored: &Map<String, Value>, key: &str) -> Vec<SiteSwitch> {
    let chosen = stored
        .get(key)
        .and_then(|it| migrate::read_switches(key, it).ok())
        .unwrap_or_default();
    let all = all.into_iter();
    all.filter(|it| chosen.codes.iter().any(|code| code == it.code))
        .collect()
}

/// Replaces those that are on; codes that nothing has are dropped.
///
/// # Errors
/// The storage's.
pub async fn save<K: KeyValueStore>(
    store: &Store<'_, K>,
    key: &str,
    known: &[&'static str],
    codes: &[String],
) -> Result<(), AppError> {
    let known = known
        .iter()
        .filter(|it| codes.iter().any(|code| code == *it));
    let codes = known.map(|&it| it.to_owned()).collect();
    store.save_switches(key, codes).await
}
