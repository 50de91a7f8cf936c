//! The stored shapes, version 1. Frozen: data written like this must load for ever
//! (`tests/fixtures/stored/v1.json`). A change of meaning or shape is a `v2.rs`, not an edit here;
//! only new fields with a default may be added.

use serde::{Deserialize, Serialize};

use super::{learned::LearnedV1, said::SaidV1};

/// Value of `interview:<id>`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InterviewV1 {
    /// Id, also part of the key.
    pub id: String,
    /// Counts the writes of this record.
    pub rev: u64,
    /// Where it comes from.
    pub origin: OriginV1,
    /// The calendar events it was made of; empty when entered by hand.
    pub events: Vec<EventV1>,
    /// Title of the first event, or the employer.
    pub title: String,
    /// Employer.
    pub employer: Option<String>,
    /// Role.
    pub role: Option<String>,
    /// `phone`, `video` or `onsite`.
    pub format: Option<String>,
    /// Start, milliseconds since 1970 UTC.
    pub start_ms: i64,
    /// End.
    pub end_ms: i64,
    /// IANA zone it was written in.
    pub zone: Option<String>,
    /// Place.
    pub location: String,
    /// Address of who arranged it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organizer: Option<String>,
    /// Video meeting address.
    pub meeting_link: Option<String>,
    /// What the detector thought.
    pub verdict: VerdictV1,
    /// What the user said: their interview or not; `None` when not asked yet.
    pub answer: Option<bool>,
    /// Called off in the calendar.
    pub called_off: bool,
    /// No longer in the calendar it came from: the user was asked about it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub vanished: bool,
    /// What the user had said before they were asked about that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_before: Option<bool>,
    /// Its calendar names a time zone that is unknown; the user's own was taken.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub zone_assumed: bool,
    /// People met.
    pub people: Vec<PersonV1>,
    /// People whom the user took out: a calendar that still names them does not bring them back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<PersonV1>,
    /// What the user said of the people and the meeting, over what a calendar says.
    #[serde(default, skip_serializing_if = "SaidV1::is_nothing")]
    pub said: SaidV1,
    /// How the employer answered: `answer`, `offer` or `rejection`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// Every change of that, oldest first, with its time; at most 16. Nothing is the empty code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<ChangeV1>,
    /// How the user asked how things stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_in: Option<CheckInV1>,
    /// Prompts claimed, oldest first: each stage at most once.
    #[serde(default)]
    pub prompts: Vec<PromptV1>,
    /// No prompt before this instant, milliseconds since 1970 UTC.
    #[serde(default)]
    pub snoozed_until_ms: Option<i64>,
    /// The claim that was given back for the time of that putting off: its stage is shown once more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub put_off: Option<PromptV1>,
    /// Ids of the last commands carried out on this record, newest last; at most 16.
    #[serde(default)]
    pub commands: Vec<String>,
}

/// The user asked how things stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckInV1 {
    /// Id of the person who was asked.
    pub person: String,
    /// When, milliseconds since 1970 UTC.
    pub at_ms: i64,
}

/// Where an interview comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum OriginV1 {
    /// A calendar file.
    File {
        /// Its name.
        name: String,
    },
    /// Entered by hand.
    Hand,
}

/// Identity of a calendar event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EventV1 {
    /// UID.
    pub uid: String,
    /// Original start in a series, milliseconds since 1970 UTC.
    pub recurrence_ms: Option<i64>,
    /// Ids of the calendar addresses that have it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feeds: Vec<String>,
    /// What each of them, and the last file, told of the interview with this event last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<ToldV1>,
}

/// What one source says of an interview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ToldV1 {
    /// Id of the calendar address; none for a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feed: Option<String>,
    /// Start, milliseconds since 1970 UTC.
    pub start_ms: i64,
    /// End, milliseconds since 1970 UTC.
    pub end_ms: i64,
    /// It does not take place.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub called_off: bool,
}

/// What the detector thought.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VerdictV1 {
    /// `prompt` or `ask`; `hand` when the user entered it.
    pub band: String,
    /// 0 to 1.
    pub confidence: f64,
    /// Clues, strongest first.
    pub reasons: Vec<ReasonV1>,
}

/// A clue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReasonV1 {
    /// `reason_<code>` in `_locales`.
    pub code: String,
    /// Words that fired it.
    pub detail: String,
    /// Log-odds.
    pub weight: f64,
}

/// A person met, and the note to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PersonV1 {
    /// Id inside the interview: `p1`, `p2` …; never reused.
    pub id: String,
    /// Name.
    pub name: Option<String>,
    /// What the user calls them, where it is not the first name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// `address_<code>`: how they are addressed, where it is not as usual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Address.
    pub email: Option<String>,
    /// Job title.
    pub title: Option<String>,
    /// `interviewer` or `coordinator`.
    pub part: String,
    /// The user said what they did: a calendar does not say otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub part_set: bool,
    /// Names and addresses that the user corrected: a calendar may still use them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known_as: Vec<String>,
    /// `main_contact_<code>` in `_locales`.
    pub main_contact: Option<String>,
    /// What was talked about, as typed.
    pub specific: String,
    /// Chosen selling points.
    pub selling_points: Vec<String>,
    /// The draft.
    pub note: Option<NoteV1>,
    /// `to_ask`, `to_write`, `drafted`, `opened`, `sent`, `skipped` or `lapsed`.
    pub status: String,
    /// Every change of the status, oldest first.
    pub history: Vec<ChangeV1>,
    /// Changes that were taken back, oldest first: they are still shown, and other devices may still
    /// know those to `sent` and `skipped`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken_back: Vec<ChangeV1>,
}

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NoteV1 {
    /// Subject line.
    pub subject: String,
    /// Text.
    pub body: String,
    /// Which version was composed.
    pub variant: u32,
    /// The user changed the text after it was composed.
    pub edited: bool,
    /// The text that the user's is held against for what it could teach: as it was composed, or as
    /// it was when they wanted to teach nothing more. `None` while nothing was changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compared: Option<String>,
}

/// One change of a status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeV1 {
    /// When, milliseconds since 1970 UTC.
    pub at_ms: i64,
    /// Status before.
    pub from: String,
    /// Status after.
    pub to: String,
    /// How it is known: `user`, `clock`, `device` (another one), or a provider code.
    pub by: String,
    /// When it was taken back, if it was, and if that is known; milliseconds since 1970 UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone_ms: Option<i64>,
}

/// Value of `profile`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProfileV1 {
    /// Counts the writes of this record.
    pub rev: u64,
    /// Full name.
    pub name: String,
    /// Own addresses.
    pub emails: Vec<String>,
    /// Short phrases, best first.
    pub selling_points: Vec<String>,
    /// Lines under the closing.
    pub signature: String,
    /// `warm`, `formal` or `plain`.
    pub tone: String,
    /// ISO 639-1 code of the language of notes; empty, as in older records, is English.
    #[serde(default)]
    pub language: String,
    /// `address_<code>`; empty, as in older records, is polite.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Provider code.
    pub provider: String,
    /// Account or server of that provider.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Words that the proofreader takes for right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dictionary: Vec<String>,
    /// Notes are not proofread.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_proofreading: bool,
    /// Compose windows are opened empty.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open_empty: bool,
    /// What the user's edits have taught.
    #[serde(default, skip_serializing_if = "LearnedV1::is_nothing")]
    pub learned: LearnedV1,
    /// Notes may be rephrased by the browser's own language model.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rephrasing: bool,
}

/// A prompt that was claimed, and then shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PromptV1 {
    /// `ask`, `write`, `due` or `last_call`.
    pub stage: String,
    /// When it was claimed, milliseconds since 1970 UTC.
    pub at_ms: i64,
}

/// Value of `settings`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SettingsV1 {
    /// Counts the writes of this record.
    pub rev: u64,
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
    /// Months after which an interview is cleared away; 0 keeps them for ever.
    #[serde(default = "keep_months")]
    pub keep_months: u32,
    /// Interviews with somebody who was thanked are cleared away as well.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub clear_sent: bool,
}

const fn keep_months() -> u32 {
    18
}

impl Default for SettingsV1 {
    fn default() -> Self {
        Self {
            rev: 0,
            prompts: true,
            discreet: false,
            quiet_from: "21:00".to_owned(),
            quiet_until: "08:00".to_owned(),
            quiet_weekends: false,
            keep_months: keep_months(),
            clear_sent: false,
        }
    }
}
