//! One logical line: name, parameters, value (RFC 5545 3.1). Splits only; decodes nothing until
//! asked.

use super::text;

/// A content line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Property<'a> {
    name: &'a [u8],
    parameters: &'a [u8],
    /// The value as it stands.
    pub(super) value: &'a [u8],
}

impl<'a> Property<'a> {
    /// Splits a line; `None` when it has no name or no colon outside quotes.
    pub(super) fn parse(line: &'a [u8]) -> Option<Self> {
        let name_end = line.iter().position(|it| matches!(it, b':' | b';'))?;
        let (name, rest) = line.split_at_checked(name_end)?;
        // A group prefix of vCard-like producers: `item1.SUMMARY`.
        let name = name.rsplit(|it| *it == b'.').next()?.trim_ascii();
        let valid = |it: &u8| it.is_ascii_alphanumeric() || matches!(it, b'-' | b'_');
        if name.is_empty() || !name.iter().all(valid) {
            return None;
        }
        if let Some(value) = rest.strip_prefix(b":") {
            return Some(Self {
                name,
                parameters: b"",
                value,
            });
        }
        let mut quoted = false;
        let colon = rest.iter().position(|it| {
            quoted ^= *it == b'"';
            *it == b':' && !quoted
        });
        // A quote that is never closed: take the first colon rather than lose the line.
        let colon = colon.or_else(|| rest.iter().position(|it| *it == b':'))?;
        Some(Self {
            name,
            parameters: rest.get(1..colon)?,
            value: rest.get(colon + 1..)?,
        })
    }

    /// Whether the name is `name`, in whatever case.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name.as_bytes())
    }

    /// The name in upper case.
    pub(super) fn name(&self) -> String {
        text::decode(self.name).to_ascii_uppercase()
    }

    /// The first value of a parameter, without quotes.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        let mut rest = self.parameters;
        loop {
            let mut quoted = false;
            let end = rest.iter().position(|it| {
                quoted ^= *it == b'"';
                *it == b';' && !quoted
            });
            let (one, next) = rest.split_at(end.unwrap_or(rest.len()));
            if let Some(equals) = one.iter().position(|it| *it == b'=') {
                let (key, value) = one.split_at(equals);
                if key.trim_ascii().eq_ignore_ascii_case(name.as_bytes()) {
                    let value = value.get(1..).unwrap_or_default();
                    return Some(text::parameter(value));
                }
            } else if name == "ENCODING" && one.eq_ignore_ascii_case(b"QUOTED-PRINTABLE") {
                // vCalendar 1.0 may leave `ENCODING=` out.
                return Some("QUOTED-PRINTABLE".to_owned());
            }
            end?;
            rest = next.get(1..).unwrap_or_default();
        }
    }

    /// The value as text: decoded, unescaped, trimmed.
    pub(super) fn text(&self) -> String {
        let quoted_printable = self
            .parameter("ENCODING")
            .is_some_and(|it| it.eq_ignore_ascii_case("QUOTED-PRINTABLE"));
        let raw = if quoted_printable {
            text::decode(&text::quoted_printable(self.value))
        } else {
            text::decode(self.value)
        };
        text::unescape(raw.trim())
    }

    /// The value as it stands, decoded.
    pub(super) fn raw(&self) -> String {
        text::decode(self.value).trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, name: &str, parameter: Option<&str>, value: &str) {
        let it = Property::parse(line.as_bytes()).unwrap();
        assert!(it.is(name), "{line}");
        assert_eq!(it.parameter("CN").as_deref(), parameter, "{line}");
        assert_eq!(it.text(), value, "{line}");
    }

    #[test]
    fn ok_lines() {
        check("SUMMARY:a\\, b\\; c\\nd", "summary", None, "a, b; c\nd");
        check(
            "ATTENDEE;CN=Priya Shah:mailto:p@x.example",
            "ATTENDEE",
            Some("Priya Shah"),
            "mailto:p@x.example",
        );
        check(
            "ATTENDEE;ROLE=CHAIR;CN=\"Shah; Priya: x\":y",
            "ATTENDEE",
            Some("Shah; Priya: x"),
            "y",
        );
        check(
            "ATTENDEE;CN=\"never closed:y",
            "ATTENDEE",
            Some("never closed"),
            "y",
        );
        check("item1.SUMMARY:z", "SUMMARY", None, "z");
        check(
            "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BC=C3=9Fe",
            "SUMMARY",
            None,
            "Grüße",
        );
        check(
            "ATTENDEE;CN=O^'Neill ^^ co:y",
            "ATTENDEE",
            Some("O\"Neill ^ co"),
            "y",
        );
    }

    #[test]
    fn err_lines() {
        for line in ["", "no colon", ":value", "two words:x", "<html>:x", "A;B"] {
            assert!(Property::parse(line.as_bytes()).is_none(), "{line}");
        }
    }
}
