//! Turns logical lines into components: which one is open, what of it is kept.
//!
//! Time fields are decoded at once; text lines are kept as they are for `text` to read when, and if,
//! the event is wanted. Everything in components other than VEVENT and VTIMEZONE is skipped.

use crate::domain::calendar::{civil::DAY, recurrence::Rules};

use super::{
    Window,
    component::{Component, End, Span, Store},
    definitions::Definition,
    lines::Logical,
    pages::Pages,
    problem::{ProblemKind, Problems},
    property::{self, Property, capitals, whole},
    text,
    times::{Draft, Time},
    zones::{Names, Object},
};

/// Everything read so far.
#[derive(Debug, Default)]
pub(super) struct Collector {
    pub(super) components: Pages<Component>,
    pub(super) objects: Vec<Object>,
    pub(super) names: Names,
    pub(super) store: Store,
    pub(super) problems: Problems,
    pub(super) rules: Rules,
    /// When set, the text of single events outside it is dropped.
    pub(super) keep: Option<Window>,
    /// Whether any BEGIN was seen in this file.
    pub(super) is_calendar: bool,
    /// Whether any line of this file was seen.
    begun: bool,
    /// Whether its VCALENDAR is open; whether this or an earlier file ended inside it.
    is_open: bool,
    pub(super) is_cut_off: bool,
    pub(super) event: Option<Draft>,
    zone: Option<Definition>,
    /// Components open inside the event, zone or calendar that are skipped.
    skipping: u32,
    /// Whether text that is not UTF-8 was reported: once is enough.
    foreign: bool,
    /// Text lines of the open event.
    kept: Vec<u8>,
    /// Set when the last line goes on in the next, as QUOTED-PRINTABLE does after a final `=`; and
    /// whether that line was kept.
    soft_break: Option<bool>,
}

/// An end before the start by less than this many seconds is taken for the start, and the start for
/// the end. Beyond it, a wrong day is likelier than a wrong order.
const SWAPPED: i64 = DAY / 2;

/// What a BEGIN or END is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Calendar,
    Event,
    Zone,
    Standard,
    Daylight,
    Other,
}

impl Part {
    fn named(name: &[u8]) -> Self {
        let is = |known: &str| name.eq_ignore_ascii_case(known.as_bytes());
        match name.len() {
            6 if is("VEVENT") => Self::Event,
            8 if is("STANDARD") => Self::Standard,
            8 if is("DAYLIGHT") => Self::Daylight,
            9 if is("VCALENDAR") => Self::Calendar,
            9 if is("VTIMEZONE") => Self::Zone,
            _ => Self::Other,
        }
    }
}

/// What to do with a line of a VEVENT, by its name.
enum Use {
    Time(Time),
    Text,
    Nothing,
}

fn use_of(name: &[u8]) -> Use {
    match capitals(name).as_ref() {
        b"ATTENDEE" | b"CATEGORIES" | b"CONFERENCE" | b"DESCRIPTION" | b"LOCATION"
        | b"ORGANIZER" | b"STATUS" | b"SUMMARY" | b"URL" => Use::Text,
        b"DTSTART" => Use::Time(Time::Start),
        b"DTEND" => Use::Time(Time::End),
        b"DTSTAMP" => Use::Time(Time::Stamp),
        b"DURATION" => Use::Time(Time::Duration),
        b"EXDATE" => Use::Time(Time::Excluded),
        b"EXRULE" => Use::Time(Time::ExcludedRule),
        b"RDATE" => Use::Time(Time::Added),
        b"RECURRENCE-ID" => Use::Time(Time::RecurrenceId),
        b"RRULE" => Use::Time(Time::Rule),
        b"SEQUENCE" => Use::Time(Time::Sequence),
        b"UID" => Use::Time(Time::Uid),
        [b'X', ..] if text::is_conference(name) => Use::Text,
        _ => Use::Nothing,
    }
}

impl Collector {
    /// Begins another file: nothing that the one before said holds for it.
    pub(super) fn next_file(&mut self, number: u32) {
        self.end_all(number);
        self.soft_break = None;
        self.is_calendar = false;
        self.begun = false;
        self.objects.push(Object::default());
        self.names.next_object();
    }

    /// Takes one logical line.
    pub(super) fn line(&mut self, number: u32, logical: Logical<'_>) {
        let line = logical.bytes;
        if let Some(kept) = self.soft_break {
            if kept {
                // The final `=` is the mark of the break; a fold takes its place.
                self.kept.truncate(self.kept.len().saturating_sub(2));
                self.kept.extend_from_slice(b"\n ");
                self.keep_line(line);
            }
            self.soft_break = line.ends_with(b"=").then_some(kept);
            return;
        }
        let line = if self.begun {
            line
        } else {
            self.begun = true;
            line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line)
        };
        if line.is_empty() {
            return;
        }
        let line = Logical {
            bytes: line,
            folded: logical.folded,
        };
        match property::name(line.bytes) {
            Some(name) => self.named(number, name, line),
            None => self.folded_or_bad(number, line),
        }
    }

    fn folded_or_bad(&mut self, number: u32, line: Logical<'_>) {
        let whole = whole(line);
        let unfolded = Logical {
            bytes: &whole,
            folded: false,
        };
        match Property::parse(&whole) {
            Some(property) => self.named(number, property.name, unfolded),
            None if whole.trim_ascii().is_empty() || !self.is_calendar => {}
            None if self.skipping == 0 => self.problems.add(number, ProblemKind::BadLine, b""),
            None => {}
        }
    }

    fn named(&mut self, number: u32, name: &[u8], line: Logical<'_>) {
        let edge = name.len() <= 5
            && (name.eq_ignore_ascii_case(b"BEGIN") || name.eq_ignore_ascii_case(b"END"));
        if edge {
            let whole = whole(line);
            let what = whole.get(name.len()..).unwrap_or_default();
            let what = what
                .trim_ascii_start()
                .strip_prefix(b":")
                .unwrap_or_default();
            let part = Part::named(what.trim_ascii());
            if name.len() == 5 {
                self.begin(number, part);
            } else {
                self.end(number, part);
            }
            return;
        }
        if line.bytes.last() == Some(&b'=') && contains_quoted_printable(line.bytes) {
            let text = matches!(use_of(name), Use::Text);
            self.soft_break = Some(text && self.event.is_some() && self.skipping == 0);
        }
        if self.skipping > 0 {
            return;
        }
        if self.event.is_some() {
            match use_of(name) {
                Use::Text => self.keep_line(line.bytes),
                Use::Time(time) => self.time_line(number, time, line),
                Use::Nothing => {}
            }
        } else if self.zone.is_some() {
            let whole = whole(line);
            if let (Some(zone), Some(property)) = (&mut self.zone, Property::parse(&whole)) {
                zone.line(number, &property, &mut self.problems);
            }
        } else {
            self.object_line(number, name, line);
        }
    }

    pub(super) fn keep_line(&mut self, line: &[u8]) {
        self.kept.extend_from_slice(line);
        self.kept.push(b'\n');
    }

    fn begin(&mut self, number: u32, part: Part) {
        self.is_calendar = true;
        match part {
            Part::Calendar => {
                self.end_all(number);
                self.is_open = true;
                self.objects.push(Object::default());
                self.names.next_object();
            }
            Part::Event => {
                self.end_all(number);
                self.event = Some(Draft {
                    line: number,
                    problems: self.problems.list.len(),
                    ..Draft::default()
                });
                self.kept.clear();
            }
            Part::Zone => {
                self.end_all(number);
                self.zone = Some(Definition::new(number));
            }
            Part::Standard | Part::Daylight if self.skipping == 0 && self.zone.is_some() => {
                if let Some(zone) = &mut self.zone {
                    zone.begin(part == Part::Daylight);
                }
            }
            _ => self.skipping = self.skipping.saturating_add(1),
        }
    }

    fn end(&mut self, number: u32, part: Part) {
        match part {
            Part::Event => {
                self.skipping = 0;
                self.end_event();
            }
            Part::Zone => {
                self.skipping = 0;
                self.end_zone();
            }
            Part::Standard | Part::Daylight if self.skipping == 0 => {
                if let Some(zone) = &mut self.zone {
                    zone.end();
                }
            }
            Part::Calendar => {
                self.end_all(number);
                self.is_open = false;
            }
            _ => self.skipping = self.skipping.saturating_sub(1),
        }
    }

    /// Ends what is open although its END has not come.
    pub(super) fn end_all(&mut self, number: u32) {
        self.skipping = 0;
        if self.event.is_some() {
            self.problems.add(number, ProblemKind::Truncated, b"VEVENT");
            self.end_event();
        }
        if self.zone.is_some() {
            let problems = &mut self.problems;
            problems.add(number, ProblemKind::Truncated, b"VTIMEZONE");
            self.end_zone();
        }
    }

    /// Ends a file, which should have ended its calendar; said once, by what is open inside.
    pub(super) fn end_file(&mut self, number: u32) {
        let before = self.problems.list.len();
        self.end_all(number);
        if std::mem::take(&mut self.is_open) {
            self.is_cut_off = true;
            if self.problems.list.len() == before {
                let problems = &mut self.problems;
                problems.add(number, ProblemKind::Truncated, b"VCALENDAR");
            }
        }
    }

    fn end_zone(&mut self) {
        if let Some(zone) = self.zone.take() {
            self.names.define(self.object(), zone);
        }
    }

    fn end_event(&mut self) {
        let Some(draft) = self.event.take() else {
            return;
        };
        // A change of one occurrence that says nothing of its start leaves it where it was.
        let Some(mut start) = draft.start.or(draft.recurrence_id) else {
            self.problems
                .add(draft.line, ProblemKind::NoStart, b"DTSTART");
            self.name_problems(draft.problems);
            return;
        };
        let mut end = draft.end.unwrap_or(End::Unstated);
        if let (Some(_), End::At(last)) = (draft.start, &mut end)
            && last.zone == start.zone
            && last.date == start.date
            && last.civil < start.civil
        {
            self.problems.add(draft.line, ProblemKind::BadEnd, b"DTEND");
            if !start.date && start.civil.0 - last.civil.0 < SWAPPED {
                std::mem::swap(&mut start, last);
            }
        }
        let mut component = Component {
            line: draft.line,
            object: self.object(),
            uid: draft.uid,
            start,
            end,
            start_unstated: draft.start.is_none(),
            recurrence_id: draft.recurrence_id,
            and_future: draft.and_future,
            sequence: draft.sequence,
            stamp: draft.stamp,
            repetition: draft.repetition,
            text: Span::default(),
            superseded: false,
        };
        if self.keep.is_none_or(|window| may_touch(&component, window)) {
            self.look_for_foreign_text(draft.line);
            component.text = self.store.add(&self.kept);
        }
        self.name_problems(draft.problems);
        self.components.push(component);
    }

    /// Of text that is kept: what is dropped is nobody's.
    fn look_for_foreign_text(&mut self, number: u32) {
        let plain = self.foreign || self.kept.is_ascii();
        if !plain && std::str::from_utf8(&self.kept).is_err() && text::is_foreign(&self.kept) {
            self.foreign = true;
            self.problems.add(number, ProblemKind::Encoding, b"");
        }
    }

    fn name_problems(&mut self, first: usize) {
        if self.problems.list.len() > first {
            let uid = text::uid(&self.kept);
            self.problems.name_event(first, &uid);
        }
    }

    pub(super) fn object(&self) -> u32 {
        u32::try_from(self.objects.len())
            .unwrap_or(u32::MAX)
            .saturating_sub(1)
    }

    fn object_line(&mut self, number: u32, name: &[u8], line: Logical<'_>) {
        let zone = name.eq_ignore_ascii_case(b"X-WR-TIMEZONE");
        if !zone && !name.eq_ignore_ascii_case(b"METHOD") {
            return;
        }
        let whole = whole(line);
        if let (Some(property), Some(object)) = (Property::parse(&whole), self.objects.last_mut()) {
            let value = property.value.trim_ascii();
            if !zone {
                object.cancels = value.eq_ignore_ascii_case(b"CANCEL");
            } else if !value.is_empty() {
                object.floating = Some((number, value.to_vec()));
            }
        }
    }
}

fn contains_quoted_printable(line: &[u8]) -> bool {
    Property::parse(line).is_some_and(|property| property.has_word("QUOTED-PRINTABLE"))
}

/// Whether an event can have an occurrence in the window, whatever its zone: offsets stay within a
/// day of UTC, and one more day is left for a nominal duration.
fn may_touch(component: &Component, window: Window) -> bool {
    const MARGIN: i64 = 2 * DAY;
    if component.recurs() || component.and_future {
        return true;
    }
    let start = component.start.civil.0;
    let end = match component.end {
        End::Unstated => start,
        End::At(moment) => moment.civil.0,
        End::After(duration) => start + duration.days * DAY + duration.seconds,
    };
    start - MARGIN < window.until.as_second() && end.max(start) + MARGIN > window.from.as_second()
}
