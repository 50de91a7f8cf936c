//! A gentle question how things stand, for a user who has heard nothing since the note. Thanks
//! again, asks once, presses for nothing.

use super::{
    compose::{Brief, Draft, Facts, greeting},
    phrases::section,
    teach,
};

/// The message to the person of the brief.
#[must_use]
pub fn check_in(brief: &Brief<'_>) -> Draft {
    let facts = Facts::new(brief);
    let filled = |line: &str| facts.around(line, "", String::new());
    let greeting = greeting(brief);
    let closing =
        teach::sign_off(brief).unwrap_or_else(|| facts.phrases.one(section::closings(brief.tone)));
    let signature = match brief.signature.trim() {
        "" => brief.sender.trim(),
        lines => lines,
    };
    let lines: Vec<String> = facts
        .phrases
        .list(section::CHECK_IN)
        .iter()
        .map(|it| filled(it))
        .collect();
    let end = [closing, signature].join("\n");
    Draft {
        subject: filled(facts.phrases.one(section::CHECK_IN_SUBJECT)),
        body: format!("{greeting}\n\n{}\n\n{}", lines.join(" "), end.trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::note::{compose::sample, language::Language};

    #[test]
    fn it_is_short_and_whole_in_every_language() {
        for language in Language::ALL {
            let mut brief = sample::brief("the roadmap", &[]);
            brief.language = language;
            let draft = check_in(&brief);
            assert!(!draft.subject.contains(['{', '}']) && !draft.subject.is_empty());
            assert!(!draft.body.contains(['{', '}']), "{}", draft.body);
            assert!(!draft.body.contains("  "), "{}", draft.body);
            let words = draft.body.split_whitespace().count();
            assert!((30..90).contains(&words), "{words}: {}", draft.body);
            assert!(draft.body.ends_with("Jordan Reyes"), "{}", draft.body);
        }
    }

    #[test]
    fn it_presses_for_nothing() {
        for language in Language::ALL {
            let mut brief = sample::brief("", &[]);
            brief.language = language;
            let text = check_in(&brief).body.to_lowercase();
            let pressing = crate::domain::note::phrases::of(language)
                .one(section::PRESSURE)
                .split(" | ");
            for words in pressing {
                assert!(!text.contains(words), "{words} in {text}");
            }
        }
    }
}
