//! Takes the bytes of calendar files in chunks of any size.

use jiff::tz::TimeZone;

use super::{Calendar, ProblemKind, Window, calendar, collect::Collector, lines::Lines};

/// Bytes of the beginning that are looked at to say what a file is that is no calendar.
const SNIFFED: usize = 256;

/// Takes the bytes of one calendar file, or of several one after the other, in chunks of any size.
#[derive(Debug)]
pub struct Reader {
    home: TimeZone,
    lines: Lines,
    collector: Collector,
    beginning: Vec<u8>,
    bytes: u64,
    /// Whether an earlier file was a calendar.
    one_is_calendar: bool,
    /// First line of the present file; 0 while there is only one.
    first_line: u32,
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
            one_is_calendar: false,
            first_line: 0,
        }
    }

    /// Like [`Reader::new`], for a calendar that will only be asked about windows inside `window`:
    /// the text of events that cannot take place in it is not kept, which saves most of the memory
    /// of a large file. Such an event has an empty text in [`Calendar::components`], and no problem
    /// tells how that text was encoded.
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
        self.lines
            .push(chunk, &mut |number, line| collector.line(number, line));
    }

    /// What comes now is another file, as in an archive: with its own line ends and its own calendar
    /// properties. Its events are one calendar with those before, and its lines are counted on.
    /// Gives the number of its first line.
    pub fn next_file(&mut self) -> u32 {
        if self.bytes > 0 {
            self.end_file();
            self.one_is_calendar |= self.collector.is_calendar;
            self.collector.next_file(self.lines.count());
            self.beginning.clear();
        }
        self.first_line = self.lines.count() + 1;
        self.first_line
    }

    fn end_file(&mut self) {
        let collector = &mut self.collector;
        self.lines
            .finish(&mut |number, line| collector.line(number, line));
        self.collector.end_file(self.lines.count());
        if !self.collector.is_calendar {
            let kind = what_else(&self.beginning);
            self.collector.problems.add(self.first_line, kind, b"");
        }
    }

    /// Bytes taken so far.
    #[must_use]
    pub const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Lines and events read so far.
    #[must_use]
    pub fn progress(&self) -> (u32, usize) {
        (self.lines.count(), self.collector.components.len())
    }

    /// Whether anything of a calendar was seen so far.
    #[must_use]
    pub const fn is_calendar(&self) -> bool {
        self.one_is_calendar || self.collector.is_calendar
    }

    /// Ends the file.
    #[must_use]
    pub fn finish(mut self) -> Calendar {
        self.end_file();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_text_that_is_kept_is_looked_at_for_its_encoding() {
        let instant = |text: &str| text.parse().unwrap();
        let problems = |from, until| {
            let (from, until) = (instant(from), instant(until));
            let mut reader = Reader::within(TimeZone::UTC, Window { from, until });
            reader
                .push(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20310306T090000Z\r\n");
            reader.push(b"SUMMARY:Caf\xE9\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
            let calendar = reader.finish();
            assert_eq!(calendar.len(), 1);
            calendar
                .problems()
                .iter()
                .map(|it| it.kind)
                .collect::<Vec<_>>()
        };
        let inside = problems("2031-03-01T00:00:00Z", "2031-04-01T00:00:00Z");
        assert_eq!(inside, [ProblemKind::Encoding]);
        assert_eq!(problems("2032-03-01T00:00:00Z", "2032-04-01T00:00:00Z"), []);
    }
}
