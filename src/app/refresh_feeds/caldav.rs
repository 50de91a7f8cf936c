//! A calendar of an account (CalDAV, RFC 4791): whether it has changed, and its events in a window of
//! time.
//!
//! First the server's own mark of the state (`getctag`, `sync-token`, or the `getetag`s of all
//! events) is compared; only a calendar that has changed is fetched. It is fetched as a whole
//! window, not event by event: events that are no interviews are stored nowhere, so there is
//! nothing to complete. A server that gives no more than so many entries is asked for shorter windows.
//! Refuses to write anything to a server.

pub mod discovery;
mod multistatus;

use std::collections::HashSet;

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
/// No window is shorter.
const SHORTEST: SignedDuration = SignedDuration::from_hours(6 * 24);
/// No more windows are asked for at once.
const MOST_WINDOWS: usize = 64;
/// The precondition of RFC 4791, 7.8, of a server that gives nothing instead of too much.
const LIMIT: &[u8] = b"number-of-matches-within-limits";

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
        let etags = Window::around(now).query("<d:getetag/>");
        state = ask(reader, address, "REPORT", "1", etags).await?;
        if !state.is_multistatus() {
            return Ok((state.answer, String::new()));
        }
        mark = Some(state.parsed()?.etags_hash(now));
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
    // An account without events is a calendar, too.
    take(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    let mut windows = vec![Window::around(now)];
    let (mut taken, mut asked, mut is_cut_off) = (HashSet::new(), 0, false);
    while let Some(window) = windows.pop() {
        asked += 1;
        let events = window.query("<d:getetag/><c:calendar-data/>");
        let events = ask(reader, address, "REPORT", "1", events).await?;
        if !events.is_multistatus() {
            return Ok((events.answer, mark));
        }
        let events = events.parsed()?;
        let goes_on = events.is_partial && asked + windows.len() < MOST_WINDOWS;
        let halves = window.halves().filter(|_| goes_on);
        is_cut_off |= events.is_partial && halves.is_none();
        windows.extend(halves.into_iter().flatten());
        for (href, data) in events.calendar_data() {
            if href.is_empty() || taken.insert(href.to_owned()) {
                take(data.as_bytes());
                take(b"\r\n");
            }
        }
    }
    if is_cut_off {
        // A calendar without its end: no event is missed in what was not given.
        take(b"BEGIN:VCALENDAR\r\n");
    }
    let answer = FeedAnswer {
        status: 200,
        ..FeedAnswer::default()
    };
    Ok((answer, mark))
}

/// The time that events are asked for.
#[derive(Clone, Copy)]
struct Window {
    from: Timestamp,
    until: Timestamp,
}

impl Window {
    /// All that counts.
    fn around(now: Timestamp) -> Self {
        Self {
            from: now.checked_sub(BACK).unwrap_or(now),
            until: now.checked_add(AHEAD).unwrap_or(now),
        }
    }

    /// Both halves, the later one first; `None` for one that is short already.
    fn halves(self) -> Option<[Self; 2]> {
        let length = self.until.duration_since(self.from);
        let middle = self.from.checked_add(length / 2).ok()?;
        (length >= SHORTEST * 2).then_some([
            Self {
                from: middle,
                ..self
            },
            Self {
                until: middle,
                ..self
            },
        ])
    }

    /// RFC 4791, 7.8: the events with an occurrence in it, to whole days.
    fn query(self, wanted: &str) -> String {
        let day = |at: Timestamp| {
            let at = TimeZone::UTC.to_datetime(at).date();
            format!("{:04}{:02}{:02}T000000Z", at.year(), at.month(), at.day())
        };
        let (from, until) = (day(self.from), day(self.until));
        format!(
            r#"<?xml version="1.0" encoding="utf-8"?>
<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop>{wanted}</d:prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:time-range start="{from}" end="{until}"/></c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"#
        )
    }
}

/// What a server answered, as a whole.
struct Answered {
    answer: FeedAnswer,
    body: Vec<u8>,
}

impl Answered {
    fn is_multistatus(&self) -> bool {
        self.answer.status == 207 || self.is_too_much()
    }

    /// The server gives nothing, since it would be too much.
    fn is_too_much(&self) -> bool {
        let named = || self.body.windows(LIMIT.len()).any(|it| it == LIMIT);
        self.answer.status == 507 || self.answer.status == 403 && named()
    }

    fn parsed(&self) -> Result<Multistatus, FeedTrouble> {
        if self.is_too_much() {
            return Ok(Multistatus {
                is_partial: true,
                ..Multistatus::default()
            });
        }
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
    let answered = Answered { answer, body };
    match answered.answer.status {
        _ if answered.is_too_much() => Ok(answered),
        401 | 403 => Err(FeedTrouble::BadPassword),
        // A web page: WebDAV answers 207.
        200 => Err(FeedTrouble::NotACalendar),
        _ => Ok(answered),
    }
}

impl Multistatus {
    /// A hash of all events' marks, in no particular order; where some are left out, one that is never
    /// the same, since one of those may have changed.
    fn etags_hash(&self, now: Timestamp) -> String {
        if self.is_partial {
            return format!("partial:{now}");
        }
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

    /// Where each entry is, and the entry.
    fn calendar_data(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.responses.iter();
        all.filter_map(|it| Some((it.href.as_str(), it.data.as_deref()?)))
    }
}

#[cfg(test)]
mod tests;
