//! The stable codes that stand for domain values on the wire and in storage.
//!
//! A code once stored is never renamed; an unknown one is read as the safest value.

use crate::domain::{
    interview::{Band, Format, Part},
    note::compose::Tone,
};

/// Code of an interview that the user entered.
pub const BAND_HAND: &str = "hand";

/// `prompt`, `ask` or `silent`.
#[must_use]
pub const fn band(value: Band) -> &'static str {
    match value {
        Band::Prompt => "prompt",
        Band::Ask => "ask",
        Band::Silent => "silent",
    }
}

/// `phone`, `video` or `onsite`.
#[must_use]
pub const fn format(value: Format) -> &'static str {
    match value {
        Format::Phone => "phone",
        Format::Video => "video",
        Format::Onsite => "onsite",
    }
}

/// `interviewer` or `coordinator`.
#[must_use]
pub const fn part(value: Part) -> &'static str {
    match value {
        Part::Interviewer => "interviewer",
        Part::Coordinator => "coordinator",
    }
}

/// An unknown code is an interviewer: better one note too many offered than one forgotten.
#[must_use]
pub fn part_from(code: &str) -> Part {
    match code {
        "coordinator" => Part::Coordinator,
        _ => Part::Interviewer,
    }
}

/// `warm`, `formal` or `plain`.
#[must_use]
pub const fn tone(value: Tone) -> &'static str {
    match value {
        Tone::Warm => "warm",
        Tone::Formal => "formal",
        Tone::Plain => "plain",
    }
}

/// An unknown code is the default tone.
#[must_use]
pub fn tone_from(code: &str) -> Tone {
    match code {
        "formal" => Tone::Formal,
        "plain" => Tone::Plain,
        _ => Tone::Warm,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back_as_the_value_they_stand_for() {
        for value in [Part::Interviewer, Part::Coordinator] {
            assert_eq!(part_from(part(value)), value);
        }
        for value in [Tone::Warm, Tone::Formal, Tone::Plain] {
            assert_eq!(tone_from(tone(value)), value);
        }
    }
}
