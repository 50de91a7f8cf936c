//! The words of a text one after the other, without keeping where they stand: for a first look.

use super::{fold_char, is_joining, is_unspaced};

/// Whether `is_wanted` says yes to some folded word of `text`. It is asked about all words of a
/// [`super::Reading`] of the text, and about some more: those inside addresses. `folded` is memory.
pub(super) fn any_word(text: &str, folded: &mut String, is_wanted: impl Fn(&str) -> bool) -> bool {
    // What follows an address without a break would be a word of its own.
    if memchr::memchr(b'@', text.as_bytes()).is_some() && !text.is_ascii() {
        return true;
    }
    folded.clear();
    folded.push_str(text);
    folded.make_ascii_lowercase();
    let bytes = folded.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if !may_be_of_word(*byte) {
            at += 1;
            continue;
        }
        let rest = bytes.get(at..).unwrap_or_default();
        let length = rest.iter().take_while(|it| may_be_of_word(**it)).count();
        let word = folded.get(at..at + length).unwrap_or_default();
        let wanted = if word.is_ascii() {
            is_wanted(word)
        } else {
            any_word_of_run(word, &is_wanted)
        };
        if wanted {
            return true;
        }
        at += length;
    }
    false
}

/// Of ASCII the letters and digits; what else is a letter only its character tells.
const fn may_be_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

/// The same for a run without ASCII signs, that others may part.
fn any_word_of_run(run: &str, is_wanted: impl Fn(&str) -> bool) -> bool {
    let mut word = String::new();
    for c in run.chars() {
        let alone = is_unspaced(c);
        let part = c.is_alphanumeric() || is_joining(c);
        if (alone || !part) && !word.is_empty() {
            if is_wanted(&word) {
                return true;
            }
            word.clear();
        }
        if alone || part {
            fold_char(c, &mut word);
        }
        if alone {
            if is_wanted(&word) {
                return true;
            }
            word.clear();
        }
    }
    !word.is_empty() && is_wanted(&word)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::domain::interview::text::reading::Reading;

    /// Every text of the labelled calendars, and some that are hard to part.
    fn texts() -> Vec<String> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/interviews");
        let files = std::fs::read_dir(folder).unwrap();
        let calendars = files.map(|it| it.unwrap().path());
        let calendars = calendars.filter(|it| it.extension().is_some_and(|it| it == "ics"));
        let mut texts: Vec<String> = calendars
            .flat_map(|it| {
                let text = std::fs::read_to_string(it).unwrap();
                text.lines().map(str::to_owned).collect::<Vec<_>>()
            })
            .collect();
        for hard in [
            "see https://a.example/entrevue?x=1(면접)二次面接、株式会社",
            "Ｉｎｔｅｒｖｉｅｗ re\u{301}union sous\u{AD}titre l\u{2019}entretien",
            "☕entretien☕ a@b.exampleö\u{301} gespräch–runde",
            "\u{301}\u{301} \u{AD} x",
        ] {
            texts.push(hard.to_owned());
        }
        texts
    }

    #[test]
    fn it_asks_about_every_word_of_a_reading() {
        let mut memory = String::new();
        for text in texts() {
            let asked = RefCell::new(Vec::new());
            let in_vain = any_word(&text, &mut memory, |word| {
                asked.borrow_mut().push(word.to_owned());
                false
            });
            if in_vain {
                continue;
            }
            let asked = asked.into_inner();
            let reading = Reading::new(&text);
            for at in 0..reading.tokens.len() {
                let word = reading.word(at);
                assert!(asked.iter().any(|it| it == word), "{word:?} in {text:?}");
            }
        }
    }
}
