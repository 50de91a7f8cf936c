//! Which stored interview a found one is, and which events it is made of from then on.
//!
//! By an event that they share; failing that, by employer and time, unless the stored one is in the
//! same calendar under another identity.

use crate::{
    app::{
        protocol::{FoundEvent, FoundInterview},
        store::{
            merge::complete,
            v1::{EventV1, InterviewV1, ToldV1},
        },
    },
    domain::interview::same::{Account, is_same},
};

use super::page;
use crate::app::store::record::instant;

/// By what an interview was known again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KnownBy {
    /// They share an event.
    Event,
    /// Employer and time are the same.
    Hour,
}

/// The stored interview that `it`, one of `found`, tells of.
pub(super) fn known<'k>(
    known: &'k mut [InterviewV1],
    it: &FoundInterview,
    found: &[FoundInterview],
) -> Option<(&'k mut InterviewV1, KnownBy)> {
    let by_event = known
        .iter()
        .position(|old| old.shares_event_with(it) || page::is_same(old, it));
    let (at, how) = match by_event {
        Some(at) => (at, KnownBy::Event),
        None => {
            let other_entry = |old: &InterviewV1| {
                let taking_place = |one: &&FoundInterview| !one.called_off;
                found
                    .iter()
                    .filter(taking_place)
                    .any(|one| old.shares_event_with(one))
            };
            let at = known
                .iter()
                .position(|old| is_same_hour(old, it) && !other_entry(old))?;
            (at, KnownBy::Hour)
        }
    };
    known.get_mut(at).map(|old| (old, how))
}

/// Takes the other stored interviews into this one whose events are all its own by now, as when a slot
/// was moved into the day of another: nobody is asked at the hour that it had before. Gives their ids.
pub(super) fn take_in(known: &mut Vec<InterviewV1>, interview: &mut InterviewV1) -> Vec<String> {
    let told = |it: &EventV1| !it.uid.is_empty() && !page::is_of_page(&it.uid);
    let is_ghost = |other: &InterviewV1, it: &InterviewV1| {
        let mut events = other.events.iter();
        other.id != it.id
            && !events.as_slice().is_empty()
            && events.all(|event| told(event) && it.has_event(&event.uid, event.recurrence_ms))
    };
    let mut ids = Vec::new();
    while let Some(at) = known.iter().position(|it| is_ghost(it, interview)) {
        let ghost = known.remove(at);
        let called_off = interview.called_off;
        *interview = complete(interview, &ghost);
        interview.called_off = called_off;
        ids.push(ghost.id);
    }
    if let Some(it) = known.iter_mut().find(|it| it.id == interview.id) {
        it.clone_from(interview);
    }
    ids
}

/// Whether both tell of one interview, by employer and time. What is called off replaces nothing.
pub(super) fn is_same_hour(stored: &InterviewV1, found: &FoundInterview) -> bool {
    let told = |employer| Account {
        employer,
        title: &stored.title,
        start: stored.start(),
        end: stored.end(),
    };
    let account = Account {
        employer: found.employer.as_deref(),
        title: &found.title,
        start: instant(found.start_ms),
        end: instant(found.end_ms),
    };
    if found.called_off {
        return false;
    }
    // What the user corrected, a calendar may still say.
    is_same(&told(stored.employer.as_deref()), &account)
        || (stored.said.known_as.iter()).any(|it| is_same(&told(Some(it)), &account))
}

fn is_event(one: &EventV1, other: &FoundEvent) -> bool {
    one.uid == other.uid && one.recurrence_ms == other.recurrence_ms
}

/// What of an account counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counts {
    /// When it takes place.
    pub(super) times: bool,
    /// Whether it takes place.
    pub(super) called_off: bool,
}

/// Takes the events of `found`, and keeps those that others tell of: pages, other addresses, and
/// all of them if nothing but the hour is shared. Gives what counts: nothing where another address has
/// the interview, too, and this one says only what it said before. Two calendars may each have it at
/// their own hours for ever. By the hour alone no news of times comes. `sources` are the ids of all
/// addresses: one that the user removed tells nothing any more.
pub(super) fn take_events(
    interview: &mut InterviewV1,
    found: &FoundInterview,
    how: KnownBy,
    feed: Option<&str>,
    sources: &[String],
) -> Counts {
    let now = ToldV1 {
        feed: feed.map(str::to_owned),
        start_ms: found.start_ms,
        end_ms: found.end_ms,
        called_off: found.called_off,
    };
    let mut before = std::mem::take(&mut interview.events);
    let is_source = |id: &str| feed == Some(id) || sources.iter().any(|it| it == id);
    for event in &mut before {
        event.feeds.retain(|it| is_source(it));
        let tells = |it: &ToldV1| it.feed.as_deref().is_none_or(is_source);
        event.told.retain(tells);
    }
    let known = |event: &FoundEvent| before.iter().find(|it| is_event(it, event));
    // Records of before know who told of an event, and not what.
    let is_news = |event| {
        known(event).is_none_or(|it| match it.told.iter().find(|it| it.feed == now.feed) {
            Some(told) => *told != now,
            None => !feed.is_some_and(|feed| it.feeds.iter().any(|it| it == feed)),
        })
    };
    let news = found.events.iter().any(is_news);
    interview.events = found
        .events
        .iter()
        .map(|event| {
            let mut event = known(event).cloned().unwrap_or_else(|| EventV1 {
                uid: event.uid.clone(),
                recurrence_ms: event.recurrence_ms,
                feeds: Vec::new(),
                told: Vec::new(),
            });
            if let Some(feed) = feed
                && !event.feeds.iter().any(|it| it == feed)
            {
                event.feeds.push(feed.to_owned());
            }
            event.told.retain(|it| it.feed != now.feed);
            event.told.push(now.clone());
            event
        })
        .collect();
    for mut event in before {
        if found.events.iter().any(|it| is_event(&event, it)) {
            continue;
        }
        let of_page =
            page::is_of_page(&event.uid) && !found.events.iter().any(|it| it.uid == event.uid);
        // What this feed alone told of has another identity now: some name every event anew.
        let renamed = matches!(event.feeds.as_slice(), [only] if Some(only.as_str()) == feed);
        event.feeds.retain(|it| Some(it.as_str()) != feed);
        event.told.retain(|it| it.feed != now.feed);
        if of_page || how == KnownBy::Hour && !renamed || !event.feeds.is_empty() {
            interview.events.push(event);
        }
    }
    let mut feeds = interview.events.iter().flat_map(|it| &it.feeds);
    let elsewhere = feeds.any(|it| Some(it.as_str()) != feed);
    Counts {
        times: news && how == KnownBy::Event || !elsewhere,
        called_off: news || !elsewhere,
    }
}
