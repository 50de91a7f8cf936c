//! How alike two texts read.

use crate::domain::ordering::sort_numbers;

/// Share of common letter trigrams (Jaccard), 0 to 1; case, punctuation and line breaks do not
/// count.
#[must_use]
pub fn similarity(one: &str, other: &str) -> f64 {
    Trigrams::of(one).likeness(&Trigrams::of(other))
}

/// Every three letters in a row of a text, so that it can be compared with many others.
#[derive(Clone, Debug, Default)]
pub(in crate::domain::note) struct Trigrams(Vec<i64>);

impl Trigrams {
    /// Those of a text, sorted, each once.
    pub(in crate::domain::note) fn of(text: &str) -> Self {
        let mut trigrams = Vec::with_capacity(text.len());
        // Three letters lie side by side in one number: a letter needs 21 bits.
        let (mut last, mut count): (i64, usize) = (0, 0);
        let mut push = |letter: char| {
            last = ((last << 21) | i64::from(u32::from(letter))) & i64::MAX;
            count += 1;
            if count > 2 {
                trigrams.push(last);
            }
        };
        let words = text.split(|it: char| !it.is_alphanumeric());
        for (index, word) in words.filter(|it| !it.is_empty()).enumerate() {
            if index > 0 {
                push(' ');
            }
            word.chars()
                .flat_map(char::to_lowercase)
                .for_each(&mut push);
        }
        sort_numbers(&mut trigrams);
        trigrams.dedup();
        Self(trigrams)
    }

    /// The share that two texts have in common.
    pub(in crate::domain::note) fn likeness(&self, other: &Self) -> f64 {
        let mut rest = other.0.iter().peekable();
        let shared = self
            .0
            .iter()
            .filter(|mine| {
                while rest.next_if(|it| it < mine).is_some() {}
                rest.next_if(|it| it == mine).is_some()
            })
            .count();
        let all = self.0.len() + other.0.len() - shared;
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
