//! Which calendars an account has, for the user to choose from.

use serde_json::Value;

use super::{
    Caller,
    json::{is, kept, text},
    service::Service,
};
use crate::app::{
    feed_address::{FeedAddress, encoded},
    ports::{FeedAnswer, FeedReader, FeedTrouble},
    refresh_feeds::{Outcome, trouble_of},
};

/// The calendars of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// The address of the account; empty where the service does not tell.
    pub account: String,
    /// The calendars.
    pub calendars: Vec<Offered>,
}

/// A calendar that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Where its events are.
    pub address: FeedAddress,
    /// What the account calls it.
    pub name: String,
    /// It is the one that interviews most likely stand in.
    pub main: bool,
}

impl<F: FeedReader> Caller<'_, F> {
    /// The calendars whose events the account may read.
    ///
    /// # Errors
    /// When the service gives none.
    pub async fn catalogue(&self) -> Result<Catalogue, FeedTrouble> {
        let list = match self.service {
            Service::Google => "users/me/calendarList?maxResults=250",
            Service::Microsoft => "me/calendars?$top=100",
        };
        let first = super::address(&format!("{}{list}", self.service.api()))?;
        let items = match self.pages(&first).await? {
            Ok(pages) => pages.items,
            Err(answer) => return Err(trouble(&answer)),
        };
        let mut found = Catalogue {
            account: String::new(),
            calendars: Vec::new(),
        };
        for item in &items {
            let (calendar, owner) = match self.service {
                Service::Google => google(item),
                Service::Microsoft => microsoft(item),
            };
            let Some(calendar) = calendar else { continue };
            if calendar.main {
                found.account = owner;
            }
            found.calendars.push(calendar);
        }
        found.calendars.sort_by_key(|it| !it.main);
        if found.calendars.is_empty() {
            return Err(FeedTrouble::Gone);
        }
        Ok(found)
    }
}

/// What an answer means that gives no calendars.
pub(super) fn trouble(answer: &FeedAnswer) -> FeedTrouble {
    match (answer.status, trouble_of(answer.status)) {
        (401 | 403, _) => FeedTrouble::Withdrawn,
        (_, Outcome::Trouble(trouble)) => trouble,
        _ => FeedTrouble::ServerError,
    }
}

fn google(item: &Value) -> (Option<Offered>, String) {
    let id = kept(item, "/id");
    let readable = matches!(
        text(item, "/accessRole"),
        Some("reader" | "writer" | "owner")
    );
    let name = text(item, "/summaryOverride").or_else(|| text(item, "/summary"));
    let at = format!("{}calendars/{}/events", Service::Google.api(), encoded(&id));
    let address = FeedAddress::parse(&at).filter(|_| readable && !id.is_empty());
    let offered = address.map(|address| Offered {
        address,
        name: name.unwrap_or(&id).to_owned(),
        main: is(item, "/primary"),
    });
    (offered, id)
}

fn microsoft(item: &Value) -> (Option<Offered>, String) {
    let main = is(item, "/isDefaultCalendar");
    let id = kept(item, "/id");
    let api = Service::Microsoft.api();
    // The documentation of version 1.0 names the default calendar without its id.
    let at = if main {
        format!("{api}me/calendarView/delta")
    } else {
        format!("{api}me/calendars/{}/calendarView/delta", encoded(&id))
    };
    let address = FeedAddress::parse(&at).filter(|_| !id.is_empty());
    let offered = address.map(|address| Offered {
        address,
        name: kept(item, "/name"),
        main,
    });
    (offered, kept(item, "/owner/address"))
}
