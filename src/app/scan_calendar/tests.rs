//! What is shown of events that are no interviews, and what the user's answers do to them.

use super::*;
use crate::domain::interview::{EventKey, correction::About};

const NOW: &str = "2026-03-10T12:00:00Z";

/// Events with these titles, each this many days from now.
fn file(events: &[(&str, i64)]) -> String {
    let now: Timestamp = NOW.parse().unwrap();
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    for (title, days) in events {
        let start = now + SignedDuration::from_hours(24 * days);
        let stamp = start.to_string().replace(['-', ':'], "");
        text.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{title}\r\nDTSTART:{stamp}\r\nDURATION:PT1H\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"
        ));
    }
    text.push_str("END:VCALENDAR\r\n");
    text
}

fn read(text: &str, corrections: Vec<Correction>) -> ScanReport {
    let mut scan = Scan::new(&Profile::default(), NOW.parse().unwrap(), TimeZone::UTC);
    scan.take_into_account(corrections);
    scan.push(text.as_bytes());
    scan.finish()
}

fn titles(found: &[FoundInterview]) -> Vec<&str> {
    found.iter().map(|it| it.title.as_str()).collect()
}

#[test]
fn events_around_today_that_are_no_interviews_are_listed_as_questions() {
    let text = file(&[
        ("Dinner", 3),
        ("Chess club", -2),
        ("Long ago", -20),
        ("Far away", 40),
        ("Job interview with Acme", 1),
    ]);
    let report = read(&text, Vec::new());
    assert_eq!(titles(&report.others), ["Chess club", "Dinner"]);
    assert!(report.others.iter().all(|it| it.band == "ask"));
    assert_eq!(titles(&report.found), ["Job interview with Acme"]);
}

#[test]
fn no_more_are_listed_than_anybody_reads() {
    let many: Vec<String> = (0..150).map(|it| format!("Dinner {it}")).collect();
    let many: Vec<(&str, i64)> = many.iter().map(|it| (it.as_str(), 1)).collect();
    assert_eq!(read(&file(&many), Vec::new()).others.len(), MOST_OTHERS);
}

#[test]
fn an_answer_of_the_user_moves_an_event_to_the_other_side() {
    let text = file(&[("Dinner", 3), ("Job interview with Acme", 1)]);
    let said = |uid: &str, is_interview| Correction {
        about: About::Event(EventKey {
            uid: uid.to_owned(),
            recurrence_id: None,
        }),
        is_interview,
    };
    let both = vec![said("Dinner", true), said("Job interview with Acme", false)];
    let report = read(&text, both);
    assert_eq!(titles(&report.found), ["Dinner"]);
    assert_eq!(report.found[0].reasons[0].code, "you_said_interview");
    assert_eq!(titles(&report.others), ["Job interview with Acme"]);
}
