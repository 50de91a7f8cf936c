//! The items: what is written is read back, quotas hold, and nothing damaged or newer is touched.

use serde_json::json;

use super::*;
use crate::app::sync::{marks::Fact, tests::Chance};

const NOW: i64 = 1_773_140_400_000;

fn sent(at_ms: i64) -> Mark {
    let mut mark = Mark::default();
    mark.add(Fact::Sent, at_ms, false);
    mark
}

fn some_marks(count: usize, seed: u64) -> Marks {
    let mut chance = Chance(seed);
    let mut letter = || char::from(names::ALPHABET[usize::try_from(chance.below(64)).unwrap()]);
    (0..count)
        .map(|_| ((0..12).map(|_| letter()).collect(), sent(NOW)))
        .collect()
}

/// Writes the marks wanted into what is stored.
fn written(mut stored: Map<String, Value>, wanted: &Marks) -> Result<Map<String, Value>, NoRoom> {
    let changes = changes(&stored, &read(&stored), wanted, NOW)?;
    stored.extend(changes);
    Ok(stored)
}

#[test]
fn what_is_written_is_read_back_and_written_once() {
    for count in [0, 1, 20, 900, 2_500] {
        let wanted = some_marks(count, 1);
        let stored = written(Map::new(), &wanted).unwrap();
        let heard = read(&stored);
        assert_eq!(heard.marks, wanted);
        assert_eq!(changes(&stored, &heard, &wanted, NOW), Ok(Map::new()));
        assert_eq!(changes(&stored, &heard, &Marks::new(), NOW), Ok(Map::new()));
    }
}

#[test]
fn two_devices_write_the_same_items_in_whatever_order() {
    let (one, other) = (some_marks(300, 1), some_marks(300, 2));
    let first = written(written(Map::new(), &one).unwrap(), &other).unwrap();
    let second = written(written(Map::new(), &other).unwrap(), &one).unwrap();
    assert_eq!(first, second);
}

#[test]
fn quotas_hold_with_a_tenth_to_spare() {
    let mut count = 0;
    let mut stored = Map::new();
    let refused = loop {
        count += 300;
        match written(stored.clone(), &some_marks(count, 7)) {
            Ok(next) => stored = next,
            Err(NoRoom) => break count,
        }
        let sizes = stored
            .iter()
            .map(|(key, it)| key.len() + it.to_string().len());
        let sizes: Vec<usize> = sizes.collect();
        assert!(sizes.iter().all(|it| *it <= 8_192 * 9 / 10), "{sizes:?}");
        assert!(sizes.iter().sum::<usize>() <= 102_400 * 9 / 10);
        assert!(sizes.len() <= 512 * 9 / 10);
    };
    assert!(refused > 2_500, "{refused} is too few");
}

#[test]
fn what_others_keep_there_counts() {
    let mut stored = Map::new();
    let size = ALL_BYTES - 100;
    stored.insert("others".to_owned(), json!("x".repeat(size)));
    assert_eq!(written(stored, &some_marks(5, 1)), Err(NoRoom));
}

#[test]
fn damaged_and_newer_items_stay_as_they_are_and_lose_nothing() {
    let wanted = some_marks(200, 3);
    let key = |number| format!("marks:{number}");
    for (number, there, damaged) in [
        (0, json!(null), true),
        (1, json!("text"), true),
        (2, json!({"version": 1}), true),
        (3, json!({"version": 1, "marks": {"abc": 5}}), true),
        (4, json!({"version": 1, "marks": {"abc": "nonsense"}}), true),
        (5, json!({"marks": {}}), true),
        (6, json!({"version": 2, "anything": [1]}), false),
        (7, json!({"version": 99, "marks": {"abc": "S5"}}), false),
    ] {
        let mut stored = Map::new();
        stored.insert(key(number), there.clone());
        let heard = read(&stored);
        let lists = (heard.damaged.len(), heard.newer.len());
        assert_eq!(lists, if damaged { (1, 0) } else { (0, 1) }, "{there}");
        let stored = written(stored, &wanted).unwrap();
        assert_eq!(stored[&key(number)], there);
        assert!(stored.contains_key(&format!("marks:{number}.1")));
        assert_eq!(read(&stored).marks, wanted);
        let heard = read(&stored);
        assert_eq!(changes(&stored, &heard, &wanted, NOW), Ok(Map::new()));
    }
}

#[test]
fn what_is_not_ours_is_passed_over() {
    let mut stored = Map::new();
    stored.insert(
        "other".to_owned(),
        json!({"version": 1, "marks": {"a": "S5"}}),
    );
    assert_eq!(read(&stored), Heard::default());
    assert_eq!(keys(&stored), [""; 0]);
    let stored = written(stored, &some_marks(9, 1)).unwrap();
    assert_eq!(stored["other"]["marks"]["a"], "S5");
    assert!(!keys(&stored).contains(&"other"));
}

#[test]
fn old_marks_make_room() {
    let mut wanted = some_marks(50, 1);
    let name = wanted.keys().next().unwrap().clone();
    wanted.insert(name.clone(), sent(NOW - KEPT_MS - 1));
    let stored = written(Map::new(), &wanted).unwrap();
    assert_eq!(read(&stored).marks.len(), 49);
    let later = NOW + KEPT_MS + 1;
    let changes = changes(&stored, &read(&stored), &Marks::new(), later).unwrap();
    let mut emptied = stored;
    emptied.extend(changes);
    assert_eq!(read(&emptied).marks, Marks::new());
}
