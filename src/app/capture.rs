//! What is offered to the user who is asked what was talked about.

use super::protocol::{
    Profile,
    views::{InterviewCard, PersonCard},
};
use crate::domain::note::{language::Language, picks, selling_point};

/// Topics that can be picked instead of typed.
#[must_use]
pub fn quick_picks(profile: &Profile, card: &InterviewCard, person: &PersonCard) -> Vec<String> {
    picks::picks(
        &card.title,
        person.title.as_deref(),
        card.role.as_deref(),
        Language::from_code(&profile.language),
    )
}

/// The selling point that is ticked before the user chooses.
#[must_use]
pub fn suggested_point<'a>(profile: &'a Profile, person: &PersonCard) -> Option<&'a String> {
    let points = &profile.selling_points;
    let title = person.title.as_deref().unwrap_or_default();
    let index = selling_point::suggested(points, title, person.position)?;
    points.get(index)
}
