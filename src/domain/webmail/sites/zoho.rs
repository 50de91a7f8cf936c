//! Zoho Mail: only its link is known.

use super::{Empty, Link, Service};

pub(super) static SERVICE: Service = Service::linked(
    "zoho",
    &["mail.zoho.com"],
    Link::Wrapped(
        "https://mail.zoho.com/zm/comp.do?ct=",
        Empty::Window("https://mail.zoho.com/zm/comp.do"),
    ),
);
