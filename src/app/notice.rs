//! A notification: what it is about, which words it has, what its first button offers.
//!
//! It never claims more than is known: a doubtful event is a question, with a button that answers.

/// What a notification is about. Its id says it, so that a click, a button and taking it away find
/// their way back without anything that is remembered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// An interview.
    Interview(String),
    /// An event that may be one.
    Question(String),
    /// All whose last prompt was claimed at this instant, in milliseconds since 1970 UTC.
    Several(i64),
}

impl About {
    /// The id of its notification. One with the same id replaces the earlier one.
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Self::Interview(id) => format!("interview:{id}"),
            Self::Question(id) => format!("question:{id}"),
            Self::Several(at_ms) => format!("interviews:{at_ms}"),
        }
    }

    /// What an id says; nothing for one that is not ours.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        let (kind, rest) = id.split_once(':')?;
        match kind {
            "interview" => Some(Self::Interview(rest.to_owned())),
            "question" => Some(Self::Question(rest.to_owned())),
            "interviews" => rest.parse().ok().map(Self::Several),
            _ => None,
        }
    }
}

/// What the first button offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// To write a note.
    Write,
    /// To answer a question.
    Answer,
    /// To have a look: the notification names nothing, or several things.
    Look,
}

impl Offer {
    /// All.
    pub const ALL: [Self; 3] = [Self::Write, Self::Answer, Self::Look];

    /// Stable code: its text is `notice_button_<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Write => "write",
            Self::Answer => "answer",
            Self::Look => "look",
        }
    }
}

/// A notification, in a form that can be put into words in any language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is about.
    pub about: About,
    /// The texts are `notice_<code>_title` and `notice_<code>_message` in `_locales`.
    pub code: &'static str,
    /// Placeholders of both texts, in order; empty for a discreet one.
    pub details: Vec<String>,
    /// What the first button offers.
    pub offer: Offer,
    /// Whether a second one offers to put it off: not what is asked once, nor what there is no time
    /// left to put off to.
    pub later: bool,
}

/// The codes of notices that are not those of a stage.
pub const CODES: [&str; 7] = [
    "ask_nobody",
    "nobody",
    "question",
    "several",
    "questions",
    "mixed",
    "discreet",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_back_and_another_s_is_not() {
        for about in [
            About::Interview("0a".into()),
            About::Question("0a".into()),
            About::Several(-7),
        ] {
            assert_eq!(About::of_id(&about.id()), Some(about));
        }
        for id in ["", "interview", "interviews:", "interviews:x", "other:1"] {
            assert_eq!(About::of_id(id), None, "{id}");
        }
    }
}
