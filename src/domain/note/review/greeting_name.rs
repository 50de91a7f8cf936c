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
    names::{first_name, gender, is_east_asian, is_title, plain_name},
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
    Some(first_name(recipient).unwrap_or_else(|| plain_name(recipient)))
}

/// Words that the person may be called.
pub(super) fn parts(expectation: &Expectation<'_>) -> Vec<String> {
    let recipient = plain_name(expectation.recipient.unwrap_or_default());
    let call = expectation.call.unwrap_or_default();
    let words = recipient.split_whitespace().chain(call.split_whitespace());
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
                let first = first_name(other).unwrap_or_default();
                let plain = plain_name(other);
                let last = plain.split_whitespace().next_back().unwrap_or_default();
                let by_first = self.words.iter().find(|(_, it)| same(it, &first));
                // "Dear Mr Kovač": what to put there instead is not sure.
                let by_last = || self.names().find(|(_, it)| *it == last);
                let Some((at, word)) = by_first.or_else(by_last) else {
                    continue;
                };
                let mut finding = Finding::new(code, Severity::Stop, &[word, &self.expected]);
                let at = self.place(*at, word);
                finding.fix = by_first.map(|_| Fix::new(&at, &self.expected));
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
        let pairs = self.words.iter().zip(self.words.iter().skip(1));
        let ((from, title), (at, name)) = pairs
            .filter(|((_, title), _)| gender(title).is_some_and(|it| it != known))
            .find(|(_, (_, name))| self.is_part(name))?;
        if !called.is_empty() {
            return None;
        }
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
        let mut finding = Finding::new("missing_name", Severity::Warning, &[&self.expected]);
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
mod tests {
    use super::super::sample::{self, finds, finds_for, fine};
    use super::*;
    use crate::domain::note::language::Language;

    #[test]
    fn another_persons_name_stops_the_note() {
        let names = ["Tom Kovač".to_owned()];
        let mut expectation = sample::expectation();
        expectation.other_names = &names;
        finds_for(
            &expectation,
            "Hi Priya,",
            "Hi Tom,",
            "wrong_name",
            Severity::Stop,
            "Tom",
        );
        expectation.other_names = &[];
        expectation.names_elsewhere = &names;
        finds_for(
            &expectation,
            "Hi Priya,",
            "Hi Tom,",
            "other_recipient",
            Severity::Stop,
            "Tom",
        );
    }

    #[test]
    fn a_slip_in_the_name_can_be_put_right() {
        finds(
            "Hi Priya,",
            "Hi Pirya,",
            "misspelt_name",
            Severity::Warning,
            "Pirya",
        );
        assert_eq!(sample::fixed("Hi Priya,", "Hi Pirya,"), sample::FINE);
    }

    #[test]
    fn a_greeting_without_a_name_is_noticed() {
        finds(
            "Hi Priya,",
            "Hi there,",
            "missing_name",
            Severity::Warning,
            "Hi there,",
        );
        finds(
            "Hi Priya,",
            "Hello,",
            "missing_name",
            Severity::Warning,
            "Hello,",
        );
    }

    #[test]
    fn every_usual_way_to_greet_is_fine() {
        for greeting in [
            "Dear Priya Shah,",
            "Dear Ms. Shah,",
            "Hello priya!",
            "Priya –",
        ] {
            fine("Hi Priya,", greeting);
        }
    }

    #[test]
    fn a_greeting_in_the_line_of_the_message_is_read_as_well() {
        let part = "Hi Priya,\n\nThank";
        fine(part, "Hi Priya, thank");
        fine(part, "Hi Priya! Thank");
        let names = ["Tom Kovač".to_owned()];
        let mut expectation = sample::expectation();
        expectation.other_names = &names;
        let (code, severity) = ("wrong_name", Severity::Stop);
        finds_for(&expectation, part, "Hi Tom, thank", code, severity, "Tom");
        finds_for(
            &expectation,
            part,
            "Dear Mr Kovač, thank",
            code,
            severity,
            "Kovač",
        );
    }

    #[test]
    fn a_surname_is_held_against_the_person_s_as_well() {
        let (part, severity) = ("Hi Priya,", Severity::Warning);
        finds(part, "Dear Priya Sahh,", "misspelt_name", severity, "Sahh");
        finds(
            part,
            "Dear Priya Miller,",
            "wrong_name",
            severity,
            "Priya Miller",
        );
        for greeting in [
            "Dear Priya Shah-Miller,",
            "Dear Priya S.,",
            "Hi Priya and team,",
            "Good morning Priya,",
        ] {
            fine(part, greeting);
        }
        let mut expectation = sample::expectation();
        expectation.recipient = Some("Priya");
        assert_eq!(sample::after(part, "Dear Priya Shah,", &expectation), []);
    }

    #[test]
    fn the_other_form_of_address_is_noticed_where_the_invitation_tells_it() {
        let mut expectation = sample::expectation();
        expectation.recipient = Some("Ms. Priya Shah");
        let (part, code, severity) = ("Hi Priya,", "wrong_name", Severity::Warning);
        finds_for(
            &expectation,
            part,
            "Dear Mr. Shah,",
            code,
            severity,
            "Mr. Shah",
        );
        for greeting in ["Dear Ms Shah,", "Dear Mrs. Shah,", "Dear Dr. Shah,"] {
            assert_eq!(
                sample::after(part, greeting, &expectation),
                [],
                "{greeting}"
            );
        }
        fine(part, "Dear Mr. Shah,");
    }

    #[test]
    fn short_forms_and_names_without_blanks_are_fine() {
        for (recipient, greeting) in [
            ("Christopher Shah", "Hi Chris,"),
            ("田中 太郎", "Dear 田中様,"),
            ("田中 太郎", "田中様"),
        ] {
            let mut expectation = sample::expectation();
            expectation.recipient = Some(recipient);
            assert_eq!(
                sample::after("Hi Priya,", greeting, &expectation),
                [],
                "{greeting}"
            );
        }
    }

    #[test]
    fn our_own_greeting_is_at_most_a_hint() {
        let mut expectation = sample::expectation();
        expectation.language = Language::German;
        for recipient in [
            "Lindner",
            "Herr Harr",
            "Frau Prof. Dr. Priya Müller",
            "priya.shah",
            "?!",
        ] {
            expectation.recipient = Some(recipient);
            let address = Address::Polite;
            let greeting =
                phrases::greeting(Language::German, Tone::Warm, address, Some(recipient));
            let found = sample::after("Hi Priya,", &greeting, &expectation);
            let found = found.iter().filter(|it| it.code.ends_with("name"));
            let worst = found.map(|it| it.severity).max();
            assert!(worst.is_none_or(|it| it == Severity::Hint), "{greeting}");
        }
    }
}
