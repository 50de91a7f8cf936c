//! Google Calendar API, version 3: the answers of `events.list` as events.
//!
//! Series are asked for as such (`singleEvents=false`), with the occurrences that were changed: the
//! same as Google's own calendar files have, so that the same rules and identities hold. After
//! <https://developers.google.com/workspace/calendar/api/v3/reference/events> (read November 2026).

use std::collections::HashMap;

use jiff::Timestamp;
use serde_json::Value;

use super::{
    entry::{Entry, Moment, Person},
    json::{is, kept, latest, list, text},
};
use crate::domain::calendar::zone_named;

/// The events of all pages. `home` is the zone of the calendar.
pub(super) fn entries(items: &[Value], home: Option<&str>) -> Vec<Entry> {
    let items = latest(items);
    let mut entries: Vec<Entry> = Vec::new();
    // Where the entry of a series is, by the id of its event.
    let mut series: HashMap<&str, usize> = HashMap::new();
    for item in items.iter().filter(|it| it.get("recurrence").is_some()) {
        if let (Some(id), Some(entry)) = (text(item, "/id"), entry(item, home)) {
            series.insert(id, entries.len());
            entries.push(entry);
        }
    }
    for item in items.iter().filter(|it| it.get("recurrence").is_none()) {
        let of = text(item, "/recurringEventId").and_then(|it| series.get(it).copied());
        let slot = item
            .get("originalStartTime")
            .and_then(|it| moment(it, home));
        match entry(item, home) {
            Some(mut entry) => {
                if let Some(master) = of.and_then(|it| entries.get(it))
                    && entry.uid.is_empty()
                {
                    entry.uid.clone_from(&master.uid);
                }
                entry.instead_of = slot;
                entries.push(entry);
            }
            // Of an occurrence that was taken out of its series nothing is left but when it was.
            None => {
                if let (Some(master), Some(slot)) = (of.and_then(|it| entries.get_mut(it)), slot) {
                    master.left_out.push(slot);
                }
            }
        }
    }
    entries
}

/// `None` for what takes place at no time: only the id is left of what was deleted.
fn entry(item: &Value, home: Option<&str>) -> Option<Entry> {
    // A series repeats in the zone of its calendar; a single event without a zone has none.
    let repeats = ["recurrence", "recurringEventId"];
    let home = home.filter(|_| repeats.iter().any(|it| item.get(it).is_some()));
    let start = moment(item.get("start")?, home)?;
    let unspecified = is(item, "/endTimeUnspecified");
    let end = item.get("end").and_then(|it| moment(it, home));
    let recurrence = list(item, "/recurrence").iter();
    Some(Entry {
        uid: kept(item, "/iCalUID"),
        start: Some(start),
        end: end.filter(|_| !unspecified),
        summary: kept(item, "/summary"),
        description: kept(item, "/description"),
        location: kept(item, "/location"),
        conference: conference(item),
        organizer: item.get("organizer").map(person),
        attendees: list(item, "/attendees").iter().map(attendee).collect(),
        status: match text(item, "/status") {
            Some("cancelled") => Some("CANCELLED"),
            Some("tentative") => Some("TENTATIVE"),
            _ => None,
        },
        sequence: item
            .get("sequence")
            .and_then(Value::as_u64)
            .unwrap_or_default(),
        recurrence: recurrence
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        ..Entry::default()
    })
}

/// `{date}` or `{dateTime, timeZone}`.
fn moment(at: &Value, home: Option<&str>) -> Option<Moment> {
    if let Some(day) = text(at, "/date") {
        return day.parse().ok().map(Moment::Day);
    }
    let instant: Timestamp = text(at, "/dateTime")?.parse().ok()?;
    let zone = text(at, "/timeZone").or(home).and_then(zone_named);
    Some(Moment::At(instant, zone))
}

/// Where to see each other, of the ways to join that there are.
fn conference(item: &Value) -> String {
    let mut ways = list(item, "/conferenceData/entryPoints").iter();
    let video = ways.find(|it| text(it, "/entryPointType") == Some("video"));
    let video = video.and_then(|it| text(it, "/uri"));
    video
        .or_else(|| text(item, "/hangoutLink"))
        .unwrap_or_default()
        .to_owned()
}

fn person(it: &Value) -> Person {
    Person {
        name: kept(it, "/displayName"),
        email: kept(it, "/email"),
        ..Person::default()
    }
}

fn attendee(it: &Value) -> Person {
    Person {
        kind: is(it, "/resource").then_some("RESOURCE"),
        role: is(it, "/optional").then_some("OPT-PARTICIPANT"),
        response: match text(it, "/responseStatus") {
            Some("accepted") => Some("ACCEPTED"),
            Some("declined") => Some("DECLINED"),
            Some("tentative") => Some("TENTATIVE"),
            _ => None,
        },
        ..person(it)
    }
}
