//! What pages and content scripts may ask the background, and what it answers.
//!
//! Closed enums, tagged `kind`, camelCase on the wire. These shapes are separate from the domain's
//! and from the stored ones on purpose: each can change without the others.

pub mod companion;
mod forms;
mod found;
mod reply;
pub mod sender;
#[cfg(feature = "services")]
pub mod service;
pub mod views;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use forms::{HandInterview, HandPerson, Lesson, Profile, Settings, over};
pub use found::{FoundCorrection, FoundEvent, FoundInterview, FoundPerson, FoundReason};
pub use reply::Reply;

/// A request with the id that makes it idempotent: the same id is carried out once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Command {
    /// Random, made by the page; the same for every retry.
    pub id: String,
    /// What is asked.
    pub request: Request,
}

/// What can be asked. `interview` and `person` are ids as stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Request {
    /// Merge what a scan of a calendar found. Answer: [`Reply::Recorded`].
    RecordScan {
        /// Name of the source as the user knows it, for example a file name.
        source: String,
        /// The interviews found.
        found: Vec<FoundInterview>,
    },
    /// Merge what was read from a page. Answer: [`Reply::Recorded`].
    RecordPage {
        /// Host of the page.
        host: String,
        /// The interviews chosen.
        found: Vec<FoundInterview>,
        /// The user has seen them and says that they are interviews.
        confirmed: bool,
    },
    /// Replace the calendar pages that are looked at by themselves. Answer: [`Reply::Done`].
    WatchCalendars {
        /// Their codes.
        sites: Vec<String>,
    },
    /// Replace the webmails that the companion is switched on for. Answer: [`Reply::Done`].
    Accompany {
        /// Their codes.
        sites: Vec<String>,
    },
    /// Add an interview that is in no calendar. Answer: [`Reply::Added`].
    AddInterview {
        /// The form's content.
        interview: HandInterview,
    },
    /// Replace the user's profile. Answer: [`Reply::Done`].
    SaveProfile {
        /// The whole profile.
        profile: Profile,
    },
    /// Replace the reminders and quiet hours. Answer: [`Reply::Done`].
    SaveSettings {
        /// All settings.
        settings: Settings,
    },
    /// Tell other devices who has been thanked, and hear it from them. Answer: [`Reply::Done`].
    ShareStatus {
        /// From now on, or no longer.
        on: bool,
    },
    /// Remove what devices told each other from the browser's account. Answer: [`Reply::Done`].
    ForgetShared,
    /// No prompt about this interview before then; `None` takes the putting off back.
    Snooze {
        /// Which.
        interview: String,
        /// Milliseconds since 1970 UTC.
        until_ms: Option<i64>,
    },
    /// The user says whether it was their interview; `None` takes the answer back.
    Judge {
        /// Which.
        interview: String,
        /// The answer.
        is_interview: Option<bool>,
    },
    /// For what an answer of the user is remembered. Answer: [`Reply::Done`].
    Remember {
        /// Which: the interview's id that it was said of.
        correction: String,
        /// `event`, `series` or `organizer`.
        scope: String,
    },
    /// An event that was taken for none is the user's interview. Answer: [`Reply::Added`].
    ItIsOne {
        /// Name of the source as the user knows it.
        source: String,
        /// The event.
        found: FoundInterview,
    },
    /// Forget what the user said about events. Answer: [`Reply::Done`].
    ForgetCorrection {
        /// Which.
        correction: String,
    },
    /// What was talked about with a person, and what they should remember; both may be empty.
    Answer {
        /// Which interview.
        interview: String,
        /// Which person.
        person: String,
        /// As typed.
        specific: String,
        /// Chosen selling points, best first.
        selling_points: Vec<String>,
    },
    /// Compose a draft and keep it. Answer: [`Reply::Note`].
    PrepareNote {
        /// Which interview.
        interview: String,
        /// Which person.
        person: String,
        /// "Another version" counts up.
        variant: u32,
    },
    /// Keep an edited draft.
    SaveNote {
        /// Which interview.
        interview: String,
        /// Which person.
        person: String,
        /// As typed.
        subject: String,
        /// As typed.
        body: String,
    },
    /// The draft was put into webmail or copied.
    MarkOpened {
        /// Which interview.
        interview: String,
        /// Which person.
        person: String,
        /// Provider code, or `clipboard`.
        provider: String,
    },
    /// A webmail showed that the note was sent. Answer: [`Reply::Done`].
    SeenSent {
        /// Which interview.
        interview: String,
        /// Which person.
        person: String,
        /// Provider code.
        provider: String,
    },
    /// The same webmail showed that the user took it back. Answer: [`Reply::Done`].
    SeenTakenBack {
        /// Which interview.
        interview: String,
        /// Which person.
        person: String,
        /// Provider code.
        provider: String,
    },
    /// The user says that it was sent.
    MarkSent {
        /// Which interview.
        interview: String,
        /// Which person.
        person: String,
    },
    /// The user does not want to thank this person.
    Skip {
        /// Which interview.
        interview: String,
        /// Which person.
        person: String,
    },
    /// Take the last step of this person's note back.
    Undo {
        /// Which interview.
        interview: String,
        /// Which person.
        person: String,
    },
    /// Deliberately begin a second note to a person who has been thanked.
    WriteAgain {
        /// Which interview.
        interview: String,
        /// Which person.
        person: String,
    },
    /// Correct what is known of a person; name or address must not be empty.
    EditPerson {
        /// Which interview.
        interview: String,
        /// Which person.
        person: String,
        /// Name; may be empty.
        name: String,
        /// Address; may be empty.
        email: String,
        /// Job title; may be empty.
        title: String,
        /// What the user calls them; empty is the first name.
        #[serde(default)]
        call: String,
        /// `main_contact`, `interviewer` or `coordinator`; `None` leaves it as it is.
        #[serde(default)]
        role: Option<String>,
        /// `polite` or `familiar`, empty is as usual; `None` leaves it as it is.
        #[serde(default)]
        address: Option<String>,
    },
    /// Correct whom the interview was with and for what. Answer: [`Reply::Done`].
    EditInterview {
        /// Which interview.
        interview: String,
        /// Employer; empty is unknown.
        employer: String,
        /// Role; empty is unknown.
        role: String,
    },
    /// The order in which people are shown and thanked. Answer: [`Reply::Done`].
    OrderPeople {
        /// Which interview.
        interview: String,
        /// All their ids; empty leaves the order to the plan.
        people: Vec<String>,
    },
    /// What sort of meeting it was. Answer: [`Reply::Done`].
    SetKind {
        /// Which interview.
        interview: String,
        /// `kind_<code>`; `None` leaves it to the calendar.
        meeting: Option<String>,
    },
    /// Whether the coordinator forwards one note to all without an address. Answer: [`Reply::Done`].
    SetRelay {
        /// Which interview.
        interview: String,
        /// One note for all.
        one_note: bool,
    },
    /// Take back what was put right last. Answer: [`Reply::Done`].
    TakeBack {
        /// Which interview.
        interview: String,
    },
    /// Take a person out of an interview, for good; [`Request::RestorePerson`] brings them back.
    RemovePerson {
        /// Which interview.
        interview: String,
        /// Who.
        person: String,
    },
    /// Bring a person back who was taken out.
    RestorePerson {
        /// Which interview.
        interview: String,
        /// Who.
        person: String,
    },
    /// Add somebody whom the calendar does not know.
    AddPerson {
        /// Which interview.
        interview: String,
        /// The person.
        person: HandPerson,
    },
    /// Skip everybody of an interview who is still owed a note.
    SkipAll {
        /// Which interview.
        interview: String,
    },
    /// Take the last *Skip everybody* of an interview back.
    UndoSkipAll {
        /// Which interview.
        interview: String,
    },
    /// How the employer answered, which ends all prompts; `None` takes it back.
    SetOutcome {
        /// Which interview.
        interview: String,
        /// `answer`, `offer` or `rejection`; `not_held` when it did not take place.
        outcome: Option<String>,
    },
    /// The user has asked this person how things stand. Answer: [`Reply::Done`].
    CheckIn {
        /// Which interview.
        interview: String,
        /// Which person.
        person: String,
    },
    /// The user has not asked how things stand after all. Answer: [`Reply::Done`].
    UndoCheckIn {
        /// Which interview.
        interview: String,
    },
    /// Merge the records of a backup. Answer: [`Reply::Recorded`].
    Restore {
        /// As they lie in a backup file.
        records: Map<String, Value>,
        /// Profile and reminders of the file replace those that are here.
        #[serde(default)]
        replace: bool,
        /// Interviews that were deleted here come back.
        #[serde(default)]
        bring_back: bool,
    },
    /// Delete one interview, or, with `None`, everything stored.
    Delete {
        /// Which.
        interview: Option<String>,
    },
    /// Bring back an interview that was just deleted. Answer: [`Reply::Done`].
    BringBack {
        /// As it was stored.
        record: Value,
    },
    /// Put back what was set aside, where it can be read by now. Answer: [`Reply::Done`].
    TryAgain {
        /// The key that it lies under.
        key: String,
    },
    /// Discard what was set aside. Answer: [`Reply::Done`].
    Discard {
        /// The key that it lies under.
        key: String,
    },
    /// Keep asking this address for a calendar; what it answers is stored. Answer: [`Reply::Done`].
    AddFeed {
        /// As pasted: a credential.
        address: String,
        /// What the user calls it; may be empty.
        #[serde(default)]
        label: String,
        /// It is a calendar of an account, to be asked by CalDAV.
        #[serde(default)]
        caldav: bool,
    },
    /// Keep what a service granted, and read these calendars. Answer: [`Reply::Done`].
    #[cfg(feature = "services")]
    Connect {
        /// Tokens and calendars.
        connection: service::Connection,
    },
    /// What the user calls an address, and how often it is asked.
    EditFeed {
        /// Which.
        feed: String,
        /// May be empty.
        label: String,
        /// From a quarter of an hour to a day.
        every_minutes: u32,
    },
    /// Forget an address; its interviews stay.
    RemoveFeed {
        /// Which.
        feed: String,
    },
    /// Ask an address again now.
    RefreshFeed {
        /// Which.
        feed: String,
    },
    /// Take a word for right from now on.
    LearnWord {
        /// The word.
        word: String,
    },
    /// Write drafts by a lesson from now on. Answer: [`Reply::Done`].
    Teach {
        /// Which.
        lesson: Lesson,
    },
    /// No longer write drafts by a lesson. Answer: [`Reply::Done`].
    Unteach {
        /// Which.
        lesson: Lesson,
    },
    /// What the draft to a person, as it is kept, could teach is not to be learned.
    NotThisTime {
        /// Which interview.
        interview: String,
        /// Which person.
        person: String,
    },
    /// Compare the stored times with the clock: alarms, badge.
    Reconcile,
}
