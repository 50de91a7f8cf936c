//! A calendar of an account (CalDAV, RFC 4791): whether it has changed, and its events in a window of
//! time.
//!
//! First the server's own mark of the state (`getctag`, `sync-token`, or the `getetag`s of all
//! events) is compared; only a calendar that has changed is fetched. It is fetched as a whole
//! window, not event by event: events that are no interviews are stored nowhere, so there is
//! nothing to complete. Refuses to write anything to a server.

pub mod discovery;
mod multistatus;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use self::multistatus::Multistatus;
use super::ContentHash;
use crate::app::{
    feed_address::FeedAddress,
    ports::{DavQuestion, FeedAnswer, FeedQuestion, FeedReader, FeedTrouble},
};

/// How far back: what is older is history.
const BACK: SignedDuration = SignedDuration::from_hours(366 * 24);
/// How far ahead.
const AHEAD: SignedDuration = SignedDuration::from_hours(366 * 24);

const STATE: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<d:propfind xmlns:d="DAV:" xmlns:cs="http://calendarserver.org/ns/"><d:prop><cs:getctag/><d:sync-token/></d:prop></d:propfind>"#;

/// Asks a calendar; `take` gets its events. The answer's status is 304 when nothing has changed
/// since `known`, the text returned with it is what to compare the next time.
///
/// # Errors
/// When there is no whole answer.
pub async fn read<F: FeedReader>(
    reader: &F,
    address: &FeedAddress,
    known: Option<&str>,
    now: Timestamp,
    mut take: impl FnMut(&[u8]),
) -> Result<(FeedAnswer, String), FeedTrouble> {
    let mut state = ask(reader, address, "PROPFIND", "0", STATE.to_owned()).await?;
    if !state.is_multistatus() {
        return Ok((state.answer, String::new()));
    }
    let mut mark = state.parsed()?.mark();
    if mark.is_none() {
        let etags = query(now, "<d:getetag/>");
        state = ask(reader, address, "REPORT", "1", etags).await?;
        if !state.is_multistatus() {
            return Ok((state.answer, String::new()));
        }
        mark = Some(state.parsed()?.etags_hash());
    }
    let mark = mark.unwrap_or_default();
    // The window moves on: what comes into it is asked for once a day.
    let mark = format!("{mark} {}", TimeZone::UTC.to_datetime(now).date());
    if known == Some(&mark) {
        let answer = FeedAnswer {
            status: 304,
            ..state.answer
        };
        return Ok((answer, mark));
    }
    let events = query(now, "<d:getetag/><c:calendar-data/>");
    let events = ask(reader, address, "REPORT", "1", events).await?;
    if !events.is_multistatus() {
        return Ok((events.answer, mark));
    }
    // An account without events is a calendar, too.
    take(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    for data in events.parsed()?.calendar_data() {
        take(data.as_bytes());
        take(b"\r\n");
    }
    let answer = FeedAnswer {
        status: 200,
        ..FeedAnswer::default()
    };
    Ok((answer, mark))
}

/// RFC 4791, 7.8: the events with an occurrence in the window.
fn query(now: Timestamp, wanted: &str) -> String {
    let bound = |at: Option<Timestamp>| {
        let at = TimeZone::UTC.to_datetime(at.unwrap_or(now)).date();
        format!("{:04}{:02}{:02}T000000Z", at.year(), at.month(), at.day())
    };
    let (from, until) = (
        bound(now.checked_sub(BACK).ok()),
        bound(now.checked_add(AHEAD).ok()),
    );
    format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop>{wanted}</d:prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:time-range start="{from}" end="{until}"/></c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"#
    )
}

/// What a server answered, as a whole.
struct Answered {
    answer: FeedAnswer,
    body: Vec<u8>,
}

impl Answered {
    const fn is_multistatus(&self) -> bool {
        self.answer.status == 207
    }

    fn parsed(&self) -> Result<Multistatus, FeedTrouble> {
        Multistatus::parse(&self.body).ok_or(FeedTrouble::NotACalendar)
    }
}

async fn ask<F: FeedReader>(
    reader: &F,
    address: &FeedAddress,
    method: &'static str,
    depth: &'static str,
    body: String,
) -> Result<Answered, FeedTrouble> {
    let question = FeedQuestion {
        dav: Some(DavQuestion {
            method,
            depth,
            body,
        }),
        ..FeedQuestion::of(address.clone())
    };
    let mut body = Vec::new();
    let answer = reader
        .read(&question, |bytes| body.extend_from_slice(bytes))
        .await?;
    if matches!(answer.status, 401 | 403) {
        return Err(FeedTrouble::BadPassword);
    }
    if answer.status == 200 {
        // A web page: WebDAV answers 207.
        return Err(FeedTrouble::NotACalendar);
    }
    Ok(Answered { answer, body })
}

impl Multistatus {
    /// A hash of all events' marks, in no particular order.
    fn etags_hash(&self) -> String {
        let mut all: Vec<String> = self
            .responses
            .iter()
            .map(|it| format!("{} {}", it.href, it.etag.as_deref().unwrap_or_default()))
            .collect();
        all.sort_unstable();
        let mut hash = ContentHash::new();
        for it in all {
            hash.add(it.as_bytes());
        }
        format!("etags:{}", hash.text())
    }

    /// The server's own mark of the state of the first, and only, calendar.
    fn mark(&self) -> Option<String> {
        let first = self.responses.first()?;
        let ctag = first.ctag.as_ref().map(|it| format!("ctag:{it}"));
        ctag.or_else(|| first.sync_token.as_ref().map(|it| format!("sync:{it}")))
    }

    fn calendar_data(&self) -> impl Iterator<Item = &str> {
        self.responses.iter().filter_map(|it| it.data.as_deref())
    }
}

#[cfg(test)]
mod tests;
