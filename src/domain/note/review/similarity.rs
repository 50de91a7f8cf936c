//! How alike two texts read.

use crate::domain::ordering::sort_numbers;

/// Share of common letter trigrams (Jaccard), 0 to 1; case, punctuation and line breaks do not
/// count.
#[must_use]
pub fn similarity(one: &str, other: &str) -> f64 {
    let (one, other) = (trigrams(one), trigrams(other));
    let shared = one
        .iter()
        .filter(|it| other.binary_search(it).is_ok())
        .count();
    let all = one.len() + other.len() - shared;
    if all == 0 {
        return 0.0;
    }
    #[allow(
        clippy::cast_precision_loss,
        reason = "a note has a few hundred trigrams"
    )]
    {
        shared as f64 / all as f64
    }
}

/// Every three letters in a row, as a number, sorted, each once.
fn trigrams(text: &str) -> Vec<i64> {
    let lower = text.to_lowercase();
    let mut letters = Vec::with_capacity(lower.len());
    for word in lower.split(|it: char| !it.is_alphanumeric()) {
        if !word.is_empty() {
            if !letters.is_empty() {
                letters.push(' ');
            }
            letters.extend(word.chars());
        }
    }
    let three = |letters: &[char]| {
        let put = |number: i64, letter: &char| number << 21 | i64::from(u32::from(*letter));
        letters.iter().fold(0, put)
    };
    let mut trigrams: Vec<i64> = letters.windows(3).map(three).collect();
    sort_numbers(&mut trigrams);
    trigrams.dedup();
    trigrams
}

/// Number of letters to change, add, drop or swap with their neighbor to get from one word to the
/// other (optimal string alignment).
pub(super) fn distance(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    let width = other.len() + 1;
    let mut rows: Vec<Vec<usize>> = vec![(0..width).collect()];
    let at = |rows: &[Vec<usize>], row: usize, column: usize| {
        rows.get(row)
            .and_then(|it| it.get(column))
            .copied()
            .unwrap_or(usize::MAX / 2)
    };
    for (row, letter) in one.iter().enumerate() {
        let mut next = vec![row + 1];
        for (column, other_letter) in other.iter().enumerate() {
            let change = at(&rows, row, column) + usize::from(letter != other_letter);
            let drop = at(&rows, row, column + 1) + 1;
            let add = next.last().copied().unwrap_or(0) + 1;
            let mut best = change.min(drop).min(add);
            let swapped = row > 0
                && column > 0
                && one.get(row - 1) == Some(other_letter)
                && other.get(column - 1) == Some(letter);
            if swapped {
                best = best.min(at(&rows, row - 1, column - 1) + 1);
            }
            next.push(best);
        }
        rows.push(next);
    }
    at(&rows, one.len(), other.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_are_alike_and_different_ones_are_not() {
        let text = "Thank you for the talk about Kafka.";
        assert!((similarity(text, &text.to_uppercase()) - 1.0).abs() < 1e-9);
        assert!(similarity(text, "My interest in this role has grown.") < 0.2);
        assert!(similarity("", "").abs() < 1e-9);
    }

    #[test]
    fn a_slip_of_the_finger_is_one_step() {
        for (one, other, expected) in [
            ("kettlefsh", "kettlefish", 1),
            ("ketltefish", "kettlefish", 1),
            ("kettlefish", "kettlefish", 0),
            ("", "abc", 3),
            ("plumtree", "kettlefish", 9),
        ] {
            assert_eq!(distance(one, other), expected, "{one} {other}");
        }
    }
}
