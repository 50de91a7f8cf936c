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

pub use super::notice::Notice;
use super::{error::AppError, feed_address::FeedAddress};

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

/// Values that the browser keeps the same on all devices of its user (`storage.sync`). It says nothing
/// of when they arrive there, nor whether there is an account at all.
pub trait SyncStore {
    /// Everything.
    async fn get_all(&self) -> Result<Map<String, Value>, SyncTrouble>;
    /// Writes all entries or none.
    async fn set(&self, entries: Map<String, Value>) -> Result<(), SyncTrouble>;
    /// Removes keys; absent ones do not matter.
    async fn remove(&self, keys: &[&str]) -> Result<(), SyncTrouble>;
}

/// Why the synced storage did not do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyncTrouble {
    /// It is full.
    Full,
    /// It was written too often.
    TooOften,
    /// Anything else: switched off by who looks after the browser, or broken.
    Refused,
}

impl SyncTrouble {
    /// One of each, for those who need every code.
    pub const ALL: [Self; 3] = [Self::Full, Self::TooOften, Self::Refused];

    /// Stable code: its text is `sync_trouble_<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::TooOften => "too_often",
            Self::Refused => "refused",
        }
    }
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
    /// Shows instead that the user has to make room in the storage.
    async fn show_full(&self) -> Result<(), AppError>;
}

/// Notifications of the system (`notifications`). They may be muted without a word.
pub trait Notifier {
    /// Shows a notification.
    async fn show(&self, notice: &Notice) -> Result<(), AppError>;
    /// Ids of those that are still to be seen.
    async fn shown(&self) -> Result<Vec<String>, AppError>;
    /// Takes one away; one that is gone does not matter.
    async fn withdraw(&self, id: &str) -> Result<(), AppError>;
}

/// Asks the servers of calendar addresses.
pub trait FeedReader {
    /// Whether the user allowed to read from this host.
    async fn is_allowed(&self, address: &FeedAddress) -> bool;

    /// Asks for a calendar; `take` gets its bytes, unpacked, in pieces of any size, of a status 200
    /// or 207 only.
    ///
    /// # Errors
    /// When there is no whole answer.
    async fn read(
        &self,
        question: &FeedQuestion,
        take: impl FnMut(&[u8]),
    ) -> Result<FeedAnswer, FeedTrouble>;
}

/// What a server is asked.
#[derive(Clone, Debug)]
pub struct FeedQuestion {
    /// Where.
    pub address: FeedAddress,
    /// ETag of what is known.
    pub etag: Option<String>,
    /// Last-Modified of what is known.
    pub last_modified: Option<String>,
    /// A question of WebDAV instead of the calendar itself.
    pub dav: Option<DavQuestion>,
    /// A question to the interface of a service.
    #[cfg(feature = "services")]
    pub service: Option<ServiceQuestion>,
}

impl FeedQuestion {
    /// Asks for whatever is at an address.
    #[must_use]
    pub const fn of(address: FeedAddress) -> Self {
        Self {
            address,
            etag: None,
            last_modified: None,
            dav: None,
            #[cfg(feature = "services")]
            service: None,
        }
    }
}

/// A question of WebDAV (RFC 4918), answered by a multistatus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DavQuestion {
    /// `PROPFIND` or `REPORT`.
    pub method: &'static str,
    /// How far down: `0` or `1`.
    pub depth: &'static str,
    /// XML.
    pub body: String,
}

/// A question to the interface of a service, answered by JSON; `take` gets the body of any status,
/// since errors are told there.
#[cfg(feature = "services")]
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ServiceQuestion {
    /// The access token.
    pub bearer: Option<String>,
    /// The header `Prefer`.
    pub prefer: Option<&'static str>,
    /// A form to be posted; without one it is only asked.
    pub form: Option<String>,
}

#[cfg(feature = "services")]
impl std::fmt::Debug for ServiceQuestion {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("ServiceQuestion")
    }
}

/// Asks the user for consent on the page of a service (`identity`).
#[cfg(feature = "services")]
pub trait WebAuth {
    /// Where the service is to send the user back to.
    fn redirect_address(&self) -> Option<String>;
    /// Bytes that nobody can guess.
    fn random(&self) -> [u8; 64];
    /// Opens that page; the address that the user was sent back to in the end. `quietly` only where
    /// nothing is asked there.
    async fn ask(&self, address: &str, quietly: bool) -> Option<String>;
}

/// What a server said, beside the body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeedAnswer {
    /// HTTP status.
    pub status: u16,
    /// ETag.
    pub etag: Option<String>,
    /// Last-Modified.
    pub last_modified: Option<String>,
    /// Retry-After, as sent.
    pub retry_after: Option<String>,
    /// The address that answered in the end, if another than was asked.
    pub moved_to: Option<FeedAddress>,
}

/// Why there is no calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedTrouble {
    /// The permission for the host is gone.
    NotAllowed,
    /// It wants a name and password, or the secret in the address no longer counts.
    Refused,
    /// It does not take the name and password of an account.
    BadPassword,
    /// There is nothing at this address any more.
    Gone,
    /// It answered with something else, mostly a web page.
    NotACalendar,
    /// It asks to come back later.
    TooMany,
    /// It is broken at the moment.
    ServerError,
    /// It leads to another site, of which browsers do not say which.
    Elsewhere,
    /// It cannot be reached.
    Unreachable,
    /// It takes too long.
    TooSlow,
    /// It gives more than any calendar has.
    TooBig,
    /// The user's consent was withdrawn, or has run out.
    #[cfg(feature = "services")]
    Withdrawn,
}

impl FeedTrouble {
    /// One of each, for those who need every code.
    pub const ALL: &[Self] = &[
        Self::NotAllowed,
        Self::Refused,
        Self::BadPassword,
        Self::Gone,
        Self::NotACalendar,
        Self::TooMany,
        Self::ServerError,
        Self::Elsewhere,
        Self::Unreachable,
        Self::TooSlow,
        Self::TooBig,
        #[cfg(feature = "services")]
        Self::Withdrawn,
    ];

    /// Stable code: its text is `feed_trouble_<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotAllowed => "not_allowed",
            Self::Refused => "refused",
            Self::BadPassword => "bad_password",
            Self::Gone => "gone",
            Self::NotACalendar => "not_a_calendar",
            Self::TooMany => "too_many",
            Self::ServerError => "server_error",
            Self::Elsewhere => "elsewhere",
            Self::Unreachable => "unreachable",
            Self::TooSlow => "too_slow",
            Self::TooBig => "too_big",
            #[cfg(feature = "services")]
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether only the user can do something about it; all else passes.
    #[must_use]
    pub const fn needs_user(self) -> bool {
        #[cfg(feature = "services")]
        if matches!(self, Self::Withdrawn) {
            return true;
        }
        matches!(
            self,
            Self::NotAllowed
                | Self::Refused
                | Self::BadPassword
                | Self::Gone
                | Self::NotACalendar
                | Self::Elsewhere
                | Self::TooBig
        )
    }
}
