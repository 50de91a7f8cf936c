//! Scores detection on a folder of labelled calendars: `name.ics` beside `name.labels.json`.
//!
//! A label has the UID and start of its event, `interview` (true, false, or "unsure": not scored)
//! and, where it matters, `company` (`company_alt`), `role`, `format`, `interviewers` and
//! `coordinator`. A field that a label lacks is not scored.

use std::{collections::BTreeMap, fs, path::Path};

use afternote::domain::{
    calendar::{
        event::{Event, When},
        ics::Reader,
    },
    interview::{self, Assessment, Band, Direction, Format, Part, User},
};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Map, Value, json};

/// How often something was right.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Share {
    /// Right.
    pub right: usize,
    /// Asked.
    pub of: usize,
}

impl Share {
    fn count(&mut self, right: bool) {
        self.of += 1;
        self.right += usize::from(right);
    }

    /// From 0 to 1; 1 when nothing was asked.
    pub(crate) fn value(self) -> f64 {
        if self.of == 0 {
            return 1.0;
        }
        self.right as f64 / self.of as f64
    }
}

/// A labelled event and what was made of it.
#[derive(Debug)]
pub(crate) struct Judged {
    /// The label.
    pub interview: bool,
    /// The probability it got.
    pub confidence: f64,
    /// Code and weight of each clue.
    pub reasons: Vec<(&'static str, f64)>,
}

/// What was counted.
#[derive(Debug, Default)]
pub(crate) struct Scores {
    /// Interviews found, wrongly found, missed, and rightly left alone.
    pub found: usize,
    pub wrong: usize,
    pub missed: usize,
    pub left_alone: usize,
    /// Of the events that get a confidence of 0.8 or more, those that are interviews.
    pub sure: Share,
    /// By field, on the interviews found.
    pub fields: BTreeMap<&'static str, Share>,
    /// Every event with a label.
    pub judged: Vec<Judged>,
    /// Each difference in words.
    pub mistakes: Vec<String>,
}

impl Scores {
    /// Share of what was found that is right.
    pub(crate) fn precision(&self) -> f64 {
        Share {
            right: self.found,
            of: self.found + self.wrong,
        }
        .value()
    }

    /// Share of the interviews that were found.
    pub(crate) fn recall(&self) -> f64 {
        Share {
            right: self.found,
            of: self.found + self.missed,
        }
        .value()
    }

    /// Harmonic mean of the two.
    pub(crate) fn f1(&self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall == 0.0 {
            return 0.0;
        }
        2.0 * precision * recall / (precision + recall)
    }

    /// The numbers for a report.
    pub(crate) fn as_json(&self) -> Value {
        let fields: Map<String, Value> = self
            .fields
            .iter()
            .map(|(name, it)| {
                (
                    (*name).to_owned(),
                    json!({"right": it.right, "of": it.of, "share": it.value()}),
                )
            })
            .collect();
        json!({
            "found": self.found, "wrong": self.wrong, "missed": self.missed, "left_alone": self.left_alone,
            "precision": self.precision(), "recall": self.recall(), "f1": self.f1(),
            "sure_and_right": self.sure.value(), "fields": fields,
        })
    }

    /// Judges every labelled calendar of a folder.
    ///
    /// # Errors
    /// In words, when a file cannot be read or a label has no event.
    pub(crate) fn of_folder(folder: &Path) -> Result<Self, String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .map_err(|error| format!("{}: {error}", folder.display()))?
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter_map(|name| Some(name.strip_suffix(".labels.json")?.to_owned()))
            .collect();
        names.sort();
        if names.is_empty() {
            return Err(format!("{} has no *.labels.json", folder.display()));
        }
        let mut scores = Self::default();
        for name in names {
            scores.calendar(folder, &name)?;
        }
        Ok(scores)
    }

    fn calendar(&mut self, folder: &Path, name: &str) -> Result<(), String> {
        let read = |ending: &str| {
            let path = folder.join(format!("{name}.{ending}"));
            fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
        };
        let labels: Value = serde_json::from_slice(&read("labels.json")?)
            .map_err(|error| format!("{name}.labels.json: {error}"))?;
        let mut reader = Reader::new(TimeZone::UTC);
        reader.push(&read("ics")?);
        let events = reader.finish().components();
        let assessments = interview::assess(&events, &user(&labels["owner"]), &TimeZone::UTC);
        let mut taken = vec![false; events.len()];
        for label in labels["events"].as_array().into_iter().flatten() {
            let at = events
                .iter()
                .zip(&taken)
                .position(|(event, taken)| !taken && matches(event, label))
                .ok_or_else(|| format!("{name}: no event for the label {}", label["uid"]))?;
            taken[at] = true;
            self.event(name, label, &events[at], &assessments[at]);
        }
        Ok(())
    }

    fn event(&mut self, calendar: &str, label: &Value, event: &Event, one: &Assessment) {
        let Some(wanted) = label["interview"].as_bool() else {
            return;
        };
        let reasons = one.verdict.reasons.iter();
        self.judged.push(Judged {
            interview: wanted,
            confidence: one.verdict.confidence,
            reasons: reasons.map(|it| (it.code, it.weight)).collect(),
        });
        let found = one.verdict.band != Band::Silent
            && one.direction == Direction::Candidate
            && !one.called_off;
        if one.verdict.confidence >= 0.8 && one.direction == Direction::Candidate && !one.called_off
        {
            self.sure.count(wanted);
        }
        match (wanted, found) {
            (true, true) => self.found += 1,
            (false, true) => self.wrong += 1,
            (true, false) => self.missed += 1,
            (false, false) => self.left_alone += 1,
        }
        let title = format!("{calendar}: {:?}", event.summary);
        if wanted != found {
            let reasons: Vec<String> = one
                .verdict
                .reasons
                .iter()
                .map(|reason| format!("{} {:+.1}", reason.code, reason.weight))
                .collect();
            self.mistakes.push(format!(
                "{title} is judged {found} with {:.2}: {}",
                one.verdict.confidence,
                reasons.join(", ")
            ));
        }
        if wanted && found {
            self.details(&title, label, one);
        }
    }

    fn details(&mut self, title: &str, label: &Value, one: &Assessment) {
        let plain = [
            ("company", one.employer.as_deref()),
            ("role", one.role.as_deref()),
            ("format", one.format.map(format_name)),
        ];
        for (field, actual) in plain {
            let Some(wanted) = label.get(field) else {
                continue;
            };
            let others = label[format!("{field}_alt")]
                .as_array()
                .into_iter()
                .flatten();
            let actual = actual.map(folded).unwrap_or_default();
            let right = std::iter::once(wanted)
                .chain(others)
                .any(|it| folded(it.as_str().unwrap_or_default()) == actual);
            self.field(field, right, || {
                format!("{title}: {field} is {actual:?}, not {wanted}")
            });
        }
        for (field, part) in [
            ("interviewers", Part::Interviewer),
            ("coordinator", Part::Coordinator),
        ] {
            let scored = label[format!("{field}_scored")].as_bool().unwrap_or(true);
            let Some(wanted) = label.get(field).filter(|_| scored) else {
                continue;
            };
            let wanted: Vec<&Value> = match wanted {
                Value::Array(people) => people.iter().collect(),
                Value::Null => Vec::new(),
                one => vec![one],
            };
            let actual: Vec<_> = one.people.iter().filter(|it| it.part == part).collect();
            let same = |person: &interview::Participant, label: &Value| {
                let email = label["email"].as_str();
                (email.is_some() && email == person.email.as_deref())
                    || label["name"].as_str().map(folded) == person.name.as_deref().map(folded)
            };
            let right = wanted.len() == actual.len()
                && wanted
                    .iter()
                    .all(|label| actual.iter().any(|it| same(it, label)));
            let names: Vec<_> = actual
                .iter()
                .map(|it| it.name.as_deref().unwrap_or_default())
                .collect();
            self.field(field, right, || {
                format!("{title}: {field} are {names:?}, not {wanted:?}")
            });
        }
    }

    fn field(&mut self, name: &'static str, right: bool, mistake: impl FnOnce() -> String) {
        self.fields.entry(name).or_default().count(right);
        if !right {
            self.mistakes.push(mistake());
        }
    }
}

fn user(owner: &Value) -> User {
    let emails = owner["emails"].as_array().into_iter().flatten();
    User {
        name: owner["name"].as_str().unwrap_or_default().to_owned(),
        emails: emails
            .filter_map(Value::as_str)
            .map(str::to_lowercase)
            .collect(),
        ..User::default()
    }
}

fn matches(event: &Event, label: &Value) -> bool {
    let start = match &event.when {
        When::Timed { start, .. } => *start,
        When::AllDay { first, .. } => TimeZone::UTC
            .to_timestamp(first.to_datetime(jiff::civil::Time::midnight()))
            .unwrap_or_default(),
    };
    let wanted: Option<Timestamp> = label["start"].as_str().and_then(|it| it.parse().ok());
    label["uid"].as_str() == Some(&event.uid) && wanted == Some(start)
}

fn folded(text: &str) -> String {
    let words = text
        .to_lowercase()
        .replace(['.', ',', '’', '\''], "")
        .replace('&', "and");
    let words = words.strip_prefix("the ").map_or(words.as_str(), |it| it);
    let forms = [
        "gmbh",
        "inc",
        "ag",
        "sa",
        "ltd",
        "bv",
        "ab",
        "llc",
        "株式会社",
    ];
    words
        .split_whitespace()
        .filter(|word| !forms.contains(word))
        .collect::<Vec<_>>()
        .join(" ")
        .replace("株式会社", "")
}

const fn format_name(format: Format) -> &'static str {
    match format {
        Format::Phone => "phone",
        Format::Video => "video",
        Format::Onsite => "onsite",
    }
}
