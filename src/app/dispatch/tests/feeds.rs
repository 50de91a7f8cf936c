//! Calendars from addresses: what each answer does to what is stored.

use jiff::tz::TimeZone;

use super::*;
use crate::app::{
    doubles::{Scripted, ScriptedFeeds},
    ports::{FeedAnswer, FeedTrouble},
    protocol::Profile,
    refresh_feeds::Outcome,
    scan_calendar::Scan,
    store::{migrate, source::SourceV1, v1::InterviewV1},
};

pub(super) const HOST: &str = "https://calendars.example";

/// A world with addresses, each of which has the events named.
pub(super) struct Fed {
    pub(super) world: World,
    pub(super) servers: ScriptedFeeds,
}

impl Fed {
    /// Two hours after 1 March 2026 began.
    pub(super) fn new() -> Self {
        let world = World::new();
        world.clock.0.set("2026-03-01T02:00:00Z".parse().unwrap());
        Self {
            world,
            servers: ScriptedFeeds::default(),
        }
    }

    /// Events by UID, employer and hour of the second of March.
    pub(super) fn says(&self, path: &str, events: &[(&str, &str, u32)]) {
        let body = calendar(events);
        let answer = FeedAnswer {
            status: 200,
            ..FeedAnswer::default()
        };
        self.answers(path, Scripted::Answer(answer, body));
    }

    pub(super) fn answers(&self, path: &str, answer: Scripted) {
        let mut answers = self.servers.answers.borrow_mut();
        answers.insert(format!("{HOST}{path}"), answer);
    }

    pub(super) fn add(&self, path: &str) {
        let request = Request::AddFeed {
            address: format!("{HOST}{path}"),
            label: String::new(),
            caldav: false,
        };
        let reply = self.world.send(path, request);
        assert_eq!(reply, Reply::Done);
        self.refresh();
    }

    /// An hour later, when everything that answers is due again.
    pub(super) fn later(&self) {
        self.wait(HOUR_MS);
        self.refresh();
    }

    pub(super) fn wait(&self, ms: i64) {
        let now = self.world.clock.0.get().as_millisecond() + ms;
        self.world
            .clock
            .0
            .set(Timestamp::from_millisecond(now).unwrap());
    }

    pub(super) fn refresh(&self) {
        block_on(self.world.dispatcher().refresh_feeds(&self.servers)).unwrap();
    }

    pub(super) fn interviews(&self) -> Vec<InterviewV1> {
        migrate::read_all(&self.world.store.entries.borrow()).interviews
    }

    pub(super) fn interview(&self, employer: &str) -> InterviewV1 {
        let is_it = |it: &InterviewV1| it.employer.as_deref() == Some(employer);
        self.interviews().into_iter().find(is_it).unwrap()
    }

    pub(super) fn sources(&self) -> Vec<SourceV1> {
        migrate::read_all(&self.world.store.entries.borrow()).sources
    }

    pub(super) fn source(&self, path: &str) -> SourceV1 {
        let ends = |it: &SourceV1| it.address.ends_with(path);
        self.sources().into_iter().find(ends).unwrap()
    }

    pub(super) fn judge(&self, employer: &str, is_interview: Option<bool>) {
        let interview = self.interview(employer).id;
        let id = format!("judge-{employer}-{is_interview:?}");
        let judge = Request::Judge {
            interview,
            is_interview,
        };
        assert_eq!(self.world.send(&id, judge), Reply::Done);
    }
}

fn calendar(events: &[(&str, &str, u32)]) -> String {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n".to_owned();
    for (uid, employer, hour) in events {
        text.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:20260302T{hour:02}0000Z\r\n\
             DTEND:20260302T{hour:02}4500Z\r\nSUMMARY:Interview with {employer}\r\n\
             ATTENDEE;CN=Priya Shah:mailto:priya@{}.example\r\nEND:VEVENT\r\n",
            employer.to_lowercase()
        ));
    }
    text.push_str("END:VCALENDAR\r\n");
    text
}

const ONE: (&str, &str, u32) = ("one", "Kettlefish", 10);
const TWO: (&str, &str, u32) = ("two", "Marrowbone", 14);

#[test]
fn two_addresses_of_one_host_speak_each_of_its_own() {
    let fed = Fed::new();
    fed.says("/a.ics", &[ONE]);
    fed.says("/b.ics", &[TWO]);
    fed.add("/a.ics");
    fed.add("/b.ics");
    fed.says("/a.ics", &[ONE, ("three", "Thistledown", 16)]);
    fed.says("/b.ics", &[TWO, ("four", "Quillmark", 18)]);
    fed.later();
    assert_eq!(fed.interviews().len(), 4);
    assert!(fed.interviews().iter().all(|it| !it.vanished));
    fed.says("/a.ics", &[]);
    fed.later();
    assert!(fed.interview("Kettlefish").vanished);
    assert!(fed.interview("Thistledown").vanished);
    assert!(!fed.interview("Marrowbone").vanished);
    assert!(!fed.interview("Quillmark").vanished);
}

#[test]
fn what_two_addresses_have_is_missed_when_both_have_lost_it() {
    for same_event in [true, false] {
        let other = if same_event {
            ONE
        } else {
            ("copy", "Kettlefish", 10)
        };
        let fed = Fed::new();
        fed.says("/a.ics", &[ONE]);
        fed.says("/b.ics", &[other]);
        fed.add("/a.ics");
        fed.add("/b.ics");
        assert_eq!(fed.interviews().len(), 1);
        fed.says("/a.ics", &[]);
        fed.later();
        assert!(!fed.interview("Kettlefish").vanished, "{same_event}");
        fed.says("/b.ics", &[]);
        fed.later();
        assert!(fed.interview("Kettlefish").vanished, "{same_event}");
    }
}

#[test]
fn an_address_that_was_removed_keeps_nothing_alive() {
    let fed = Fed::new();
    fed.says("/a.ics", &[ONE]);
    fed.says("/b.ics", &[ONE]);
    fed.add("/a.ics");
    fed.add("/b.ics");
    let feed = fed.source("/b.ics").id;
    fed.world.send("remove", Request::RemoveFeed { feed });
    assert!(!fed.interview("Kettlefish").vanished);
    fed.says("/a.ics", &[]);
    fed.later();
    assert!(fed.interview("Kettlefish").vanished);
}

#[test]
fn an_interview_of_a_file_is_the_address_s_once_it_has_it() {
    let fed = Fed::new();
    let mut scan = Scan::new(&Profile::default(), fed.world.clock.0.get(), TimeZone::UTC);
    scan.push(calendar(&[ONE, TWO]).as_bytes());
    fed.world.scan("file", scan.finish().found);
    fed.says("/a.ics", &[ONE]);
    fed.add("/a.ics");
    assert_eq!(fed.interviews().len(), 2);
    fed.says("/a.ics", &[]);
    fed.later();
    assert!(fed.interview("Kettlefish").vanished);
    assert!(
        !fed.interview("Marrowbone").vanished,
        "only the file had it"
    );
}

#[test]
fn an_interview_from_before_addresses_were_told_apart_is_missed_by_the_only_one_of_its_host() {
    for (others, expected) in [(&[][..], true), (&["/b.ics"][..], false)] {
        let fed = Fed::new();
        fed.says("/a.ics", &[ONE]);
        fed.add("/a.ics");
        for path in others {
            fed.says(path, &[]);
            fed.add(path);
        }
        let key = keys::interview(&fed.interview("Kettlefish").id);
        let forget = |value: &mut serde_json::Value| {
            let event = &mut value["data"]["events"][0];
            event.as_object_mut().unwrap().remove("feeds").unwrap();
        };
        forget(&mut fed.world.store.entries.borrow_mut()[&key]);
        fed.says("/a.ics", &[]);
        fed.later();
        assert_eq!(fed.interview("Kettlefish").vanished, expected);
    }
}

#[test]
fn the_user_s_yes_comes_back_with_the_interview() {
    let fed = Fed::new();
    fed.says("/a.ics", &[ONE]);
    fed.add("/a.ics");
    fed.judge("Kettlefish", Some(true));
    fed.says("/a.ics", &[]);
    fed.later();
    assert!(fed.interview("Kettlefish").is_open_question());
    fed.says("/a.ics", &[ONE]);
    fed.later();
    let back = fed.interview("Kettlefish");
    assert_eq!((back.answer, back.vanished), (Some(true), false));
}

#[test]
fn who_has_answered_is_not_asked_again() {
    for answer in [true, false] {
        let fed = Fed::new();
        fed.says("/a.ics", &[ONE]);
        fed.add("/a.ics");
        fed.says("/a.ics", &[]);
        fed.later();
        fed.judge("Kettlefish", Some(answer));
        fed.says("/a.ics", &[TWO]);
        fed.later();
        assert_eq!(fed.interview("Kettlefish").answer, Some(answer));
    }
}

#[test]
fn an_interview_that_is_over_and_confirmed_is_not_missed() {
    for (answer, expected) in [(Some(true), false), (None, true)] {
        let fed = Fed::new();
        fed.says("/a.ics", &[ONE]);
        fed.add("/a.ics");
        fed.judge("Kettlefish", answer);
        fed.wait(33 * HOUR_MS);
        fed.says("/a.ics", &[]);
        fed.refresh();
        let it = fed.interview("Kettlefish");
        assert_eq!(it.vanished, expected);
        assert_eq!(it.answer, answer);
    }
}

#[test]
fn a_failed_answer_changes_nothing_but_the_address() {
    let answer = |status| {
        let answer = FeedAnswer {
            status,
            ..FeedAnswer::default()
        };
        Scripted::Answer(answer, String::new())
    };
    for (scripted, code, needs_user) in [
        (answer(404), "gone", true),
        (answer(401), "refused", true),
        (answer(200), "not_a_calendar", true),
        (answer(429), "too_many", false),
        (answer(503), "server_error", false),
        (Scripted::Trouble(FeedTrouble::TooSlow), "too_slow", false),
        (Scripted::Trouble(FeedTrouble::TooBig), "too_big", true),
    ] {
        let fed = Fed::new();
        fed.says("/a.ics", &[ONE]);
        fed.add("/a.ics");
        let before = fed.interviews();
        fed.answers("/a.ics", scripted);
        fed.later();
        let source = fed.source("/a.ics");
        assert_eq!(source.trouble.as_deref(), Some(code));
        assert_eq!(source.needs_user, needs_user, "{code}");
        assert_eq!((source.failures, source.interviews), (1, 1));
        assert_eq!(fed.interviews(), before);
        fed.says("/a.ics", &[ONE, TWO]);
        fed.wait(HOUR_MS);
        fed.later();
        let source = fed.source("/a.ics");
        assert_eq!((source.trouble, source.failures), (None, 0));
        assert_eq!(fed.interviews().len(), 2);
    }
}

#[test]
fn a_host_that_is_not_allowed_is_not_asked() {
    let fed = Fed::new();
    fed.says("/a.ics", &[ONE]);
    let denied = "calendars.example".to_owned();
    fed.servers.denied.borrow_mut().push(denied);
    fed.add("/a.ics");
    assert!(fed.servers.asked.borrow().is_empty());
    let trouble = fed.source("/a.ics").trouble;
    assert_eq!(trouble.as_deref(), Some("not_allowed"));
}

#[test]
fn an_address_is_asked_when_it_is_due_and_says_what_it_knows() {
    let fed = Fed::new();
    let known = FeedAnswer {
        status: 200,
        etag: Some("\"1\"".to_owned()),
        last_modified: Some("Sun, 01 Mar 2026 00:00:00 GMT".to_owned()),
        ..FeedAnswer::default()
    };
    fed.answers("/a.ics", Scripted::Answer(known.clone(), calendar(&[ONE])));
    fed.add("/a.ics");
    fed.wait(60_000);
    fed.refresh();
    assert_eq!(fed.servers.asked.borrow().len(), 1, "not due yet");
    let writes = fed.interviews();
    fed.later();
    let asked = fed.servers.asked.borrow().last().cloned().unwrap();
    assert_eq!(
        (asked.etag, asked.last_modified),
        (known.etag, known.last_modified)
    );
    assert_eq!(
        fed.interviews(),
        writes,
        "the same content is not merged again"
    );
    let unchanged = FeedAnswer {
        status: 304,
        ..FeedAnswer::default()
    };
    fed.answers("/a.ics", Scripted::Answer(unchanged, String::new()));
    fed.later();
    assert_eq!(fed.source("/a.ics").trouble, None);
    assert_eq!(fed.source("/a.ics").etag.as_deref(), Some("\"1\""));
}

#[test]
fn an_address_that_was_removed_while_it_was_asked_is_not_stored_again() {
    let fed = Fed::new();
    fed.says("/a.ics", &[ONE]);
    fed.add("/a.ics");
    let source = fed.source("/a.ics");
    let feed = source.id.clone();
    fed.world.send("remove", Request::RemoveFeed { feed });
    let kv = &fed.world.store;
    let store = Store::new(&kv);
    let outcome = Outcome::Same;
    let answer = FeedAnswer::default();
    let merge = async |_: &str, _: &SourceV1, _: &[FoundInterview]| Ok(());
    let now = fed.world.clock.0.get();
    let concluded = refresh_feeds::conclude(&store, now, &source, &answer, outcome, "", merge);
    assert_eq!(block_on(concluded), Ok(false));
    assert!(fed.sources().is_empty());
}

#[test]
fn an_address_that_is_to_be_asked_again_while_it_is_asked_stays_due() {
    let fed = Fed::new();
    fed.says("/a.ics", &[ONE]);
    fed.add("/a.ics");
    let asked = fed.source("/a.ics");
    fed.wait(1_000);
    let feed = asked.id.clone();
    let now = fed.world.clock.0.get();
    fed.world.send("again", Request::RefreshFeed { feed });
    let kv = &fed.world.store;
    let store = Store::new(&kv);
    let answer = FeedAnswer::default();
    let merge = async |_: &str, _: &SourceV1, _: &[FoundInterview]| Ok(());
    let outcome = Outcome::Same;
    let concluded = refresh_feeds::conclude(&store, now, &asked, &answer, outcome, "", merge);
    block_on(concluded).unwrap();
    let before = fed.servers.asked.borrow().len();
    fed.refresh();
    assert_eq!(fed.servers.asked.borrow().len(), before + 1);
    fed.refresh();
    assert_eq!(
        fed.servers.asked.borrow().len(),
        before + 1,
        "and once only"
    );
}
