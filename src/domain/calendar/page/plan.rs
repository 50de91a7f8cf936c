//! Where a script has to look in a page, as data: selectors are here and not in the script.

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

const fn own(name: &'static str, attribute: &'static str) -> Field {
    Field {
        name,
        near: "",
        below: "",
        attribute,
    }
}

const LINKS: &[Field] = &[
    own("href", "href"),
    own("type", "type"),
    own("download", "download"),
    own("text", ""),
    // Gmail: `type:name:address` of an attachment.
    own("attachment", "download_url"),
];

/// What to read from a page with this address; `None` when it is no web page.
#[must_use]
pub fn plan(address: &str) -> Option<Plan> {
    let origin = super::links::origin(address)?;
    let part = |name, each, most, longest, fields| Part {
        name,
        each,
        outermost: false,
        data: false,
        most,
        longest,
        fields,
    };
    let data = Part {
        data: true,
        ..part(
            "data",
            "script[type=\"application/ld+json\" i]",
            100,
            0,
            &[],
        )
    };
    let links = "a[href], link[type=\"text/calendar\" i], [download_url]";
    Some(Plan {
        origin,
        parts: vec![data, part("links", links, 3_000, 4_000, LINKS)],
        frames: true,
        items: true,
    })
}
