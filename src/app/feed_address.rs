//! The address of a calendar: what is accepted, what of it may be shown, whose permission it needs.
//!
//! An address is a credential: whoever has it reads the calendar. So nothing but the host is ever
//! shown, and nothing at all is logged.

/// An address that can be fetched.
#[derive(Clone, PartialEq, Eq)]
pub struct FeedAddress {
    scheme: &'static str,
    /// `name:password`, as written.
    credentials: Option<String>,
    /// Host and port.
    authority: String,
    /// Path and query.
    rest: String,
}

impl std::fmt::Debug for FeedAddress {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("FeedAddress")
    }
}

impl FeedAddress {
    /// Reads what the user pasted: `https:` and `webcal:`, which is `https:` by another name. Plain
    /// `http:` only to this computer: elsewhere everybody on the way could read the address.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_matches(['<', '>', '"']);
        if text.len() > 4_096 || text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return None;
        }
        let (scheme, rest) = text.split_once("://")?;
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at_checked(end)?;
        let (credentials, authority) = match authority.rsplit_once('@') {
            Some((credentials, authority)) => (Some(credentials.to_owned()), authority),
            None => (None, authority),
        };
        let authority = authority.to_ascii_lowercase();
        let host = host(&authority);
        let plausible = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
        if host.is_empty() || !host.chars().all(plausible) || host.starts_with('.') {
            return None;
        }
        let local = matches!(host, "localhost" | "127.0.0.1");
        let scheme = match scheme.to_ascii_lowercase().as_str() {
            "https" | "webcals" => "https",
            "webcal" if !local => "https",
            "http" | "webcal" if local => "http",
            _ => return None,
        };
        if !local && !host.contains('.') {
            return None;
        }
        let rest = rest.split('#').next().unwrap_or_default();
        let slash = if rest.starts_with('/') { "" } else { "/" };
        Some(Self {
            scheme,
            credentials,
            rest: format!("{slash}{rest}"),
            authority,
        })
    }

    /// What is stored and read again by [`FeedAddress::parse`].
    #[must_use]
    pub fn stored(&self) -> String {
        let credentials = self.credentials.as_ref();
        let credentials = credentials.map_or(String::new(), |it| format!("{it}@"));
        format!(
            "{}://{credentials}{}{}",
            self.scheme, self.authority, self.rest
        )
    }

    /// What is fetched: without name and password, which browsers refuse there.
    #[must_use]
    pub fn fetched(&self) -> String {
        format!("{}://{}{}", self.scheme, self.authority, self.rest)
    }

    /// Name and password for the header `Authorization`, if the address has them.
    #[must_use]
    pub fn credentials(&self) -> Option<&str> {
        self.credentials.as_deref()
    }

    /// The same address with the name and password of an account.
    #[must_use]
    pub fn with_account(mut self, name: &str, password: &str) -> Self {
        self.credentials = Some(format!("{}:{}", encoded(name), encoded(password)));
        self
    }

    /// Another address, with the name and password of this one.
    #[must_use]
    pub fn with_account_of(mut self, other: &Self) -> Self {
        self.credentials.clone_from(&other.credentials);
        self
    }

    /// What a link on the page at this address leads to: a whole address, or a path. Keeps no name
    /// and password for another host.
    #[must_use]
    pub fn join(&self, link: &str) -> Option<Self> {
        let link = link.trim();
        if link.contains("://") {
            let there = Self::parse(link)?;
            // What a server says must not lead from a safe connection to an open one.
            if there.scheme != self.scheme {
                return None;
            }
            let same = there.authority == self.authority;
            return Some(if same {
                there.with_account_of(self)
            } else {
                there
            });
        }
        let path = self.rest.split('?').next().unwrap_or_default();
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let link = link.split('#').next().unwrap_or_default();
        let rest = if link.starts_with('/') {
            link.to_owned()
        } else {
            format!("{folder}/{link}")
        };
        let plain = |c: char| !c.is_whitespace() && !c.is_control();
        (!link.starts_with("//") && rest.chars().all(plain)).then(|| Self {
            rest,
            ..self.clone()
        })
    }

    /// Whether both are on the same host and port.
    #[must_use]
    pub fn same_host(&self, other: &Self) -> bool {
        self.scheme == other.scheme && self.authority == other.authority
    }

    /// All that may be shown: the host.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.authority
    }

    /// The permission to read from this host, as browsers write it. They ignore ports.
    #[must_use]
    pub fn permission(&self) -> String {
        format!("{}://{}/*", self.scheme, host(&self.authority))
    }
}

fn host(authority: &str) -> &str {
    authority.split(':').next().unwrap_or_default()
}

/// Encoded as in RFC 3986, so that no character ends the name, the password or the host.
#[must_use]
pub fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::FeedAddress;

    #[track_caller]
    fn check(text: &str, fetched: &str, permission: &str) {
        let address = FeedAddress::parse(text).unwrap();
        assert_eq!(address.fetched(), fetched);
        assert_eq!(address.permission(), permission);
        assert_eq!(FeedAddress::parse(&address.stored()), Some(address));
    }

    #[test]
    fn addresses_of_calendars_are_understood() {
        check(
            " https://calendar.google.com/calendar/ical/me%40x/private-1/basic.ics ",
            "https://calendar.google.com/calendar/ical/me%40x/private-1/basic.ics",
            "https://calendar.google.com/*",
        );
        check(
            "webcal://P12-Calendars.icloud.com/published/2/abc",
            "https://p12-calendars.icloud.com/published/2/abc",
            "https://p12-calendars.icloud.com/*",
        );
        check(
            "https://cloud.example:8443?x=1#top",
            "https://cloud.example:8443/?x=1",
            "https://cloud.example/*",
        );
        check(
            "http://127.0.0.1:5232/me/cal.ics",
            "http://127.0.0.1:5232/me/cal.ics",
            "http://127.0.0.1/*",
        );
    }

    #[test]
    fn name_and_password_are_kept_apart() {
        let address = FeedAddress::parse("https://me:secret@cloud.example/cal").unwrap();
        assert_eq!(address.credentials(), Some("me:secret"));
        assert_eq!(address.fetched(), "https://cloud.example/cal");
        assert_eq!(address.stored(), "https://me:secret@cloud.example/cal");
    }

    #[test]
    fn an_account_may_have_any_letters() {
        let address = FeedAddress::parse("https://cloud.example/dav").unwrap();
        let address = address.with_account("me@x.example", "a:b/c@d é");
        assert_eq!(
            address.stored(),
            "https://me%40x.example:a%3Ab%2Fc%40d%20%C3%A9@cloud.example/dav"
        );
        assert_eq!(FeedAddress::parse(&address.stored()), Some(address));
    }

    #[test]
    fn links_stay_on_the_host_or_leave_the_password_behind() {
        let at = FeedAddress::parse("https://me:secret@cloud.example/dav/me/?x").unwrap();
        for (link, stored) in [
            (
                "/dav/cal/",
                Some("https://me:secret@cloud.example/dav/cal/"),
            ),
            ("cal/", Some("https://me:secret@cloud.example/dav/me/cal/")),
            (
                "https://cloud.example/x/",
                Some("https://me:secret@cloud.example/x/"),
            ),
            (
                "https://p12.cloud.example/x/",
                Some("https://p12.cloud.example/x/"),
            ),
            (
                "https://cloud.example:8443/x",
                Some("https://cloud.example:8443/x"),
            ),
            ("http://127.0.0.1/x/", None),
            ("//evil.example/x", None),
            ("/a b", None),
        ] {
            let joined = at.join(link).map(|it| it.stored());
            assert_eq!(joined.as_deref(), stored, "{link}");
        }
    }

    #[test]
    fn nothing_but_the_host_is_ever_shown() {
        let address = FeedAddress::parse("https://me:secret@cloud.example/token").unwrap();
        assert_eq!(address.shown(), "cloud.example");
        assert_eq!(format!("{address:?}"), "FeedAddress");
    }

    #[test]
    fn what_is_no_safe_address_is_refused() {
        for text in [
            "",
            "calendar.ics",
            "http://cloud.example/cal.ics",
            "ftp://cloud.example/cal.ics",
            "javascript://cloud.example/%0aalert(1)",
            "file:///etc/passwd",
            "https:///x",
            "https://.example/x",
            "https://cloud/x",
            "https://cloud.example/a b",
            "https://*/x",
            "https://a%20b.example/",
        ] {
            assert_eq!(FeedAddress::parse(text), None, "{text}");
        }
    }
}
