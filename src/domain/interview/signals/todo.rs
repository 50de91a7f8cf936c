//! Notes that begin with what is to be done: `Schedule 1:1s`, `Cancel Jenn interview`.

use super::{Reason, reason};
use crate::domain::interview::{
    scene::{Scene, Surroundings},
    text::list::List,
};

/// Verbs, folded, that begin a thing to be done; elsewhere in a title they are nouns (`interview
/// schedule`).
static VERBS: List = List::new(
    "\
    schedule|cancel|organise|organize|arrange|planen|erstellen|buchen|reserver|organiser|annuler|\
    programar|agendar|organizar|cancelar|reservar|prenotare|organizzare|annullare|inplannen|boka",
);

/// Those that begin names as well: `Plan International`, `Build A Bear`.
static OF_NAMES: List = List::new("create|book|draft|build|plan|write|finish|fix|clean");

/// A note to oneself begins with a verb.
pub(super) fn begins_with_verb(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    // `Plan, Inc.` and `Book: call` are names and headings.
    let named = || !title.is_large(1) && OF_NAMES.has(title.word(0));
    let verb = title.is_joined(1) && (VERBS.has(title.word(0)) || named());
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
            "build interview deck",
        ] {
            assert!(fires_on(begins_with_verb, title), "{title}");
        }
        for title in [
            "Interview schedule",
            "Schedule: interview Acme",
            "Acme interview, book room",
            "Plan International interview",
            "Book",
        ] {
            assert!(!fires_on(begins_with_verb, title), "{title}");
        }
        let host = who("Bo Ek", "bo@acme.example");
        let event = invited(event("Schedule interview"), host, &[]);
        assert!(fired(begins_with_verb, &event).is_none());
    }
}
