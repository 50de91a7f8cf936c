//! The webmail services known, as a choice. What is known of each is one file in `sites/`.

use std::fmt;

use super::{
    sending::Sending,
    sites::{Layout, Link, MAIL_PROGRAM, SERVICES, Service},
};

/// A mail service.
#[derive(Clone, Copy)]
pub struct Provider(&'static Service);

impl Provider {
    /// All, in the order a list shows them.
    pub fn all() -> impl Iterator<Item = Self> {
        SERVICES.iter().map(|it| Self(it))
    }

    /// Whatever the system opens for `mailto:`.
    #[must_use]
    pub fn mail_program() -> Self {
        Self(MAIL_PROGRAM)
    }

    /// Stable code, used in storage and messages; the name is `provider_<code>` in `_locales`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0.code
    }

    /// The provider of a code; `None` for an unknown one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|it| it.code() == code)
    }

    /// What the user may say about their mailbox, so that the link leads to the right one.
    #[must_use]
    pub const fn place(self) -> Place {
        self.0.place
    }

    /// The hosts that it is at, each exactly; none for what has no address of its own.
    #[must_use]
    pub const fn hosts(self) -> &'static [&'static str] {
        self.0.hosts
    }

    /// Code of the switch for the companion; `None` where there is none. Services at hosts that are
    /// switched together share one.
    #[must_use]
    pub const fn switch(self) -> Option<&'static str> {
        self.0.switch
    }

    /// How its compose window is opened.
    #[must_use]
    pub const fn link(self) -> Link {
        self.0.link
    }

    /// What surrounds *Send* there.
    #[must_use]
    pub const fn sending(self) -> Sending {
        self.0.sending
    }

    /// What its own compose windows look like, newest first.
    pub(super) const fn layouts(self) -> &'static [Layout] {
        self.0.layouts
    }
}

impl Default for Provider {
    fn default() -> Self {
        Self::all().next().unwrap_or(Self::mail_program())
    }
}

impl PartialEq for Provider {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Provider {}

impl fmt::Debug for Provider {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

/// What tells one mailbox of a provider from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nothing.
    None,
    /// Number or address of an account that is signed in; may be left out.
    Account,
    /// Address of the server; without it there is no link.
    Server,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_service_has_a_code_and_hosts_of_its_own() {
        let all: Vec<Provider> = Provider::all().collect();
        for (at, it) in all.iter().enumerate() {
            for other in all.iter().skip(at + 1) {
                assert_ne!(it.code(), other.code());
                assert!(!it.hosts().iter().any(|host| other.hosts().contains(host)));
            }
            assert_eq!(Provider::from_code(it.code()), Some(*it));
        }
        assert_eq!(Provider::from_code("elsewhere"), None);
        assert_eq!(Provider::default().code(), "gmail");
    }

    #[test]
    fn the_companion_stays_only_where_compose_windows_are_known() {
        for it in Provider::all().filter(|it| it.switch().is_some()) {
            assert!(!it.hosts().is_empty() && !it.layouts().is_empty(), "{it:?}");
        }
    }
}
