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
        compose::{Brief, Draft, ENTRIES, Tone, compose},
        language::{Address, Language},
        relay,
        review::{self, Severity},
        spoken,
    },
};
use note_corpus_parts::{
    claims, inputs,
    panel::{Panel, compared},
    report, text,
};

const TONES: [Tone; 3] = [Tone::Warm, Tone::Formal, Tone::Plain];
/// As many people as lists have alternatives at least.
const PANEL: u32 = 8;
/// As many as leave every list a choice of others.
const FEW: u32 = 5;
/// From here on two notes read alike, in any language, names of people and employer aside.
const ALIKE: f64 = 0.35;

#[test]
fn every_note_of_the_corpus_is_fit_to_send() {
    let mut tally = Tally::default();
    for inputs in inputs::ALL {
        let vocabulary = text::vocabulary(inputs.language);
        let mut beside: Vec<String> = Vec::new();
        inputs::each_brief(inputs, &TONES, |brief| {
            // Four at a time are the people of one interview.
            if brief.position.is_multiple_of(4) {
                beside.clear();
            }
            let earlier = inputs::earlier_notes(brief);
            let all: Vec<String> = beside.iter().chain(&earlier).cloned().collect();
            let brief = Brief {
                beside: &all,
                ..brief.clone()
            };
            let draft = compose(&brief);
            tally.judge(&brief, &draft, &vocabulary, &beside, &earlier);
            beside.push(draft.body);
        });
        inputs::each_bare_brief(inputs, &TONES, |brief| {
            let draft = compose(brief);
            tally.judge(brief, &draft, &vocabulary, &[], &[]);
            tally.read_out(brief, &vocabulary);
        });
    }
    tally.report();
}

/// Which sentence is said beside which others does not depend on the form of address: these notes
/// stand alone.
#[test]
fn every_note_in_the_familiar_form_is_fit_to_send_and_mixes_no_forms() {
    let mut tally = Tally::default();
    for inputs in inputs::ALL
        .iter()
        .filter(|it| it.language != Language::English)
    {
        let vocabulary = text::vocabulary(inputs.language);
        inputs::each_brief(inputs, &TONES, |brief| {
            let brief = familiar(brief);
            tally.judge(&brief, &compose(&brief), &vocabulary, &[], &[]);
        });
        inputs::each_bare_brief(inputs, &TONES, |brief| {
            let brief = familiar(brief);
            tally.judge(&brief, &compose(&brief), &vocabulary, &[], &[]);
            tally.read_out(&brief, &vocabulary);
        });
    }
    for (what, all) in [
        ("faults", &tally.faults),
        ("untraceable", &tally.untraceable),
        ("findings", &tally.findings),
    ] {
        assert_eq!(all.first(), None, "{} {what}", all.len());
    }
}

fn familiar<'a>(brief: &Brief<'a>) -> Brief<'a> {
    Brief {
        address: Address::Familiar,
        ..brief.clone()
    }
}

/// What was found in the notes so far.
#[derive(Default)]
struct Tally {
    composed: u32,
    findings: Vec<String>,
    untraceable: Vec<String>,
    faults: Vec<String>,
}

impl Tally {
    /// Holds a note against its inputs, against the review, and against the notes beside it.
    fn judge(
        &mut self,
        brief: &Brief<'_>,
        draft: &Draft,
        vocabulary: &text::Vocabulary,
        siblings: &[String],
        earlier: &[String],
    ) {
        self.composed += 1;
        self.faults.extend(text::faults(brief, draft));
        self.untraceable
            .extend(text::untraceable(brief, draft, vocabulary));
        let siblings: Vec<(String, String)> = siblings
            .iter()
            .map(|it| ("Another".to_owned(), it.clone()))
            .collect();
        let mut expectation = inputs::expectation(brief);
        expectation.other_notes = &siblings;
        expectation.earlier_notes = earlier;
        // Who has everything to say leaves nothing to hint at.
        let whole = inputs::is_whole(brief);
        let found = review::review(&draft.subject, &draft.body, &expectation);
        let counted = found
            .iter()
            .filter(|it| whole || it.severity > Severity::Hint)
            .filter(|it| !inputs::is_owed_to_the_inputs(brief, it.code));
        self.findings
            .extend(counted.map(|it| format!("{} {:?}\n{}", it.code, it.details, draft.body)));
    }

    /// Holds what goes around a note against the inputs: the request to hand it on, and the call.
    fn read_out(&mut self, brief: &Brief<'_>, vocabulary: &text::Vocabulary) {
        let cover = relay::cover(
            brief.recipient,
            Some("Ana Lima"),
            brief.tone,
            brief.language,
            brief.address,
        );
        let script = spoken::script(brief);
        let lines = cover.iter().chain(&script.call).chain([&script.voicemail]);
        for line in lines {
            self.faults.extend(text::faults_of_form(line, brief));
            self.faults.extend(text::other_form(brief, line));
            self.untraceable
                .extend(text::untraceable_in(brief, line, vocabulary, "Ana Lima"));
        }
    }

    fn report(&self) {
        report::write(
            "corpus",
            &[
                ("composed", self.composed.into()),
                ("findings", self.findings.len().into()),
                ("untraceable_facts", self.untraceable.len().into()),
            ],
        );
        assert!(self.composed >= 2_000, "{}", self.composed);
        for (what, all) in [
            ("faults", &self.faults),
            ("untraceable", &self.untraceable),
            ("findings", &self.findings),
        ] {
            assert_eq!(all.first(), None, "{} {what}", all.len());
        }
    }
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
    // What goes around notes, and what a coordinator is told, is read as well.
    inputs::each_bare_brief(inputs, &TONES, |brief| {
        let draft = compose(brief);
        let cover = relay::cover(
            brief.recipient,
            None,
            brief.tone,
            brief.language,
            brief.address,
        );
        let script = spoken::script(brief);
        let mut all = draft.clone();
        all.body = [
            draft.body.as_str(),
            &format!("{}.", draft.subject),
            &cover.unwrap_or_default().replace('—', ""),
            &script.call.join("\n\n"),
            &script.voicemail,
        ]
        .join("\n\n");
        notes.push(report::for_proofreader(brief, &all));
    });
    report::write_notes(notes);
}

#[test]
fn no_two_notes_of_a_panel_read_alike() {
    let mut highest: f64 = 0.0;
    let mut highest_english: f64 = 0.0;
    println!("language kind             tone    pairs  mean   highest");
    for inputs in inputs::ALL {
        for (name, change) in inputs::KINDS {
            // The formal message is the warm one under another greeting.
            for tone in [Tone::Warm, Tone::Plain] {
                let mut all = Vec::new();
                for specific in inputs.shared {
                    let panel = Panel::composed(inputs, change, tone, specific, PANEL);
                    all.extend(panel.pairs());
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
    assert!(highest < ALIKE, "{highest}");
}

#[test]
fn notes_of_one_panel_are_different_whenever_the_interview_was() {
    let mut highest: f64 = 0.0;
    for inputs in inputs::ALL {
        for (name, change) in inputs::KINDS {
            for start in ENTRIES.into_iter().skip(1) {
                // The formal message is the warm one under another greeting.
                for tone in [Tone::Warm, Tone::Plain] {
                    for shared in inputs.shared {
                        let panel =
                            Panel::composed_from(start, inputs, change, tone, shared, PANEL);
                        highest = panel.pairs().into_iter().fold(highest, f64::max);
                        assert!(
                            highest < ALIKE,
                            "{:?} {name} {start} {shared} {highest}\n{}",
                            inputs.language,
                            panel.closest()
                        );
                    }
                }
            }
        }
    }
    report::write("starts", &[("max_similarity_starts", highest.into())]);
}

#[test]
fn notes_of_one_panel_stay_different_whatever_versions_are_asked_for() {
    let mut highest: f64 = 0.0;
    for inputs in inputs::ALL {
        for (name, change) in inputs::KINDS {
            for specific in inputs.shared {
                let mut panel = Panel::composed(inputs, change, Tone::Warm, specific, FEW);
                for (turn, variant) in [(3, 1), (0, 1), (3, 2), (1, 1), (0, 2), (4, 1)] {
                    panel.rewrite(turn, variant);
                    highest = panel.pairs().into_iter().fold(highest, f64::max);
                }
                assert!(highest < ALIKE, "{:?} {name} {highest}", inputs.language);
            }
        }
    }
    for inputs in inputs::ALL {
        // Where nearly every sentence is used up, the rest still belongs to one person alone.
        let shared = inputs.shared[1];
        let mut panel = Panel::composed(inputs, |_| {}, Tone::Warm, shared, PANEL);
        for (turn, variant) in [(3, 1), (0, 1), (7, 2), (3, 2)] {
            panel.rewrite(turn, variant);
            panel.pairs();
        }
    }
    report::write("versions", &[("max_similarity_versions", highest.into())]);
}

#[test]
fn who_takes_the_place_of_somebody_removed_is_told_something_else() {
    for inputs in inputs::ALL {
        for (name, change) in inputs::KINDS {
            let shared = inputs.shared[0];
            let mut panel = Panel::composed(inputs, change, Tone::Formal, shared, FEW);
            panel.remove(2);
            panel.remove(4);
            // The ninth begins where the first does, in lists of eight, and so on.
            panel.add(PANEL);
            panel.add(PANEL + 3);
            let most = panel.pairs().into_iter().fold(0.0, f64::max);
            assert!(most < ALIKE, "{:?} {name} {most}", inputs.language);
        }
    }
}

#[test]
fn a_second_meeting_repeats_nothing_of_the_first() {
    let mut highest: f64 = 0.0;
    for inputs in inputs::ALL {
        for (name, change) in inputs::KINDS {
            for tone in [Tone::Warm, Tone::Plain] {
                for specific in inputs.shared {
                    let first = Panel::composed(inputs, change, tone, specific, FEW);
                    let mut second = Panel::new(inputs, |it| it.again = true, tone, specific);
                    for position in 0..4 {
                        second.earlier.clone_from(&vec![first.body(position)]);
                        second.add(position);
                        let mine = second.message(position);
                        let before = first.message(position);
                        let alike = compared(inputs, &mine, &before);
                        highest = highest.max(alike);
                        assert!(alike < ALIKE, "{name} {alike}\n{mine}\n\n{before}");
                    }
                    second.pairs();
                }
            }
        }
    }
    report::write("earlier", &[("max_similarity_earlier", highest.into())]);
}

#[test]
fn the_table_claims_nothing_that_nobody_said() {
    for inputs in inputs::ALL {
        let claims: Vec<&str> = claims::words(inputs.language).collect();
        for line in text::table(inputs.language) {
            let said = line.to_lowercase();
            let words = said.split(|it: char| !it.is_alphanumeric());
            let found: Vec<&str> = words.filter(|it| claims.contains(it)).collect();
            assert_eq!(found, Vec::<&str>::new(), "{line}");
            assert!(!line.contains(|it: char| it.is_ascii_digit()), "{line}");
        }
    }
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
