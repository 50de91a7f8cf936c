//! Logical lines to raw events: the time fields of every event are read at once, its text is kept
//! as it stands until somebody asks for it.

use jiff::SignedDuration;

use super::{
    problem::{Problem, ProblemKind, shorten},
    property::Property,
    text,
    value::{self, Clock, Stamp},
};
use crate::domain::calendar::zone::vtimezone::Observance;

/// A VEVENT whose times are read and whose text is not.
#[derive(Clone, Debug, Default)]
pub(super) struct RawEvent {
    pub(super) line: u32,
    /// Which VCALENDAR of the file it is in.
    pub(super) calendar: u16,
    pub(super) uid: String,
    pub(super) start: Option<Stamp>,
    pub(super) end: Option<Stamp>,
    pub(super) duration: Option<SignedDuration>,
    pub(super) rules: Vec<String>,
    pub(super) extra: Vec<Stamp>,
    pub(super) excluded: Vec<Stamp>,
    pub(super) excluding_rules: Vec<String>,
    pub(super) recurrence_id: Option<Stamp>,
    pub(super) and_future: bool,
    pub(super) sequence: u32,
    pub(super) stamp: Option<Stamp>,
    /// Place of its other properties, one logical line after the other, each ended by `\n`.
    pub(super) text: (usize, usize),
}

/// What a VCALENDAR says about itself.
#[derive(Clone, Debug, Default)]
pub(super) struct CalendarInfo {
    pub(super) method_cancel: bool,
    /// Place of X-WR-TIMEZONE in the list of zone names.
    pub(super) zone: Option<u16>,
}

/// Everything collected from a file.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub(super) events: Vec<RawEvent>,
    pub(super) calendars: Vec<CalendarInfo>,
    /// Zone names that times refer to.
    pub(super) zone_names: Vec<String>,
    /// VTIMEZONEs by TZID; of two with one name the first counts.
    pub(super) zones: Vec<(String, Vec<Observance>)>,
    /// The unread text of all events.
    pub(super) text: Vec<u8>,
    pub(super) problems: Vec<Problem>,
}

/// Which component a line is in.
#[derive(Debug)]
enum Inside {
    Event(Box<RawEvent>),
    Zone(String, Vec<Observance>),
    Observance(Observance),
    Other,
}

/// Takes logical lines one after the other.
#[derive(Debug, Default)]
pub(super) struct Collector {
    collected: Collected,
    inside: Vec<Inside>,
    /// A line that began a calendar has been seen.
    begun: bool,
    /// The first line, when it was none of a calendar.
    strange: Option<String>,
}

/// More broken lines than this say nothing new.
const LISTED: usize = 2_000;

impl Collector {
    /// Takes the next line.
    pub(super) fn line(&mut self, number: u32, line: &[u8]) {
        let Some(property) = Property::parse(line) else {
            if self.begun {
                self.problem(number, None, ProblemKind::BadLine, "");
            } else if self.strange.is_none() {
                self.strange = Some(text::decode(line.get(..60).unwrap_or(line)));
            }
            return;
        };
        if property.is("BEGIN") {
            self.begin(number, &property.raw().to_ascii_uppercase());
        } else if property.is("END") {
            self.end();
        } else {
            self.property(number, &property, line);
        }
    }

    /// Ends the file.
    pub(super) fn finish(mut self) -> Collected {
        let open = self.inside.iter().any(|it| matches!(it, Inside::Event(_)));
        if open {
            self.problem(0, None, ProblemKind::Truncated, "");
        }
        while !self.inside.is_empty() {
            self.end();
        }
        if !self.begun {
            let strange = self.strange.take().unwrap_or_default();
            let kind = match strange.trim_start().chars().next() {
                Some('<') => ProblemKind::WebPage,
                Some('{' | '[') => ProblemKind::Json,
                _ => ProblemKind::NotACalendar,
            };
            self.problem(0, None, kind, "");
        }
        self.collected
    }

    fn begin(&mut self, number: u32, name: &str) {
        let component = match name {
            "VCALENDAR" => {
                self.begun = true;
                self.collected.calendars.push(CalendarInfo::default());
                Inside::Other
            }
            "VEVENT" => {
                self.begun = true;
                if self.collected.calendars.is_empty() {
                    self.collected.calendars.push(CalendarInfo::default());
                }
                let at = self.collected.text.len();
                Inside::Event(Box::new(RawEvent {
                    line: number,
                    calendar: u16::try_from(self.collected.calendars.len() - 1).unwrap_or(u16::MAX),
                    text: (at, at),
                    ..RawEvent::default()
                }))
            }
            "VTIMEZONE" => Inside::Zone(String::new(), Vec::new()),
            "STANDARD" | "DAYLIGHT" => Inside::Observance(Observance::default()),
            _ => Inside::Other,
        };
        // A component cannot hold an event inside an event: the END of the first is missing.
        if matches!(component, Inside::Event(_)) {
            while self.inside.iter().any(|it| matches!(it, Inside::Event(_))) {
                self.end();
            }
        }
        self.inside.push(component);
    }

    fn end(&mut self) {
        match self.inside.pop() {
            Some(Inside::Event(mut event)) => {
                event.text.1 = self.collected.text.len();
                if event.start.is_some() {
                    self.collected.events.push(*event);
                } else {
                    let uid = Some(event.uid).filter(|it| !it.is_empty());
                    self.problem(event.line, uid, ProblemKind::NoStart, "DTSTART");
                }
            }
            Some(Inside::Observance(observance)) => {
                if let Some(Inside::Zone(_, observances)) = self.inside.last_mut() {
                    observances.push(observance);
                }
            }
            Some(Inside::Zone(name, observances)) => {
                let zones = &mut self.collected.zones;
                if !name.is_empty() && !zones.iter().any(|(it, _)| *it == name) {
                    zones.push((name, observances));
                }
            }
            Some(Inside::Other) | None => {}
        }
    }

    fn property(&mut self, number: u32, property: &Property<'_>, line: &[u8]) {
        let depth = self.inside.len();
        let problem = match self.inside.last_mut() {
            Some(Inside::Event(event)) => {
                let names = &mut self.collected.zone_names;
                match time_field(event, property, names) {
                    Field::Read => None,
                    Field::Text => {
                        self.collected.text.extend_from_slice(line);
                        self.collected.text.push(b'\n');
                        None
                    }
                    Field::Broken(kind) => {
                        let uid = Some(event.uid.clone()).filter(|it| !it.is_empty());
                        Some((uid, kind))
                    }
                }
            }
            Some(Inside::Zone(name, _)) => {
                if property.is("TZID") {
                    *name = property.text();
                }
                None
            }
            Some(Inside::Observance(observance)) => {
                observance_field(observance, property);
                None
            }
            Some(Inside::Other) if depth == 1 => {
                self.calendar_field(property);
                None
            }
            _ => None,
        };
        if let Some((uid, kind)) = problem {
            self.problem(number, uid, kind, &property.name());
        }
    }

    fn calendar_field(&mut self, property: &Property<'_>) {
        let Some(info) = self.collected.calendars.last_mut() else {
            return;
        };
        if property.is("METHOD") {
            info.method_cancel = property.raw().eq_ignore_ascii_case("CANCEL");
        } else if property.is("X-WR-TIMEZONE") {
            info.zone = Some(intern(&mut self.collected.zone_names, property.text()));
        }
    }

    fn problem(&mut self, line: u32, uid: Option<String>, kind: ProblemKind, detail: &str) {
        if self.collected.problems.len() < LISTED {
            self.collected.problems.push(Problem {
                line,
                uid,
                kind,
                detail: shorten(detail),
            });
        }
    }
}

enum Field {
    Read,
    Text,
    Broken(ProblemKind),
}

/// Reads a property that has to do with time or identity.
fn time_field(event: &mut RawEvent, property: &Property<'_>, names: &mut Vec<String>) -> Field {
    let broken = |read: bool, kind| {
        if read {
            Field::Read
        } else {
            Field::Broken(kind)
        }
    };
    let once = |slot: &mut Option<Stamp>, names: &mut Vec<String>| {
        let found = stamps(property, names);
        *slot = found.first().copied().or(*slot);
        broken(!found.is_empty(), ProblemKind::BadTime)
    };
    if property.is("DTSTART") {
        once(&mut event.start, names)
    } else if property.is("DTEND") {
        once(&mut event.end, names)
    } else if property.is("RECURRENCE-ID") {
        let range = property.parameter("RANGE");
        event.and_future = range.is_some_and(|it| it.eq_ignore_ascii_case("THISANDFUTURE"));
        once(&mut event.recurrence_id, names)
    } else if property.is("DTSTAMP") {
        // Only breaks ties: not worth a word when it is broken.
        event.stamp = stamps(property, names).first().copied();
        Field::Read
    } else if property.is("DURATION") {
        event.duration = value::duration(&property.raw());
        broken(event.duration.is_some(), ProblemKind::BadTime)
    } else if property.is("RDATE") || property.is("EXDATE") {
        let found = stamps(property, names);
        let read = !found.is_empty();
        let list = if property.is("RDATE") {
            &mut event.extra
        } else {
            &mut event.excluded
        };
        list.extend(found);
        broken(read, ProblemKind::BadTime)
    } else if property.is("RRULE") {
        event.rules.push(property.raw());
        Field::Read
    } else if property.is("EXRULE") {
        event.excluding_rules.push(property.raw());
        Field::Read
    } else if property.is("UID") {
        event.uid = property.text();
        Field::Read
    } else if property.is("SEQUENCE") {
        event.sequence = property.raw().parse().unwrap_or(0);
        Field::Read
    } else {
        Field::Text
    }
}

/// All readable stamps of a list; of a PERIOD the start.
fn stamps(property: &Property<'_>, names: &mut Vec<String>) -> Vec<Stamp> {
    let clock = match property.parameter("TZID") {
        Some(name) => Clock::Zoned(intern(names, name)),
        None => Clock::Floating,
    };
    property
        .raw()
        .split(',')
        .filter_map(|it| value::stamp(it.split('/').next()?, clock))
        .collect()
}

fn intern(names: &mut Vec<String>, name: String) -> u16 {
    let index = names.iter().position(|it| *it == name).unwrap_or_else(|| {
        names.push(name);
        names.len() - 1
    });
    u16::try_from(index).unwrap_or(u16::MAX)
}

fn observance_field(observance: &mut Observance, property: &Property<'_>) {
    if property.is("DTSTART") {
        observance.start = value::stamp(&property.raw(), Clock::Floating).map(Stamp::civil);
    } else if property.is("TZOFFSETFROM") {
        observance.offset_from = value::offset(&property.raw());
    } else if property.is("TZOFFSETTO") {
        observance.offset_to = value::offset(&property.raw());
    } else if property.is("RRULE") {
        observance.rules.push(property.raw());
    } else if property.is("RDATE") {
        let dates = stamps(property, &mut Vec::new());
        observance.dates.extend(dates.into_iter().map(Stamp::civil));
    }
}
