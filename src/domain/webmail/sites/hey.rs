//! HEY: only its link is known.

use super::{Empty, Link, Service};

pub(super) static SERVICE: Service = Service::linked(
    "hey",
    &["app.hey.com"],
    Link::Wrapped(
        "https://app.hey.com/mailto/",
        Empty::Mailbox("https://app.hey.com/"),
    ),
);
