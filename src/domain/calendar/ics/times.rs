//! The time lines of an open event: decoded at once, into its draft.

use std::{hash::Hasher, num::NonZeroU64};

use crate::domain::calendar::civil::Civil;

use super::{
    collect::Collector,
    component::{Added, End, Moment, Repetition, ZoneRef},
    lines::Logical,
    problem::ProblemKind,
    property::{Property, whole},
    values::{self, Form},
};

/// An open VEVENT.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) line: u32,
    pub(super) problems: usize,
    pub(super) uid: Option<NonZeroU64>,
    pub(super) start: Option<Moment>,
    pub(super) end: Option<End>,
    pub(super) recurrence_id: Option<Moment>,
    pub(super) and_future: bool,
    pub(super) sequence: u32,
    pub(super) stamp: i64,
    pub(super) repetition: Option<Box<Repetition>>,
}

/// Properties of an event that are decoded while reading.
#[derive(Clone, Copy)]
pub(super) enum Time {
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

impl Collector {
    pub(super) fn time_line(&mut self, number: u32, time: Time, line: Logical<'_>) {
        let whole = whole(line);
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
                    let hash = NonZeroU64::new(hasher.finish()).unwrap_or(NonZeroU64::MAX);
                    draft.uid.get_or_insert(hash);
                }
            }
            self.keep_line(line.bytes);
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
                let Ok(rule) = self.rules.read(&String::from_utf8_lossy(value)) else {
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
                let range = || property.param("RANGE").unwrap_or_default();
                self.with_draft(|draft| match time {
                    Time::Start => draft.start = Some(moment),
                    Time::End => draft.end = Some(End::At(moment)),
                    _ => {
                        draft.recurrence_id = Some(moment);
                        draft.and_future = range().eq_ignore_ascii_case(b"THISANDFUTURE");
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
        if form == Form::Local
            && let Some(zone) = self.names.of_params(property.params)
        {
            return Some(Moment {
                civil,
                zone,
                date: false,
            });
        }
        let (mut says_date, mut named) = (form == Form::Date, None);
        if !says_date {
            for (name, value) in property.params() {
                if name.eq_ignore_ascii_case(b"VALUE") {
                    // Who gives the time of a meeting means it, whatever its type is called.
                    says_date |= value.eq_ignore_ascii_case(b"DATE") && civil.clock() == 0;
                } else if name.eq_ignore_ascii_case(b"TZID") {
                    named = named.or(Some(value));
                }
            }
        }
        if says_date {
            let civil = Civil::midnight(civil.day());
            return Some(Moment {
                civil,
                zone: ZoneRef::FLOATING,
                date: true,
            });
        }
        // RFC 5545 3.2.19: TZID must not be applied to a time in UTC.
        let zone = match (form, named) {
            (Form::Utc, _) => ZoneRef::UTC,
            (_, Some(name)) => {
                let zone = self.names.reference(self.object(), number, name);
                self.names.keep_params(property.params, zone);
                zone
            }
            _ => ZoneRef::FLOATING,
        };
        Some(Moment {
            civil,
            zone,
            date: false,
        })
    }

    fn keep_sequence(&mut self, value: &[u8]) {
        let sequence = match value {
            [digit @ b'0'..=b'9'] => Some(u32::from(digit - b'0')),
            _ => std::str::from_utf8(value.trim_ascii())
                .ok()
                .and_then(|text| text.parse().ok()),
        };
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
