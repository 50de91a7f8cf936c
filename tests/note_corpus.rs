//! Thousands of notes over languages, kinds, tones, odd specifics and odd names: well formed, within
//! length, made of the facts alone, without a finding, and different for each person.
//!
//! Prints how alike the notes of a panel are and writes `target/report/notes.json`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking, and the table of similarities is there to be read"
)]

mod note_corpus_parts;

use std::collections::HashSet;

use afternote::domain::{
    interview::Part,
    note::{
        compose::{Draft, Tone, compose},
        language::Language,
        review::{self, Severity, similarity},
    },
};
use note_corpus_parts::{inputs, inputs::Inputs, report, text};

const TONES: [Tone; 3] = [Tone::Warm, Tone::Formal, Tone::Plain];
const PANEL: u32 = 8;
/// From here on two notes read alike.
const ALIKE: f64 = 0.35;
/// Other languages repeat more of their small words and endings: two texts about different things
/// have more letters in common.
const ALIKE_ELSEWHERE: f64 = 0.38;

#[test]
fn every_note_of_the_corpus_is_fit_to_send() {
    let mut composed = 0;
    let mut findings = Vec::new();
    let mut untraceable = Vec::new();
    let mut faults = Vec::new();
    for inputs in inputs::ALL {
        let vocabulary = text::vocabulary(inputs.language);
        inputs::each_brief(inputs, &TONES, |brief| {
            let draft = compose(brief);
            composed += 1;
            faults.extend(text::faults(brief, &draft));
            untraceable.extend(text::untraceable(brief, &draft, &vocabulary));
            let found = review::review(&draft.subject, &draft.body, &inputs::expectation(brief));
            let serious = found.iter().filter(|it| it.severity > Severity::Hint);
            findings
                .extend(serious.map(|it| format!("{} {:?}\n{}", it.code, it.details, draft.body)));
        });
    }
    report::write(
        "corpus",
        &[
            ("composed", composed.into()),
            ("findings", findings.len().into()),
            ("untraceable_facts", untraceable.len().into()),
        ],
    );
    assert!(composed >= 2_000, "{composed}");
    assert_eq!(faults.first(), None, "{} faults", faults.len());
    assert_eq!(
        untraceable.first(),
        None,
        "{} untraceable",
        untraceable.len()
    );
    assert_eq!(findings.first(), None, "{} findings", findings.len());
}

/// Leaves English notes of every kind for the proofreader, which is a package of its own.
#[test]
fn english_notes_are_left_for_the_proofreader() {
    let inputs = &inputs::ALL[0];
    assert_eq!(inputs.language, Language::English);
    let mut notes = Vec::new();
    for (index, (_, change)) in inputs::KINDS.iter().enumerate() {
        for tone in TONES {
            for variant in 0..PANEL {
                for position in 0..PANEL {
                    let turn = usize::try_from(position + variant).unwrap() + index;
                    let points = [inputs.points[turn % inputs.points.len()].to_owned()];
                    let specific = inputs.specifics[turn % inputs.specifics.len()];
                    let mut brief = inputs::brief(inputs, specific, &points);
                    brief.tone = tone;
                    brief.position = position;
                    brief.variant = variant;
                    change(&mut brief);
                    notes.push(report::for_proofreader(&brief, &compose(&brief)));
                }
            }
        }
    }
    report::write_notes(notes);
}

#[test]
fn no_two_notes_of_a_panel_read_alike() {
    let mut highest: f64 = 0.0;
    let mut highest_english: f64 = 0.0;
    println!("language kind             tone    pairs  mean   highest");
    for inputs in inputs::ALL {
        for (name, change) in inputs::KINDS {
            for tone in TONES {
                let mut all = Vec::new();
                for specific in inputs.shared {
                    for variant in 0..PANEL {
                        all.extend(panel(inputs, change, tone, specific, variant));
                    }
                }
                let most = all.iter().copied().fold(0.0, f64::max);
                let mean = all.iter().sum::<f64>() / report::number(all.len());
                println!(
                    "{:8} {name:16} {:7} {:5}  {mean:.3}  {most:.3}",
                    inputs.language.code(),
                    format!("{tone:?}"),
                    all.len(),
                );
                highest = highest.max(most);
                if inputs.language == Language::English {
                    highest_english = highest_english.max(most);
                }
            }
        }
    }
    report::write(
        "similarity",
        &[
            ("max_similarity", highest.into()),
            ("max_similarity_english", highest_english.into()),
        ],
    );
    assert!(highest_english < ALIKE, "{highest_english}");
    assert!(highest < ALIKE_ELSEWHERE, "{highest}");
}

/// How alike each two notes of a panel of eight are that has one specific in common.
fn panel(
    inputs: &Inputs,
    change: inputs::Change,
    tone: Tone,
    specific: &str,
    variant: u32,
) -> Vec<f64> {
    let points: Vec<String> = inputs.points.iter().map(|it| (*it).to_owned()).collect();
    let messages: Vec<String> = (0..PANEL)
        .map(|position| {
            let mut brief = inputs::brief(inputs, specific, &points);
            brief.tone = tone;
            brief.position = position;
            brief.variant = variant;
            change(&mut brief);
            text::message(&compose(&brief))
        })
        .collect();
    let mut alike = Vec::new();
    for (index, one) in messages.iter().enumerate() {
        for other in &messages[index + 1..] {
            let shared: Vec<String> = text::sentences(one)
                .intersection(&text::sentences(other))
                .cloned()
                .collect();
            assert_eq!(shared, Vec::<String>::new());
            let (one, other) = (
                text::without_names(one, inputs),
                text::without_names(other, inputs),
            );
            alike.push(similarity(&one, &other));
        }
    }
    alike
}

#[test]
fn a_coordinator_is_thanked_for_arranging_it() {
    for inputs in inputs::ALL {
        let points = Vec::new();
        let mut brief = inputs::brief(inputs, "", &points);
        brief.part = Part::Coordinator;
        let drafts: HashSet<Draft> = (0..PANEL)
            .map(|variant| {
                brief.variant = variant;
                compose(&brief)
            })
            .collect();
        assert_eq!(drafts.len(), 8, "{:?}", Language::ALL);
    }
}
