//! Deep links that open a compose window with the draft in it.
//!
//! Facts about the services: none of them documents all of this; a link that a service stops
//! understanding still opens it, and the text is a *Copy* away.

use super::provider::Provider;

/// An address to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComposeLink {
    /// The address.
    pub url: String,
    /// Whether the body is in it; if not, it goes through the clipboard.
    pub carries_body: bool,
}

/// Longest link, encoded: mail programs and services cut links from about 2,000 characters on.
const LONGEST: usize = 1_800;
/// Longest recipient: RFC 5321 4.5.3.1 allows 254 characters.
const LONGEST_ADDRESS: usize = 254;

/// The link for a draft; `to` may be empty. A name, address, subject or body from an event can
/// never add a header or parameter. An address that is none is left out.
#[must_use]
pub fn compose_link(provider: Provider, to: &str, subject: &str, body: &str) -> ComposeLink {
    let to = sound_address(to).unwrap_or_default();
    let subject = one_line(subject);
    let full = link(provider, to, &subject, body);
    if full.len() <= LONGEST {
        return ComposeLink {
            url: full,
            carries_body: !body.is_empty(),
        };
    }
    // A subject is never that long; one that is must not cost the address.
    let short: String = subject.chars().take(150).collect();
    ComposeLink {
        url: link(provider, to, &short, ""),
        carries_body: false,
    }
}

fn link(provider: Provider, to: &str, subject: &str, body: &str) -> String {
    let query = |to_name: &str, subject_name: &str| {
        parameters(&[(to_name, to), (subject_name, subject), ("body", body)])
    };
    match provider {
        Provider::Gmail => format!(
            "https://mail.google.com/mail/?view=cm&fs=1&{}",
            query("to", "su")
        ),
        Provider::OutlookPersonal => format!(
            "https://outlook.live.com/mail/0/deeplink/compose?{}",
            query("to", "subject")
        ),
        // The plain parameters are lost in a redirect of work accounts; `mailtouri` is not.
        Provider::OutlookWork => format!(
            "https://outlook.cloud.microsoft/mail/deeplink/compose?mailtouri={}",
            encode(&mailto(to, subject, body))
        ),
        Provider::Yahoo => format!("https://compose.mail.yahoo.com/?{}", query("to", "subject")),
        // In the fragment: it reaches neither Proton's server nor its logs.
        Provider::Proton => format!(
            "https://mail.proton.me/u/0/inbox#mailto={}",
            encode(&mailto(to, subject, body))
        ),
        Provider::Fastmail => format!(
            "https://app.fastmail.com/mail/compose?{}",
            query("to", "subject")
        ),
        Provider::MailProgram => mailto(to, subject, body),
    }
}

/// RFC 6068.
fn mailto(to: &str, subject: &str, body: &str) -> String {
    let query = parameters(&[("subject", subject), ("body", body)]);
    let question = if query.is_empty() { "" } else { "?" };
    // `@` may stand as it is in the address.
    let address = encode(to).replace("%40", "@");
    format!("mailto:{address}{question}{query}")
}

fn parameters(all: &[(&str, &str)]) -> String {
    all.iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect::<Vec<_>>()
        .join("&")
}

/// Percent-encodes everything but the unreserved characters of RFC 3986 2.3; a line break becomes
/// `%0D%0A` (RFC 6068 5).
fn encode(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::with_capacity(lines.len() * 2);
    for byte in lines.bytes() {
        match byte {
            b'\n' => out.push_str("%0D%0A"),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            // Other controls have no place in a message.
            0..0x20 if byte != b'\t' => {}
            _ => {
                out.push('%');
                for half in [byte >> 4, byte & 15] {
                    let digit = char::from_digit(u32::from(half), 16).unwrap_or('0');
                    out.push(digit.to_ascii_uppercase());
                }
            }
        }
    }
    out
}

/// One address and nothing else: no list, no display name, no query, no break of any kind.
fn sound_address(text: &str) -> Option<&str> {
    let text = text.trim();
    let (local, domain) = text.split_once('@')?;
    let sound = |it: char| {
        it.is_alphanumeric() || matches!(it, '.' | '-' | '_' | '+' | '\'' | '=' | '~' | '!' | '/')
    };
    (!local.is_empty()
        && local.chars().all(sound)
        && domain.contains('.')
        && domain
            .chars()
            .all(|it| it.is_alphanumeric() || matches!(it, '.' | '-'))
        && text.len() <= LONGEST_ADDRESS)
        .then_some(text)
}

/// A subject is one line without direction marks that would show it backwards.
fn one_line(text: &str) -> String {
    let is_mark = |it: char| matches!(it, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .filter(|it| !is_mark(*it))
        .map(|it| match it {
            '\u{2028}' | '\u{2029}' => ' ',
            _ if it.is_control() => ' ',
            _ => it,
        })
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(provider: Provider, expected: &str) {
        let link = compose_link(
            provider,
            "p.s+x@a-b.example",
            "Thank you & more",
            "Hi Zoë,\n\n1+1",
        );
        assert_eq!(link.url, expected);
        assert!(link.carries_body);
    }

    #[test]
    fn each_service_gets_the_draft_in_its_own_words() {
        let body = "Hi%20Zo%C3%AB%2C%0D%0A%0D%0A1%2B1";
        let query =
            format!("to=p.s%2Bx%40a-b.example&subject=Thank%20you%20%26%20more&body={body}");
        check(
            Provider::Gmail,
            &format!(
                "https://mail.google.com/mail/?view=cm&fs=1&{}",
                query.replace("subject", "su")
            ),
        );
        check(
            Provider::OutlookPersonal,
            &format!("https://outlook.live.com/mail/0/deeplink/compose?{query}"),
        );
        check(
            Provider::Yahoo,
            &format!("https://compose.mail.yahoo.com/?{query}"),
        );
        check(
            Provider::Fastmail,
            &format!("https://app.fastmail.com/mail/compose?{query}"),
        );
        let mailto =
            format!("mailto:p.s%2Bx@a-b.example?subject=Thank%20you%20%26%20more&body={body}");
        check(Provider::MailProgram, &mailto);
        check(
            Provider::Proton,
            &format!(
                "https://mail.proton.me/u/0/inbox#mailto={}",
                encode(&mailto)
            ),
        );
        check(
            Provider::OutlookWork,
            &format!(
                "https://outlook.cloud.microsoft/mail/deeplink/compose?mailtouri={}",
                encode(&mailto)
            ),
        );
    }

    #[test]
    fn a_long_body_is_left_to_the_clipboard() {
        for provider in Provider::ALL {
            let link = compose_link(provider, "a@b.example", "Thanks", &"word ".repeat(500));
            assert!(!link.carries_body);
            assert!(link.url.len() < 400, "{}", link.url);
            assert!(link.url.contains("Thanks"));
            let hostile = compose_link(provider, "a@b.example", &"é".repeat(5_000), "x");
            assert!(hostile.url.len() <= LONGEST, "{provider:?}");
        }
    }

    #[test]
    fn nothing_from_an_event_adds_a_header_or_parameter() {
        let hostile = "x&bcc=evil@evil.example?cc=evil#\r\nBcc: evil@evil.example\u{2028}%0ABcc:";
        for provider in Provider::ALL {
            let plain = compose_link(provider, "a@b.example", "s", "b").url;
            let link = compose_link(provider, "a@b.example", hostile, hostile).url;
            for mark in ['&', '?', '#', '='] {
                let count = |url: &str| url.matches(mark).count();
                assert_eq!(count(&link), count(&plain), "{mark} in {link}");
            }
            let subject_only = compose_link(provider, "a@b.example", hostile, "b").url;
            assert!(!subject_only.contains("%0D") && !subject_only.contains("%0A"));
            assert!(link.is_ascii());
        }
    }

    #[test]
    fn an_address_that_is_none_is_left_out() {
        for hostile in [
            "a@b.example,evil@evil.example",
            "a@b.example?cc=evil@evil.example",
            "a@b.example\nBcc: evil@evil.example",
            "Evil <evil@evil.example>",
            "a@b.example&bcc=x@y.example",
            "a b@c.example",
            "@b.example",
            "a@localhost",
            "a@b@c.example",
        ] {
            let link = compose_link(Provider::Gmail, hostile, "s", "b");
            assert_eq!(
                link.url,
                "https://mail.google.com/mail/?view=cm&fs=1&su=s&body=b"
            );
        }
    }

    #[test]
    fn direction_marks_do_not_turn_a_subject_round() {
        assert_eq!(one_line("a\u{202e}b\r\n c\u{2066}"), "ab c");
    }
}
