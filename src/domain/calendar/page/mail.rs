//! Invitations in the mail of Gmail and of Outlook on the web, as the open message shows them. Facts
//! seen in public code up to 2026, compared with no live page.
//!
//! Gmail's card and the text of an invitation are read by their labels; of its markup only the attribute
//! that every message has is relied on. Outlook's card is found by the names of its icons, which no
//! language changes; without them its labels are read. Attachments that Outlook opens without an address
//! of their own cannot be read, and nothing is read from a list of messages.

use jiff::{civil::Date, tz::TimeZone};

use super::{
    invitation::{self, Shown, is_address},
    node::Node,
    outlook,
    plan::{Field, Part},
};
use crate::domain::calendar::event::{Attendee, Event};

/// Where Gmail is.
pub(super) const GMAIL: &str = "mail.google.com";

/// A conversation of more is not shown at once.
const MOST: u32 = 30;
/// What a person still reads.
const LONGEST: u32 = 12_000;

const GMAIL_MAILS: &[Field] = &[
    Field::own("id", "data-message-id"),
    Field::own("text", ""),
    Field {
        name: "subject",
        near: "[role=\"main\"]",
        below: "h2",
        attribute: "",
    },
];
const GMAIL_PEOPLE: &[Field] = &[
    Field::own("email", "email"),
    Field::own("name", "name"),
    Field::own("text", ""),
];
const OUTLOOK_MAILS: &[Field] = &[
    Field::own("text", ""),
    Field::below("subject", "[role=\"heading\"]", ""),
    Field::below(
        "time",
        "[data-icon-name^=\"Clock\" i] + *, :has(> [data-icon-name^=\"Clock\" i]:only-child) + *",
        "",
    ),
    Field::below(
        "place",
        "[data-icon-name^=\"Location\" i] + *, :has(> [data-icon-name^=\"Location\" i]:only-child) + *",
        "",
    ),
];
const OUTLOOK_PEOPLE: &[Field] = &[
    Field::own("title", "title"),
    Field::own("label", "aria-label"),
    Field::own("href", "href"),
    Field::own("text", ""),
];

/// What to read from a page of this host, beside what pages carry for machines.
pub(super) fn parts(host: &str) -> Vec<Part> {
    if host == GMAIL {
        let mails = "[role=\"main\"] [data-message-id]";
        let people = "[role=\"main\"] [data-message-id] [email]";
        vec![
            Part::new("mails", mails, MOST, LONGEST, GMAIL_MAILS),
            Part::new("people", people, 200, 300, GMAIL_PEOPLE),
        ]
    } else if outlook::HOSTS.contains(&host) {
        let panes = "#ReadingPaneContainerId, #ConversationReadingPaneContainer, [data-app-section=\"ConversationContainer\"], [data-app-section=\"ReadingPane\"]";
        let people = ":is(#ReadingPaneContainerId, #ConversationReadingPaneContainer, [data-app-section=\"ConversationContainer\"], [data-app-section=\"ReadingPane\"]) :is([title*=\"@\"], [aria-label*=\"@\"], [href^=\"mailto:\"])";
        vec![
            Part::new("mails", panes, MOST, LONGEST, OUTLOOK_MAILS),
            Part::new("people", people, 200, 300, OUTLOOK_PEOPLE),
        ]
    } else {
        Vec::new()
    }
}

/// The invitations in a snapshot of a page of this host.
pub(super) fn events(host: &str, parts: &Node, today: Date, home: &TimeZone) -> Vec<Event> {
    if host != GMAIL && !outlook::HOSTS.contains(&host) {
        return Vec::new();
    }
    let people = people(parts.get("people"));
    let mut found: Vec<Event> = Vec::new();
    let most = usize::try_from(MOST).unwrap_or_default();
    for row in parts.get("mails").all().iter().take(most) {
        let shown = Shown {
            host,
            subject: row.text_of("subject"),
            text: row.text_of("text"),
            time: row.text_of("time"),
            place: row.text_of("place"),
        };
        if let Some(event) = invitation::event(shown, &people, today, home) {
            // Of a conversation about one event the last message counts.
            found.retain(|it| it.summary != event.summary);
            found.push(event);
        }
    }
    found
}

/// Whoever a page names with an address.
fn people(rows: &Node) -> Vec<Attendee> {
    let mut found: Vec<Attendee> = Vec::new();
    for row in rows.all().iter().take(200) {
        let places = ["email", "href", "title", "label", "text"].map(|it| row.text_of(it));
        let mut words = places
            .iter()
            .flat_map(|it| it.split([' ', '<', '>', '(', ')', ';', ',', ':', '?']));
        let Some(email) = words.find(|it| is_address(it)).map(str::to_lowercase) else {
            continue;
        };
        let shown = ["name", "text"].map(|it| row.text_of(it));
        let name = shown
            .iter()
            .filter_map(|it| it.lines().next())
            .map(|it| it.split('<').next().unwrap_or_default().trim())
            .find(|it| !it.is_empty() && !it.contains('@'));
        let new = !found.iter().any(|it| it.email.as_deref() == Some(&email));
        if new {
            found.push(Attendee {
                name: name.map(str::to_owned),
                email: Some(email),
                ..Attendee::default()
            });
        }
    }
    found
}
