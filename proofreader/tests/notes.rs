//! What the engine says of the English notes that Afternote writes: nothing.
//!
//! Reads the notes that the corpus test of the extension left in `target/report/notes`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{collections::BTreeMap, fs, path::Path};

use proofreader::proofread;
use serde_json::{Map, Value};

/// Findings that stand, each with the reason: words that it is about, and a part of its message.
const EXCEPTIONS: [(&str, &str); 0] = [];

/// Puts the parts of the report together again: the tests of the extension did so before this part
/// was there.
fn join_report(folder: &Path) {
    let mut all = Map::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|it| it == "json") {
            let text = fs::read_to_string(path).unwrap();
            if let Ok(Value::Object(part)) = serde_json::from_str(&text) {
                all.extend(part);
            }
        }
    }
    let text = serde_json::to_string_pretty(&all).unwrap() + "\n";
    fs::write(folder.with_extension("json"), text).unwrap();
}

/// Whether a finding is about the user's own words: every word of it is one of theirs, and one of
/// them is of no other note. "the" alone is in every text, and so excuses nothing.
fn is_typed(words: &str, known: &[String]) -> bool {
    let tokens = |it: &str| -> Vec<String> {
        it.split(|it: char| !it.is_alphanumeric())
            .filter(|it| !it.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let mine: Vec<String> = known.iter().flat_map(|it| tokens(it)).collect();
    let found = tokens(words);
    let telling = found.iter().any(|it| !OF_ANY_TEXT.contains(&it.as_str()));
    telling && found.iter().all(|it| mine.contains(it))
}

/// Words that what users type has in common with every sentence.
const OF_ANY_TEXT: [&str; 24] = [
    "a", "an", "the", "and", "or", "of", "in", "on", "to", "for", "with", "about", "at", "i", "it",
    "they", "we", "you", "their", "your", "how", "why", "what", "is",
];

#[test]
fn only_words_of_the_user_are_excused() {
    let known = [
        "the roadmap".to_owned(),
        "how they moved billing".to_owned(),
    ];
    for theirs in ["roadmap", "the roadmap", "Billing"] {
        assert!(is_typed(theirs, &known), "{theirs}");
    }
    for ours in ["the", " ", "", "the team", "road", "they"] {
        assert!(!is_typed(ours, &known), "{ours}");
    }
}

#[test]
fn the_notes_are_written_in_good_english() {
    // Of the checkout that is tested, which need not be the one that compiled this.
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap();
    let folder = Path::new(&package).join("../target/report/notes");
    let text = fs::read_to_string(folder.join("english.txt"))
        .unwrap_or_else(|_| panic!("run the corpus test of the extension first"));
    let notes: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert!(notes.len() >= 500, "{}", notes.len());
    let mut found: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for note in &notes {
        let known: Vec<String> = serde_json::from_value(note["known"].clone()).unwrap();
        let body = note["body"].as_str().unwrap();
        for finding in proofread(body, &known) {
            let typed = is_typed(&finding.words, &known);
            let excepted = EXCEPTIONS.iter().any(|(words, message)| {
                finding.words == *words && finding.message.contains(message)
            });
            if !typed && !excepted {
                let key = format!("{} | {}", finding.words, finding.message);
                found.entry(key).or_insert((0, body.to_owned())).0 += 1;
            }
        }
    }
    let count: usize = found.values().map(|(count, _)| count).sum();
    let figure = format!(
        "{{ \"grammar_findings\": {count}, \"grammar_notes\": {} }}",
        notes.len()
    );
    fs::write(folder.join("grammar.json"), figure).unwrap();
    join_report(&folder);
    for (finding, (count, body)) in &found {
        eprintln!("{count} × {finding}\n{body}\n");
    }
    assert_eq!(count, 0);
}
