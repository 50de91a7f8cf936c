//! What devices tell each other about the note to one person, and how two such tellings are joined.
//!
//! A mark is a set of facts: "sent" or "skipped" at an instant, and of each whether it was taken back.
//! Joining adds up facts and forgets none, so neither order nor repetition matters. A person counts
//! as thanked as long as one "sent" is left that nobody took back. Taking back names the "sent" that it
//! takes back: a device can only undo what it has heard of, and no clock has to be right for it.
//!
//! Holds no names, no addresses and no texts, and reads no clock.

use std::collections::BTreeMap;

/// More facts of one kind than anybody makes by hand; the oldest are forgotten beyond.
const MOST: usize = 8;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// The note was sent.
    Sent,
    /// The person was skipped.
    Skipped,
}

/// The facts about the note to one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// By kind and instant (milliseconds since 1970 UTC): whether it was taken back.
    facts: BTreeMap<(Fact, i64), bool>,
}

impl Mark {
    /// Adds a fact; an instant before 1970 counts as 1970.
    pub fn add(&mut self, fact: Fact, at_ms: i64, taken_back: bool) {
        *self.facts.entry((fact, at_ms.max(0))).or_default() |= taken_back;
        self.forget_surplus(fact);
    }

    /// Adds what another device knows.
    pub fn join(&mut self, other: &Self) {
        for ((fact, at_ms), taken_back) in &other.facts {
            self.add(*fact, *at_ms, *taken_back);
        }
    }

    /// The newest fact of a kind that nobody took back.
    #[must_use]
    pub fn standing(&self, fact: Fact) -> Option<i64> {
        let newest_first = self.facts.iter().rev();
        newest_first
            .filter(|((kind, _), taken_back)| *kind == fact && !**taken_back)
            .map(|((_, at_ms), _)| *at_ms)
            .next()
    }

    /// Whether this very fact is known to have been taken back.
    #[must_use]
    pub fn is_taken_back(&self, fact: Fact, at_ms: i64) -> bool {
        let known = self.facts.get(&(fact, at_ms.max(0)));
        known.copied().unwrap_or_default()
    }

    /// Nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// Instant of the newest fact.
    #[must_use]
    pub fn newest(&self) -> Option<i64> {
        self.facts.keys().map(|(_, at_ms)| *at_ms).max()
    }

    /// As it is written: a letter for each fact, then its instant in base 36.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for ((fact, at_ms), taken_back) in &self.facts {
            text.push(letter(*fact, *taken_back));
            push_base36(&mut text, at_ms.unsigned_abs());
        }
        text
    }

    /// Reads what [`Mark::text`] wrote; `None` for anything else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut mark = Self::default();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let (fact, taken_back) = fact_of(first)?;
            let after = rest.get(first.len_utf8()..)?;
            let end = after.find(|it: char| it.is_ascii_uppercase());
            let (digits, next) = after.split_at_checked(end.unwrap_or(after.len()))?;
            let plain = digits.bytes().all(|it| it.is_ascii_alphanumeric());
            if !plain || digits.is_empty() {
                return None;
            }
            mark.add(fact, i64::from_str_radix(digits, 36).ok()?, taken_back);
            rest = next;
        }
        (!mark.is_empty()).then_some(mark)
    }

    fn forget_surplus(&mut self, fact: Fact) {
        let mut of_kind: Vec<(Fact, i64)> = self.facts.keys().copied().collect();
        of_kind.retain(|(kind, _)| *kind == fact);
        for it in of_kind.iter().rev().skip(MOST) {
            self.facts.remove(it);
        }
    }
}

const fn letter(fact: Fact, taken_back: bool) -> char {
    match (fact, taken_back) {
        (Fact::Sent, false) => 'S',
        (Fact::Sent, true) => 'U',
        (Fact::Skipped, false) => 'K',
        (Fact::Skipped, true) => 'L',
    }
}

const fn fact_of(letter: char) -> Option<(Fact, bool)> {
    match letter {
        'S' => Some((Fact::Sent, false)),
        'U' => Some((Fact::Sent, true)),
        'K' => Some((Fact::Skipped, false)),
        'L' => Some((Fact::Skipped, true)),
        _ => None,
    }
}

fn push_base36(text: &mut String, number: u64) {
    let mut digits = Vec::new();
    let mut rest = number;
    loop {
        let digit = u32::try_from(rest % 36).unwrap_or_default();
        digits.extend(char::from_digit(digit, 36));
        rest /= 36;
        if rest == 0 {
            break;
        }
    }
    text.extend(digits.iter().rev());
}

#[cfg(test)]
mod tests;
