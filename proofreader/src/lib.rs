//! Spelling and grammar of English notes on the device, with the engine `harper-core`.
//!
//! A module of its own: it is large, and loaded only while a draft is being edited. It gets a text
//! and the words that are right in it whatever a dictionary says (names, the employer, what the
//! invitation contains), and answers with findings. It keeps nothing.

use std::{cell::RefCell, sync::Arc};

use harper_core::{
    Dialect, DictWordMetadata, Document,
    linting::{LintGroup, LintKind, Linter, Suggestion},
    spell::{Dictionary, FstDictionary, MergedDictionary, MutableDictionary},
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

/// The engine with the words that are right whatever its dictionary says: building it takes longer
/// than reading a text.
struct Reader {
    known: Vec<String>,
    dictionary: MergedDictionary,
    rules: LintGroup,
}

thread_local! {
    static READER: RefCell<Option<Reader>> = const { RefCell::new(None) };
}

/// Reads a text; `known` are words that are right, in any case.
#[must_use]
pub fn proofread(text: &str, known: &[String]) -> Vec<Finding> {
    READER.with_borrow_mut(|kept| {
        let reader = match kept.take() {
            Some(it) if it.known == known => it,
            _ => Reader::new(known),
        };
        kept.insert(reader).read(text)
    })
}

impl Reader {
    fn new(known: &[String]) -> Self {
        let mut own = MutableDictionary::new();
        for word in known.iter().flat_map(|it| words(it)) {
            let lower = word.to_lowercase();
            for form in [format!("{word}'s"), format!("{lower}'s"), word, lower] {
                own.append_word_str(&form, DictWordMetadata::default());
            }
        }
        let mut dictionary = MergedDictionary::new();
        dictionary.add_dictionary(FstDictionary::curated());
        dictionary.add_dictionary(Arc::new(own));
        let mut rules = LintGroup::new_curated(Arc::new(dictionary.clone()), Dialect::American);
        for (rule, _) in OFF {
            rules.config.set_rule_enabled(rule, false);
        }
        Self {
            known: known.to_vec(),
            dictionary,
            rules,
        }
    }

    /// Whether the dictionary has the word, so that only the country is another one: `organised` is
    /// right for half of those who write English.
    fn is_of_other_dialect(&self, word: &[char]) -> bool {
        let mut forms = forms(word).into_iter();
        forms.any(|it| self.dictionary.contains_exact_word(&it))
    }

    fn read(&mut self, text: &str) -> Vec<Finding> {
        let document = Document::new_plain_english(text, &self.dictionary);
        let letters: Vec<char> = text.chars().collect();
        let units =
            |end: usize| -> usize { letters.iter().take(end).map(|it| it.len_utf16()).sum() };
        let mut findings: Vec<Finding> = self
            .rules
            .lint(&document)
            .into_iter()
            .filter(|lint| {
                let word = letters
                    .get(lint.span.start..lint.span.end)
                    .unwrap_or_default();
                match lint.lint_kind {
                    LintKind::Spelling | LintKind::Typo => !self.is_of_other_dialect(word),
                    LintKind::Regionalism => false,
                    _ => true,
                }
            })
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
}

/// What a word is looked up as: with straight apostrophes, as it is and in small letters.
fn forms(word: &[char]) -> [Vec<char>; 2] {
    let straight: Vec<char> = word
        .iter()
        .map(|it| {
            if matches!(it, '’' | '‘') {
                '\''
            } else {
                *it
            }
        })
        .collect();
    let lower = straight.iter().flat_map(|it| it.to_lowercase()).collect();
    [straight, lower]
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

/// The words of a text, and the parts of those with a hyphen, which the engine reads one by one.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|it: char| !it.is_alphanumeric() && !matches!(it, '\'' | '’' | '-'))
        .flat_map(|whole| {
            let parts = whole.split('-').filter(move |part| *part != whole);
            parts.chain([whole])
        })
        .filter(|it| !it.is_empty())
        .map(|it| it.replace('’', "'"))
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
    fn known_words_are_right_as_owners_and_in_parts() {
        let known = [
            "Priya Kettlefish".to_owned(),
            "María-José Ruiz".to_owned(),
            "Seán O’Neill".to_owned(),
        ];
        for text in [
            "Priya’s team at Kettlefish's office was kind.",
            "María-José and I spoke about it.",
            "María told me about it, and so did Ruiz.",
            "O’Neill’s team was kind.",
        ] {
            assert_eq!(proofread(text, &known), [], "{text}");
        }
        assert_ne!(proofread("Priya's team at Kettlefsh's office.", &known), []);
    }

    #[test]
    fn both_spellings_of_english_are_right() {
        for text in [
            "I organised the programme and was analysing its behaviour at the centre.",
            "I organized the program and was analyzing its behavior at the center.",
            "The colour of the labour market was in my favour.",
        ] {
            assert_eq!(proofread(text, &[]), [], "{text}");
        }
        for wrong in ["organissed", "behavoiur", "programm"] {
            let findings = proofread(&format!("I liked the {wrong} here."), &[]);
            assert!(findings.iter().any(|it| it.words == wrong), "{wrong}");
        }
    }

    #[test]
    fn nothing_is_nothing() {
        assert_eq!(proofread("", &[]), []);
        assert_eq!(proofread("\n\n \u{0}", &[]), []);
    }
}
