//! The status of one note, and which step may follow which.
//!
//! Undoing is not a step: the app takes the last change back from the history.

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
    /// All, in the order of a note's life.
    pub const ALL: [Self; 7] = [
        Self::ToAsk,
        Self::ToWrite,
        Self::Drafted,
        Self::Opened,
        Self::Sent,
        Self::Skipped,
        Self::Lapsed,
    ];

    /// Stable code for storage; the text is `status_<code>` in `_locales`.
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
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// The status after a step.
///
/// A skipped or lapsed note may be taken up again: a late note is the user's right.
///
/// # Errors
/// [`TransitionError`]; the status stays as it was.
pub const fn apply(from: Status, step: Step) -> Result<Status, TransitionError> {
    use Status::{Drafted, Lapsed, Opened, Sent, Skipped, ToAsk, ToWrite};
    let to = match (from, step) {
        (Sent, Step::WriteAgain) => ToWrite,
        (Sent, _) => return Err(TransitionError::AlreadyThanked),
        (_, Step::MarkSent) => Sent,
        (_, Step::Skip) => Skipped,
        (ToAsk | ToWrite | Skipped | Lapsed, Step::Answer) => ToWrite,
        (Drafted | Opened, Step::Answer) => from,
        // Corrections to what was put into webmail do not take it out again.
        (Opened, Step::Draft) => Opened,
        (_, Step::Draft) => Drafted,
        (Drafted | Opened, Step::Open) => Opened,
        (ToAsk | ToWrite | Drafted | Opened | Lapsed, Step::Lapse) => Lapsed,
        (ToAsk | ToWrite | Skipped | Lapsed, Step::Open)
        | (Skipped, Step::Lapse)
        | (_, Step::WriteAgain) => return Err(TransitionError::Illegal { from, step }),
    };
    Ok(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Columns: answer, draft, open, mark sent, skip, lapse, write again.
    /// `-` is illegal, `!` is "already thanked".
    const TABLE: &str = "
        to_ask   to_write drafted -      sent skipped lapsed -
        to_write to_write drafted -      sent skipped lapsed -
        drafted  drafted  drafted opened sent skipped lapsed -
        opened   opened   opened  opened sent skipped lapsed -
        sent     !        !       !      !    !       !      to_write
        skipped  to_write drafted -      sent skipped -      -
        lapsed   to_write drafted -      sent skipped lapsed -
    ";
    const STEPS: [Step; 7] = [
        Step::Answer,
        Step::Draft,
        Step::Open,
        Step::MarkSent,
        Step::Skip,
        Step::Lapse,
        Step::WriteAgain,
    ];

    #[test]
    fn every_step_from_every_status_is_decided() {
        let rows: Vec<&str> = TABLE.lines().filter(|it| !it.trim().is_empty()).collect();
        assert_eq!(rows.len(), Status::ALL.len());
        for row in rows {
            let words: Vec<&str> = row.split_whitespace().collect();
            let from = Status::from_code(words[0]).unwrap();
            for (step, expected) in STEPS.into_iter().zip(&words[1..]) {
                let found = match apply(from, step) {
                    Ok(to) => to.code(),
                    Err(TransitionError::AlreadyThanked) => "!",
                    Err(TransitionError::Illegal { .. }) => "-",
                };
                assert_eq!(found, *expected, "{from:?} {step:?}");
            }
        }
    }

    #[test]
    fn codes_are_read_back_and_unknown_ones_refused() {
        for status in Status::ALL {
            assert_eq!(Status::from_code(status.code()), Some(status));
        }
        assert_eq!(Status::from_code("thanked"), None);
    }
}
