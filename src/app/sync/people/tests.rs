//! What a device does about what it hears, and that two devices that talk long enough agree.

use jiff::Timestamp;

use super::*;
use crate::app::sync::tests::{Chance, met};

/// A history: each word is a status and the second it came.
fn person(history: &str) -> PersonV1 {
    let mut person = met("p1", "Priya Shah", None);
    for word in history.split_whitespace() {
        let (code, second) = word.split_once('@').unwrap();
        let at = Timestamp::from_second(second.parse().unwrap()).unwrap();
        let step = match code {
            "answered" => Step::Answer,
            "drafted" => Step::Draft,
            "opened" => Step::Open,
            "sent" => Step::MarkSent,
            "skipped" => Step::Skip,
            "lapsed" => Step::Lapse,
            "again" => Step::WriteAgain,
            "undone" => {
                person.undo(None).unwrap();
                continue;
            }
            other => panic!("{other}"),
        };
        person.take(step, at, "user").unwrap();
    }
    person
}

/// Here, elsewhere, and the status here after hearing; `=` when nothing changes.
const CASES: [(&str, &str, &str); 18] = [
    ("", "", "="),
    ("", "answered@1 drafted@2 opened@3", "="),
    ("", "sent@5", "sent"),
    ("answered@1 drafted@9 opened@10", "sent@5", "sent"),
    ("skipped@9", "sent@5", "sent"),
    ("lapsed@9", "sent@5", "sent"),
    ("sent@9", "sent@5", "="),
    ("sent@9", "skipped@12", "="),
    ("", "skipped@5", "skipped"),
    ("drafted@2", "skipped@5", "skipped"),
    ("drafted@7", "skipped@5", "="),
    ("lapsed@2", "skipped@5", "="),
    // Only the "sent" that is named is taken back.
    ("sent@5", "sent@5 undone@9", "to_ask"),
    ("drafted@1 sent@5", "sent@5 undone@9", "drafted"),
    ("sent@4", "sent@5 undone@9", "="),
    ("sent@6", "sent@5 undone@9", "="),
    // A second note that was begun here is not taken away.
    ("sent@5 again@6", "sent@5 undone@9", "="),
    ("", "sent@5 undone@9 sent@11", "sent"),
];

#[test]
fn every_case_of_here_and_elsewhere_is_decided() {
    for (here, elsewhere, expected) in CASES {
        let mut person_here = person(here);
        let before = person_here.clone();
        let heard = mark(&person(elsewhere));
        let changed = follow(&mut person_here, &heard);
        let status = person_here.status().code();
        let found = if changed { status } else { "=" };
        assert_eq!(found, expected, "{here} | {elsewhere}");
        assert_eq!(changed, person_here != before, "{here} | {elsewhere}");
        // Hearing it again changes nothing.
        assert!(!follow(&mut person_here, &heard), "{here} | {elsewhere}");
    }
}

#[test]
fn who_was_thanked_elsewhere_is_known_to_be_so() {
    let mut here = person("drafted@1");
    follow(&mut here, &mark(&person("sent@5")));
    assert!(here.is_thanked_elsewhere());
    assert_eq!(here.thanked_at(), Some(Timestamp::from_second(5).unwrap()));
    assert!(!here.is_owed());
    assert!(!person("sent@5").is_thanked_elsewhere());
}

#[test]
fn undoing_here_what_was_heard_is_told_and_does_not_come_back() {
    let mut elsewhere = person("drafted@1 sent@5");
    let mut here = person("");
    follow(&mut here, &mark(&elsewhere));
    here.undo(None).unwrap();
    assert!(!follow(&mut here, &mark(&elsewhere)));
    assert!(follow(&mut elsewhere, &mark(&here)));
    assert_eq!(elsewhere.status(), Status::Drafted);
}

/// Three devices on which anything is done in any order, now and then heard by the others.
#[test]
fn devices_that_have_heard_everything_agree_on_who_is_thanked() {
    let steps = [
        Step::Answer,
        Step::Draft,
        Step::Open,
        Step::MarkSent,
        Step::Skip,
        Step::Lapse,
    ];
    for seed in 0..2_000 {
        let mut chance = Chance(seed);
        let mut devices = [(); 3].map(|()| person(""));
        let mut shared = Mark::default();
        let mut undone = 0;
        for second in 1..25 {
            let at = usize::try_from(chance.below(3)).unwrap();
            let now = Timestamp::from_second(second).unwrap();
            let device = &mut devices[at];
            match chance.below(10) {
                0..=5 => {
                    let step = steps[usize::try_from(chance.below(6)).unwrap()];
                    // A step that may not be taken is not.
                    let _ = device.take(step, now, "user");
                }
                6 => {
                    let last = device.history.last().cloned();
                    undone += u32::from(last.is_some_and(|it| it.to == "sent"));
                    let _ = device.undo(None);
                }
                _ => {
                    follow(device, &shared);
                    shared.join(&mark(device));
                }
            }
        }
        let sent_before = devices.iter().any(|it| it.thanked_at().is_some());
        for _ in 0..2 {
            for device in &mut devices {
                follow(device, &shared);
                shared.join(&mark(device));
            }
        }
        let thanked = devices.iter().map(|it| it.thanked_at().is_some());
        let thanked: Vec<bool> = thanked.collect();
        assert!(
            thanked.iter().all(|it| *it == thanked[0]),
            "{seed}: {devices:?}"
        );
        if undone == 0 {
            assert_eq!(thanked[0], sent_before, "{seed}");
        }
        for device in &mut devices {
            assert!(!follow(device, &shared), "{seed}: they have come to rest");
        }
    }
}
