//! Tests of what a calendar shows of its owner's side.

use jiff::{Timestamp, tz::TimeZone};

use super::*;
use crate::domain::{
    calendar::event::When,
    interview::{
        Assessment, Band, Direction, assess,
        signals::testing::{event, invited, user, who},
    },
};

/// An event of half an hour, so many days and minutes after a Tuesday morning.
fn at(day: i64, minutes: i64, title: &str) -> Event {
    let start = 1_930_384_800 + day * 86_400 + minutes * 60;
    let mut it = event(title);
    it.uid = format!("{day} {minutes} {title}");
    it.when = When::Timed {
        start: Timestamp::from_second(start).unwrap(),
        end: Timestamp::from_second(start + 1_800).unwrap(),
        zone: None,
    };
    it
}

fn judged(events: &[Event]) -> Vec<Assessment> {
    assess(events, &user(), &TimeZone::UTC)
}

/// The judgement on a first event among others.
fn first(title: &str, others: &[(i64, i64, &str)]) -> Assessment {
    let others = others
        .iter()
        .map(|(day, minutes, title)| at(*day, *minutes, title));
    let events: Vec<Event> = std::iter::once(at(0, 0, title)).chain(others).collect();
    judged(&events).swap_remove(0)
}

fn has(one: &Assessment, code: &str) -> bool {
    one.verdict.reasons.iter().any(|it| it.code == code)
}

/// The calendar of somebody who hires.
const HIRES: [(i64, i64, &str); 6] = [
    (-9, 0, "Rota"),
    (-8, 0, "Payroll"),
    (-1, 0, "Interview Tegan"),
    (-1, 30, "Interview Luke"),
    (-1, 75, "Interview Moira"),
    (5, 0, "Luke first day"),
];

/// The calendar of somebody who looks for a job.
const SEEKS: [(i64, i64, &str); 4] = [
    (-9, 0, "Update CV"),
    (-8, 0, "Jobcentre"),
    (-4, 0, "Interview at Harbour Foods Ltd"),
    (4, 0, "Interview with Corvane Group"),
];

#[test]
fn one_note_is_of_either_side_and_its_calendar_tells() {
    for title in ["Interview Saffron", "Interview Dana", "Interview 3pm"] {
        let hires = first(title, &HIRES);
        assert_eq!(hires.verdict.band, Band::Silent, "{title}");
        let seeks = first(title, &SEEKS);
        assert_ne!(seeks.verdict.band, Band::Silent, "{title}");
        assert_eq!(seeks.direction, Direction::Candidate, "{title}");
        let alone = first(title, &[]);
        let confidence = |it: &Assessment| it.verdict.confidence;
        assert!(confidence(&hires) + 0.1 < confidence(&alone), "{title}");
        assert!(confidence(&seeks) >= confidence(&alone), "{title}");
    }
}

#[test]
fn it_says_in_words_why() {
    let hires = first("Interview Saffron", &HIRES);
    assert!(has(&hires, "interviews_in_row"));
    let seeks = first("Interview Dana", &SEEKS);
    assert!(has(&seeks, "looks_for_job") || has(&seeks, "asked_by_employers"));
    let alone = first("Interview Dana", &[]);
    let told = |it: &Reason| is_code(it.code);
    assert!(!alone.verdict.reasons.iter().any(told));
}

#[test]
fn what_an_event_says_itself_stays_stronger() {
    // Another company asks the user.
    let mut events: Vec<Event> = HIRES
        .iter()
        .map(|(day, minutes, title)| at(*day, *minutes, title))
        .collect();
    events.push(invited(
        at(0, 0, "Interview"),
        who("Bo Ek", "bo@acme.example"),
        &[],
    ));
    let last = judged(&events).pop().unwrap();
    assert_eq!(last.direction, Direction::Candidate);
    assert!(!last.verdict.reasons.iter().any(|it| is_code(it.code)));
    // The title names candidates.
    let seeks = first("Interview candidates", &SEEKS);
    assert_eq!(seeks.verdict.band, Band::Silent);
    let named = first("Interview: Priya Shah for Staff Engineer", &SEEKS);
    assert_eq!(named.verdict.band, Band::Silent);
}

#[test]
fn one_rota_makes_nobody_a_candidate() {
    let one = first("Interview at Harbour Foods Ltd", &[(-2, 0, "Rota")]);
    assert_ne!(one.verdict.band, Band::Silent);
    let own = first("Interview Greggs", &[(-2, 0, "Rota"), (-5, 0, "Update CV")]);
    assert_ne!(own.verdict.band, Band::Silent);
}

#[test]
fn a_row_is_of_bare_notes_one_right_after_another() {
    let row = |next: (i64, i64, &str)| has(&first("Interview Dana", &[next]), "interviews_in_row");
    assert!(row((0, 30, "Interview Luke")) && row((0, 60, "Interview Luke")));
    assert!(!row((0, 240, "Interview Luke")));
    assert!(!row((1, 30, "Interview Luke")));
    // The same hour twice, and another round at one employer.
    assert!(!row((0, 0, "Interview Luke")));
    assert!(!row((0, 30, "Interview HR director")));
    assert!(!row((0, 30, "Interview at Corvane Group")));
}

#[test]
fn whoever_is_taken_on_was_the_candidate() {
    let taken_on =
        |title: &str, other: &str| has(&first(title, &[(6, 0, other)]), "people_taken_on");
    for other in [
        "Luke first day",
        "Reference check Luke",
        "Luke trial shift",
        "Onboarding Luke",
    ] {
        assert!(taken_on("Interview Luke", other), "{other}");
    }
    // Somebody else, a name of a company, and who takes the user on.
    assert!(!taken_on("Interview Dana", "Luke first day"));
    assert!(!taken_on(
        "Interview St. Luke Hospital",
        "Offer St. Luke Hospital"
    ));
    assert!(!taken_on("Interview Luke", "Onboarding with Luke"));
}

#[test]
fn times_long_past_say_little_and_no_event_speaks_for_itself() {
    let close = |one: f64, other: f64| (one - other).abs() < 1e-9;
    let strength = |days: &[(i64, u32)], day: i64, uid: u32| strength(&dated(days), day, uid);
    assert!(close(strength(&[], 0, 9), 0.0));
    assert!(close(strength(&[(0, 1)], 0, 9), 1.0));
    assert!(close(strength(&[(0, 1)], 0, 1), 0.0));
    assert!(close(strength(&[(0, 1), (45, 2)], 0, 9), 1.5));
    assert!(strength(&[(0, 1)], 200, 9) < 0.4);
    let days = [(0, 1), (3, 2), (100, 3)];
    assert!(strength(&days, 0, 9) > 1.5 && strength(&days, 0, 9) < 2.0);
}

fn dated(days: &[(i64, u32)]) -> Vec<Dated> {
    let dated = |it: &(i64, u32)| Dated {
        day: it.0,
        uid: it.1,
        next: 0,
    };
    let mut days: Vec<Dated> = days.iter().map(dated).collect();
    link(&mut days);
    days
}

#[test]
fn the_occurrences_of_one_series_are_passed_over_at_once() {
    let mut days = vec![(0, 2)];
    days.extend((1..9).map(|day| (day, 1)));
    days.extend([(9, 3), (10, 1), (11, 2)]);
    let days = dated(&days);
    assert_eq!(days[1].next, 9);
    assert_eq!((days[0].next, days[9].next, days[11].next), (1, 10, 12));
    // Three signs of others.
    assert!((strength(&days, 0, 1) - 1.75).abs() < 1e-9);
}

#[test]
fn a_note_with_a_name_prompts_only_where_the_calendar_tells() {
    // Kept for a year: the user hires and looks for a job.
    let both: Vec<(i64, i64, &str)> = HIRES.into_iter().chain(SEEKS).collect();
    for title in ["2nd interview Dana", "Interview Dana"] {
        assert_ne!(first(title, &both).verdict.band, Band::Prompt, "{title}");
        assert_ne!(first(title, &[]).verdict.band, Band::Prompt, "{title}");
    }
}

#[test]
fn several_people_for_one_role_are_interviewed_by_the_user() {
    let selection = [
        (-6, 0, "Interview Marcus - cook"),
        (-5, 0, "Interview Laura - cook"),
        (-2, 0, "Interview - cook - Peter"),
        (3, 0, "Interview Savelle - cook"),
    ];
    for title in ["Interview Anna - cook", "Interview Kadrise - cook"] {
        let one = first(title, &selection);
        assert!(has(&one, "several_for_role"), "{title}");
        assert_eq!(one.direction, Direction::Interviewer, "{title}");
    }
    // Employers differ, people do not come alone, and the slots of one day are a loop.
    let search = [
        (-6, 0, "Interview Harbour Foods - cook"),
        (-5, 0, "Interview Corvane - cook"),
        (-2, 0, "Interview Nordkai - cook"),
        (3, 0, "Interview Lumen - cook"),
    ];
    assert!(!has(
        &first("Interview Tallgrass - cook", &search),
        "several_for_role"
    ));
    let day = [
        (0, 40, "Interview Laura - cook"),
        (0, 80, "Interview Marcus - cook"),
    ];
    assert!(!has(
        &first("Interview Anna - cook", &day),
        "several_for_role"
    ));
}

#[test]
fn a_room_is_no_employers_address() {
    let placed = |place: &str| {
        let mut one = at(0, 0, "Interview Anna");
        one.location = place.to_owned();
        let mut other = at(2, 0, "Interview Marcus");
        other.location = place.to_owned();
        let third = at(4, 0, "Interview Laura");
        judged(&[one, other, third]).swap_remove(0)
    };
    assert!(has(&placed("Training room"), "interviews_people"));
    assert!(has(&placed("Sala de treinamentos"), "interviews_people"));
    assert!(!has(&placed("12 Mill Road"), "interviews_people"));
}
