//! What a rewording may say beside the words of the draft, by language: the words of the sentences
//! that claim nothing, and those of the section `neutral`.

use super::words;
use crate::domain::note::{
    language::{Address, Language},
    phrases::{self, section},
};

/// Sentences that any note may use. What only some meetings allow stays out: "again", "the group".
const SENTENCES: [&str; 13] = [
    section::THANKS,
    section::PLAIN_THANKS,
    section::TOPIC,
    section::TOPIC_INSIDE,
    section::CLAUSE,
    section::SENTENCE,
    section::QUESTION,
    section::INTEREST,
    section::STRENGTH,
    section::DEED,
    section::POINT,
    section::END,
    section::WISH,
];

/// What the holes of those sentences hold, as far as any note may say it.
const VALUES: [(&str, &str); 6] = [
    (section::MEETINGS, "general"),
    (section::VALUES, "role"),
    (section::VALUES, "of role"),
    (section::VALUES, "other role"),
    (section::VALUES, "of other role"),
    (section::VALUES, "place"),
];

/// The words of one language, in small letters but for `polite`.
#[derive(Debug)]
pub(super) struct Vocabulary {
    neutral: Vec<String>,
    pub(super) endings: Vec<&'static str>,
    numbers: Vec<(&'static str, &'static str)>,
    dates: Vec<&'static str>,
    denials: Vec<&'static str>,
    /// Words of each form of address alone.
    pub(super) forms: [Vec<&'static str>; 2],
    task: Vec<&'static str>,
    /// Words that say who does something, each with the person: `ha=usted`.
    pronouns: Vec<(&'static str, &'static str)>,
    /// Runs of words that claim something.
    pub(super) claims: Vec<Vec<String>>,
}

impl Vocabulary {
    pub(super) fn of(language: Language) -> Self {
        let all = phrases::of(language);
        let listed = |name: &str| -> Vec<&'static str> {
            let lines = all.list(name).iter();
            lines.flat_map(|it| it.split_whitespace()).collect()
        };
        let mut neutral: Vec<String> = listed(section::NEUTRAL)
            .into_iter()
            .map(str::to_owned)
            .collect();
        for address in Address::ALL {
            let phrases = phrases::addressed(language, address);
            for line in SENTENCES.iter().flat_map(|it| phrases.list(it)) {
                neutral.extend(words::lower(&words::words(line)));
            }
            for (section, key) in VALUES {
                let words = words::words(phrases.value(section, key));
                neutral.extend(words::lower(&words));
            }
        }
        let numbers = listed(section::NUMBERS).into_iter();
        Self {
            neutral,
            endings: listed(section::ENDINGS),
            numbers: numbers.filter_map(|it| it.split_once('=')).collect(),
            dates: listed(section::DATES),
            denials: listed(section::DENIALS),
            forms: [listed(section::POLITE), listed(section::FAMILIAR)],
            task: listed(section::TASK),
            pronouns: listed(section::PRONOUNS)
                .into_iter()
                .map(|it| it.split_once('=').unwrap_or((it, it)))
                .collect(),
            claims: all
                .list(section::CLAIMS)
                .iter()
                .flat_map(|it| it.split(" | "))
                .map(|it| words::lower(&words::words(it)))
                .collect(),
        }
    }

    /// Whether the word states no fact.
    pub(super) fn is_neutral(&self, lower: &str) -> bool {
        self.neutral.iter().any(|it| it == lower)
    }

    /// The number that the word says.
    pub(super) fn number(&self, lower: &str) -> Option<&'static str> {
        let found = self.numbers.iter().find(|(word, _)| *word == lower);
        found.map(|(_, value)| *value)
    }

    pub(super) fn is_date(&self, lower: &str) -> bool {
        self.dates.contains(&lower)
    }

    pub(super) fn is_denial(&self, lower: &str) -> bool {
        self.denials.contains(&lower)
    }

    pub(super) fn is_of_task(&self, lower: &str) -> bool {
        self.task.contains(&lower)
    }

    /// Who does it: the person named among so many words before the word at a place, in its sentence.
    pub(super) fn subject_before(
        &self,
        words: &[words::Word<'_>],
        at: usize,
        near: usize,
    ) -> Option<&'static str> {
        let mut before = in_sentence_before(words, at).take(near);
        before.find_map(|it| self.person(it))
    }

    /// Everybody who is named before the word at a place, in its sentence.
    pub(super) fn persons_before(&self, words: &[words::Word<'_>], at: usize) -> Vec<&'static str> {
        let before = in_sentence_before(words, at);
        before.filter_map(|it| self.person(it)).collect()
    }

    fn person(&self, word: &words::Word<'_>) -> Option<&'static str> {
        let lower = word.lower();
        let found = self.pronouns.iter().find(|(word, _)| *word == lower);
        found.map(|(_, person)| *person)
    }

    /// Whether a person is the writer, who is the first of the list.
    pub(super) fn is_writer(&self, person: &str) -> bool {
        self.pronouns.first().is_some_and(|(_, it)| *it == person)
    }

    /// Whether the word belongs to that form of address alone; one with a capital counts inside a
    /// sentence only.
    pub(super) fn is_form(&self, word: &words::Word<'_>, form: usize) -> bool {
        let lower = word.lower();
        self.forms.get(form).is_some_and(|all| {
            all.iter().any(|it| {
                let capital = it.starts_with(char::is_uppercase);
                if capital {
                    *it == word.text && !word.begins
                } else {
                    *it == lower
                }
            })
        })
    }
}

/// The words of the sentence before the one at a place, the nearest first.
fn in_sentence_before<'w, 't>(
    words: &'w [words::Word<'t>],
    at: usize,
) -> impl Iterator<Item = &'w words::Word<'t>> {
    let until = words.get(..=at).unwrap_or_default();
    let from = until.iter().rposition(|it| it.begins).unwrap_or_default();
    words.get(from..at).unwrap_or_default().iter().rev()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_list() {
        for language in Language::ALL {
            let it = Vocabulary::of(language);
            assert!(it.neutral.len() > 400, "{language:?}");
            assert!(it.endings.len() > 5, "{language:?}");
            assert!(it.numbers.len() > 20, "{language:?}");
            assert!(it.dates.len() > 20, "{language:?}");
            assert!(it.denials.len() > 5, "{language:?}");
            assert!(it.task.len() > 5, "{language:?}");
            assert!(it.pronouns.len() > 5, "{language:?}");
            assert!(it.claims.len() > 20, "{language:?}");
            assert!(it.is_writer(it.pronouns[0].0), "{language:?}");
            let two_forms = language != Language::English;
            assert_eq!(it.forms.iter().all(|it| !it.is_empty()), two_forms);
        }
    }

    #[test]
    fn our_own_sentences_claim_nothing() {
        for language in Language::ALL {
            let it = Vocabulary::of(language);
            for address in Address::ALL {
                let phrases = phrases::addressed(language, address);
                for (line, _) in phrases.all_sentences() {
                    let words = words::lower(&words::words(line));
                    let made = it.claims.iter().find(|claim| {
                        words
                            .windows(claim.len().max(1))
                            .any(|it| it == claim.as_slice())
                    });
                    assert_eq!(made, None, "{language:?} {line}");
                }
            }
        }
    }

    #[test]
    fn what_states_a_fact_is_not_neutral() {
        for language in Language::ALL {
            let it = Vocabulary::of(language);
            let lists = [&it.dates, &it.task];
            let stated = it.numbers.iter().map(|(word, _)| word);
            for word in lists.into_iter().flatten().chain(stated) {
                let listed = phrases::of(language).list(section::NEUTRAL);
                let mut listed = listed.iter().flat_map(|it| it.split_whitespace());
                assert!(!listed.any(|it| it == *word), "{language:?} {word}");
            }
        }
    }
}
