//! Reads iCalendar (RFC 5545) bytes into events and problems.
//!
//! Two phases: while the bytes come in, only identity and times are read and the rest is kept as
//! it stands; text and people are decoded for the events somebody asks for.
//!
//! Refuses to fail as a whole: one bad line, event, rule or zone costs that line, event, rule or
//! zone, and is reported as a [`Problem`].

mod collect;
mod decode;
mod lines;
mod problem;
mod property;
mod series;
mod text;
mod value;
mod zones;

use jiff::{Timestamp, tz::TimeZone};

use self::{
    collect::{Collected, Collector},
    lines::Lines,
    series::Series,
    zones::Zones,
};
pub use self::{
    problem::{Problem, ProblemKind},
    series::Occurrence,
};
use super::event::Event;

/// A half-open span of instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// First instant inside.
    pub from: Timestamp,
    /// First instant after.
    pub until: Timestamp,
}

/// Takes the bytes of one calendar file in chunks of any size.
#[derive(Debug)]
pub struct Reader {
    home: TimeZone,
    lines: Lines,
    collector: Collector,
}

impl Reader {
    /// `home` is the user's zone: floating and unresolvable times are read in it.
    #[must_use]
    pub fn new(home: TimeZone) -> Self {
        Self {
            home,
            lines: Lines::default(),
            collector: Collector::default(),
        }
    }

    /// Takes the next bytes. The result does not depend on where the file was cut.
    pub fn push(&mut self, chunk: &[u8]) {
        let collector = &mut self.collector;
        self.lines
            .push(chunk, |number, line| collector.line(number, line));
    }

    /// Ends the file.
    #[must_use]
    pub fn finish(self) -> Calendar {
        let mut collector = self.collector;
        self.lines
            .finish(|number, line| collector.line(number, line));
        let mut collected = collector.finish();
        let (zones, unknown) = Zones::resolve(&collected, self.home.clone());
        collected.problems.extend(unknown);
        Calendar {
            collected,
            zones,
            home: self.home,
        }
    }
}

/// A calendar that has been read.
#[derive(Debug)]
pub struct Calendar {
    collected: Collected,
    zones: Zones,
    home: TimeZone,
}

impl Calendar {
    /// What could not be read.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.collected.problems
    }

    /// Number of events read: each series and each changed occurrence counts once.
    #[must_use]
    pub fn len(&self) -> usize {
        self.collected.events.len()
    }

    /// Whether no event was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every VEVENT once: a series at its DTSTART, each changed occurrence by itself; in file
    /// order. Versions that a later one replaced are among them, marked.
    #[must_use]
    pub fn components(&self) -> Vec<Event> {
        let series = self.series();
        let superseded = series.superseded();
        (0..self.len())
            .filter_map(|index| series.single(index))
            .map(|it| {
                let mut event = self.event(&it);
                event.superseded = superseded.get(it.event).copied().unwrap_or(false);
                event
            })
            .collect()
    }

    /// The occurrences that overlap `window`, by start, and what went wrong on the way.
    #[must_use]
    pub fn occurrences_in(&self, window: Window) -> (Vec<Occurrence>, Vec<Problem>) {
        self.series().occurrences(window)
    }

    /// The events that overlap `window`, by start, and what went wrong on the way.
    #[must_use]
    pub fn events_in(&self, window: Window) -> (Vec<Event>, Vec<Problem>) {
        let (occurrences, problems) = self.occurrences_in(window);
        let events = occurrences.iter().map(|it| self.event(it)).collect();
        (events, problems)
    }

    /// Reads text and people of an occurrence.
    #[must_use]
    pub fn event(&self, occurrence: &Occurrence) -> Event {
        let Some(raw) = self.collected.events.get(occurrence.event) else {
            return decode::decode(b"", occurrence, None);
        };
        let info = self.collected.calendars.get(usize::from(raw.calendar));
        let zone = raw
            .start
            .map(|it| self.zones.of_stamp(it, info.and_then(|it| it.zone)))
            .filter(|it| **it != TimeZone::UTC)
            .and_then(|it| it.iana_name())
            .map(str::to_owned);
        let text = self
            .collected
            .text
            .get(raw.text.0..raw.text.1)
            .unwrap_or_default();
        let mut event = decode::decode(text, occurrence, zone);
        event.uid.clone_from(&raw.uid);
        event.recurring =
            !raw.rules.is_empty() || !raw.extra.is_empty() || raw.recurrence_id.is_some();
        event.sequence = raw.sequence;
        event.method_cancel = info.is_some_and(|it| it.method_cancel);
        event
    }

    fn series(&self) -> Series<'_> {
        Series {
            events: &self.collected.events,
            calendars: &self.collected.calendars,
            zones: &self.zones,
            home: &self.home,
        }
    }
}
