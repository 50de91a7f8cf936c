//! What the background answers.

use serde::{Deserialize, Serialize};

use super::super::error::{AppError, ErrorKind};

/// What is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Reply {
    /// Carried out.
    Done,
    /// Instead of [`Reply::Done`] where something is put right: it was so already, and there is nothing
    /// to take back.
    Unchanged,
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
