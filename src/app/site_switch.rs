//! Sites that the user may switch something on for: what they are called, what the browser is asked
//! for, and which are on.

use serde_json::{Map, Value, json};

use super::{error::AppError, ports::KeyValueStore};

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
    let chosen = stored.get(key).and_then(Value::as_array);
    let chosen: Vec<&str> = chosen
        .map(|all| all.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let all = all.into_iter();
    all.filter(|it| chosen.contains(&it.code)).collect()
}

/// Replaces those that are on; codes that nothing has are dropped.
///
/// # Errors
/// The storage's.
pub async fn save<K: KeyValueStore>(
    store: &K,
    key: &str,
    known: &[&'static str],
    codes: &[String],
) -> Result<(), AppError> {
    let known = known
        .iter()
        .filter(|it| codes.iter().any(|code| code == *it));
    let codes: Vec<&str> = known.copied().collect();
    let mut entries = Map::new();
    entries.insert(key.to_owned(), json!(codes));
    store.set(entries).await
}
