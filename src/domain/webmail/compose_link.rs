//! Deep links that open a compose window with the draft in it.
//!
//! Facts about the services: none of them documents all of this; a link that a service stops
//! understanding still opens it, and the text is a *Copy* away.

#[cfg(test)]
mod injection;
#[cfg(test)]
mod tests;

use super::{
    encode::{encode, one_line, server, sound_address},
    provider::Provider,
    sites::{Empty, Link},
};

/// A mailbox: a service, and which account or server of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mailbox<'a> {
    /// The service.
    pub provider: Provider,
    /// Account or server, as [`Provider::place`] says; may be empty.
    pub place: &'a str,
}

/// What goes into the link. Everything may be empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Draft<'a> {
    /// Address of the recipient.
    pub to: &'a str,
    /// Subject line.
    pub subject: &'a str,
    /// Text.
    pub body: &'a str,
}

/// How much of a draft is in a link. What is not goes through *Insert here* or the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carries {
    /// All of it.
    Everything,
    /// Recipient and subject.
    Head,
    /// Nothing: an empty compose window opens.
    Nothing,
    /// Nothing, and it leads to the mailbox: the user begins a message there.
    Mailbox,
}

/// An address to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComposeLink {
    /// The address.
    pub url: String,
    /// What is in it.
    pub carries: Carries,
    /// The draft has an address that cannot go into a link; the user has to set the recipient.
    pub unaddressed: bool,
}

/// Longest link, encoded: mail programs and services cut links from about 2,000 characters on.
const LONGEST: usize = 1_800;

/// The link for a draft; `None` when the mailbox needs a server and the place is none.
///
/// A name, address, subject or body from an event can never add a header or parameter. An address
/// that is none is left out.
#[must_use]
pub fn compose_link(mailbox: Mailbox<'_>, draft: Draft<'_>) -> Option<ComposeLink> {
    if matches!(mailbox.provider.link(), Link::Bare(_)) {
        return empty_link(mailbox);
    }
    let subject = one_line(draft.subject);
    let to = sound_address(draft.to);
    let unaddressed = to.is_none() && !draft.to.trim().is_empty();
    let draft = Draft {
        to: to.unwrap_or_default(),
        subject: &subject,
        ..draft
    };
    let full = link(mailbox, draft)?;
    if full.len() <= LONGEST {
        return Some(ComposeLink {
            url: full,
            carries: Carries::Everything,
            unaddressed,
        });
    }
    // A subject that does not fit is cut, for it must not cost the address. Each of its letters takes up to
    // twenty characters.
    for longest in [usize::MAX, 120, 60, 20, 0] {
        let short: String = draft.subject.chars().take(longest).collect();
        let head = Draft {
            subject: short.trim_end(),
            body: "",
            ..draft
        };
        let url = link(mailbox, head)?;
        if url.len() <= LONGEST || longest == 0 {
            let carries = Carries::Head;
            return Some(ComposeLink {
                url,
                carries,
                unaddressed,
            });
        }
    }
    None
}

/// The link to an empty compose window: no draft in the browser's history or a server's log.
#[must_use]
pub fn empty_link(mailbox: Mailbox<'_>) -> Option<ComposeLink> {
    let carries = match mailbox.provider.link() {
        Link::Bare(_) | Link::Wrapped(_, Empty::Mailbox(_)) => Carries::Mailbox,
        _ => Carries::Nothing,
    };
    Some(ComposeLink {
        url: link(mailbox, Draft::default())?,
        carries,
        unaddressed: false,
    })
}

fn link(mailbox: Mailbox<'_>, draft: Draft<'_>) -> Option<String> {
    let is_empty = draft == Draft::default();
    let with = |base: &str, [to, subject, body]: [&str; 3]| {
        let query = parameters(&[(to, draft.to), (subject, draft.subject), (body, draft.body)]);
        let joint = match (query.is_empty(), base.contains('?')) {
            (true, _) => "",
            (false, true) => "&",
            (false, false) => "?",
        };
        format!("{base}{joint}{query}")
    };
    // Services that read a whole `mailto:` address get it encoded once more.
    let wrapped = |base: &str, empty: Empty| match empty {
        Empty::Window(address) | Empty::Mailbox(address) if is_empty => address.to_owned(),
        _ => format!("{base}{}", encode(&mailto(draft))),
    };
    Some(match mailbox.provider.link() {
        Link::Parameters(base, names) => with(&placed(base, mailbox.place)?, names),
        Link::Wrapped(before, empty) => wrapped(before, empty),
        Link::Mailto => mailto(draft),
        Link::Bare(address) => address.to_owned(),
    })
}

/// An address with what it says of the mailbox; `None` when it needs a server and the place is none.
fn placed(base: &str, place: &str) -> Option<String> {
    if base.contains("{server}") {
        return Some(base.replace("{server}", &server(place)?));
    }
    Some(base.replace("{account}", &account(place)))
}

/// The folder of a Gmail account: by its number among those signed in, or by its address.
fn account(place: &str) -> String {
    let place = place.trim();
    let is_number = (1..=2).contains(&place.len()) && place.bytes().all(|it| it.is_ascii_digit());
    if is_number {
        format!("u/{place}/")
    } else if let Some(address) = sound_address(place).filter(|it| !it.contains(['/', '?', '%'])) {
        format!("u/{}/", encode(address).replace("%40", "@"))
    } else {
        String::new()
    }
}

/// RFC 6068.
fn mailto(draft: Draft<'_>) -> String {
    let query = parameters(&[("subject", draft.subject), ("body", draft.body)]);
    let question = if query.is_empty() { "" } else { "?" };
    // `@` may stand as it is in the address.
    let address = encode(draft.to).replace("%40", "@");
    format!("mailto:{address}{question}{query}")
}

fn parameters(all: &[(&str, &str)]) -> String {
    all.iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect::<Vec<_>>()
        .join("&")
}
