//! What the options page shows of the addresses. Reads only.

use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::{
    app::{
        feed_address::FeedAddress,
        store::{migrate, source::SourceV1},
    },
    domain::ordering::sort_by,
};

/// How an address is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Not asked yet, or being asked for the first time.
    Waiting,
    /// The last answer was good.
    Fresh,
    /// The last answer was none; an earlier one was good, and it is tried again.
    Stale,
    /// There never was a good answer, and it is tried again.
    Unanswered,
    /// Only the user can help.
    NeedsYou,
}

impl State {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Fresh => "fresh",
            Self::Stale => "stale",
            Self::Unanswered => "unanswered",
            Self::NeedsYou => "needs_you",
        }
    }
}

/// One address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedView {
    /// Id.
    pub id: String,
    /// All of the address that may be seen.
    pub host: String,
    /// For asking the permission again.
    pub permission: Option<FeedAddress>,
    /// How it is doing.
    pub state: State,
    /// When it last was good.
    pub since: Option<Timestamp>,
    /// Code of what is wrong.
    pub trouble: Option<String>,
    /// Events in the last calendar.
    pub events: u32,
    /// Interviews found in it.
    pub interviews: u32,
}

/// All addresses stored, by host.
#[must_use]
pub fn of(stored: &Map<String, Value>) -> Vec<FeedView> {
    let mut sources = migrate::read_all(stored).sources;
    sort_by(&mut sources, |one, other| {
        (&one.host, &one.id).cmp(&(&other.host, &other.id))
    });
    sources.into_iter().map(view).collect()
}

fn view(source: SourceV1) -> FeedView {
    let state = match (&source.trouble, source.fresh_ms) {
        (Some(_), _) if source.needs_user => State::NeedsYou,
        (Some(_), Some(_)) => State::Stale,
        (Some(_), None) => State::Unanswered,
        (None, Some(_)) => State::Fresh,
        (None, None) => State::Waiting,
    };
    FeedView {
        permission: FeedAddress::parse(&source.address),
        id: source.id,
        host: source.host,
        state,
        since: source
            .fresh_ms
            .and_then(|it| Timestamp::from_millisecond(it).ok()),
        trouble: source.trouble,
        events: source.events,
        interviews: source.interviews,
    }
}
