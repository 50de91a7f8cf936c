//! What is kept of a VEVENT while reading: its time fields, decoded, and its text as bytes.

use std::num::NonZeroU64;

use crate::domain::calendar::{civil::Civil, recurrence::Rule};

use super::values::Duration;

/// Which zone a wall clock time belongs to: an index into the reader's list of TZIDs, or one of two
/// special values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ZoneRef(pub(super) u32);

impl ZoneRef {
    /// No zone: the wall clock of whoever looks.
    pub(super) const FLOATING: Self = Self(u32::MAX);
    /// UTC.
    pub(super) const UTC: Self = Self(u32::MAX - 1);
}

/// A date or date-time with the zone it was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) civil: Civil,
    pub(super) zone: ZoneRef,
    /// Whether it is a whole day.
    pub(super) date: bool,
}

/// DTEND or DURATION.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Unstated,
    At(Moment),
    After(Duration),
}

/// One date of an RDATE list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Added {
    pub(super) start: Moment,
    /// The end, when the value is a PERIOD.
    pub(super) end: End,
}

/// What makes a component recur; most have none of it.
#[derive(Debug, Default)]
pub(super) struct Repetition {
    pub(super) rules: Vec<Rule>,
    pub(super) excluded_rules: Vec<Rule>,
    pub(super) added: Vec<Added>,
    pub(super) excluded: Vec<Moment>,
}

impl Repetition {
    pub(super) fn recurs(&self) -> bool {
        !self.rules.is_empty() || !self.added.is_empty()
    }
}

/// Where the text lines of a component lie in the store.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    pub(super) block: u32,
    pub(super) start: u32,
    pub(super) end: u32,
}

/// One VEVENT as indexed.
#[derive(Debug)]
pub(super) struct Component {
    /// Line of its BEGIN.
    pub(super) line: u32,
    /// Which VCALENDAR of the file it is in.
    pub(super) object: u32,
    /// Hash of the UID; `None` without one.
    pub(super) uid: Option<NonZeroU64>,
    pub(super) start: Moment,
    pub(super) end: End,
    /// An override without DTSTART: `start` is its RECURRENCE-ID until the series is known.
    pub(super) start_unstated: bool,
    pub(super) recurrence_id: Option<Moment>,
    /// RANGE=THISANDFUTURE.
    pub(super) and_future: bool,
    pub(super) sequence: u32,
    /// DTSTAMP as civil seconds in UTC.
    pub(super) stamp: i64,
    pub(super) repetition: Option<Box<Repetition>>,
    pub(super) text: Span,
    /// Whether a newer revision of the same event is in the file.
    pub(super) superseded: bool,
}

impl Component {
    /// Orders revisions of one event (RFC 5546 2.1.5): SEQUENCE, then DTSTAMP.
    pub(super) const fn revision(&self) -> (u32, i64) {
        (self.sequence, self.stamp)
    }

    pub(super) fn recurs(&self) -> bool {
        self.repetition
            .as_ref()
            .is_some_and(|repetition| repetition.recurs())
    }
}

/// Bytes of text lines, in blocks so that growing never copies what is there.
#[derive(Debug, Default)]
pub(super) struct Store {
    blocks: Vec<Vec<u8>>,
}

/// One block; larger text gets a block of its own.
const BLOCK: usize = 1 << 20;

impl Store {
    pub(super) fn add(&mut self, text: &[u8]) -> Span {
        let fits = self
            .blocks
            .last()
            .is_some_and(|last| last.capacity() - last.len() >= text.len());
        if !fits {
            self.blocks.push(Vec::with_capacity(BLOCK.max(text.len())));
        }
        let block = self.blocks.len().saturating_sub(1);
        let Some(last) = self.blocks.last_mut() else {
            return Span::default();
        };
        let start = last.len();
        last.extend_from_slice(text);
        let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        Span {
            block: number(block),
            start: number(start),
            end: number(last.len()),
        }
    }

    /// Lets go of all text before this block.
    pub(super) fn free_before(&mut self, block: u32) {
        let before = self.blocks.iter_mut().take(block as usize).rev();
        for block in before.take_while(|it| it.capacity() > 0) {
            *block = Vec::new();
        }
    }

    pub(super) fn get(&self, span: Span) -> &[u8] {
        self.blocks
            .get(span.block as usize)
            .and_then(|block| block.get(span.start as usize..span.end as usize))
            .unwrap_or_default()
    }
}
