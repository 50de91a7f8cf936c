//! One calendar event: a single VEVENT occurrence with its text, time and people.
//!
//! Every text field is data from a stranger: it is shown as text, never interpreted.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// One occurrence of a VEVENT (RFC 5545 3.6.1).
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// UID; empty when the calendar gave none.
    pub uid: String,
    /// The start that the series' rule gave this occurrence: set for every occurrence of a series,
    /// overridden or not; `None` for a single event. Together with `uid` it identifies the event.
    pub recurrence_id: Option<Timestamp>,
    /// Whether the event belongs to a repeating series (RRULE or RDATE).
    pub recurring: bool,
    /// When it takes place.
    pub when: When,
    /// SUMMARY, unescaped.
    pub summary: String,
    /// DESCRIPTION, unescaped; may hold HTML that some producers put there.
    pub description: String,
    /// LOCATION, unescaped.
    pub location: String,
    /// URL.
    pub url: Option<String>,
    /// A conference address from CONFERENCE, X-GOOGLE-CONFERENCE or X-MICROSOFT-SKYPETEAMSMEETINGURL.
    pub conference: Option<String>,
    /// ORGANIZER.
    pub organizer: Option<Attendee>,
    /// ATTENDEEs in file order; the organizer may be among them.
    pub attendees: Vec<Attendee>,
    /// STATUS.
    pub status: EventStatus,
    /// METHOD of the calendar object that holds the event was CANCEL.
    pub method_cancel: bool,
    /// SEQUENCE; 0 when absent.
    pub sequence: u32,
    /// CATEGORIES, in file order.
    pub categories: Vec<String>,
}

/// ORGANIZER or ATTENDEE (RFC 5545 3.8.4.1, 3.8.4.3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendee {
    /// CN as written, trimmed; `None` when absent or when it only repeats the address.
    pub name: Option<String>,
    /// Address in lower case without `mailto:`; `None` when the value is no mail address.
    pub email: Option<String>,
    /// ROLE.
    pub role: AttendeeRole,
    /// PARTSTAT.
    pub response: Response,
    /// CUTYPE.
    pub kind: CalendarUserType,
}

/// ROLE (RFC 5545 3.2.16).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the RFC's")]
pub enum AttendeeRole {
    Chair,
    #[default]
    Required,
    Optional,
    NonParticipant,
}

/// PARTSTAT (RFC 5545 3.2.12).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the RFC's")]
pub enum Response {
    #[default]
    NeedsAction,
    Accepted,
    Declined,
    Tentative,
    Delegated,
}

/// CUTYPE (RFC 5545 3.2.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the RFC's")]
pub enum CalendarUserType {
    #[default]
    Individual,
    Group,
    Resource,
    Room,
    Unknown,
}

/// STATUS of a VEVENT (RFC 5545 3.8.1.11).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the RFC's")]
pub enum EventStatus {
    #[default]
    Confirmed,
    Tentative,
    Cancelled,
}

/// The time of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// A span between two instants.
    Timed {
        /// First instant.
        start: Timestamp,
        /// First instant after the event; equals `start` when it has no length.
        end: Timestamp,
        /// IANA name of the zone the event was written in; `None` for UTC and floating times.
        zone: Option<String>,
    },
    /// Whole days, the same civil days in every zone.
    AllDay {
        /// First day.
        first: Date,
        /// First day after the event.
        until: Date,
    },
}

impl When {
    /// The first instant; an all-day event starts at midnight in `home`.
    #[must_use]
    pub fn start(&self, home: &TimeZone) -> Timestamp {
        match self {
            Self::Timed { start, .. } => *start,
            Self::AllDay { first, .. } => midnight(*first, home),
        }
    }

    /// The first instant after the event; an all-day event ends at midnight in `home`.
    #[must_use]
    pub fn end(&self, home: &TimeZone) -> Timestamp {
        match self {
            Self::Timed { end, .. } => *end,
            Self::AllDay { until, .. } => midnight(*until, home),
        }
    }

    /// Whether the event covers whole days.
    #[must_use]
    pub const fn is_all_day(&self) -> bool {
        matches!(self, Self::AllDay { .. })
    }
}

fn midnight(day: Date, zone: &TimeZone) -> Timestamp {
    // A date at the very edge of jiff's range has no instant in some zones.
    zone.to_ambiguous_zoned_datetime(day.at(0, 0, 0, 0))
        .compatible()
        .map_or(Timestamp::MIN, |zoned| zoned.timestamp())
}
