//! Joining is commutative, associative and idempotent, and "sent" outlasts everything but its own
//! undoing; of thousands of random marks.

use super::*;
use crate::app::sync::tests::Chance;

fn some_mark(chance: &mut Chance) -> Mark {
    let mut mark = Mark::default();
    for _ in 0..chance.below(12) {
        let fact = if chance.below(2) == 0 {
            Fact::Sent
        } else {
            Fact::Skipped
        };
        let at_ms = i64::try_from(chance.below(20)).unwrap() * 1_000;
        mark.add(fact, at_ms, chance.below(3) == 0);
    }
    mark
}

fn joined(one: &Mark, other: &Mark) -> Mark {
    let mut joined = one.clone();
    joined.join(other);
    joined
}

#[test]
fn neither_order_nor_repetition_matters() {
    let mut chance = Chance(1);
    for _ in 0..5_000 {
        let [a, b, c] = [(); 3].map(|()| some_mark(&mut chance));
        assert_eq!(joined(&a, &b), joined(&b, &a));
        assert_eq!(joined(&a, &a), a);
        assert_eq!(joined(&joined(&a, &b), &b), joined(&a, &b));
        assert_eq!(joined(&joined(&a, &b), &c), joined(&a, &joined(&b, &c)));
    }
}

#[test]
fn a_sent_that_nobody_took_back_survives_every_join() {
    let mut chance = Chance(2);
    for _ in 0..5_000 {
        let mut sent = Mark::default();
        // Later than all others, so that it is none of them.
        sent.add(Fact::Sent, 50_000, false);
        let mut all = vec![sent];
        all.extend((0..6).map(|_| some_mark(&mut chance)));
        while all.len() > 1 {
            let at = usize::try_from(chance.below(all.len() as u64)).unwrap();
            let one = all.swap_remove(at);
            let at = usize::try_from(chance.below(all.len() as u64)).unwrap();
            all[at].join(&one);
        }
        assert_eq!(all[0].standing(Fact::Sent), Some(50_000));
    }
}

#[test]
fn taking_back_reaches_only_what_it_names() {
    let mut mark = Mark::default();
    mark.add(Fact::Sent, 5, false);
    mark.add(Fact::Skipped, 9, false);
    mark.add(Fact::Sent, 5, true);
    assert_eq!(mark.standing(Fact::Sent), None);
    assert_eq!(mark.standing(Fact::Skipped), Some(9));
    // Another device sent at another instant, earlier or later by its own clock.
    for other in [3, 7] {
        let mut elsewhere = Mark::default();
        elsewhere.add(Fact::Sent, other, false);
        assert_eq!(joined(&mark, &elsewhere).standing(Fact::Sent), Some(other));
    }
    // The very same, told once more, does not come back.
    let mut old = Mark::default();
    old.add(Fact::Sent, 5, false);
    assert_eq!(joined(&mark, &old).standing(Fact::Sent), None);
}

#[test]
fn what_is_written_reads_back() {
    let mut chance = Chance(3);
    for _ in 0..2_000 {
        let mark = some_mark(&mut chance);
        let expected = Some(mark.clone()).filter(|it| !it.is_empty());
        assert_eq!(Mark::read(&mark.text()), expected, "{}", mark.text());
    }
    let mut mark = Mark::default();
    mark.add(Fact::Sent, 1_773_140_400_000, false);
    mark.add(Fact::Skipped, -5, true);
    assert_eq!(mark.text(), "Smmki0gw0L0");
}

#[test]
fn whatever_else_is_no_mark() {
    for text in [
        "",
        "S",
        "5",
        "s5",
        "X5",
        "S5 ",
        "S-5",
        "S+5",
        "S5ä",
        "ä",
        "S5SU5",
        "Szzzzzzzzzzzzzzzz",
    ] {
        assert_eq!(Mark::read(text), None, "{text}");
    }
}
