//! What a scan found, on its way from where the bytes are to the background.

use serde::{Deserialize, Serialize};

/// An interview that a scan found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FoundInterview {
    /// The events it was made of, earliest first.
    pub events: Vec<FoundEvent>,
    /// Title of the first event.
    pub title: String,
    /// Start, milliseconds since 1970 UTC.
    pub start_ms: i64,
    /// End.
    pub end_ms: i64,
    /// IANA zone the event was written in.
    pub zone: Option<String>,
    /// The event names a zone that is unknown; the user's own was taken.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub zone_assumed: bool,
    /// Place.
    pub location: String,
    /// Address of who arranged it.
    #[serde(default)]
    pub organizer: Option<String>,
    /// `prompt` or `ask`.
    pub band: String,
    /// 0 to 1.
    pub confidence: f64,
    /// Clues, strongest first.
    pub reasons: Vec<FoundReason>,
    /// Called off.
    pub called_off: bool,
    /// Employer.
    pub employer: Option<String>,
    /// Role.
    pub role: Option<String>,
    /// `phone`, `video` or `onsite`.
    pub format: Option<String>,
    /// Video meeting address.
    pub meeting_link: Option<String>,
    /// People met.
    pub people: Vec<FoundPerson>,
}

/// Identity of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FoundEvent {
    /// UID.
    pub uid: String,
    /// Original start in a series, milliseconds since 1970 UTC.
    pub recurrence_ms: Option<i64>,
}

/// A clue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FoundReason {
    /// `reason_<code>` in `_locales`.
    pub code: String,
    /// Words that fired it.
    pub detail: String,
    /// Log-odds.
    pub weight: f64,
}

/// A person found in a calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FoundPerson {
    /// Name.
    pub name: Option<String>,
    /// Address.
    pub email: Option<String>,
    /// Job title.
    pub title: Option<String>,
    /// `interviewer` or `coordinator`.
    pub part: String,
    /// `main_contact_<code>` in `_locales`.
    pub main_contact: Option<String>,
}

/// What the user said about events, on its way to the worker that reads files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FoundCorrection {
    /// `event`, `series` or `organizer`.
    pub scope: String,
    /// UID, or the organizer's address.
    pub value: String,
    /// Original start of an event in a series, milliseconds since 1970 UTC.
    pub recurrence_ms: Option<i64>,
    /// It is an interview, or it is none.
    pub is_interview: bool,
}
