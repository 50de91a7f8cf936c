//! Sorts what is stored into what the popup shows. Reads only; needs no background.

use crate::domain::ordering::sort_by_number;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value};

use super::{
    protocol::views::{ChangeCard, FollowUps, InterviewCard, NoteCard, PersonCard},
    store::{
        correction,
        migrate::{self, Records},
        record::{NOT_HELD, instant, participant},
        trouble,
        v1::{ChangeV1, InterviewV1, NoteV1, PersonV1},
    },
};
use crate::domain::{
    follow_up::{
        status::Status,
        timing::{self, Stage},
    },
    note::{
        names,
        plan::{Channel, PlannedNote, has_choice_of_relay},
    },
};

/// The lists of the popup at `now`.
#[must_use]
pub fn list(stored: &Map<String, Value>, now: Timestamp) -> FollowUps {
    FollowUps {
        trouble: trouble::trouble(stored).map(|it| (it.code, instant(it.since_ms))),
        ..sort(&migrate::read_all(stored), now)
    }
}

fn sort(records: &Records, now: Timestamp) -> FollowUps {
    let mut lists = FollowUps {
        unreadable: records.quarantined + u32::try_from(records.unreadable.len()).unwrap_or(0),
        ..FollowUps::default()
    };
    for interview in &records.interviews {
        let card = card(interview, now);
        let over = !matches!(card.stage, Stage::Coming);
        if interview.answer == Some(false) {
            lists.dismissed.push(card);
        } else if interview.called_off {
            // Nothing is owed; it stays stored in case it takes place after all.
        } else if interview.is_open_question() {
            if card.stage != Stage::Lapsed {
                lists.ask.push(card);
            }
        } else if !over {
            lists.coming.push(card);
        } else if card.stage != Stage::Lapsed && interview.owed() > 0 {
            lists.due.push(card);
        } else {
            lists.done.push(card);
        }
    }
    sort_by_number(&mut lists.due, |it| it.end.as_millisecond());
    sort_by_number(&mut lists.ask, |it| it.end.as_millisecond());
    sort_by_number(&mut lists.coming, |it| it.start.as_millisecond());
    sort_by_number(&mut lists.done, |it| -it.end.as_millisecond());
    sort_by_number(&mut lists.dismissed, |it| -it.end.as_millisecond());
    lists
}

fn card(interview: &InterviewV1, now: Timestamp) -> InterviewCard {
    let end = interview.end();
    InterviewCard {
        id: interview.id.clone(),
        heading: interview
            .employer
            .clone()
            .unwrap_or_else(|| interview.title.clone()),
        employer_known: interview.employer.is_some(),
        title: interview.title.clone(),
        role: interview.role.clone(),
        format: interview.format.clone(),
        start: interview.start(),
        end,
        due: end.saturating_add(timing::DUE_AFTER).unwrap_or(end),
        zone: interview.zone.clone(),
        zone_assumed: interview.zone_assumed,
        location: interview.location.clone(),
        meeting_link: interview
            .meeting_link
            .clone()
            .filter(|it| it.starts_with("https://")),
        stage: timing::stage(end, now),
        hours_left: hours_left(end, now),
        band: interview.verdict.band.clone(),
        confidence: interview.verdict.confidence,
        reasons: interview
            .verdict
            .reasons
            .iter()
            .map(|it| (it.code.clone(), it.detail.clone()))
            .collect(),
        outcome: interview.outcome.clone(),
        outcomes: interview
            .outcomes
            .iter()
            .rev()
            .map(|it| (instant(it.at_ms), outcome_code(it).to_owned()))
            .collect(),
        called_off: interview.called_off,
        scopes: scopes(interview),
        organizer: interview.organizer.clone().unwrap_or_default(),
        kind: interview.said.kind(),
        kind_shown: interview.kind_shown(),
        one_note: one_note(interview),
        can_take_back: interview.said.before.is_some(),
        snoozed_until: interview.snoozed_until().filter(|it| *it > now),
        put_off_until: interview.snoozed_until(),
        people: people(interview),
    }
}

/// What became of it; a code of its own for what no longer holds.
fn outcome_code(change: &ChangeV1) -> &str {
    match (change.to.as_str(), change.from.as_str()) {
        ("", NOT_HELD) => "held",
        ("", _) => "undone",
        (to, _) => to,
    }
}

fn scopes(interview: &InterviewV1) -> Vec<&'static str> {
    if interview.events.is_empty() {
        return Vec::new();
    }
    let series = correction::is_series(&interview.events);
    correction::scopes(series, interview.organizer.is_some())
}

fn hours_left(end: Timestamp, now: Timestamp) -> u32 {
    let left = timing::DUE_AFTER - now.duration_since(end);
    u32::try_from(left.max(SignedDuration::ZERO).as_hours()).unwrap_or(0)
}

/// Everybody who gets a note in the order of the plan, then everybody else.
fn people(interview: &InterviewV1) -> Vec<PersonCard> {
    let planned = interview.planned();
    let mut cards: Vec<PersonCard> = planned
        .iter()
        .map(|(person, note)| {
            let mut card = person_card(person, Some(note));
            if note.channel == Channel::InOneNote {
                let mut all = interview.people.iter();
                let forwarder = all.find(|it| it.email.is_some() && it.email == note.address);
                card.in_note_to = forwarder.map(|it| it.id.clone());
            }
            card
        })
        .collect();
    for person in &interview.people {
        if !planned.iter().any(|(it, _)| it.id == person.id) {
            cards.push(person_card(person, None));
        }
    }
    cards
}

/// Whether one note is forwarded to all; `None` where there is no choice.
fn one_note(interview: &InterviewV1) -> Option<bool> {
    let people: Vec<_> = interview.people.iter().map(participant).collect();
    has_choice_of_relay(&people).then_some(interview.said.one_note)
}

fn person_card(person: &PersonV1, planned: Option<&PlannedNote>) -> PersonCard {
    PersonCard {
        id: person.id.clone(),
        position: person.position(),
        display_name: person
            .name
            .clone()
            .or_else(|| person.email.clone())
            .unwrap_or_default(),
        first_name: person
            .call
            .clone()
            .or_else(|| person.name.as_deref().and_then(names::first_name)),
        call: person.call.clone().unwrap_or_default(),
        form_of_address: person.address.clone().unwrap_or_default(),
        title: person.title.clone(),
        part: person.part.clone(),
        main_contact: person.main_contact.clone(),
        status: person.status(),
        channel: planned.map_or(Channel::Unknown, |it| it.channel),
        address: match planned {
            Some(it) => it.address.clone().unwrap_or_default(),
            None => person.email.clone().unwrap_or_default(),
        },
        own_address: person.email.clone().unwrap_or_default(),
        name: person.name.clone().unwrap_or_default(),
        owed: planned.is_some_and(|it| it.channel != Channel::InOneNote) && person.is_owed(),
        in_note_to: None,
        why: planned.map_or_else(String::new, |it| it.why.to_owned()),
        specific: person.specific.clone(),
        selling_points: person.selling_points.clone(),
        note: person.note.as_ref().map(note_card),
        thanked_at: person.thanked_at(),
        thanked_elsewhere: person.is_thanked_elsewhere(),
        can_undo: !person.history.is_empty(),
        told: told(person),
    }
}

fn told(person: &PersonV1) -> Vec<ChangeCard> {
    // What stands keeps its order, whatever the clock said at times.
    let mut latest = i64::MIN;
    let standing = person.history.iter().map(|it| {
        latest = latest.max(it.at_ms);
        (latest, it, false)
    });
    let undone = person.taken_back.iter().map(|it| (it.at_ms, it, true));
    let mut told: Vec<(i64, ChangeCard)> = standing
        .chain(undone)
        .map(|(place, change, taken_back)| {
            let card = ChangeCard {
                at: instant(change.at_ms),
                to: Status::from_code(&change.to).unwrap_or(Status::ToAsk),
                by: change.by.clone(),
                taken_back,
                undone: change.undone_ms.map(instant),
            };
            (place, card)
        })
        .collect();
    sort_by_number(&mut told, |(place, _)| *place);
    told.into_iter().rev().map(|(_, card)| card).collect()
}

fn note_card(note: &NoteV1) -> NoteCard {
    NoteCard {
        subject: note.subject.clone(),
        body: note.body.clone(),
        variant: note.variant,
        edited: note.edited,
    }
}
