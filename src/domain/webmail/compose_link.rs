//! Deep links that open a compose window with the draft in it.

use super::provider::Provider;

/// An address to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComposeLink {
    /// The address.
    pub url: String,
    /// Whether the body is in it; if not, it goes through the clipboard.
    pub carries_body: bool,
}

/// The link for a draft; `to` may be empty. A name, address, subject or body from an event can
/// never add a header or parameter.
#[must_use]
pub fn compose_link(_provider: Provider, _to: &str, _subject: &str, _body: &str) -> ComposeLink {
    ComposeLink {
        url: String::new(),
        carries_body: false,
    }
}
