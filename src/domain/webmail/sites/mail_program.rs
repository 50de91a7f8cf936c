//! Whatever the system opens for `mailto:`: no page, so nothing but a link.

use super::{Link, Service};

pub(super) static SERVICE: Service = Service::linked("mail_program", &[], Link::Mailto);
