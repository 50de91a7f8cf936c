//! Spelling and grammar of English notes on the device, with the engine `harper-core`.
//!
//! A module of its own: it is large, and loaded only while a draft is being edited. It gets a text
//! and the words that are right in it whatever a dictionary says (names, the employer, what the
//! invitation contains), and answers with findings. It keeps nothing.

use std::sync::Arc;

use harper_core::{
    Dialect, DictWordMetadata, Document,
    linting::{LintGroup, LintKind, Linter, Suggestion},
    spell::{FstDictionary, MergedDictionary, MutableDictionary},
};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// Suggestions that are of use: more are guesses.
const SUGGESTIONS: usize = 3;

/// Rules that are off, each with the reason why it does not fit letters like these.
const OFF: [(&str, &str); 3] = [
    (
        "LongSentences",
        "the length of the whole note is reviewed elsewhere",
    ),
    (
        "SentenceCapitalization",
        "what the user typed may stand after a colon in small letters",
    ),
    ("AvoidCurses", "a matter of taste, and never ours"),
];

/// Something that the engine would write differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Where it begins, in UTF-16 units as text fields count.
    pub from: usize,
    /// Where it ends.
    pub until: usize,
    /// `spelling` or `grammar`.
    pub kind: &'static str,
    /// The words that it is about.
    pub words: String,
    /// What the engine says, in English.
    pub message: String,
    /// What could stand there instead; empty text takes the words out.
    pub suggestions: Vec<String>,
}

/// Reads a text; `known` are words that are right, in any case.
#[must_use]
pub fn proofread(text: &str, known: &[String]) -> Vec<Finding> {
    let mut own = MutableDictionary::new();
    for word in known.iter().flat_map(|it| words(it)) {
        own.append_word_str(&word, DictWordMetadata::default());
        own.append_word_str(&word.to_lowercase(), DictWordMetadata::default());
    }
    let mut dictionary = MergedDictionary::new();
    dictionary.add_dictionary(FstDictionary::curated());
    dictionary.add_dictionary(Arc::new(own));
    let document = Document::new_plain_english(text, &dictionary);
    let mut rules = LintGroup::new_curated(Arc::new(dictionary), Dialect::American);
    for (rule, _) in OFF {
        rules.config.set_rule_enabled(rule, false);
    }
    let letters: Vec<char> = text.chars().collect();
    let units = |end: usize| -> usize { letters.iter().take(end).map(|it| it.len_utf16()).sum() };
    let mut findings: Vec<Finding> = rules
        .lint(&document)
        .into_iter()
        .map(|lint| {
            let words = lint.span.get_content_string(&letters);
            let suggestions = lint.suggestions.iter().take(SUGGESTIONS);
            Finding {
                from: units(lint.span.start),
                until: units(lint.span.end),
                kind: match lint.lint_kind {
                    LintKind::Spelling | LintKind::Typo => "spelling",
                    _ => "grammar",
                },
                suggestions: suggestions.map(|it| replaced(it, &words)).collect(),
                message: lint.message,
                words,
            }
        })
        .collect();
    findings.sort_by_key(|it| it.from);
    findings
}

/// The words as they would stand there.
fn replaced(suggestion: &Suggestion, words: &str) -> String {
    match suggestion {
        Suggestion::ReplaceWith(letters) => letters.iter().collect(),
        Suggestion::InsertAfter(letters) => {
            let after: String = letters.iter().collect();
            format!("{words}{after}")
        }
        Suggestion::Remove => String::new(),
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|it: char| !it.is_alphanumeric() && !matches!(it, '\'' | '’' | '-'))
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
}

/// The same for a page: a JSON array of findings.
#[wasm_bindgen(js_name = proofread)]
#[must_use]
pub fn proofread_json(text: &str, known: Vec<String>) -> String {
    serde_json::to_string(&proofread(text, &known)).unwrap_or_else(|_| "[]".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<String> {
        vec!["Priya Kettlefish".to_owned()]
    }

    #[test]
    fn a_misspelt_word_is_found_where_it_stands() {
        let findings = proofread("🎉 I realy enjoyed our talk.", &known());
        let finding = findings.iter().find(|it| it.words == "realy");
        let finding = finding.unwrap();
        assert_eq!(
            (finding.from, finding.until, finding.kind),
            (5, 10, "spelling")
        );
        assert!(finding.suggestions.contains(&"really".to_owned()));
    }

    #[test]
    fn a_wrong_article_is_found() {
        let findings = proofread("It was an pleasure to meet you.", &known());
        assert!(
            findings.iter().any(|it| it.kind == "grammar"),
            "{findings:?}"
        );
    }

    #[test]
    fn known_words_are_right() {
        let text = "Priya told me about Kettlefish.";
        assert_eq!(proofread(text, &known()), []);
        assert_ne!(proofread(text, &[]), []);
    }

    #[test]
    fn nothing_is_nothing() {
        assert_eq!(proofread("", &[]), []);
        assert_eq!(proofread("\n\n \u{0}", &[]), []);
    }
}
