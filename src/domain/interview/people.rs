//! Interviewers, coordinator and main contact.
//!
//! The organizing recruiter coordinates when somebody else interviews; when the organizer is the
//! only other person, he or she is the interviewer. Machines, rooms and no-reply senders are nobody.

mod both;
mod nobody;
#[cfg(test)]
mod tests;
mod titled;

pub(crate) use self::titled::is_caller;

use super::{
    Part as Role, Participant,
    employer::arranges_for_client,
    guests::{Guest, GuestKind},
    itinerary::{self, Named, Place},
    names::{self, Likeness},
    scene::Scene,
    segments::Part,
    text::{lexicon::Concept, reading::Reading},
};

/// Everybody to thank: interviewers in order, then the coordinator.
#[must_use]
pub(crate) fn people(
    scene: &Scene<'_>,
    parts: &[Part],
    employer: Option<&str>,
) -> Vec<Participant> {
    let text = own_slot(scene);
    let text = text.as_deref().unwrap_or(scene.body.original());
    let is_user = |name: &str| scene.is_user_name(name) || nobody::is_called(scene, text, name);
    let mut named: Vec<Named> = itinerary::people(text)
        .into_iter()
        .filter(|named| !is_user(&named.name) && employer != Some(named.name.as_str()))
        .collect();
    let titled = titled::in_title(scene, parts, employer);
    let nobody = titled.is_empty()
        && named.iter().all(|it| it.place != Place::Listed)
        && scene.people().next().is_none();
    let told = itinerary::told(&scene.body, scene.is_own_note());
    for it in told.into_iter().filter(|it| it.sure || nobody) {
        let is_company = employer.is_some_and(|name| name.contains(&it.named.name));
        let is_organizer = scene.organizer().is_some_and(|who| {
            let name = who.name.as_deref();
            name.is_some_and(|name| names::same_person(name, &it.named.name))
        });
        let known = named
            .iter_mut()
            .find(|one| names::same_person(&one.name, &it.named.name));
        match known {
            Some(known) if it.beside || known.place == Place::Listed => {
                known.place = Place::Listed;
                known.title = known.title.take().or(it.named.title);
            }
            None if !is_company && !is_user(&it.named.name) && (!is_organizer || it.beside) => {
                named.push(it.named);
            }
            _ => {}
        }
    }
    let titles = employer
        .filter(|_| scene.is_own_note())
        .map(|_| itinerary::callers(scene.title.original(), true));
    let callers = itinerary::callers(text, false).into_iter();
    for caller in callers.chain(titles.into_iter().flatten()) {
        if employer.is_some_and(|it| it.contains(&caller.name)) {
            continue;
        }

        let known = named
            .iter()
            .any(|it| it.place == Place::Listed && names::same_person(&it.name, &caller.name));
        if !known && !is_user(&caller.name) {
            named.push(caller);
        }
    }
    let mut organizer = None;
    let mut interviewers: Vec<Participant> = Vec::new();
    for guest in scene.guests.iter().filter(|guest| !guest.declined) {
        match guest.kind {
            GuestKind::Person if guest.organizer => organizer = Some(participant(guest)),
            GuestKind::Person => add(&mut interviewers, participant(guest)),
            _ => {}
        }
    }
    let mut coordinator: Option<Participant> = None;
    let mut organizer_named = false;
    for named in &named {
        let person = Participant {
            name: Some(named.name.clone()),
            email: None,
            title: named.title.clone(),
            part: Role::Interviewer,
            main_contact: None,
        };
        let is_organizer = organizer.as_ref().is_some_and(|who| is_same(who, &person));
        if is_organizer {
            if let Some(who) = &mut organizer {
                who.title = who.title.take().or(named.title.clone());
                who.name = longer(who.name.take(), Some(named.name.clone()));
            }
            organizer_named |= named.place == Place::Listed;
        } else if named.place == Place::Listed
            || interviewers.iter().any(|who| is_same(who, &person))
        {
            add(&mut interviewers, person);
        } else if coordinator.is_none() {
            let mut person = person;
            // `Pilar`, from the mailbox of Pilar Otero.
            let mailbox = scene.organizer().and_then(|it| it.name.clone());
            let whole = mailbox.filter(|it| {
                names::likeness(it) == Likeness::Known && names::same_person(it, &named.name)
            });
            person.name = longer(person.name, whole);
            coordinator = Some(person);
        }
    }
    for person in titled {
        match &mut organizer {
            Some(who) if is_same(who, &person) => {
                organizer_named = true;
                who.title = who.title.take().or(person.title);
            }
            _ => add(&mut interviewers, person),
        }
    }
    if let Some(who) = organizer {
        if organizer_named || both::says_so(scene.body.original(), &interviewers) {
            interviewers.insert(0, who);
        } else if interviewers.is_empty()
            && !is_slot_of_others(scene)
            && !employer.is_some_and(|it| arranges_for_client(scene, it))
        {
            // The writer of a note from a mailbox or the only other person.
            match coordinator.take() {
                Some(writer) if !is_person(&who) => interviewers.push(Participant {
                    email: who.email,
                    ..writer
                }),
                _ => interviewers.push(who),
            }
        } else {
            coordinator = Some(who);
        }
    } else if interviewers.is_empty() {
        interviewers.extend(coordinator.take());
    }
    finish(interviewers, coordinator)
}

/// The description without the lines of other slots of the day.
fn own_slot(scene: &Scene<'_>) -> Option<String> {
    let invited: Vec<&str> = scene
        .people()
        .filter(|guest| !guest.organizer)
        .filter_map(|guest| guest.name.as_deref())
        .collect();
    itinerary::of_slot(scene.body.original(), &scene.title, scene.minutes, &invited)
}

/// A slot of a day in which others talk to the user: `(2/3)`, `panel`, `loop`.
fn is_slot_of_others(scene: &Scene<'_>) -> bool {
    let title = scene.title.original();
    // Of three the second, and not shifts of eight days and six.
    let digit = |it: Option<char>| it.and_then(|it| it.to_digit(10));
    let numbered = title.match_indices('/').any(|(at, _)| {
        let number = digit(title.get(..at).and_then(|it| it.chars().next_back()));
        let count = digit(title.get(at + 1..).and_then(|it| it.chars().next()));
        number
            .zip(count)
            .is_some_and(|(number, count)| number <= count)
    });
    let words = ["panel", "loop", "committee"];
    numbered || (0..scene.title.tokens.len()).any(|at| words.contains(&scene.title.word(at)))
}

fn is_person(who: &Participant) -> bool {
    who.name
        .as_deref()
        .is_some_and(|name| names::likeness(name) > Likeness::No)
}

fn participant(guest: &Guest) -> Participant {
    Participant {
        name: guest.name.clone(),
        email: guest.email.clone(),
        title: None,
        part: Role::Interviewer,
        main_contact: None,
    }
}

fn add(list: &mut Vec<Participant>, person: Participant) {
    match list.iter_mut().find(|known| is_same(known, &person)) {
        Some(known) => merge(known, person),
        None => list.push(person),
    }
}

/// Whether two entries are one person.
#[must_use]
pub(crate) fn is_same(one: &Participant, other: &Participant) -> bool {
    if let (Some(one), Some(other)) = (&one.email, &other.email) {
        return one == other;
    }
    match (&one.name, &other.name) {
        (Some(one), Some(other)) => names::same_person(one, other),
        _ => false,
    }
}

/// Takes over from `other` what `known` lacks.
pub(crate) fn merge(known: &mut Participant, other: Participant) {
    known.name = longer(known.name.take(), other.name);
    known.email = known.email.take().or(other.email);
    known.title = known.title.take().or(other.title);
    known.main_contact = known.main_contact.or(other.main_contact);
}

fn longer(one: Option<String>, other: Option<String>) -> Option<String> {
    match (one, other) {
        (Some(one), Some(other)) => {
            let more = other.split_whitespace().count() > one.split_whitespace().count()
                && names::likeness(&other) > Likeness::No;
            Some(if more { other } else { one })
        }
        (one, other) => one.or(other),
    }
}

fn finish(
    mut interviewers: Vec<Participant>,
    coordinator: Option<Participant>,
) -> Vec<Participant> {
    for person in &mut interviewers {
        person.part = Role::Interviewer;
    }
    if let Some(mut coordinator) = coordinator
        && !interviewers
            .iter()
            .any(|person| is_same(person, &coordinator))
    {
        coordinator.part = Role::Coordinator;
        interviewers.push(coordinator);
    }
    mark_main_contact(&mut interviewers);
    interviewers
}

/// The main contact: the hiring manager if the event says who that is, else the coordinator, else
/// the only interviewer, else the first.
pub(crate) fn mark_main_contact(people: &mut [Participant]) {
    for person in people.iter_mut() {
        person.main_contact = None;
    }
    let manager = people.iter().position(|person| {
        person.title.as_deref().is_some_and(|title| {
            Reading::new(title)
                .original()
                .to_lowercase()
                .contains("hiring manager")
        })
    });
    let coordinator = people
        .iter()
        .position(|person| person.part == Role::Coordinator);
    let lead = people.iter().position(|person| {
        person.part == Role::Interviewer
            && person
                .title
                .as_deref()
                .is_some_and(|title| Reading::new(title).has(Concept::Leader))
    });
    let (at, why) = if let Some(at) = manager {
        (at, "hiring_manager")
    } else if let Some(at) = coordinator {
        (at, "coordinator")
    } else if people.len() == 1 {
        (0, "only_person")
    } else if let Some(at) = lead {
        (at, "leads_the_team")
    } else {
        (0, "first_named")
    };
    if let Some(person) = people.get_mut(at) {
        person.main_contact = Some(why);
    }
}
