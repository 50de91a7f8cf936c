//! Turns logical lines into components: which one is open, what of it is kept.
//!
//! Time fields are decoded at once; text lines are kept as they are for `text` to read when, and if,
//! the event is wanted. Everything in components other than VEVENT and VTIMEZONE is skipped.

use std::hash::Hasher;

use crate::domain::calendar::recurrence::Rule;

use super::{
    Window,
    component::{Added, Component, End, Moment, Repetition, Span, Store, ZoneRef},
    problem::{ProblemKind, Problems},
    property::{self, Property, unfold},
    text,
    values::{self, Form},
    zones::{Definition, Names, Object},
};

/// Everything read so far.
#[derive(Debug, Default)]
pub(super) struct Collector {
    pub(super) components: Vec<Component>,
    pub(super) objects: Vec<Object>,
    pub(super) names: Names,
    pub(super) store: Store,
    pub(super) problems: Problems,
    /// When set, the text of single events outside it is dropped.
    pub(super) keep: Option<Window>,
    /// Whether any BEGIN was seen.
    pub(super) is_calendar: bool,
    event: Option<Draft>,
    zone: Option<Definition>,
    in_observance: bool,
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

/// An open VEVENT.
#[derive(Debug, Default)]
struct Draft {
    line: u32,
    problems: usize,
    uid: Option<u64>,
    start: Option<Moment>,
    end: Option<End>,
    recurrence_id: Option<Moment>,
    and_future: bool,
    sequence: u32,
    stamp: i64,
    repetition: Option<Box<Repetition>>,
}

/// What to do with a line of a VEVENT, by its name.
enum Use {
    Time(Time),
    Text,
    Nothing,
}

#[derive(Clone, Copy)]
enum Time {
    Start,
    End,
    Duration,
    RecurrenceId,
    Stamp,
    Rule,
    ExcludedRule,
    Added,
    Excluded,
    Uid,
    Sequence,
}

fn use_of(name: &[u8]) -> Use {
    let is = |known: &str| name.eq_ignore_ascii_case(known.as_bytes());
    let Some(first) = name.first() else {
        return Use::Nothing;
    };
    match first.to_ascii_uppercase() {
        b'A' if is("ATTENDEE") => Use::Text,
        b'C' if is("CATEGORIES") || is("CONFERENCE") => Use::Text,
        b'D' if is("DTSTART") => Use::Time(Time::Start),
        b'D' if is("DTEND") => Use::Time(Time::End),
        b'D' if is("DTSTAMP") => Use::Time(Time::Stamp),
        b'D' if is("DURATION") => Use::Time(Time::Duration),
        b'D' if is("DESCRIPTION") => Use::Text,
        b'E' if is("EXDATE") => Use::Time(Time::Excluded),
        b'E' if is("EXRULE") => Use::Time(Time::ExcludedRule),
        b'L' if is("LOCATION") => Use::Text,
        b'O' if is("ORGANIZER") => Use::Text,
        b'R' if is("RRULE") => Use::Time(Time::Rule),
        b'R' if is("RDATE") => Use::Time(Time::Added),
        b'R' if is("RECURRENCE-ID") => Use::Time(Time::RecurrenceId),
        b'S' if is("SUMMARY") || is("STATUS") => Use::Text,
        b'S' if is("SEQUENCE") => Use::Time(Time::Sequence),
        b'U' if is("UID") => Use::Time(Time::Uid),
        b'U' if is("URL") => Use::Text,
        b'X' if text::is_conference(name) => Use::Text,
        _ => Use::Nothing,
    }
}

impl Collector {
    /// Takes one logical line.
    pub(super) fn line(&mut self, number: u32, line: &[u8]) {
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
        if line.is_empty() {
            return;
        }
        let line = if number == 1 {
            line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line)
        } else {
            line
        };
        let Some(name) = property::name(line) else {
            self.folded_or_bad(number, line);
            return;
        };
        self.named(number, name, line);
    }

    fn folded_or_bad(&mut self, number: u32, line: &[u8]) {
        let whole = unfold(line);
        match Property::parse(&whole) {
            Some(property) => self.named(number, property.name, &whole),
            None if whole.trim_ascii().is_empty() || !self.is_calendar => {}
            None if self.skipping == 0 => self.problems.add(number, ProblemKind::BadLine, b""),
            None => {}
        }
    }

    fn named(&mut self, number: u32, name: &[u8], line: &[u8]) {
        let edge = name.len() <= 5
            && (name.eq_ignore_ascii_case(b"BEGIN") || name.eq_ignore_ascii_case(b"END"));
        if edge {
            let whole = unfold(line);
            let what = whole.get(name.len()..).unwrap_or_default();
            let what = what
                .trim_ascii_start()
                .strip_prefix(b":")
                .unwrap_or_default();
            let what = what.trim_ascii().to_ascii_uppercase();
            if name.len() == 5 {
                self.begin(number, &what);
            } else {
                self.end(number, &what);
            }
            return;
        }
        if line.last() == Some(&b'=') && contains_quoted_printable(line) {
            let text = matches!(use_of(name), Use::Text);
            self.soft_break = Some(text && self.event.is_some() && self.skipping == 0);
        }
        if self.skipping > 0 {
            return;
        }
        if self.event.is_some() {
            match use_of(name) {
                Use::Text => self.keep_line(line),
                Use::Time(time) => self.time_line(number, time, line),
                Use::Nothing => {}
            }
        } else if self.zone.is_some() {
            self.zone_line(number, &unfold(line));
        } else {
            self.object_line(number, name, line);
        }
    }

    fn keep_line(&mut self, line: &[u8]) {
        self.kept.extend_from_slice(line);
        self.kept.push(b'\n');
    }

    fn begin(&mut self, number: u32, what: &[u8]) {
        self.is_calendar = true;
        match what {
            b"VCALENDAR" => {
                self.end_all(number);
                self.objects.push(Object::default());
                self.names.next_object();
            }
            b"VEVENT" => {
                self.end_all(number);
                self.event = Some(Draft {
                    line: number,
                    problems: self.problems.list.len(),
                    ..Draft::default()
                });
                self.kept.clear();
            }
            b"VTIMEZONE" => {
                self.end_all(number);
                self.zone = Some(Definition {
                    line: number,
                    ..Definition::default()
                });
            }
            b"STANDARD" | b"DAYLIGHT" if self.skipping == 0 && self.zone.is_some() => {
                if let Some(zone) = &mut self.zone {
                    zone.observances.push(Default::default());
                    if let Some(observance) = zone.observances.last_mut() {
                        observance.daylight = what == b"DAYLIGHT";
                    }
                    self.in_observance = true;
                }
            }
            _ => self.skipping = self.skipping.saturating_add(1),
        }
    }

    fn end(&mut self, number: u32, what: &[u8]) {
        match what {
            b"VEVENT" => {
                self.skipping = 0;
                self.end_event();
            }
            b"VTIMEZONE" => {
                self.skipping = 0;
                self.end_zone();
            }
            b"STANDARD" | b"DAYLIGHT" if self.skipping == 0 => self.in_observance = false,
            b"VCALENDAR" => self.end_all(number),
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
            self.problems
                .add(number, ProblemKind::Truncated, b"VTIMEZONE");
            self.end_zone();
        }
    }

    fn end_zone(&mut self) {
        self.in_observance = false;
        if let Some(zone) = self.zone.take() {
            self.names.definitions.push((self.object(), zone));
        }
    }

    fn end_event(&mut self) {
        let Some(draft) = self.event.take() else {
            return;
        };
        let Some(start) = draft.start else {
            self.problems
                .add(draft.line, ProblemKind::NoStart, b"DTSTART");
            self.name_problems(draft.problems);
            return;
        };
        if let Some(End::At(end)) = draft.end
            && end.zone == start.zone
            && end.date == start.date
            && end.civil < start.civil
        {
            self.problems.add(draft.line, ProblemKind::BadEnd, b"DTEND");
        }
        if !self.foreign && std::str::from_utf8(&self.kept).is_err() && text::is_foreign(&self.kept)
        {
            self.foreign = true;
            self.problems.add(draft.line, ProblemKind::Encoding, b"");
        }
        self.name_problems(draft.problems);
        let mut component = Component {
            line: draft.line,
            object: self.object(),
            uid: draft.uid,
            start,
            end: draft.end.unwrap_or(End::Unstated),
            recurrence_id: draft.recurrence_id,
            and_future: draft.and_future,
            sequence: draft.sequence,
            stamp: draft.stamp,
            repetition: draft.repetition,
            text: Span::default(),
            superseded: false,
        };
        if self.keep.is_none_or(|window| may_touch(&component, window)) {
            component.text = self.store.add(&self.kept);
        }
        self.components.push(component);
    }

    fn name_problems(&mut self, first: usize) {
        if self.problems.list.len() > first {
            let uid = text::uid(&self.kept);
            self.problems.name_event(first, &uid);
        }
    }

    fn object(&self) -> u32 {
        u32::try_from(self.objects.len())
            .unwrap_or(u32::MAX)
            .saturating_sub(1)
    }

    fn object_line(&mut self, number: u32, name: &[u8], line: &[u8]) {
        let zone = name.eq_ignore_ascii_case(b"X-WR-TIMEZONE");
        if !zone && !name.eq_ignore_ascii_case(b"METHOD") {
            return;
        }
        let whole = unfold(line);
        if let (Some(property), Some(object)) = (Property::parse(&whole), self.objects.last_mut()) {
            let value = property.value.trim_ascii();
            if !zone {
                object.cancels = value.eq_ignore_ascii_case(b"CANCEL");
            } else if !value.is_empty() {
                object.floating = Some((number, value.to_vec()));
            }
        }
    }

    fn zone_line(&mut self, number: u32, line: &[u8]) {
        let (Some(zone), Some(property)) = (&mut self.zone, Property::parse(line)) else {
            return;
        };
        let value = property.value.trim_ascii();
        let observance = if self.in_observance {
            zone.observances.last_mut()
        } else {
            None
        };
        let Some(observance) = observance else {
            if property.is("TZID") {
                let quoted = value
                    .strip_prefix(b"\"")
                    .and_then(|value| value.strip_suffix(b"\""));
                zone.name = quoted.unwrap_or(value).to_vec();
            } else if property.is("X-LIC-LOCATION") {
                zone.alias = Some(String::from_utf8_lossy(value).into_owned());
            } else if property.is("X-MICROSOFT-CDO-TZID") {
                zone.alias
                    .get_or_insert_with(|| format!("cdo {}", String::from_utf8_lossy(value)));
            }
            return;
        };
        if property.is("TZOFFSETFROM") {
            observance.offset_from = values::utc_offset(value);
        } else if property.is("TZOFFSETTO") {
            observance.offset_to = values::utc_offset(value);
        } else if property.is("DTSTART") {
            observance.start = values::date_time(value).map(|(civil, _)| civil);
        } else if property.is("RRULE") {
            match Rule::parse(&String::from_utf8_lossy(value)) {
                Ok(rule) => observance.rules.push(rule),
                Err(_) => self.problems.add(number, ProblemKind::BadRule, value),
            }
        } else if property.is("RDATE") {
            for date in value.split(|byte| *byte == b',') {
                let start = date.split(|byte| *byte == b'/').next().unwrap_or_default();
                if let Some((civil, _)) = values::date_time(start) {
                    observance.dates.push(civil);
                }
            }
        }
    }

    fn time_line(&mut self, number: u32, time: Time, line: &[u8]) {
        let whole = unfold(line);
        let Some(property) = Property::parse(&whole) else {
            return;
        };
        if matches!(time, Time::Uid) {
            let uid = property.value.trim_ascii();
            if !uid.is_empty() {
                // Fixed keys: the same file gives the same result. Two UIDs that meet in 64 bits
                // would be taken for one event.
                let mut hasher = std::hash::DefaultHasher::new();
                hasher.write(uid);
                if let Some(draft) = &mut self.event {
                    draft.uid.get_or_insert(hasher.finish());
                }
            }
            self.keep_line(line);
            return;
        }
        if property.value.trim_ascii().is_empty() {
            // Nothing said; an empty DTSTART is reported as a missing one.
            return;
        }
        let read = self.read_time(number, time, &property)
            || property
                .cut_at_last_colon(&whole)
                .is_some_and(|property| self.read_time(number, time, &property));
        if !read {
            let kind = match time {
                Time::End | Time::Duration => ProblemKind::BadEnd,
                Time::Rule | Time::ExcludedRule => ProblemKind::BadRule,
                _ => ProblemKind::BadTime,
            };
            self.problems.add(number, kind, property.name);
        }
    }

    /// Whether the value could be read.
    fn read_time(&mut self, number: u32, time: Time, property: &Property<'_>) -> bool {
        let value = property.value;
        match time {
            Time::Sequence => {
                self.keep_sequence(value);
                true
            }
            Time::Stamp => {
                let stamp = values::date_time(value);
                self.with_draft(|draft| draft.stamp = stamp.map_or(0, |(civil, _)| civil.0));
                true
            }
            Time::Rule | Time::ExcludedRule => {
                let Ok(rule) = Rule::parse(&String::from_utf8_lossy(value)) else {
                    return false;
                };
                self.with_repetition(|repetition| match time {
                    Time::Rule => repetition.rules.push(rule),
                    _ => repetition.excluded_rules.push(rule),
                });
                true
            }
            Time::Duration => {
                let Some(duration) = values::duration(value) else {
                    return false;
                };
                self.with_draft(|draft| {
                    draft.end.get_or_insert(End::After(duration));
                });
                true
            }
            Time::Start | Time::End | Time::RecurrenceId => {
                let Some(moment) = self.moment(number, property, value) else {
                    return false;
                };
                let range = property.param("RANGE").unwrap_or_default();
                self.with_draft(|draft| match time {
                    Time::Start => draft.start = Some(moment),
                    Time::End => draft.end = Some(End::At(moment)),
                    _ => {
                        draft.recurrence_id = Some(moment);
                        draft.and_future = range.eq_ignore_ascii_case(b"THISANDFUTURE");
                    }
                });
                true
            }
            Time::Added | Time::Excluded => self.read_list(number, time, property),
            Time::Uid => true,
        }
    }

    /// RDATE and EXDATE: values between commas (also semicolons, as vCalendar 1.0 has them).
    fn read_list(&mut self, number: u32, time: Time, property: &Property<'_>) -> bool {
        let mut all = true;
        for value in property.value.split(|byte| matches!(byte, b',' | b';')) {
            if value.trim_ascii().is_empty() {
                continue;
            }
            let mut parts = value.splitn(2, |byte| *byte == b'/');
            let start = parts
                .next()
                .and_then(|start| self.moment(number, property, start));
            let Some(start) = start else {
                all = false;
                continue;
            };
            let end = parts.next().map_or(End::Unstated, |end| {
                values::duration(end)
                    .map(End::After)
                    .or_else(|| self.moment(number, property, end).map(End::At))
                    .unwrap_or(End::Unstated)
            });
            self.with_repetition(|repetition| match time {
                Time::Added => repetition.added.push(Added { start, end }),
                _ => repetition.excluded.push(start),
            });
        }
        all
    }

    fn moment(&mut self, number: u32, property: &Property<'_>, value: &[u8]) -> Option<Moment> {
        let (civil, form) = values::date_time(value)?;
        if property.params.is_empty() {
            let zone = if form == Form::Utc {
                ZoneRef::UTC
            } else {
                ZoneRef::FLOATING
            };
            return Some(Moment {
                civil,
                zone,
                date: form == Form::Date,
            });
        }
        let says_date = || {
            property
                .param("VALUE")
                .is_some_and(|value| value.eq_ignore_ascii_case(b"DATE"))
        };
        if form == Form::Date || says_date() {
            let civil = crate::domain::calendar::civil::Civil::midnight(civil.day());
            return Some(Moment {
                civil,
                zone: ZoneRef::FLOATING,
                date: true,
            });
        }
        // RFC 5545 3.2.19: TZID must not be applied to a time in UTC.
        let zone = match (form, property.param("TZID")) {
            (Form::Utc, _) => ZoneRef::UTC,
            (_, Some(name)) => self.names.reference(self.object(), number, name),
            _ => ZoneRef::FLOATING,
        };
        Some(Moment {
            civil,
            zone,
            date: false,
        })
    }

    fn keep_sequence(&mut self, value: &[u8]) {
        let sequence = std::str::from_utf8(value.trim_ascii())
            .ok()
            .and_then(|text| text.parse().ok());
        self.with_draft(|draft| draft.sequence = sequence.unwrap_or(0));
    }

    fn with_draft(&mut self, change: impl FnOnce(&mut Draft)) {
        if let Some(draft) = &mut self.event {
            change(draft);
        }
    }

    fn with_repetition(&mut self, change: impl FnOnce(&mut Repetition)) {
        self.with_draft(|draft| change(draft.repetition.get_or_insert_default()));
    }
}

fn contains_quoted_printable(line: &[u8]) -> bool {
    Property::parse(line).is_some_and(|property| property.has_word("QUOTED-PRINTABLE"))
}

/// Whether an event can have an occurrence in the window, whatever its zone: offsets stay within a
/// day of UTC, and one more day is left for a nominal duration.
fn may_touch(component: &Component, window: Window) -> bool {
    const MARGIN: i64 = 2 * crate::domain::calendar::civil::DAY;
    if component.recurs() || component.and_future {
        return true;
    }
    let start = component.start.civil.0;
    let end = match component.end {
        End::Unstated => start,
        End::At(moment) => moment.civil.0,
        End::After(duration) => {
            start + duration.days * crate::domain::calendar::civil::DAY + duration.seconds
        }
    };
    start - MARGIN < window.until.as_second() && end.max(start) + MARGIN > window.from.as_second()
}
