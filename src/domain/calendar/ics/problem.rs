//! What a calendar got wrong, told in a form that can be counted, shown and translated.
//!
//! Never carries event text: only names of properties and zones, and rules.

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    /// The bytes are no calendar.
    NotACalendar,
    /// A web page came instead of a calendar, as from an address that needs a sign-in.
    WebPage,
    /// JSON came instead of a calendar.
    Json,
    /// The file ends, or the next event begins, inside a component; what was there is used.
    Truncated,
    /// A line is no property and was skipped.
    BadLine,
    /// An event has no readable DTSTART, is no change of an occurrence either, and was left out.
    NoStart,
    /// A date or time could not be read and was left out.
    BadTime,
    /// An event ends before it starts, or its length is unreadable. It has no length now, unless start
    /// and end could be taken for each other.
    BadEnd,
    /// A repetition rule could not be read; the event stands without it.
    BadRule,
    /// A repetition was followed only part of the way, because it has too many occurrences.
    RuleTruncated,
    /// A zone is unknown; its times are read in the user's zone and may be wrong.
    UnknownZone,
    /// A VTIMEZONE gives no usable offsets, or too many; the zone was looked up by its name instead.
    BadZone,
    /// Several different events share one UID; all are kept.
    SharedUid,
    /// Text is not UTF-8 and was read as Windows-1252.
    Encoding,
    /// More problems than are listed.
    More,
}

impl ProblemKind {
    /// Stable code that crosses the wire.
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
            Self::BadEnd => "bad_end",
            Self::BadRule => "bad_rule",
            Self::RuleTruncated => "rule_truncated",
            Self::UnknownZone => "unknown_zone",
            Self::BadZone => "bad_zone",
            Self::SharedUid => "shared_uid",
            Self::Encoding => "encoding",
            Self::More => "more",
        }
    }
}

/// Problems listed at most; what comes after is counted in one [`ProblemKind::More`].
const LISTED: usize = 1000;

/// Longest detail in characters.
const DETAIL: usize = 80;

/// Collects problems, a bounded number of them.
#[derive(Debug, Default)]
pub(super) struct Problems {
    pub(super) list: Vec<Problem>,
    more: usize,
}

impl Problems {
    pub(super) fn add(&mut self, line: u32, kind: ProblemKind, detail: &[u8]) {
        if self.list.len() >= LISTED {
            self.more += 1;
            return;
        }
        let detail = String::from_utf8_lossy(detail)
            .chars()
            .filter(|letter| !letter.is_control())
            .take(DETAIL)
            .collect();
        self.list.push(Problem {
            line,
            uid: None,
            kind,
            detail,
        });
    }

    /// Names the event in the problems from `first` on.
    pub(super) fn name_event(&mut self, first: usize, uid: &str) {
        if uid.is_empty() {
            return;
        }
        for problem in self.list.iter_mut().skip(first) {
            problem.uid.get_or_insert_with(|| uid.to_owned());
        }
    }

    pub(super) fn finish(mut self) -> Vec<Problem> {
        if self.more > 0 {
            self.list.push(Problem {
                line: 0,
                uid: None,
                kind: ProblemKind::More,
                detail: self.more.to_string(),
            });
        }
        self.list
    }
}
