//! The words of a title that are about the meeting, not about the position.

use super::{find_word, holds_word};

/// What meetings are called after a word that tells their sort.
const MEETINGS: [&str; 26] = [
    "interview",
    "interviews",
    "round",
    "rounds",
    "stage",
    "onsite",
    "phone",
    "video",
    "screen",
    "screening",
    "call",
    "chat",
    "talk",
    "conversation",
    "discussion",
    "meeting",
    "session",
    "panel",
    "assessment",
    "test",
    "exercise",
    "challenge",
    "gespräch",
    "runde",
    "aufgabe",
    "coffee",
];

/// Words that part a title as its marks do.
const PARTING: [&str; 14] = [
    "with", "at", "for", "and", "mit", "bei", "für", "und", "avec", "chez", "pour", "con", "en",
    "para",
];

/// A title in small letters, without the role: its words tell what the position is about.
pub(in crate::domain::note) struct Title {
    /// The whole, hyphens as blanks.
    text: String,
    /// The words of each part between two marks, numbers aside.
    parts: Vec<Vec<String>>,
}

impl Title {
    /// The title of an interview for a role.
    pub(in crate::domain::note) fn of(title: &str, role: Option<&str>) -> Self {
        let mut text = title.to_lowercase();
        let role = role.map(|it| it.trim().to_lowercase()).unwrap_or_default();
        if let Some(at) = find_word(&text, &role).filter(|_| !role.is_empty()) {
            text.replace_range(at..at + role.len(), "|");
        }
        let text = text.replace(" - ", " | ").replace('-', " ");
        let mark = |it: char| !it.is_alphanumeric() && !matches!(it, ' ' | '\'' | '’' | '&');
        let parts = text
            .split(mark)
            .flat_map(|part| {
                let words: Vec<&str> = part.split_whitespace().collect();
                words
                    .split(|it| PARTING.contains(it))
                    .map(|words| {
                        let named = words.iter().filter(|it| !it.contains(char::is_numeric));
                        named.map(|it| (*it).to_owned()).collect()
                    })
                    .collect::<Vec<Vec<String>>>()
            })
            .collect();
        Self { text, parts }
    }

    /// Whether a phrase stands in it.
    pub(super) fn holds(&self, phrase: &str) -> bool {
        holds_word(&self.text, phrase)
    }

    /// Whether the word tells the sort of meeting: a name of meetings follows, or nothing stands
    /// beside it.
    pub(in crate::domain::note) fn is_of_sort(&self, word: &str) -> bool {
        let alone = |part: &Vec<String>| part.len() == 1 && part.iter().all(|it| it == word);
        self.parts.iter().any(alone) || self.is_before_meeting(word)
    }

    /// Whether a part of the meeting is called by the phrase: one word must end what stands between
    /// two marks, or come before a name of meetings.
    pub(in crate::domain::note) fn names(&self, phrase: &str) -> bool {
        let ends = |part: &Vec<String>| part.last().is_some_and(|it| it == phrase);
        self.holds(phrase)
            && (phrase.contains(' ')
                || self.parts.iter().any(ends)
                || self.is_before_meeting(phrase))
    }

    fn is_before_meeting(&self, word: &str) -> bool {
        self.parts.iter().any(|part| {
            let mut pairs = part.iter().zip(part.iter().skip(1));
            pairs.any(|(one, next)| one == word && MEETINGS.contains(&next.as_str()))
        })
    }
}
