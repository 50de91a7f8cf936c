//! Calendars of services with an interface of their own (Google Calendar API, Microsoft Graph): whether
//! one has changed, and its events in a window of time. Only in builds with a client id
//! (`docs/services.md`).
//!
//! First the service is asked what has changed since its own token (`syncToken`, `deltaLink`); only
//! a calendar that has changed is fetched, and then as a whole window: events that are no interviews
//! are stored nowhere, so there is nothing that a change could be applied to. Its events are handed
//! on as iCalendar, so that all calendars are read and judged in one way. Refuses to write anything
//! to a service, and to show a token to any other host.

pub mod catalogue;
pub mod consent;
mod entry;
mod google;
mod json;
pub mod kept;
mod microsoft;
mod object_id;
pub mod service;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde_json::Value;

use self::{
    entry::Entry,
    json::{list, text},
    service::Service,
};
use super::ContentHash;
use crate::app::{
    feed_address::{FeedAddress, encoded},
    ports::{FeedAnswer, FeedQuestion, FeedReader, FeedTrouble, ServiceQuestion},
};

/// How far back: what is older is history.
const BACK: SignedDuration = SignedDuration::from_hours(366 * 24);
/// How far ahead.
const AHEAD: SignedDuration = SignedDuration::from_hours(366 * 24);
/// Two hundred events a page at the least: nobody has more.
const MOST_PAGES: usize = 200;
/// Series that are asked for one by one, where the view does not give them.
const MOST_SERIES: usize = 50;

/// What an answer without a calendar means for the rest.
type Asked<T> = Result<Result<T, FeedAnswer>, FeedTrouble>;

/// What is known of a calendar since it was read last.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The service's token of that state.
    pub token: Option<&'a str>,
    /// The day of the window that was read.
    pub day: Option<&'a str>,
}

/// A service, asked on behalf of an account.
pub struct Caller<'a, F> {
    /// The network.
    pub reader: &'a F,
    /// Which.
    pub service: Service,
    /// The access token.
    pub access: &'a str,
    /// The address of the account.
    pub account: &'a str,
}

impl<F> std::fmt::Debug for Caller<'_, F> {
    /// Without the token and the account.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Caller")
    }
}

/// One page of a list.
struct Page {
    items: Vec<Value>,
    /// Where the next one is.
    next: Option<String>,
    /// The token of this state, on the last page.
    token: Option<String>,
    /// The zone of the calendar.
    zone: Option<String>,
}

impl<F: FeedReader> Caller<'_, F> {
    /// Asks a calendar; `take` gets its events as iCalendar. The answer's status is 304 when nothing
    /// has changed since what is `known`; its `etag` and `last_modified` are what to know the next
    /// time. The text returned with it is what to compare.
    ///
    /// # Errors
    /// When there is no whole answer.
    pub async fn read(
        &self,
        calendar: &FeedAddress,
        known: Known<'_>,
        now: Timestamp,
        mut take: impl FnMut(&[u8]),
    ) -> Result<(FeedAnswer, String), FeedTrouble> {
        // The window moves on: what comes into it is asked for once a day.
        let day = TimeZone::UTC.to_datetime(now).date().to_string();
        let token = known.token.filter(|_| known.day == Some(day.as_str()));
        if let Some(since) = token.and_then(|it| since(self.service, calendar, it)) {
            match self.has_changed(&since).await? {
                Ok(false) => return Ok((status(304), String::new())),
                Err(answer) if !begins_anew(answer.status) => return Ok((answer, String::new())),
                Ok(true) | Err(_) => {}
            }
        }
        let (entries, token) = match self.whole(calendar, now).await? {
            Ok(whole) => whole,
            Err(answer) => return Ok((answer, String::new())),
        };
        let calendar = entry::calendar(&entries);
        let mut hash = ContentHash::new();
        for part in [
            token.as_deref().unwrap_or_default(),
            day.as_str(),
            calendar.as_str(),
        ] {
            hash.add(part.as_bytes());
        }
        take(calendar.as_bytes());
        let answer = FeedAnswer {
            etag: token,
            last_modified: Some(day),
            ..status(200)
        };
        Ok((answer, hash.text()))
    }

    /// Whether there is a change at all; which one does not matter.
    async fn has_changed(&self, since: &FeedAddress) -> Asked<bool> {
        let mut at = since.clone();
        // Rounds without a change may still have several pages.
        for _ in 0..MOST_PAGES {
            let page = match self.ask(&at).await? {
                Ok(body) => page(self.service, since, body),
                Err(answer) => return Ok(Err(answer)),
            };
            match page.next {
                _ if !page.items.is_empty() => return Ok(Ok(true)),
                Some(next) => at = address(&next)?,
                None => return Ok(Ok(false)),
            }
        }
        Ok(Ok(true))
    }

    /// All events in the window, and the token of that state.
    async fn whole(
        &self,
        calendar: &FeedAddress,
        now: Timestamp,
    ) -> Asked<(Vec<Entry>, Option<String>)> {
        let first = address(&window(self.service, calendar, now))?;
        let mut pages = match self.pages(&first).await? {
            Ok(pages) => pages,
            Err(answer) => return Ok(Err(answer)),
        };
        let entries = match self.service {
            Service::Google => google::entries(&pages.items, pages.zone.as_deref()),
            Service::Microsoft => {
                let missing = microsoft::missing_series(&pages.items);
                for id in missing.iter().take(MOST_SERIES) {
                    let at = format!("{}me/events/{}", self.service.api(), encoded(id));
                    match self.ask(&address(&at)?).await? {
                        Ok(series) => pages.items.push(series),
                        // It is gone by now.
                        Err(answer) if answer.status == 404 => {}
                        Err(answer) => return Ok(Err(answer)),
                    }
                }
                microsoft::entries(&pages.items, self.account)
            }
        };
        Ok(Ok((entries, pages.token)))
    }

    /// A list, page by page, as one.
    async fn pages(&self, first: &FeedAddress) -> Asked<Page> {
        let mut all = Page {
            items: Vec::new(),
            next: None,
            token: None,
            zone: None,
        };
        let mut at = first.clone();
        for _ in 0..MOST_PAGES {
            let page = match self.ask(&at).await? {
                Ok(body) => page(self.service, first, body),
                Err(answer) => return Ok(Err(answer)),
            };
            all.items.extend(page.items);
            all.zone = all.zone.or(page.zone);
            match page.next {
                Some(next) => at = address(&next)?,
                None => {
                    all.token = page.token;
                    return Ok(Ok(all));
                }
            }
        }
        Err(FeedTrouble::TooBig)
    }

    /// One page, as an object.
    async fn ask(&self, at: &FeedAddress) -> Asked<Value> {
        if !self.service.is_api(at) {
            return Err(FeedTrouble::Elsewhere);
        }
        let question = FeedQuestion {
            service: Some(ServiceQuestion {
                bearer: Some(self.access.to_owned()),
                prefer: self.service.prefer(),
                form: None,
            }),
            ..FeedQuestion::of(at.clone())
        };
        let mut body = Vec::new();
        let take = |bytes: &[u8]| body.extend_from_slice(bytes);
        let mut answer = self.reader.read(&question, take).await?;
        let body: Option<Value> = serde_json::from_slice(&body).ok();
        if answer.status == 403 && body.as_ref().is_some_and(is_limit) {
            answer.status = 429;
        }
        if answer.status != 200 {
            return Ok(Err(answer));
        }
        // Anything else is a fault of the service, or of somebody on the way.
        let object = body.filter(Value::is_object);
        object.map(Ok).ok_or(FeedTrouble::ServerError)
    }
}

fn status(status: u16) -> FeedAnswer {
    FeedAnswer {
        status,
        ..FeedAnswer::default()
    }
}

/// Whether a token is no longer taken. Both services say 410 (`fullSyncRequired`,
/// `syncStateNotFound`); a 400 or 404 may be about the token, too.
const fn begins_anew(status: u16) -> bool {
    matches!(status, 400 | 404 | 410)
}

/// Google says "too many" by 403 as well, in the words of the body.
fn is_limit(body: &Value) -> bool {
    list(body, "/error/errors").iter().any(|it| {
        matches!(
            text(it, "/reason"),
            Some("rateLimitExceeded" | "userRateLimitExceeded" | "quotaExceeded")
        )
    })
}

fn address(text: &str) -> Result<FeedAddress, FeedTrouble> {
    FeedAddress::parse(text).ok_or(FeedTrouble::ServerError)
}

/// Where all events of the window are.
fn window(service: Service, calendar: &FeedAddress, now: Timestamp) -> String {
    let bound = |at: Option<Timestamp>| {
        let day = TimeZone::UTC.to_datetime(at.unwrap_or(now)).date();
        format!("{day}T00:00:00Z")
    };
    let from = bound(now.checked_sub(BACK).ok());
    let until = bound(now.checked_add(AHEAD).ok());
    let at = calendar.fetched();
    match service {
        Service::Google => format!("{at}?maxResults=2500&timeMin={from}&timeMax={until}"),
        Service::Microsoft => format!("{at}?startDateTime={from}&endDateTime={until}"),
    }
}

/// Where the changes since a token are. Google's must not name the window again; Microsoft's is an
/// address of its own.
fn since(service: Service, calendar: &FeedAddress, token: &str) -> Option<FeedAddress> {
    match service {
        Service::Google => FeedAddress::parse(&format!(
            "{}?maxResults=2500&syncToken={}",
            calendar.fetched(),
            encoded(token)
        )),
        Service::Microsoft => FeedAddress::parse(token),
    }
}

fn page(service: Service, first: &FeedAddress, mut body: Value) -> Page {
    let [items, next, token] = match service {
        Service::Google => ["items", "nextPageToken", "nextSyncToken"],
        Service::Microsoft => ["value", "@odata.nextLink", "@odata.deltaLink"],
    };
    let said = |name: &str| text(&body, &format!("/{name}")).map(str::to_owned);
    let next = said(next).map(|it| match service {
        Service::Google => {
            let first = first.fetched();
            let joint = if first.contains('?') { '&' } else { '?' };
            format!("{first}{joint}pageToken={}", encoded(&it))
        }
        Service::Microsoft => it,
    });
    let (token, zone) = (said(token), said("timeZone"));
    let items = match body.get_mut(items).map(Value::take) {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    };
    Page {
        items,
        next,
        token,
        zone,
    }
}

#[cfg(test)]
mod tests;
