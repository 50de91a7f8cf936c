//! The status of one note, and which step may follow which.

/// Where the note to one person stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Nobody has asked the user yet what was talked about.
    ToAsk,
    /// The user has said what was talked about, or chose to write without.
    ToWrite,
    /// There is a draft.
    Drafted,
    /// The draft was put into webmail or copied; that is not "sent".
    Opened,
    /// The user said so, or the webmail showed it. Final except by an explicit undo.
    Sent,
    /// The user does not want to thank this person.
    Skipped,
    /// Too late: seven days have passed.
    Lapsed,
}

/// A step in the life of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The user answered what was talked about.
    Answer,
    /// A draft was composed or edited.
    Draft,
    /// The draft was put into webmail or copied.
    Open,
    /// It was sent.
    MarkSent,
    /// The user skips this person.
    Skip,
    /// Seven days have passed.
    Lapse,
    /// The user deliberately begins a second note to a person who has been thanked.
    WriteAgain,
}

/// A step that is not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransitionError {
    /// The person has been thanked for this interview; a second note needs a deliberate override.
    AlreadyThanked,
    /// The step does not follow from the status.
    Illegal {
        /// Where the note stands.
        from: Status,
        /// What was tried.
        step: Step,
    },
}

impl Status {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ToAsk => "to_ask",
            Self::ToWrite => "to_write",
            Self::Drafted => "drafted",
            Self::Opened => "opened",
            Self::Sent => "sent",
            Self::Skipped => "skipped",
            Self::Lapsed => "lapsed",
        }
    }

    /// The status of a code.
    #[must_use]
    pub fn from_code(_code: &str) -> Option<Self> {
        None
    }
}

/// One step.
///
/// # Errors
/// [`TransitionError`].
pub const fn apply(from: Status, step: Step) -> Result<Status, TransitionError> {
    Err(TransitionError::Illegal { from, step })
}
