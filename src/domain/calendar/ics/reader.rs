//! Takes the bytes of one calendar file in chunks of any size.

use jiff::tz::TimeZone;

use super::{Calendar, ProblemKind, Window, calendar, collect::Collector, lines::Lines};

/// Bytes of the beginning that are looked at to say what a file is that is no calendar.
const SNIFFED: usize = 256;

/// Takes the bytes of one calendar file in chunks of any size.
#[derive(Debug)]
pub struct Reader {
    home: TimeZone,
    lines: Lines,
    collector: Collector,
    beginning: Vec<u8>,
    bytes: u64,
}

impl Reader {
    /// `home` is the user's zone: floating and unresolvable times are read in it.
    #[must_use]
    pub fn new(home: TimeZone) -> Self {
        Self {
            home,
            lines: Lines::default(),
            collector: Collector::default(),
            beginning: Vec::new(),
            bytes: 0,
        }
    }

    /// Like [`Reader::new`], for a calendar that will only be asked about windows inside `window`:
    /// the text of events that cannot take place in it is not kept, which saves most of the memory
    /// of a large file. Such an event has an empty text in [`Calendar::components`].
    #[must_use]
    pub fn within(home: TimeZone, window: Window) -> Self {
        let mut reader = Self::new(home);
        reader.collector.keep = Some(window);
        reader
    }

    /// Takes the next bytes. The result does not depend on where the file was cut.
    pub fn push(&mut self, chunk: &[u8]) {
        self.bytes += chunk.len() as u64;
        let missing = SNIFFED
            .saturating_sub(self.beginning.len())
            .min(chunk.len());
        self.beginning
            .extend_from_slice(chunk.get(..missing).unwrap_or_default());
        let collector = &mut self.collector;
        self.lines.push(chunk, &mut |number, line: &[u8]| {
            collector.line(number, line)
        });
    }

    /// Bytes taken so far.
    #[must_use]
    pub const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Lines and events read so far.
    #[must_use]
    pub const fn progress(&self) -> (u32, usize) {
        (self.lines.count(), self.collector.components.len())
    }

    /// Whether anything of a calendar was seen so far.
    #[must_use]
    pub const fn is_calendar(&self) -> bool {
        self.collector.is_calendar
    }

    /// Ends the file.
    #[must_use]
    pub fn finish(mut self) -> Calendar {
        let collector = &mut self.collector;
        self.lines
            .finish(&mut |number, line: &[u8]| collector.line(number, line));
        self.collector.end_all(self.lines.count());
        if !self.collector.is_calendar {
            let kind = what_else(&self.beginning);
            self.collector.problems.add(0, kind, b"");
        }
        calendar::build(self.collector, &self.home)
    }
}

/// What bytes without any component are.
fn what_else(beginning: &[u8]) -> ProblemKind {
    let beginning = beginning.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(beginning);
    match beginning.trim_ascii_start().first() {
        Some(b'<') => ProblemKind::WebPage,
        Some(b'{' | b'[') => ProblemKind::Json,
        _ => ProblemKind::NotACalendar,
    }
}
