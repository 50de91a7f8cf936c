//! What is kept of an account of a service: its tokens, and its calendars as addresses among the
//! others.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value};

use super::{consent::Tokens, service::Service};
use crate::app::{
    error::{AppError, Field},
    feed_address::FeedAddress,
    ports::{FeedTrouble, KeyValueStore},
    protocol::service::Connection,
    refresh_feeds::{FNV, hash, label_of},
    store::{Store, grant::GrantV1, keys, migrate, source::SourceV1},
};

/// Longer than all calendars take to answer.
const JUST_NOW: SignedDuration = SignedDuration::from_mins(2);

/// Keeps the tokens, and adds the calendars chosen, due at once. An account that is connected anew gets
/// new tokens, and so do the calendars that were chosen before.
///
/// # Errors
/// [`AppError::InvalidInput`] for what is no calendar of the service, or the storage's.
pub async fn connect<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
    connection: &Connection,
) -> Result<(), AppError> {
    let invalid = AppError::InvalidInput(Field::FeedAddress);
    let service = Service::from_code(&connection.service).ok_or(invalid.clone())?;
    let mut chosen = Vec::new();
    for it in &connection.calendars {
        let address = FeedAddress::parse(&it.address).filter(|it| service.is_api(it));
        chosen.push((address.ok_or(invalid.clone())?, it.name.as_str()));
    }
    let records = store.feed_records().await?;
    if records.newer {
        return Err(AppError::NewerData);
    }
    let id = id_of(&[&connection.service, &connection.account]);
    let of_account = |it: &&SourceV1| it.grant.as_ref() == Some(&id);
    // Tokens that no calendar needs are not kept.
    if chosen.is_empty() && !records.sources.iter().any(|it| of_account(&it)) {
        return Ok(());
    }
    let grant = GrantV1 {
        id: id.clone(),
        service: connection.service.clone(),
        account: connection.account.clone(),
        client: connection.client.clone(),
        access: connection.access.clone(),
        until_ms: connection.until_ms,
        refresh: connection.refresh.clone(),
    };
    store.save_grant(&grant).await?;
    for source in records.sources.iter().filter(of_account) {
        let due = SourceV1 {
            next_ms: now.as_millisecond(),
            ..source.clone()
        };
        store.save_source(&due).await?;
    }
    for (address, name) in chosen {
        let address = address.stored();
        let source = id_of(&[&id, &address]);
        let known = records.sources.iter().find(|it| it.id == source);
        let known = known.cloned().unwrap_or_else(|| SourceV1 {
            id: source,
            host: service.name().to_owned(),
            label: label_of(name),
            grant: Some(id.clone()),
            ..SourceV1::default()
        });
        let source = SourceV1 {
            address,
            next_ms: now.as_millisecond(),
            ..known
        };
        store.save_source(&source).await?;
    }
    Ok(())
}

/// Forgets the tokens of an account, once no calendar of it is left.
///
/// # Errors
/// The storage's.
pub async fn forget_unused<K: KeyValueStore>(
    store: &Store<'_, K>,
    grant: &str,
) -> Result<(), AppError> {
    let records = store.feed_records().await?;
    let used = |it: &SourceV1| it.grant.as_deref() == Some(grant);
    if records.sources.iter().any(used) {
        return Ok(());
    }
    store.remove_grant(grant).await
}

/// What ran out by the rules of its service, and may be had again without asking anybody. Only what was
/// just found so: it is tried no more often than the calendars are asked.
#[must_use]
pub fn to_renew_quietly(stored: &Map<String, Value>, now: Timestamp) -> Vec<GrantV1> {
    let sources = migrate::read_all(stored).sources;
    let since = now.saturating_sub(JUST_NOW).unwrap_or(now).as_millisecond();
    let withdrawn = |it: &&SourceV1| {
        it.trouble.as_deref() == Some(FeedTrouble::Withdrawn.code())
            && it.tried_ms.is_some_and(|it| it >= since)
    };
    let mut ids: Vec<&String> = sources
        .iter()
        .filter(withdrawn)
        .filter_map(|it| it.grant.as_ref())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let read = |id: &String| {
        let key = keys::grant(id);
        migrate::read_grant(&key, stored.get(&key)?).ok()
    };
    let quiet = |it: &GrantV1| {
        let service = Service::from_code(&it.service);
        service.is_some_and(Service::renews_quietly) && !it.account.is_empty()
    };
    ids.into_iter().filter_map(read).filter(quiet).collect()
}

/// The tokens in a stored grant.
#[must_use]
pub fn tokens_of(grant: &GrantV1) -> Tokens {
    Tokens {
        access: grant.access.clone(),
        until: Timestamp::from_millisecond(grant.until_ms).unwrap_or(Timestamp::MIN),
        refresh: grant.refresh.clone(),
    }
}

/// The grant with other tokens.
#[must_use]
pub fn with_tokens(grant: GrantV1, tokens: Tokens) -> GrantV1 {
    GrantV1 {
        access: tokens.access,
        until_ms: tokens.until.as_millisecond(),
        refresh: tokens.refresh,
        ..grant
    }
}

fn id_of(parts: &[&str]) -> String {
    format!("{:016x}", hash(parts.join(" ").as_bytes(), FNV))
}
