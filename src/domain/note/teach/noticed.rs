//! What an edit of a draft could teach: the first line, the sign-off, sentences that were taken out.
//!
//! Refuses whatever might fit this one note alone, and what the drafts do anyway. All of it by lines:
//! the first that is not blank greets, the last above the signature signs off.

use super::{Habit, LONGEST, Lesson, greeting, removed};
use crate::domain::note::{
    compose::{self, Brief},
    language::Language,
    phrases::{self, section},
};

/// The parts of a text.
#[derive(Debug, Default)]
struct Letter<'a> {
    greeting: &'a str,
    message: String,
    /// One line alone above the signature; `None` without a signature, or with more lines.
    sign_off: Option<&'a str>,
}

/// What the user's text could teach, held against the draft that it was made from: the greeting, the
/// sign-off, sentences, in this order; what has been learned already is left out. `others` are names
/// of people whom the note is not for, and of the user.
#[must_use]
pub fn noticed(ours: &str, edited: &str, brief: &Brief<'_>, others: &[String]) -> Vec<Lesson> {
    let (ours, edited) = (plain(ours), plain(edited));
    if ours == edited {
        return Vec::new();
    }
    let (own, theirs) = (letter(&ours, brief), letter(&edited, brief));
    let greeting = greeting_of(&own, &theirs, brief, others);
    let sign_off = sign_off_of(&own, &theirs, brief, others);
    let phrases = phrases::addressed(brief.language, brief.address);
    let gone = removed::removed(&own.message, &edited, phrases);
    let gone = gone.into_iter().map(|it| Habit::LeaveOut(it.to_owned()));
    greeting
        .into_iter()
        .chain(sign_off)
        .chain(gone)
        .map(|it| Lesson::of(brief, it))
        .filter(|it| !brief.learned.contains(it))
        .collect()
}

/// Line ends as drafts have them.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn letter<'a>(text: &'a str, brief: &Brief<'_>) -> Letter<'a> {
    let text = text.trim();
    let (greeting, rest) = text.split_once('\n').unwrap_or((text, ""));
    let signature = match brief.signature.trim() {
        "" => brief.sender.trim(),
        lines => lines,
    };
    let mut lines: Vec<&str> = rest.lines().map(str::trim).collect();
    let drop_blank = |lines: &mut Vec<&str>| {
        while lines.last().is_some_and(|it| it.is_empty()) {
            lines.pop();
        }
    };
    drop_blank(&mut lines);
    let mut signed = !signature.is_empty();
    for own in signature.lines().rev().map(str::trim) {
        if signed && lines.last() == Some(&own) {
            lines.pop();
        } else {
            signed = false;
        }
    }
    drop_blank(&mut lines);
    let sign_off = match lines.as_slice() {
        [.., before, last] if signed && before.is_empty() => Some(*last),
        _ => None,
    };
    if sign_off.is_some() {
        lines.pop();
    }
    Letter {
        greeting: greeting.trim(),
        message: lines.join("\n"),
        sign_off,
    }
}

fn greeting_of(
    ours: &Letter<'_>,
    theirs: &Letter<'_>,
    brief: &Brief<'_>,
    others: &[String],
) -> Option<Habit> {
    let line = theirs.greeting;
    // What the user calls one person is for that person.
    let called = brief.call.is_some_and(|it| !it.trim().is_empty());
    if called || line == ours.greeting || line.is_empty() || line.chars().count() > LONGEST {
        return None;
    }
    let usual = Brief {
        learned: &[],
        ..brief.clone()
    };
    if line == compose::greeting(&usual) {
        return None;
    }
    if is_of_some_days(line, brief) {
        return None;
    }
    let strangers: Vec<&str> = others.iter().map(String::as_str).collect();
    let (form, gender) = greeting::form(line, brief.recipient?, &strangers, brief.language)?;
    Some(Habit::Greeting { form, gender })
}

/// Whether a line fits some days alone: "Happy Friday", "Happy holidays".
fn is_of_some_days(line: &str, brief: &Brief<'_>) -> bool {
    let table = phrases::of(brief.language);
    // German tells "Morgen", the time of day, from "morgen", the day, by its capital.
    let line = match brief.language {
        Language::German => line.to_owned(),
        _ => line.to_lowercase(),
    };
    let mut words = line.split(|it: char| !it.is_alphabetic() && it != '-');
    words.any(|it| table.has_word(section::SOME_DAYS, it))
}

fn sign_off_of(
    ours: &Letter<'_>,
    theirs: &Letter<'_>,
    brief: &Brief<'_>,
    others: &[String],
) -> Option<Habit> {
    let (ours, line) = (ours.sign_off?, theirs.sign_off?);
    let plain = |it: char| it.is_alphabetic() || matches!(it, ' ' | ',' | '\'' | '’' | '-' | '!');
    let wordy = line.chars().any(char::is_alphabetic) && line.chars().all(plain);
    if line == ours || !wordy || line.chars().count() > LONGEST || is_of_some_days(line, brief) {
        return None;
    }
    let bare = |it: &str| it.trim().trim_end_matches(',').to_lowercase();
    let table = phrases::addressed(brief.language, brief.address);
    let usual = table.list(section::closings(brief.tone));
    if usual.iter().any(|it| bare(it) == bare(line)) {
        return None;
    }
    let names = others.iter().map(String::as_str);
    let names = names.chain(brief.recipient).chain([brief.sender]);
    let mut parts = names.flat_map(|it| it.split(|it: char| !it.is_alphabetic()));
    let words: Vec<&str> = line.split(|it: char| !it.is_alphabetic()).collect();
    if parts.any(|it| it.chars().count() > 1 && words.contains(&it)) {
        return None;
    }
    Some(Habit::SignOff(line.to_owned()))
}
