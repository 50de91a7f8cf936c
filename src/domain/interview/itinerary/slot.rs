//! Which part of an itinerary an event is: each slot of a day often carries the plan of all.

use super::{
    super::{
        names,
        text::{fold::fold, reading::Reading},
    },
    times::{after_time, clock},
};

/// Minutes in half a day: what a clock without `am` and `pm` runs on.
const HALF_DAY: i64 = 720;

/// `plain` without the lines of other slots, if the event of so many `minutes` is shorter than the
/// plan and its title or one of its `guests` tells which line it is.
pub(crate) fn of_slot(
    plain: &str,
    title: &Reading,
    minutes: Option<i64>,
    guests: &[&str],
) -> Option<String> {
    let timed: Vec<(&str, &str)> = plain
        .lines()
        .filter_map(|line| Some((line, after_time(line.trim())?)))
        .collect();
    let (first, last) = (timed.first()?.0, timed.last()?.0);
    if timed.len() < 2 || span(clock(first.trim())?, clock(last.trim())?) <= minutes? {
        return None;
    }
    let in_title: Vec<usize> = timed.iter().map(|(_, rest)| shared(title, rest)).collect();
    let most = in_title.iter().copied().max().filter(|it| *it > 0);
    let kept: Vec<&str> = match most {
        Some(most) if in_title.iter().filter(|it| **it == most).count() == 1 => timed
            .iter()
            .zip(&in_title)
            .filter(|(_, count)| **count == most)
            .map(|((line, _), _)| *line)
            .collect(),
        _ => timed
            .iter()
            .filter(|(_, rest)| guests.iter().any(|name| is_named(rest, name)))
            .map(|(line, _)| *line)
            .collect(),
    };
    if kept.is_empty() || kept.len() == timed.len() {
        return None;
    }
    let others = |line: &&str| {
        after_time(line.trim()).is_none() || kept.iter().any(|it| std::ptr::eq(*it, *line))
    };
    Some(plain.lines().filter(others).collect::<Vec<_>>().join("\n"))
}

fn span(first: i64, last: i64) -> i64 {
    let span = last - first;
    if span < 0 { span + HALF_DAY } else { span }
}

/// How many words of a line the title has, too.
fn shared(title: &Reading, line: &str) -> usize {
    let words = fold(line);
    let mut words: Vec<&str> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| it.chars().count() > 1)
        .collect();
    words.sort_unstable();
    words.dedup();
    let has = |word: &&str| (0..title.tokens.len()).any(|at| title.word(at) == *word);
    words.into_iter().filter(|it| has(it)).count()
}

fn is_named(line: &str, name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    let has_first = line
        .split(|c: char| !c.is_alphanumeric())
        .any(|it| it == first);
    line.contains(name) || has_first && names::likeness(name) > names::Likeness::No
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = "Your day:\n10:00 AM - 10:45 AM Product Sense - Marten Sale\n11:00 AM - 11:45 AM Metrics - Ines Caruso\n1:00 PM - 1:45 PM Engineering - Tamar Vogel";

    #[test]
    fn a_slot_of_a_day_keeps_its_own_line() {
        let titled = of_slot(
            PLAN,
            &Reading::new("Acme Interview: Product Sense"),
            Some(45),
            &[],
        );
        let titled = titled.unwrap_or_default();
        assert!(titled.contains("Marten") && !titled.contains("Ines") && !titled.contains("Tamar"));
        let invited = of_slot(PLAN, &Reading::new("Acme"), Some(45), &["Ines Caruso"]);
        let invited = invited.unwrap_or_default();
        assert!(!invited.contains("Marten") && invited.contains("Ines"));
    }

    #[test]
    fn a_whole_day_keeps_all_of_its_lines() {
        for (title, minutes, guests) in [
            ("Acme Interview: Product Sense", Some(240), &[][..]),
            ("Acme onsite", Some(45), &[]),
            ("Acme onsite", None, &["Ines Caruso"]),
        ] {
            assert_eq!(
                of_slot(PLAN, &Reading::new(title), minutes, guests),
                None,
                "{title}"
            );
        }
        assert_eq!(
            of_slot("See you", &Reading::new("Acme"), Some(45), &[]),
            None
        );
    }
}
