//! What could not be read, in a form that can be put into words in any language.

/// Something that could not be read as the standard says, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Line in the file, counted from 1; 0 when it concerns the file as a whole.
    pub line: u32,
    /// UID of the event concerned, when known.
    pub uid: Option<String>,
    /// What it was.
    pub kind: ProblemKind,
    /// The offending value, shortened: a property name, zone name or rule. Never event text.
    pub detail: String,
}

/// Kinds of [`Problem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The bytes are no calendar.
    NotACalendar,
    /// The bytes are a web page: often the address of a page instead of that of a feed.
    WebPage,
    /// The bytes are JSON.
    Json,
    /// The file ends in the middle of an event.
    Truncated,
    /// A line is no property.
    BadLine,
    /// An event has no start that can be read; it was left out.
    NoStart,
    /// A date, time or duration cannot be read; it was left out.
    BadTime,
    /// A recurrence rule cannot be read; the event was taken without it.
    BadRule,
    /// A rule gave more than can be looked at; later occurrences may be missing.
    TooManyOccurrences,
    /// Nobody knows the zone; the user's own was taken.
    UnknownZone,
}

impl ProblemKind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::NotACalendar,
        Self::WebPage,
        Self::Json,
        Self::Truncated,
        Self::BadLine,
        Self::NoStart,
        Self::BadTime,
        Self::BadRule,
        Self::TooManyOccurrences,
        Self::UnknownZone,
    ];

    /// Stable code that crosses the wire; the text is `problem_<code>` in `_locales`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotACalendar => "not_a_calendar",
            Self::WebPage => "web_page",
            Self::Json => "json",
            Self::Truncated => "truncated",
            Self::BadLine => "bad_line",
            Self::NoStart => "no_start",
            Self::BadTime => "bad_time",
            Self::BadRule => "bad_rule",
            Self::TooManyOccurrences => "too_many_occurrences",
            Self::UnknownZone => "unknown_zone",
        }
    }
}

/// Longest part of a value that a problem shows, in characters.
const SHOWN: usize = 60;

/// The beginning of a value, for showing.
pub(super) fn shorten(value: &str) -> String {
    value.chars().take(SHOWN).collect()
}
