//! Why a person is thanked in this way, by when, and what may come on top.
//!
//! The figures are those of the survey that the plan follows; nothing here is a rule.

use crate::{
    app::protocol::views::{Channel, InterviewCard, PersonCard},
    browser::{
        dom::Part,
        localize::{self, text},
    },
};

use super::Popup;

/// Fills the lines below the address.
pub(super) fn fill(part: &Part, card: &InterviewCard, person: &PersonCard) {
    let by = localize::day_and_time(card.due, card.zone.as_deref(), &Popup::zone());
    let mut lines = vec![
        text(&format!("plan_{}", person.why), &[]),
        text("plan_by", &[&by]),
    ];
    if person.part == "interviewer" {
        let on_top = match person.channel {
            Channel::Email | Channel::ViaCoordinator | Channel::InOneNote => "plan_card",
            Channel::Unknown => "plan_caution",
        };
        lines.push(text(on_top, &[]));
    }
    for reason in lines {
        if let Some(line) = Part::from_template("point") {
            line.text("text", &reason);
            part.append("reasons", &line);
        }
    }
}
