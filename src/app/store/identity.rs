//! What makes two records the same interview, and marks by which a deleted one is known again
//! without keeping a word of it.

use super::v1::InterviewV1;
use crate::app::protocol::{FoundEvent, FoundInterview};

/// FNV-1a, 64 bit (<http://www.isthe.com/chongo/tech/comp/fnv/>): the same on every machine and in
/// every version, which the standard library's hasher does not promise.
#[derive(Clone, Copy, Debug)]
pub struct Fnv(u64);

impl Fnv {
    /// Of nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Takes the next bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// In hexadecimal digits.
    #[must_use]
    pub fn text(self) -> String {
        format!("{:016x}", self.0)
    }
}

impl Default for Fnv {
    fn default() -> Self {
        Self::new()
    }
}

impl InterviewV1 {
    /// Whether it is the same interview as another record: the same id, an event in common, or time
    /// and title.
    #[must_use]
    pub fn is_same_as(&self, other: &Self) -> bool {
        let shares_event = || {
            let mut events = self.events.iter();
            events.any(|it| !it.uid.is_empty() && other.has_event(&it.uid, it.recurrence_ms))
        };
        let title = |it: &Self| it.title.trim().to_lowercase();
        self.id == other.id
            || shares_event()
            || (self.start_ms == other.start_ms && title(self) == title(other))
    }

    /// Whether this event is one of its own, whoever tells of it.
    #[must_use]
    pub fn has_event(&self, uid: &str, recurrence_ms: Option<i64>) -> bool {
        let mut events = self.events.iter();
        events.any(|it| it.uid == uid && it.recurrence_ms == recurrence_ms)
    }

    /// Whether a calendar tells of it by an event in common. Events without UID, as some buttons that
    /// say "add to my calendar" make them, have no name to be known by: they are one where time and
    /// title are.
    #[must_use]
    pub fn shares_event_with(&self, found: &FoundInterview) -> bool {
        let is_own = |it: &FoundEvent| self.has_event(&it.uid, it.recurrence_ms);
        let named = |event: &&FoundEvent| !event.uid.is_empty();
        found.events.iter().filter(named).any(is_own)
            || self.has_time_and_title_of(found) && found.events.iter().any(is_own)
    }

    /// Whether it begins when a found one does, and is called the same.
    #[must_use]
    pub fn has_time_and_title_of(&self, found: &FoundInterview) -> bool {
        let title = |it: &str| it.trim().to_lowercase();
        self.start_ms == found.start_ms && title(&self.title) == title(&found.title)
    }

    /// The marks by which it is known again: see [`marks`].
    #[must_use]
    pub fn marks(&self) -> Vec<String> {
        let events = self.events.iter();
        let events = events.map(|it| (it.uid.as_str(), it.recurrence_ms));
        marks(events, self.start_ms, &self.title)
    }
}

/// One hash for each event, given by UID and original start, and one for time and title.
#[must_use]
pub fn marks<'a>(
    events: impl Iterator<Item = (&'a str, Option<i64>)>,
    start_ms: i64,
    title: &str,
) -> Vec<String> {
    let mark = |kind: &str, time: i64, words: &str| {
        let mut hash = Fnv::new();
        hash.add(kind.as_bytes());
        hash.add(&time.to_le_bytes());
        hash.add(words.as_bytes());
        hash.text()
    };
    let mut marks: Vec<String> = events
        .filter(|(uid, _)| !uid.is_empty())
        .map(|(uid, start)| mark("event", start.unwrap_or(i64::MIN), uid))
        .collect();
    marks.push(mark("time", start_ms, &title.trim().to_lowercase()));
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_meet_where_an_event_or_time_and_title_are_the_same() {
        let mine = marks(
            [("a", None), ("b", Some(7))].into_iter(),
            5,
            "Talk with Acme",
        );
        for (uid, recurrence, start, title, expected) in [
            ("a", None, 9, "Moved", true),
            ("b", Some(7), 9, "Moved", true),
            ("b", None, 9, "Moved", false),
            ("b", Some(8), 9, "Moved", false),
            ("x", None, 5, " talk with ACME ", true),
            ("x", None, 5, "Talk with Acne", false),
            ("x", None, 6, "Talk with Acme", false),
            ("", None, 9, "", false),
        ] {
            let other = marks([(uid, recurrence)].into_iter(), start, title);
            let meet = other.iter().any(|it| mine.contains(it));
            assert_eq!(meet, expected, "{uid} {recurrence:?} {start} {title}");
        }
    }

    #[test]
    fn marks_hold_no_words() {
        let all = marks([("uid@acme.example", None)].into_iter(), 5, "Acme").join(" ");
        assert!(!all.to_lowercase().contains("acme"));
    }
}
