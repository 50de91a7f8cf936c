//! Tests of loops and joined interviews.

use jiff::{ToSpan, tz::TimeZone};

use super::*;
use crate::domain::interview::{
    assess, interviews,
    signals::testing::{event, invited, user, who},
};

fn slot(title: &str, hours: i64, interviewer: &str) -> Event {
    let email = format!(
        "{}@cloverpeak.example",
        interviewer.to_lowercase().replace(' ', ".")
    );
    let mut slot = invited(
        event(title),
        who("Bo Ek", "bo.ek@cloverpeak.example"),
        &[who(interviewer, &email)],
    );
    slot.uid = format!("{title} {interviewer} {hours}");
    if let When::Timed { start, end, .. } = &mut slot.when {
        *start += hours.hours();
        *end += hours.hours();
    }
    slot
}

#[test]
fn slots_of_one_day_and_employer_become_one_interview_with_everybody_once() {
    let events = [
        slot("Clover Peak interview loop - Ann Holm", 0, "Ann Holm"),
        slot("Clover Peak interview loop - Xi Ming", 1, "Xi Ming"),
        slot("Clover Peak interview loop - Ann Holm", 2, "Ann Holm"),
    ];
    let assessments = assess(&events, &user(), &TimeZone::UTC);
    assert!(
        assessments.iter().all(|one| one.group == Some(0)),
        "{assessments:?}"
    );
    let joined = interviews(&events, &assessments, &TimeZone::UTC);
    assert_eq!(joined.len(), 1);
    let names: Vec<_> = joined[0]
        .people
        .iter()
        .filter_map(|person| person.name.as_deref())
        .collect();
    assert_eq!(names, ["Ann Holm", "Xi Ming", "Bo Ek"]);
    assert_eq!(
        joined[0]
            .people
            .iter()
            .filter(|person| person.main_contact.is_some())
            .count(),
        1
    );
    assert_eq!(joined[0].end, events[2].when.end(&TimeZone::UTC));
}

#[test]
fn other_days_and_employers_stand_alone() {
    let mut other = invited(
        event("Interview Brightdock"),
        who("Jo Ray", "jo@brightdock.example"),
        &[],
    );
    other.uid = "other".into();
    let events = [
        slot("Clover Peak interview - Ann Holm", 0, "Ann Holm"),
        slot("Clover Peak interview - Xi Ming", 24, "Xi Ming"),
        other,
    ];
    let assessments = assess(&events, &user(), &TimeZone::UTC);
    assert!(assessments.iter().all(|one| one.group.is_none()));
    assert_eq!(interviews(&events, &assessments, &TimeZone::UTC).len(), 3);
}

#[test]
fn the_same_interview_from_two_sources_is_one() {
    let mut copy = slot("Clover Peak interview", 0, "Ann Holm");
    copy.uid = "another source".into();
    let events = [slot("Clover Peak interview", 0, "Ann Holm"), copy];
    let assessments = assess(&events, &user(), &TimeZone::UTC);
    let joined = interviews(&events, &assessments, &TimeZone::UTC);
    assert_eq!(joined.len(), 1);
    assert_eq!(joined[0].events.len(), 2);
}
