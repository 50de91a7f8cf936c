//! What the engine says of the English notes that Afternote writes: nothing.
//!
//! Reads the notes that the corpus test of the extension left in `target/report/notes`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{collections::BTreeMap, fs, path::Path};

use proofreader::proofread;
use serde_json::Value;

/// Findings that stand, each with the reason: words that it is about, and a part of its message.
const EXCEPTIONS: [(&str, &str); 0] = [];

#[test]
fn the_notes_are_written_in_good_english() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/report/notes");
    let text = fs::read_to_string(folder.join("english.txt"))
        .unwrap_or_else(|_| panic!("run the corpus test of the extension first"));
    let notes: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert!(notes.len() >= 500, "{}", notes.len());
    let mut found: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for note in &notes {
        let known: Vec<String> = serde_json::from_value(note["known"].clone()).unwrap();
        let body = note["body"].as_str().unwrap();
        for finding in proofread(body, &known) {
            // What the user typed is theirs.
            let typed = known.iter().any(|it| it.contains(finding.words.trim()));
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
    for (finding, (count, body)) in &found {
        eprintln!("{count} × {finding}\n{body}\n");
    }
    assert_eq!(count, 0);
}
