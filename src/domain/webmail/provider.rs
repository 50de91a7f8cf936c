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
    /// iCloud Mail; it takes nothing from a link.
    Icloud,
    /// Zoho Mail.
    Zoho,
    /// Tuta.
    Tuta,
    /// HEY.
    Hey,
    /// A Roundcube at its own address.
    Roundcube,
    /// Whatever the system opens for `mailto:`.
    MailProgram,
}

impl Provider {
    /// All, in the order a list shows them.
    pub const ALL: [Self; 12] = [
        Self::Gmail,
        Self::OutlookPersonal,
        Self::OutlookWork,
        Self::Yahoo,
        Self::Proton,
        Self::Fastmail,
        Self::Icloud,
        Self::Zoho,
        Self::Tuta,
        Self::Hey,
        Self::Roundcube,
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
            Self::Icloud => "icloud",
            Self::Zoho => "zoho",
            Self::Tuta => "tuta",
            Self::Hey => "hey",
            Self::Roundcube => "roundcube",
            Self::MailProgram => "mail_program",
        }
    }

    /// The provider of a code; `None` for an unknown one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// What the user may say about their mailbox, so that the link leads to the right one.
    #[must_use]
    pub const fn place(self) -> Place {
        match self {
            Self::Gmail => Place::Account,
            Self::Roundcube => Place::Server,
            _ => Place::None,
        }
    }
}

/// What tells one mailbox of a provider from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nothing.
    None,
    /// Number or address of an account that is signed in; may be left out.
    Account,
    /// Address of the server; without it there is no link.
    Server,
}
