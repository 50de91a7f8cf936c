//! Measures the review of a draft at each letter that is typed: a note of 150 words beside eight
//! others. `cargo bench --bench review` prints one JSON object: milliseconds of the median and of the
//! slowest letter, each letter the best of several runs.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement that cannot be made has to stop, and needs a clock"
)]

use std::{hint::black_box, time::Instant};

use afternote::app::measure_review::{Typing, WORDS};
use serde_json::json;

const RUNS: usize = 5;

fn main() {
    let typing = Typing::new().unwrap();
    let mut letters: Vec<f64> = (1..=typing.letters()).map(|it| cost(&typing, it)).collect();
    letters.sort_by(f64::total_cmp);
    println!(
        "{}",
        json!({
            "words": WORDS,
            "letters": letters.len(),
            "median_ms": letters.get(letters.len() / 2),
            "slowest_ms": letters.last(),
        })
    );
}

/// Milliseconds of the fastest review after so many letters.
fn cost(typing: &Typing, letters: usize) -> f64 {
    let once = || {
        let start = Instant::now();
        black_box(typing.review_after(letters));
        start.elapsed().as_secs_f64() * 1000.0
    };
    (0..RUNS).map(|_| once()).fold(f64::INFINITY, f64::min)
}
