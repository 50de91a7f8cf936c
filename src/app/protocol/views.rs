//! What the pages show, ready to be put on the screen: plain values, no rules.
//!
//! Codes become text through `_locales`; instants become text through `Intl`.

use jiff::Timestamp;

pub use crate::domain::{
    follow_up::{status::Status, timing::Stage},
    note::{
        kind::Kind,
        language::Address,
        plan::Channel,
        review::{Finding, Severity},
    },
};

/// Everything the popup lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FollowUps {
    /// Over, and somebody is still to be thanked: most urgent first.
    pub due: Vec<InterviewCard>,
    /// Over or soon, and the user is to say whether it is an interview.
    pub ask: Vec<InterviewCard>,
    /// Not over yet: soonest first.
    pub coming: Vec<InterviewCard>,
    /// Everybody thanked or skipped, or too late: latest first.
    pub done: Vec<InterviewCard>,
    /// Not an interview, says the user: latest first, so that it can be undone.
    pub dismissed: Vec<InterviewCard>,
    /// Stored records that could not be read and were set aside.
    pub unreadable: u32,
    /// What went wrong while nobody was looking: the code of an error, and since when.
    pub trouble: Option<(String, Timestamp)>,
}

/// One interview.
#[derive(Clone, Debug, PartialEq)]
pub struct InterviewCard {
    /// Id.
    pub id: String,
    /// Employer, or the event's title when the employer is unknown.
    pub heading: String,
    /// Whether `heading` is the employer.
    pub employer_known: bool,
    /// Title of the event.
    pub title: String,
    /// Role.
    pub role: Option<String>,
    /// `phone`, `video` or `onsite`.
    pub format: Option<String>,
    /// Start.
    pub start: Timestamp,
    /// End.
    pub end: Timestamp,
    /// When a note is due.
    pub due: Timestamp,
    /// IANA zone it was written in.
    pub zone: Option<String>,
    /// The calendar's zone is unknown: start and end may be wrong.
    pub zone_assumed: bool,
    /// Place.
    pub location: String,
    /// Video meeting address: only `https:`.
    pub meeting_link: Option<String>,
    /// Where it stands in time.
    pub stage: Stage,
    /// Hours left until a note is due (24 h after the end), rounded down; 0 when over.
    pub hours_left: u32,
    /// `prompt`, `ask` or `hand`.
    pub band: String,
    /// 0 to 1.
    pub confidence: f64,
    /// Clues: code and detail.
    pub reasons: Vec<(String, String)>,
    /// How the employer answered: a code of `judge::OUTCOMES`.
    pub outcome: Option<String>,
    /// Every change of that, latest first: when, and the code after it, empty for none.
    pub outcomes: Vec<(Timestamp, String)>,
    /// Called off in the calendar.
    pub called_off: bool,
    /// For what *Not an interview* may be remembered: `event`, `series`, `organizer`; empty for one
    /// that is in no calendar.
    pub scopes: Vec<&'static str>,
    /// Address of who arranged it; empty when unknown.
    pub organizer: String,
    /// What sort of meeting the user said it was; `None` leaves it to the calendar.
    pub kind: Option<Kind>,
    /// What sort of meeting the calendar shows.
    pub kind_shown: Kind,
    /// Whether one note is forwarded to everybody without an address; `None` where there is no
    /// choice.
    pub one_note: Option<bool>,
    /// What the user put right last can be taken back.
    pub can_take_back: bool,
    /// No prompt before then.
    pub snoozed_until: Option<Timestamp>,
    /// The same, or when a prompt was due that has not been shown since.
    pub put_off_until: Option<Timestamp>,
    /// People: main contact first, then interviewers, then the coordinator.
    pub people: Vec<PersonCard>,
}

/// One person of an interview.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonCard {
    /// Id inside the interview.
    pub id: String,
    /// Place among the people of the interview, from 0; it never changes.
    pub position: u32,
    /// Name, or the address when no name is known, or empty.
    pub display_name: String,
    /// Name to greet by; `None` when unknown.
    pub first_name: Option<String>,
    /// What the user calls them; empty where it is the first name.
    pub call: String,
    /// `polite` or `familiar`; empty where it is as usual.
    pub form_of_address: String,
    /// Name as stored; empty when unknown. For the form that corrects it.
    pub name: String,
    /// The person's own address; empty when unknown.
    pub own_address: String,
    /// A note to this person is still to be written or sent.
    pub owed: bool,
    /// Job title.
    pub title: Option<String>,
    /// `interviewer` or `coordinator`.
    pub part: String,
    /// `main_contact_<code>`.
    pub main_contact: Option<String>,
    /// Where the note stands.
    pub status: Status,
    /// How it goes out.
    pub channel: Channel,
    /// Id of the person whose note says it, for [`Channel::InOneNote`].
    pub in_note_to: Option<String>,
    /// Address it goes to; empty when unknown.
    pub address: String,
    /// Why this person and channel: `plan_<code>`.
    pub why: String,
    /// What was talked about, as typed.
    pub specific: String,
    /// Selling points chosen for this note.
    pub selling_points: Vec<String>,
    /// The draft.
    pub note: Option<NoteCard>,
    /// When the person was thanked for this interview, if ever.
    pub thanked_at: Option<Timestamp>,
    /// Another device told so.
    pub thanked_elsewhere: bool,
    /// Whether the last change can be undone.
    pub can_undo: bool,
    /// Every change of the status, latest first, those that were taken back among them.
    pub told: Vec<ChangeCard>,
}

impl PersonCard {
    /// The changes that stand, latest first.
    pub fn history(&self) -> impl Iterator<Item = &ChangeCard> {
        self.told.iter().filter(|it| !it.taken_back)
    }
}

/// One change of a status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeCard {
    /// When.
    pub at: Timestamp,
    /// Status after it.
    pub to: Status,
    /// How it is known: `user`, `clock`, `clipboard`, or the code of a webmail.
    pub by: String,
    /// It was taken back.
    pub taken_back: bool,
    /// When it was taken back, if that is known.
    pub undone: Option<Timestamp>,
}

/// A draft.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteCard {
    /// Subject line.
    pub subject: String,
    /// Text.
    pub body: String,
    /// Which version.
    pub variant: u32,
    /// Changed by the user after it was composed.
    pub edited: bool,
}
