//! Cuts a stream of bytes into logical lines, wherever the stream was cut into chunks.
//!
//! A logical line still contains its folds (RFC 5545 3.1): unfolding costs a copy and is done only
//! for the few lines that are read. Ends of lines are CRLF, LF, or, in files that begin so, CR.

use memchr::{memchr_iter, memchr2};

/// The state between two chunks.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Bytes of a line whose end is not known yet.
    pending: Vec<u8>,
    /// Physical lines that have ended.
    ended: u32,
    /// Physical lines that have ended inside `pending`.
    ended_pending: u32,
    ending: Ending,
}

/// A logical line without its last line end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Logical<'a> {
    pub(super) bytes: &'a [u8],
    /// Whether its folds are in it.
    pub(super) folded: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Ending {
    #[default]
    Unknown,
    Lf,
    Cr,
}

impl Lines {
    /// Takes the next bytes; `each` gets every finished logical line, and
    /// the number of its first physical line, counted from 1.
    pub(super) fn push(&mut self, chunk: &[u8], each: &mut impl FnMut(u32, Logical<'_>)) {
        match self.ending {
            Ending::Lf => self.push_lf(chunk, each),
            Ending::Cr => self.push_cr(chunk, each),
            Ending::Unknown => self.push_first(chunk, each),
        }
    }

    /// Physical lines seen so far.
    pub(super) const fn count(&self) -> u32 {
        self.ended + self.ended_pending
    }

    /// Ends the stream. What is pushed afterwards is another one, whose lines are counted on.
    pub(super) fn finish(&mut self, each: &mut impl FnMut(u32, Logical<'_>)) {
        if self.ending == Ending::Unknown {
            let held = std::mem::take(&mut self.pending);
            if held.ends_with(b"\r") {
                self.ending = Ending::Cr;
                self.push_cr(&held, each);
            } else {
                self.pending = held;
            }
        }
        if !self.pending.is_empty() {
            each(
                self.ended + 1,
                logical(&self.pending, self.ended_pending > 0),
            );
            let open = u32::from(!self.pending.ends_with(b"\n"));
            self.ended += self.ended_pending + open;
            self.pending.clear();
        }
        self.ended_pending = 0;
        self.ending = Ending::Unknown;
    }

    /// Decides by the first line end: a CR that neither LF nor another CR follows.
    fn push_first(&mut self, chunk: &[u8], each: &mut impl FnMut(u32, Logical<'_>)) {
        let searched = self
            .pending
            .iter()
            .rposition(|byte| *byte != b'\r')
            .map_or(0, |at| at + 1);
        self.pending.extend_from_slice(chunk);
        let Some(found) = self
            .pending
            .get(searched..)
            .and_then(|rest| memchr2(b'\r', b'\n', rest))
        else {
            return;
        };
        let after = self.pending.get(searched + found..).unwrap_or_default();
        let Some(next) = after.iter().find(|byte| **byte != b'\r') else {
            return;
        };
        self.ending = if *next == b'\n' {
            Ending::Lf
        } else {
            Ending::Cr
        };
        let held = std::mem::take(&mut self.pending);
        self.push(&held, each);
    }

    fn push_cr(&mut self, chunk: &[u8], each: &mut impl FnMut(u32, Logical<'_>)) {
        // Rare enough to be turned into the usual form. A LF that follows is an empty line then,
        // and empty lines are nobody's.
        let turned: Vec<u8> = chunk
            .iter()
            .map(|byte| if *byte == b'\r' { b'\n' } else { *byte })
            .collect();
        self.push_lf(&turned, each);
    }

    fn push_lf(&mut self, chunk: &[u8], each: &mut impl FnMut(u32, Logical<'_>)) {
        let rest = if self.pending.is_empty() {
            chunk
        } else {
            let Some(rest) = self.complete_pending(chunk, each) else {
                return;
            };
            rest
        };
        let mut start = 0;
        let mut ended = 0;
        for end in memchr_iter(b'\n', rest) {
            ended += 1;
            match rest.get(end + 1) {
                Some(b' ' | b'\t') => {}
                Some(_) => {
                    let line = rest.get(start..end).unwrap_or_default();
                    each(self.ended + 1, logical(line, ended > 1));
                    self.ended += ended;
                    ended = 0;
                    start = end + 1;
                }
                None => break,
            }
        }
        self.pending
            .extend_from_slice(rest.get(start..).unwrap_or_default());
        self.ended_pending = ended;
    }

    /// Ends the line held back with bytes of `chunk`; gives what is left of it.
    fn complete_pending<'a>(
        &mut self,
        chunk: &'a [u8],
        each: &mut impl FnMut(u32, Logical<'_>),
    ) -> Option<&'a [u8]> {
        let first = chunk.first()?;
        let mut taken = None;
        if self.pending.ends_with(b"\n") && !matches!(first, b' ' | b'\t') {
            taken = Some(0);
        } else {
            for end in memchr_iter(b'\n', chunk) {
                self.ended_pending += 1;
                match chunk.get(end + 1) {
                    Some(b' ' | b'\t') | None => {}
                    Some(_) => {
                        taken = Some(end + 1);
                        break;
                    }
                }
            }
        }
        let (head, rest) = chunk.split_at_checked(taken.unwrap_or(chunk.len()))?;
        self.pending.extend_from_slice(head);
        taken?;
        each(
            self.ended + 1,
            logical(&self.pending, self.ended_pending > 1),
        );
        self.pending.clear();
        self.ended += self.ended_pending;
        self.ended_pending = 0;
        Some(rest)
    }
}

/// Logical lines of text that is whole and ends its lines with LF, as [`Lines`] cut them before.
pub(super) fn logical_lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let folds = |end: &usize| matches!(rest.get(end + 1), Some(b' ' | b'\t'));
        let end = memchr_iter(b'\n', rest)
            .find(|end| !folds(end))
            .unwrap_or(rest.len());
        let line = rest.get(..end).unwrap_or_default();
        rest = rest.get(end + 1..).unwrap_or_default();
        Some(line)
    })
}

fn logical(line: &[u8], folded: bool) -> Logical<'_> {
    let bytes = trim_end(line);
    Logical { bytes, folded }
}

fn trim_end(line: &[u8]) -> &[u8] {
    let mut line = line;
    while let [head @ .., b'\r' | b'\n'] = line {
        line = head;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &[u8], size: usize) -> Vec<(u32, String)> {
        let mut lines = Lines::default();
        let mut found = Vec::new();
        let mut each = |number, line: Logical<'_>| {
            assert!(line.folded || !line.bytes.contains(&b'\n'));
            found.push((number, String::from_utf8_lossy(line.bytes).into_owned()));
        };
        for chunk in text.chunks(size) {
            lines.push(chunk, &mut each);
        }
        lines.finish(&mut each);
        found
    }

    #[test]
    fn where_the_stream_is_cut_changes_nothing() {
        for text in [
            "A:1\r\nB:two\r\n  and more\r\n\t.\r\nC:3\r\n\r\nD:4\r\n".as_bytes(),
            b"A:1\nB:two\n  and more\nC:3",
            b"A:1\rB:two\r  and more\rC:3\r",
            b"A:1\r\r\nB:2\r\r\n",
            b"A",
            b"\r",
            b"\n\n\n",
            b"",
        ] {
            let whole = cut(text, text.len().max(1));
            for size in 1..text.len().max(1) {
                assert_eq!(
                    cut(text, size),
                    whole,
                    "{size} {:?}",
                    String::from_utf8_lossy(text)
                );
            }
        }
    }

    #[test]
    fn every_stream_has_its_own_line_ends_and_no_fold_into_the_one_before() {
        let mut found = Vec::new();
        let mut lines = Lines::default();
        for stream in ["A:1\rB:2\r", " C\r\nD:4", "E:5\n\tf\n", "", "G:7\n g"] {
            let mut each = |number, line: Logical<'_>| {
                found.push((number, String::from_utf8_lossy(line.bytes).into_owned()));
            };
            lines.push(stream.as_bytes(), &mut each);
            lines.finish(&mut each);
        }
        let expected = [
            (1, "A:1"),
            (2, "B:2"),
            (3, " C"),
            (4, "D:4"),
            (5, "E:5\n\tf"),
            (7, "G:7\n g"),
        ];
        assert_eq!(found, expected.map(|(at, line)| (at, line.to_owned())));
        assert_eq!(lines.count(), 8);
    }

    #[test]
    fn a_fold_belongs_to_the_line_above() {
        assert_eq!(
            cut(b"A:1\r\n 2\r\nB:3\r\n", 100),
            [(1, String::from("A:1\r\n 2")), (3, String::from("B:3"))]
        );
    }

    #[test]
    fn a_bare_cr_ends_a_line_in_a_file_that_begins_so() {
        let lines = cut(b"A:1\rB:2\r 3\rC:4", 100);
        let texts: Vec<&str> = lines.iter().map(|(_, line)| line.as_str()).collect();
        assert_eq!(texts, ["A:1", "B:2\n 3", "C:4"]);
    }
}
