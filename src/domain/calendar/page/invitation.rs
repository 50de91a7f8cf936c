//! An invitation as a mail shows it: its subject, and lines such as `When`, `Where` and `Who` with what
//! stands beside or below them, in the languages of `invitation.txt`.
//!
//! No event without a date and a time or a whole day; no guest without an address, a list of names or
//! the word for who invites. A time is on the reader's clock, as webmails write it, unless a zone beside
//! it is understood. Of a series the one day that is named is read. The label and its text stand on two
//! lines, or on one with a colon or a tab between them: in a sentence there is none.

use jiff::{
    civil::Date,
    tz::{Offset, TimeZone},
};

use super::label;
use crate::domain::calendar::{
    event::{Attendee, Event, EventStatus, When},
    spoken::{self, Day, SlashOrder, Spoken},
    zone_database,
};

/// A mail of more lines is no invitation any more; they are not looked at.
const MOST_LINES: usize = 600;
/// A longer line is a sentence.
const LONGEST_LINE: usize = 300;
/// Below a label.
const MOST_VALUES: usize = 40;
/// More guests than anybody meets.
const MOST_GUESTS: usize = 60;

/// What a mail shows, as text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shown<'a> {
    /// The host of the page.
    pub(super) host: &'a str,
    /// Its subject.
    pub(super) subject: &'a str,
    /// All of it, in lines.
    pub(super) text: &'a str,
    /// The line that the page itself marks as the time; empty for none.
    pub(super) time: &'a str,
    /// The same for the place.
    pub(super) place: &'a str,
}

/// The invitation in a mail; `people` are those whom it names with their address.
pub(super) fn event(
    mail: Shown<'_>,
    people: &[Attendee],
    today: Date,
    home: &TimeZone,
) -> Option<Event> {
    let subject = subject(mail.subject)?;
    let told = told(mail.text);
    let times = [mail.time].into_iter().chain(told.when.iter().copied());
    let when = times
        .filter(|it| it.len() <= LONGEST_LINE)
        .find_map(|it| when(it, today, home))?;
    let place = [mail.place, told.place.unwrap_or_default()];
    let place = place.into_iter().find(|it| !it.is_empty());
    let start = when.start(home);
    // What tells this invitation from others when it is read again.
    let uid: String = format!("page:{}:{start}:{}", mail.host, subject.title);
    let mut found = Event {
        description: mail.text.to_owned(),
        location: place.unwrap_or_default().to_owned(),
        ..super::event(uid.chars().take(300).collect(), None, when, subject.title)
    };
    if subject.cancelled {
        found.status = EventStatus::Cancelled;
    }
    for (line, organizes) in told.people {
        for guest in guests(line, people) {
            let organizes = organizes || label::says(line, "Organizer");
            if organizes && found.organizer.is_none() {
                found.organizer = Some(guest.clone());
            }
            let known = |it: &Attendee| {
                (it.email.is_some() && it.email == guest.email)
                    || (it.name.is_some() && it.name == guest.name)
            };
            if found.attendees.len() < MOST_GUESTS && !found.attendees.iter().any(known) {
                found.attendees.push(guest);
            }
        }
    }
    // A card shows no list of names: it is about those whom the message names.
    if !mail.time.is_empty() && found.attendees.is_empty() {
        let all = people.iter().take(MOST_GUESTS);
        found.attendees.extend(all.cloned());
    }
    Some(found)
}

struct Subject<'a> {
    title: &'a str,
    cancelled: bool,
}

/// The title in a subject such as `Updated invitation: Standup @ Tue Nov 24, 2026 3pm (CET) (me@a.b)`;
/// `None` for an answer to an invitation.
fn subject(text: &str) -> Option<Subject<'_>> {
    let (mut title, mut cancelled) = (text.trim(), false);
    while let Some((before, rest)) = title.split_once([':', '：']) {
        match meaning(before) {
            Some("Invitation") => {}
            Some("Cancelled") => cancelled = true,
            Some("Answer") => return None,
            _ => break,
        }
        title = rest.trim();
    }
    if let Some((before, behind)) = title.rsplit_once(" @ ")
        && dated(&spoken::spoken(behind, SlashOrder::DayFirst))
    {
        title = before.trim_end();
    }
    (!title.is_empty()).then_some(Subject { title, cancelled })
}

#[derive(Default)]
struct Told<'a> {
    when: Vec<&'a str>,
    place: Option<&'a str>,
    /// And whether it is who invites.
    people: Vec<(&'a str, bool)>,
}

/// What stands beside and below the labels of a text; of two labels of one meaning the first counts,
/// which is the newer one where an older mail is quoted.
fn told(text: &str) -> Told<'_> {
    let mut told = Told::default();
    let mut seen: Vec<&str> = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    let lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    for line in lines.take(MOST_LINES) {
        if let Some((meaning, value)) = labelled(line) {
            open = (!seen.contains(&meaning)).then_some((meaning, 0));
            seen.push(meaning);
            if !value.is_empty() {
                told.take(meaning, value, 0);
                // Names may go on below; all else is told.
                open = open.filter(|(it, _)| matches!(*it, "Who" | "Organizer"));
                open = open.map(|(it, _)| (it, 1));
            }
        } else if let Some((meaning, below)) = open {
            told.take(meaning, line, below);
            open = (below < MOST_VALUES).then_some((meaning, below + 1));
        }
    }
    told
}

impl<'a> Told<'a> {
    /// Takes a line as the value of a label, the first one or one further below.
    fn take(&mut self, meaning: &str, line: &'a str, below: usize) {
        if line.len() > LONGEST_LINE {
            return;
        }
        match meaning {
            // `CHANGED` may stand between the two.
            "When" if below < 3 => self.when.push(line),
            "Where" if below == 0 => self.place = Some(line),
            "Organizer" if below == 0 => self.people.push((line, true)),
            // Below the list there may be anything: buttons, another column. An address or the word
            // for who invites shows that it is a guest.
            "Who" if below == 0 || line.contains('@') || label::says(line, "Organizer") => {
                self.people.push((line, false));
            }
            _ => {}
        }
    }
}

/// The label at the beginning of a line, and what stands beside it.
fn labelled(line: &str) -> Option<(&'static str, &str)> {
    let (name, value) = line.split_once([':', '：', '\t']).unwrap_or((line, ""));
    let meaning = meaning(name)?;
    // What is said about subjects is none of the text.
    let known = ["When", "Where", "Who", "Organizer", "Other"].contains(&meaning);
    known.then(|| (meaning, value.trim()))
}

/// The meaning of a whole label or prefix.
fn meaning(words: &str) -> Option<&'static str> {
    let words = words.trim().trim_end_matches('*');
    if words.is_empty() || words.len() > 60 {
        return None;
    }
    let small = words.to_lowercase().replace(char::is_whitespace, "_");
    include_str!("invitation.txt")
        .lines()
        .filter_map(|it| it.split_once(": "))
        .find(|(_, words)| words.split(' ').any(|it| it == small))
        .map(|(meaning, _)| meaning)
}

/// The time in a line: with a date, since "tomorrow" was said on the day the mail was written.
fn when(line: &str, today: Date, home: &TimeZone) -> Option<When> {
    let order = label::order(line);
    let said = spoken::spoken(line, order);
    let day = said.day.filter(|_| dated(&said))?;
    let day = spoken::date(day, today)?;
    let zone = zone(line, day, home);
    label::when(&said, day, zone.as_ref().unwrap_or(home))
}

fn dated(said: &Spoken) -> bool {
    matches!(said.day, Some(Day::Date { .. }))
}

/// The zone in parentheses behind a time: `(Central European Time - Berlin)`, `(GMT+1)`, `(EST)`; `None`
/// where there is none that is understood, or where it is the reader's own.
fn zone(line: &str, day: Date, home: &TimeZone) -> Option<TimeZone> {
    let inside = line.rsplit_once('(')?.1.split_once(')')?.0.trim();
    let noon = home.to_ambiguous_timestamp(day.at(12, 0, 0, 0));
    let noon = noon.compatible().ok()?;
    if home.to_offset_info(noon).abbreviation() == inside {
        return None;
    }
    if let Some((_, city)) = inside.rsplit_once(" - ") {
        let city = city.trim().replace(' ', "_");
        let areas = [
            "Europe",
            "America",
            "Asia",
            "Africa",
            "Australia",
            "Pacific",
            "Atlantic",
            "Indian",
        ];
        let named = |area: &str| zone_database::get(&format!("{area}/{city}"));
        return areas.into_iter().find_map(named);
    }
    let hours = ABBREVIATED.iter().find(|(it, _)| *it == inside);
    if let Some((_, hours)) = hours {
        return Some(TimeZone::fixed(Offset::from_hours(*hours).ok()?));
    }
    let offset = ["GMT", "UTC"]
        .iter()
        .find_map(|it| inside.strip_prefix(it))?;
    let (sign, digits) = offset
        .strip_prefix('+')
        .map(|it| (1, it))
        .or_else(|| Some((-1, offset.strip_prefix(['-', '−'])?)))?;
    let (hours, minutes) = digits.split_once(':').unwrap_or((digits, "0"));
    let [hours, minutes]: [i32; 2] = [hours.parse().ok()?, minutes.parse().ok()?];
    let sound = (0..=14).contains(&hours) && (0..60).contains(&minutes);
    let seconds = sign
        * (hours
            .checked_mul(3600)?
            .checked_add(minutes.checked_mul(60)?)?);
    let offset = Offset::from_seconds(seconds).ok().filter(|_| sound);
    offset.map(TimeZone::fixed)
}

/// Hours east of UTC; of those that mean one thing the world over.
const ABBREVIATED: [(&str, i8); 17] = [
    ("UTC", 0),
    ("GMT", 0),
    ("WET", 0),
    ("WEST", 1),
    ("CET", 1),
    ("CEST", 2),
    ("EET", 2),
    ("EEST", 3),
    ("EST", -5),
    ("EDT", -4),
    ("CDT", -5),
    ("MST", -7),
    ("MDT", -6),
    ("PST", -8),
    ("PDT", -7),
    ("JST", 9),
    ("KST", 9),
];

/// The people in a line: `Priya Shah*, Tom Kovač`, `Priya Shah - organizer`, `Priya <priya@a.b>`.
fn guests(line: &str, people: &[Attendee]) -> Vec<Attendee> {
    let parts = line.split([',', ';', '、', '，', '\t']);
    let parts = parts.map(|it| {
        let it = it.trim();
        match it.rsplit_once([' ', '\u{a0}']) {
            // `Priya Shah - organizer`, `Priya Shah (organizer)`
            Some((before, last)) if label::says(last, "Organizer") => before,
            _ => it,
        }
    });
    parts.filter_map(|it| guest(it, people)).collect()
}

fn guest(part: &str, people: &[Attendee]) -> Option<Attendee> {
    let edge = |it: char| it.is_whitespace() || "*-–—<>()\"'".contains(it);
    let mut words = part.split([' ', '<', '>', '(', ')', '"', '\u{a0}']);
    let email = words.find(|it| is_address(it)).map(str::to_lowercase);
    let name = match &email {
        Some(_) => part.split(['<', '(']).next().unwrap_or_default(),
        None => part,
    };
    let name = name.trim_matches(edge);
    let name = Some(name).filter(|it| is_name(it)).map(str::to_owned);
    let known = people
        .iter()
        .find(|it| (name.is_some() && it.name == name) || (email.is_some() && it.email == email));
    (name.is_some() || email.is_some()).then(|| Attendee {
        email: email.or_else(|| known.and_then(|it| it.email.clone())),
        name: name.or_else(|| known.and_then(|it| it.name.clone())),
        ..Attendee::default()
    })
}

/// An address and nothing beside it.
pub(super) fn is_address(text: &str) -> bool {
    let (local, host) = text.split_once('@').unwrap_or_default();
    !local.is_empty() && host.contains('.') && !host.contains('@') && text.len() <= 254
}

/// Up to five words that begin with a letter: no number of guests, no sentence, no address.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let lettered = |it: &&str| it.chars().any(char::is_alphabetic) && !it.contains(['@', '/', ':']);
    (1..=5).contains(&words.len())
        && text.len() <= 80
        && words.iter().all(lettered)
        && !text.contains(|it: char| it.is_ascii_digit())
}

#[cfg(test)]
mod tests;
