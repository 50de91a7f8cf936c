//! Answers of the services, as documented (`tests/fixtures/services`), through the reader of calendars.

mod google;
mod hostile;
mod microsoft;
mod reading;

use std::cell::RefCell;

use jiff::Timestamp;
use pollster::block_on;

use super::*;
use crate::{
    app::doubles::{Scripted, ScriptedFeeds},
    domain::calendar::{
        event::{Event, When},
        ics::{Problem, Reader, Window},
    },
};

const OWNER: &str = "jordan.avery@example.com";

fn now() -> Timestamp {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

/// Events of 2026, as the reader of calendars gives them, in the order of their starts.
fn read(calendar: &str) -> (Vec<Event>, Vec<Problem>) {
    let mut reader = Reader::new(TimeZone::UTC);
    reader.push(calendar.as_bytes());
    let calendar = reader.finish();
    let window = Window {
        from: "2026-01-01T00:00:00Z".parse().unwrap(),
        until: "2027-01-01T00:00:00Z".parse().unwrap(),
    };
    let (events, _) = calendar.events_in(window);
    (events, calendar.problems().to_vec())
}

fn items(pages: &[&str], name: &str) -> Vec<Value> {
    let parse = |it: &&str| serde_json::from_str::<Value>(it).unwrap();
    let all = pages.iter().map(parse);
    all.flat_map(|it| it[name].as_array().unwrap().clone())
        .collect()
}

fn event<'e>(events: &'e [Event], title: &str) -> &'e Event {
    let found: Vec<&Event> = events.iter().filter(|it| it.summary == title).collect();
    assert_eq!(found.len(), 1, "{title}: {events:#?}");
    found[0]
}

fn timed(event: &Event) -> (String, String, Option<&str>) {
    match &event.when {
        When::Timed { start, end, zone } => (start.to_string(), end.to_string(), zone.as_deref()),
        When::AllDay { first, until } => (first.to_string(), until.to_string(), None),
    }
}

fn answer(status: u16, body: &str) -> Scripted {
    Scripted::plain(status, body)
}

fn servers(answers: &[(&str, Scripted)]) -> ScriptedFeeds {
    let named = answers
        .iter()
        .map(|(at, it)| (format!("token {at}"), it.clone()));
    ScriptedFeeds {
        answers: RefCell::new(named.collect()),
        ..ScriptedFeeds::default()
    }
}

fn caller(reader: &ScriptedFeeds, service: Service) -> Caller<'_, ScriptedFeeds> {
    Caller {
        reader,
        service,
        access: "token",
        account: OWNER,
    }
}

#[test]
fn a_build_asks_for_the_hosts_that_the_services_need() {
    let listed = include_str!("../../../../scripts/manifest.mjs");
    for permission in Service::ALL.iter().flat_map(|it| it.permissions()) {
        assert!(listed.contains(&format!("'{permission}'")), "{permission}");
    }
}

#[test]
fn what_is_wrong_with_a_service_has_a_text() {
    let texts = include_str!("../../../../extension/_locales/en/messages.json");
    for it in FeedTrouble::ALL {
        let name = format!("\"feed_trouble_{}\"", it.code());
        assert!(texts.contains(&name), "{name}");
    }
}
