//! Asking how an interview went: `how did her Acme interview go?`.

use super::{Reason, reason};
use crate::domain::interview::scene::{Scene, Surroundings};

/// What such questions begin with, folded; the last word may go on.
const QUESTIONS: [&[&str]; 30] = [
    &["how", "did"],
    &["how", "was"],
    &["how", "d"],
    &["wie", "lief"],
    &["wie", "war"],
    &["comment", "s", "est", "pass"],
    &["comment", "ca", "s", "est", "pass"],
    &["comment", "etait"],
    &["como", "le", "fue"],
    &["como", "te", "fue"],
    &["que", "tal", "la"],
    &["que", "tal", "su"],
    &["que", "tal", "le"],
    &["com", "e", "andat"],
    &["come", "e", "andat"],
    &["com", "era"],
    &["como", "foi"],
    &["hoe", "ging"],
    &["hoe", "was"],
    &["jak", "posz"],
    &["jak", "bylo"],
    &["hur", "gick"],
    &["hur", "var"],
    &["hvordan", "gik"],
    &["hvordan", "var"],
    &["miten", "men"],
    &["как", "прош"],
    &["jak", "dopad"],
    &["nasil", "gecti"],
    &["hogy", "sikerult"],
];

/// The same where words stand without spaces, and in Korean.
const UNSPACED: [&str; 4] = ["どうだった", "어땠", "怎么样", "怎麼樣"];

/// Somebody, maybe the user, is to be asked.
pub(super) fn how_it_went(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    if !scene.title_names_interview() {
        return None;
    }
    let begins = |at: usize, phrase: &[&str]| {
        phrase.split_last().is_some_and(|(last, words)| {
            let mut ahead = words.iter().zip(at..);
            ahead.all(|(word, at)| title.word(at) == *word)
                && title.word(at + words.len()).starts_with(last)
        })
    };
    let spaced = (0..title.tokens.len()).any(|at| QUESTIONS.iter().any(|it| begins(at, it)));
    let original = title.original();
    (spaced || UNSPACED.iter().any(|it| original.contains(it)))
        .then(|| reason("debrief", original, -4.5))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::signals::testing::{event, fired, fires_on};

    #[test]
    fn asking_afterwards_is_told_in_many_languages() {
        for title in [
            "Coffee w/ Bea, how did her Corvane interview go??",
            "Call Tom - how was the interview",
            "Anruf Julia: wie lief das Vorstellungsgespräch?",
            "Appeler Léa, comment s'est passé l'entretien ?",
            "¿Qué tal le fue a Rocío en la entrevista?",
            "sentire Davide, com'è andato il colloquio",
            "como foi a entrevista da Bia?",
            "Sanne bellen, hoe ging het sollicitatiegesprek",
            "ring Kalle, hur gick intervjun",
            "telefon Ola: jak poszła rozmowa kwalifikacyjna",
            "面接どうだったか聞く",
        ] {
            assert!(fires_on(how_it_went, title), "{title}");
        }
    }

    #[test]
    fn other_words_are_no_such_question() {
        for title in [
            "Interview Corvane",
            "How to interview",
            "interview: ask how big the team is",
            "Wie Werbung interview",
            "How did dinner go",
        ] {
            assert!(!fires_on(how_it_went, title), "{title}");
        }
        let mut letter = event("Interview Corvane");
        letter.description = "Tell me how it went, how did the interview go?".into();
        assert!(fired(how_it_went, &letter).is_none());
    }
}
