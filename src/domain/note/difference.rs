//! What is different between two texts, by words: for showing one beside the other.

/// A run of words, with the blanks behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both texts.
    Kept(String),
    /// In the first text alone.
    Removed(String),
    /// In the second text alone.
    Added(String),
}

/// Words beyond which the texts are shown as wholly different: the comparison takes memory for each
/// pair of words.
const MOST_WORDS: usize = 2_000;
/// A kept run of fewer words between two changes is shown as changed: single words left standing
/// are hard to read.
const SHORTEST_RUN: usize = 2;

/// The way from one text to the other. The kept and removed pieces together are `before`, the kept
/// and added ones `after`.
#[must_use]
pub fn difference(before: &str, after: &str) -> Vec<Piece> {
    let before: Vec<&str> = before.split_inclusive(char::is_whitespace).collect();
    let after: Vec<&str> = after.split_inclusive(char::is_whitespace).collect();
    let kept = if before.len().max(after.len()) > MOST_WORDS {
        Vec::new()
    } else {
        without_short_runs(common(&before, &after), before.len(), after.len())
    };
    let mut pieces = Vec::new();
    let (mut one, mut other) = (0, 0);
    let ends = [(before.len(), after.len())];
    for (at_one, at_other) in kept.into_iter().chain(ends) {
        let mut push = |words: Option<&[&str]>, make: fn(String) -> Piece| {
            let text = words.unwrap_or_default().concat();
            if !text.is_empty() {
                pieces.push(make(text));
            }
        };
        push(before.get(one..at_one), Piece::Removed);
        push(after.get(other..at_other), Piece::Added);
        (one, other) = (at_one + 1, at_other + 1);
        if let Some(word) = before.get(at_one) {
            match pieces.last_mut() {
                Some(Piece::Kept(text)) => text.push_str(word),
                _ => pieces.push(Piece::Kept((*word).to_owned())),
            }
        }
    }
    pieces
}

/// The places of a longest sequence of words that both have (dynamic programming, from the end).
fn common(before: &[&str], after: &[&str]) -> Vec<(usize, usize)> {
    let width = after.len() + 1;
    let mut lengths = vec![0_u16; (before.len() + 1) * width];
    let at = |lengths: &[u16], one: usize, other: usize| {
        lengths.get(one * width + other).copied().unwrap_or(0)
    };
    for (one, word) in before.iter().enumerate().rev() {
        for (other, other_word) in after.iter().enumerate().rev() {
            let length = if word == other_word {
                at(&lengths, one + 1, other + 1) + 1
            } else {
                at(&lengths, one + 1, other).max(at(&lengths, one, other + 1))
            };
            if let Some(it) = lengths.get_mut(one * width + other) {
                *it = length;
            }
        }
    }
    let mut kept = Vec::new();
    let (mut one, mut other) = (0, 0);
    while let (Some(word), Some(other_word)) = (before.get(one), after.get(other)) {
        if word == other_word {
            kept.push((one, other));
            one += 1;
            other += 1;
        } else if at(&lengths, one + 1, other) >= at(&lengths, one, other + 1) {
            one += 1;
        } else {
            other += 1;
        }
    }
    kept
}

/// The runs long enough to be read; the one at the beginning and the one at the end in any case.
fn without_short_runs(
    kept: Vec<(usize, usize)>,
    before: usize,
    after: usize,
) -> Vec<(usize, usize)> {
    let mut runs: Vec<Vec<(usize, usize)>> = Vec::new();
    for place in kept {
        match runs.last_mut() {
            Some(run)
                if run.last() == Some(&(place.0.wrapping_sub(1), place.1.wrapping_sub(1))) =>
            {
                run.push(place);
            }
            _ => runs.push(vec![place]),
        }
    }
    let stays = |run: &Vec<(usize, usize)>| {
        let begins = run.first() == Some(&(0, 0));
        let ends = run.last().is_some_and(|it| *it == (before - 1, after - 1));
        begins || ends || run.len() >= SHORTEST_RUN
    };
    runs.into_iter().filter(stays).flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &str, after: &str) -> String {
        let pieces = difference(before, after);
        let text = |keep: fn(&Piece) -> Option<&str>| -> String {
            pieces.iter().filter_map(keep).collect()
        };
        let old = text(|it| match it {
            Piece::Kept(text) | Piece::Removed(text) => Some(text),
            Piece::Added(_) => None,
        });
        let new = text(|it| match it {
            Piece::Kept(text) | Piece::Added(text) => Some(text),
            Piece::Removed(_) => None,
        });
        assert_eq!((old.as_str(), new.as_str()), (before, after));
        let mark = |it: &Piece| match it {
            Piece::Kept(text) => text.clone(),
            Piece::Removed(text) => format!("[-{text}]"),
            Piece::Added(text) => format!("[+{text}]"),
        };
        pieces.iter().map(mark).collect()
    }

    #[test]
    fn what_is_gone_and_what_is_new_stand_at_their_places() {
        for (before, after, expected) in [
            ("a b c", "a b c", "a b c"),
            (
                "I am very happy now",
                "I am so glad now",
                "I am [-very happy ][+so glad ]now",
            ),
            ("a b c d", "c d", "[-a b ]c d"),
            ("a b", "a b c", "a [-b][+b c]"),
            ("one x two", "three x four", "[-one x two][+three x four]"),
            (
                "one x y two",
                "three x y four",
                "[-one ][+three ]x y [-two][+four]",
            ),
            ("", "new", "[+new]"),
            ("old", "", "[-old]"),
            ("", "", ""),
            ("Ä\n\nb c", "Ä\n\nd c", "Ä\n\n[-b ][+d ]c"),
        ] {
            assert_eq!(shown(before, after), expected, "{before:?} {after:?}");
        }
    }

    #[test]
    fn texts_that_are_too_long_to_compare_are_shown_whole() {
        let long = "a ".repeat(MOST_WORDS + 1);
        assert_eq!(difference(&long, "a").len(), 2);
    }
}
