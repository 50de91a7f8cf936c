//! Finds the interviews in a calendar file, and merges what was found into what is stored.
//!
//! Finding is pure and runs wherever the bytes are (a worker of the options page); only the merge
//! touches the store. Events that are no interviews are forgotten with the file.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::{
    codes,
    protocol::{FoundEvent, FoundInterview, FoundPerson, FoundReason, Profile},
};
use crate::domain::{
    calendar::{
        event::Event,
        ics::{Calendar, Problem, Reader, Window},
    },
    interview::{
        self, Assessment, Band, Direction, Interview, Participant, User, correction::Correction,
    },
    ordering::sort_by_number,
};

mod merge;
pub mod page;

pub use merge::{Merged, Origin, Page, record_chosen, record_page, record_scan};

/// How far back a file is read: old interviews are history, series have no beginning.
const BACK: SignedDuration = SignedDuration::from_hours(2 * 366 * 24);
/// How far ahead a file is read: nobody schedules an interview further away.
const AHEAD: SignedDuration = SignedDuration::from_hours(366 * 24);
/// Of what is no interview only this is shown: what was just over,
const OTHERS_BACK: SignedDuration = SignedDuration::from_hours(14 * 24);
/// and what comes soon,
const OTHERS_AHEAD: SignedDuration = SignedDuration::from_hours(28 * 24);
/// and no more than this.
const MOST_OTHERS: usize = 100;
/// A hopeless file may have a problem on every line; more are counted, not listed.
const LISTED_PROBLEMS: usize = 500;

/// One file being read.
#[derive(Debug)]
pub struct Scan {
    reader: Reader,
    /// The calendars of an archive, each with the number of its first line.
    calendars: Vec<(u32, String)>,
    user: User,
    now: Timestamp,
    home: TimeZone,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ScanReport {
    /// Events read, each series and each changed occurrence counted once.
    pub events: u32,
    /// Whether it was a calendar at all.
    pub is_calendar: bool,
    /// Whether it ended before its end: what is not in it may be in the rest.
    #[serde(default)]
    pub is_cut_off: bool,
    /// Interviews found, earliest first.
    pub found: Vec<FoundInterview>,
    /// Events around today that do not look like interviews, in case that they are: each as if asked
    /// about, earliest first; at most 100. They go no further than the page.
    #[serde(default)]
    pub others: Vec<FoundInterview>,
    /// What could not be read, in file order; at most 500.
    pub problems: Vec<ScanProblem>,
    /// Problems beyond those listed.
    pub more_problems: u32,
}

impl ScanReport {
    /// Says first what is wrong with the file as a whole.
    pub fn trouble(&mut self, code: &str) {
        let problem = ScanProblem {
            line: 0,
            calendar: String::new(),
            code: code.to_owned(),
            detail: String::new(),
        };
        self.problems.insert(0, problem);
    }
}

/// Something that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ScanProblem {
    /// Line in the file, from 1; 0 for the file as a whole.
    pub line: u32,
    /// Name of the calendar that the line is in, if the file is an archive; otherwise empty.
    #[serde(default)]
    pub calendar: String,
    /// `problem_<code>` in `_locales`.
    pub code: String,
    /// The offending value, shortened.
    pub detail: String,
}

impl Scan {
    /// Begins a file for the owner of `profile`; `home` is the zone the user is in.
    #[must_use]
    pub fn new(profile: &Profile, now: Timestamp, home: TimeZone) -> Self {
        let window = window(now);
        Self {
            reader: Reader::within(home.clone(), window),
            calendars: Vec::new(),
            user: User {
                name: profile.name.clone(),
                emails: profile.emails.clone(),
                corrections: Vec::new(),
            },
            now,
            home,
        }
    }

    /// What comes now is the next calendar of an archive.
    pub fn next_calendar(&mut self, name: &str) {
        self.calendars
            .push((self.reader.next_file(), name.to_owned()));
    }

    /// Whether any byte was taken.
    #[must_use]
    pub const fn has_begun(&self) -> bool {
        self.reader.bytes() > 0
    }

    /// Judges by what the user said before as well.
    pub fn take_into_account(&mut self, corrections: Vec<Correction>) {
        self.user.corrections = corrections;
    }

    /// Takes the next bytes, in chunks of any size.
    pub fn push(&mut self, chunk: &[u8]) {
        self.reader.push(chunk);
    }

    /// Judges the events. The occurrences of a series say the same, so one stands for all unless it
    /// is an interview: a daily meeting is not read a thousand times.
    fn judge(&self, mut calendar: Calendar) -> (Vec<Event>, Vec<Assessment>, Vec<Problem>) {
        let window = window(self.now);
        let assess = |events: &[Event]| interview::assess(events, &self.user, &self.home);
        let (kept, problems) = calendar.firsts_in(window, &HashSet::new());
        let events = calendar.take_events(&kept);
        let assessments = assess(&events);
        let interviews: HashSet<usize> = kept
            .iter()
            .zip(&assessments)
            .filter(|(it, one)| it.recurring() && one.verdict.band != Band::Silent)
            .map(|(it, _)| it.component())
            .collect();
        if interviews.is_empty() {
            return (events, assessments, problems);
        }
        drop((assessments, problems));
        let (all, problems) = calendar.firsts_in(window, &interviews);
        let events = calendar.events_like(events, &kept, &all);
        drop((kept, all, calendar));
        let assessments = assess(&events);
        (events, assessments, problems)
    }

    fn problem(&self, it: &Problem) -> ScanProblem {
        let within = self
            .calendars
            .iter()
            .rev()
            .find(|(first, _)| *first <= it.line);
        let (line, calendar) = match within {
            Some((first, name)) => (it.line - first + 1, name.clone()),
            None => (it.line, String::new()),
        };
        ScanProblem {
            line,
            calendar,
            code: it.kind.code().to_owned(),
            detail: it.detail.clone(),
        }
    }

    /// Silent events around today.
    fn others(&self, events: &[Event], assessments: &[Assessment]) -> Vec<FoundInterview> {
        let Window { from, until } = Window {
            from: self
                .now
                .saturating_sub(OTHERS_BACK)
                .unwrap_or(Timestamp::MIN),
            until: self
                .now
                .saturating_add(OTHERS_AHEAD)
                .unwrap_or(Timestamp::MAX),
        };
        let mut others = asked_about(events, assessments, &self.home, |start| {
            (from..until).contains(&start)
        });
        sort_by_number(&mut others, |it| it.start_ms);
        others.truncate(MOST_OTHERS);
        others
    }

    /// Ends the file and judges its events from two years back to one year ahead.
    #[must_use]
    pub fn finish(mut self) -> ScanReport {
        let reader = std::mem::replace(&mut self.reader, Reader::new(self.home.clone()));
        let is_calendar = reader.is_calendar();
        let calendar = reader.finish();
        let is_cut_off = calendar.is_cut_off();
        let assumed = calendar.assumed_zones();
        let number = u32::try_from(calendar.len()).unwrap_or(u32::MAX);
        let read = calendar.problems().to_vec();
        let (events, assessments, on_the_way) = self.judge(calendar);
        let found = interview::interviews(&events, &assessments, &self.home)
            .into_iter()
            .filter(|it| it.verdict.band != Band::Silent)
            .map(|it| {
                let mut found = found_interview(it);
                found.zone_assumed = found.events.iter().any(|it| assumed.contains(&it.uid));
                found
            })
            .collect();
        let others = self.others(&events, &assessments);
        let mut problems: Vec<&Problem> = read.iter().chain(&on_the_way).collect();
        sort_by_number(&mut problems, |it| i64::from(it.line));
        ScanReport {
            is_calendar,
            is_cut_off,
            events: number,
            found,
            others,
            more_problems: u32::try_from(problems.len().saturating_sub(LISTED_PROBLEMS))
                .unwrap_or(u32::MAX),
            problems: problems
                .into_iter()
                .take(LISTED_PROBLEMS)
                .map(|it| self.problem(it))
                .collect(),
        }
    }
}

fn window(now: Timestamp) -> Window {
    Window {
        from: now.saturating_sub(BACK).unwrap_or(Timestamp::MIN),
        until: now.saturating_add(AHEAD).unwrap_or(Timestamp::MAX),
    }
}

/// What was judged as no interview, as if the user were to be asked, where it begins at a time that
/// is wanted.
fn asked_about(
    events: &[Event],
    assessments: &[Assessment],
    home: &TimeZone,
    wanted: impl Fn(Timestamp) -> bool,
) -> Vec<FoundInterview> {
    let silent = events.iter().zip(assessments);
    silent
        .filter(|(event, one)| one.verdict.band == Band::Silent && wanted(event.when.start(home)))
        .flat_map(|(event, one)| {
            let mut asked = one.clone();
            asked.verdict.band = Band::Ask;
            asked.direction = Direction::Candidate;
            interview::interviews(std::slice::from_ref(event), &[asked], home)
        })
        .map(found_interview)
        .collect()
}

fn found_interview(it: Interview) -> FoundInterview {
    FoundInterview {
        events: it
            .events
            .into_iter()
            .map(|key| FoundEvent {
                uid: key.uid,
                recurrence_ms: key.recurrence_id.map(Timestamp::as_millisecond),
            })
            .collect(),
        title: it.title,
        start_ms: it.start.as_millisecond(),
        end_ms: it.end.as_millisecond(),
        zone: it.zone,
        zone_assumed: false,
        location: it.location,
        organizer: it.organizer,
        band: codes::band(it.verdict.band).to_owned(),
        confidence: it.verdict.confidence,
        reasons: it
            .verdict
            .reasons
            .into_iter()
            .map(|reason| FoundReason {
                code: reason.code.to_owned(),
                detail: reason.detail,
                weight: reason.weight,
            })
            .collect(),
        called_off: it.called_off,
        employer: it.employer,
        role: it.role,
        format: it.format.map(|it| codes::format(it).to_owned()),
        meeting_link: it.meeting_link,
        people: it.people.into_iter().map(found_person).collect(),
    }
}

fn found_person(it: Participant) -> FoundPerson {
    FoundPerson {
        name: it.name,
        email: it.email,
        title: it.title,
        part: codes::part(it.part).to_owned(),
        main_contact: it.main_contact.map(str::to_owned),
    }
}

#[cfg(test)]
mod tests;
