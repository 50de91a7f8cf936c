//! One line about an interview, as somebody types it: "Interview with Acme, Tue 3pm, Priya Shah and
//! Tom". The line is read like the title of an event; what is left over is looked at for people.

#[cfg(test)]
mod tests;

use jiff::{
    Timestamp,
    civil::{DateTime, Time},
    tz::TimeZone,
};

use super::{
    User, assess,
    names::{self, Likeness},
    text::fold::fold,
};
use crate::domain::calendar::{
    event::{Event, EventStatus, When},
    spoken::{self, SlashOrder, spoken},
};

/// How long it takes when the line does not say.
const USUAL_MINUTES: i64 = 60;

/// What a line says. Nothing is made up: what it does not say is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Employer.
    pub employer: Option<String>,
    /// Role.
    pub role: Option<String>,
    /// Beginning and end on the user's clock; the end is an hour later when the line has none.
    pub when: Option<(DateTime, DateTime)>,
    /// Its day is said, and not only its time.
    pub says_day: bool,
    /// Its time is said, and not only its day.
    pub says_time: bool,
    /// People met.
    pub people: Vec<Person>,
}

/// Somebody named in a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Name; empty when only an address is given that tells none.
    pub name: String,
    /// Address; may be empty.
    pub email: String,
}

/// Understands a line typed at `now` on the user's clock.
#[must_use]
pub fn understand(line: &str, now: DateTime, order: SlashOrder) -> Line {
    let line: String = line.chars().take(400).collect();
    let (bare, emails) = take_addresses(&line);
    let said = spoken(&bare, order);
    let rest = spoken::without(&bare, &said.said);
    let mut found = about(&rest);
    found.says_day = said.day.is_some();
    found.says_time = said.start.is_some();
    found.when = when(&said, now);
    for email in emails {
        let name = names::from_address(&email).unwrap_or_default();
        let fits = |it: &&mut Person| it.email.is_empty() && fits(&it.name, &email);
        match found.people.iter_mut().find(fits) {
            Some(known) => known.email = email,
            None => found.people.push(Person { name, email }),
        }
    }
    found
}

/// Whether an address is one of somebody with this name.
fn fits(name: &str, email: &str) -> bool {
    let local = email.split('@').next().unwrap_or_default();
    let folded = fold(name);
    let mut words = folded.split_whitespace();
    words.any(|it| it.len() > 2 && local.contains(it))
}

fn take_addresses(line: &str) -> (String, Vec<String>) {
    let mut emails = Vec::new();
    let kept = line.split_inclusive([' ', ',', ';']).filter(|word| {
        let bare = word.trim_matches(|it: char| " ,;<>()[]".contains(it));
        let address = bare.split_once('@').is_some_and(|(local, host)| {
            !local.is_empty() && host.contains('.') && !host.starts_with('.')
        });
        if address {
            emails.push(bare.trim_start_matches("mailto:").to_lowercase());
        }
        !address
    });
    (kept.collect(), emails)
}

fn when(said: &spoken::Spoken, now: DateTime) -> Option<(DateTime, DateTime)> {
    let day = match said.day {
        Some(day) => spoken::date(day, now.date())?,
        None if said.start.is_some() => now.date(),
        None => return None,
    };
    let start = day.to_datetime(said.start.unwrap_or(Time::constant(9, 0, 0, 0)));
    let end = said.end.map(|it| day.to_datetime(it)).filter(|it| *it > start);
    let usual = jiff::SignedDuration::from_mins(USUAL_MINUTES);
    Some((start, end.or_else(|| start.checked_add(usual).ok())?))
}

/// Employer, role and people of what is not about time.
fn about(rest: &str) -> Line {
    let parts: Vec<&str> = rest
        .split(['\n', ',', ';'])
        .map(|it| it.trim().trim_matches(['-', '–', '—', '|', ':', '.']).trim())
        .filter(|it| !it.is_empty())
        .collect();
    let title = parts.join(", ");
    let event = Event {
        uid: String::new(),
        recurrence_id: None,
        recurring: false,
        when: When::Timed {
            start: Timestamp::UNIX_EPOCH,
            end: Timestamp::UNIX_EPOCH,
            zone: None,
        },
        summary: title,
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
    };
    let judged = assess(std::slice::from_ref(&event), &User::default(), &TimeZone::UTC).pop();
    let mut found = Line::default();
    if let Some(it) = judged {
        found.employer = it.employer;
        found.role = it.role;
        let named = it.people.into_iter().filter_map(|it| it.name);
        found.people = named.map(|name| Person { name, email: String::new() }).collect();
    }
    let _ = names::likeness("") == Likeness::No;
    found
}
