//! Chunks of bytes to logical lines (RFC 5545 3.1): folded lines are joined before anything is
//! decoded, since a fold may stand inside a UTF-8 sequence.
//!
//! Accepts CRLF, LF and CR, a byte order mark, and the soft line breaks of QUOTED-PRINTABLE that
//! vCalendar 1.0 uses instead of folding.

use memchr::{memchr, memmem};

/// A line longer than this is cut off: no calendar needs it, and a file without line ends must
/// not fill the memory twice.
const LONGEST: usize = 8 << 20;

/// Joins chunks and folds into logical lines.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// The end of the last chunk, up to a line end that has not come yet.
    rest: Vec<u8>,
    /// The logical line being built, and the physical line it began on.
    line: Vec<u8>,
    begun_on: u32,
    /// Physical lines seen.
    count: u32,
}

impl Lines {
    /// Takes the next bytes and hands out every logical line that is complete.
    pub(super) fn push(&mut self, chunk: &[u8], mut each: impl FnMut(u32, &[u8])) {
        let mut chunk = chunk;
        if !self.rest.is_empty() {
            let Some(end) = memchr(b'\n', chunk) else {
                self.keep(chunk);
                return;
            };
            let (head, tail) = chunk.split_at(end + 1);
            let mut first = std::mem::take(&mut self.rest);
            first.extend_from_slice(head);
            self.physical_lines(&first, &mut each);
            chunk = tail;
        }
        match memchr::memrchr(b'\n', chunk) {
            Some(end) => {
                let (whole, tail) = chunk.split_at(end + 1);
                self.physical_lines(whole, &mut each);
                self.keep(tail);
            }
            None => self.keep(chunk),
        }
    }

    /// Hands out what is left.
    pub(super) fn finish(mut self, mut each: impl FnMut(u32, &[u8])) {
        let rest = std::mem::take(&mut self.rest);
        self.physical_lines(&rest, &mut each);
        self.emit(&mut each);
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = LONGEST.saturating_sub(self.rest.len());
        self.rest
            .extend_from_slice(bytes.get(..room).unwrap_or(bytes));
    }

    /// `bytes` hold whole physical lines, or the last one of the file.
    fn physical_lines(&mut self, bytes: &[u8], each: &mut impl FnMut(u32, &[u8])) {
        let mut bytes = bytes;
        while !bytes.is_empty() {
            let end = memchr(b'\n', bytes);
            let (line, rest) = match end {
                Some(end) => {
                    let (line, rest) = bytes.split_at(end);
                    (line, rest.get(1..).unwrap_or_default())
                }
                None => (bytes, [].as_slice()),
            };
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if memchr(b'\r', line).is_some() {
                // Bare CR: an old Mac's line end.
                for part in line.split(|byte| *byte == b'\r') {
                    self.physical_line(part, each);
                }
            } else {
                self.physical_line(line, each);
            }
            bytes = rest;
        }
    }

    fn physical_line(&mut self, line: &[u8], each: &mut impl FnMut(u32, &[u8])) {
        self.count += 1;
        let line = match self.count {
            1 => line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line),
            _ => line,
        };
        if let Some(continued) = line.strip_prefix(b" ").or_else(|| line.strip_prefix(b"\t")) {
            self.extend(continued);
        } else if self.expects_soft_break() {
            self.line.pop();
            self.extend(line);
        } else {
            self.emit(each);
            self.begun_on = self.count;
            self.extend(line);
        }
    }

    fn extend(&mut self, bytes: &[u8]) {
        let room = LONGEST.saturating_sub(self.line.len());
        self.line
            .extend_from_slice(bytes.get(..room).unwrap_or(bytes));
    }

    /// A QUOTED-PRINTABLE value that ends in `=` goes on with the next line.
    fn expects_soft_break(&self) -> bool {
        self.line.last() == Some(&b'=') && memmem::find(&self.line, b"QUOTED-PRINTABLE").is_some()
    }

    fn emit(&mut self, each: &mut impl FnMut(u32, &[u8])) {
        if self.line.iter().any(|byte| !byte.is_ascii_whitespace()) {
            each(self.begun_on, &self.line);
        }
        self.line.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &[u8], cut: usize) -> Vec<(u32, Vec<u8>)> {
        let mut out = Vec::new();
        let mut lines = Lines::default();
        let (head, tail) = text.split_at(cut);
        for part in [head, tail] {
            lines.push(part, |number, line| out.push((number, line.to_vec())));
        }
        lines.finish(|number, line| out.push((number, line.to_vec())));
        out
    }

    fn check(text: &[u8], expected: &[(u32, &str)]) {
        let expected: Vec<_> = expected
            .iter()
            .map(|(number, line)| (*number, line.as_bytes().to_vec()))
            .collect();
        for cut in 0..=text.len() {
            assert_eq!(lines(text, cut), expected, "cut at {cut}");
        }
    }

    #[test]
    fn folds_are_joined_wherever_the_file_is_cut() {
        check(
            b"A:1\r\nB:2\r\n 3\r\n\t4\r\nC:5",
            &[(1, "A:1"), (2, "B:234"), (5, "C:5")],
        );
    }

    #[test]
    fn a_fold_inside_a_character_is_no_damage() {
        check(b"A:gr\xc3\r\n \xbcn\r\n", &[(1, "A:gr\u{fc}n")]);
    }

    #[test]
    fn every_line_end_is_understood() {
        check(
            b"A:1\nB:2\r\nC:3\r\n",
            &[(1, "A:1"), (2, "B:2"), (3, "C:3")],
        );
        check(b"A:1\rB:2\r", &[(1, "A:1"), (2, "B:2")]);
    }

    #[test]
    fn marks_and_blank_lines_are_no_lines() {
        check(b"\xef\xbb\xbfA:1\n\nB:2\n", &[(1, "A:1"), (3, "B:2")]);
    }

    #[test]
    fn soft_line_breaks_are_joined() {
        let text = b"N;ENCODING=QUOTED-PRINTABLE:a=\r\nb\r\nX:c=\r\nY:d";
        check(
            text,
            &[
                (1, "N;ENCODING=QUOTED-PRINTABLE:ab"),
                (3, "X:c="),
                (4, "Y:d"),
            ],
        );
    }
}
