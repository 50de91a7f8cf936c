//! What the fuzz targets check, on a fixed number of inputs made from `fuzz/corpus`: without libFuzzer,
//! on any toolchain. `AFTERNOTE_MUTATIONS` tries another number of them; `./build.sh fuzz` goes on.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what is missing fails the test"
)]

use std::{fs, path::Path};

#[path = "../fuzz/bodies/calendar.rs"]
mod calendar;
#[path = "../fuzz/bodies/page.rs"]
mod page;

/// A small generator, so that every run tries the same.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap()
    }

    /// Changes, repeats, moves or drops a few stretches.
    fn damage(&mut self, bytes: &mut Vec<u8>, other: &[u8]) {
        for _ in 0..=self.below(8) {
            let at = self.below(bytes.len() + 1);
            let until = (at + self.below(60)).min(bytes.len());
            match self.below(5) {
                0 => {
                    let byte = self.byte();
                    bytes.splice(at..(at + 1).min(bytes.len()), [byte]);
                }
                1 => drop(bytes.drain(at..until)),
                2 => {
                    let piece = bytes[at..until].to_vec();
                    let to = self.below(bytes.len() + 1);
                    bytes.splice(to..to, piece);
                }
                3 => {
                    let from = self.below(other.len());
                    let until = (from + self.below(120)).min(other.len());
                    bytes.splice(at..at, other[from..until].iter().copied());
                }
                _ => {
                    let digit = b'0' + u8::try_from(self.below(10)).unwrap();
                    if let Some(byte) = bytes.get_mut(at).filter(|byte| byte.is_ascii_digit()) {
                        *byte = digit;
                    }
                }
            }
        }
    }
}

fn run(target: &str, body: impl Fn(&[u8])) {
    let count = std::env::var("AFTERNOTE_MUTATIONS")
        .ok()
        .and_then(|it| it.parse().ok())
        .unwrap_or(500);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(target);
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let corpus: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    assert!(!corpus.is_empty());
    for input in &corpus {
        body(input);
    }
    let mut random = Random(2026);
    for _ in 0..count {
        let mut input = corpus[random.below(corpus.len())].clone();
        let other = &corpus[random.below(corpus.len())];
        random.damage(&mut input, other);
        body(&input);
    }
}

#[test]
fn damaged_calendars_break_nothing() {
    run("calendar", calendar::run);
}

#[test]
fn damaged_pages_and_lines_break_nothing() {
    run("page", page::run);
}
