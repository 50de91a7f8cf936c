//! What the table holds, how it is found and sorted, and what is counted.

use serde_json::json;

use super::*;

const NOW: &str = "2026-04-20T12:00:00Z";

fn stored() -> Map<String, Value> {
    serde_json::from_str(include_str!("../../../tests/fixtures/stored/v1.json")).unwrap()
}

fn all(search: &str, status: &str, order: Order, descending: bool) -> Vec<Row> {
    let table = table(&stored(), NOW.parse().unwrap());
    let wanted = Wanted {
        search: search.to_owned(),
        status: status.to_owned(),
        order,
        descending,
    };
    select(&table, &wanted).into_iter().cloned().collect()
}

#[test]
fn each_person_is_a_row_and_an_interview_of_which_nobody_is_known() {
    let rows = all("", "", Order::Date, true);
    assert_eq!(rows.len(), 3);
    assert_eq!(rows.iter().filter(|it| it.person.is_empty()).count(), 1);
    assert_eq!(all("", "sent", Order::Date, true).len(), 1);
    assert_eq!(all("no such thing", "", Order::Date, true).len(), 0);
}

#[test]
fn rows_are_found_by_what_they_say_and_sorted_by_what_is_asked() {
    let latest_first = all("", "", Order::Date, true);
    assert!(latest_first[0].end >= latest_first[1].end);
    let known = latest_first
        .iter()
        .find(|it| !it.person.is_empty())
        .unwrap();
    let found = all(&known.person.to_uppercase(), "", Order::Date, true);
    assert_eq!(found[0].person, known.person);
    let by_employer = all("", "", Order::Employer, false);
    assert!(by_employer[0].employer.to_lowercase() <= by_employer[1].employer.to_lowercase());
}

#[test]
fn every_order_goes_both_ways() {
    for order in [Order::Date, Order::Employer, Order::Person, Order::Status] {
        let [up, down] = [false, true].map(|it| all("", "", order, it));
        let keys = |rows: &[Row]| -> Vec<(Timestamp, String)> {
            rows.iter().map(|it| (it.end, key(it, order))).collect()
        };
        let sorted = |rows: &[Row]| match order {
            Order::Date => keys(rows).is_sorted_by_key(|it| it.0),
            _ => keys(rows).is_sorted_by_key(|it| it.1.clone()),
        };
        let backwards: Vec<Row> = down.iter().rev().cloned().collect();
        assert!(sorted(&up) && sorted(&backwards), "{order:?}");
        assert_eq!(up.len(), 3);
    }
}

/// The promptness of the first row after a change of the interview that has people.
fn promptness_after(change: impl Fn(&mut Value)) -> Promptness {
    let mut stored = stored();
    change(&mut stored["interview:0123456789abcdef"]["data"]);
    let table = table(&stored, NOW.parse().unwrap());
    table
        .iter()
        .find(|it| it.person == "Priya Shah")
        .unwrap()
        .promptness
}

#[test]
fn the_first_note_tells_how_promptly_somebody_was_thanked() {
    assert_eq!(promptness_after(|_| ()), Promptness::Day);
    // A second note, months later.
    let again = promptness_after(|it| {
        let history = it["people"][0]["history"].as_array_mut().unwrap();
        for (from, to) in [("sent", "to_write"), ("to_write", "sent")] {
            history
                .push(json!({"atMs": 1_774_007_600_000_i64, "from": from, "to": to, "by": "user"}));
        }
    });
    assert_eq!(again, Promptness::Day);
}

#[test]
fn nobody_is_missed_at_an_interview_that_has_an_answer_or_did_not_take_place() {
    let unthanked = |it: &mut Value| {
        it["people"][0]["history"] = json!([]);
        it["people"][0]["status"] = json!("lapsed");
    };
    assert_eq!(promptness_after(unthanked), Promptness::Missed);
    for outcome in ["not_held", "answer", "offer", "rejection"] {
        let after = promptness_after(|it| {
            unthanked(it);
            it["outcome"] = json!(outcome);
        });
        assert_eq!(after, Promptness::Open, "{outcome}");
    }
}

#[test]
fn months_count_what_can_be_judged() {
    let row = |end: &str, promptness| Row {
        interview: "i".into(),
        end: end.parse().unwrap(),
        employer: String::new(),
        role: String::new(),
        person: String::new(),
        status: String::new(),
        thanked_at: None,
        promptness,
        words: String::new(),
    };
    let rows = [
        row("2026-03-31T22:30:00Z", Promptness::Day),
        row("2026-04-02T10:00:00Z", Promptness::Late),
        row("2026-04-02T10:00:00Z", Promptness::Open),
        row("2026-02-02T10:00:00Z", Promptness::Missed),
    ];
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    let counted: Vec<_> = months(&rows.iter().collect::<Vec<_>>(), &berlin)
        .iter()
        .map(|it| (it.month, it.counts))
        .collect();
    assert_eq!(counted, [(2, [0, 0, 0, 1]), (4, [1, 0, 1, 0])]);
}

#[test]
fn spreadsheets_get_text_and_no_formulas() {
    for (text, expected) in [
        ("Acme", "Acme"),
        ("Acme, Inc.", "\"Acme, Inc.\""),
        ("The \"Firm\"", "\"The \"\"Firm\"\"\""),
        ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
        ("@home", "'@home"),
        ("-1", "'-1"),
    ] {
        assert_eq!(cell(text), expected);
    }
    let rows = all("", "", Order::Date, true);
    let text = csv(&rows.iter().collect::<Vec<_>>());
    assert_eq!(text.lines().count(), 4);
}

#[test]
fn what_nobody_has_said_is_a_question_and_no_verdict() {
    let status_after = |change: fn(&mut Value)| {
        let mut stored = stored();
        let it = &mut stored["interview:0123456789abcdef"]["data"];
        it["verdict"]["band"] = json!("ask");
        change(it);
        let table = table(&stored, NOW.parse().unwrap());
        let row = table.into_iter().find(|it| it.person == "Priya Shah");
        row.unwrap().status
    };
    assert_eq!(status_after(|it| it["answer"] = json!(null)), "question");
    assert_eq!(status_after(|it| it["answer"] = json!(false)), "dismissed");
    assert_eq!(status_after(|it| it["answer"] = json!(true)), "sent");
    let off = status_after(|it| {
        it["answer"] = json!(null);
        it["calledOff"] = json!(true);
    });
    assert_eq!(off, "off");
    for row in all("", "", Order::Date, true) {
        assert!(STATUSES.contains(&row.status.as_str()), "{}", row.status);
    }
}
