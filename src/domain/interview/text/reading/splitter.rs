//! Finds the words of a text one after the other and folds them; keeps none of them.

use super::{Gap, Token};
use crate::domain::interview::text::{
    fold::{fold_char, is_unspaced},
    lexicon::Keys,
};

/// What a byte is: the letter that it folds to, or one of these.
const HARD: u8 = 0;
/// A phrase may reach across it.
const SOFT: u8 = 1;
/// What stands beside it tells.
const ASKED: u8 = 2;
/// Part of a character that is not ASCII.
const OTHER: u8 = 3;

/// Most texts are ASCII: one look at this for each byte.
const KINDS: [u8; 256] = kinds();

#[allow(clippy::indexing_slicing, reason = "made by the compiler")]
const fn kinds() -> [u8; 256] {
    let mut kinds = [HARD; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            it if it.is_ascii_alphanumeric() => it.to_ascii_lowercase(),
            b' ' | b'\'' | b'/' | b'*' | b'&' => SOFT,
            b'-' | b':' | b'.' => ASKED,
            128.. => OTHER,
            _ => HARD,
        };
        byte += 1;
    }
    kinds
}

/// Where in a text the next word is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Splitter<'t> {
    text: &'t str,
    at: usize,
    /// What stands before the next word.
    gap: Gap,
    /// Whether the last word has more than four letters.
    is_long: bool,
    /// Where the next `@` is, and from where on an address leads up to it: asked for every word.
    sign: usize,
    leads: usize,
}

impl<'t> Splitter<'t> {
    /// Begins with the first word of `text`.
    #[must_use]
    pub(super) fn new(text: &'t str) -> Self {
        let mut new = Self {
            text,
            at: 0,
            gap: Gap::Hard,
            is_long: false,
            sign: 0,
            leads: 0,
        };
        new.find_sign();
        new
    }

    /// The next word; its folded form is added to `folded`.
    pub(super) fn next(&mut self, folded: &mut String) -> Option<Token> {
        loop {
            let start = self.begin()?;
            let folded_start = folded.len();
            self.take(folded);
            let gap = std::mem::replace(&mut self.gap, Gap::Soft);
            let word = folded.get(folded_start..).unwrap_or_default();
            // An accent that stands alone is no word.
            if !word.is_empty() {
                self.is_long = word.len() > 4 && word.chars().nth(4).is_some();
                return Some(Token {
                    start,
                    end: self.at,
                    folded_start,
                    folded_end: folded.len(),
                    gap,
                });
            }
        }
    }

    /// What stands before the next word, and the keys of its folded form.
    pub(super) fn next_keys(&mut self) -> Option<(Gap, Keys)> {
        let start = self.begin()?;
        let letters = self.text.as_bytes().get(start..)?.iter();
        let letters = letters.map(|it| kind(*it)).take_while(|kind| *kind > OTHER);
        let mut keys = Keys::default();
        letters.for_each(|it| keys.add(it));
        self.at = start + keys.length();
        if self.kind() == Some(OTHER) {
            // The long way, from the start.
            self.at = start;
            let mut folded = String::new();
            let word = self.next(&mut folded)?;
            return Some((word.gap, Keys::of(&folded)));
        }
        self.is_long = keys.length() > 4;
        Some((std::mem::replace(&mut self.gap, Gap::Soft), keys))
    }

    /// Goes to where the next word begins.
    fn begin(&mut self) -> Option<usize> {
        loop {
            match self.kind()? {
                SOFT => {}
                HARD => self.gap = Gap::Hard,
                ASKED => {
                    if !self.is_soft() {
                        self.gap = Gap::Hard;
                    }
                }
                OTHER => {
                    let c = self.character()?;
                    if is_unspaced(c) || is_part(c) {
                        return Some(self.at);
                    }
                    if !is_soft(c) {
                        self.gap = Gap::Hard;
                    }
                    self.at += c.len_utf8() - 1;
                }
                _ => match self.address_length() {
                    None => return Some(self.at),
                    Some(length) => {
                        self.at += length - 1;
                        self.gap = Gap::Hard;
                    }
                },
            }
            self.at += 1;
        }
    }

    /// Folds the word that begins here and goes behind it.
    fn take(&mut self, folded: &mut String) {
        let start = self.at;
        while let Some(kind) = self.kind() {
            if kind > OTHER {
                folded.push(char::from(kind));
                self.at += 1;
                continue;
            }
            let Some(c) = self.character().filter(|_| kind == OTHER) else {
                return;
            };
            let alone = is_unspaced(c);
            if alone && self.at > start || !alone && !is_part(c) {
                return;
            }
            fold_char(c, folded);
            self.at += c.len_utf8();
            if alone {
                return;
            }
        }
    }

    fn kind(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).map(|it| kind(*it))
    }

    fn character(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    /// Whether a phrase may reach across the mark that stands here.
    fn is_soft(&self) -> bool {
        let bytes = self.text.as_bytes();
        match bytes.get(self.at) {
            Some(b'-') => !stands_free(bytes, self.at),
            Some(b':') => is_ending(bytes, self.at),
            _ => !self.ends_sentence(),
        }
    }

    /// A full stop before a space, unless it abbreviates (`2. Runde`, `rozm. kwalifikacyjna`).
    fn ends_sentence(&self) -> bool {
        self.is_long && {
            let rest = self.text.get(self.at + 1..);
            let next = rest.and_then(|rest| rest.chars().next());
            next.is_none_or(char::is_whitespace)
        }
    }

    /// Length of the link or mail address that starts here, in bytes.
    fn address_length(&mut self) -> Option<usize> {
        let rest = self.text.get(self.at..)?;
        let bytes = rest.as_bytes();
        let starts = |prefix: &str| {
            bytes
                .get(..prefix.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
        };
        let may_link = matches!(bytes.first(), Some(b'h' | b'H' | b'w' | b'W' | b'm' | b'M'));
        if may_link
            && ["http://", "https://", "www.", "mailto:"]
                .into_iter()
                .any(starts)
        {
            return Some(rest.find(ends_link).unwrap_or(rest.len()));
        }
        if self.at > self.sign {
            self.find_sign();
        }
        if self.at < self.leads {
            return None;
        }
        let end = bytes.iter().position(|it| !is_of_address(*it));
        let address = rest.get(..end.unwrap_or(rest.len()))?;
        let (_, domain) = address.rsplit_once('@')?;
        let named = domain.trim_end_matches('.').contains('.');
        named.then_some(address.len())
    }

    /// Looks for the next `@`.
    fn find_sign(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let Some(sign) = memchr::memchr(b'@', rest) else {
            (self.sign, self.leads) = (usize::MAX, usize::MAX);
            return;
        };
        let before = rest.get(..sign).unwrap_or_default();
        let led = before.iter().rev().take_while(|it| is_of_address(**it));
        self.sign = self.at + sign;
        self.leads = self.sign - led.count();
    }
}

/// Whether `c`, which is not ASCII, belongs to a word.
fn is_part(c: char) -> bool {
    // Nearly all that is asked: Latin letters with accents.
    let latin = matches!(c, '\u{C0}'..='\u{24F}' if c != '×' && c != '÷');
    latin || c.is_alphanumeric() || is_joining(c)
}

/// Marks inside a word that must not split it: combining accents of decomposed text.
pub(in crate::domain::interview::text) const fn is_joining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{064B}'..='\u{0652}' | '\u{0640}' | '\u{00AD}'
        | '\u{093A}'..='\u{094F}' | '\u{0902}' | '\u{0900}'..='\u{0903}')
}

/// `interview - practice nurse`, `interviews -- day 3`: a hyphen between spaces is a dash, and two are.
fn stands_free(bytes: &[u8], at: usize) -> bool {
    let space = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_whitespace);
    let hyphen = |at: usize| bytes.get(at) == Some(&b'-');
    let before = at.checked_sub(1);
    before.is_some_and(space) && space(at + 1) || hyphen(at + 1) || before.is_some_and(hyphen)
}

/// `2:a samtalet`, `HR:n`: Swedish and Finnish endings behind a colon.
fn is_ending(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|it| bytes.get(it));
    let ending = matches!(bytes.get(at + 1), Some(b'a' | b'e' | b'n' | b's'));
    let ends = bytes
        .get(at + 2)
        .is_none_or(|it| !it.is_ascii_alphanumeric());
    before.is_some_and(u8::is_ascii_alphanumeric) && ending && ends
}

/// Whether a phrase may reach across `c`, which is not ASCII.
const fn is_soft(c: char) -> bool {
    matches!(
        c,
        '\u{00A0}' | '\u{202F}' | '\u{3000}' | '\u{2010}' | '\u{2011}' | '\u{2019}'
    )
}

fn kind(byte: u8) -> u8 {
    KINDS.get(usize::from(byte)).copied().unwrap_or(OTHER)
}

fn ends_link(c: char) -> bool {
    c.is_whitespace() || matches!(c, '<' | '>' | '"' | '(' | ')' | '[' | ']' | ',' | ';')
}

const fn is_of_address(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+' | b'@')
}
