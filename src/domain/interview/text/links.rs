//! Finds the addresses of web pages in a text.

/// Every `http(s)` address in `text`, without trailing punctuation.
pub(crate) fn links(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let finder = memchr::memmem::find(rest.as_bytes(), b"://")?;
        let before = rest.get(..finder)?;
        let scheme = ["https", "http"].into_iter().find(|scheme| {
            before.len() >= scheme.len()
                && before
                    .as_bytes()
                    .get(before.len() - scheme.len()..)
                    .is_some_and(|tail| tail.eq_ignore_ascii_case(scheme.as_bytes()))
        });
        let start = finder - scheme.map_or(0, str::len);
        let found = rest.get(start..)?;
        let length = found
            .find(|c: char| {
                c.is_whitespace() || matches!(c, '<' | '>' | '"' | ')' | ']' | '\\' | '|')
            })
            .unwrap_or(found.len())
            .max(finder - start + 3);
        let link = found
            .get(..length)?
            .trim_end_matches(['.', ',', ';', ':', '!']);
        rest = found.get(length..)?;
        Some(if scheme.is_some() { link } else { "" })
    })
    .filter(|link| !link.is_empty())
}

/// Host of a web address, as written.
#[must_use]
pub(crate) fn host(link: &str) -> &str {
    let mut places = link.as_bytes().windows(3);
    let scheme = places.position(|it| it == b"://");
    let after = scheme.and_then(|at| link.get(at + 3..)).unwrap_or(link);
    let end = after.find(['/', '?', '#', ':']).unwrap_or(after.len());
    let host = after.get(..end).unwrap_or_default();
    host.rsplit_once('@').map_or(host, |(_, host)| host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(links(text).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn addresses_are_cut_at_their_end() {
        check(
            "go <https://a.example/x?y=1>, ok",
            &["https://a.example/x?y=1"],
        );
        check(
            "HTTP://b.example. And https://c.example/)",
            &["HTTP://b.example", "https://c.example/"],
        );
    }

    #[test]
    fn what_is_no_web_address_is_left() {
        check("at://x and ://y and mail@z.example", &[]);
        check("", &[]);
    }

    #[test]
    fn hosts_are_read_without_port_and_user() {
        assert_eq!(host("https://u@a.example:8080/x"), "a.example");
        assert_eq!(host("b.example/y"), "b.example");
    }
}
