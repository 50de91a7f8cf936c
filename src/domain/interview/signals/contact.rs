//! Somebody of an interview elsewhere, in a note of the user's own: `Katja Drews rings again`.

use super::{Reason, process, reason, standing};
use crate::domain::interview::{
    given_names::is_given_name,
    names,
    scene::{Scene, Surroundings},
    text::{fold::fold, lexicon::Concept},
};

/// The user notes a talk with somebody who is on an interview elsewhere: by the full name, or by
/// the family name and a word for the talk.
pub(super) fn known_person(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let possible = !around.people.is_empty()
        && scene.is_own_note()
        && scene.minutes.is_some()
        && !scene.weekend
        && !scene.title_names_interview()
        && !standing::names_something_else(scene)
        && process::known_employer(scene, around).is_none();
    if !possible {
        return None;
    }
    let talk = [Concept::Talk, Concept::Phone, Concept::Video]
        .iter()
        .any(|it| scene.title.has(*it));
    let known = || {
        around
            .people
            .iter()
            .filter(|it| it.is_told_beside(scene.event))
    };
    let title = &scene.title;
    let folded = fold(title.original());
    let whole = known().find(|it| folded.contains(&fold(&it.name)));
    if let Some(person) = whole {
        return reason("known_person", &person.name, if talk { 4.2 } else { 3.6 });
    }
    let family = || {
        known().find(|it| {
            let name = names::Compared::new(&it.name);
            let last = fold(it.name.rsplit(' ').next().unwrap_or_default());
            last.chars().count() > 3
                && !is_given_name(&last)
                && scene.parts().iter().any(|part| {
                    !part.is_user
                        && fold(&part.text).split(' ').any(|word| word == last)
                        && name.may_be(&names::Compared::new(&part.text))
                })
        })
    };
    let person = Some(()).filter(|()| talk).and_then(|()| family())?;
    reason("known_person", &person.name, 3.2)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::{
        scene::{Known, day_of},
        signals::testing::{event, user},
    };

    fn weight(title: &str) -> f64 {
        let event = event(title);
        let user = user();
        let around = Surroundings {
            people: vec![Known::new("Katja Drewsen", day_of(&event), "another")],
            ..Surroundings::default()
        };
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        known_person(&scene, &around).map_or(0.0, |it| it.weight)
    }

    #[test]
    fn who_is_met_elsewhere_is_known() {
        for title in ["Katja Drewsen again", "call Katja Drewsen", "Drewsen calls"] {
            assert!(weight(title) > 3.0, "{title}");
        }
    }

    #[test]
    fn others_and_other_things_are_not() {
        for title in [
            "call Katja",
            "Katja Holm again",
            "Drewsen",
            "offer call Katja Drewsen",
            "Interview Katja Drewsen",
            "lunch",
        ] {
            assert!(weight(title) < 0.1, "{title}");
        }
    }
}
