//! Events that a page describes for machines: JSON-LD and microdata by schema.org, such as a
//! confirmation's `EventReservation`, an `Event`, or a `ScheduleAction` about a `JobPosting`.
//!
//! Tickets for travel, meals and hotels are reservations too, and are left out: they hold no event.

use jiff::tz::TimeZone;

use super::{
    moment,
    node::{Node, local},
};
use crate::domain::calendar::event::{
    Attendee, CalendarUserType, Event, EventStatus, Response, When,
};

/// A page with more of them is a programme of events of others.
const MOST: usize = 200;
/// Honest data is not deeper.
const DEEPEST: u8 = 24;
/// A reference is looked up among this many.
const NAMED: usize = 2_000;

/// The events in the data of a page of this host; each once.
#[must_use]
pub(super) fn events(data: &Node, host: &str, home: &TimeZone) -> Vec<Event> {
    let mut reader = Reader {
        host,
        home,
        named: Vec::new(),
        found: Vec::new(),
    };
    name(data, &mut reader.named, DEEPEST);
    reader.walk(data, None, DEEPEST);
    reader.found
}

/// All items that others may refer to.
fn name<'a>(node: &'a Node, named: &mut Vec<(&'a str, &'a Node)>, deep: u8) {
    let inside: Vec<&Node> = match node {
        Node::List(all) => all.iter().collect(),
        Node::Item(all) => all.iter().map(|(_, it)| it).collect(),
        _ => return,
    };
    let id = node.text_of("@id");
    let empty = matches!(node, Node::Item(all) if all.len() < 2);
    if !id.is_empty() && !empty && named.len() < NAMED {
        named.push((id, node));
    }
    if deep > 0 {
        for it in inside {
            name(it, named, deep - 1);
        }
    }
}

/// An event's own time and name, or what stands around it.
#[derive(Clone, Copy)]
struct Around<'a> {
    /// A reservation or an action.
    outer: Option<&'a Node>,
    job: Option<&'a Node>,
}

struct Reader<'a> {
    host: &'a str,
    home: &'a TimeZone,
    named: Vec<(&'a str, &'a Node)>,
    found: Vec<Event>,
}

impl<'a> Reader<'a> {
    /// The item that a reference stands for.
    fn whole(&self, node: &'a Node) -> &'a Node {
        match node {
            Node::Item(all) if all.len() == 1 => {
                let id = node.text_of("@id");
                let known = self
                    .named
                    .iter()
                    .find(|(it, _)| *it == id && !id.is_empty());
                known.map_or(node, |(_, it)| it)
            }
            _ => node,
        }
    }

    fn walk(&mut self, node: &'a Node, job: Option<&'a Node>, deep: u8) {
        let Some(deep) = deep.checked_sub(1) else {
            return;
        };
        if self.found.len() >= MOST {
            return;
        }
        match node {
            Node::List(all) => all.iter().for_each(|it| self.walk(it, job, deep)),
            Node::Item(all) => {
                let is = |kind| is_a(node, kind);
                let job = if is("JobPosting") { Some(node) } else { job };
                let outer = Some(node);
                if is("EventReservation") || is("Reservation") {
                    for it in node.get("reservationFor").all() {
                        let event = self.whole(it);
                        self.read(event, Around { outer, job });
                    }
                    return;
                }
                if is("ScheduleAction") || is("CommunicateAction") || is("MeetAction") {
                    let about = self.whole(node.get("object"));
                    let about = Some(about).filter(|it| is_a(it, "JobPosting"));
                    let job = about.or(job);
                    self.read(node, Around { outer: None, job });
                    return;
                }
                if types(node).any(|it| it == "Event" || it.ends_with("Event")) {
                    self.read(node, Around { outer: None, job });
                }
                for (_, it) in all {
                    self.walk(it, job, deep);
                }
            }
            _ => {}
        }
    }

    fn read(&mut self, event: &'a Node, around: Around<'a>) {
        let Some(read) = self.event(event, around) else {
            return;
        };
        let known = |it: &Event| it.when == read.when && it.summary == read.summary;
        if !self.found.iter().any(known) {
            self.found.push(read);
        }
    }

    fn event(&self, event: &'a Node, around: Around<'a>) -> Option<Event> {
        let text = |names: &[&str]| -> &'a str {
            let own = names.iter().map(|it| event.text_of(it));
            let mut told = own.chain(around.outer.iter().map(|it| match names.first() {
                Some(first) => it.text_of(first),
                None => "",
            }));
            told.find(|it| !it.is_empty()).unwrap_or_default()
        };
        let when = moment::when(
            text(&["startDate", "startTime"]),
            text(&["endDate", "endTime"]),
            event.text_of("duration"),
            self.home,
        )?;
        let job = around.job.map(|it| self.about_job(it));
        let summary = text(&["name", "headline"]);
        let summary = match &job {
            Some((title, _)) if summary.is_empty() => title.as_str(),
            _ => summary,
        };
        if summary.is_empty() {
            return None;
        }
        let mut description = text(&["description"]).to_owned();
        if let Some((_, lines)) = &job {
            description = format!("{description}\n{lines}").trim().to_owned();
        }
        let (location, conference) = self.place(event.get("location"));
        let organizers = [event.get("organizer"), event.get("agent")];
        let outside = around
            .outer
            .map(|it| [it.get("provider"), it.get("broker")]);
        let organizer = organizers
            .into_iter()
            .chain(outside.into_iter().flatten())
            .flat_map(Node::all)
            .find_map(|it| self.person(it));
        let guests = ["attendee", "attendees", "performer", "actor", "participant"];
        let mut attendees: Vec<Attendee> = guests
            .iter()
            .flat_map(|it| event.get(it).all())
            .filter_map(|it| self.person(it))
            .collect();
        if let Some(user) = around.outer.and_then(|it| self.person(it.get("underName"))) {
            attendees.push(Attendee {
                response: Response::Accepted,
                ..user
            });
        }
        attendees.dedup();
        let mut read = Event {
            description,
            location,
            url: secure(event.text_of("url")),
            conference,
            organizer,
            attendees,
            status: status(event, around.outer),
            ..super::event(String::new(), None, when, summary)
        };
        read.uid = self.identity(event, around.outer, &read);
        Some(read)
    }

    /// What tells this event from others when the page is read again, also once it was moved.
    fn identity(&self, event: &Node, outer: Option<&Node>, read: &Event) -> String {
        let number = outer.map(|it| ["reservationNumber", "reservationId"].map(|n| it.text_of(n)));
        let own = ["identifier", "@id"].map(|it| event.text_of(it));
        let told = number
            .into_iter()
            .flatten()
            .chain(own)
            .find(|it| !it.is_empty());
        match told {
            Some(it) => format!("page:{}:{it}", self.host),
            None => {
                let start = match &read.when {
                    When::Timed { start, .. } => start.as_second().to_string(),
                    When::AllDay { first, .. } => first.to_string(),
                };
                format!("page:{}:{start}:{}", self.host, read.summary)
            }
        }
        .chars()
        .take(300)
        .collect()
    }

    /// A title for an interview about a job, and lines for the description.
    fn about_job(&self, job: &'a Node) -> (String, String) {
        let title = match job.text_of("title") {
            "" => job.text_of("name"),
            title => title,
        };
        let company = self.whole(job.get("hiringOrganization")).text();
        let parts = [title, company];
        let both: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        let lines = [("Position: ", title), ("Company: ", company)]
            .into_iter()
            .filter(|(_, it)| !it.is_empty())
            .map(|(label, it)| format!("{label}{it}"));
        let lines: Vec<String> = lines.collect();
        (both.join(" – "), lines.join("\n"))
    }

    /// Where it takes place, and the address of a video meeting.
    fn place(&self, location: &'a Node) -> (String, Option<String>) {
        let (mut place, mut meeting) = (String::new(), None);
        for it in location.all().iter().take(4).map(|it| self.whole(it)) {
            let address = it.get("address");
            let address = address.all().first().unwrap_or(address);
            let mut parts = vec![it.text()];
            if matches!(address, Node::Item(_)) {
                let names = ["streetAddress", "postalCode", "addressLocality"];
                parts.extend(names.map(|name| address.text_of(name)));
            } else {
                parts.push(address.text());
            }
            if is_a(it, "VirtualLocation") {
                meeting = meeting.or_else(|| secure(it.text_of("url")));
            }
            parts.retain(|it| !it.is_empty());
            parts.dedup();
            if place.is_empty() {
                place = parts.join(", ");
            }
        }
        (place, meeting)
    }

    fn person(&self, node: &'a Node) -> Option<Attendee> {
        let node = self.whole(node.all().first()?);
        let email = node.text_of("email");
        let email = email
            .strip_prefix("mailto:")
            .unwrap_or(email)
            .to_lowercase();
        let name = node.text();
        let is_name = !name.is_empty() && !name.contains(['@', '/']);
        let company = types(node).any(|it| it.ends_with("Organization") || it == "Corporation");
        let person = Attendee {
            name: is_name.then(|| name.to_owned()),
            email: (email.contains('@') && !email.contains(char::is_whitespace)).then_some(email),
            kind: if company {
                CalendarUserType::Group
            } else {
                CalendarUserType::Individual
            },
            ..Attendee::default()
        };
        (person.name.is_some() || person.email.is_some()).then_some(person)
    }
}

fn status(event: &Node, outer: Option<&Node>) -> EventStatus {
    let of = |node: &Node, name: &str| local(node.text_of(name)).to_ascii_lowercase();
    let told = [
        of(event, "eventStatus"),
        outer.map_or_else(String::new, |it| of(it, "reservationStatus")),
    ];
    let says = |words: [&str; 2]| {
        told.iter()
            .any(|it| words.iter().any(|word| it.contains(word)))
    };
    if says(["cancelled", "canceled"]) {
        EventStatus::Cancelled
    } else if says(["postponed", "hold"]) {
        EventStatus::Tentative
    } else {
        EventStatus::Confirmed
    }
}

fn types(node: &Node) -> impl Iterator<Item = &str> {
    let all = node.get("@type").all().iter();
    all.flat_map(|it| it.text().split_whitespace()).map(local)
}

fn is_a(node: &Node, kind: &str) -> bool {
    types(node).any(|it| it == kind)
}

fn secure(address: &str) -> Option<String> {
    address.starts_with("https://").then(|| address.to_owned())
}
