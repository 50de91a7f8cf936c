//! From bytes to characters: UTF-8, Windows-1252, and QUOTED-PRINTABLE of vCalendar 1.0.

use std::borrow::Cow;

/// Undoes `=C3=A9`; what is no code stays as it is.
pub(super) fn quoted_printable(value: &[u8]) -> Vec<u8> {
    let hex = |byte: &u8| {
        char::from(*byte)
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some((byte, tail)) = rest.split_first() {
        rest = tail;
        if *byte == b'='
            && let [high, low, after @ ..] = tail
            && let (Some(high), Some(low)) = (hex(high), hex(low))
        {
            bytes.push(high * 16 + low);
            rest = after;
        } else {
            bytes.push(*byte);
        }
    }
    // Its own line ends are CRLF.
    bytes.retain(|byte| *byte != b'\r');
    bytes
}

/// UTF-8, else Windows-1252, which is what files without UTF-8 are nearly always in.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|byte| windows_1252(*byte)).collect()),
    }
}

/// WHATWG's index of windows-1252; it differs from Latin-1 only from 0x80 to 0x9F.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    let high = byte
        .checked_sub(0x80)
        .and_then(|index| HIGH.get(usize::from(index)));
    high.copied().unwrap_or_else(|| char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_is_not_utf_8_is_windows_1252() {
        assert_eq!(
            decode(b"Caf\xe9 \x96 5 \x80"),
            "Caf\u{e9} \u{2013} 5 \u{20ac}"
        );
    }

    #[test]
    fn quoted_printable_is_decoded() {
        assert_eq!(
            quoted_printable(b"Caf=C3=A9 =3D=0D=0A1 =zz"),
            "Caf\u{e9} =\n1 =zz".as_bytes()
        );
    }
}
