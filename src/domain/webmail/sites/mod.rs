//! Everything that is known of each webmail: its addresses, what its compose windows look like, how it
//! shows that a message was sent. Data, one file per service, and its line in `SERVICES`.
//!
//! None of the services promises any of this. Each hook may fail: the next layout is tried, then the
//! generic one, and in the end the note goes through the clipboard. Hooks depend on no language, or
//! come from the tables in `labels.rs`.

mod fastmail;
mod generic;
mod gmail;
mod hey;
mod icloud;
mod labels;
mod mail_program;
mod outlook;
mod proton;
mod roundcube;
mod tuta;
mod yahoo;
mod zoho;

use super::{
    encode::server,
    provider::{Place, Provider},
    sending::Sending,
};

pub(super) use labels::{expand, sent_words};

/// The one that is always there.
pub(super) static MAIL_PROGRAM: &Service = &mail_program::SERVICE;

/// All services, in the order a list shows them.
pub(super) static SERVICES: [&Service; 12] = [
    &gmail::SERVICE,
    &outlook::PERSONAL,
    &outlook::WORK,
    &yahoo::SERVICE,
    &proton::SERVICE,
    &fastmail::SERVICE,
    &icloud::SERVICE,
    &zoho::SERVICE,
    &tuta::SERVICE,
    &hey::SERVICE,
    &roundcube::SERVICE,
    &mail_program::SERVICE,
];

/// What is known of a service.
#[derive(Debug)]
pub(super) struct Service {
    /// See [`Provider::code`].
    pub code: &'static str,
    /// See [`Provider::place`].
    pub place: Place,
    /// See [`Provider::hosts`].
    pub hosts: &'static [&'static str],
    /// See [`Provider::switch`].
    pub switch: Option<&'static str>,
    /// See [`Provider::link`].
    pub link: Link,
    /// Its compose windows, newest layout first.
    pub layouts: &'static [Layout],
    /// What surrounds *Send*.
    pub sending: Sending,
}

impl Service {
    /// A service of which nothing but a link is known.
    const fn linked(code: &'static str, hosts: &'static [&'static str], link: Link) -> Self {
        Self {
            code,
            place: Place::None,
            hosts,
            switch: None,
            link,
            layouts: &[],
            sending: generic::SENDING,
        }
    }
}

/// How a compose window is opened with a draft in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// By parameters: the address, in which `{account}` or `{server}` stands for the place, and the
    /// names of recipient, subject and text.
    Parameters(&'static str, [&'static str; 3]),
    /// By a whole `mailto:` address, encoded once more: what stands before it, and where to go without a
    /// draft.
    Wrapped(&'static str, Empty),
    /// By a `mailto:` address.
    Mailto,
    /// It takes nothing from a link.
    Bare(&'static str),
}

/// Where to go without a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    /// To an empty compose window.
    Window(&'static str),
    /// To the mailbox: no address for an empty window is known.
    Mailbox(&'static str),
}

/// The names that most services have.
const USUAL: [&str; 3] = ["to", "subject", "body"];

/// One layout of a compose window. Selectors are tried in order; `{subject}`, `{to}` and `{body}`
/// stand for each label of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Which one it is, for reports: service and generation.
    pub name: &'static str,
    /// Frames that hold the editor; empty when it is in the page itself.
    pub frame: &'static [&'static str],
    /// The editor.
    pub body: &'static [&'static str],
    /// What is in the editor but not the user's: signature, quoted text.
    pub below: &'static [&'static str],
    /// The subject field.
    pub subject: &'static [&'static str],
    /// A field that takes an address.
    pub recipient: &'static [&'static str],
    /// What shows a recipient that is set; its value, text or attributes carry the address.
    pub recipients: &'static [&'static str],
    /// Ways to put text in, in order.
    pub ways: &'static [Way],
    /// Whether a subject field must be near: without it, any text field of any page would do.
    pub needs_subject: bool,
}

/// A way to put text into an editor so that the editor notices and can undo it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// As if typed (`insertText`): plain editors and fields.
    Type,
    /// As if pasted: editors with a model of their own, which ignore changes behind their back.
    Paste,
    /// As announced by `beforeinput`, line by line.
    Announce,
}

impl Way {
    /// What the script calls it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Paste => "paste",
            Self::Announce => "announce",
        }
    }
}

/// The service at an address; `own_server` is the one that the user named.
#[must_use]
pub fn provider_at(url: &str, own_server: &str) -> Option<Provider> {
    if let Some(own) = server(own_server)
        && url.starts_with(&own)
    {
        return Provider::all().find(|it| it.place() == Place::Server);
    }
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    (scheme == "https")
        .then(|| Provider::all().find(|it| it.hosts().contains(&host)))
        .flatten()
}

/// The layouts to try at a service, newest first; the generic ones come last.
#[must_use]
pub fn layouts(provider: Option<Provider>) -> Vec<Layout> {
    // A server at an address of its own is most often a Roundcube.
    let own = provider.map_or(&roundcube::LAYOUTS[..], Provider::layouts);
    own.iter().chain(&generic::LAYOUTS).copied().collect()
}

/// The address of the user's own server as a scheme and a host; `None` when it is none.
#[must_use]
pub fn own_host(own_server: &str) -> Option<String> {
    let whole = server(own_server)?;
    let (scheme, rest) = whole.split_once("://")?;
    let host = rest.split(['/', ':']).next()?;
    Some(format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_is_known_by_its_exact_address() {
        for (url, expected) in [
            ("https://mail.google.com/mail/u/0/#inbox", Some("gmail")),
            ("https://mail.google.com", Some("gmail")),
            (
                "https://outlook.cloud.microsoft/mail/",
                Some("outlook_work"),
            ),
            ("https://mail.example.org/rc/?_task=mail", Some("roundcube")),
            ("https://mail.example.org/other/", None),
            ("http://mail.google.com/mail/", None),
            ("https://mail.google.com.evil.example/", None),
            ("https://evil.example/mail.google.com/", None),
            ("https://mail.google.com@evil.example/", None),
            ("https://mail.google.com:444/", None),
            ("chrome://settings", None),
            ("", None),
        ] {
            let found = provider_at(url, "https://mail.example.org/rc");
            assert_eq!(found.map(Provider::code), expected, "{url}");
        }
    }

    #[test]
    fn without_a_server_of_their_own_nobody_has_a_roundcube() {
        for own in ["", "javascript:", "https://"] {
            assert_eq!(provider_at("https://mail.example.org/", own), None);
        }
    }

    #[test]
    fn every_service_ends_with_a_layout_that_may_fit_anywhere() {
        for provider in Provider::all().map(Some).chain([None]) {
            let found = layouts(provider);
            assert!(
                found
                    .last()
                    .is_some_and(|it| it.name.starts_with("generic"))
            );
            for it in found {
                assert!(!it.body.is_empty() && !it.ways.is_empty(), "{}", it.name);
                assert!(!it.needs_subject || !it.subject.is_empty(), "{}", it.name);
            }
        }
    }

    #[test]
    fn where_the_service_is_not_known_a_subject_must_be_near() {
        assert!(generic::LAYOUTS.iter().all(|it| it.needs_subject));
    }
}
