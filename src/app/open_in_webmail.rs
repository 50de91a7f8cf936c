//! The address that opens a draft in the user's webmail.

use crate::domain::webmail::{
    compose_link::{ComposeLink, compose_link},
    provider::Provider,
};

/// The link for a draft. An unknown provider code opens the system's mail program.
#[must_use]
pub fn open_in_webmail(provider: &str, to: &str, subject: &str, body: &str) -> ComposeLink {
    let provider = Provider::from_code(provider).unwrap_or(Provider::MailProgram);
    compose_link(provider, to, subject, body)
}

/// Codes of the mail services to choose from, in the order a list shows them.
#[must_use]
pub fn providers() -> [&'static str; Provider::ALL.len()] {
    Provider::ALL.map(Provider::code)
}
