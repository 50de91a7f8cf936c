//! What survives when two records of one interview become one.

use serde_json::{Map, Value};

use super::*;
use crate::app::store::migrate;

fn interview() -> InterviewV1 {
    let stored: Map<String, Value> =
        serde_json::from_str(include_str!("../../../../tests/fixtures/stored/v1.json")).unwrap();
    let mut all = migrate::read_all(&stored).interviews;
    all.retain(|it| {
        it.people
            .first()
            .is_some_and(|it| it.status() == Status::Sent)
    });
    all.remove(0)
}

/// Checks the merged record in both directions.
fn both_ways(one: &InterviewV1, other: &InterviewV1, check: impl Fn(&InterviewV1)) {
    check(&complete(one, other));
    check(&complete(other, one));
}

#[test]
fn sent_on_either_side_stays_sent() {
    let sent = interview();
    let mut drafted = sent.clone();
    drafted.people[0].status = "drafted".into();
    drafted.people[0].history.pop();
    both_ways(&drafted, &sent, |merged| {
        assert_eq!(merged.people.len(), sent.people.len());
        assert_eq!(merged.people[0].status(), Status::Sent);
        assert_eq!(merged.people[0].thanked_at(), sent.people[0].thanked_at());
    });
}

#[test]
fn somebody_thanked_before_a_second_note_stays_thanked() {
    let mut again = interview();
    let now = "2026-04-01T10:00:00Z".parse().unwrap();
    again.people[0]
        .take(
            crate::domain::follow_up::status::Step::WriteAgain,
            now,
            "user",
        )
        .unwrap();
    let mut drafted = interview();
    drafted.people[0].status = "drafted".into();
    drafted.people[0].history.clear();
    both_ways(&again, &drafted, |merged| {
        assert!(merged.people[0].thanked_at().is_some());
    });
}

#[test]
fn how_the_employer_answered_and_what_somebody_is_called_are_taken_over() {
    let mut told = interview();
    told.outcome = Some("offer".into());
    told.people[0].call = Some("Pri".into());
    both_ways(&told, &interview(), |merged| {
        assert_eq!(merged.outcome.as_deref(), Some("offer"));
        assert_eq!(merged.people[0].call.as_deref(), Some("Pri"));
    });
    let mut otherwise = interview();
    otherwise.outcome = Some("rejection".into());
    assert_eq!(
        complete(&otherwise, &told).outcome.as_deref(),
        Some("rejection")
    );
}

#[test]
fn the_later_record_says_whether_it_was_called_off() {
    let (earlier, mut later) = (interview(), interview());
    later.called_off = true;
    later.rev = earlier.rev + 1;
    both_ways(&earlier, &later, |merged| assert!(merged.called_off));
    let mut stale = interview();
    stale.called_off = true;
    stale.rev = 0;
    assert!(!complete(&earlier, &stale).called_off);
}

#[test]
fn who_was_taken_out_comes_back_from_nowhere() {
    let mut out = interview();
    let guest = PersonV1::new("p9".into(), Some("Room Guest".into()), None);
    let mut there = interview();
    there.people.push(guest.clone());
    out.removed.push(guest.clone());
    both_ways(&out, &there, |merged| {
        assert!(merged.people.iter().all(|it| it.name != guest.name));
        assert_eq!(merged.removed.len(), 1);
    });
}

#[test]
fn who_was_written_to_here_is_not_taken_out_from_there() {
    let mut out = interview();
    let thanked = out.people.remove(0);
    out.removed.push(thanked.clone());
    let merged = complete(&interview(), &out);
    assert!(merged.people.iter().any(|it| it.id == thanked.id));
    assert!(merged.removed.is_empty());
}

#[test]
fn nobody_is_given_an_id_that_somebody_else_has_had() {
    let mut ours = interview();
    let out = PersonV1::new("p7".into(), Some("Taken Out".into()), None);
    ours.removed.push(out);
    let mut theirs = interview();
    theirs
        .people
        .push(PersonV1::new("p7".into(), Some("Ada Fern".into()), None));
    let merged = complete(&ours, &theirs);
    let ada = merged
        .people
        .iter()
        .find(|it| it.name.as_deref() == Some("Ada Fern"));
    assert_eq!(ada.map(|it| it.id.as_str()), Some("p8"));
}

#[test]
fn the_users_word_for_employer_and_role_counts_over_the_calendars_on_either_side() {
    let said_by_calendar = interview();
    let mut corrected = said_by_calendar.clone();
    corrected.correct(Some("Plumtree".to_owned()), None);
    let wrong = said_by_calendar.employer.clone().unwrap();
    both_ways(&said_by_calendar, &corrected, |merged| {
        assert_eq!(merged.employer.as_deref(), Some("Plumtree"));
        assert_eq!(merged.role, None);
        assert_eq!(merged.said.known_as, std::slice::from_ref(&wrong));
    });
}
