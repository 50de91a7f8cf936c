//! What the compose windows of each webmail look like: selectors as data, one file per service.
//!
//! None of the services promises any of this. Each hook may fail: the next layout is tried, then the
//! generic one, and in the end the note goes through the clipboard. Hooks depend on no language, or
//! come from the tables in `labels.rs`.

mod fastmail;
mod generic;
mod gmail;
mod labels;
mod outlook;
mod proton;
mod roundcube;
mod yahoo;

use super::{encode::server, provider::Provider, sending::Sending};

pub(super) use labels::{expand, sent_words};

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

/// Hosts of the services that are known; each exactly.
const HOSTS: [(&str, Provider); 14] = [
    ("mail.google.com", Provider::Gmail),
    ("outlook.live.com", Provider::OutlookPersonal),
    ("outlook.office.com", Provider::OutlookWork),
    ("outlook.office365.com", Provider::OutlookWork),
    ("outlook.cloud.microsoft", Provider::OutlookWork),
    ("mail.yahoo.com", Provider::Yahoo),
    ("compose.mail.yahoo.com", Provider::Yahoo),
    ("mail.proton.me", Provider::Proton),
    ("app.fastmail.com", Provider::Fastmail),
    ("www.icloud.com", Provider::Icloud),
    ("mail.zoho.com", Provider::Zoho),
    ("mail.tutanota.com", Provider::Tuta),
    ("app.tuta.com", Provider::Tuta),
    ("app.hey.com", Provider::Hey),
];

/// The service at an address; `own_server` is the one that the user named.
#[must_use]
pub fn provider_at(url: &str, own_server: &str) -> Option<Provider> {
    if let Some(own) = server(own_server)
        && url.starts_with(&own)
    {
        return Some(Provider::Roundcube);
    }
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    (scheme == "https")
        .then(|| HOSTS.iter().find(|(it, _)| *it == host))
        .flatten()
        .map(|(_, it)| *it)
}

/// The layouts to try at a service, newest first; the generic ones come last.
#[must_use]
pub fn layouts(provider: Option<Provider>) -> Vec<Layout> {
    let own: &[Layout] = match provider {
        Some(Provider::Gmail) => &gmail::LAYOUTS,
        Some(Provider::OutlookPersonal | Provider::OutlookWork) => &outlook::LAYOUTS,
        Some(Provider::Yahoo) => &yahoo::LAYOUTS,
        Some(Provider::Proton) => &proton::LAYOUTS,
        Some(Provider::Fastmail) => &fastmail::LAYOUTS,
        Some(Provider::Roundcube) | None => &roundcube::LAYOUTS,
        Some(_) => &[],
    };
    own.iter().chain(&generic::LAYOUTS).copied().collect()
}

/// What surrounds *Send* at a service.
pub(super) fn sending(provider: Provider) -> Sending {
    match provider {
        Provider::Gmail => gmail::SENDING,
        Provider::OutlookPersonal | Provider::OutlookWork => outlook::SENDING,
        Provider::Yahoo => yahoo::SENDING,
        Provider::Proton => proton::SENDING,
        Provider::Fastmail => fastmail::SENDING,
        Provider::Roundcube => roundcube::SENDING,
        _ => generic::SENDING,
    }
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
            (
                "https://mail.google.com/mail/u/0/#inbox",
                Some(Provider::Gmail),
            ),
            ("https://mail.google.com", Some(Provider::Gmail)),
            (
                "https://outlook.cloud.microsoft/mail/",
                Some(Provider::OutlookWork),
            ),
            (
                "https://mail.example.org/rc/?_task=mail",
                Some(Provider::Roundcube),
            ),
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
            assert_eq!(found, expected, "{url}");
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
        for provider in Provider::ALL.map(Some).into_iter().chain([None]) {
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
