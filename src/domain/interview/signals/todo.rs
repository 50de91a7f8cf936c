//! Notes that begin with what is to be done: `Schedule 1:1s`, `Cancel Jenn interview`.

use super::{Reason, reason};
use crate::domain::interview::{
    scene::{Scene, Surroundings},
    text::{lexicon::Concept, list::List},
};

/// Verbs, folded, that begin a thing to be done and no names; elsewhere in a title they are nouns
/// (`interview schedule`).
static VERBS: List = List::new(
    "\
    schedule|cancel|organise|organize|arrange|organiser|annuler|programar|agendar|organizar|cancelar|\
    organizzare|annullare|inplannen|demander|rediger|envoyer|relancer|ecrire|pedir|enviar|escribir|\
    redactar|escrever|redigir|scrivere|inviare|chiedere|sollecitare",
);

/// A note to oneself begins with a verb.
pub(super) fn begins_with_verb(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    let named = [Concept::Interview, Concept::JobInterview];
    let interview = title.hits.iter().find(|it| it.concepts.any(&named));
    // `Organizar CV, entrevista Acme`: the verb is of something else.
    let same = interview.is_none_or(|it| (1..=it.first).all(|at| title.is_joined(at)));
    // `Schedule: call` is a heading, `Schedule Inc` a name.
    let verb =
        VERBS.has(title.word(0)) && title.is_joined(1) && same && !title.has(Concept::LegalForm);
    (verb && scene.is_own_note())
        .then(|| reason("chore", title.span(0, 1), -3.2))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::signals::testing::{event, fired, fires_on, invited, who};

    #[test]
    fn things_to_be_done_are_no_interviews() {
        for title in [
            "Schedule blocks & create interview prompts",
            "Cancel Jenn interview",
            "Organiser entretien",
        ] {
            assert!(fires_on(begins_with_verb, title), "{title}");
        }
        for title in [
            "Interview schedule",
            "Schedule: interview Acme",
            "Acme interview, book room",
            "Plan International interview",
            "Organizar CV, entrevista Acme",
            "Schedule Inc interview",
            "Book",
        ] {
            assert!(!fires_on(begins_with_verb, title), "{title}");
        }
        let host = who("Bo Ek", "bo@acme.example");
        let event = invited(event("Schedule interview"), host, &[]);
        assert!(fired(begins_with_verb, &event).is_none());
    }
}
