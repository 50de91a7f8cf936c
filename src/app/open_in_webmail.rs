//! The address that opens a draft in the user's webmail.

use super::protocol::Profile;
use crate::domain::webmail::{
    compose_link::{Draft, Mailbox, compose_link, empty_link},
    provider::{Place, Provider},
};

pub use crate::domain::webmail::compose_link::{Carries, ComposeLink};

/// The link for a draft, as the profile wants it; `None` when the server of the webmail is not known.
/// An unknown provider code opens the system's mail program.
#[must_use]
pub fn open_in_webmail(
    profile: &Profile,
    provider: &str,
    to: &str,
    subject: &str,
    body: &str,
) -> Option<ComposeLink> {
    let mailbox = Mailbox {
        provider: Provider::from_code(provider).unwrap_or(Provider::mail_program()),
        // It belongs to the provider that was chosen with it.
        place: if provider == profile.provider {
            &profile.place
        } else {
            ""
        },
    };
    // A mail program keeps no history of addresses, and an empty window could not be filled there.
    if profile.open_empty && mailbox.provider != Provider::mail_program() {
        return empty_link(mailbox);
    }
    compose_link(mailbox, Draft { to, subject, body })
}

/// Codes of the mail services to choose from, in the order a list shows them.
#[must_use]
pub fn providers() -> Vec<&'static str> {
    Provider::all().map(Provider::code).collect()
}

/// What to ask about the mailbox of a provider: `account`, `server`, or nothing.
#[must_use]
pub fn place_of(provider: &str) -> Option<&'static str> {
    match Provider::from_code(provider)?.place() {
        Place::None => None,
        Place::Account => Some("account"),
        Place::Server => Some("server"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(provider: &str, place: &str, open_empty: bool) -> Profile {
        Profile {
            provider: provider.to_owned(),
            place: place.to_owned(),
            open_empty,
            ..Profile::default()
        }
    }

    #[test]
    fn an_account_is_that_of_the_preferred_service_only() {
        let profile = profile("roundcube", "mail.example.org", false);
        let own = open_in_webmail(&profile, "roundcube", "", "s", "").map(|it| it.url);
        assert_eq!(
            own.as_deref(),
            Some("https://mail.example.org/?_task=mail&_action=compose&_subject=s")
        );
        let other = open_in_webmail(&profile, "gmail", "", "s", "").map(|it| it.url);
        assert_eq!(
            other.as_deref(),
            Some("https://mail.google.com/mail/?view=cm&fs=1&su=s")
        );
    }

    #[test]
    fn whoever_wants_no_draft_in_the_history_gets_an_empty_window() {
        let profile = profile("gmail", "", true);
        let link = open_in_webmail(&profile, "gmail", "a@b.example", "s", "b").unwrap();
        assert_eq!(link.carries, Carries::Nothing);
        assert!(!link.url.contains("b.example"));
        let program = open_in_webmail(&profile, "mail_program", "a@b.example", "s", "b").unwrap();
        assert_eq!(program.carries, Carries::Everything);
    }
}
