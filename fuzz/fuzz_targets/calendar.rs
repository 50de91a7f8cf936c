//! The reader of calendars, with inputs that libFuzzer guides.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../bodies/calendar.rs"]
mod body;

fuzz_target!(|input: &[u8]| body::run(input));
