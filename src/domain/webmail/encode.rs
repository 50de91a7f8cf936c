//! What may stand in a link: encoded text, one address, one line, the address of a server.
//!
//! Nothing that comes from an event can end a parameter or begin a header.

/// Longest recipient: RFC 5321 4.5.3.1 allows 254 characters.
const LONGEST_ADDRESS: usize = 254;
/// Longest part before the `@`: RFC 5321 4.5.3.1.1.
const LONGEST_LOCAL: usize = 64;

/// Percent-encodes everything but the unreserved characters of RFC 3986 2.3; a line break becomes
/// `%0D%0A` (RFC 6068 5). Never a `+` for a space: some services show it.
pub(super) fn encode(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::with_capacity(lines.len() * 2);
    for byte in lines.bytes() {
        match byte {
            b'\n' => out.push_str("%0D%0A"),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            // Other controls have no place in a message.
            0..0x20 | 0x7f if byte != b'\t' => {}
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

/// One address and nothing else: no list, no display name, no comment, no break of any kind.
///
/// The part before the `@` is what RFC 5321 4.1.2 allows (with RFC 6531 3.3, letters of every script),
/// save two things that only an attack needs: quotation marks around what separates addresses, and
/// escaped characters that a service might unfold once too often (`%40`).
pub(super) fn sound_address(text: &str) -> Option<&str> {
    let text = text.trim();
    let (local, domain) = text.rsplit_once('@')?;
    let quoted = local
        .strip_prefix('"')
        .and_then(|it| it.strip_suffix('"'))
        .map(|it| it.replace(' ', ""));
    let plain = quoted.as_deref().unwrap_or(local);
    (!plain.is_empty()
        && local.len() <= LONGEST_LOCAL
        && plain.chars().all(|it| it == '.' || is_atext(it))
        && !has_escape(plain)
        && domain.contains('.')
        && domain.split('.').all(is_label)
        && text.len() <= LONGEST_ADDRESS)
        .then_some(text)
}

/// One part of a domain (RFC 5321 4.1.2), in letters of any script.
fn is_label(part: &str) -> bool {
    !part.is_empty()
        && !part.starts_with('-')
        && !part.ends_with('-')
        && part.chars().all(|it| it.is_alphanumeric() || it == '-')
}

/// `atext` of RFC 5322 3.2.3; beyond ASCII whatever is shown.
fn is_atext(it: char) -> bool {
    if it.is_ascii() {
        it.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(it)
    } else {
        !it.is_control() && !it.is_whitespace() && !is_unseen(it)
    }
}

/// Characters that are not shown, or turn what is shown round.
const fn is_unseen(it: char) -> bool {
    matches!(it, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn has_escape(text: &str) -> bool {
    text.split('%').skip(1).any(|it| {
        let mut digits = it.bytes().take(2).filter(u8::is_ascii_hexdigit);
        digits.next().is_some() && digits.next().is_some()
    })
}

/// A subject is one line without direction marks that would show it backwards.
pub(super) fn one_line(text: &str) -> String {
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

/// The address of a webmail server as a folder: `https`, or `http` on this very machine; no user,
/// query or fragment. `mail.example.org/roundcube` will do.
pub(super) fn server(text: &str) -> Option<String> {
    let text = text.trim();
    let (scheme, rest) = match text.split_once("://") {
        Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
        None => ("https".to_owned(), text),
    };
    let rest = rest.split(['?', '#']).next()?;
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    // As the browser writes it: in small letters, without the port that goes without saying.
    let authority = authority.to_ascii_lowercase();
    let usual = if scheme == "https" { ":443" } else { ":80" };
    let authority = authority.strip_suffix(usual).unwrap_or(&authority);
    let host = authority.split_once(':').map_or(authority, |(it, _)| it);
    let port = authority.split_once(':').map(|(_, it)| it);
    let here = matches!(host, "localhost" | "127.0.0.1");
    let sound_host = !host.is_empty()
        && host
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || matches!(it, b'.' | b'-'))
        && (here || host.contains('.'));
    let sound_port = port.is_none_or(|it| it.parse::<u16>().is_ok_and(|it| it > 0));
    let sound_path = path
        .bytes()
        .all(|it| it.is_ascii_alphanumeric() || b"-._~/%".contains(&it));
    let sound_scheme = scheme == "https" || (scheme == "http" && here);
    if !(sound_host && sound_port && sound_path && sound_scheme) {
        return None;
    }
    let folder = path.trim_end_matches("index.php").trim_end_matches('/');
    let slash = if folder.is_empty() { "" } else { "/" };
    Some(format!("{scheme}://{authority}/{folder}{slash}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_marks_do_not_turn_a_subject_round() {
        assert_eq!(one_line("a\u{202e}b\r\n c\u{2066}"), "ab c");
    }

    #[test]
    fn every_address_that_the_standard_allows_is_one() {
        for address in [
            "priya@kettlefish.example",
            "o'neill@kettlefish.example",
            "a!#$%&'*+-/=?^_`{|}~z@kettlefish.example",
            "50%off@kettlefish.example",
            "\"john doe\"@kettlefish.example",
            "\"a.b\"@kettlefish.example",
            "zoë@büro.example",
            "अजय@डाटा.example",
            " a@b.example ",
        ] {
            assert_eq!(sound_address(address), Some(address.trim()), "{address}");
        }
    }

    #[test]
    fn what_could_become_a_second_address_or_a_header_is_none() {
        let long = format!("{}@b.example", "a".repeat(65));
        for address in [
            "",
            "@b.example",
            "\"\"@b.example",
            "a",
            "a@b",
            "a@.",
            "a@b..example",
            "a@b.example.",
            "a@-b.example",
            "a b@c.example",
            "a,b@c.example",
            "a;b@c.example",
            "<a@c.example>",
            "a@b@c.example",
            "a(comment)@c.example",
            "a\\b@c.example",
            "a:b@c.example",
            "\"a, b\"@c.example",
            "\"a@evil.example\"@c.example",
            "\"a\\\"b\"@c.example",
            "a?bcc=evil%40evil.example@c.example",
            "a%0d%0aBcc:x@c.example",
            "a\r\nBcc:x@c.example",
            "a\u{202e}b@c.example",
            "a\u{200b}b@c.example",
            "a@c.example?cc=d",
            "a@c.example&cc=d",
            "a@c.example/x",
            long.as_str(),
        ] {
            assert_eq!(sound_address(address), None, "{address}");
        }
    }

    #[test]
    fn every_kind_of_line_break_is_encoded_as_one() {
        for text in ["a\nb", "a\r\nb", "a\rb"] {
            assert_eq!(encode(text), "a%0D%0Ab");
        }
    }

    #[test]
    fn spaces_and_plus_signs_keep_apart() {
        assert_eq!(encode("1 + 1\u{a0}"), "1%20%2B%201%C2%A0");
        assert_eq!(encode("\0\u{1b}\u{7f}"), "");
    }

    #[test]
    fn a_server_is_a_folder_of_a_host() {
        for (text, expected) in [
            ("mail.example.org", "https://mail.example.org/"),
            (
                "https://mail.example.org/rc",
                "https://mail.example.org/rc/",
            ),
            (
                " https://mail.example.org:8443/rc/index.php ",
                "https://mail.example.org:8443/rc/",
            ),
            (
                "https://mail.example.org/rc/?_task=mail#x",
                "https://mail.example.org/rc/",
            ),
            ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/"),
            ("HTTPS://mail.example.org", "https://mail.example.org/"),
            ("Mail.Example.org:443/RC", "https://mail.example.org/RC/"),
            ("http://Localhost:80", "http://localhost/"),
        ] {
            assert_eq!(server(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_server_leads_nowhere() {
        for text in [
            "",
            "javascript:alert(1)",
            "javascript://mail.example.org/%0Aalert(1)",
            "data:text/html,x",
            "http://mail.example.org/",
            "https://user@mail.example.org/",
            "https://mail.example.org:99999/",
            "https://mail example.org/",
            "https://[::1]/",
            "intranet",
            "https://mail.example.org/\"x",
        ] {
            assert_eq!(server(text), None, "{text}");
        }
    }
}
