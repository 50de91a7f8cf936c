//! The webmail services known.

/// A mail service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Provider {
    /// Gmail and Google Workspace.
    #[default]
    Gmail,
    /// Outlook.com.
    OutlookPersonal,
    /// Outlook for work or school.
    OutlookWork,
    /// Yahoo Mail.
    Yahoo,
    /// Proton Mail.
    Proton,
    /// Fastmail.
    Fastmail,
    /// Whatever the system opens for `mailto:`.
    MailProgram,
}

impl Provider {
    /// All, in the order a list shows them.
    pub const ALL: [Self; 7] = [
        Self::Gmail,
        Self::OutlookPersonal,
        Self::OutlookWork,
        Self::Yahoo,
        Self::Proton,
        Self::Fastmail,
        Self::MailProgram,
    ];

    /// Stable code, used in storage and messages; the name is `provider_<code>` in `_locales`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Gmail => "gmail",
            Self::OutlookPersonal => "outlook",
            Self::OutlookWork => "outlook_work",
            Self::Yahoo => "yahoo",
            Self::Proton => "proton",
            Self::Fastmail => "fastmail",
            Self::MailProgram => "mail_program",
        }
    }

    /// The provider of a code; `None` for an unknown one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}
