//! A brief for tests.

use super::{Address, Brief, Kind, Language, Tone};
use crate::domain::interview::Part;

/// The first note after an interview today, to the only interviewer.
pub(in crate::domain::note) fn brief<'a>(specific: &'a str, points: &'a [String]) -> Brief<'a> {
    Brief {
        recipient: Some("Priya Shah"),
        call: None,
        part: Part::Interviewer,
        readers: &[],
        employer: Some("Kettlefish"),
        role: Some("Senior Engineer"),
        specific,
        shared: false,
        title: None,
        selling_points: points,
        points_chosen: false,
        sender: "Jordan Reyes",
        signature: "",
        tone: Tone::Warm,
        kind: Kind::General,
        again: false,
        rejected: false,
        language: Language::English,
        address: Address::Polite,
        position: 0,
        start: 0,
        variant: 0,
        late: false,
        beside: &[],
        learned: &[],
        instead_of: "",
    }
}
