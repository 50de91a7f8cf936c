//! A world of doubles in which commands are tried: what each does, once, and what it refuses.

mod about;
mod check_in;
mod companion;
mod corrections;
mod feed_quirks;
mod feed_rows;
mod feeds;
mod forms;
mod later;
mod newer;
mod notes;
mod notices;
mod one_note;
mod pages;
mod people;
mod prompts;
#[cfg(feature = "services")]
mod services;
mod sources;
mod storage;
mod teach;
mod undo;
mod wake;
mod wrong_clock;

use std::cell::Cell;

use jiff::Timestamp;
use pollster::block_on;

use super::*;
use crate::app::{
    doubles::{CannedFeed, FixedClock, MemoryStore, RecordedAlarm, RecordedBadge, RecordedNotices},
    list_follow_ups,
    protocol::{
        FoundEvent, FoundInterview, FoundPerson, Profile,
        views::{FollowUps, PersonCard},
    },
    store::keys,
};

const HOUR_MS: i64 = 3_600_000;

struct World {
    store: MemoryStore,
    clock: FixedClock,
    alarm: RecordedAlarm,
    badge: RecordedBadge,
    notices: RecordedNotices,
}

impl World {
    /// One hour after the interview of [`found`] ended.
    fn new() -> Self {
        Self {
            store: MemoryStore::default(),
            clock: FixedClock(Cell::new(Timestamp::from_millisecond(2 * HOUR_MS).unwrap())),
            alarm: RecordedAlarm::default(),
            badge: RecordedBadge::default(),
            notices: RecordedNotices::default(),
        }
    }

    /// As after a restart of the worker: nothing but the store is remembered.
    /// A background that has just started.
    fn dispatcher(
        &self,
    ) -> Dispatcher<&MemoryStore, &FixedClock, &RecordedAlarm, &RecordedBadge, &RecordedNotices>
    {
        Dispatcher::new(
            &self.store,
            &self.clock,
            &self.alarm,
            &self.badge,
            &self.notices,
        )
    }

    fn send(&self, id: &str, request: Request) -> Reply {
        block_on(self.dispatcher().handle(Command {
            id: id.to_owned(),
            request,
        }))
    }

    /// As when the browser or the extension begins anew.
    fn begin_anew(&self) {
        let feeds = CannedFeed(Some(String::new()));
        let wake = self.dispatcher();
        let limit = std::future::ready(());
        block_on(wake.wake(&feeds, Look::Everything, limit)).unwrap();
    }

    fn lists(&self) -> FollowUps {
        list_follow_ups::list(&self.store.entries.borrow(), self.clock.0.get())
    }

    fn person(&self) -> PersonCard {
        let lists = self.lists();
        let card = lists.due.iter().chain(&lists.done).next().unwrap();
        card.people[0].clone()
    }

    fn interview_id(&self) -> String {
        let entries = self.store.entries.borrow();
        let key = entries.keys().find(|it| keys::is_interview(it)).unwrap();
        key.strip_prefix("interview:").unwrap().to_owned()
    }

    fn scan(&self, id: &str, found: Vec<FoundInterview>) -> Reply {
        let source = "job-hunt.ics".to_owned();
        self.send(id, Request::RecordScan { source, found })
    }

    /// A world with one interview, one person and a draft.
    fn with_draft() -> (Self, String, String) {
        let world = Self::new();
        world.scan("c1", vec![found()]);
        let (interview, person) = (world.interview_id(), "p1".to_owned());
        world.send("c2", answer(&interview, &person));
        let reply = world.send("c3", prepare(&interview, &person, 0));
        assert!(matches!(reply, Reply::Note { .. }), "{reply:?}");
        (world, interview, person)
    }
}

fn found() -> FoundInterview {
    FoundInterview {
        events: vec![FoundEvent {
            uid: "kettlefish-1".to_owned(),
            recurrence_ms: None,
        }],
        title: "Interview with Kettlefish".to_owned(),
        start_ms: 0,
        end_ms: HOUR_MS,
        zone: None,
        zone_assumed: false,
        location: String::new(),
        organizer: None,
        band: "prompt".to_owned(),
        confidence: 0.95,
        reasons: Vec::new(),
        called_off: false,
        employer: Some("Kettlefish".to_owned()),
        role: Some("Engineer".to_owned()),
        format: None,
        meeting_link: Some("http://plain.example/".to_owned()),
        people: vec![FoundPerson {
            name: Some("Priya Shah".to_owned()),
            email: Some("priya@kettlefish.example".to_owned()),
            title: None,
            part: "interviewer".to_owned(),
            main_contact: Some("only_person".to_owned()),
        }],
    }
}

fn answer(interview: &str, person: &str) -> Request {
    Request::Answer {
        interview: interview.to_owned(),
        person: person.to_owned(),
        specific: " how they moved billing to event sourcing ".to_owned(),
        selling_points: vec!["five years of payment systems".to_owned()],
    }
}

fn prepare(interview: &str, person: &str, variant: u32) -> Request {
    Request::PrepareNote {
        interview: interview.to_owned(),
        person: person.to_owned(),
        variant,
    }
}

fn sent(interview: &str, person: &str) -> Request {
    Request::MarkSent {
        interview: interview.to_owned(),
        person: person.to_owned(),
    }
}

fn undo(interview: &str, person: &str) -> Request {
    Request::Undo {
        interview: interview.to_owned(),
        person: person.to_owned(),
    }
}

fn code(reply: &Reply) -> &str {
    match reply {
        Reply::Failed { code, .. } => code,
        _ => "",
    }
}
