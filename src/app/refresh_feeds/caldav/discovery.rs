//! From what the user types to the calendars of an account (RFC 6764, 6): the address itself, the
//! well-known one, the user's principal, the home of the calendars. Sends name and password only to
//! hosts that the user allowed.

use super::{Answered, ask, multistatus::Response};
use crate::app::{
    feed_address::FeedAddress,
    ports::{FeedReader, FeedTrouble},
};

const WHERE: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<d:propfind xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><d:current-user-principal/><c:calendar-home-set/><d:resourcetype/><d:displayname/><c:supported-calendar-component-set/></d:prop></d:propfind>"#;
/// Nobody has more calendars.
const MOST: usize = 200;
/// Servers may send from one address to the next, but not for ever.
const STEPS: usize = 4;

/// A calendar that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where, with the account.
    pub address: FeedAddress,
    /// What the account calls it; the last part of the path without a name.
    pub name: String,
}

/// Why there are no calendars to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotFound {
    /// They are on another host, which the user has to allow first.
    OtherHost(FeedAddress),
    /// The server gives none.
    Trouble(FeedTrouble),
}

impl From<FeedTrouble> for NotFound {
    fn from(it: FeedTrouble) -> Self {
        Self::Trouble(it)
    }
}

/// The address of a server as people type it, with their account.
#[must_use]
pub fn server(typed: &str, name: &str, password: &str) -> Option<FeedAddress> {
    let typed = typed.trim();
    let whole = if typed.contains("://") {
        FeedAddress::parse(typed)
    } else {
        FeedAddress::parse(&format!("https://{typed}"))
    };
    whole.map(|it| it.with_account(name.trim(), password))
}

/// The calendars of the account at `server`.
///
/// # Errors
/// [`NotFound`].
pub async fn calendars<F: FeedReader>(
    reader: &F,
    server: &FeedAddress,
) -> Result<Vec<Found>, NotFound> {
    // Of several answers that lead nowhere, the first is about what was typed.
    let mut trouble = None;
    let well_known = server.join("/.well-known/caldav");
    let root = server.join("/");
    for start in [Some(server.clone()), well_known, root]
        .into_iter()
        .flatten()
    {
        match from(reader, &start, server).await {
            Ok(found) => return Ok(found),
            Err(NotFound::Trouble(it)) if it != FeedTrouble::BadPassword => {
                trouble.get_or_insert(it);
            }
            Err(final_word) => return Err(final_word),
        }
    }
    Err(NotFound::Trouble(trouble.unwrap_or(FeedTrouble::Gone)))
}

async fn from<F: FeedReader>(
    reader: &F,
    start: &FeedAddress,
    account: &FeedAddress,
) -> Result<Vec<Found>, NotFound> {
    let mut at = start.clone();
    for _ in 0..STEPS {
        let (here, responses) = look(reader, &at, account, "0").await?;
        let first = responses.first().ok_or(FeedTrouble::Gone)?;
        if first.is_calendar {
            return Ok(vec![calendar(&here, first)]);
        }
        if !first.home_set.is_empty() {
            return homes(reader, &here, account, &first.home_set).await;
        }
        let principal = first.principal.as_deref().and_then(|it| here.join(it));
        match principal {
            Some(next) if next != at => at = next,
            _ => return Err(FeedTrouble::Gone.into()),
        }
    }
    Err(FeedTrouble::Gone.into())
}

async fn homes<F: FeedReader>(
    reader: &F,
    here: &FeedAddress,
    account: &FeedAddress,
    homes: &[String],
) -> Result<Vec<Found>, NotFound> {
    let mut found: Vec<Found> = Vec::new();
    for home in homes.iter().filter_map(|it| here.join(it)) {
        let (here, responses) = look(reader, &home, account, "1").await?;
        let takes_events = |it: &&Response| {
            it.components.is_empty() || it.components.iter().any(|it| it == "VEVENT")
        };
        let calendars = responses.iter().filter(|it| it.is_calendar);
        for it in calendars.filter(takes_events).take(MOST) {
            if let Some(address) = here.join(&it.href) {
                let one = calendar(&address, it);
                if !found.contains(&one) {
                    found.push(one);
                }
            }
        }
    }
    if found.is_empty() {
        return Err(FeedTrouble::Gone.into());
    }
    Ok(found)
}

/// Asks one address; where the answer came from, and its entries.
async fn look<F: FeedReader>(
    reader: &F,
    at: &FeedAddress,
    account: &FeedAddress,
    depth: &'static str,
) -> Result<(FeedAddress, Vec<Response>), NotFound> {
    if !reader.is_allowed(at).await {
        return Err(NotFound::OtherHost(at.clone()));
    }
    let asked = at.clone().with_account_of(account);
    let answered: Answered = ask(reader, &asked, "PROPFIND", depth, WHERE.to_owned()).await?;
    if !answered.is_multistatus() {
        return Err(match answered.answer.status {
            429 => FeedTrouble::TooMany,
            500.. => FeedTrouble::ServerError,
            _ => FeedTrouble::Gone,
        }
        .into());
    }
    let here = answered.answer.moved_to.clone().unwrap_or(asked);
    let here = here.with_account_of(account);
    Ok((here, answered.parsed()?.responses))
}

fn calendar(at: &FeedAddress, it: &Response) -> Found {
    let last = it.href.trim_end_matches('/').rsplit('/').next();
    let name = if it.name.is_empty() {
        last.unwrap_or_default().to_owned()
    } else {
        it.name.clone()
    };
    Found {
        address: at.clone(),
        name,
    }
}
