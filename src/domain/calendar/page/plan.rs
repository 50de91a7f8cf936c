//! Where a script has to look in a page, as data: selectors are here and not in the script.

use super::{google, links, mail, outlook};

/// What to read from a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Scheme and host of the page that it is for; nothing is read from another.
    pub origin: String,
    /// What to look for.
    pub parts: Vec<Part>,
    /// In frames of the same origin too.
    pub frames: bool,
    /// Microdata too.
    pub items: bool,
}

/// Elements of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name in the snapshot.
    pub name: &'static str,
    /// Selector.
    pub each: &'static str,
    /// Not those inside another.
    pub outermost: bool,
    /// The element holds JSON.
    pub data: bool,
    /// No more of them.
    pub most: u32,
    /// No longer texts.
    pub longest: u32,
    /// What to take of each.
    pub fields: &'static [Field],
}

/// One text of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the snapshot.
    pub name: &'static str,
    /// Selector of the element around it to begin with; empty for the element itself.
    pub near: &'static str,
    /// Selector of an element inside that one; empty for that one.
    pub below: &'static str,
    /// An attribute; empty for its text.
    pub attribute: &'static str,
}

impl Field {
    /// A text of the element itself.
    pub(super) const fn own(name: &'static str, attribute: &'static str) -> Self {
        Self {
            name,
            near: "",
            below: "",
            attribute,
        }
    }

    /// A text of an element around it.
    pub(super) const fn near(
        name: &'static str,
        near: &'static str,
        attribute: &'static str,
    ) -> Self {
        Self {
            near,
            ..Self::own(name, attribute)
        }
    }

    /// A text of an element in it.
    pub(super) const fn below(
        name: &'static str,
        below: &'static str,
        attribute: &'static str,
    ) -> Self {
        Self {
            below,
            ..Self::own(name, attribute)
        }
    }
}

impl Part {
    /// Elements without those inside another.
    pub(super) const fn new(
        name: &'static str,
        each: &'static str,
        most: u32,
        longest: u32,
        fields: &'static [Field],
    ) -> Self {
        Self {
            name,
            each,
            outermost: true,
            data: false,
            most,
            longest,
            fields,
        }
    }
}

const LINKS: &[Field] = &[
    Field::own("href", "href"),
    Field::own("type", "type"),
    Field::own("download", "download"),
    Field::own("text", ""),
    // Gmail: `type:name:address` of an attachment.
    Field::own("attachment", "download_url"),
];

/// What to read from a page with this address when the user asks for it; `None` when it is no web page.
#[must_use]
pub fn plan(address: &str) -> Option<Plan> {
    let calendar = watched(address);
    // Outlook's mail is at the hosts of its calendar, and shows invitations and their files.
    if calendar.is_some() && !is_mail(address) {
        return calendar;
    }
    let data = Part {
        data: true,
        ..Part::new(
            "data",
            "script[type=\"application/ld+json\" i]",
            100,
            0,
            &[],
        )
    };
    let links = "a[href], link[type=\"text/calendar\" i], [download_url]";
    let origin = links::origin(address)?;
    let host = origin.split_once("://").map_or("", |(_, host)| host);
    let mut parts = calendar.map(|it| it.parts).unwrap_or_default();
    parts.extend(mail::parts(host));
    parts.extend([data, Part::new("links", links, 3_000, 4_000, LINKS)]);
    Some(Plan {
        origin,
        parts,
        frames: true,
        items: true,
    })
}

/// What to read from a calendar page that is looked at by itself: its events and nothing else, whatever
/// else is at its host; `None` for every other page.
#[must_use]
pub fn watched(address: &str) -> Option<Plan> {
    let origin = links::origin(address)?;
    let parts = match Site::of(&origin)? {
        Site::Google => google::parts(),
        Site::Outlook => outlook::parts(),
    };
    Some(Plan {
        origin,
        parts,
        frames: false,
        items: false,
    })
}

/// Whether it is a page of Outlook's mail.
fn is_mail(address: &str) -> bool {
    let path = address.splitn(4, '/').nth(3).unwrap_or_default();
    path == "mail" || path.starts_with("mail/")
}

/// A calendar whose page can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// Google Calendar.
    Google,
    /// Outlook on the web. Its mail is at the same hosts: what it shows is no harm there.
    Outlook,
}

impl Site {
    /// The calendar at an origin.
    #[must_use]
    pub fn of(origin: &str) -> Option<Self> {
        let host = origin.strip_prefix("https://")?;
        if host == google::HOST {
            Some(Self::Google)
        } else {
            outlook::HOSTS.contains(&host).then_some(Self::Outlook)
        }
    }
}
