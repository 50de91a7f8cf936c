//! Bytes of a value to text: character set, escapes, QUOTED-PRINTABLE.

/// UTF-8, or Windows-1252 where it is not: calendars that are not UTF-8 come from old Western
/// software, and a wrong letter is better than a lost title.
pub(super) fn decode(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
    }
}

/// The upper half that differs from Latin-1; others stand for themselves (WHATWG Encoding).
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    byte.checked_sub(0x80)
        .and_then(|index| WINDOWS_1252.get(usize::from(index)))
        .copied()
        .unwrap_or(char::from(byte))
}

/// Undoes the escapes of TEXT (RFC 5545 3.3.11); an unknown escape stays as it is. Control
/// characters other than line feed and tab are dropped.
pub(super) fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(it) = chars.next() {
        let next = chars.peek().copied();
        match (it, next) {
            ('\\', Some('n' | 'N')) => {
                out.push('\n');
                chars.next();
            }
            ('\\', Some(escaped @ ('\\' | ',' | ';' | ':' | '"'))) => {
                out.push(escaped);
                chars.next();
            }
            ('\n' | '\t', _) => out.push(it),
            _ if it.is_control() => {}
            _ => out.push(it),
        }
    }
    out
}

/// The first value of a parameter: quotes off, RFC 6868 escapes undone.
pub(super) fn parameter(bytes: &[u8]) -> String {
    let text = decode(bytes);
    let text = text.trim();
    let text = match text.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next().unwrap_or_default(),
        None => text,
    };
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(it) = chars.next() {
        let escaped = match (it, chars.peek()) {
            ('^', Some('n')) => '\n',
            ('^', Some('\'')) => '"',
            ('^', Some('^')) => '^',
            _ => {
                out.push(it);
                continue;
            }
        };
        out.push(escaped);
        chars.next();
    }
    out
}

/// Undoes QUOTED-PRINTABLE (RFC 2045 6.7); a broken escape stays as it is.
pub(super) fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, tail)) = rest.split_first() {
        let hex = tail.get(..2).and_then(|it| {
            let text = std::str::from_utf8(it).ok()?;
            u8::from_str_radix(text, 16).ok()
        });
        match (first, hex) {
            (b'=', Some(byte)) => {
                out.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            _ => {
                out.push(*first);
                rest = tail;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_utf8_are_western() {
        assert_eq!(decode(b"Caf\xe9 \x80 \x96"), "Café € –");
        assert_eq!(decode("面接".as_bytes()), "面接");
    }

    #[test]
    fn escapes_are_undone_and_unknown_ones_kept() {
        assert_eq!(unescape(r"a\,b\;c\\d\ne\Nf\x\"), "a,b;c\\d\ne\nf\\x\\");
        assert_eq!(unescape("bell\u{7} and \u{202e}"), "bell and \u{202e}");
    }

    #[test]
    fn quoted_printable_is_undone_and_damage_kept() {
        assert_eq!(quoted_printable(b"a=3Db=zz=4"), b"a=b=zz=4");
    }
}
