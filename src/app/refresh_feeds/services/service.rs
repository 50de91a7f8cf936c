//! The services: their names, addresses and rights, and the client that a build has with them.
//!
//! Client ids are set when the extension is built (`AFTERNOTE_GOOGLE_CLIENT_ID`,
//! `AFTERNOTE_MICROSOFT_CLIENT_ID`); a service without one is not offered.

use crate::app::feed_address::FeedAddress;

/// A service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// Google Calendar API.
    Google,
    /// Microsoft Graph.
    Microsoft,
}

/// What a build is to a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client {
    /// The client id.
    pub id: &'static str,
    /// Google wants one of clients of the type "Web application". It is no secret in an extension.
    pub secret: Option<&'static str>,
}

impl Service {
    /// All.
    pub const ALL: [Self; 2] = [Self::Google, Self::Microsoft];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Google => "google",
            Self::Microsoft => "microsoft",
        }
    }

    /// The service with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// What it calls itself, in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Google => "Google Calendar",
            Self::Microsoft => "Outlook",
        }
    }

    /// The client of this build; `None` where the service is not offered.
    #[must_use]
    pub fn client(self) -> Option<Client> {
        let (id, secret) = match self {
            Self::Google => (
                option_env!("AFTERNOTE_GOOGLE_CLIENT_ID"),
                option_env!("AFTERNOTE_GOOGLE_CLIENT_SECRET"),
            ),
            Self::Microsoft => (option_env!("AFTERNOTE_MICROSOFT_CLIENT_ID"), None),
        };
        Some(Client {
            id: id.filter(|it| !it.is_empty())?,
            secret: secret.filter(|it| !it.is_empty()),
        })
    }

    /// What all addresses of the interface begin with.
    pub(super) const fn api(self) -> &'static str {
        match self {
            Self::Google => "https://www.googleapis.com/calendar/v3/",
            Self::Microsoft => "https://graph.microsoft.com/v1.0/",
        }
    }

    /// Where the user is asked.
    pub(super) const fn authorization(self) -> &'static str {
        match self {
            Self::Google => "https://accounts.google.com/o/oauth2/v2/auth",
            Self::Microsoft => "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
        }
    }

    /// Where tokens are had.
    pub(super) const fn tokens(self) -> &'static str {
        match self {
            Self::Google => "https://oauth2.googleapis.com/token",
            Self::Microsoft => "https://login.microsoftonline.com/common/oauth2/v2.0/token",
        }
    }

    /// The least that shows which calendars there are and what is in them.
    pub(super) const fn scope(self) -> &'static str {
        match self {
            Self::Google => {
                "https://www.googleapis.com/auth/calendar.calendarlist.readonly \
                 https://www.googleapis.com/auth/calendar.events.readonly"
            }
            Self::Microsoft => "Calendars.Read offline_access",
        }
    }

    /// Where the user is sent back to, of what the browser offers. Google refuses addresses of a domain
    /// that the builder does not own, as Firefox's are; Firefox takes this one of the own computer for it
    /// (MDN, `identity`: "Getting the redirect URL").
    pub(super) fn redirect(self, offered: String) -> String {
        let name = offered.strip_prefix("https://");
        let name = name.and_then(|it| it.strip_suffix(".extensions.allizom.org/"));
        match (self, name) {
            (Self::Google, Some(name)) => format!("http://127.0.0.1/mozoauth2/{name}"),
            _ => offered,
        }
    }

    /// What each asks beyond the standard, so that it gives a token to ask on with.
    pub(super) const fn further(self) -> (&'static str, &'static str) {
        match self {
            Self::Google => ("access_type", "offline"),
            Self::Microsoft => ("response_mode", "query"),
        }
    }

    /// What the user is to be asked. Google gives a token to ask on with only on consent.
    pub(super) const fn prompt(self) -> &'static str {
        match self {
            Self::Google => "consent select_account",
            Self::Microsoft => "select_account",
        }
    }

    /// Whether consent runs out by the rules of the service while the user is still signed in there:
    /// Microsoft's for a client without a secret after a day.
    #[must_use]
    pub const fn renews_quietly(self) -> bool {
        matches!(self, Self::Microsoft)
    }

    /// The header `Prefer`.
    pub(super) const fn prefer(self) -> Option<&'static str> {
        match self {
            Self::Google => None,
            Self::Microsoft => Some("odata.maxpagesize=200, outlook.body-content-type=\"text\""),
        }
    }

    /// The hosts that are read from, as browsers write permissions.
    #[must_use]
    pub fn permissions(self) -> Vec<String> {
        [self.api(), self.tokens()]
            .into_iter()
            .filter_map(FeedAddress::parse)
            .map(|it| it.permission())
            .collect()
    }

    /// Whether an address belongs to the interface.
    #[must_use]
    pub fn is_api(self, address: &FeedAddress) -> bool {
        address.credentials().is_none() && address.fetched().starts_with(self.api())
    }
}
