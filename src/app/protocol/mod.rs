//! What pages and content scripts may ask the background, and what it answers.
//!
//! Closed enums, tagged `kind`, camelCase on the wire. These shapes are separate from the domain's
//! and from the stored ones on purpose: each can change without the others.

mod found;
pub mod sender;
pub mod views;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::error::{AppError, ErrorKind};
pub use found::{FoundEvent, FoundInterview, FoundPerson, FoundReason};

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
    /// No prompt about this interview before then.
    Snooze {
        /// Which.
        interview: String,
        /// Milliseconds since 1970 UTC.
        until_ms: i64,
    },
    /// The user says whether it was their interview; `None` takes the answer back.
    Judge {
        /// Which.
        interview: String,
        /// The answer.
        is_interview: Option<bool>,
    },
    /// What was talked about with a person, and what they should remember. Empty text is allowed:
    /// the user skips the question.
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
    /// How the employer answered, which ends all prompts; `None` takes it back.
    SetOutcome {
        /// Which interview.
        interview: String,
        /// `answer`, `offer` or `rejection`.
        outcome: Option<String>,
    },
    /// Merge the records of a backup. Answer: [`Reply::Recorded`].
    Restore {
        /// As they lie in a backup file.
        records: Map<String, Value>,
    },
    /// Delete one interview, or, with `None`, everything stored.
    Delete {
        /// Which.
        interview: Option<String>,
    },
    /// Keep asking this address for a calendar. Answer: [`Reply::Done`]; the answer of the address
    /// comes later and is stored.
    AddFeed {
        /// As pasted: a credential.
        address: String,
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
    /// Compare the stored times with the clock: alarms, badge.
    Reconcile,
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Reply {
    /// Carried out.
    Done,
    /// A scan was merged.
    Recorded {
        /// Interviews that are new.
        added: u32,
        /// Interviews known before and changed in the calendar.
        updated: u32,
        /// Interviews known before and unchanged.
        unchanged: u32,
    },
    /// An interview was added.
    Added {
        /// Its id.
        interview: String,
    },
    /// A draft was composed.
    Note {
        /// Subject line.
        subject: String,
        /// Text.
        body: String,
        /// Which version it is.
        variant: u32,
    },
    /// It was not carried out.
    Failed {
        /// Stable code: `error_<code>` in `_locales`.
        code: String,
        /// `needs_user`, `retry` or `bug`.
        error_kind: String,
    },
}

impl From<&AppError> for Reply {
    fn from(error: &AppError) -> Self {
        Self::Failed {
            code: error.code().to_owned(),
            error_kind: match error.kind() {
                ErrorKind::NeedsUser => "needs_user",
                ErrorKind::Retry => "retry",
                ErrorKind::Bug => "bug",
            }
            .to_owned(),
        }
    }
}

/// The user's profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// Full name.
    pub name: String,
    /// Own addresses.
    pub emails: Vec<String>,
    /// Short phrases, best first.
    pub selling_points: Vec<String>,
    /// Lines under the closing; empty means the name.
    pub signature: String,
    /// `warm`, `formal` or `plain`.
    pub tone: String,
    /// ISO 639-1 code of the language of notes; empty is English.
    #[serde(default)]
    pub language: String,
    /// Provider code.
    pub provider: String,
    /// Account or server of that provider; may be empty.
    #[serde(default)]
    pub place: String,
    /// Words that the proofreader takes for right.
    #[serde(default)]
    pub dictionary: Vec<String>,
    /// Notes are not proofread.
    #[serde(default)]
    pub no_proofreading: bool,
    /// Compose windows are opened empty, so that no draft stands in the browser's history.
    #[serde(default)]
    pub open_empty: bool,
}

/// Reminders and quiet hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Notifications are shown at all.
    pub prompts: bool,
    /// Notifications name neither employer nor people.
    pub discreet: bool,
    /// First quiet minute of the evening, `HH:MM`.
    pub quiet_from: String,
    /// First loud minute of the morning, `HH:MM`.
    pub quiet_until: String,
    /// Weekends are quiet.
    pub quiet_weekends: bool,
}

/// An interview entered by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HandInterview {
    /// Employer; must not be empty.
    pub employer: String,
    /// Role; may be empty.
    pub role: String,
    /// Start, milliseconds since 1970 UTC.
    pub start_ms: i64,
    /// End; not before the start.
    pub end_ms: i64,
    /// IANA zone of the user when entering it.
    pub zone: String,
    /// People met; at least one.
    pub people: Vec<HandPerson>,
}

/// A person entered by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HandPerson {
    /// Name; must not be empty.
    pub name: String,
    /// Address; may be empty.
    pub email: String,
    /// Job title; may be empty.
    pub title: String,
}
