//! Takes one logical line apart: name, parameters, value (RFC 5545 3.1, 3.2; RFC 6868).
//!
//! Works on bytes; text is decoded by `text`.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memchr2, memrchr};

use super::lines::Logical;

/// The parts of a line, folds removed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Property<'a> {
    /// Name as written.
    pub(super) name: &'a [u8],
    /// Everything between the first `;` and the `:` before the value.
    pub(super) params: &'a [u8],
    /// The value as written.
    pub(super) value: &'a [u8],
}

/// Removes folds, where the line has any: a line end and the one blank after it.
pub(super) fn whole(line: Logical<'_>) -> Cow<'_, [u8]> {
    if line.folded {
        unfold(line.bytes)
    } else {
        Cow::Borrowed(line.bytes)
    }
}

/// Removes folds: a line end and the one blank after it.
pub(super) fn unfold(line: &[u8]) -> Cow<'_, [u8]> {
    if memchr(b'\n', line).is_none() {
        return Cow::Borrowed(line);
    }
    let mut whole = Vec::new();
    unfold_into(&mut whole, line);
    Cow::Owned(whole)
}

/// Like [`unfold`], in `room` for a line that is folded: many lines need it, one after the other.
pub(super) fn unfold_into<'a>(room: &'a mut Vec<u8>, line: &'a [u8]) -> &'a [u8] {
    if memchr(b'\n', line).is_none() {
        return line;
    }
    room.clear();
    room.reserve(line.len());
    let mut add = |part: &[u8]| {
        let end = part.iter().rposition(|byte| *byte != b'\r');
        room.extend_from_slice(part.get(..end.map_or(0, |at| at + 1)).unwrap_or_default());
    };
    let mut from = 0;
    for end in memchr_iter(b'\n', line) {
        add(line.get(from..end).unwrap_or_default());
        from = end + 2;
    }
    add(line.get(from..).unwrap_or_default());
    room
}

/// A name in capitals, as the standard writes it.
pub(super) fn capitals(name: &[u8]) -> Cow<'_, [u8]> {
    if name.iter().any(u8::is_ascii_lowercase) {
        Cow::Owned(name.to_ascii_uppercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// The name at the start of a line that may still be folded; `None` when the name itself is folded
/// or is none.
pub(super) fn name(line: &[u8]) -> Option<&[u8]> {
    let end = line.iter().position(|byte| !is_name_byte(*byte))?;
    match line.get(end) {
        Some(b':' | b';') => line.get(..end).filter(|name| !name.is_empty()),
        _ => None,
    }
}

/// Asked of the first bytes of every line: a table answers at once.
fn is_name_byte(byte: u8) -> bool {
    const NAME: [bool; 256] = {
        let mut table = [false; 256];
        let mut byte: u8 = 0;
        while byte < 128 {
            if let Some((_, rest)) = table.split_at_mut_checked(byte as usize)
                && let Some(cell) = rest.first_mut()
            {
                *cell = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
            }
            byte += 1;
        }
        table
    };
    NAME.get(usize::from(byte)).copied().unwrap_or_default()
}

impl<'a> Property<'a> {
    /// Takes an unfolded line apart; `None` without a name or a colon.
    pub(super) fn parse(line: &'a [u8]) -> Option<Self> {
        // "DTSTART :…" and "item1.DTSTART:…" are seen.
        let end = line.iter().position(|byte| !is_name_byte(*byte))?;
        let (full, rest) = line.split_at_checked(end)?;
        let rest = rest.trim_ascii_start();
        let name = memrchr(b'.', full)
            .and_then(|dot| full.get(dot + 1..))
            .unwrap_or(full);
        if name.is_empty() {
            return None;
        }
        match rest.split_first()? {
            (b':', value) => Some(Self {
                name,
                params: &[],
                value,
            }),
            (b';', rest) => {
                let colon = colon_outside_quotes(rest).or_else(|| memchr(b':', rest))?;
                let params = rest.get(..colon)?;
                Some(Self {
                    name,
                    params,
                    value: rest.get(colon + 1..)?,
                })
            }
            _ => None,
        }
    }

    /// The same line cut at its last colon: for values that contain none, when a parameter contains
    /// one without quotes (`TZID=(UTC-05:00) Eastern Time:20260101T090000`).
    pub(super) fn cut_at_last_colon(&self, line: &'a [u8]) -> Option<Self> {
        let colon = memrchr(b':', line)?;
        let start = memchr(b';', line)? + 1;
        Some(Self {
            name: self.name,
            params: line.get(start..colon)?,
            value: line.get(colon + 1..)?,
        })
    }

    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name.as_bytes())
    }

    /// A parameter's value without quotes, as written.
    pub(super) fn param(&self, wanted: &str) -> Option<&'a [u8]> {
        self.params()
            .find(|(name, _)| name.eq_ignore_ascii_case(wanted.as_bytes()))
            .map(|(_, value)| value)
    }

    /// All parameters: names as written, values without quotes.
    pub(super) fn params(&self) -> impl Iterator<Item = (&'a [u8], &'a [u8])> + use<'a> {
        let mut rest = self.params;
        std::iter::from_fn(move || {
            while !rest.is_empty() {
                let end = semicolon_outside_quotes(rest).unwrap_or(rest.len());
                let (param, tail) = rest.split_at_checked(end)?;
                rest = tail.get(1..).unwrap_or_default();
                if let Some((name, value)) = param
                    .iter()
                    .position(|byte| *byte == b'=')
                    .and_then(|equals| param.split_at_checked(equals))
                {
                    return Some((
                        name.trim_ascii(),
                        unquote(value.get(1..).unwrap_or_default()),
                    ));
                }
            }
            None
        })
    }

    /// Whether a word stands among the parameters, with or without a name (vCalendar 1.0 allows
    /// `SUMMARY;QUOTED-PRINTABLE:`).
    pub(super) fn has_word(&self, word: &str) -> bool {
        self.params
            .split(|byte| matches!(byte, b';' | b'='))
            .any(|part| part.trim_ascii().eq_ignore_ascii_case(word.as_bytes()))
    }
}

fn unquote(value: &[u8]) -> &[u8] {
    let value = value.trim_ascii();
    match value {
        [b'"', inner @ .., b'"'] => inner,
        [b'"', inner @ ..] => inner,
        _ => value,
    }
}

fn colon_outside_quotes(text: &[u8]) -> Option<usize> {
    outside_quotes(text, b':')
}

fn semicolon_outside_quotes(text: &[u8]) -> Option<usize> {
    outside_quotes(text, b';')
}

fn outside_quotes(text: &[u8], wanted: u8) -> Option<usize> {
    let first = memchr2(wanted, b'"', text)?;
    if text.get(first) == Some(&wanted) {
        return Some(first);
    }
    let mut quoted = false;
    text.iter().position(|byte| {
        quoted ^= *byte == b'"';
        !quoted && *byte == wanted
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, name: &str, params: &str, value: &str) {
        let property = Property::parse(line.as_bytes()).unwrap();
        assert_eq!(property.name, name.as_bytes(), "{line}");
        assert_eq!(property.params, params.as_bytes(), "{line}");
        assert_eq!(property.value, value.as_bytes(), "{line}");
    }

    #[test]
    fn lines_come_apart() {
        check("SUMMARY:Tea: at four", "SUMMARY", "", "Tea: at four");
        check(
            "DTSTART;TZID=Asia/Tokyo:2026",
            "DTSTART",
            "TZID=Asia/Tokyo",
            "2026",
        );
        check(
            "ATTENDEE;CN=\"Roe; Ann: x\":mailto:a@example.com",
            "ATTENDEE",
            "CN=\"Roe; Ann: x\"",
            "mailto:a@example.com",
        );
        check(
            "item1.URL:https://example.com",
            "URL",
            "",
            "https://example.com",
        );
        check("X;A=\"never closed:v", "X", "A=\"never closed", "v");
    }

    #[test]
    fn what_is_no_property_is_refused() {
        for line in ["", ":", "no colon here", ";A=b:c", "<html>", "{\"a\":1}"] {
            assert!(Property::parse(line.as_bytes()).is_none(), "{line}");
        }
    }

    #[test]
    fn parameters_are_found_by_name_in_any_case() {
        let property =
            Property::parse(b"A;cn=\"Roe; Ann\";PARTSTAT=ACCEPTED;X-CN=no:mailto:x").unwrap();
        assert_eq!(property.param("CN"), Some(&b"Roe; Ann"[..]));
        assert_eq!(property.param("partstat"), Some(&b"ACCEPTED"[..]));
        assert_eq!(property.param("ROLE"), None);
    }

    #[test]
    fn a_fold_inside_a_letter_is_healed() {
        let text = "SUMMARY:Caf\u{e9}";
        let (head, tail) = text.as_bytes().split_at(text.len() - 1);
        let folded = [head, b"\r\n ", tail].concat();
        assert_eq!(unfold(&folded).as_ref(), text.as_bytes());
    }

    #[test]
    fn only_one_blank_of_a_fold_is_removed() {
        assert_eq!(unfold(b"A:1\n  2\r\n\t3").as_ref(), b"A:1 23");
    }
}
