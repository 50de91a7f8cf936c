//! Reads iCalendar (RFC 5545) bytes into events and problems.
//!
//! Refuses to fail as a whole: one bad line, event, rule or zone costs that line, event, rule or
//! zone, and is reported as a [`Problem`].

use jiff::{Timestamp, tz::TimeZone};

use super::event::Event;

/// A half-open span of instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// First instant inside.
    pub from: Timestamp,
    /// First instant after.
    pub until: Timestamp,
}

/// Something that could not be read as the standard says, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Line in the file, counted from 1; 0 when it concerns the file as a whole.
    pub line: u32,
    /// UID of the event concerned, when known.
    pub uid: Option<String>,
    /// What it was.
    pub kind: ProblemKind,
    /// The offending value, shortened: a property name, zone name or rule. Never event text.
    pub detail: String,
}

/// Kinds of [`Problem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The bytes are no calendar.
    NotACalendar,
}

impl ProblemKind {
    /// Stable code that crosses the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotACalendar => "not_a_calendar",
        }
    }
}

/// Takes the bytes of one calendar file in chunks of any size.
#[derive(Debug)]
pub struct Reader {
    home: TimeZone,
}

impl Reader {
    /// `home` is the user's zone: floating and unresolvable times are read in it.
    #[must_use]
    pub fn new(home: TimeZone) -> Self {
        Self { home }
    }

    /// Takes the next bytes. The result does not depend on where the file was cut.
    pub fn push(&mut self, _chunk: &[u8]) {}

    /// Ends the file.
    #[must_use]
    pub fn finish(self) -> Calendar {
        Calendar { home: self.home }
    }
}

/// A calendar that has been read.
#[derive(Debug)]
pub struct Calendar {
    home: TimeZone,
}

impl Calendar {
    /// What could not be read.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        let _ = &self.home;
        &[]
    }

    /// Number of events read.
    #[must_use]
    pub fn len(&self) -> usize {
        0
    }

    /// Whether no event was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every VEVENT once: a series at its DTSTART, each override by itself; in file order.
    #[must_use]
    pub fn components(&self) -> Vec<Event> {
        Vec::new()
    }

    /// The occurrences that overlap `window`, sorted by start, and what went wrong on the way.
    #[must_use]
    pub fn events_in(&self, _window: Window) -> (Vec<Event>, Vec<Problem>) {
        (Vec::new(), Vec::new())
    }
}
