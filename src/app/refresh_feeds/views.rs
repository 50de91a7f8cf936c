//! What the options page shows of the addresses. Reads only.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::timing;
use crate::{
    app::{
        feed_address::FeedAddress,
        store::{keys, migrate, source::SourceV1},
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
    /// What the user calls it; may be empty.
    pub label: String,
    /// A calendar of an account.
    pub caldav: bool,
    /// Minutes after which it is asked again.
    pub every_minutes: u32,
    /// What could not be read: line, code and detail.
    pub problems: Vec<(u32, String, String)>,
    /// Problems beyond those.
    pub more_problems: u32,
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

/// Names of the addresses that need the user: their own, else the host.
#[must_use]
pub fn needing_you(stored: &Map<String, Value>) -> Vec<String> {
    let names = stored.get(keys::TROUBLED).and_then(Value::as_object);
    let names = names.into_iter().flat_map(Map::values);
    names
        .filter_map(|it| it.as_str().map(str::to_owned))
        .collect()
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
        label: source.label,
        caldav: source.caldav,
        every_minutes: u32::try_from(timing::every(source.every_minutes).as_mins()).unwrap_or(0),
        problems: source
            .problems
            .into_iter()
            .map(|it| (it.line, it.code, it.detail))
            .collect(),
        more_problems: source.more_problems,
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
