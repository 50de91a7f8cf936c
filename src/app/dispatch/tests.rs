//! Commands against a store in memory: what each does, once, and what it refuses.

use std::cell::Cell;

use jiff::Timestamp;
use pollster::block_on;

use super::*;
use crate::app::{
    doubles::{FixedClock, MemoryStore, RecordedAlarm, RecordedBadge},
    list_follow_ups,
    protocol::{
        FoundEvent, FoundInterview, FoundPerson, HandInterview, HandPerson, Profile,
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
}

impl World {
    /// One hour after the interview of [`found`] ended.
    fn new() -> Self {
        Self {
            store: MemoryStore::default(),
            clock: FixedClock(Cell::new(Timestamp::from_millisecond(2 * HOUR_MS).unwrap())),
            alarm: RecordedAlarm::default(),
            badge: RecordedBadge::default(),
        }
    }

    /// As after a restart of the worker: nothing but the store is remembered.
    fn send(&self, id: &str, request: Request) -> Reply {
        let fresh = Dispatcher::new(&self.store, &self.clock, &self.alarm, &self.badge);
        block_on(fresh.handle(Command {
            id: id.to_owned(),
            request,
        }))
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
        location: String::new(),
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

#[test]
fn a_scan_adds_an_interview_and_the_badge_counts_its_note() {
    let world = World::new();
    let reply = world.scan("c1", vec![found()]);
    assert_eq!(
        reply,
        Reply::Recorded {
            added: 1,
            updated: 0,
            unchanged: 0
        }
    );
    assert_eq!(world.badge.0.get(), Some(1));
    assert!(world.alarm.0.get().is_some());
    assert_eq!(world.lists().due.len(), 1);
}

#[test]
fn the_same_scan_again_changes_nothing() {
    let world = World::new();
    world.scan("c1", vec![found()]);
    let writes = world.store.writes.get();
    let reply = world.scan("c2", vec![found()]);
    assert!(matches!(reply, Reply::Recorded { unchanged: 1, .. }));
    assert_eq!(world.store.writes.get(), writes);
}

#[test]
fn a_moved_interview_keeps_what_the_user_wrote() {
    let (world, interview, _) = World::with_draft();
    let mut moved = found();
    moved.end_ms += HOUR_MS;
    moved.people[0].title = Some("Engineering Manager".to_owned());
    let reply = world.scan("c9", vec![moved]);
    assert!(matches!(reply, Reply::Recorded { updated: 1, .. }));
    assert_eq!(world.interview_id(), interview);
    let person = &world.lists().coming.first().map_or_else(
        || world.person(),
        |card| card.people[0].clone(),
    );
    assert!(person.note.is_some());
    assert_eq!(person.title.as_deref(), Some("Engineering Manager"));
}

#[test]
fn a_called_off_interview_that_nobody_knows_is_not_stored() {
    let world = World::new();
    let mut off = found();
    off.called_off = true;
    world.scan("c1", vec![off]);
    assert_eq!(world.lists(), FollowUps::default());
}

#[test]
fn a_draft_is_made_from_the_users_words() {
    let (world, ..) = World::with_draft();
    let note = world.person().note.unwrap();
    assert!(note.body.contains("Priya"), "{}", note.body);
    assert!(note.body.contains("moved billing"), "{}", note.body);
    assert!(note.subject.contains("Engineer"), "{}", note.subject);
}

#[test]
fn an_edited_draft_is_kept_as_typed() {
    let (world, interview, person) = World::with_draft();
    let text = Request::SaveNote {
        interview,
        person,
        subject: "Thanks".to_owned(),
        body: "Hi Priya,\n\nmy own words".to_owned(),
    };
    assert_eq!(world.send("c4", text), Reply::Done);
    let note = world.person().note.unwrap();
    assert_eq!(note.body, "Hi Priya,\n\nmy own words");
    assert!(note.edited);
}

#[test]
fn after_sent_nothing_is_owed_and_the_badge_is_empty() {
    let (world, interview, person) = World::with_draft();
    assert_eq!(world.send("c4", sent(&interview, &person)), Reply::Done);
    assert_eq!(world.badge.0.get(), Some(0));
    assert!(world.lists().due.is_empty());
    assert_eq!(world.person().thanked_at, Some(world.clock.0.get()));
}

#[test]
fn a_second_note_is_stopped() {
    let (world, interview, person) = World::with_draft();
    world.send("c4", sent(&interview, &person));
    for (id, request) in [
        ("c5", answer(&interview, &person)),
        ("c6", prepare(&interview, &person, 1)),
        ("c7", sent(&interview, &person)),
    ] {
        assert_eq!(code(&world.send(id, request)), "already_thanked");
    }
}

#[test]
fn a_deliberate_second_note_is_possible_and_never_owed() {
    let (world, interview, person) = World::with_draft();
    world.send("c4", sent(&interview, &person));
    let again = Request::WriteAgain {
        interview: interview.clone(),
        person: person.clone(),
    };
    assert_eq!(world.send("c5", again), Reply::Done);
    let reply = world.send("c6", prepare(&interview, &person, 1));
    assert!(matches!(reply, Reply::Note { .. }), "{reply:?}");
    assert_eq!(world.badge.0.get(), Some(0));
    assert!(world.person().thanked_at.is_some());
}

#[test]
fn undo_takes_sent_back_to_the_draft() {
    let (world, interview, person) = World::with_draft();
    world.send("c4", sent(&interview, &person));
    assert_eq!(world.send("c5", undo(&interview, &person)), Reply::Done);
    assert_eq!(world.person().thanked_at, None);
    assert!(world.person().note.is_some());
    assert_eq!(world.badge.0.get(), Some(1));
}

#[test]
fn a_command_that_is_sent_twice_is_carried_out_once() {
    let (world, interview, person) = World::with_draft();
    world.send("c4", sent(&interview, &person));
    assert_eq!(world.send("c4", sent(&interview, &person)), Reply::Done);
    world.send("c5", undo(&interview, &person));
    world.send("c5", undo(&interview, &person));
    assert_eq!(world.lists().due.len(), 1, "undone once, not twice");
}

#[test]
fn a_full_storage_is_reported_and_nothing_is_half_done() {
    let (world, interview, person) = World::with_draft();
    *world.store.refuse_writes.borrow_mut() = Some(AppError::StorageFull);
    let reply = world.send("c4", sent(&interview, &person));
    assert_eq!(code(&reply), "storage_full");
    *world.store.refuse_writes.borrow_mut() = None;
    assert_eq!(world.person().thanked_at, None);
    assert_eq!(world.send("c4", sent(&interview, &person)), Reply::Done);
}

#[test]
fn a_damaged_record_is_set_aside_and_the_rest_works_on() {
    let (world, ..) = World::with_draft();
    let damaged = serde_json::json!({"version": 1, "data": {"id": 7}});
    let key = keys::interview("broken");
    world.store.entries.borrow_mut().insert(key.clone(), damaged);
    assert_eq!(world.lists().unreadable, 1);
    world.send("c4", Request::Reconcile);
    let entries = world.store.entries.borrow().clone();
    assert!(!entries.contains_key(&key));
    assert!(entries.contains_key(&keys::quarantine(&key)));
    assert_eq!(world.lists().due.len(), 1);
    assert_eq!(world.lists().unreadable, 1);
}

#[test]
fn data_of_a_newer_version_is_never_overwritten() {
    let (world, interview, person) = World::with_draft();
    let newer = serde_json::json!(99);
    world.store.entries.borrow_mut().insert("schema".to_owned(), newer);
    let before = world.store.entries.borrow().clone();
    let scan = world.scan("c4", vec![found()]);
    assert_eq!(code(&scan), "newer_data");
    let reply = world.send("c5", sent(&interview, &person));
    assert_eq!(code(&reply), "newer_data");
    assert_eq!(*world.store.entries.borrow(), before);
}

#[test]
fn not_an_interview_can_be_said_and_taken_back() {
    let world = World::new();
    world.scan("c1", vec![found()]);
    let judge = |is_interview| Request::Judge {
        interview: world.interview_id(),
        is_interview,
    };
    world.send("c2", judge(Some(false)));
    assert_eq!(world.lists().dismissed.len(), 1);
    assert_eq!(world.badge.0.get(), Some(0));
    world.scan("c3", vec![found()]);
    assert_eq!(world.lists().dismissed.len(), 1, "a scan does not overrule");
    world.send("c4", judge(None));
    assert_eq!(world.lists().due.len(), 1);
}

#[test]
fn a_doubtful_event_is_asked_about_and_owes_nothing_until_confirmed() {
    let world = World::new();
    let mut doubtful = found();
    doubtful.band = "ask".to_owned();
    world.scan("c1", vec![doubtful]);
    assert_eq!(world.lists().ask.len(), 1);
    assert_eq!(world.badge.0.get(), Some(0));
    let yes = Request::Judge {
        interview: world.interview_id(),
        is_interview: Some(true),
    };
    world.send("c2", yes);
    assert_eq!(world.lists().due.len(), 1);
    assert_eq!(world.badge.0.get(), Some(1));
}

#[test]
fn after_seven_days_a_note_lapses_silently() {
    let (world, ..) = World::with_draft();
    let later = Timestamp::from_millisecond((1 + 7 * 24) * HOUR_MS + 1).unwrap();
    world.clock.0.set(later);
    world.send("c4", Request::Reconcile);
    assert_eq!(world.badge.0.get(), Some(0));
    assert_eq!(world.alarm.0.get(), None);
    assert_eq!(world.lists().done.len(), 1);
    assert_eq!(
        world.person().status,
        crate::domain::follow_up::status::Status::Lapsed
    );
}

#[test]
fn a_late_note_is_listed_but_no_longer_counted() {
    let (world, ..) = World::with_draft();
    let later = Timestamp::from_millisecond((1 + 49) * HOUR_MS).unwrap();
    world.clock.0.set(later);
    world.send("c4", Request::Reconcile);
    assert_eq!(world.lists().due.len(), 1);
    assert_eq!(world.badge.0.get(), Some(0));
}

fn by_hand(employer: &str, end_ms: i64) -> Request {
    Request::AddInterview {
        interview: HandInterview {
            employer: employer.to_owned(),
            role: String::new(),
            start_ms: 0,
            end_ms,
            zone: "Europe/Berlin".to_owned(),
            people: vec![HandPerson {
                name: "Tom Kovač".to_owned(),
                ..HandPerson::default()
            }],
        },
    }
}

#[test]
fn an_interview_added_by_hand_is_due_like_any_other() {
    let world = World::new();
    let reply = world.send("c1", by_hand("Plumtree", HOUR_MS));
    assert!(matches!(reply, Reply::Added { .. }), "{reply:?}");
    assert_eq!(world.send("c1", by_hand("Plumtree", HOUR_MS)), reply);
    let lists = world.lists();
    assert_eq!(lists.due.len(), 1);
    assert_eq!(lists.due[0].heading, "Plumtree");
    assert_eq!(lists.due[0].people[0].display_name, "Tom Kovač");
}

#[test]
fn a_form_that_is_not_usable_says_which_field() {
    let world = World::new();
    let check = |request, expected| assert_eq!(code(&world.send("c1", request)), expected);
    check(by_hand("  ", HOUR_MS), "invalid_employer");
    check(by_hand("Plumtree", -HOUR_MS), "invalid_end");
    check(by_hand("Plumtree", 100 * HOUR_MS), "invalid_end");
    let profile = Profile {
        emails: vec!["jordan".to_owned()],
        ..Profile::default()
    };
    check(Request::SaveProfile { profile }, "invalid_emails");
    assert!(world.store.entries.borrow().is_empty());
}

#[test]
fn a_person_can_be_added_and_corrected() {
    let world = World::new();
    let mut nobody = found();
    nobody.people.clear();
    world.scan("c1", vec![nobody]);
    assert_eq!(world.badge.0.get(), Some(1), "somebody was met");
    let interview = world.interview_id();
    let person = HandPerson {
        name: "Pria".to_owned(),
        ..HandPerson::default()
    };
    let add = Request::AddPerson {
        interview: interview.clone(),
        person,
    };
    assert_eq!(world.send("c2", add), Reply::Done);
    let edit = Request::EditPerson {
        interview,
        person: "p1".to_owned(),
        name: "Priya Shah".to_owned(),
        email: "Priya@Kettlefish.example ".to_owned(),
        title: String::new(),
    };
    assert_eq!(world.send("c3", edit), Reply::Done);
    assert_eq!(world.person().display_name, "Priya Shah");
    assert_eq!(world.person().own_address, "priya@kettlefish.example");
}

#[test]
fn only_a_secure_meeting_address_is_shown() {
    let world = World::new();
    world.scan("c1", vec![found()]);
    assert_eq!(world.lists().due[0].meeting_link, None);
}

#[test]
fn the_profile_is_kept_without_blank_rows() {
    let world = World::new();
    let profile = Profile {
        name: " Jordan Reyes ".to_owned(),
        emails: vec!["Jordan@Example.org".to_owned(), " ".to_owned()],
        selling_points: vec![String::new(), "Rust in production".to_owned()],
        tone: "warm".to_owned(),
        provider: "gmail".to_owned(),
        ..Profile::default()
    };
    assert_eq!(world.send("c1", Request::SaveProfile { profile }), Reply::Done);
    let kept = settings::profile(&world.store.entries.borrow());
    assert_eq!(kept.name, "Jordan Reyes");
    assert_eq!(kept.emails, ["jordan@example.org"]);
    assert_eq!(kept.selling_points, ["Rust in production"]);
}
