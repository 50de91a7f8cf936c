//! Tuta: only its link is known.

use super::{Empty, Link, Service};

pub(super) static SERVICE: Service = Service::linked(
    "tuta",
    &["mail.tutanota.com", "app.tuta.com"],
    Link::Wrapped(
        "https://mail.tutanota.com/mailto#url=",
        Empty::Mailbox("https://mail.tutanota.com/"),
    ),
);
