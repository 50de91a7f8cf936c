//! What web pages say about events: structured data, links to calendar files, calendar pages,
//! invitations in webmail.
//!
//! A script takes a plain snapshot of what a [`Plan`] names; everything it means is decided here. A
//! page is a stranger: what does not fit is left out, nothing is guessed, and no reader fails.

mod google;
mod invitation;
mod label;
pub mod links;
mod mail;
mod moment;
pub mod node;
mod outlook;
pub mod plan;
mod structured;

use jiff::{Timestamp, tz::TimeZone};

use super::event::{Event, EventStatus, When};

pub use node::Node;
pub use plan::{Field, Part, Plan, Site, plan, watched};

/// The events that a snapshot tells of, in the user's zone.
#[must_use]
pub fn events(snapshot: &Node, now: Timestamp, home: &TimeZone) -> Vec<Event> {
    let Some(origin) = links::origin(snapshot.text_of("address")) else {
        return Vec::new();
    };
    let (parts, today) = (snapshot.get("parts"), home.to_datetime(now).date());
    let mut found = match Site::of(&origin) {
        Some(Site::Google) => google::events(parts, today, home),
        Some(Site::Outlook) => outlook::events(parts, today, home),
        None => Vec::new(),
    };
    let host = origin.split_once("://").map_or("", |(_, host)| host);
    if origin.starts_with("https://") {
        found.extend(mail::events(host, parts, today, home));
    }
    for data in [parts.get("data"), snapshot.get("items")] {
        found.extend(structured::events(data, host, home));
    }
    found
}

/// An event of which only this is known.
fn event(uid: String, recurrence_id: Option<Timestamp>, when: When, summary: &str) -> Event {
    Event {
        uid,
        recurrence_id,
        recurring: recurrence_id.is_some(),
        when,
        summary: summary.to_owned(),
        description: String::new(),
        location: String::new(),
        url: None,
        conference: None,
        organizer: None,
        attendees: Vec::new(),
        status: EventStatus::Confirmed,
        method_cancel: false,
        sequence: 0,
        categories: Vec::new(),
    }
}
