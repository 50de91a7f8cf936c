//! The one error type that surfaces see, with a stable code and a kind that tells what to do.

use std::fmt;

/// Who can do something about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The user: the message says what to do.
    NeedsUser,
    /// Nobody: it passes, try again.
    Retry,
    /// Us.
    Bug,
}

/// Which part of a form is not usable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// An own address that is none.
    Emails,
    /// No employer.
    Employer,
    /// A start that is years away.
    Start,
    /// An end before the start, or days after it.
    End,
    /// A time of day that is none.
    QuietHours,
    /// No address that a calendar can be fetched from.
    FeedAddress,
    /// Nobody met, somebody twice, or somebody without name and address.
    People,
    /// A webmail server whose address is not known.
    Server,
}

impl Field {
    const fn code(self) -> &'static str {
        match self {
            Self::Emails => "invalid_emails",
            Self::Employer => "invalid_employer",
            Self::Start => "invalid_start",
            Self::End => "invalid_end",
            Self::QuietHours => "invalid_quiet_hours",
            Self::FeedAddress => "invalid_feed_address",
            Self::People => "invalid_people",
            Self::Server => "invalid_server",
        }
    }
}

/// What can go wrong in a use case. Carries no event text and no address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AppError {
    /// The person has been thanked for this interview.
    AlreadyThanked,
    /// The note cannot take this step now.
    IllegalStep,
    /// No such interview or person: it was deleted elsewhere.
    NotFound,
    /// The input of a form is not usable.
    InvalidInput(Field),
    /// The storage holds data of a newer version of the extension.
    NewerData,
    /// The storage refused to write because it is full.
    StorageFull,
    /// The storage refused for another reason.
    StorageFailed,
    /// The background did not answer.
    BackgroundUnavailable,
    /// The sender may not ask this.
    NotAllowed,
    /// The message was not understood.
    UnknownRequest,
    /// A file is no backup of ours.
    NoBackup,
    /// A record that was set aside cannot be put back.
    StillDamaged,
    /// The browser refused something else; the code of the API.
    Browser(&'static str),
}

impl AppError {
    /// One of each, for those who need every code.
    pub const ALL: [Self; 20] = [
        Self::InvalidInput(Field::FeedAddress),
        Self::AlreadyThanked,
        Self::IllegalStep,
        Self::NotFound,
        Self::InvalidInput(Field::Emails),
        Self::InvalidInput(Field::Employer),
        Self::InvalidInput(Field::Start),
        Self::InvalidInput(Field::End),
        Self::InvalidInput(Field::People),
        Self::InvalidInput(Field::Server),
        Self::InvalidInput(Field::QuietHours),
        Self::NewerData,
        Self::StorageFull,
        Self::StorageFailed,
        Self::BackgroundUnavailable,
        Self::NotAllowed,
        Self::UnknownRequest,
        Self::NoBackup,
        Self::StillDamaged,
        Self::Browser(""),
    ];

    /// Stable code that crosses the wire; the text is `error_<code>` in `_locales`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AlreadyThanked => "already_thanked",
            Self::IllegalStep => "illegal_step",
            Self::NotFound => "not_found",
            Self::InvalidInput(field) => field.code(),
            Self::NewerData => "newer_data",
            Self::StorageFull => "storage_full",
            Self::StorageFailed => "storage_failed",
            Self::BackgroundUnavailable => "background_unavailable",
            Self::NotAllowed => "not_allowed",
            Self::UnknownRequest => "unknown_request",
            Self::NoBackup => "no_backup",
            Self::StillDamaged => "still_damaged",
            Self::Browser(_) => "browser",
        }
    }

    /// Who can do something about it.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::AlreadyThanked
            | Self::NotFound
            | Self::InvalidInput(_)
            | Self::NewerData
            | Self::NoBackup
            | Self::StillDamaged
            | Self::StorageFull => ErrorKind::NeedsUser,
            Self::StorageFailed | Self::BackgroundUnavailable => ErrorKind::Retry,
            Self::IllegalStep | Self::NotAllowed | Self::UnknownRequest | Self::Browser(_) => {
                ErrorKind::Bug
            }
        }
    }
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Browser(api) => write!(f, "the browser refused {api}"),
            other => f.write_str(other.code()),
        }
    }
}

impl std::error::Error for AppError {}
