//! All interviews and people as one table, how promptly they were thanked by month, and the table
//! as a file for spreadsheets. Read by the options page straight from the stored records: once,
//! however often the user then searches and sorts.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde_json::{Map, Value};

use super::store::{
    migrate,
    record::NOT_HELD,
    v1::{InterviewV1, PersonV1},
};
use crate::domain::{
    follow_up::timing::{DUE_AFTER, LAPSE_AFTER, LATE_AFTER},
    ordering::sort_by,
};

/// How promptly somebody was thanked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Promptness {
    /// Within 24 hours.
    Day,
    /// Within 48 hours.
    TwoDays,
    /// Later.
    Late,
    /// Never, and it is too late now.
    Missed,
    /// Nothing to be judged: still open, skipped, or nobody owed anything.
    Open,
}

impl Promptness {
    /// Those that are counted, best first.
    pub const COUNTED: [Self; 4] = [Self::Day, Self::TwoDays, Self::Late, Self::Missed];

    /// Stable code; the text is `promptness_<code>` in `_locales`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::TwoDays => "two_days",
            Self::Late => "late",
            Self::Missed => "missed",
            Self::Open => "open",
        }
    }
}

/// Codes of what a row can say; the texts are `status_<code>` in `_locales`.
pub const STATUSES: [&str; 11] = [
    "to_ask",
    "to_write",
    "drafted",
    "opened",
    "sent",
    "skipped",
    "lapsed",
    "question",
    "off",
    "not_held",
    "dismissed",
];

/// One person of one interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Id of the interview.
    pub interview: String,
    /// When it ended.
    pub end: Timestamp,
    /// Employer, or the title.
    pub employer: String,
    /// Role; may be empty.
    pub role: String,
    /// Name, or address, of the person; empty when nobody is known.
    pub person: String,
    /// Code of the status of the note; `off` for an interview called off, `not_held` for one that did
    /// not take place, `question` for what may be none, `dismissed` for what the user said is none;
    /// one of [`STATUSES`].
    pub status: String,
    /// When they were first thanked: a second note makes nobody late.
    pub thanked_at: Option<Timestamp>,
    /// How promptly.
    pub promptness: Promptness,
    /// What is searched, in small letters.
    words: String,
}

/// By what the table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By the end of the interview.
    Date,
    /// Alphabetically.
    Employer,
    /// Alphabetically.
    Person,
    /// Alphabetically by code.
    Status,
}

/// What of the table is wanted, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Looked for in employer, role and person, whatever its case.
    pub search: String,
    /// Code; empty for any.
    pub status: String,
    /// By what it is sorted; what is equal there is sorted by date, latest first.
    pub order: Order,
    /// Last things first.
    pub descending: bool,
}

/// Every row, in no particular order.
#[must_use]
pub fn table(stored: &Map<String, Value>, now: Timestamp) -> Vec<Row> {
    migrate::read_all(stored)
        .interviews
        .iter()
        .flat_map(|it| rows_of(it, now))
        .collect()
}

/// The rows that are wanted, sorted.
#[must_use]
pub fn select<'r>(table: &'r [Row], wanted: &Wanted) -> Vec<&'r Row> {
    let search = wanted.search.trim().to_lowercase();
    let mut rows: Vec<(String, &Row)> = table
        .iter()
        .filter(|it| wanted.status.is_empty() || it.status == wanted.status)
        .filter(|it| it.words.contains(&search))
        .map(|it| (key(it, wanted.order), it))
        .collect();
    sort_by(&mut rows, |(one_key, one), (other_key, other)| {
        let by_key = match wanted.order {
            Order::Date => one.end.cmp(&other.end),
            _ => one_key.cmp(other_key),
        };
        let by_key = if wanted.descending {
            by_key.reverse()
        } else {
            by_key
        };
        by_key.then_with(|| other.end.cmp(&one.end))
    });
    rows.into_iter().map(|(_, row)| row).collect()
}

fn key(row: &Row, order: Order) -> String {
    match order {
        Order::Date => String::new(),
        Order::Employer => row.employer.to_lowercase(),
        Order::Person => row.person.to_lowercase(),
        Order::Status => row.status.clone(),
    }
}

fn rows_of(interview: &InterviewV1, now: Timestamp) -> Vec<Row> {
    let row = |person: Option<&PersonV1>| {
        let employer = interview.employer.as_ref().unwrap_or(&interview.title);
        let role = interview.role.clone().unwrap_or_default();
        let name = person.and_then(|it| it.name.clone().or_else(|| it.email.clone()));
        let name = name.unwrap_or_default();
        Row {
            interview: interview.id.clone(),
            end: interview.end(),
            words: [employer, &role, &name]
                .map(|it| it.to_lowercase())
                .join("\n"),
            employer: employer.clone(),
            role,
            person: name,
            status: status(interview, person),
            thanked_at: person.and_then(PersonV1::first_thanked_at),
            promptness: promptness(interview, person, now),
        }
    };
    if interview.people.is_empty() {
        return vec![row(None)];
    }
    interview.people.iter().map(|it| row(Some(it))).collect()
}

fn status(interview: &InterviewV1, person: Option<&PersonV1>) -> String {
    if interview.called_off {
        "off".to_owned()
    } else if interview.was_not_held() {
        NOT_HELD.to_owned()
    } else if interview.is_doubtful() {
        "question".to_owned()
    } else if !interview.counts() {
        "dismissed".to_owned()
    } else {
        person.map_or_else(|| "to_ask".to_owned(), |it| it.status.clone())
    }
}

fn promptness(interview: &InterviewV1, person: Option<&PersonV1>, now: Timestamp) -> Promptness {
    if let Some(at) = person.and_then(PersonV1::first_thanked_at) {
        let after = at.duration_since(interview.end());
        return if after <= DUE_AFTER {
            Promptness::Day
        } else if after <= LATE_AFTER {
            Promptness::TwoDays
        } else {
            Promptness::Late
        };
    }
    let over: SignedDuration = now.duration_since(interview.end());
    let planned = person.is_none_or(|person| {
        interview
            .planned()
            .iter()
            .any(|(planned, _)| planned.id == person.id)
    });
    let skipped = person.is_some_and(|it| it.status == "skipped");
    // Who has an answer has nothing more to thank for.
    let waiting = interview.counts() && interview.outcome.is_none();
    if waiting && planned && !skipped && over >= LAPSE_AFTER {
        Promptness::Missed
    } else {
        Promptness::Open
    }
}

/// How many notes of one month were how prompt, in the order of [`Promptness::COUNTED`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// Year.
    pub year: i16,
    /// From 1 to 12.
    pub month: i8,
    /// Counts.
    pub counts: [u32; 4],
}

/// The months that have something to count, earliest first; by the ends of the interviews where the
/// user is.
#[must_use]
pub fn months(rows: &[&Row], zone: &TimeZone) -> Vec<Month> {
    let mut months: BTreeMap<(i16, i8), [u32; 4]> = BTreeMap::new();
    for row in rows {
        let place = Promptness::COUNTED
            .iter()
            .position(|it| *it == row.promptness);
        let date = zone.to_datetime(row.end).date();
        let counts = place.map(|at| (at, months.entry((date.year(), date.month())).or_default()));
        if let Some(count) = counts.and_then(|(at, counts)| counts.get_mut(at)) {
            *count += 1;
        }
    }
    months
        .into_iter()
        .map(|((year, month), counts)| Month {
            year,
            month,
            counts,
        })
        .collect()
}

/// The rows as comma-separated values (RFC 4180), with a line of names first. Cells that a
/// spreadsheet would take for a formula begin with an apostrophe.
#[must_use]
pub fn csv(rows: &[&Row]) -> String {
    let mut text = String::from("ended,employer,role,person,status,thanked,promptness\r\n");
    for row in rows {
        let cells = [
            row.end.to_string(),
            row.employer.clone(),
            row.role.clone(),
            row.person.clone(),
            row.status.clone(),
            row.thanked_at.map(|it| it.to_string()).unwrap_or_default(),
            row.promptness.code().to_owned(),
        ];
        text.push_str(&cells.map(|it| cell(&it)).join(","));
        text.push_str("\r\n");
    }
    text
}

fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests;
