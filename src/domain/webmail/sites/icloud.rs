//! iCloud Mail: it takes nothing from a link.

use super::{Link, Service};

pub(super) static SERVICE: Service = Service::linked(
    "icloud",
    &["www.icloud.com"],
    Link::Bare("https://www.icloud.com/mail/"),
);
