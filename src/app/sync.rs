//! Devices of one user tell each other who has been thanked, through the storage that the browser
//! keeps the same on all of them (`storage.sync`). Off until the user switches it on.
//!
//! Compares what lies there with what is stored here, both ways, and keeps no list of what is still
//! to be told: whatever was cut off is told at the next wake. Tells no address, no name, no text;
//! what is told is in `marks`, under what names in `names`, laid down how in `shards`.

pub mod marks;
pub mod names;
pub mod people;
pub mod shards;
pub mod views;

use serde_json::Map;

use self::shards::{Heard, Marks};
use super::{
    error::AppError,
    ports::{Clock, KeyValueStore, SyncStore, SyncTrouble},
    store::{Store, synced::SyncV1, v1::InterviewV1},
};

/// Interviews that ended longer ago are no longer spoken of: their notes have lapsed.
const SPOKEN_OF_MS: i64 = 60 * 24 * 3_600_000;
/// At least this long between two writes: 900 an hour, 15 a minute. Browsers allow 1,800 and 120
/// (`MAX_WRITE_OPERATIONS_PER_HOUR`, `MAX_WRITE_OPERATIONS_PER_MINUTE`).
const PAUSE_MS: i64 = 4_000;

/// What a comparison led to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Records were changed.
    pub changed: bool,
    /// Something is still to be written, in so many milliseconds.
    pub again_in_ms: Option<i64>,
}

/// Switches it on or off. Whatever lies in the synced storage stays there.
///
/// # Errors
/// [`AppError::NewerData`], or the storage's.
pub async fn switch<K: KeyValueStore>(store: &Store<'_, K>, on: bool) -> Result<(), AppError> {
    let old = store.sync_state().await?;
    if old.on == on {
        return Ok(());
    }
    let rev = old.rev;
    store
        .save_sync_state(SyncV1 {
            rev,
            on,
            ..SyncV1::default()
        })
        .await
}

/// Removes everything of ours from the synced storage, here and on all devices. One that is still
/// switched on tells its own again.
///
/// # Errors
/// What the browser refuses.
pub async fn forget<S: SyncStore>(synced: &S) -> Result<(), AppError> {
    let stored = synced.get_all().await.map_err(refused)?;
    let keys = shards::keys(&stored);
    if keys.is_empty() {
        return Ok(());
    }
    synced.remove(&keys).await.map_err(refused)
}

/// Hears what other devices tell, and tells them what they do not know yet. Does nothing while it is
/// switched off.
///
/// Trouble with the synced storage is recorded, to be shown; everything else goes on without it.
///
/// # Errors
/// The local storage's; the next wake tries again.
pub async fn reconcile<K: KeyValueStore, C: Clock, S: SyncStore>(
    store: &Store<'_, K>,
    clock: &C,
    synced: &S,
) -> Result<Outcome, AppError> {
    let before = store.sync_state().await?;
    if !before.on {
        return Ok(Outcome::default());
    }
    let now_ms = clock.now().as_millisecond();
    let mut state = before.clone();
    let stored = match synced.get_all().await {
        Ok(stored) => stored,
        Err(trouble) => {
            state.trouble = Some(trouble.code().to_owned());
            save(store, &before, state).await?;
            return Ok(Outcome::default());
        }
    };
    let heard = shards::read(&stored);
    let mut records = store.listed_records().await?;
    if records.newer {
        return Ok(Outcome::default());
    }
    let (changed, wanted) = compare(&mut records.interviews, &heard, now_ms);
    let mut outcome = Outcome {
        changed: !changed.is_empty(),
        again_in_ms: None,
    };
    store.save_interviews(changed, None).await?;
    state.trouble = None;
    state.damaged = count(&heard.damaged);
    state.newer = count(&heard.newer);
    let entries = match shards::changes(&stored, &heard, &wanted, now_ms) {
        Ok(entries) => entries,
        Err(shards::NoRoom) => {
            state.trouble = Some(SyncTrouble::Full.code().to_owned());
            Map::new()
        }
    };
    if entries.is_empty() {
        save(store, &before, state).await?;
        return Ok(outcome);
    }
    outcome.again_in_ms = wait(before.wrote_ms, now_ms);
    if outcome.again_in_ms.is_some() {
        return Ok(outcome);
    }
    // Claimed before it is done: a life that begins right after may not write at once again. What was
    // wrong before is over only when the write has succeeded.
    state.wrote_ms = Some(now_ms);
    state.trouble.clone_from(&before.trouble);
    store.save_sync_state(state.clone()).await?;
    state.rev += 1;
    let claimed = state.clone();
    let told = synced.set(entries).await;
    state.trouble = told.err().map(|it| it.code().to_owned());
    save(store, &claimed, state).await?;
    Ok(outcome)
}

/// Brings the interviews in line with what was heard; gives those that changed, and the marks that
/// others should know.
fn compare(
    interviews: &mut [InterviewV1],
    heard: &Heard,
    now_ms: i64,
) -> (Vec<InterviewV1>, Marks) {
    let mut changed = Vec::new();
    let mut wanted = Marks::new();
    let spoken_of = now_ms.saturating_sub(SPOKEN_OF_MS);
    for interview in interviews.iter_mut().filter(|it| it.end_ms >= spoken_of) {
        let mut differs = false;
        for at in 0..interview.people.len() {
            let Some(person) = interview.people.get(at) else {
                continue;
            };
            if heard.marks.is_empty() && people::mark(person).is_empty() {
                continue;
            }
            let names = names::names(interview, person);
            let mut known = marks::Mark::default();
            for mark in names.iter().filter_map(|it| heard.marks.get(it)) {
                known.join(mark);
            }
            let Some(person) = interview.people.get_mut(at) else {
                continue;
            };
            differs |= people::follow(person, &known);
            known.join(&people::mark(person));
            if known.is_empty() {
                continue;
            }
            for name in names {
                wanted.entry(name).or_default().join(&known);
            }
        }
        if differs {
            changed.push(interview.clone());
        }
    }
    (changed, wanted)
}

async fn save<K: KeyValueStore>(
    store: &Store<'_, K>,
    before: &SyncV1,
    state: SyncV1,
) -> Result<(), AppError> {
    if state == *before {
        return Ok(());
    }
    store.save_sync_state(state).await
}

/// How long to wait with a write; not at all after a clock that was set back.
fn wait(wrote_ms: Option<i64>, now_ms: i64) -> Option<i64> {
    let passed = now_ms.saturating_sub(wrote_ms?);
    (0..PAUSE_MS).contains(&passed).then_some(PAUSE_MS - passed)
}

fn count(keys: &[String]) -> u32 {
    u32::try_from(keys.len()).unwrap_or(u32::MAX)
}

fn refused(trouble: SyncTrouble) -> AppError {
    match trouble {
        SyncTrouble::Full => AppError::StorageFull,
        SyncTrouble::TooOften | SyncTrouble::Refused => AppError::StorageFailed,
    }
}

#[cfg(test)]
mod tests;
