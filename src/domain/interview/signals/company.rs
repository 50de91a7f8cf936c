//! Whose people are on the event.

use super::{Reason, reason, standing};
use crate::domain::interview::{
    domains,
    guests::GuestKind,
    names::Likeness,
    scene::{Scene, Surroundings},
    segments::{self, Lead},
    text::{
        fold::fold,
        lexicon::Concept,
        reading::{Hit, Reading},
    },
    words::Families,
};

/// Another company invites the user.
pub(super) fn outside_company(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    if scene.is_organized_by_user() {
        return None;
    }
    let guest = scene
        .guests
        .iter()
        .filter(|guest| guest.is_outside(&around.own))
        .find(|it| it.company.as_ref().is_none_or(|it| around.may_hire(it)))?;
    reason(
        "outside_company",
        guest.company.as_deref().unwrap_or_default(),
        if guest.organizer { 1.1 } else { 0.8 },
    )
}

/// The user's own employer, or the user, calls the meeting.
pub(super) fn inside_meeting(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let host = scene
        .organizer()
        .and_then(|guest| guest.company.as_deref())
        .unwrap_or_default();
    if scene.is_organized_inside(&around.own) {
        return reason("inside_meeting", host, -1.5);
    }
    scene
        .is_organized_by_user()
        .then(|| reason("own_meeting", host, -0.8))
        .flatten()
}

/// A note to oneself that names a company: "Acme onsite", "chat w/ Priya @ Acme".
pub(super) fn own_note_names_company(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let alone = scene.is_own_note();
    if !alone {
        return None;
    }
    let parts = scene.parts();
    let named = |part: &&segments::Part| {
        !part.is_user
            && part.person != Likeness::Known
            && !part.concepts.any(&[Concept::RoleWord, Concept::Leader])
            && !is_errand(&part.text)
            && part
                .text
                .chars()
                .any(|c| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()))
    };
    let company = parts
        .iter()
        .filter(named)
        .find(|part| part.lead == Lead::At)
        .or_else(|| parts.iter().find(named))?;
    if scene.title_names_interview() {
        return reason("own_note", &company.text, 0.7);
    }
    let title = &scene.title;
    let step = title.hit(Concept::WeakStep);
    let bare_visit = parts.len() == 1
        && step.is_some_and(|hit| {
            let edge = hit.first == 0 || hit.first + hit.len == title.tokens.len();
            // "assessor on site": whoever works there writes two words.
            let site = !title.written(hit).contains(' ');
            // Tours are for visitors, too; "onsite" is said of a selection everywhere.
            let said = hit.families.meets(Families::ENGLISH);
            hit.concepts.has(Concept::Onsite) && edge && site && said
        });
    let weight = match (company.lead, step.is_some()) {
        // "onsite Tallgrass": nothing but the step and the company.
        (Lead::Start, true) if bare_visit => 2.4,
        (Lead::At, true) => 1.7,
        (Lead::With, true) => 1.9,
        // "coffee w/ Sana @ Brightdock (re: ops role)"
        (Lead::At, false) if title.has(Concept::Talk) && names_a_job(scene) => 4.4,
        (Lead::At, false) if title.has(Concept::Talk) => 1.4,
        _ => return None,
    };
    reason("own_note", &company.text, weight)
}

/// `Banca`, `Centro per l'impiego`: all of it says where a matter of money or an office is seen to.
fn is_errand(text: &str) -> bool {
    let read = Reading::new(text);
    let [hit] = read.hits.as_slice() else {
        return false;
    };
    hit.len == read.tokens.len() && hit.concepts.any(&[Concept::Commerce, Concept::Authority])
}

/// So many words has a note of a round at most.
const LONG: usize = 24;

/// A note to oneself of a numbered round with somebody of rank: "Solvane 3rd round, CEO".
pub(super) fn own_note_of_round(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    let alone = scene.is_own_note();
    if !alone
        || scene.title_names_interview()
        || title.has(Concept::WeakStep)
        || standing::names_something_else(scene)
    {
        return None;
    }
    // A long line holds any words.
    if title.tokens.len() > LONG {
        return None;
    }
    // One word ("first", "final") says nothing.
    let mut rounds = title.hits.iter();
    // Unless it is with somebody of rank: "final w/ founders".
    let ranked = title.has(Concept::Leader) && title.has(Concept::With);
    // `Teil 2` is one of any talk.
    let part = |hit: &Hit| title.word(hit.first) == "teil";
    let round = rounds
        .find(|hit| hit.concepts.has(Concept::Round) && (hit.len > 1 || ranked) && !part(hit))?;
    let parts = scene.parts();
    let met = title.has(Concept::Leader)
        || title.has(Concept::Department)
        || parts.iter().any(|part| part.person == Likeness::Known);
    // "2nd stage Halcyon": a name that no table knows, on a working day.
    let named = !scene.weekend
        && parts.iter().any(|part| {
            let written_large = part.text.chars().next().is_some_and(char::is_uppercase);
            part.concepts.is_empty() && written_large
        });
    let weight = match (met, named) {
        (true, _) => 4.3,
        (false, true) => 3.9,
        (false, false) => 3.0,
    };
    reason("own_note_round", title.written(round), weight)
}

/// The title has a bare word for a job: "re: ops role", "wegen Stelle".
fn names_a_job(scene: &Scene<'_>) -> bool {
    const WORDS: [&str; 16] = [
        "role",
        "job",
        "position",
        "vacancy",
        "stelle",
        "poste",
        "puesto",
        "vacante",
        "vaga",
        "ruolo",
        "functie",
        "vacature",
        "stanowisko",
        "tjanst",
        "stilling",
        "posizione",
    ];
    (0..scene.title.tokens.len()).any(|at| WORDS.contains(&scene.title.word(at)))
}

/// "Mira <> Kestrel Robotics, technical": the inviting company's name beside the user's.
pub(super) fn pairs_user_with_company(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    if !scene.title_pairs_user() || scene.is_organized_by_user() {
        return None;
    }
    let guest = scene
        .guests
        .iter()
        .find(|guest| guest.organizer && guest.is_outside(&around.own))?;
    let host = guest.company.as_deref()?;
    let label = domains::label(host);
    let named = scene
        .parts()
        .iter()
        .any(|part| !part.is_user && domains::label_fits(&part.text, label));
    let title = &scene.title;
    let step = title.has(Concept::Round)
        || title.has(Concept::WeakStep)
        || title.has(Concept::RoleWord)
        || title.has(Concept::Department);
    // Investors and suppliers write so to an address at work.
    let private = scene.is_privately_invited() || has_own_site(scene);
    let weight = match (step, private) {
        (true, true) => 4.0,
        (false, true) => 2.4,
        (true, false) => 3.0,
        (false, false) => 1.2,
    };
    named
        .then(|| reason("paired_with_company", host, weight))
        .flatten()
}

/// `theo@vandermolen.example` of Theo Vandermolen: an address of the user's own.
fn has_own_site(scene: &Scene<'_>) -> bool {
    let name = fold(&scene.user.name);
    scene.user.emails.iter().any(|email| {
        let label = domains::of_address(email).map(domains::label);
        label.is_some_and(|label| name.split(' ').any(|it| it.len() > 3 && label.contains(it)))
    })
}

/// Many people come: a talk, a fair or an all-hands.
pub(super) fn crowd(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let count = scene
        .guests
        .iter()
        .filter(|guest| guest.kind == GuestKind::Person)
        .count();
    (count > 9).then(|| reason("crowd", "", -1.5)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::signals::testing::{event, fired, fires_on, invited, who};

    #[test]
    fn another_company_counts() {
        let outside = invited(event("Talk"), who("Bo Ek", "bo@acme.example"), &[]);
        assert!(fired(outside_company, &outside).is_some());
        let free = invited(event("Talk"), who("Bo Ek", "bo@gmail.com"), &[]);
        assert!(fired(outside_company, &free).is_none());
    }

    #[test]
    fn the_users_own_invitations_are_not_another_companys() {
        let own = invited(
            event("Talk"),
            who("Mira Lund", "mira.lund@gmail.com"),
            &[who("Bo", "bo@acme.example")],
        );
        assert!(fired(outside_company, &own).is_none());
        assert!(fired(inside_meeting, &own).is_some());
    }

    #[test]
    fn notes_to_oneself_name_companies() {
        assert!(fires_on(own_note_names_company, "Acme onsite interview"));
        assert!(fires_on(own_note_names_company, "chat w/ Priya @ Acme"));
        // Where money or an office is seen to is no employer.
        assert!(!fires_on(own_note_names_company, "Banca, colloquio"));
        assert!(fires_on(own_note_names_company, "Banca Etica, colloquio"));
        for title in ["coffee with Priya", "dentist", "Acme", "interview"] {
            assert!(!fires_on(own_note_names_company, title), "{title}");
        }
    }

    #[test]
    fn names_set_beside_each_other_count_when_one_invites_the_other() {
        let from = |title: &str, address: &str| {
            let me = who("Mira Lund", "mira.lund@gmail.com");
            fired(
                pairs_user_with_company,
                &invited(event(title), who("Otto Bly", address), &[me]),
            )
        };
        for title in [
            "Mira <> Kestrel Robotics, technical",
            "Kestrel x Mira",
            "Mira / Kestrel: intro",
        ] {
            assert!(
                from(title, "otto@kestrelrobotics.example").is_some(),
                "{title}"
            );
        }
        assert!(from("Mira <> Kestrel", "otto@gmail.com").is_none());
        assert!(from("Mira & Kestrel dinner", "otto@kestrel.example").is_none());
        assert!(from("Otto <> Bea", "otto@kestrel.example").is_none());
    }

    #[test]
    fn crowds_are_no_interviews() {
        let guests: Vec<_> = (0..12)
            .map(|n| who("", &format!("p{n}@acme.example")))
            .collect();
        assert!(
            fired(
                crowd,
                &invited(event("Talk"), who("", "a@acme.example"), &guests)
            )
            .is_some()
        );
        assert!(
            fired(
                crowd,
                &invited(event("Talk"), who("", "a@acme.example"), &guests[..4])
            )
            .is_none()
        );
    }
}
