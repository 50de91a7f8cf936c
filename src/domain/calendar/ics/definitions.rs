//! A VTIMEZONE while it is read: its names and its observances.

use crate::domain::calendar::{recurrence::Rule, zone::observed::Observance};

use super::{
    problem::{ProblemKind, Problems},
    property::Property,
    values,
};

/// A VTIMEZONE as read.
#[derive(Debug, Default)]
pub(super) struct Definition {
    /// Line of its BEGIN.
    pub(super) line: u32,
    pub(super) name: Vec<u8>,
    /// X-LIC-LOCATION or X-MICROSOFT-CDO-TZID: another name for the same zone.
    pub(super) alias: Option<String>,
    pub(super) observances: Vec<Observance>,
    /// Whether the last observance is still open.
    open: bool,
}

impl Definition {
    pub(super) fn new(line: u32) -> Self {
        Self {
            line,
            ..Self::default()
        }
    }

    /// Whether two definitions give the same zone.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        self.alias == other.alias && self.observances == other.observances
    }

    /// BEGIN of an observance.
    pub(super) fn begin(&mut self, daylight: bool) {
        self.observances.push(Observance {
            daylight,
            ..Observance::default()
        });
        self.open = true;
    }

    /// END of an observance.
    pub(super) const fn end(&mut self) {
        self.open = false;
    }

    /// Takes one line.
    pub(super) fn line(&mut self, number: u32, property: &Property<'_>, problems: &mut Problems) {
        match self.observances.last_mut().filter(|_| self.open) {
            Some(observance) => observe(observance, number, property, problems),
            None => self.name_by(property),
        }
    }

    fn name_by(&mut self, property: &Property<'_>) {
        let value = property.value.trim_ascii();
        if property.is("TZID") {
            let quoted = value
                .strip_prefix(b"\"")
                .and_then(|value| value.strip_suffix(b"\""));
            self.name = quoted.unwrap_or(value).to_vec();
        } else if property.is("X-LIC-LOCATION") {
            self.alias = Some(String::from_utf8_lossy(value).into_owned());
        } else if property.is("X-MICROSOFT-CDO-TZID") {
            self.alias
                .get_or_insert_with(|| format!("cdo {}", String::from_utf8_lossy(value)));
        }
    }
}

fn observe(
    observance: &mut Observance,
    number: u32,
    property: &Property<'_>,
    problems: &mut Problems,
) {
    let value = property.value.trim_ascii();
    if property.is("TZOFFSETFROM") {
        observance.offset_from = values::utc_offset(value);
    } else if property.is("TZOFFSETTO") {
        observance.offset_to = values::utc_offset(value);
    } else if property.is("DTSTART") {
        observance.start = values::date_time(value).map(|(civil, _)| civil);
    } else if property.is("RRULE") {
        match Rule::parse(&String::from_utf8_lossy(value)) {
            Ok(rule) => observance.rules.push(rule),
            Err(_) => problems.add(number, ProblemKind::BadRule, b"RRULE"),
        }
    } else if property.is("RDATE") {
        for date in value.split(|byte| *byte == b',') {
            let start = date.split(|byte| *byte == b'/').next().unwrap_or_default();
            observance
                .dates
                .extend(values::date_time(start).map(|(civil, _)| civil));
        }
    }
}
