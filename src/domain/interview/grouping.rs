//! Slots of one loop, and the interviews the user lived through.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{Assessment, Band, Direction, EventKey, Interview, Part, people, text::fold::squash};
use crate::domain::{
    calendar::{
        event::{Event, When},
        zone_database,
    },
    ordering::sort_by_number,
};

/// Gives the slots of one loop (same employer, same day) the same number.
pub(crate) fn number(events: &[Event], assessments: &mut [Assessment], home: &TimeZone) {
    let keys: Vec<Option<(String, Date)>> = events
        .iter()
        .zip(assessments.iter())
        .map(|(event, one)| {
            counts(one)
                .then(|| Some((employer_key(one)?, day(event, home))))
                .flatten()
        })
        .collect();
    let mut by_day: HashMap<Date, Vec<usize>> = HashMap::new();
    for (index, key) in keys.iter().enumerate() {
        if let Some((_, day)) = key {
            by_day.entry(*day).or_default().push(index);
        }
    }
    let mut next = 0;
    for at in 0..keys.len() {
        let Some(Some(key)) = keys.get(at) else {
            continue;
        };
        if assessments.get(at).is_none_or(|one| one.group.is_some()) {
            continue;
        }
        let belongs = |index: &&usize| {
            keys.get(**index)
                .and_then(Option::as_ref)
                .is_some_and(|other| belongs(key, other))
        };
        let that_day = by_day.get(&key.1).into_iter().flatten();
        let same: Vec<usize> = that_day.filter(belongs).copied().collect();
        if same.len() < 2 {
            continue;
        }
        for index in same {
            if let Some(one) = assessments.get_mut(index) {
                one.group = Some(next);
            }
        }
        next += 1;
    }
}

/// Joins groups and single events to interviews, earliest first.
#[must_use]
pub(crate) fn join(
    events: &[Event],
    assessments: &[Assessment],
    home: &TimeZone,
) -> Vec<Interview> {
    let mut order: Vec<usize> = (0..events.len().min(assessments.len()))
        .filter(|at| assessments.get(*at).is_some_and(counts))
        .collect();
    sort_by_number(&mut order, |at| {
        events
            .get(*at)
            .map_or(i64::MIN, |event| event.when.start(home).as_microsecond())
    });
    let mut interviews: Vec<Interview> = Vec::new();
    // A calendar may hold thousands of them.
    let mut by_group: HashMap<u32, usize> = HashMap::new();
    let mut by_start: HashMap<Timestamp, Vec<usize>> = HashMap::new();
    for at in order {
        let (Some(event), Some(one)) = (events.get(at), assessments.get(at)) else {
            continue;
        };
        let start = event.when.start(home);
        let same_group = one.group.and_then(|group| by_group.get(&group).copied());
        let copy = by_start.get(&start).and_then(|known| {
            let is_copy = |at: &&usize| {
                interviews
                    .get(**at)
                    .is_some_and(|known| is_copy(known, event, one, home))
            };
            known.iter().find(is_copy).copied()
        });
        let known = match (same_group, copy) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        if let Some(interview) = known.and_then(|at| interviews.get_mut(at)) {
            extend(interview, event, one, home);
            continue;
        }
        by_start.entry(start).or_default().push(interviews.len());
        if let Some(group) = one.group {
            by_group.insert(group, interviews.len());
        }
        interviews.push(single(event, one, home));
    }
    interviews
}

fn counts(one: &Assessment) -> bool {
    one.verdict.band != Band::Silent && one.direction == Direction::Candidate
}

fn employer_key(one: &Assessment) -> Option<String> {
    one.employer
        .as_deref()
        .map(squash)
        .filter(|key| !key.is_empty())
}

fn belongs(one: &(String, Date), other: &(String, Date)) -> bool {
    let (short, long) = if one.0.len() <= other.0.len() {
        (&one.0, &other.0)
    } else {
        (&other.0, &one.0)
    };
    one.1 == other.1
        && (short == long || (short.chars().count() >= 4 && long.starts_with(short.as_str())))
}

/// The civil day in the event's own zone.
fn day(event: &Event, home: &TimeZone) -> Date {
    match &event.when {
        When::AllDay { first, .. } => *first,
        When::Timed { start, zone, .. } => {
            let zone = zone.as_deref().and_then(zone_database::get);
            zone.as_ref().unwrap_or(home).to_datetime(*start).date()
        }
    }
}

/// The same interview seen twice: same start and same title or employer.
fn is_copy(known: &Interview, event: &Event, one: &Assessment, home: &TimeZone) -> bool {
    known.start == event.when.start(home)
        && (squash(&known.title) == squash(&event.summary)
            || (known.employer.is_some() && known.employer == one.employer))
}

fn single(event: &Event, one: &Assessment, home: &TimeZone) -> Interview {
    let zone = match &event.when {
        When::Timed { zone, .. } => zone.clone(),
        When::AllDay { .. } => None,
    };
    Interview {
        events: vec![key(event)],
        title: event.summary.clone(),
        start: event.when.start(home),
        end: event.when.end(home),
        zone,
        location: event.location.clone(),
        organizer: event.organizer.as_ref().and_then(|it| it.email.clone()),
        verdict: one.verdict.clone(),
        called_off: one.called_off,
        employer: one.employer.clone(),
        role: one.role.clone(),
        format: one.format,
        meeting_link: one.meeting_link.clone(),
        people: one.people.clone(),
    }
}

fn key(event: &Event) -> EventKey {
    EventKey {
        uid: event.uid.clone(),
        recurrence_id: event.recurrence_id,
    }
}

fn extend(interview: &mut Interview, event: &Event, one: &Assessment, home: &TimeZone) {
    interview.events.push(key(event));
    let end: Timestamp = event.when.end(home);
    interview.end = interview.end.max(end);
    interview.zone = interview.zone.take().or_else(|| match &event.when {
        When::Timed { zone, .. } => zone.clone(),
        When::AllDay { .. } => None,
    });
    if interview.location.is_empty() {
        interview.location.clone_from(&event.location);
    }
    interview.called_off &= one.called_off;
    interview.employer = interview.employer.take().or_else(|| one.employer.clone());
    interview.role = interview.role.take().or_else(|| one.role.clone());
    interview.format = interview.format.or(one.format);
    interview.meeting_link = interview
        .meeting_link
        .take()
        .or_else(|| one.meeting_link.clone());
    let mut reasons = std::mem::take(&mut interview.verdict.reasons);
    for reason in &one.verdict.reasons {
        if !reasons.iter().any(|known| known.code == reason.code) {
            reasons.push(reason.clone());
        }
    }
    if one.verdict.confidence > interview.verdict.confidence {
        interview.verdict = one.verdict.clone();
    }
    interview.verdict.reasons = reasons;
    if one.called_off {
        return;
    }
    for person in &one.people {
        match interview
            .people
            .iter_mut()
            .find(|known| people::is_same(known, person))
        {
            Some(known) => {
                // Who interviews in one slot and coordinates the others has been met.
                if person.part == Part::Interviewer {
                    known.part = Part::Interviewer;
                }
                people::merge(known, person.clone());
            }
            None => interview.people.push(person.clone()),
        }
    }
    sort_by_number(&mut interview.people, |person| {
        i64::from(person.part == Part::Coordinator)
    });
    people::mark_main_contact(&mut interview.people);
}
