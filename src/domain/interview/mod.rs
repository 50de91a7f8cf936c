//! Decides whether an event is the user's own job interview, with whom and for what.

mod assessment;
mod caller;
pub mod correction;
mod direction;
mod domains;
mod employer;
mod format;
mod given_names;
mod glance;
mod grouping;
mod guests;
mod itinerary;
mod leaning;
pub mod line;
mod names;
mod neighbours;
mod own_employer;
mod people;
mod role;
pub mod same;
mod scene;
mod segments;
mod signals;
mod state;
mod text;
mod verdict;
mod words;

use jiff::{Timestamp, tz::TimeZone};

use super::calendar::event::Event;
pub(crate) use given_names::is_given_name;
pub(crate) use guests::is_no_persons;

pub(crate) use text::fold::fold as folded;

/// Who the calendar belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct User {
    /// Full name as the user writes it; may be empty.
    pub name: String,
    /// The user's own addresses, in lower case.
    pub emails: Vec<String>,
    /// What the user said about events before.
    pub corrections: Vec<correction::Correction>,
}

/// Identity of an event over time: UID and, for a series, the original start of the occurrence.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventKey {
    /// UID.
    pub uid: String,
    /// Original start of the occurrence in a series.
    pub recurrence_id: Option<Timestamp>,
}

/// What Afternote does about an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// Sure enough to prompt.
    Prompt,
    /// Ask once: "Was this an interview?"
    Ask,
    /// Not an interview.
    Silent,
}

/// One clue that counted, in a form that can be put into words in any language.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Stable code; the text is `reason_<code>` in `_locales`.
    pub code: &'static str,
    /// The words that fired it, shortened; empty when there are none to show.
    pub detail: String,
    /// Log-odds the clue added.
    pub weight: f64,
}

/// The judgement on one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// What to do.
    pub band: Band,
    /// Probability that it is the user's own interview, 0 to 1.
    pub confidence: f64,
    /// Strongest clue first.
    pub reasons: Vec<Reason>,
}

/// Which side of the table the user sits on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The user is the candidate.
    Candidate,
    /// The user interviews somebody else.
    Interviewer,
}

/// How the interview is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// By telephone.
    Phone,
    /// In a video meeting.
    Video,
    /// At an address.
    Onsite,
}

/// What a person had to do with the interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Talked to the user.
    Interviewer,
    /// Scheduled it, while others interviewed.
    Coordinator,
}

/// A person met, or who arranged the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Name as people write it; `None` when only an address is known and it tells no name.
    pub name: Option<String>,
    /// Address in lower case.
    pub email: Option<String>,
    /// Job title where the event gives it.
    pub title: Option<String>,
    /// What they did.
    pub part: Part,
    /// Why this is the main contact: a stable code, its text is `main_contact_<code>`; `None` for
    /// everybody else. At most one participant of an interview has it.
    pub main_contact: Option<&'static str>,
}

/// Everything concluded from one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// Is it the user's interview?
    pub verdict: Verdict,
    /// Which side the user is on, when it looks like an interview at all.
    pub direction: Direction,
    /// Called off, declined by the user, or superseded.
    pub called_off: bool,
    /// Employer, without legal form where people drop it.
    pub employer: Option<String>,
    /// Role the user is considered for.
    pub role: Option<String>,
    /// How it is held.
    pub format: Option<Format>,
    /// Video meeting address.
    pub meeting_link: Option<String>,
    /// Interviewers and coordinator.
    pub people: Vec<Participant>,
    /// Same number for the slots of one loop; `None` for an event that stands alone.
    pub group: Option<u32>,
}

/// What the user lived through: one or several events of one employer on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Interview {
    /// The events it was made of, earliest first; never empty.
    pub events: Vec<EventKey>,
    /// Title of the first event, as written.
    pub title: String,
    /// Start of the first event.
    pub start: Timestamp,
    /// End of the last event.
    pub end: Timestamp,
    /// Zone the events were written in.
    pub zone: Option<String>,
    /// LOCATION of the first event that has one.
    pub location: String,
    /// Address of who arranged the first event.
    pub organizer: Option<String>,
    /// The judgement: the surest of the events, reasons of all.
    pub verdict: Verdict,
    /// All events of it are called off.
    pub called_off: bool,
    /// Employer.
    pub employer: Option<String>,
    /// Role.
    pub role: Option<String>,
    /// How it is held.
    pub format: Option<Format>,
    /// Video meeting address.
    pub meeting_link: Option<String>,
    /// Everybody met, each once.
    pub people: Vec<Participant>,
}

/// Judges `events` together (loops, several interviews a week and the like need the neighbours);
/// the answer has one entry per event, in the same order.
#[must_use]
pub fn assess(events: &[Event], user: &User, home: &TimeZone) -> Vec<Assessment> {
    assessment::assess(events, user, home)
}

/// Joins the events that are interviews (bands prompt and ask, candidate side) into interviews,
/// earliest first.
#[must_use]
pub fn interviews(events: &[Event], assessments: &[Assessment], home: &TimeZone) -> Vec<Interview> {
    grouping::join(events, assessments, home)
}
