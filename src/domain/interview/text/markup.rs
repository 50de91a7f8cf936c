//! Makes plain text of a description that may hold HTML.
//!
//! It never interprets anything: tags vanish, blocks end lines, entities become characters.

use std::borrow::Cow;

/// Plain text of `source`; borrowed when there is nothing to do.
#[must_use]
pub(crate) fn plain(source: &str) -> Cow<'_, str> {
    if !has_markup(source) {
        return Cow::Borrowed(source);
    }
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = memchr::memchr2(b'<', b'&', rest.as_bytes()) {
        let (before, here) = rest.split_at(at);
        out.push_str(before);
        rest = if here.starts_with('<') {
            skip_tag(here, &mut out)
        } else {
            entity(here, &mut out)
        };
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Whether [`plain`] would change `source`.
#[must_use]
pub(crate) fn has_markup(source: &str) -> bool {
    let bytes = source.as_bytes();
    memchr::memchr_iter(b'<', bytes).any(|at| {
        let after = bytes.get(at + 1..).unwrap_or_default();
        tag_name(after).is_some()
    }) || memchr::memchr_iter(b'&', bytes).any(|at| {
        let after = bytes.get(at + 1..).unwrap_or_default();
        let entities: [&[u8]; 4] = [b"nbsp;", b"amp;", b"#", b"lt;"];
        entities.iter().any(|it| after.starts_with(it))
    })
}

/// The tags that producers of calendar descriptions write.
const TAGS: [&str; 40] = [
    "a",
    "b",
    "blockquote",
    "body",
    "br",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "head",
    "hr",
    "html",
    "html-blob",
    "i",
    "img",
    "li",
    "meta",
    "ol",
    "p",
    "pre",
    "s",
    "section",
    "small",
    "span",
    "strong",
    "style",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "u",
    "ul",
];

/// Tags after which a new line starts.
const BLOCKS: [&str; 17] = [
    "blockquote",
    "br",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "hr",
    "li",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
    "ol",
];

fn tag_name(after: &[u8]) -> Option<String> {
    let after = after.strip_prefix(b"/").unwrap_or(after);
    if after.first() == Some(&b'!') {
        return Some("!".to_owned());
    }
    let length = after
        .iter()
        .take_while(|b| b.is_ascii_alphanumeric() || **b == b'-')
        .count();
    if !matches!(
        after.get(length),
        Some(b' ' | b'>' | b'/' | b'\n' | b'\r' | b'\t')
    ) {
        return None;
    }
    let name = String::from_utf8_lossy(after.get(..length)?).to_ascii_lowercase();
    (TAGS.contains(&name.as_str()) || name.starts_with("o:")).then_some(name)
}

fn skip_tag<'a>(here: &'a str, out: &mut String) -> &'a str {
    let Some(name) = here.as_bytes().get(1..).and_then(tag_name) else {
        out.push('<');
        return here.get(1..).unwrap_or_default();
    };
    let Some(end) = memchr::memchr(b'>', here.as_bytes()) else {
        return "";
    };
    let after = here.get(end + 1..).unwrap_or_default();
    if BLOCKS.contains(&name.as_str()) {
        out.push('\n');
        if name == "li" && !here.starts_with("</") {
            out.push_str("- ");
        }
    } else if matches!(name.as_str(), "td" | "th") && here.starts_with("</") {
        out.push_str(" | ");
    }
    if matches!(name.as_str(), "style" | "head") && !here.starts_with("</") {
        let closing = format!("</{name}>");
        return after
            .find(&closing)
            .and_then(|at| after.get(at + closing.len()..))
            .unwrap_or(after);
    }
    after
}

fn entity<'a>(here: &'a str, out: &mut String) -> &'a str {
    let known = here
        .bytes()
        .take(10)
        .position(|byte| byte == b';')
        .and_then(|end| {
            let c = match here.get(1..end)? {
                "nbsp" => ' ',
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                other => {
                    let digits = other.strip_prefix('#')?;
                    let code = match digits.strip_prefix(['x', 'X']) {
                        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                        None => digits.parse().ok()?,
                    };
                    char::from_u32(code)?
                }
            };
            Some((c, here.get(end + 1..)?))
        });
    match known {
        Some((c, rest)) => {
            out.push(c);
            rest
        }
        None => {
            out.push('&');
            here.get(1..).unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(plain(source), expected);
    }

    #[test]
    fn tags_vanish_and_blocks_end_lines() {
        check(
            "<p>Hi <b>Ana</b>,</p>see you<br/>Kim",
            "\nHi Ana,\nsee you\nKim",
        );
        check("<ul><li>Priya &amp; Bo</li></ul>", "\n\n- Priya & Bo\n\n");
        check("<style>p{}</style>Hello&nbsp;you", "Hello you");
        check("&#8211;&#x2014;", "\u{2013}\u{2014}");
    }

    #[test]
    fn text_that_is_no_markup_is_kept() {
        check("3 < 4 and a <-- b", "3 < 4 and a <-- b");
        check(
            "join<https://meet.example/x>",
            "join<https://meet.example/x>",
        );
        check("Ana <ana@example.org>", "Ana <ana@example.org>");
        check("R&D & more", "R&D & more");
        check("<b", "<b");
    }

    #[test]
    fn broken_markup_does_not_lose_the_text_before_it() {
        check("before <b>bold</b> <span class=\"x", "before bold ");
        check("&#xFFFFFFFF;", "&#xFFFFFFFF;");
    }
}
