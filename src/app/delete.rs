//! Deletes interviews, or everything; brings one back that has just been deleted; clears away the
//! old ones.

use jiff::{Timestamp, ToSpan, tz::TimeZone};
use serde_json::Value;

use super::{
    error::AppError,
    ports::KeyValueStore,
    store::{
        Store,
        deleted::DeletedV1,
        migrate::{self, ReadError},
        record::instant,
        v1::{InterviewV1, SettingsV1},
    },
};

/// How often old interviews are looked for.
const EVERY_MS: i64 = 24 * 3_600_000;
/// What the look before found too old counts if it was not longer ago: a clock that leaps further may
/// be wrong.
const TRUSTED_MS: i64 = 40 * EVERY_MS;

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

/// Once a day: deletes interviews that are older than the settings say, and marks that no calendar
/// meets any more. Those with somebody who was thanked stay unless the settings say otherwise. Two
/// looks on different days must find the same: one by a clock that is years ahead deletes nothing.
///
/// # Errors
/// The storage's; the next wake tries again.
pub async fn clear_away<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
    zone: &TimeZone,
) -> Result<(), AppError> {
    let last = store.last_cleared().await?;
    // A clock that went backwards does not put it off for years.
    let since = |(at, _): (i64, u64)| now.as_millisecond() - at;
    if last.is_some_and(|it| (0..EVERY_MS).contains(&since(it))) {
        return Ok(());
    }
    let before = last.filter(|it| (EVERY_MS..=TRUSTED_MS).contains(&since(*it)));
    let before = before.map(|(at, _)| instant(at));
    let records = store.records().await?;
    if records.newer || records.interviews.is_empty() && records.deleted.is_empty() {
        return Ok(());
    }
    let oldest_kept = before.and_then(|it| oldest_kept(&records.settings, it, zone));
    let old: Vec<InterviewV1> = match oldest_kept {
        Some(limit) => records
            .interviews
            .into_iter()
            .filter(|it| it.end() < limit)
            .filter(|it| records.settings.clear_sent || !it.has_thanked())
            .collect(),
        None => Vec::new(),
    };
    store.delete(&old, now).await?;
    let spent = |it: &&DeletedV1| before.is_some_and(|before| it.is_spent(before));
    let spent = records.deleted.iter().filter(spent);
    store.forget_deleted(spent.map(|it| &it.id)).await?;
    let so_far = last.map_or(0, |(_, count)| count);
    let count = u64::try_from(old.len()).unwrap_or(0).saturating_add(so_far);
    store.save_cleared(now.as_millisecond(), count).await
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
