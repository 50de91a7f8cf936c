//! What an account of a service granted, on its way from the page where the user agreed to the
//! background.

use serde::{Deserialize, Serialize};

/// An account, its tokens, and the calendars that were chosen of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Connection {
    /// Code of the service.
    pub service: String,
    /// Address of the account; empty where the service does not tell.
    pub account: String,
    /// The client that the tokens were given to.
    pub client: String,
    /// The access token: a credential.
    pub access: String,
    /// Until when it is taken, milliseconds since 1970 UTC.
    pub until_ms: i64,
    /// What a newer one is had for: a credential.
    #[serde(default)]
    pub refresh: Option<String>,
    /// The calendars.
    pub calendars: Vec<ChosenCalendar>,
}

/// A calendar to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChosenCalendar {
    /// Where its events are.
    pub address: String,
    /// What the account calls it.
    pub name: String,
}

impl std::fmt::Debug for Connection {
    /// Without the tokens and the account.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Connection")
            .field("service", &self.service)
            .finish_non_exhaustive()
    }
}
