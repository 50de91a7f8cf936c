//! How a webmail shows that a message has left, as data for the script in its pages.
//!
//! A click on *Send* proves nothing: it may be taken back, or fail. What counts is a sign that the
//! service shows afterwards. Where there is none, the user is asked.

use super::sites;

/// Hooks around *Send*. Selectors are tried all at once; `{send}` and `{discard}` stand for each
/// label of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sending {
    /// Buttons that send.
    pub send: &'static [&'static str],
    /// Buttons that throw the message away.
    pub discard: &'static [&'static str],
    /// Buttons that keep it, as a draft or to be sent later: whoever presses one has not sent.
    pub save: &'static [&'static str],
    /// What the service shows when it has sent, and only then.
    pub sign: &'static [&'static str],
    /// Whether a sign counts only with the words "message sent" in some language.
    pub sign_has_words: bool,
    /// Buttons that take a message back after it was sent.
    pub undo: &'static [&'static str],
}

/// Names of a button that no service has to share.
pub(super) const SEND_BY_LABEL: &[&str] = &[
    r#"button[aria-label="{send}" i]"#,
    r#"button[title^="{send} (" i]"#,
];
/// The same for throwing away.
pub(super) const DISCARD_BY_LABEL: &[&str] = &[
    r#"button[aria-label="{discard}" i]"#,
    r#"button[title="{discard}" i]"#,
];
/// Where pages say what has happened.
pub(super) const ANNOUNCED: &[&str] = &[r#"[role="status"]"#, r#"[role="alert"]"#, "[aria-live]"];

/// "Message sent" in every language known.
#[must_use]
pub fn sent_words() -> Vec<&'static str> {
    sites::sent_words()
}

#[cfg(test)]
mod tests {
    use super::{super::provider::Provider, *};

    #[test]
    fn every_service_has_a_button_that_sends_and_a_sign_or_the_words_for_it() {
        for provider in Provider::all() {
            let it = provider.sending();
            assert!(!it.send.is_empty() && !it.sign.is_empty(), "{provider:?}");
        }
    }

    #[test]
    fn the_words_say_that_it_is_done() {
        let words = sent_words();
        assert!(words.contains(&"message sent") && words.contains(&"nachricht gesendet"));
        assert!(words.iter().all(|it| it.to_lowercase() == **it));
    }
}
