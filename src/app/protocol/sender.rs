//! Who may ask what: extension pages may ask everything, nobody else may ask anything yet.

use super::super::error::AppError;

/// What the browser says about the sender of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// Id of the sending extension.
    pub extension_id: Option<String>,
    /// Address of the sending page or frame.
    pub url: Option<String>,
}

/// Accepts a message only from a page of this extension.
///
/// # Errors
/// [`AppError::NotAllowed`] for content scripts, web pages and other extensions.
pub fn require_own_page(sender: &Sender, own_id: &str, own_origin: &str) -> Result<(), AppError> {
    let own = sender.extension_id.as_deref() == Some(own_id);
    let page = sender
        .url
        .as_deref()
        .and_then(|url| url.strip_prefix(own_origin))
        .is_some_and(|rest| rest.starts_with('/'));
    if own && page {
        Ok(())
    } else {
        Err(AppError::NotAllowed)
    }
}

/// Whether it is a script of this extension in a page of this origin.
#[must_use]
pub fn is_own_script_at(sender: &Sender, own_id: &str, origin: &str) -> bool {
    let at = sender
        .url
        .as_deref()
        .and_then(|url| url.strip_prefix(origin))
        .is_some_and(|rest| rest.starts_with('/'));
    at && sender.extension_id.as_deref() == Some(own_id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(id: &str, url: &str, allowed: bool) {
        let sender = Sender {
            extension_id: Some(id.to_owned()),
            url: Some(url.to_owned()),
        };
        let answer = require_own_page(&sender, "own", "chrome-extension://own");
        assert_eq!(answer.is_ok(), allowed, "{id} {url}");
    }

    #[test]
    fn only_pages_of_this_extension_may_ask() {
        check("own", "chrome-extension://own/popup.html", true);
        check("own", "chrome-extension://own/options.html#x", true);
        check("other", "chrome-extension://own/popup.html", false);
        check("own", "https://mail.google.com/mail/u/0/", false);
        check(
            "own",
            "chrome-extension://own.evil.example/popup.html",
            false,
        );
    }

    #[test]
    fn a_sender_without_id_or_address_is_refused() {
        let sender = Sender {
            extension_id: None,
            url: None,
        };
        assert_eq!(
            require_own_page(&sender, "own", "chrome-extension://own"),
            Err(AppError::NotAllowed)
        );
    }
}
