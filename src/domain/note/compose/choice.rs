//! Which of the alternatives a sentence is taken from: none that a reader of the other notes has seen.
//!
//! People differ by place, versions by number. What another note says is passed over, whatever
//! version it came from, so that two notes share a sentence only where a list is used up.

use super::Brief;
use crate::domain::note::{
    phrases::{self, Phrases, Pieces},
    review::{self, Expectation, Trigrams},
    teach,
};

/// Alternatives of a list that attempts go through.
const OPEN: u32 = 5;

/// Sentences of the table that have been said.
#[derive(Clone, Debug, Default)]
pub(super) struct Taken {
    /// In other notes.
    by_others: Vec<&'static str>,
    /// In the version before.
    before: Vec<&'static str>,
    /// Nowhere: the user takes them out.
    unwanted: Vec<&'static str>,
}

/// Nothing has been said.
pub(super) static NOTHING: Taken = Taken {
    by_others: Vec::new(),
    before: Vec::new(),
    unwanted: Vec::new(),
};

impl Taken {
    /// The sentences of a table that stand in other notes, and in the version before.
    pub(super) fn by(others: &[String], before: &str, phrases: &Phrases) -> Self {
        let mut taken = Self::default();
        if others.is_empty() && before.is_empty() {
            return taken;
        }
        for (line, sentences) in phrases.all_sentences() {
            if others.iter().any(|text| says(text, sentences)) {
                taken.by_others.push(line);
            } else if says(before, sentences) {
                taken.before.push(line);
            }
        }
        taken
    }

    /// The same, and what the user of a brief does not want said.
    pub(super) fn without(mut self, brief: &Brief<'_>) -> Self {
        let table = phrases::addressed(brief.language, brief.address);
        self.unwanted = teach::left_out(brief, table);
        self
    }
}

/// Whether a text says one of the sentences, with whatever in their holes.
fn says(text: &str, sentences: &[Pieces]) -> bool {
    sentences.iter().any(|pieces| {
        let mut rest = Some(text);
        for piece in pieces {
            rest = rest.and_then(|it| it.split_once(piece)).map(|(_, it)| it);
        }
        rest.is_some()
    })
}

/// How one note chooses.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice<'a> {
    /// What other notes say.
    pub(super) taken: &'a Taken,
    /// Place of the recipient.
    pub(super) position: u32,
    /// "Another version" counts up.
    pub(super) variant: u32,
    /// Counts up while the whole is too much like another note.
    pub(super) attempt: u32,
}

impl Choice<'_> {
    /// One of the alternatives: the one of this place, or the next that nobody else was told.
    /// Attempts move the lists with a slot, from 0; one without moves with the version alone, so that
    /// each version is another text.
    pub(super) fn of(&self, alternatives: &[&'static str], slot: Option<u32>) -> &'static str {
        let count = alternatives.len().max(1);
        let from = index(self.position, count);
        let mut open: Vec<&'static str> = alternatives
            .iter()
            .cycle()
            .skip(from)
            .take(alternatives.len())
            .copied()
            .collect();
        // What another note says counts before what the user does not want: two notes that share a
        // sentence are worse than a sentence that was taken out once.
        let taken = self.taken;
        for said in [&taken.by_others, &taken.unwanted, &taken.before] {
            let left = || open.iter().filter(|it| !said.contains(it)).copied();
            if left().next().is_some() {
                open = left().collect();
            }
        }
        // The attempt is a number of as many digits as there are slots, one for each.
        let digit = slot.map_or(0, |it| self.attempt / OPEN.pow(it) % OPEN);
        let turn = self.variant.wrapping_add(digit);
        let chosen = open.get(index(turn, open.len().max(1)));
        chosen.copied().unwrap_or_default()
    }

    /// Whether anything is left that no other note says and that the user wants said; always, where
    /// nothing was taken out.
    pub(super) fn is_wanted(&self, alternatives: &[&'static str]) -> bool {
        let taken = self.taken;
        if taken.unwanted.is_empty() {
            return true;
        }
        let open = |it: &&&str| !taken.by_others.contains(*it);
        let mut left = alternatives.iter().filter(open).peekable();
        if left.peek().is_none() {
            return alternatives.iter().any(|it| !taken.unwanted.contains(it));
        }
        left.any(|it| !taken.unwanted.contains(it))
    }
}

fn index(number: u32, count: usize) -> usize {
    usize::try_from(number).unwrap_or(0) % count
}

/// The notes beside this one, to be held against each attempt: names aside.
pub(super) struct Others<'a> {
    names: Vec<&'a str>,
    notes: Vec<Trigrams>,
}

impl<'a> Others<'a> {
    /// Those of a brief.
    pub(super) fn of(brief: &Brief<'a>) -> Self {
        let names = [brief.employer, brief.recipient, Some(brief.sender)]
            .into_iter()
            .flatten()
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .collect();
        let mut others = Self {
            names,
            notes: Vec::new(),
        };
        let expectation = Expectation {
            sender: brief.sender,
            signature: brief.signature,
            learned: brief.learned,
            ..Expectation::default()
        };
        others.notes = brief
            .beside
            .iter()
            .map(|it| others.trigrams(review::message(it, &expectation)))
            .collect();
        others
    }

    fn trigrams(&self, message: &str) -> Trigrams {
        let strip = |text: String, name: &&str| text.replace(*name, "");
        Trigrams::of(&self.names.iter().fold(message.to_owned(), strip))
    }

    /// How much a message is like the most similar of them.
    pub(super) fn likeness(&self, message: &str) -> f64 {
        if self.notes.is_empty() {
            return 0.0;
        }
        let mine = self.trigrams(message);
        let all = self.notes.iter().map(|it| mine.likeness(it));
        all.fold(0.0, f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::note::{
        language::Language,
        phrases::{self, pieces},
    };

    #[test]
    fn a_sentence_is_known_again_whatever_stands_in_its_holes() {
        let line = "I would bring {strength}, and I believe it would help {place}.";
        for text in [
            "Hi,\n\nI would bring Rust, and I believe it would help at Acme. Bye.",
            "I would bring {Rust}, and I believe it would help.",
        ] {
            assert!(says(text, &pieces(line)), "{text}");
        }
        for text in ["", "I would bring Rust.", "and I believe it would help"] {
            assert!(!says(text, &pieces(line)), "{text}");
        }
        let two = "It was good to meet. I hope our paths cross again.";
        assert!(says("So: I hope our paths cross again. Yes", &pieces(two)));
        assert!(!says("I hope so", &pieces(two)));
    }

    #[test]
    fn what_others_were_told_is_passed_over() {
        let list = ["one", "two", "three", "four"];
        let taken = Taken {
            by_others: vec!["two", "three"],
            ..Taken::default()
        };
        let choice = |position, variant| Choice {
            taken: &taken,
            position,
            variant,
            attempt: 0,
        };
        for (position, variant, expected) in [
            (0, 0, "one"),
            (0, 1, "four"),
            (0, 2, "one"),
            (1, 0, "four"),
            (1, 1, "one"),
            (3, 0, "four"),
            (7, 0, "four"),
        ] {
            assert_eq!(choice(position, variant).of(&list, None), expected);
        }
        assert_eq!(choice(0, 0).of(&[], None), "");
        assert_eq!(choice(0, 0).of(&["two"], None), "two");
        let taken = Taken {
            before: vec!["one"],
            ..taken.clone()
        };
        let again = Choice {
            taken: &taken,
            ..choice(0, 0)
        };
        assert_eq!(again.of(&list, None), "four");
        assert_eq!(again.of(&["one", "two"], None), "one");
    }

    #[test]
    fn what_is_unwanted_is_passed_over_unless_another_note_says_the_rest() {
        for (by_others, unwanted, expected, wanted) in [
            (vec![], vec!["one"], "two", true),
            (vec!["two"], vec!["one"], "three", true),
            (vec!["two", "three"], vec!["one"], "one", false),
            (vec![], vec!["one", "two", "three"], "one", false),
            (vec!["one", "two", "three"], vec!["one"], "two", true),
            (vec!["one", "two", "three"], vec![], "one", true),
        ] {
            let taken = Taken {
                by_others,
                unwanted,
                ..Taken::default()
            };
            let choice = Choice {
                taken: &taken,
                position: 0,
                variant: 0,
                attempt: 0,
            };
            let list = ["one", "two", "three"];
            assert_eq!(choice.of(&list, None), expected, "{taken:?}");
            assert_eq!(choice.is_wanted(&list), wanted, "{taken:?}");
        }
    }

    #[test]
    fn only_what_a_note_says_is_taken() {
        let phrases = phrases::of(Language::English);
        let end = phrases.list(phrases::section::END)[0];
        let text = format!("Hi,\n\n{end}");
        let taken = Taken::by(std::slice::from_ref(&text), "", phrases);
        assert_eq!(taken.by_others, [end]);
        assert!(taken.before.is_empty());
        let taken = Taken::by(&[], &text, phrases);
        assert_eq!(taken.before, [end]);
        assert!(taken.by_others.is_empty());
    }
}
