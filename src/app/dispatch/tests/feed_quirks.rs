//! Calendars that end too early, name every event anew or not at all, and answers that are late.

use super::{
    feeds::{Fed, HOST},
    *,
};
use crate::app::{
    doubles::Scripted,
    ports::FeedAnswer,
    protocol::Profile,
    refresh_feeds::Outcome,
    store::{source::SourceV1, v1::InterviewV1},
};

const ONE: (&str, &str, u32) = ("one", "Kettlefish", 10);
const TWO: (&str, &str, u32) = ("two", "Marrowbone", 14);

/// An answer that the server would confirm with its ETag from then on.
fn tagged(fed: &Fed, path: &str, body: &str) {
    let answer = FeedAnswer {
        status: 200,
        etag: Some("\"1\"".to_owned()),
        ..FeedAnswer::default()
    };
    fed.answers(path, Scripted::Answer(answer, body.to_owned()));
}

fn event(uid: &str, employer: &str, hour: u32) -> String {
    format!(
        "BEGIN:VEVENT\r\n{uid}DTSTART:20260302T{hour:02}0000Z\r\nDTEND:20260302T{hour:02}4500Z\r\n\
         SUMMARY:Interview with {employer}\r\n\
         ATTENDEE;CN=Priya Shah:mailto:priya@{}.example\r\nEND:VEVENT\r\n",
        employer.to_lowercase()
    )
}

fn employers(fed: &Fed) -> Vec<String> {
    let mut all: Vec<String> = fed
        .interviews()
        .into_iter()
        .filter_map(|it| it.employer)
        .collect();
    all.sort();
    all
}

#[test]
fn nothing_is_missed_in_half_a_calendar_and_the_whole_is_asked_for_again() {
    let whole = [
        event("UID:1\r\n", "Kettlefish", 10),
        event("UID:2\r\n", "Marrowbone", 14),
    ];
    let begun = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
    let half = format!("{begun}{}", whole[0]);
    let whole = format!("{begun}{}END:VCALENDAR\r\n", whole.concat());
    // Between two events, and inside the second one.
    for cut in [half.len(), half.len() + 20] {
        let fed = Fed::new();
        tagged(&fed, "/a.ics", &whole);
        fed.add("/a.ics");
        assert!(fed.source("/a.ics").etag.is_some());
        tagged(&fed, "/a.ics", whole.get(..cut).unwrap());
        fed.later();
        assert!(fed.interviews().iter().all(|it| !it.vanished), "{cut}");
        let source = fed.source("/a.ics");
        assert_eq!((source.etag, source.hash), (None, None));
        let codes: Vec<&str> = source.problems.iter().map(|it| it.code.as_str()).collect();
        assert!(codes.contains(&"truncated"), "{codes:?}");
        // What really is no longer there is missed as ever.
        tagged(&fed, "/a.ics", &format!("{half}END:VCALENDAR\r\n"));
        fed.later();
        assert!(fed.interview("Marrowbone").vanished);
        assert!(!fed.interview("Kettlefish").vanished);
    }
}

#[test]
fn a_feed_that_names_every_event_anew_makes_no_record_grow() {
    let fed = Fed::new();
    fed.says("/a.ics", &[("name-0", ONE.1, ONE.2)]);
    fed.add("/a.ics");
    for turn in 1..20 {
        fed.says("/a.ics", &[(&format!("name-{turn}"), ONE.1, ONE.2)]);
        fed.later();
    }
    let interviews = fed.interviews();
    assert_eq!(interviews.len(), 1);
    assert_eq!(interviews[0].events.len(), 1);
    assert!(!interviews[0].vanished);
}

#[test]
fn what_another_feed_says_stays_when_one_names_its_events_anew() {
    let fed = Fed::new();
    fed.says("/a.ics", &[("name-0", ONE.1, ONE.2)]);
    fed.says("/b.ics", &[ONE]);
    fed.add("/a.ics");
    fed.add("/b.ics");
    fed.says("/a.ics", &[("name-1", ONE.1, ONE.2)]);
    fed.later();
    let [interview] = &fed.interviews()[..] else {
        panic!("not one");
    };
    let uids: Vec<&str> = interview.events.iter().map(|it| it.uid.as_str()).collect();
    assert_eq!(uids.len(), 2);
    assert!(
        uids.contains(&"one") && uids.contains(&"name-1"),
        "{uids:?}"
    );
}

#[test]
fn events_without_a_uid_are_one_only_where_time_and_title_are() {
    let fed = Fed::new();
    let calendar = |events: &[String]| {
        let all = events.concat();
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{all}END:VCALENDAR\r\n")
    };
    let (one, two) = (event("", ONE.1, ONE.2), event("", TWO.1, TWO.2));
    tagged(&fed, "/a.ics", &calendar(&[one.clone(), two.clone()]));
    fed.add("/a.ics");
    assert_eq!(employers(&fed), [ONE.1, TWO.1]);
    // Another file of the same sort.
    tagged(&fed, "/b.ics", &calendar(&[event("", "Thistledown", 16)]));
    fed.add("/b.ics");
    assert_eq!(employers(&fed), [ONE.1, TWO.1, "Thistledown"]);
    // The same again, in another order: nothing new, and nothing missed.
    tagged(&fed, "/a.ics", &calendar(&[two, one.clone()]));
    fed.later();
    assert_eq!(employers(&fed), [ONE.1, TWO.1, "Thistledown"]);
    assert!(fed.interviews().iter().all(|it| !it.vanished));
    tagged(&fed, "/a.ics", &calendar(&[one]));
    fed.later();
    let vanished = |it: &&InterviewV1| it.vanished;
    let missed: Vec<InterviewV1> = fed.interviews().iter().filter(vanished).cloned().collect();
    assert_eq!(missed.len(), 1);
    assert_eq!(missed[0].employer.as_deref(), Some(TWO.1));
}

#[test]
fn what_was_judged_for_another_profile_is_judged_again() {
    let fed = Fed::new();
    fed.says("/a.ics", &[ONE]);
    let request = Request::AddFeed {
        address: format!("{HOST}/a.ics"),
        label: String::new(),
        caldav: false,
    };
    fed.world.send("add", request);
    let now = fed.world.clock.0.get();
    let kv = &fed.world.store;
    let store = Store::new(&kv);
    let asked = block_on(refresh_feeds::claim(&store, now))
        .unwrap()
        .unwrap();
    // The addresses are typed while the first answer is on its way.
    let profile = Profile {
        name: "Jordan Avery".to_owned(),
        emails: vec!["jordan@avery.example".to_owned()],
        ..Profile::default()
    };
    fed.world.send("profile", Request::SaveProfile { profile });
    let outcome = Outcome::New {
        events: 1,
        found: Vec::new(),
        is_cut_off: false,
        problems: Vec::new(),
        more_problems: 0,
    };
    let answer = FeedAnswer {
        status: 200,
        etag: Some("\"1\"".to_owned()),
        ..FeedAnswer::default()
    };
    let merge = async |_: &str, _: &SourceV1, _: &[FoundInterview]| Ok(());
    block_on(refresh_feeds::conclude(
        &store, now, &asked, &answer, outcome, "h", merge,
    ))
    .unwrap();
    let source = fed.source("/a.ics");
    assert_eq!(
        (source.etag.as_deref(), source.hash.as_deref()),
        (None, None)
    );
    fed.refresh();
    assert_eq!(fed.servers.asked.borrow().len(), 1, "it is due at once");
    let source = fed.source("/a.ics");
    assert!(source.hash.is_some());
    fed.refresh();
    assert_eq!(fed.servers.asked.borrow().len(), 1, "and once only");
}

#[test]
fn two_calendars_with_hours_of_their_own_move_an_interview_only_when_one_of_them_changes() {
    let fed = Fed::new();
    let says = |path: &str, uid: &str, (from, until): (&str, &str), turn: u32| {
        let body = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:{uid}\r\n\
             DTSTAMP:20260301T0{turn}0000Z\r\nDTSTART:20260302T{from}00Z\r\n\
             DTEND:20260302T{until}00Z\r\nSUMMARY:Interview with Kettlefish\r\nEND:VEVENT\r\n\
             END:VCALENDAR\r\n"
        );
        tagged(&fed, path, &body);
    };
    let times = || {
        let [interview] = &fed.interviews()[..] else {
            panic!("not one");
        };
        (interview.start().to_string(), interview.end().to_string())
    };
    let at = |from: &str, until: &str| {
        (
            format!("2026-03-02T{from}:00Z"),
            format!("2026-03-02T{until}:00Z"),
        )
    };
    says("/a.ics", "a", ("1000", "1100"), 0);
    fed.add("/a.ics");
    says("/b.ics", "b", ("1000", "1600"), 0);
    fed.add("/b.ics");
    assert_eq!(times(), at("10:00", "11:00"), "the first account holds");
    for turn in 1..4 {
        says("/a.ics", "a", ("1000", "1100"), turn);
        says("/b.ics", "b", ("1000", "1600"), turn);
        fed.later();
        assert_eq!(times(), at("10:00", "11:00"));
    }
    // One of them is moved; the other is not heard of it yet.
    says("/b.ics", "b", ("1200", "1700"), 4);
    fed.later();
    assert_eq!(times(), at("12:00", "17:00"));
    says("/a.ics", "a", ("1000", "1100"), 5);
    fed.later();
    assert_eq!(times(), at("12:00", "17:00"));
    says("/a.ics", "a", ("1200", "1300"), 6);
    fed.later();
    assert_eq!(times(), at("12:00", "13:00"));
    // Where one of them has it no longer, the other one alone counts.
    tagged(
        &fed,
        "/a.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
    );
    fed.later();
    says("/b.ics", "b", ("1200", "1700"), 7);
    fed.later();
    assert_eq!(times(), at("12:00", "17:00"));
}

#[test]
fn one_event_that_two_calendars_tell_differently_follows_whichever_changes() {
    let fed = Fed::new();
    let says = |path: &str, hour: u32, status: &str, turn: u32| {
        let event = event("UID:1\r\n", "Kettlefish", hour);
        let stamp = format!("DTSTAMP:20260301T0{turn}0000Z\r\nSTATUS:{status}\r\nSUMMARY");
        let event = event.replace("SUMMARY", &stamp);
        let body = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{event}END:VCALENDAR\r\n");
        tagged(&fed, path, &body);
    };
    let told = || {
        let interview = fed.interview("Kettlefish");
        let start = interview.start().to_string();
        (start.get(11..13).unwrap().to_owned(), interview.called_off)
    };
    let is = |hour: &str, called_off| (hour.to_owned(), called_off);
    says("/a.ics", 10, "CONFIRMED", 0);
    fed.add("/a.ics");
    says("/b.ics", 12, "CONFIRMED", 0);
    fed.add("/b.ics");
    assert_eq!(told(), is("12", false));
    // Written anew, and as before.
    for turn in 1..4 {
        says("/a.ics", 10, "CONFIRMED", turn);
        says("/b.ics", 12, "CONFIRMED", turn);
        fed.later();
        assert_eq!(told(), is("12", false));
    }
    says("/a.ics", 14, "CONFIRMED", 4);
    says("/b.ics", 12, "CONFIRMED", 4);
    fed.later();
    assert_eq!(told(), is("14", false));
    says("/a.ics", 14, "CANCELLED", 5);
    fed.later();
    says("/b.ics", 12, "CONFIRMED", 5);
    fed.later();
    assert_eq!(told(), is("14", true), "the other one has not heard of it");
    says("/b.ics", 15, "CONFIRMED", 6);
    fed.later();
    assert_eq!(told(), is("15", false), "it takes place after all");
    says("/a.ics", 16, "CANCELLED", 7);
    fed.later();
    assert_eq!(told(), is("16", true));
    // What only a removed address said is said by nobody.
    let feed = fed.source("/a.ics").id;
    let removed = fed.world.send("gone", Request::RemoveFeed { feed });
    assert_eq!(removed, Reply::Done);
    fed.later();
    assert_eq!(told(), is("15", false));
}

#[test]
fn what_was_stored_before_accounts_were_told_apart_moves_nothing() {
    let fed = Fed::new();
    for (path, hour) in [("/a.ics", 10), ("/b.ics", 12)] {
        fed.says(path, &[("one", "Kettlefish", hour)]);
        fed.add(path);
    }
    let before = fed.interview("Kettlefish").start_ms;
    let mut stored = fed.world.store.entries.borrow_mut();
    let of_interview = |it: &&mut serde_json::Value| it.pointer("/data/events/0").is_some();
    for record in stored.values_mut().filter(of_interview) {
        let event = record.pointer_mut("/data/events/0").unwrap();
        let told = event.as_object_mut().unwrap().remove("told");
        assert!(told.is_some());
    }
    drop(stored);
    // Another calendar entry makes both of them new.
    for (path, hour) in [("/b.ics", 12), ("/a.ics", 10)] {
        fed.says(path, &[("one", "Kettlefish", hour), TWO]);
        fed.later();
        assert_eq!(fed.interview("Kettlefish").start_ms, before);
    }
}

#[test]
fn a_slot_that_moves_into_the_day_of_another_takes_its_notes_along_and_leaves_nothing_behind() {
    let fed = Fed::new();
    let slot = |uid: &str, start: &str, who: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:{start}00Z\r\nDURATION:PT45M\r\n\
             SUMMARY:Interview with Kettlefish\r\n\
             ATTENDEE;CN={who}:mailto:{}@kettlefish.example\r\nEND:VEVENT\r\n",
            who.to_lowercase()
        )
    };
    let says = |second: &str| {
        let (one, two) = (
            slot("a", "20260302T1000", "Priya"),
            slot("b", second, "Tom"),
        );
        let body = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{one}{two}END:VCALENDAR\r\n");
        tagged(&fed, "/a.ics", &body);
    };
    says("20260303T1000");
    fed.add("/a.ics");
    let apart = fed.interviews();
    assert_eq!(apart.len(), 2);
    let tuesday = apart.iter().find(|it| it.events[0].uid == "b").unwrap();
    fed.world.send("answer", answer(&tuesday.id, "p1"));
    says("20260302T1100");
    fed.later();
    let [interview] = &fed.interviews()[..] else {
        panic!("{} interviews", fed.interviews().len());
    };
    assert_eq!(interview.events.len(), 2);
    let named = |name: &str| {
        let mut people = interview.people.iter();
        people.find(|it| it.name.as_deref() == Some(name)).unwrap()
    };
    assert_eq!(interview.people.len(), 2);
    assert!(!named("Tom").specific.is_empty(), "what was written stays");
    assert!(named("Priya").specific.is_empty());
    // Nothing is left of the other one, not even a mark that it was deleted.
    let stored = fed.world.store.entries.borrow().clone();
    assert!(
        !stored.keys().any(|it| it.starts_with("deleted:")
            || it.ends_with(&tuesday.id) && tuesday.id != interview.id)
    );
    says("20260303T1000");
    fed.later();
    assert_eq!(fed.interviews().len(), 2, "and apart again");
}
