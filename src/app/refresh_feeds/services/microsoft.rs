//! Microsoft Graph, version 1.0: the answers of `calendarView/delta` as events.
//!
//! The view gives the occurrences of a series one by one, each with nothing but its times, and the
//! series beside them for all the rest (microsoftgraph/microsoft-graph-docs#7632): they are put
//! together again as one series with its dates. After
//! <https://learn.microsoft.com/graph/api/resources/event> and
//! <https://learn.microsoft.com/graph/delta-query-events> (read November 2026).

use std::collections::HashMap;

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use serde_json::Value;

use super::{
    entry::{Entry, Moment, Person},
    json::{is, kept, latest, list, text},
    object_id,
};
use crate::domain::calendar::zone_named;

/// Ids of the series that occurrences name and that are not among the items.
pub(super) fn missing_series(items: &[Value]) -> Vec<String> {
    let items = latest(items);
    let mut missing: Vec<String> = items
        .iter()
        .filter(|it| is_occurrence(it))
        .filter_map(|it| text(it, "/seriesMasterId"))
        .filter(|id| !items.iter().any(|it| text(it, "/id") == Some(id)))
        .map(str::to_owned)
        .collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}

/// The events of all pages. `owner` is the address of the user.
pub(super) fn entries(items: &[Value], owner: &str) -> Vec<Entry> {
    let items = latest(items);
    let of_type = |wanted: &'static str| {
        let items = items.iter();
        items.filter(move |it| text(it, "/type") == Some(wanted))
    };
    let mut series: HashMap<&str, (&Value, Vec<&Value>)> = of_type("seriesMaster")
        .filter_map(|it| Some((text(it, "/id")?, (*it, Vec::new()))))
        .collect();
    for it in of_type("occurrence") {
        let of = text(it, "/seriesMasterId").and_then(|id| series.get_mut(id));
        if let Some((_, occurrences)) = of {
            occurrences.push(it);
        }
    }
    let mut entries = Vec::new();
    // In the order of the answer, so that the same answer gives the same calendar.
    for id in of_type("seriesMaster").filter_map(|it| text(it, "/id")) {
        if let Some((master, occurrences)) = series.get(id) {
            entries.extend(whole_series(master, occurrences, owner));
        }
    }
    for it in &items {
        if matches!(text(it, "/type"), Some("seriesMaster" | "occurrence")) {
            continue;
        }
        let master = text(it, "/seriesMasterId").and_then(|id| series.get(id));
        let zone = zone_of(it).or_else(|| zone_of(master?.0));
        let mut entry = entry(it, owner);
        (entry.start, entry.end) = times(it, zone.as_ref());
        if let Some((master, _)) = master {
            entry.uid = object_id::of_series(&kept(master, "/iCalUId"));
        }
        if text(it, "/type") == Some("exception") {
            entry.instead_of = original_start(it, zone);
        }
        entries.push(entry);
    }
    entries
}

fn is_occurrence(it: &Value) -> bool {
    text(it, "/type") == Some("occurrence")
}

/// A series by its dates in the window; `None` when none of them is left as it was.
fn whole_series(master: &Value, occurrences: &[&Value], owner: &str) -> Option<Entry> {
    let zone = zone_of(master);
    let all_day = is(master, "/isAllDay");
    let time = |it: &Value, at| moment(it.get(at)?, all_day, zone.as_ref());
    let (first, rest) = occurrences.split_first()?;
    let mut entry = entry(master, owner);
    (entry.start, entry.end) = (time(first, "start"), time(first, "end"));
    entry.added = rest.iter().filter_map(|it| time(it, "start")).collect();
    // With no other date it is a series all the same.
    if entry.added.is_empty() {
        entry.added.extend(entry.start.clone());
    }
    Some(entry)
}

/// All but the times.
fn entry(it: &Value, owner: &str) -> Entry {
    let online = text(it, "/onlineMeeting/joinUrl").or_else(|| text(it, "/onlineMeetingUrl"));
    let mut attendees: Vec<Person> = list(it, "/attendees").iter().map(attendee).collect();
    // The answers of others are in the organizer's calendar alone; the user's own is beside them.
    if let Some(response) = response(text(it, "/responseStatus/response")) {
        match attendees
            .iter_mut()
            .find(|it| it.email.eq_ignore_ascii_case(owner))
        {
            Some(own) => own.response = Some(response),
            None => attendees.push(Person {
                email: owner.to_owned(),
                response: Some(response),
                ..Person::default()
            }),
        }
    }
    let categories = list(it, "/categories").iter().filter_map(Value::as_str);
    Entry {
        uid: object_id::of_series(&kept(it, "/iCalUId")),
        summary: kept(it, "/subject"),
        description: kept(it, "/body/content"),
        location: kept(it, "/location/displayName"),
        conference: online.unwrap_or_default().to_owned(),
        organizer: it.get("organizer").map(person),
        attendees,
        status: is(it, "/isCancelled").then_some("CANCELLED"),
        categories: categories.map(str::to_owned).collect(),
        ..Entry::default()
    }
}

fn times(it: &Value, zone: Option<&TimeZone>) -> (Option<Moment>, Option<Moment>) {
    let all_day = is(it, "/isAllDay");
    let time = |at| moment(it.get(at)?, all_day, zone);
    (time("start"), time("end"))
}

/// `{dateTime, timeZone}`: wall clock in a zone, UTC unless asked otherwise. It is shown in the zone
/// that the event was made in.
fn moment(at: &Value, all_day: bool, made_in: Option<&TimeZone>) -> Option<Moment> {
    let civil: DateTime = text(at, "/dateTime")?.trim_end_matches('Z').parse().ok()?;
    if all_day {
        return Some(Moment::Day(civil.date()));
    }
    let name = text(at, "/timeZone").unwrap_or("UTC");
    let Some(zone) = zone_named(name) else {
        return Some(Moment::Unknown(civil, name.to_owned()));
    };
    let instant = zone.to_ambiguous_zoned_datetime(civil).compatible().ok()?;
    let shown_in = made_in.cloned().or(Some(zone));
    Some(Moment::At(instant.timestamp(), shown_in))
}

/// A Windows or IANA name; that of a zone made up in Outlook says nothing.
fn zone_of(it: &Value) -> Option<TimeZone> {
    text(it, "/originalStartTimeZone").and_then(zone_named)
}

fn original_start(it: &Value, zone: Option<TimeZone>) -> Option<Moment> {
    let instant: Timestamp = text(it, "/originalStart")?.parse().ok()?;
    if is(it, "/isAllDay") {
        return Some(Moment::Day(TimeZone::UTC.to_datetime(instant).date()));
    }
    Some(Moment::At(instant, zone))
}

fn person(it: &Value) -> Person {
    Person {
        name: kept(it, "/emailAddress/name"),
        email: kept(it, "/emailAddress/address"),
        ..Person::default()
    }
}

fn attendee(it: &Value) -> Person {
    let kind = text(it, "/type");
    Person {
        kind: (kind == Some("resource")).then_some("RESOURCE"),
        role: (kind == Some("optional")).then_some("OPT-PARTICIPANT"),
        response: response(text(it, "/status/response")),
        ..person(it)
    }
}

fn response(code: Option<&str>) -> Option<&'static str> {
    match code {
        Some("accepted") => Some("ACCEPTED"),
        Some("declined") => Some("DECLINED"),
        Some("tentativelyAccepted") => Some("TENTATIVE"),
        _ => None,
    }
}
