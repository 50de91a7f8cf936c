//! Notes to oneself that say more while the user looks for a job.

use super::{Reason, reason, standing};
use crate::domain::interview::{
    leaning,
    names::Likeness,
    scene::{self, Scene, Surroundings},
    segments::{Lead, Part},
    text::{fold::is_unspaced, lexicon::Concept, reading::Reading},
};

/// Trades that people call for themselves: whoever notes a plumber has a leak.
const CALLED_FOR: [Concept; 3] = [Concept::Medical, Concept::Housing, Concept::Errand];

/// A talk with somebody, and a role set off from them: "Zoom w/ Acme (sous chef)".
pub(super) fn role_talk(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    let possible = scene.is_own_note()
        && scene.minutes.is_some()
        && scene::may_be_talk_about_role(title.meanings())
        && !title.has(Concept::Hiring)
        && !title.meanings().any(&CALLED_FOR)
        && !title
            .meanings()
            .any(&[Concept::Networking, Concept::Acquaintance])
        && !scene.title_names_interview()
        && !standing::names_something_else(scene);
    if !possible {
        return None;
    }
    // `Gartner` is a gardener elsewhere.
    let mut roles = title.hits.iter();
    if !roles
        .any(|it| it.concepts.has(Concept::RoleWord) && !standing::is_foreign(scene, title, it))
    {
        return None;
    }
    let parts = scene.parts();
    let role = parts.iter().position(is_set_off_role)?;
    if tells_of_person(parts, role) {
        return None;
    }
    let other = parts
        .iter()
        .enumerate()
        .any(|(at, part)| at != role && (is_name(part) || names_whose_leader(part)));
    if !other {
        return None;
    }
    let weight = if around.is_time_of_search(scene.event) {
        4.2
    } else {
        2.0
    };
    let role = parts.get(role).map(|it| it.text.as_str());
    reason("title_role", role.unwrap_or_default(), weight)
}

/// Somebody of another company asks the user in at a private address, alone or with few.
pub(super) fn private_invitation(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let possible = scene.is_privately_invited() && !scene.event.recurring && !scene.weekend;
    if !possible || !around.is_time_of_search(scene.event) || scene.title_names_interview() {
        return None;
    }
    let title = &scene.title;
    if title.meanings().any(&[Concept::School, Concept::Housing]) {
        return None;
    }
    let host = scene.organizer()?;
    let talk = scene.title_names_user()
        || title.meanings().any(&[
            Concept::Talk,
            Concept::Leader,
            Concept::Department,
            Concept::WeakStep,
            Concept::RoleWord,
        ]);
    let asked = scene
        .body
        .meanings()
        .any(&[Concept::ToCandidate, Concept::Hiring]);
    let weight = match (talk, asked) {
        (true, true) => 2.2,
        (true, false) => 1.5,
        (false, true) => 1.2,
        (false, false) => return None,
    };
    let company = host.company.as_deref().unwrap_or_default();
    host.is_outside(&around.own)
        .then(|| reason("outside_company", company, weight))
        .flatten()
}

/// A bare note of an interview, by somebody who clearly looks for a job.
pub(super) fn bare_interview(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let bare = scene.is_own_note() && scene.minutes.is_some() && scene.title_names_interview();
    (bare && leaning::tells_itself(scene) && around.leaning.is_search(scene.event))
        .then(|| reason("time_of_search", "", 1.2))
        .flatten()
}

/// One of several talks on one day to which another company asks the user by name: a loop.
pub(super) fn loop_slot(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let company = around.loop_of(scene.event)?;
    let weight = if around.is_time_of_search(scene.event) {
        2.6
    } else {
        1.6
    };
    reason("loop_slot", company, weight)
}

/// A step whose words are used elsewhere, too, with somebody's name, among interviews.
pub(super) fn step_in_search(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    let alone = scene.is_own_note()
        && scene.minutes.is_some()
        && (!scene.weekend || title.has(Concept::Leader))
        && !scene.title_names_interview()
        && !title.has(Concept::Hiring);
    if !alone || !title.has(Concept::WeakStep) || !around.is_time_of_search(scene.event) {
        return None;
    }
    let mut parts = scene.parts().iter();
    let name = parts.find(|it| is_name(it) || names_whose_leader(it) || is_set_off_role(it))?;
    let mut steps = title.hits.iter();
    let several = steps.any(|it| {
        let unspaced = title.written(it).chars().any(is_unspaced);
        it.concepts.has(Concept::WeakStep) && it.len > if unspaced { 2 } else { 1 }
    });
    let sure = several
        || begins_with_abbreviation(scene)
        || title.meanings().any(&[
            Concept::Phone,
            Concept::Video,
            Concept::Round,
            Concept::RoleWord,
            Concept::Leader,
            Concept::Department,
        ]);
    // Two characters are a step of much else, too.
    let grown = [
        Concept::OrgWord,
        Concept::LegalForm,
        Concept::Medical,
        Concept::School,
    ];
    let shouted = name.text.chars().count() > 1 && !name.text.chars().any(char::is_lowercase);
    let shown = is_of_much(title) && !name.concepts.any(&grown) && !shouted
        || title.original().chars().any(is_unspaced);
    let weight = match (sure, shown) {
        (true, _) => 2.2,
        (false, true) => 0.8,
        (false, false) => 1.8,
    };
    reason("own_note", &name.text, weight)
}

/// "Screening: Dune", `Vorstellung Faust`, `Essai Tesla`: words of shows, shops and schools.
fn is_of_much(title: &Reading) -> bool {
    const WORDS: [&str; 11] = [
        "screening",
        "vorstellung",
        "presentation",
        "presentacion",
        "presentacao",
        "presentazione",
        "prueba",
        "assessment",
        "kennenlernen",
        "essai",
        "jour",
    ];
    (0..title.tokens.len()).any(|at| WORDS.contains(&title.word(at)))
}

/// `VG Stadtwerke`: a step in capitals, and a name right after it.
fn begins_with_abbreviation(scene: &Scene<'_>) -> bool {
    let title = &scene.title;
    let next = title.is_joined(1);
    let first = title.hits.first().filter(|it| it.first == 0 && it.len == 1);
    next && first.is_some_and(|it| {
        let written = title.written(it);
        it.concepts.has(Concept::WeakStep) && written.chars().all(char::is_uppercase)
    })
}

fn is_set_off_role(part: &Part) -> bool {
    let set_off = matches!(
        part.lead,
        Lead::For | Lead::Bracket | Lead::Mark | Lead::List
    );
    set_off
        && !part.is_user
        && part.person != Likeness::Known
        && part.concepts.has(Concept::RoleWord)
}

/// `coffee with Nuria (postdoc at Acme)`: what somebody is, and where.
fn tells_of_person(parts: &[Part], role: usize) -> bool {
    let met = role.checked_sub(1).and_then(|it| parts.get(it));
    let met = met.is_some_and(|it| it.lead == Lead::With || it.person == Likeness::Known);
    let bracket = parts.get(role).is_some_and(|it| it.lead == Lead::Bracket);
    let somewhere = parts.get(role + 1).is_some_and(|it| it.lead == Lead::At);
    met && bracket && somewhere
}

/// Somebody or some company, written as names are.
fn is_name(part: &Part) -> bool {
    let bicameral = |c: char| c.is_lowercase() || c.is_uppercase();
    let mut letters = part.text.chars().filter(|c| c.is_alphabetic());
    let large = letters
        .next()
        .is_some_and(|c| c.is_uppercase() || !bicameral(c));
    large && !part.is_user && !part.concepts.any(&[Concept::RoleWord, Concept::Leader])
}

/// "Directora residencia Los Tilos": somebody of rank, and of what.
fn names_whose_leader(part: &Part) -> bool {
    if !part.concepts.has(Concept::Leader) || part.concepts.has(Concept::RoleWord) {
        return false;
    }
    let words = Reading::new(&part.text);
    let mut unknown = (0..words.tokens.len()).filter(|at| {
        let written = words.span(*at, at + 1);
        let first = written.chars().next();
        let name = first.is_some_and(|c| c.is_uppercase() || is_unspaced(c));
        name && words.meaning(*at).is_empty()
    });
    let unspaced = part.text.chars().any(is_unspaced);
    unknown.nth(usize::from(unspaced)).is_some()
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::{
        Signal,
        testing::{event, invited, user, who},
    };

    fn weight(signal: Signal, title: &str, days: &[i64]) -> f64 {
        let event = event(title);
        let user = user();
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        let today = scene::day_of(&event);
        let around = Surroundings {
            days: days
                .iter()
                .map(|it| (today + it, format!("other {it}")))
                .collect(),
            ..Surroundings::default()
        };
        signal(&scene, &around).map_or(0.0, |it| it.weight)
    }

    #[test]
    fn talks_about_roles_say_much_among_interviews_only() {
        for title in [
            "Zoom w/ Acme (sous chef)",
            "Call with Rekha - data engineer",
            "Video call Larkspur - UX designer",
        ] {
            assert!(weight(role_talk, title, &[-3, 9]) > 4.0, "{title}");
            assert!(weight(role_talk, title, &[]) < 2.1, "{title}");
            assert!(weight(role_talk, title, &[-3]) < 2.1, "{title}");
            assert!(weight(role_talk, title, &[-300, 200]) < 2.1, "{title}");
        }
    }

    #[test]
    fn other_talks_are_none() {
        for title in [
            "Call the accountant",
            "Zoom with the engineers",
            "Call mum",
            "Acme (sous chef)",
            "call - designer",
        ] {
            assert!(weight(role_talk, title, &[-3, 9]) < 0.1, "{title}");
        }
        let user = user();
        let theirs = invited(
            event("Call with Rekha - data engineer"),
            who("Bo", "bo@acme.example"),
            &[],
        );
        let scene = Scene::new(&theirs, &user, &TimeZone::UTC);
        assert!(role_talk(&scene, &Surroundings::default()).is_none());
    }

    #[test]
    fn private_invitations_say_much_among_interviews_only() {
        let user = user();
        let judge = |title: &str, address: &str, days: &[i64]| {
            let event = invited(event(title), who("Otto Bly", address), &[]);
            let scene = Scene::new(&event, &user, &TimeZone::UTC);
            let today = scene::day_of(&event);
            let days = days.iter().map(|it| (today + it, format!("other {it}")));
            let around = Surroundings {
                days: days.collect(),
                ..Surroundings::default()
            };
            private_invitation(&scene, &around).is_some()
        };
        assert!(judge("Chat with Otto", "otto@acme.example", &[-4, 6]));
        assert!(judge("Mira / Otto 30min", "otto@acme.example", &[-4, 6]));
        assert!(!judge("Chat with Otto", "otto@acme.example", &[]));
        assert!(!judge("Chat with Otto", "otto@gmail.com", &[-4, 6]));
        assert!(!judge("Your parcel", "otto@acme.example", &[-4, 6]));
    }

    #[test]
    fn steps_need_a_name_and_interviews_around() {
        assert!(weight(step_in_search, "System design - Acme", &[1, 2]) > 1.0);
        assert!(weight(step_in_search, "Screening: Dune", &[1, 2]) < 1.0);
        assert!(weight(step_in_search, "System design - Acme", &[]) < 0.1);
        assert!(weight(step_in_search, "system design", &[1, 2]) < 0.1);
        for title in [
            "VG Stadtwerke Nord",
            "görüşme klinik (sekreter)",
            "Vorstellung Chefarzt Klinik Nord",
        ] {
            assert!(weight(step_in_search, title, &[1, 2]) > 2.0, "{title}");
            assert!(weight(step_in_search, title, &[]) < 0.1, "{title}");
        }
        for title in ["Vg Stadtwerke Nord", "VG: Stadtwerke Nord"] {
            assert!(weight(step_in_search, title, &[1, 2]) < 2.0, "{title}");
        }
    }

    #[test]
    fn leaders_are_named_by_what_they_lead() {
        let title = "Directora residencia Los Tilos (cocinera)";
        assert!(weight(role_talk, title, &[-3, 9]) > 4.0);
        assert!(weight(role_talk, "director (cocinera)", &[-3, 9]) < 0.1);
    }

    #[test]
    fn what_somebody_is_elsewhere_is_no_talk_about_a_role() {
        assert!(weight(role_talk, "coffee with Nuria (engineer at Acme)", &[-3, 9]) < 0.1);
        assert!(weight(role_talk, "call with Nuria (engineer)", &[-3, 9]) > 4.0);
    }

    #[test]
    fn several_talks_of_one_company_on_one_day_are_a_loop() {
        let user = user();
        let asked = |title: &str, address: &str, uid: &str| {
            let mut event = invited(event(title), who("Bo Ek", address), &[]);
            event.uid = uid.to_owned();
            event
        };
        let confidence = |events: &[crate::domain::calendar::event::Event]| {
            let all = crate::domain::interview::assessment::assess(events, &user, &TimeZone::UTC);
            all.first().map_or(0.0, |it| it.verdict.confidence)
        };
        let one = || asked("Mira Lund / Ann Holm", "bo@acme.example", "1");
        let other = asked("Mira Lund / Cy Dahl", "bo@acme.example", "2");
        let elsewhere = asked("Mira Lund / Cy Dahl", "bo@other.example", "2");
        let alone = confidence(&[one()]);
        assert!(confidence(&[one(), other]) > alone + 0.1);
        assert!(confidence(&[one(), elsewhere]) < alone + 0.01);
    }
}
