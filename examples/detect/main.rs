//! Scores detection on folders of labelled calendars and prints every mistake.
//!
//! `cargo run --release --example detect -- [--clues] [FOLDER …]`; without a folder: the project's own
//! set. `--clues` also prints how every clue and the confidence stand to the labels.
//! The numbers are also written to `target/report/detect.json`.
#![allow(clippy::indexing_slicing, reason = "labels are indexed as JSON values")]
#![allow(dead_code, reason = "the test uses the rest")]

mod clues;
#[path = "../../tests/detect/score.rs"]
mod score;

use std::{fs, path::Path, process::ExitCode};

use score::Scores;
use serde_json::{Map, Value};

const OWN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/interviews");
const REPORT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/report/detect.json");

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("detect: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let mut folders: Vec<String> = std::env::args().skip(1).collect();
    let clues = folders.iter().any(|it| it == "--clues");
    folders.retain(|it| it != "--clues");
    if folders.is_empty() {
        folders.push(OWN.to_owned());
    }
    let mut report = Map::new();
    let mut output = String::new();
    for folder in folders {
        let scores = Scores::of_folder(Path::new(&folder))?;
        output.push_str(&text(&folder, &scores));
        if clues {
            output.push_str(&clues::text(&scores.judged));
        }
        let name = Path::new(&folder).file_name().and_then(|it| it.to_str());
        report.insert(name.unwrap_or(&folder).to_owned(), scores.as_json());
    }
    use std::io::Write;
    let _ = std::io::stdout().write_all(output.as_bytes());
    let written =
        serde_json::to_string_pretty(&Value::Object(report)).map_err(|it| it.to_string())?;
    fs::create_dir_all(Path::new(REPORT).parent().unwrap_or(Path::new(".")))
        .and_then(|()| fs::write(REPORT, written + "\n"))
        .map_err(|error| format!("{REPORT}: {error}"))
}

fn text(folder: &str, scores: &Scores) -> String {
    let mut out = format!(
        "{folder}\n  found {}  wrong {}  missed {}  left alone {}\n  precision {:.3}  recall {:.3}  F1 {:.3}\n  of those with a confidence of 0.8 or more, {:.3} are interviews\n",
        scores.found,
        scores.wrong,
        scores.missed,
        scores.left_alone,
        scores.precision(),
        scores.recall(),
        scores.f1(),
        scores.sure.value(),
    );
    for (name, share) in &scores.fields {
        out.push_str(&format!(
            "  {name:<12} {}/{} = {:.3}\n",
            share.right,
            share.of,
            share.value()
        ));
    }
    for mistake in &scores.mistakes {
        out.push_str(&format!("  - {mistake}\n"));
    }
    out
}
