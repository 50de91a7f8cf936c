//! The figures in `target/report/notes.json`.

use std::{fs, path::Path};

use afternote::domain::note::compose::{Brief, Draft};
use serde_json::{Map, Value, json};

/// Puts figures into the report, beside those of the other tests.
pub(crate) fn write(part: &str, figures: &[(&str, Value)]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/report");
    fs::create_dir_all(&folder).unwrap();
    let parts = folder.join("notes");
    fs::create_dir_all(&parts).unwrap();
    let mine: Map<String, Value> = figures
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect();
    let text = serde_json::to_string_pretty(&mine).unwrap();
    fs::write(parts.join(format!("{part}.json")), text).unwrap();
    // Tests run side by side: each writes its own part, and whoever is last joins them.
    let mut all = Map::new();
    for entry in fs::read_dir(&parts).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        if let Ok(Value::Object(part)) = serde_json::from_str(&text) {
            all.extend(part);
        }
    }
    let text = serde_json::to_string_pretty(&all).unwrap() + "\n";
    fs::write(folder.join("notes.json"), text).unwrap();
}

/// A note, and the words in it that are the user's or the invitation's.
pub(crate) fn for_proofreader(brief: &Brief<'_>, draft: &Draft) -> Value {
    let known = [
        brief.recipient.unwrap_or_default(),
        brief.employer.unwrap_or_default(),
        brief.role.unwrap_or_default(),
        brief.specific,
        &brief.selling_points.join(" "),
        brief.sender,
    ];
    json!({ "body": draft.body, "known": known })
}

/// Writes the notes for the proofreader.
pub(crate) fn write_notes(notes: Vec<Value>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/report/notes");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("english.txt"), Value::from(notes).to_string()).unwrap();
}

/// A count as a divisor.
pub(crate) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}
