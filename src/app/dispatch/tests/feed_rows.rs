//! What is kept of an address beside its interviews: name, interval, problems; and accounts.

use super::{
    feeds::{Fed, HOST},
    *,
};
use crate::app::{
    doubles::Scripted,
    refresh_feeds::views::{self, State},
};

fn answer(status: u16, body: String) -> Scripted {
    Scripted::plain(status, body)
}

fn event(uid: &str, zone: &str) -> String {
    format!(
        "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART;TZID={zone}:20260302T100000\r\n\
         DURATION:PT45M\r\nSUMMARY:Interview with Employer{uid}\r\n\
         ATTENDEE;CN=Priya Shah:mailto:priya@employer{uid}.example\r\nEND:VEVENT\r\n"
    )
}

fn calendar(events: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
}

#[test]
fn what_could_not_be_read_is_kept_with_the_address_and_replaced() {
    let fed = Fed::new();
    let bad: String = (0..30)
        .map(|it| format!("BEGIN:VEVENT\r\nUID:b{it}\r\nSUMMARY:secret\r\nEND:VEVENT\r\n"))
        .collect();
    fed.answers("/a.ics", answer(200, calendar(&bad)));
    fed.add("/a.ics");
    let source = fed.source("/a.ics");
    assert_eq!((source.problems.len(), source.more_problems), (20, 10));
    assert_eq!(source.problems[0].code, "no_start");
    let stored = serde_json::to_string(&source.problems).unwrap();
    assert!(!stored.contains("secret"), "no text of an event");
    fed.answers("/a.ics", answer(200, calendar("")));
    fed.later();
    let source = fed.source("/a.ics");
    assert_eq!((source.problems.len(), source.more_problems), (0, 0));
}

#[test]
fn an_unknown_zone_is_flagged_on_every_interview_in_it_and_on_no_other() {
    let fed = Fed::new();
    let events = ["Mars/Base", "Mars/Base", "Europe/Paris"];
    let events: String = (1..)
        .zip(events)
        .map(|(uid, zone)| event(&uid.to_string(), zone))
        .collect();
    fed.answers("/a.ics", answer(200, calendar(&events)));
    fed.add("/a.ics");
    let assumed = |fed: &Fed| {
        let one = |it: &str| fed.interview(&format!("Employer{it}")).zone_assumed;
        ["1", "2", "3"].map(one)
    };
    assert_eq!(assumed(&fed), [true, true, false]);
    let card = fed.world.lists().coming.into_iter().last().unwrap();
    assert!(card.zone_assumed);
    fed.answers(
        "/a.ics",
        answer(200, calendar(&events.replace("Mars/Base", "Asia/Tokyo"))),
    );
    fed.later();
    assert_eq!(assumed(&fed), [false; 3]);
}

#[test]
fn an_address_has_a_name_and_an_interval_of_the_user_s() {
    let fed = Fed::new();
    fed.answers("/a.ics", answer(200, calendar("")));
    fed.add("/a.ics");
    let feed = fed.source("/a.ics").id;
    let edit = |label: &str, every_minutes| Request::EditFeed {
        feed: feed.clone(),
        label: label.to_owned(),
        every_minutes,
    };
    let id = format!("edit-{feed}");
    assert_eq!(fed.world.send(&id, edit(" Work ", 15)), Reply::Done);
    let in_minutes = |fed: &Fed| {
        let source = fed.source("/a.ics");
        (source.next_ms - fed.world.clock.0.get().as_millisecond()) / 60_000
    };
    assert!(in_minutes(&fed) <= 15, "at once, not after the next answer");
    fed.wait(16 * 60_000);
    fed.refresh();
    assert_eq!(fed.servers.asked.borrow().len(), 2);
    assert!((12..=15).contains(&in_minutes(&fed)));
    let shown = views::of(&fed.world.store.entries.borrow());
    assert_eq!(
        (shown[0].label.as_str(), shown[0].every_minutes),
        ("Work", 15)
    );
    for nonsense in [0, 1, 7, 100_000] {
        fed.world.send(&format!("x{nonsense}"), edit("", nonsense));
        let shown = views::of(&fed.world.store.entries.borrow());
        assert_eq!((shown[0].label.as_str(), shown[0].every_minutes), ("", 30));
    }
    let missing = Request::EditFeed {
        feed: "nobody".to_owned(),
        label: String::new(),
        every_minutes: 30,
    };
    assert_eq!(code(&fed.world.send("c9", missing)), "not_found");
}

fn multistatus(props: &str) -> Scripted {
    let body = format!(
        r#"<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:cs="http://calendarserver.org/ns/"><d:response><d:href>/work/1.ics</d:href><d:propstat><d:prop>{props}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>"#
    );
    answer(207, body)
}

struct Account(Fed);

impl Account {
    fn new() -> Self {
        let account = Self(Fed::new());
        account.has("1", &event("1", "Europe/Paris"));
        account.add("s3cret");
        account
    }

    fn add(&self, password: &str) {
        let host = HOST.replace("https://", "");
        let request = Request::AddFeed {
            address: format!("https://jordan:{password}@{host}/work/"),
            label: "Work".to_owned(),
            caldav: true,
        };
        assert_eq!(self.0.world.send(password, request), Reply::Done);
        self.0.refresh();
    }

    fn has(&self, ctag: &str, events: &str) {
        let ctag = format!("<cs:getctag>{ctag}</cs:getctag>");
        self.says("PROPFIND 0", multistatus(&ctag));
        let data = format!("<c:calendar-data>{}</c:calendar-data>", calendar(events));
        self.says("events", multistatus(&data));
    }

    fn says(&self, question: &str, answer: Scripted) {
        let mut answers = self.0.servers.answers.borrow_mut();
        answers.insert(format!("{question} {HOST}/work/"), answer);
    }
}

#[test]
fn a_calendar_of_an_account_goes_the_same_way_as_an_address() {
    let account = Account::new();
    let fed = &account.0;
    assert_eq!(fed.interview("Employer1").people.len(), 1);
    let asked = fed.servers.asked.borrow().len();
    fed.later();
    assert_eq!(
        fed.servers.asked.borrow().len(),
        asked + 1,
        "nothing fetched"
    );
    let moved = event("1", "Europe/Paris").replace("T100000", "T150000");
    account.has("2", &moved);
    let before = fed.interview("Employer1").start_ms;
    fed.later();
    assert_eq!(fed.interview("Employer1").start_ms, before + 5 * HOUR_MS);
    account.has("3", "");
    fed.later();
    assert!(fed.interview("Employer1").vanished);
}

#[test]
fn an_account_that_refuses_or_has_lost_the_calendar_needs_the_user_and_costs_nothing() {
    for (status, code) in [(401, "bad_password"), (404, "gone")] {
        let account = Account::new();
        let fed = &account.0;
        let before = fed.interviews();
        account.says("PROPFIND 0", answer(status, String::new()));
        fed.later();
        let source = fed.source("/work/");
        assert_eq!(source.trouble.as_deref(), Some(code));
        assert_eq!(fed.interviews(), before);
        let stored = fed.world.store.entries.borrow().clone();
        assert_eq!(views::needing_you(&stored), ["Work"]);
        assert_eq!(views::of(&stored)[0].state, State::NeedsYou);
        // The same calendar with another password is the same calendar.
        account.has("2", &event("1", "Europe/Paris"));
        account.add("n3w");
        assert_eq!(fed.sources().len(), 1);
        assert_eq!(fed.source("/work/").trouble, None);
        let stored = fed.world.store.entries.borrow().clone();
        assert_eq!(views::needing_you(&stored), [""; 0]);
        let asked = fed.servers.asked.borrow().last().cloned().unwrap();
        assert_eq!(asked.address.credentials(), Some("jordan:n3w"));
    }
}

#[test]
fn a_calendar_of_an_account_and_its_public_address_are_two_sources_of_one_interview() {
    let account = Account::new();
    let fed = &account.0;
    fed.answers("/work/", answer(200, calendar(&event("1", "Europe/Paris"))));
    fed.add("/work/");
    assert_eq!(fed.sources().len(), 2);
    assert_eq!(fed.interviews().len(), 1);
    assert_eq!(fed.interview("Employer1").events[0].feeds.len(), 2);
}
