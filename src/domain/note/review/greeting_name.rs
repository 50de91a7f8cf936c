//! The right person is greeted, by the right name.

use std::ops::Range;

use super::{
    Expectation, Finding, Fix, Severity, Text,
    message::{greeting, is_greeting},
    names::{self, is_near, same},
};
use crate::domain::note::{
    compose::Tone,
    language::Address,
    names::{first_name, gender, greeted_name, is_east_asian, is_title, listed_name, plain_name},
    phrases,
};

/// Letters that the short form of a name has at least: `Chris`.
const SHORT_FORM: usize = 3;

/// Holds the greeting against the person thanked, the others met, and those of other interviews.
pub(super) fn check(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let greeting = Greeting::of(text.body, expectation)?;
    if greeting.is_ours() {
        // Where a name tells nothing to greet by, ours names nobody.
        let missing = greeting.missing()?;
        return Some(Finding {
            severity: Severity::Hint,
            ..missing
        });
    }
    greeting
        .somebody_else()
        .or_else(|| greeting.misspelt())
        .or_else(|| greeting.other_surname())
        .or_else(|| greeting.other_title())
        .or_else(|| greeting.missing())
}

/// What the user calls the person, or the name to greet by.
pub(super) fn expected(expectation: &Expectation<'_>) -> Option<String> {
    let call = expectation.call.unwrap_or_default().trim();
    if !call.is_empty() {
        return Some(call.to_owned());
    }
    let recipient = expectation.recipient?;
    Some(first_name(recipient).unwrap_or_else(|| listed_name(recipient)))
}

/// Words that the person may be called.
pub(super) fn parts(expectation: &Expectation<'_>) -> Vec<String> {
    let recipient = plain_name(expectation.recipient.unwrap_or_default());
    let call = expectation.call.unwrap_or_default();
    // "von" and "de" name nobody.
    let names = recipient.split_whitespace();
    let names = names.filter(|it| !it.starts_with(char::is_lowercase));
    let words = names.chain(call.split_whitespace());
    let words = words.filter(|it| it.chars().count() > 1);
    words.map(str::to_owned).collect()
}

/// A greeting, and who is to be greeted.
struct Greeting<'a> {
    expectation: &'a Expectation<'a>,
    expected: String,
    parts: Vec<String>,
    /// The first line that is not blank.
    line: &'a str,
    /// What of it greets.
    head: &'a str,
    /// Byte of the body at which both begin.
    start: usize,
    words: Vec<(usize, &'a str)>,
}

impl<'a> Greeting<'a> {
    fn of(body: &'a str, expectation: &'a Expectation<'a>) -> Option<Self> {
        let parts = parts(expectation);
        if expectation.recipient.is_none() || parts.is_empty() {
            return None;
        }
        let head = greeting(body);
        Some(Self {
            expectation,
            expected: expected(expectation)?,
            parts,
            line: body.trim_start().lines().next().unwrap_or_default(),
            head,
            start: body.len() - body.trim_start().len(),
            words: names::words(head),
        })
    }

    fn is_part(&self, word: &str) -> bool {
        self.parts.iter().any(|it| same(word, it))
    }

    /// Where in the body a word of the greeting stands.
    fn place(&self, at: usize, word: &str) -> Range<usize> {
        self.start + at..self.start + at + word.len()
    }

    /// The words that can be a name: the first one is "Hi" or "Dear".
    fn names(&self) -> impl Iterator<Item = &(usize, &'a str)> {
        self.words.iter().skip(1)
    }

    /// Where the greeting has a name, which may be of several words: `von Bülow`.
    fn called(&self, name: &str) -> Option<(usize, &'a str)> {
        if name.contains(' ') {
            let at = self.head.find(name)?;
            return Some((at, self.head.get(at..at + name.len())?));
        }
        self.words.iter().find(|(_, it)| same(it, name)).copied()
    }

    /// The greeting that a draft would have, in any tone and form of address.
    fn is_ours(&self) -> bool {
        let it = self.expectation;
        if it.call.is_some_and(|it| !it.trim().is_empty()) {
            return false;
        }
        [Tone::Warm, Tone::Formal, Tone::Plain]
            .into_iter()
            .any(|tone| {
                Address::ALL.into_iter().any(|address| {
                    self.line == phrases::greeting(it.language, tone, address, it.recipient)
                })
            })
    }

    /// Nobody else's name instead of the right one.
    fn somebody_else(&self) -> Option<Finding> {
        if self.words.iter().any(|(_, it)| self.is_part(it)) {
            return None;
        }
        let others = [
            ("wrong_name", self.expectation.other_names),
            ("other_recipient", self.expectation.names_elsewhere),
        ];
        for (code, names) in others {
            for other in names {
                let greeted = greeted_name(other).unwrap_or_default();
                let plain = plain_name(other);
                let last = plain.split_whitespace().next_back().unwrap_or_default();
                let by_first = self.called(&greeted);
                // "Dear Mr Kovač": what to put there instead is not sure.
                let by_last = || self.names().find(|(_, it)| *it == last).copied();
                let Some((at, word)) = by_first.or_else(by_last) else {
                    continue;
                };
                let mut finding = Finding::new(code, Severity::Stop, &[word, &self.expected]);
                let at = self.place(at, word);
                let fix = || Fix::new(&at, &self.expected);
                finding.fix = (by_first.is_some() && !greeted.contains(' ')).then(fix);
                finding.at = Some(at);
                return Some(finding);
            }
        }
        None
    }

    /// A slip in any part of the name; a form of address such as `Herr` is none.
    fn misspelt(&self) -> Option<Finding> {
        let named = self.words.iter().any(|(_, it)| self.is_part(it));
        let (at, word, part) = self.names().find_map(|(at, word)| {
            let capital = word.starts_with(char::is_uppercase);
            let is_name = !self.is_part(word) && !is_title(word) && (capital || !named);
            let part = self.parts.iter().find(|it| is_near(word, it))?;
            is_name.then_some((*at, *word, part))
        })?;
        let at = self.place(at, word);
        let mut finding = Finding::new("misspelt_name", Severity::Warning, &[word, part]);
        finding.fix = Some(Fix::new(&at, part));
        finding.at = Some(at);
        Some(finding)
    }

    /// `Dear Priya Miller`, to Priya Shah.
    fn other_surname(&self) -> Option<Finding> {
        let [.., (from, first), (at, last)] = self.words.as_slice() else {
            return None;
        };
        let beside = self.head.get(from + first.len()..*at) == Some(" ");
        let mine = |it: &str| it.split('-').any(|it| self.is_part(it)) || self.is_short_form(it);
        let is_name = last.starts_with(char::is_uppercase) && last.chars().count() > 1;
        if !(beside && is_name && self.is_part(first)) || mine(last) || is_title(last) {
            return None;
        }
        // Who is known by one name may have another one.
        let whole = plain_name(self.expectation.recipient?);
        if whole.split_whitespace().count() < 2 || self.expectation.says(last) {
            return None;
        }
        let at = self.place(*from, first).start..self.place(*at, last).end;
        let found = format!("{first} {last}");
        let mut finding = Finding::new("wrong_name", Severity::Warning, &[&found, &whole]);
        finding.at = Some(at);
        Some(finding)
    }

    /// `Dear Mr Shah`, to Ms Shah.
    fn other_title(&self) -> Option<Finding> {
        let recipient = self.expectation.recipient?;
        let known = gender(recipient)?;
        let called = self.expectation.call.unwrap_or_default().trim();
        if !called.is_empty() {
            return None;
        }
        let place = self.words.iter().position(|(_, it)| self.is_part(it))?;
        let (at, name) = self.words.get(place)?;
        // "Herr Dr. Shah": others may stand between.
        let titles = self.words.get(..place)?.iter().rev();
        let (from, title) = titles
            .take_while(|(_, it)| is_title(it) || gender(it).is_some())
            .find(|(_, it)| gender(it).is_some_and(|it| it != known))?;
        let at = self.place(*from, title).start..self.place(*at, name).end;
        let found = format!("{title} {name}");
        let right = recipient.trim();
        let mut finding = Finding::new("wrong_name", Severity::Warning, &[&found, right]);
        finding.at = Some(at);
        Some(finding)
    }

    /// Nothing in the first line that this person is called.
    fn missing(&self) -> Option<Finding> {
        let in_line = names::words(self.line);
        let is_named = in_line.iter().any(|(_, it)| self.is_part(it))
            || self.line.contains(&plain_name(self.expectation.recipient?))
            || self.names().any(|(_, it)| self.is_short_form(it))
            || self.parts.iter().any(|it| {
                // 田中様: nothing parts the name from what follows it.
                it.chars().any(is_east_asian) && self.line.contains(it.as_str())
            });
        if is_named {
            return None;
        }
        // Nobody is to be greeted by a family name alone, and no department by name.
        let it = self.expectation;
        let called = it.call.is_some_and(|it| !it.trim().is_empty());
        let full = it.recipient?;
        let mut finding = if !called && phrases::is_left_nameless(it.language, full) {
            Finding::new("half_name", Severity::Hint, &[&plain_name(full)])
        } else {
            Finding::new("missing_name", Severity::Warning, &[&self.expected])
        };
        let at = self.start..self.start + self.line.len();
        finding.at = is_greeting(self.line.trim()).then_some(at);
        Some(finding)
    }

    /// `Chris` of Christopher.
    fn is_short_form(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        lower.chars().count() >= SHORT_FORM
            && self
                .parts
                .iter()
                .any(|it| it.to_lowercase().starts_with(&lower))
    }
}

#[cfg(test)]
mod tests;
