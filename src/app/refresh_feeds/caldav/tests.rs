//! Discovery and reading against answers in the shapes of servers in use: Radicale, Nextcloud (sabre/dav),
//! iCloud, and Fastmail (Cyrus).

use std::cell::RefCell;

use pollster::block_on;

use super::{
    discovery::{self, Found, NotFound},
    *,
};
use crate::app::doubles::{Scripted, ScriptedFeeds};

mod limited;

fn answer(status: u16, body: &str) -> Scripted {
    Scripted::plain(status, body)
}

fn servers(answers: &[(&str, Scripted)]) -> ScriptedFeeds {
    let named = answers
        .iter()
        .map(|(at, it)| ((*at).to_owned(), it.clone()));
    ScriptedFeeds {
        answers: RefCell::new(named.collect()),
        ..ScriptedFeeds::default()
    }
}

fn now() -> Timestamp {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

fn discover(servers: &ScriptedFeeds, typed: &str) -> Result<Vec<Found>, NotFound> {
    let server = discovery::server(typed, "jordan", "s3cret").unwrap();
    block_on(discovery::calendars(servers, &server))
}

#[track_caller]
fn check(servers: &ScriptedFeeds, typed: &str, expected: &[(&str, &str)]) {
    let found = discover(servers, typed).unwrap();
    let found: Vec<(String, &str)> = found
        .iter()
        .map(|it| (it.address.fetched(), it.name.as_str()))
        .collect();
    let expected: Vec<(String, &str)> = expected
        .iter()
        .map(|(at, name)| ((*at).to_owned(), *name))
        .collect();
    assert_eq!(found, expected);
    for asked in servers.asked.borrow().iter() {
        assert_eq!(asked.address.credentials(), Some("jordan:s3cret"));
    }
}

const RADICALE_ROOT: &str = r#"<?xml version='1.0' encoding='utf-8'?>
<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><response><href>/</href><propstat><prop><current-user-principal><href>/jordan/</href></current-user-principal><resourcetype><collection /></resourcetype></prop><status>HTTP/1.1 200 OK</status></propstat><propstat><prop><C:calendar-home-set /><displayname /></prop><status>HTTP/1.1 404 Not Found</status></propstat></response></multistatus>"#;
const RADICALE_PRINCIPAL: &str = r#"<?xml version='1.0' encoding='utf-8'?>
<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><response><href>/jordan/</href><propstat><prop><current-user-principal><href>/jordan/</href></current-user-principal><C:calendar-home-set><href>/jordan/</href></C:calendar-home-set><resourcetype><principal /><collection /></resourcetype></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>"#;
const RADICALE_HOME: &str = r#"<?xml version='1.0' encoding='utf-8'?>
<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:CR="urn:ietf:params:xml:ns:carddav"><response><href>/jordan/</href><propstat><prop><resourcetype><principal /><collection /></resourcetype></prop><status>HTTP/1.1 200 OK</status></propstat></response><response><href>/jordan/work/</href><propstat><prop><displayname>Work &amp; interviews</displayname><resourcetype><C:calendar /><collection /></resourcetype><C:supported-calendar-component-set><C:comp name="VEVENT" /></C:supported-calendar-component-set></prop><status>HTTP/1.1 200 OK</status></propstat></response><response><href>/jordan/tasks/</href><propstat><prop><displayname>Tasks</displayname><resourcetype><C:calendar /><collection /></resourcetype><C:supported-calendar-component-set><C:comp name="VTODO" /></C:supported-calendar-component-set></prop><status>HTTP/1.1 200 OK</status></propstat></response><response><href>/jordan/people/</href><propstat><prop><displayname>People</displayname><resourcetype><CR:addressbook /><collection /></resourcetype></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>"#;

#[test]
fn radicale_is_found_by_its_bare_address() {
    let servers = servers(&[
        (
            "PROPFIND 0 http://127.0.0.1:5232/",
            answer(207, RADICALE_ROOT),
        ),
        (
            "PROPFIND 0 http://127.0.0.1:5232/jordan/",
            answer(207, RADICALE_PRINCIPAL),
        ),
        (
            "PROPFIND 1 http://127.0.0.1:5232/jordan/",
            answer(207, RADICALE_HOME),
        ),
    ]);
    let work = ("http://127.0.0.1:5232/jordan/work/", "Work & interviews");
    check(&servers, "http://127.0.0.1:5232", &[work]);
}

#[test]
fn nextcloud_is_found_by_the_well_known_address() {
    let dav = "https://cloud.example/remote.php/dav/";
    let principal = "https://cloud.example/remote.php/dav/principals/users/jordan/";
    let home = "https://cloud.example/remote.php/dav/calendars/jordan/";
    let moved = FeedAnswer {
        status: 207,
        moved_to: FeedAddress::parse(dav),
        ..FeedAnswer::default()
    };
    let root = r#"<?xml version="1.0"?>
<d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:cal="urn:ietf:params:xml:ns:caldav" xmlns:oc="http://owncloud.org/ns"><d:response><d:href>/remote.php/dav/</d:href><d:propstat><d:prop><d:current-user-principal><d:href>/remote.php/dav/principals/users/jordan/</d:href></d:current-user-principal></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>"#;
    let whoami = r#"<?xml version="1.0"?>
<d:multistatus xmlns:d="DAV:" xmlns:cal="urn:ietf:params:xml:ns:caldav"><d:response><d:href>/remote.php/dav/principals/users/jordan/</d:href><d:propstat><d:prop><cal:calendar-home-set><d:href>/remote.php/dav/calendars/jordan/</d:href></cal:calendar-home-set></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>"#;
    let all = r#"<?xml version="1.0"?>
<d:multistatus xmlns:d="DAV:" xmlns:cal="urn:ietf:params:xml:ns:caldav" xmlns:cs="http://calendarserver.org/ns/"><d:response><d:href>/remote.php/dav/calendars/jordan/personal/</d:href><d:propstat><d:prop><d:resourcetype><d:collection/><cal:calendar/></d:resourcetype><d:displayname>Personal</d:displayname><cal:supported-calendar-component-set><cal:comp name="VEVENT"/><cal:comp name="VTODO"/></cal:supported-calendar-component-set></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response><d:response><d:href>/remote.php/dav/calendars/jordan/inbox/</d:href><d:propstat><d:prop><d:resourcetype><d:collection/><cal:schedule-inbox/></d:resourcetype></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>"#;
    let servers = servers(&[
        ("PROPFIND 0 https://cloud.example/", answer(405, "")),
        (
            "PROPFIND 0 https://cloud.example/.well-known/caldav",
            Scripted::Answer(moved, root.to_owned()),
        ),
        (&format!("PROPFIND 0 {principal}"), answer(207, whoami)),
        (&format!("PROPFIND 1 {home}"), answer(207, all)),
    ]);
    let personal = format!("{home}personal/");
    check(&servers, "cloud.example", &[(&personal, "Personal")]);
}

const ICLOUD: &str = r#"<?xml version='1.0' encoding='UTF-8'?><multistatus xmlns='DAV:'><response><href>/</href><propstat><prop><current-user-principal><href>/123/principal/</href></current-user-principal></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>"#;
const ICLOUD_HOME: &str = r#"<?xml version='1.0' encoding='UTF-8'?><multistatus xmlns='DAV:'><response><href>/123/principal/</href><propstat><prop><calendar-home-set xmlns='urn:ietf:params:xml:ns:caldav'><href xmlns='DAV:'>https://p12-caldav.icloud.com:443/123/calendars/</href></calendar-home-set></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>"#;
const ICLOUD_ALL: &str = r#"<?xml version='1.0' encoding='UTF-8'?><multistatus xmlns='DAV:'><response><href>/123/calendars/home/</href><propstat><prop><displayname xmlns='DAV:'>Home</displayname><resourcetype xmlns='DAV:'><collection/><calendar xmlns='urn:ietf:params:xml:ns:caldav'/></resourcetype></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>"#;

#[test]
fn icloud_keeps_the_calendars_on_another_host_which_the_user_allows_first() {
    let mut servers = servers(&[
        ("PROPFIND 0 https://caldav.icloud.com/", answer(207, ICLOUD)),
        (
            "PROPFIND 0 https://caldav.icloud.com/123/principal/",
            answer(207, ICLOUD_HOME),
        ),
        (
            "PROPFIND 1 https://p12-caldav.icloud.com:443/123/calendars/",
            answer(207, ICLOUD_ALL),
        ),
    ]);
    let other = "p12-caldav.icloud.com:443";
    servers.denied = RefCell::new(vec![other.to_owned()]);
    let Err(NotFound::OtherHost(host)) = discover(&servers, "caldav.icloud.com") else {
        panic!("not asked");
    };
    assert_eq!(host.permission(), "https://p12-caldav.icloud.com/*");
    servers.denied.borrow_mut().clear();
    let home = "https://p12-caldav.icloud.com:443/123/calendars/home/";
    check(&servers, "caldav.icloud.com", &[(home, "Home")]);
}

#[test]
fn the_address_of_one_calendar_is_that_calendar() {
    let work = "https://caldav.fastmail.example/dav/calendars/user/jordan/work/";
    let it = r#"<?xml version="1.0" encoding="utf-8"?>
<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:response><D:href>/dav/calendars/user/jordan/work/</D:href><D:propstat><D:prop><D:resourcetype><D:collection/><C:calendar/></D:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response></D:multistatus>"#;
    let servers = servers(&[(&format!("PROPFIND 0 {work}"), answer(207, it))]);
    check(&servers, work, &[(work, "work")]);
}

#[test]
fn a_wrong_password_is_said_at_once_and_tried_nowhere_else() {
    let servers = servers(&[("PROPFIND 0 https://cloud.example/", answer(401, ""))]);
    let trouble = discover(&servers, "cloud.example").unwrap_err();
    assert_eq!(trouble, NotFound::Trouble(FeedTrouble::BadPassword));
    assert_eq!(servers.asked.borrow().len(), 1);
}

#[test]
fn what_is_no_calendar_server_is_said() {
    for (root, expected) in [
        (answer(404, ""), FeedTrouble::Gone),
        (answer(200, "<!doctype html>"), FeedTrouble::NotACalendar),
        (answer(207, "<!doctype html>"), FeedTrouble::NotACalendar),
        (
            answer(207, "<d:x xmlns:d='DAV:'/>"),
            FeedTrouble::NotACalendar,
        ),
        (answer(503, ""), FeedTrouble::ServerError),
        (
            Scripted::Trouble(FeedTrouble::TooSlow),
            FeedTrouble::TooSlow,
        ),
    ] {
        let servers = servers(&[("PROPFIND 0 https://cloud.example/", root)]);
        let trouble = discover(&servers, "cloud.example").unwrap_err();
        assert_eq!(trouble, NotFound::Trouble(expected));
    }
}

#[test]
fn a_server_that_leads_in_circles_ends() {
    let circle = |next: &str| ICLOUD.replace("/123/principal/", next);
    let servers = servers(&[
        (
            "PROPFIND 0 https://cloud.example/",
            answer(207, &circle("/a/")),
        ),
        (
            "PROPFIND 0 https://cloud.example/a/",
            answer(207, &circle("/b/")),
        ),
        (
            "PROPFIND 0 https://cloud.example/b/",
            answer(207, &circle("/a/")),
        ),
    ]);
    let trouble = discover(&servers, "cloud.example").unwrap_err();
    assert_eq!(trouble, NotFound::Trouble(FeedTrouble::Gone));
}

const WORK: &str = "https://cloud.example/work/";

fn state(props: &str) -> Scripted {
    let body = format!(
        r#"<d:multistatus xmlns:d="DAV:" xmlns:cs="http://calendarserver.org/ns/"><d:response><d:href>/work/</d:href><d:propstat><d:prop>{props}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>"#
    );
    answer(207, &body)
}

fn entries(entries: &[(&str, &str)]) -> Scripted {
    let mut body =
        r#"<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">"#.to_owned();
    for (etag, data) in entries {
        body.push_str(&format!(
            "<d:response><d:href>/work/{etag}.ics</d:href><d:propstat><d:prop><d:getetag>\"{etag}\"</d:getetag>{data}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
        ));
    }
    body.push_str("</d:multistatus>");
    answer(207, &body)
}

fn read_work(
    servers: &ScriptedFeeds,
    known: Option<&str>,
) -> (Result<(u16, String), FeedTrouble>, String) {
    let mut taken = Vec::new();
    let at = FeedAddress::parse(WORK).unwrap();
    let take = |bytes: &[u8]| taken.extend_from_slice(bytes);
    let answer = block_on(read(servers, &at, known, now(), take));
    let answer = answer.map(|(answer, mark)| (answer.status, mark));
    (answer, String::from_utf8(taken).unwrap())
}

#[test]
fn events_come_out_of_the_answer_as_they_were_put_in() {
    let escaped = "<c:calendar-data>BEGIN:VCALENDAR&#13;\nSUMMARY:A &amp; B &lt;x&gt;&#13;\nEND:VCALENDAR</c:calendar-data>";
    let cdata = "<c:calendar-data><![CDATA[BEGIN:VCALENDAR\r\nSUMMARY:A & B <x>\r\nEND:VCALENDAR]]></c:calendar-data>";
    for data in [escaped, cdata] {
        let servers = servers(&[
            (
                &format!("PROPFIND 0 {WORK}"),
                state("<cs:getctag>7</cs:getctag>"),
            ),
            (&format!("events {WORK}"), entries(&[("1", data)])),
        ]);
        let (answer, taken) = read_work(&servers, None);
        assert_eq!(answer.unwrap().0, 200);
        assert!(taken.contains("SUMMARY:A & B <x>"), "{taken}");
    }
}

#[test]
fn only_a_calendar_that_has_changed_is_fetched() {
    for props in [
        "<cs:getctag>7</cs:getctag><d:sync-token>x</d:sync-token>",
        "<d:sync-token>http://sabre.io/ns/sync/42</d:sync-token>",
        "",
    ] {
        let servers = servers(&[
            (&format!("PROPFIND 0 {WORK}"), state(props)),
            (
                &format!("REPORT 1 {WORK}"),
                entries(&[("1", ""), ("2", "")]),
            ),
            (&format!("events {WORK}"), entries(&[("1", "")])),
        ]);
        let (_, mark) = read_work(&servers, None).0.unwrap();
        let fetches = || {
            let asked = servers.asked.borrow();
            let events =
                |it: &&FeedQuestion| it.dav.as_ref().unwrap().body.contains("calendar-data");
            asked.iter().filter(events).count()
        };
        assert_eq!(fetches(), 1);
        assert_eq!(read_work(&servers, Some(&mark)).0, Ok((304, mark.clone())));
        assert_eq!(fetches(), 1, "{props}");
        let mut answers = servers.answers.borrow_mut();
        let changed = props.replace('7', "8").replace("42", "43");
        answers.insert(format!("PROPFIND 0 {WORK}"), state(&changed));
        answers.insert(format!("REPORT 1 {WORK}"), entries(&[("1", ""), ("3", "")]));
        drop(answers);
        assert_eq!(
            read_work(&servers, Some(&mark)).0.unwrap().0,
            200,
            "{props}"
        );
        assert_eq!(fetches(), 2, "{props}");
    }
}

#[test]
fn a_window_of_a_year_to_either_side_is_asked_for() {
    let servers = servers(&[
        (
            &format!("PROPFIND 0 {WORK}"),
            state("<cs:getctag>7</cs:getctag>"),
        ),
        (&format!("events {WORK}"), entries(&[])),
    ]);
    let (answer, taken) = read_work(&servers, None);
    assert_eq!(answer.unwrap().0, 200);
    assert!(
        taken.starts_with("BEGIN:VCALENDAR"),
        "empty is a calendar, too"
    );
    let asked = servers.asked.borrow();
    let report = asked.last().unwrap().dav.as_ref().unwrap();
    assert_eq!((report.method, report.depth), ("REPORT", "1"));
    let range = r#"<c:time-range start="20250228T000000Z" end="20270302T000000Z"/>"#;
    assert!(report.body.contains(range), "{}", report.body);
}

#[test]
fn a_calendar_that_is_gone_or_refused_says_so_and_gives_nothing() {
    for (status, expected) in [
        (404, Ok(404)),
        (503, Ok(503)),
        (429, Ok(429)),
        (401, Err(FeedTrouble::BadPassword)),
        (200, Err(FeedTrouble::NotACalendar)),
    ] {
        let servers = servers(&[(&format!("PROPFIND 0 {WORK}"), answer(status, ""))]);
        let (answer, taken) = read_work(&servers, None);
        assert_eq!(answer.map(|(status, _)| status), expected);
        assert_eq!(taken, "");
    }
}

#[test]
fn entities_of_their_own_making_are_refused() {
    let bomb = r#"<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><d:multistatus xmlns:d="DAV:"><d:response><d:href>&b;</d:href></d:response></d:multistatus>"#;
    assert_eq!(Multistatus::parse(bomb.as_bytes()), None);
    for broken in ["", "<", "<d:multistatus xmlns:d='DAV:'>", "\u{feff}"] {
        assert_eq!(Multistatus::parse(broken.as_bytes()), None);
    }
}
