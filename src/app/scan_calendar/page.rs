//! Finds the interviews in what a web page says: the plan for the script that looks, and what its
//! snapshot means. Nothing is stored here; the user sees what was read first.

use jiff::{Timestamp, tz::TimeZone};
use serde::Serialize;
use serde_json::Value;

use super::{Window, asked_about, found_interview, window};
use crate::{
    app::protocol::{FoundInterview, Profile},
    domain::{
        calendar::{
            event::Event,
            ics::Reader,
            page::{self, Node, links},
        },
        interview::{self, User, correction::Correction},
    },
};

/// A calendar file of a page is one invitation; of a whole calendar not everything is listed.
const MOST_EVENTS: usize = 500;

/// A plan as the script takes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plan {
    origin: String,
    frames: bool,
    items: bool,
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Part {
    name: &'static str,
    each: &'static str,
    outermost: bool,
    data: bool,
    most: u32,
    longest: u32,
    fields: Vec<Field>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Field {
    name: &'static str,
    near: &'static str,
    below: &'static str,
    attribute: &'static str,
}

/// The plan for a page with this address when the user asks for it; `None` when it is no web page.
#[must_use]
pub fn plan(address: &str) -> Option<Plan> {
    page::plan(address).map(told)
}

/// The plan for a calendar page that is looked at by itself; `None` for every other page.
#[must_use]
pub fn watched_plan(address: &str) -> Option<Plan> {
    page::watched(address).map(told)
}

fn told(plan: page::Plan) -> Plan {
    let field = |it: &page::Field| Field {
        name: it.name,
        near: it.near,
        below: it.below,
        attribute: it.attribute,
    };
    let part = |it: page::Part| Part {
        name: it.name,
        each: it.each,
        outermost: it.outermost,
        data: it.data,
        most: it.most,
        longest: it.longest,
        fields: it.fields.iter().map(field).collect(),
    };
    Plan {
        origin: plan.origin,
        frames: plan.frames,
        items: plan.items,
        parts: plan.parts.into_iter().map(part).collect(),
    }
}

/// What a page says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageReport {
    /// Host of the page.
    pub host: String,
    /// Interviews, earliest first.
    pub found: Vec<FoundInterview>,
    /// Events that do not look like interviews, in case that they are: each as if asked about.
    pub others: Vec<FoundInterview>,
    /// Events read.
    pub events: usize,
}

/// A page being read.
#[derive(Debug)]
pub struct PageScan {
    snapshot: Node,
    host: String,
    now: Timestamp,
    home: TimeZone,
    user: User,
    events: Vec<Event>,
}

impl PageScan {
    /// Begins with the snapshot that the script took, for the owner of `profile`.
    #[must_use]
    pub fn new(snapshot: &Value, profile: &Profile, now: Timestamp, home: TimeZone) -> Self {
        let snapshot = node(snapshot);
        let host = links::origin(snapshot.text_of("address"))
            .and_then(|it| it.split_once("://").map(|(_, host)| host.to_owned()))
            .unwrap_or_default();
        Self {
            snapshot,
            host,
            now,
            home,
            user: User {
                name: profile.name.clone(),
                emails: profile.emails.clone(),
                corrections: Vec::new(),
            },
            events: Vec::new(),
        }
    }

    /// Judges by what the user said before as well.
    pub fn take_into_account(&mut self, corrections: Vec<Correction>) {
        self.user.corrections = corrections;
    }

    /// Addresses of calendar files to read for [`Self::add_calendar`].
    #[must_use]
    pub fn calendars(&self) -> Vec<String> {
        let links = self.snapshot.get("parts").get("links");
        links::calendars(self.snapshot.text_of("address"), links)
    }

    /// Takes a calendar file that the page offers.
    pub fn add_calendar(&mut self, text: &str) {
        let mut reader = Reader::within(self.home.clone(), window(self.now));
        reader.push(text.as_bytes());
        let calendar = reader.finish();
        let none = std::collections::HashSet::new();
        let (mut kept, _) = calendar.firsts_in(window(self.now), &none);
        kept.truncate(MOST_EVENTS);
        for event in calendar.events(&kept) {
            self.add(event);
        }
    }

    /// An event that is known already, from a better source, is not taken.
    fn add(&mut self, event: Event) {
        let Window { from, until } = window(self.now);
        let start = event.when.start(&self.home);
        let known = self.events.iter().any(|it| {
            (it.uid == event.uid && it.recurrence_id == event.recurrence_id)
                || (it.when == event.when && it.summary == event.summary)
        });
        if (from..until).contains(&start) && !known && self.events.len() < MOST_EVENTS {
            self.events.push(event);
        }
    }

    /// Judges what was read.
    #[must_use]
    pub fn finish(mut self) -> PageReport {
        let snapshot = std::mem::take(&mut self.snapshot);
        // The file says more than the page beside it.
        let starts: Vec<Timestamp> = self.starts();
        for event in page::events(&snapshot, self.now, &self.home) {
            if !starts.contains(&event.when.start(&self.home)) {
                self.add(event);
            }
        }
        let home = &self.home;
        let assessments = interview::assess(&self.events, &self.user, home);
        let found = interview::interviews(&self.events, &assessments, home);
        let others = asked_about(&self.events, &assessments, home, |_| true);
        PageReport {
            host: self.host,
            events: self.events.len(),
            found: found.into_iter().map(found_interview).collect(),
            others,
        }
    }

    fn starts(&self) -> Vec<Timestamp> {
        let starts = self.events.iter().map(|it| it.when.start(&self.home));
        starts.collect()
    }
}

/// Plain data as the domain takes it.
#[must_use]
pub fn node(value: &Value) -> Node {
    match value {
        Value::Null => Node::Nothing,
        Value::Bool(it) => Node::Text(it.to_string()),
        Value::Number(it) => Node::Text(it.to_string()),
        Value::String(it) => Node::Text(it.clone()),
        Value::Array(all) => Node::List(all.iter().map(node).collect()),
        Value::Object(all) => {
            let named = all.iter().map(|(name, it)| (name.clone(), node(it)));
            Node::Item(named.collect())
        }
    }
}
