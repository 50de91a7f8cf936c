//! What `build.sh bench` measures in wasm; only with the feature `bench`, never in the package.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{
    app::{
        measure::{Measured, Window},
        measure_review::Typing,
        protocol::Profile,
        scan_calendar::Scan,
    },
    browser::clock,
};

/// A calendar being read, as the worker of the options page reads it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct BenchCalendar(Measured);

#[wasm_bindgen]
impl BenchCalendar {
    /// For a window in milliseconds since 1970.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(from_ms: f64, until_ms: f64) -> Self {
        let zone = clock::zone_named("America/New_York").unwrap_or(TimeZone::UTC);
        Self(Measured::new(zone, window(from_ms, until_ms)))
    }

    /// With the text of every event, for judging them all.
    #[must_use]
    pub fn whole() -> Self {
        let zone = clock::zone_named("America/New_York").unwrap_or(TimeZone::UTC);
        Self(Measured::whole(zone))
    }

    /// Takes the next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.0.push(bytes);
    }

    /// Ends the file.
    pub fn finish(&mut self) {
        self.0.finish();
    }

    /// How many occurrences a window has.
    #[must_use]
    pub fn occurrences(&self, from_ms: f64, until_ms: f64) -> usize {
        self.0.occurrences(window(from_ms, until_ms))
    }

    /// Decodes every event; how many.
    #[must_use]
    pub fn decode(&mut self) -> usize {
        self.0.decode()
    }

    /// Judges every decoded event; how many.
    #[must_use]
    pub fn judge(&self) -> usize {
        self.0.judge()
    }
}

/// The whole pipeline of a file, as the extension runs it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct BenchScan(Option<Scan>);

#[wasm_bindgen]
impl BenchScan {
    /// For a file read at this instant.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(now_ms: f64) -> Self {
        let zone = clock::zone_named("America/New_York").unwrap_or(TimeZone::UTC);
        Self(Some(Scan::new(&Profile::default(), instant(now_ms), zone)))
    }

    /// Takes the next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        if let Some(scan) = &mut self.0 {
            scan.push(bytes);
        }
    }

    /// Ends the file; how many interviews it has.
    pub fn finish(&mut self) -> usize {
        self.0.take().map_or(0, |scan| scan.finish().found.len())
    }
}

/// A draft being typed.
#[wasm_bindgen]
#[derive(Debug)]
pub struct BenchTyping(Option<Typing>);

#[wasm_bindgen]
impl BenchTyping {
    /// A note of 150 words beside eight others.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self(Typing::new())
    }

    /// Number of letters of the note.
    #[must_use]
    pub fn letters(&self) -> usize {
        self.0.as_ref().map_or(0, Typing::letters)
    }

    /// The review after so many letters; the number of findings.
    #[must_use]
    pub fn review_after(&self, letters: usize) -> usize {
        self.0.as_ref().map_or(0, |it| it.review_after(letters))
    }
}

impl Default for BenchTyping {
    fn default() -> Self {
        Self::new()
    }
}

fn window(from_ms: f64, until_ms: f64) -> Window {
    Window {
        from: instant(from_ms),
        until: instant(until_ms),
    }
}

fn instant(ms: f64) -> Timestamp {
    Timestamp::UNIX_EPOCH
        .checked_add(SignedDuration::from_secs_f64(ms / 1000.0))
        .unwrap_or_default()
}
