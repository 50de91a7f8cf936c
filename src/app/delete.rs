//! Deletes interviews, or everything; brings one back that has just been deleted; clears away the
//! old ones.

use jiff::{Timestamp, ToSpan, tz::TimeZone};
use serde_json::{Map, Value, json};

use super::{
    error::AppError,
    ports::KeyValueStore,
    store::{
        Store, keys,
        migrate::{self, ReadError},
        v1::{InterviewV1, SettingsV1},
    },
};

/// How often old interviews are looked for.
const EVERY_MS: i64 = 24 * 3_600_000;

/// Deletes one interview; a mark stays, so that no calendar brings it back.
///
/// # Errors
/// [`AppError::NewerData`], or the storage's. One that is gone already is no error.
pub async fn delete<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
    id: &str,
) -> Result<(), AppError> {
    match store.interview(id).await {
        Ok(interview) => store.delete(&[interview], now).await,
        Err(AppError::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Brings an interview back, as the page kept it that deleted it.
///
/// # Errors
/// [`AppError::NotFound`] for one that was not deleted; [`AppError::UnknownRequest`] for what is no
/// interview; the storage's.
pub async fn bring_back<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    record: &Value,
) -> Result<(), AppError> {
    let interview = migrate::read_interview(record).map_err(|error| match error {
        ReadError::Newer => AppError::NewerData,
        ReadError::Unreadable => AppError::UnknownRequest,
    })?;
    let records = store.records().await?;
    if records.newer {
        return Err(AppError::NewerData);
    }
    let id = interview.id.clone();
    if !records.interviews.iter().any(|it| it.id == id) {
        if !records.deleted.iter().any(|it| it.id == id) {
            return Err(AppError::NotFound);
        }
        store
            .save_interviews(vec![interview], Some(command))
            .await?;
    }
    store.forget_deleted([&id].into_iter()).await
}

/// Deletes everything, whatever version wrote it.
///
/// # Errors
/// The storage's.
pub async fn delete_all<K: KeyValueStore>(kv: &K) -> Result<(), AppError> {
    let stored = kv.get_all().await?;
    let names: Vec<&str> = stored.keys().map(String::as_str).collect();
    kv.remove(&names).await
}

/// Once a day: deletes interviews that are older than the settings say, and marks that no calendar
/// meets any more. Those with somebody who was thanked stay unless the settings say otherwise.
///
/// # Errors
/// The storage's; the next wake tries again.
pub async fn clear_away<K: KeyValueStore>(
    store: &Store<'_, K>,
    kv: &K,
    now: Timestamp,
    zone: &TimeZone,
) -> Result<(), AppError> {
    let last = last_cleared(&kv.get(&[keys::CLEARED]).await?);
    // A clock that went backwards does not put it off for years.
    if last.is_some_and(|(at, _)| (0..EVERY_MS).contains(&(now.as_millisecond() - at))) {
        return Ok(());
    }
    let records = store.records().await?;
    if records.newer || records.interviews.is_empty() && records.deleted.is_empty() {
        return Ok(());
    }
    let old: Vec<InterviewV1> = match oldest_kept(&records.settings, now, zone) {
        Some(limit) => records
            .interviews
            .into_iter()
            .filter(|it| it.end() < limit)
            .filter(|it| records.settings.clear_sent || !it.has_thanked())
            .collect(),
        None => Vec::new(),
    };
    store.delete(&old, now).await?;
    let spent = records.deleted.iter().filter(|it| it.is_spent(now));
    store.forget_deleted(spent.map(|it| &it.id)).await?;
    let before = last.map_or(0, |(_, count)| count);
    let count = u64::try_from(old.len()).unwrap_or(0).saturating_add(before);
    let mut entries = Map::new();
    entries.insert(
        keys::CLEARED.to_owned(),
        json!({"atMs": now.as_millisecond(), "count": count}),
    );
    kv.set(entries).await
}

/// When old interviews were last looked for, and how many have been cleared away so far.
#[must_use]
pub fn last_cleared(stored: &Map<String, Value>) -> Option<(i64, u64)> {
    let cleared = stored.get(keys::CLEARED)?;
    Some((
        cleared.get("atMs")?.as_i64()?,
        cleared.get("count")?.as_u64()?,
    ))
}

/// What ended before this is cleared away; `None` keeps everything.
fn oldest_kept(settings: &SettingsV1, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    let months = i64::from(settings.keep_months);
    if months == 0 {
        return None;
    }
    let limit = zone.to_datetime(now).checked_sub(months.months()).ok()?;
    zone.to_timestamp(limit).ok()
}

#[cfg(test)]
mod tests;
