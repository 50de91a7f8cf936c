//! The company in the name of a mailbox, calendar or system that sends an event.

use super::{
    super::{
        domains,
        guests::GuestKind,
        names::{self, Likeness},
        scene::Scene,
        text::{fold::fold, lexicon::Concept, reading::Reading},
    },
    Candidate, is_infrastructure,
};

/// What companies put behind their name where they write about jobs; folded.
const BOARDS: [&str; 14] = [
    "jobs",
    "job",
    "careers",
    "career",
    "karriere",
    "carrieres",
    "emploi",
    "emplois",
    "empleo",
    "vacatures",
    "jobb",
    "praca",
    "kariera",
    "interviews",
];

/// What mailboxes, calendars and teams call themselves beside the company's name; folded.
const MAILBOXES: [&str; 43] = [
    "calendar",
    "calendars",
    "kalender",
    "kalendar",
    "calendrier",
    "calendario",
    "agenda",
    "kalendarz",
    "takvim",
    "kalenteri",
    "naptar",
    "календарь",
    "календар",
    "inbox",
    "mailbox",
    "postfach",
    "boite",
    "buzon",
    "casella",
    "brievenbus",
    "skrzynka",
    "team",
    "equipe",
    "equipo",
    "squadra",
    "zespol",
    "tym",
    "takim",
    "tiimi",
    "ekibi",
    "ta",
    "scheduling",
    "scheduler",
    "terminplanung",
    "bookings",
    "notifications",
    "notification",
    "noreply",
    "coordinator",
    "coordinators",
    "bewerbermanagement",
    "bewerbungen",
    "candidatures",
];

/// The same behind a word for hiring or candidates; companies have such names, too.
const DESKS: [&str; 17] = [
    "services",
    "service",
    "experience",
    "operations",
    "ops",
    "coordination",
    "koordination",
    "events",
    "office",
    "buro",
    "bureau",
    "desk",
    "onboarding",
    "planning",
    "schedule",
    "acquisition",
    "management",
];

/// What stands around the company's name in a sender's.
const OF_SENDERS: [Concept; 7] = [
    Concept::JobInterview,
    Concept::Department,
    Concept::Hiring,
    Concept::Interview,
    Concept::Step,
    Concept::Filler,
    Concept::Applicant,
];

/// A sender that is no person carries the company's name: `Juniper & Oak Hiring Team`.
pub(super) fn from_senders(scene: &Scene<'_>) -> Vec<Candidate> {
    scene
        .guests
        .iter()
        .filter(|guest| matches!(guest.kind, GuestKind::Machine | GuestKind::Shared))
        .filter_map(|guest| {
            let raw = guest.name.as_deref()?;
            // `Welcome Kit – Atelier Lune`: the system, and whose it is.
            let written = scene
                .event
                .organizer
                .as_ref()
                .and_then(|it| it.name.as_deref());
            let of_system = guest.email.as_deref().and_then(domains::of_address);
            let behind = written.filter(|_| guest.organizer).and_then(|it| {
                let (system, company) = it.split_once(" – ").or_else(|| it.split_once(" - "))?;
                let label = of_system.map(domains::label)?;
                domains::label_fits(system, label).then_some(company)
            });
            let raw = behind.unwrap_or(raw);
            let reading = Reading::new(raw);
            let last = (0..reading.tokens.len()).rev().find(|at| {
                let meaning = reading.meaning(*at);
                let number = reading
                    .span(*at, *at + 1)
                    .bytes()
                    .all(|it| it.is_ascii_digit());
                let board = *at > 0 && BOARDS.contains(&reading.word(*at));
                let mailbox = *at > 0 && is_mailbox(&reading, *at);
                !(board || mailbox || number && *at > 1 || meaning.any(&OF_SENDERS))
            })?;
            // `Calendrier Recrutement Acme`: in front only before a word for hiring.
            let mailbox = |at: usize| {
                is_mailbox(&reading, at)
                    && (at..last).any(|it| reading.meaning(it).any(&OF_SENDERS))
            };
            let first =
                (0..=last).find(|at| !(reading.meaning(*at).any(&OF_SENDERS) || mailbox(*at)))?;
            let name = reading.span(first, last + 1);
            let own_name = guest.email.as_deref().and_then(domains::of_address);
            let of_system = guest.infrastructure.is_some()
                && own_name.is_some_and(|it| domains::label_fits(name, domains::label(it)));
            (!is_infrastructure(name)
                && !of_system
                && names::likeness(name) != Likeness::Known
                && name.chars().count() > 1
                && !fold(name).contains("reply"))
            .then(|| Candidate {
                name: name.to_owned(),
                score: match &guest.company {
                    // "Sched" of finchlabs.example: a mailbox, not the company.
                    Some(site) if !domains::label_fits(name, domains::label(site)) => 0.6,
                    _ if guest.organizer => 2.3,
                    _ => 1.2,
                },
            })
        })
        .collect()
}

/// Whether a word says that several read the mail, or that a calendar or machine sends it.
fn is_mailbox(reading: &Reading, at: usize) -> bool {
    let behind = |it: usize| reading.meaning(it).any(&OF_SENDERS);
    MAILBOXES.contains(&reading.word(at))
        || DESKS.contains(&reading.word(at)) && at.checked_sub(1).is_some_and(behind)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::testing::{event, invited, user, who};

    fn sender(name: &str, email: &str) -> Option<String> {
        let event = invited(event("Coding Interview"), who(name, email), &[]);
        let user = user();
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        from_senders(&scene).into_iter().map(|it| it.name).next()
    }

    #[test]
    fn the_words_of_mailboxes_and_calendars_are_no_part_of_a_company() {
        let group = "c_7h2@group.calendar.google.com";
        for (name, email, company) in [
            (
                "Corvane Systems Candidate Calendar",
                group,
                "Corvane Systems",
            ),
            ("Corvane Interview Scheduling", group, "Corvane"),
            ("Corvane Bewerbungen Kalender", group, "Corvane"),
            ("Calendrier Recrutement Corvane", group, "Corvane"),
            (
                "Corvane TA Team",
                "ta.pune@corvaneinfotech.example",
                "Corvane",
            ),
            (
                "Corvane Talent Acquisition",
                "talent@corvane.example",
                "Corvane",
            ),
            (
                "Corvane HR Operations",
                "no-reply@corvane.example",
                "Corvane",
            ),
            (
                "Corvane Bewerbermanagement",
                "bewerbung@corvane.example",
                "Corvane",
            ),
            (
                "Equipo de Selección Corvane",
                "seleccion@corvane.example",
                "Corvane",
            ),
        ] {
            assert_eq!(sender(name, email).as_deref(), Some(company), "{name}");
        }
    }

    #[test]
    fn words_inside_names_stay() {
        for (name, email) in [
            ("Corvane Services", "no-reply@corvane.example"),
            ("Corvane Events", "no-reply@corvane.example"),
            ("Calendar Works", "no-reply@calendarworks.example"),
        ] {
            assert_eq!(sender(name, email).as_deref(), Some(name), "{name}");
        }
    }
}
