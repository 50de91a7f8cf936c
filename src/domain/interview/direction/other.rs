//! Whether somebody else is the candidate of an event.

use crate::domain::interview::{
    Reason,
    names::{self, Likeness},
    scene::{Scene, Surroundings},
    segments::{self, Lead},
    signals::{self, reason},
    text::{
        lexicon::Concept,
        reading::{Hit, Reading},
    },
};

/// Another person is the candidate: named in the title beside a role, with a private address, or
/// with nobody from outside to be the interviewer.
pub(super) fn candidate(scene: &Scene<'_>, around: &Surroundings) -> Vec<Reason> {
    let mut out = Vec::new();
    if scene.title_names_user() {
        return out;
    }
    let parts = scene.parts();
    let named: Vec<_> = parts
        .iter()
        // `Zahnarztpraxis Dr. Okur`: whom it belongs to.
        .filter(|part| part.person == Likeness::Known && !part.concepts.has(Concept::OrgWord))
        .filter(|part| !part.is_user && !owns(scene.title.original(), &part.text))
        .collect();
    let private = scene.people().find(|guest| {
        guest.company.is_none()
            && guest.name.as_deref().is_some_and(|name| {
                parts
                    .iter()
                    .any(|part| names::same_person(&part.text, name))
            })
    });
    if let Some(guest) =
        private.filter(|_| !scene.has_outside_guest(&around.own) || scene.is_organized_by_user())
    {
        out.extend(reason(
            "other_candidate",
            guest.name.as_deref().unwrap_or_default(),
            -3.0,
        ));
        return out;
    }
    let Some(person) = named.first() else {
        return out;
    };
    // Nobody notes a call for somebody else.
    let own = scene.is_own_note();
    let talk = scene.title.has(Concept::Talk) || scene.title.has(Concept::Phone);
    if own && talk && !scene.title_names_interview() {
        return out;
    }
    let outside = scene.has_outside_guest(&around.own);
    let interviewer = outside
        && scene.people().any(|guest| {
            guest
                .name
                .as_deref()
                .is_some_and(|name| names::same_person(&person.text, name))
        });
    // `round 2 (Rajat + Cheryl)`: an own note lists whom the user meets.
    // `meeting with the CEO (Dr. Renn)`: another company's invitation does, too.
    let theirs = scene
        .organizer()
        .is_none_or(|it| it.is_outside(&around.own));
    // `Karla (recruiter)`: what they do is told.
    let at = parts.iter().position(|it| std::ptr::eq(it, *person));
    let told = at.and_then(|it| parts.get(it + 1)).is_some_and(|it| {
        let others = [Concept::Hiring, Concept::Leader, Concept::Department];
        it.lead == Lead::Bracket && (it.concepts.any(&others) || it.led_by.any(&others))
    });
    let listed = told
        || matches!(person.lead, Lead::Bracket | Lead::List)
            && (scene.guests.is_empty() || theirs && scene.organizer().is_some());
    if interviewer
        || listed
        || person.lead == Lead::With
        || (outside && scene.body.has(Concept::ToCandidate))
    {
        return out;
    }
    // A list of applicants has their names in full.
    let role = names::is_name_of_forms(&person.text)
        || parts.iter().any(|part| {
            part.concepts.has(Concept::RoleWord) || (part.lead == Lead::For && !is_name(part))
        });
    if own && is_caller(&scene.title, &person.text) {
        return out;
    }
    // `Larkhill Grange (nurse), Bo`: the third is who they work for.
    let third = parts.iter().any(|part| {
        let known = [Concept::RoleWord, Concept::Leader, Concept::Department];
        own && part.person != Likeness::Known && is_name(part) && !part.concepts.any(&known)
    });
    let company = third || parts.iter().any(|part| part.lead == Lead::At);
    // "Kinga interview at the pharmacy": nobody writes so of whom they meet.
    let leads = own
        && begins_with(&scene.title, &person.text)
        && !signals::concerns_known_employer(scene, around);
    let weight = match (outside, role, company) {
        (false, ..) if leads => -2.0,
        (false, true, false) => -3.2,
        (true, true, _) => -1.0,
        (false, false, false) => -1.0,
        _ => -0.3,
    };
    out.extend(reason("other_candidate", &person.text, weight));
    out
}

/// A name at the start, and the word for an interview right behind it.
fn begins_with(title: &Reading, name: &str) -> bool {
    let words = Reading::new(name).tokens.len();
    let named = [Concept::Interview, Concept::JobInterview, Concept::Step];
    title.original().trim_start().starts_with(name)
        && title.meaning(words).any(&named)
        && title.is_joined(words)
}

/// `Dr Ellison's`: what belongs to somebody is a practice or a shop.
fn owns(title: &str, name: &str) -> bool {
    if name.ends_with("'s") || name.ends_with("’s") {
        return true;
    }
    let after = title.split_once(name).map_or("", |(_, after)| after);
    let ending = after.strip_prefix(['\'', '’']).unwrap_or_default();
    let ended = ending.strip_prefix(['s', 'S']);
    let alone = name.ends_with('s') && ending.starts_with(' ');
    alone || ended.is_some_and(|it| !it.starts_with(char::is_alphanumeric))
}

/// `Yasmin will ring`: who calls the user is no candidate.
fn is_caller(title: &Reading, name: &str) -> bool {
    let calls = |hit: &&Hit| {
        let before = hit.first.checked_sub(1);
        let before = before.map_or("", |at| title.span(at, at + 1));
        hit.concepts.has(Concept::Phone)
            && !hit
                .concepts
                .any(&[Concept::Interview, Concept::JobInterview])
            && !before.is_empty()
            && name.ends_with(before)
    };
    title.hits.iter().any(|hit| calls(&hit))
}

/// `de Solaria`: written large, it is no role.
fn is_name(part: &segments::Part) -> bool {
    part.text.chars().next().is_some_and(char::is_uppercase)
}
