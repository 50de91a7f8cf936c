//! The part of a body that says something: between the greeting and the closing.

use super::{Expectation, search};
use crate::domain::note::{
    names::plain_name,
    phrases::{self, section},
    relay, teach,
};

/// Words of a greeting at most.
const GREETING_WORDS: usize = 6;

/// The part of the body without greeting, closing and signature.
pub(in crate::domain::note) fn message<'a>(
    body: &'a str,
    expectation: &Expectation<'_>,
) -> &'a str {
    let mut rest = body.trim();
    // What is forwarded stands below a rule: that is what people read.
    if expectation.to_coordinator
        && let Some((_, below)) = rest.split_once(relay::RULE)
    {
        rest = below.trim_start();
        // It greets as many as there are.
        if let Some((first, after)) = rest.split_once('\n')
            && first.trim_end().ends_with([',', ':'])
        {
            rest = after.trim_start();
        }
    }
    // "Thank you so much, Priya!" greets nobody: it is what the note has to say.
    if let Some((first, after)) = rest.split_once('\n')
        && is_greeting(first.trim())
        && !thanks(first, expectation)
    {
        rest = after.trim_start();
    }
    while let Some((before, last)) = rest.rsplit_once('\n') {
        let last = last.trim();
        let short = last.ends_with(',') && last.split_whitespace().count() <= 4;
        let closing = phrases::is_closing(last) || teach::is_sign_off(last, expectation.learned);
        if last.is_empty() || is_signature(last, expectation) || short || closing {
            rest = before.trim_end();
        } else {
            break;
        }
    }
    rest
}

/// Whether a line says thanks, which the name of Frau Dank does not.
fn thanks(line: &str, expectation: &Expectation<'_>) -> bool {
    let line = match expectation.recipient.map(plain_name) {
        Some(name) => name
            .split_whitespace()
            .fold(line.to_owned(), |line, part| line.replace(part, "")),
        None => line.to_owned(),
    };
    search::says(&line, section::SAYS_THANKS)
}

/// A short first line that ends in a comma, an exclamation mark or a colon, or with nothing.
pub(super) fn is_greeting(line: &str) -> bool {
    let words = line.split_whitespace().count();
    words <= GREETING_WORDS && !line.ends_with('.') && !line.is_empty()
}

/// The words that greet: the first line, or what of it stands before its first comma, where the
/// message goes on in the same line. A part of the body.
pub(super) fn greeting(body: &str) -> &str {
    let line = body.trim_start().lines().next().unwrap_or_default();
    if is_greeting(line.trim()) {
        return line;
    }
    let head = line.split([',', '!', ':', ';', '–', '—']).next();
    head.filter(|it| it.len() < line.len() && is_greeting(it.trim()))
        .unwrap_or_default()
}

/// A line of the signature, or the user's name in any of its forms: `Jordan`, `J. Reyes`.
fn is_signature(line: &str, expectation: &Expectation<'_>) -> bool {
    if expectation.signature.lines().any(|it| it.trim() == line) {
        return true;
    }
    let bare = |it: &str| {
        it.trim_matches(|it: char| !it.is_alphanumeric())
            .to_lowercase()
    };
    let name: Vec<String> = expectation.sender.split_whitespace().map(bare).collect();
    let is_name = |word: &String| name.contains(word);
    let is_initial = |word: &String| {
        word.chars().count() == 1 && name.iter().any(|it| it.starts_with(word.as_str()))
    };
    let words: Vec<String> = line.split_whitespace().map(bare).collect();
    words.iter().any(is_name) && words.iter().all(|it| is_name(it) || is_initial(it))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_message_is_what_stands_between_greeting_and_closing() {
        let expectation = sample::expectation();
        for (body, expected) in [
            ("Hi Priya,\n\nThanks.\n\nBest,\nJordan Reyes", "Thanks."),
            ("Hi Priya,\n\nThanks.\n\nBest,\nJ. Reyes", "Thanks."),
            ("Hi Priya,\n\nThanks.\n\nBest,\nJordan R.", "Thanks."),
            (
                "Guten Tag Priya Shah,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nJordan Reyes",
                "vielen Dank.",
            ),
            (
                "Thank you so much, Priya!\n\nI am glad.\n\nBest,\nJordan",
                "Thank you so much, Priya!\n\nI am glad.",
            ),
            ("Thanks.", "Thanks."),
            ("", ""),
            ("Hi Priya,\n\nJordan Reyes\n+1 555 0100", ""),
        ] {
            let found = message(body, &expectation);
            assert!(found == expected || expected.is_empty(), "{body}: {found}");
        }
    }

    #[test]
    fn a_name_that_is_a_word_of_thanks_is_greeted() {
        let mut expectation = sample::expectation();
        let body = "Vielen Dank!\n\nAlles Gute.";
        assert_eq!(message(body, &expectation), body);
        expectation.recipient = Some("Frau Ilse Dank");
        let body = "Liebe Frau Dank,\n\nalles Gute.";
        assert_eq!(message(body, &expectation), "alles Gute.");
    }

    #[test]
    fn what_is_no_name_of_the_user_is_no_signature() {
        let expectation = sample::expectation();
        for line in [
            "Jordan is glad",
            "J.",
            "R",
            "Jo",
            "Best of luck",
            "Tom Reyes",
        ] {
            assert!(!is_signature(line, &expectation), "{line}");
        }
    }

    #[test]
    fn a_greeting_may_be_followed_by_the_message() {
        for (body, expected) in [
            ("\n Hi Priya,\n\nThanks", "Hi Priya,"),
            ("Hi Priya, thank you for the long talk today", "Hi Priya"),
            ("Priya – thank you for the long talk today", "Priya "),
            ("Thank you for the long talk of today about it", ""),
            ("", ""),
        ] {
            assert_eq!(greeting(body), expected, "{body}");
        }
    }
}
