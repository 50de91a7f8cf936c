//! Calendars from addresses: added, removed, asked again when it is time.
//!
//! Asking takes long and is done without the lock of the store: a feed is claimed before, with the
//! time at which it is tried again should the background die meanwhile, and its outcome is recorded
//! after. Never logs an address.

pub mod caldav;
pub mod missing;
#[cfg(feature = "services")]
pub mod services;
pub mod timing;
pub mod views;

use jiff::{SignedDuration, Timestamp};

use super::{
    error::AppError,
    feed_address::FeedAddress,
    ports::{FeedAnswer, FeedTrouble, KeyValueStore},
    protocol::FoundInterview,
    store::{
        Store,
        source::{SourceProblemV1, SourceV1},
    },
};

/// What a calendar gets wrong it mostly gets wrong again and again; more is only counted.
const KEPT_PROBLEMS: usize = 20;
/// A name, not a story.
const LONGEST_LABEL: usize = 60;

/// Adds an address, due at once; the same address twice is one. A calendar of an account is the same
/// with another password.
///
/// # Errors
/// [`AppError::InvalidInput`] for what is no address, or the storage's.
pub async fn add<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
    text: &str,
    label: &str,
    caldav: bool,
) -> Result<(), AppError> {
    let address =
        FeedAddress::parse(text).ok_or(AppError::InvalidInput(super::error::Field::FeedAddress))?;
    let stored = address.stored();
    let records = store.feed_records().await?;
    if records.newer {
        return Err(AppError::NewerData);
    }
    let named = if caldav {
        format!("caldav {}", address.fetched())
    } else {
        stored.clone()
    };
    let id = format!("{:016x}", hash(named.as_bytes(), FNV));
    let known = records.sources.into_iter().find(|it| it.id == id);
    let source = known.unwrap_or_else(|| SourceV1 {
        id,
        host: address.shown().to_owned(),
        label: label_of(label),
        caldav,
        ..SourceV1::default()
    });
    let source = SourceV1 {
        address: stored,
        next_ms: now.as_millisecond(),
        ..source
    };
    store.save_source(&source).await
}

/// What the user calls an address, and how often it is asked.
///
/// # Errors
/// [`AppError::NotFound`], or the storage's.
pub async fn edit<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
    id: &str,
    label: &str,
    every_minutes: u32,
) -> Result<(), AppError> {
    let records = store.feed_records().await?;
    let found = records.sources.into_iter().find(|it| it.id == id);
    let mut source = found.ok_or(AppError::NotFound)?;
    source.label = label_of(label);
    let every = timing::believable(every_minutes);
    if source.every_minutes != every {
        source.every_minutes = every;
        let next = next(&source, now, None).as_millisecond();
        source.next_ms = source.next_ms.min(next);
    }
    store.save_source(&source).await
}

fn label_of(text: &str) -> String {
    text.trim().chars().take(LONGEST_LABEL).collect()
}

fn next(source: &SourceV1, now: Timestamp, asked: Option<SignedDuration>) -> Timestamp {
    let every = timing::every(source.every_minutes);
    timing::next(now, every, source.failures, asked, spread(source))
}

/// Forgets an address. Its interviews stay: notes may have been written.
///
/// # Errors
/// The storage's.
pub async fn remove<K: KeyValueStore>(store: &Store<'_, K>, id: &str) -> Result<(), AppError> {
    #[cfg(feature = "services")]
    let grant = {
        let sources = store.feed_records().await?.sources;
        let source = sources.into_iter().find(|it| it.id == id);
        source.and_then(|it| it.grant)
    };
    store.remove_source(id).await?;
    #[cfg(feature = "services")]
    if let Some(grant) = grant {
        services::kept::forget_unused(store, &grant).await?;
    }
    // What others tell of the same interviews counts alone from now on.
    forget_contents(store).await
}

/// Makes a feed due at once, whatever failed before.
///
/// # Errors
/// The storage's.
pub async fn hasten<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
    id: &str,
) -> Result<(), AppError> {
    let records = store.feed_records().await?;
    match records.sources.into_iter().find(|it| it.id == id) {
        Some(mut source) => {
            source.next_ms = now.as_millisecond();
            store.save_source(&source).await
        }
        None => Err(AppError::NotFound),
    }
}

/// Forgets what the feeds contained, so that the next answer is read anew; also one that is on its way.
///
/// # Errors
/// The storage's.
pub async fn forget_contents<K: KeyValueStore>(store: &Store<'_, K>) -> Result<(), AppError> {
    for source in store.feed_records().await?.sources {
        let forgotten = SourceV1 {
            etag: None,
            last_modified: None,
            hash: None,
            forgotten: source.forgotten.wrapping_add(1),
            ..source
        };
        store.save_source(&forgotten).await?;
    }
    Ok(())
}

/// Claims the feed that has been due longest, if one is due.
///
/// # Errors
/// The storage's.
pub async fn claim<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
) -> Result<Option<SourceV1>, AppError> {
    let records = store.feed_records().await?;
    let source = records
        .sources
        .into_iter()
        .filter(|it| it.is_due(now))
        .min_by_key(|it| it.next_ms);
    let (Some(source), false) = (source, records.newer) else {
        return Ok(None);
    };
    let claimed = SourceV1 {
        tried_ms: Some(now.as_millisecond()),
        failures: source.failures + 1,
        ..source.clone()
    };
    // Should nothing more be heard of it, it is tried again as after a failure.
    let claimed = SourceV1 {
        next_ms: next(&claimed, now, None).as_millisecond(),
        failures: source.failures,
        ..claimed
    };
    store.save_source(&claimed).await?;
    Ok(Some(claimed))
}

/// What came of asking: the interviews to merge, when there is a new calendar.
#[derive(Debug)]
pub enum Outcome {
    /// A calendar other than the last one.
    New {
        /// Events in it.
        events: u32,
        /// Interviews in it.
        found: Vec<FoundInterview>,
        /// Whether it ended before its end.
        is_cut_off: bool,
        /// What could not be read.
        problems: Vec<SourceProblemV1>,
        /// Problems beyond those listed.
        more_problems: u32,
    },
    /// The same calendar as before.
    Same,
    /// No calendar.
    Trouble(FeedTrouble),
}

/// Whether an answer is the calendar known before; `hash` is its content's.
#[must_use]
pub fn is_same(source: &SourceV1, answer: &FeedAnswer, hash: &str) -> bool {
    answer.status == 304 || (answer.status == 200 && source.hash.as_deref() == Some(hash))
}

/// What a status means that gives no calendar.
#[must_use]
pub const fn trouble_of(status: u16) -> Outcome {
    match status {
        200 => Outcome::Trouble(FeedTrouble::NotACalendar),
        401 | 403 => Outcome::Trouble(FeedTrouble::Refused),
        404 | 410 => Outcome::Trouble(FeedTrouble::Gone),
        429 => Outcome::Trouble(FeedTrouble::TooMany),
        _ => Outcome::Trouble(FeedTrouble::ServerError),
    }
}

/// Merges by `merge` and records what came of asking; whether interviews may have changed. The interviews are
/// stored before the calendar counts as read: whatever stops this is made up for the next time.
///
/// # Errors
/// The storage's.
pub async fn conclude<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
    source: &SourceV1,
    answer: &FeedAnswer,
    outcome: Outcome,
    hash: &str,
    merge: impl AsyncFnOnce(&str, &SourceV1, &[FoundInterview]) -> Result<(), AppError>,
) -> Result<bool, AppError> {
    // Removed or changed by the user while it was being asked.
    let records = store.feed_records().await?;
    let Some(mut kept) = records.sources.into_iter().find(|it| it.id == source.id) else {
        return Ok(false);
    };
    // Asked again in the meantime: the later answer is the one that counts.
    if kept.tried_ms != source.tried_ms {
        return Ok(false);
    }
    // The user asked for it once more while it was being asked.
    let hastened = kept.next_ms < source.next_ms && kept.next_ms <= now.as_millisecond();
    let forgotten = kept.forgotten != source.forgotten;
    let mut changed = false;
    match outcome {
        Outcome::Trouble(trouble) => {
            kept.failures = kept.failures.saturating_add(1);
            kept.trouble = Some(trouble.code().to_owned());
            kept.needs_user = trouble.needs_user();
        }
        known => {
            kept.failures = 0;
            kept.trouble = None;
            kept.needs_user = false;
            kept.fresh_ms = Some(now.as_millisecond());
            if let Outcome::New {
                events,
                found: new,
                is_cut_off,
                mut problems,
                more_problems,
            } = known
            {
                kept.events = events;
                let beyond = problems.len().saturating_sub(KEPT_PROBLEMS);
                let beyond = u32::try_from(beyond).unwrap_or(u32::MAX);
                problems.truncate(KEPT_PROBLEMS);
                kept.problems = problems;
                kept.more_problems = more_problems.saturating_add(beyond);
                kept.interviews = u32::try_from(new.len()).unwrap_or(u32::MAX);
                // Half a calendar is no calendar to compare the next one with, nor one that anything
                // could be missing in; and what was judged for another profile is judged anew.
                let is_final = !is_cut_off && !forgotten;
                kept.hash = is_final.then(|| hash.to_owned());
                kept.etag = answer.etag.clone().filter(|_| is_final);
                kept.last_modified = answer.last_modified.clone().filter(|_| is_final);
                let command = format!("feed:{}:{hash}", kept.id);
                merge(&command, &kept, &new).await?;
                if !is_cut_off {
                    missing::ask_about(store, &command, &kept, &new, now).await?;
                }
                changed = true;
            }
        }
    }
    let retry_after = answer.retry_after.as_deref();
    let retry_after = retry_after.and_then(|it| timing::retry_after(it, now));
    if forgotten {
        kept.next_ms = now.as_millisecond();
    } else if !hastened {
        kept.next_ms = next(&kept, now, retry_after).as_millisecond();
    }
    store.save_source(&kept).await?;
    Ok(changed)
}

/// A hash of content that comes in pieces (FNV-1a, 64 bit). Tells changes, keeps no secrets.
#[derive(Clone, Copy, Debug)]
pub struct ContentHash(u64);

impl ContentHash {
    /// Of nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(FNV)
    }

    /// Takes the next bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0 = hash(bytes, self.0);
    }

    /// In hexadecimal digits.
    #[must_use]
    pub fn text(self) -> String {
        format!("{:016x}", self.0)
    }
}

impl Default for ContentHash {
    fn default() -> Self {
        Self::new()
    }
}

const FNV: u64 = 0xcbf2_9ce4_8422_2325;

fn hash(bytes: &[u8], from: u64) -> u64 {
    bytes.iter().fold(from, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn spread(source: &SourceV1) -> u64 {
    let attempt = source.tried_ms.unwrap_or_default();
    hash(&attempt.to_le_bytes(), hash(source.id.as_bytes(), FNV))
}
