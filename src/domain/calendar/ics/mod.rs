//! Reads iCalendar (RFC 5545) bytes into events and problems.
//!
//! Refuses to fail as a whole: one bad line, event, rule or zone costs that line, event, rule or
//! zone, and is reported as a [`Problem`].
//!
//! Two phases. Reading decodes the time fields of every event and keeps the text lines as bytes;
//! asking for a window decodes the text and people of the events that take place in it.

mod calendar;
mod charset;
mod collect;
mod component;
mod definitions;
mod identity;
mod length;
mod lines;
mod occurrences;
mod overrides;
mod pages;
mod people;
mod problem;
mod property;
mod reader;
mod revisions;
mod series;
mod text;
mod times;
mod values;
mod zones;

use jiff::Timestamp;

pub use calendar::Calendar;
pub use occurrences::Occurrence;
pub use problem::{Problem, ProblemKind};
pub use reader::Reader;

/// A half-open span of instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// First instant inside.
    pub from: Timestamp,
    /// First instant after.
    pub until: Timestamp,
}
