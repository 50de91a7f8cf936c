//! All interviews and people as one table, how promptly they were thanked by month, and the table
//! as a file for spreadsheets. Read by the options page straight from the stored records.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde_json::{Map, Value};

use super::store::{
    migrate,
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
    /// Code of the status of the note; `off` for an interview called off, `dismissed` for what the
    /// user said is none.
    pub status: String,
    /// When they were thanked.
    pub thanked_at: Option<Timestamp>,
    /// How promptly.
    pub promptness: Promptness,
}

/// By what the table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Latest first.
    Date,
    /// Alphabetically.
    Employer,
    /// Alphabetically.
    Person,
    /// Alphabetically by code.
    Status,
}

/// Every row that fits, sorted. `status` empty means any; `search` is looked for in employer, role
/// and person, whatever its case.
#[must_use]
pub fn rows(
    stored: &Map<String, Value>,
    now: Timestamp,
    search: &str,
    status: &str,
    order: Order,
) -> Vec<Row> {
    let search = search.trim().to_lowercase();
    let mut rows: Vec<Row> = migrate::read_all(stored)
        .interviews
        .iter()
        .flat_map(|it| rows_of(it, now))
        .filter(|it| status.is_empty() || it.status == status)
        .filter(|it| {
            [&it.employer, &it.role, &it.person]
                .iter()
                .any(|text| text.to_lowercase().contains(&search))
        })
        .collect();
    sort_by(&mut rows, |one, other| {
        let key = |row: &Row| match order {
            Order::Date => String::new(),
            Order::Employer => row.employer.to_lowercase(),
            Order::Person => row.person.to_lowercase(),
            Order::Status => row.status.clone(),
        };
        key(one)
            .cmp(&key(other))
            .then_with(|| other.end.cmp(&one.end))
    });
    rows
}

fn rows_of(interview: &InterviewV1, now: Timestamp) -> Vec<Row> {
    let row = |person: Option<&PersonV1>| Row {
        interview: interview.id.clone(),
        end: interview.end(),
        employer: interview
            .employer
            .clone()
            .unwrap_or_else(|| interview.title.clone()),
        role: interview.role.clone().unwrap_or_default(),
        person: person
            .and_then(|it| it.name.clone().or_else(|| it.email.clone()))
            .unwrap_or_default(),
        status: if interview.called_off {
            "off".to_owned()
        } else if !interview.counts() {
            "dismissed".to_owned()
        } else {
            person.map_or_else(|| "to_ask".to_owned(), |it| it.status.clone())
        },
        thanked_at: person.and_then(PersonV1::thanked_at),
        promptness: promptness(interview, person, now),
    };
    if interview.people.is_empty() {
        return vec![row(None)];
    }
    interview.people.iter().map(|it| row(Some(it))).collect()
}

fn promptness(interview: &InterviewV1, person: Option<&PersonV1>, now: Timestamp) -> Promptness {
    if let Some(at) = person.and_then(PersonV1::thanked_at) {
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
    if interview.counts() && planned && !skipped && over >= LAPSE_AFTER {
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
pub fn months(rows: &[Row], zone: &TimeZone) -> Vec<Month> {
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
pub fn csv(rows: &[Row]) -> String {
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
mod tests {
    use super::*;

    const NOW: &str = "2026-04-20T12:00:00Z";

    fn stored() -> Map<String, Value> {
        serde_json::from_str(include_str!("../../tests/fixtures/stored/v1.json")).unwrap()
    }

    fn all(search: &str, status: &str, order: Order) -> Vec<Row> {
        rows(&stored(), NOW.parse().unwrap(), search, status, order)
    }

    #[test]
    fn each_person_is_a_row_and_an_interview_of_which_nobody_is_known() {
        let rows = all("", "", Order::Date);
        assert_eq!(rows.len(), 3);
        assert_eq!(rows.iter().filter(|it| it.person.is_empty()).count(), 1);
        assert_eq!(all("", "sent", Order::Date).len(), 1);
        assert_eq!(all("no such thing", "", Order::Date).len(), 0);
    }

    #[test]
    fn rows_are_found_by_what_they_say_and_sorted_by_what_is_asked() {
        let latest_first = all("", "", Order::Date);
        assert!(latest_first[0].end >= latest_first[1].end);
        let known = latest_first
            .iter()
            .find(|it| !it.person.is_empty())
            .unwrap();
        let found = all(&known.person.to_uppercase(), "", Order::Date);
        assert_eq!(found[0].person, known.person);
        let by_employer = all("", "", Order::Employer);
        assert!(by_employer[0].employer.to_lowercase() <= by_employer[1].employer.to_lowercase());
    }

    #[test]
    fn months_count_what_can_be_judged() {
        let row = |end: &str, promptness| Row {
            interview: "i".into(),
            end: end.parse().unwrap(),
            employer: String::new(),
            role: String::new(),
            person: String::new(),
            status: String::new(),
            thanked_at: None,
            promptness,
        };
        let rows = [
            row("2026-03-31T22:30:00Z", Promptness::Day),
            row("2026-04-02T10:00:00Z", Promptness::Late),
            row("2026-04-02T10:00:00Z", Promptness::Open),
            row("2026-02-02T10:00:00Z", Promptness::Missed),
        ];
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let counted: Vec<_> = months(&rows, &berlin)
            .iter()
            .map(|it| (it.month, it.counts))
            .collect();
        assert_eq!(counted, [(2, [0, 0, 0, 1]), (4, [1, 0, 1, 0])]);
    }

    #[test]
    fn spreadsheets_get_text_and_no_formulas() {
        for (text, expected) in [
            ("Acme", "Acme"),
            ("Acme, Inc.", "\"Acme, Inc.\""),
            ("The \"Firm\"", "\"The \"\"Firm\"\"\""),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("@home", "'@home"),
            ("-1", "'-1"),
        ] {
            assert_eq!(cell(text), expected);
        }
        let text = csv(&all("", "", Order::Date));
        assert_eq!(text.lines().count(), 4);
    }
}
