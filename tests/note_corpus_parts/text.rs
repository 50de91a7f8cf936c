//! Looks at the text of a note without the help of the code that wrote it.

use std::{collections::HashSet, fs, path::Path};

use afternote::domain::note::{
    compose::{Brief, Draft},
    language::Language,
    review,
};

use super::inputs::{self, EMPLOYER, Inputs};

/// The message between greeting and closing.
pub(crate) fn message(draft: &Draft) -> String {
    let parts: Vec<&str> = draft.body.split("\n\n").collect();
    parts[1..parts.len() - 1].join("\n\n")
}

/// The sentences of a message.
pub(crate) fn sentences(message: &str) -> HashSet<String> {
    message
        .split(['.', '!', '?', '\n'])
        .map(|it| it.trim().to_owned())
        .filter(|it| it.len() > 3)
        .collect()
}

/// The message without what is the same by nature: names of people, employer and role.
pub(crate) fn without_names(message: &str, inputs: &Inputs) -> String {
    message.replace(EMPLOYER, "").replace(inputs.role, "")
}

/// What is wrong with the form of a note.
pub(crate) fn faults(brief: &Brief<'_>, draft: &Draft) -> Vec<String> {
    let french = brief.language == Language::French;
    let mut wrong = Vec::new();
    let message = message(draft);
    for doubled in [
        "  ", "..", ",,", " .", " ,", "?.", "!.", "\n\n\n", ":.", ";.", ". ,", ",.",
    ] {
        if message.contains(doubled) || draft.subject.contains(doubled) {
            wrong.push(format!("{doubled:?}"));
        }
    }
    if message.contains(['{', '}', '[', ']', '|']) {
        wrong.push("a hole".to_owned());
    }
    if !french && (message.contains(" ;") || message.contains(" :") || message.contains(" ?")) {
        wrong.push("a space before punctuation".to_owned());
    }
    let paragraphs = message.split("\n\n").count();
    if !(1..=2).contains(&paragraphs) {
        wrong.push(format!("{paragraphs} paragraphs"));
    }
    // After the comma of a German greeting the text goes on small.
    let small = brief.language == Language::German;
    for (index, paragraph) in message.split("\n\n").enumerate() {
        for (place, sentence) in paragraph.split(". ").enumerate() {
            let first = sentence.chars().find(|it| it.is_alphabetic()).unwrap();
            let may_be_small = small && index == 0 && place == 0;
            if !first.is_uppercase() && !may_be_small {
                wrong.push(format!("a small beginning: {sentence}"));
            }
        }
    }
    let words = review::message_words(&draft.body, &inputs::expectation(brief));
    if !(60..=150).contains(&words) {
        wrong.push(format!("{words} words"));
    }
    wrong
        .into_iter()
        .map(|it| format!("{it} ({:?})\n{}", brief.language, draft.body))
        .collect()
}

/// The words of a language's table and greetings: everything that a note says by itself.
pub(crate) fn vocabulary(language: Language) -> HashSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/note/phrases");
    let table = fs::read_to_string(folder.join(format!("{}.txt", language.code()))).unwrap();
    let greetings = "Hi Hello Dear Guten Tag Liebe Lieber Frau Herr Sehr geehrte geehrter Bonjour \
        Madame Monsieur Buenos días Estimada Estimado Sra Sr role de d";
    let sentences: Vec<&str> = table.lines().filter(|it| !it.starts_with(';')).collect();
    words(&format!("{} {greetings}", sentences.join("\n"))).collect()
}

/// Words of a note that neither the user nor the invitation nor the table says.
pub(crate) fn untraceable(
    brief: &Brief<'_>,
    draft: &Draft,
    vocabulary: &HashSet<String>,
) -> Vec<String> {
    let inputs = [
        brief.recipient.unwrap_or_default(),
        brief.employer.unwrap_or_default(),
        brief.role.unwrap_or_default(),
        brief.specific,
        &brief.selling_points.join(" "),
        brief.sender,
        brief.signature,
    ]
    .join(" ");
    let inputs: HashSet<String> = words(&inputs).collect();
    // "their" of the user's notes is "your" to the reader.
    let turned = ["you", "your", "votre", "vos"];
    words(&format!("{}\n{}", draft.subject, draft.body))
        .filter(|it| !vocabulary.contains(it) && !inputs.contains(it))
        .filter(|it| !turned.contains(&it.as_str()))
        .map(|it| format!("{it} in {}", draft.body))
        .collect()
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let words: Vec<String> = text
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.into_iter()
}
