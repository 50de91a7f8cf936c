//! Employers that the names of mailboxes and machines tell.

use super::{
    super::{
        domains::{self, Kind},
        guests::GuestKind,
        names::{self, Likeness},
        scene::Scene,
        text::{
            fold::{fold, is_unspaced},
            lexicon::Concept,
            reading::Reading,
        },
    },
    Candidate, is_infrastructure,
};

/// What companies put behind their name where they write about jobs; folded.
const BOARDS: [&str; 17] = [
    "calendar",
    "calendars",
    "kalender",
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
                // The last syllable of a name may be a particle elsewhere: `모아플레이`.
                let syllable = *at > 0
                    && reading.between(*at).is_empty()
                    && reading.meaning(*at - 1).is_empty()
                    && reading.word(*at).chars().all(is_unspaced);
                !(board || number && *at > 1 || meaning.any(&OF_SENDERS) && !syllable)
            })?;
            let first = (0..=last).find(|at| !reading.meaning(*at).any(&OF_SENDERS))?;
            // `Le Sette Fontane`
            let all = last + 1 == reading.tokens.len();
            let article = first.checked_sub(1).filter(|_| all).filter(|it| {
                names::is_article(reading.word(*it))
                    && reading.is_large(*it)
                    && reading.is_large(first)
            });
            let name = reading.span(article.unwrap_or(first), last + 1);
            let by_system = scene.sender_kind() == Some(Kind::HiringSystem);
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
                score: in_title(scene, name)
                    + match &guest.company {
                        // Characters that domains do not have cannot fit one.
                        Some(_) if name.chars().all(is_unspaced) && is_written(scene, name) => 1.9,
                        // "Sched" of finchlabs.example: a mailbox, not the company.
                        Some(site) if !domains::label_fits(name, domains::label(site)) => 0.6,
                        // A hiring system writes in the name of whoever hires.
                        _ if guest.organizer && by_system => 3.0,
                        _ if guest.organizer => 2.3,
                        _ => 1.2,
                    },
            })
        })
        .collect()
}

/// Whether a name stands in the title or the place.
fn is_written(scene: &Scene<'_>, name: &str) -> bool {
    let texts = [&scene.title, &scene.place];
    texts.iter().any(|it| it.original().contains(name))
}

/// What it says for a sender's name of several words that all of it stands in the title.
fn in_title(scene: &Scene<'_>, name: &str) -> f64 {
    const WHOLE: f64 = 2.0;
    let title = scene.title.original();
    let apart = |it: Option<char>| it.is_none_or(|it| !it.is_alphanumeric());
    let reading = Reading::new(name);
    let meanings = || (0..reading.tokens.len()).map(|at| reading.meaning(at));
    let own = name.starts_with(char::is_uppercase) && meanings().any(|it| it.is_empty());
    let of_sender = [
        Concept::JobInterview,
        Concept::Department,
        Concept::Hiring,
        Concept::Interview,
    ];
    // `Brightdock via Corvane Search`: an agency.
    let agency = title.contains(&format!("via {name}"));
    let stands = name.contains(' ')
        && own
        && !agency
        && !meanings().any(|it| it.any(&of_sender))
        && title.match_indices(name).any(|(at, _)| {
            let before = title.get(..at).and_then(|it| it.chars().next_back());
            let after = title
                .get(at + name.len()..)
                .and_then(|it| it.chars().next());
            apart(before) && apart(after)
        });
    if stands { WHOLE } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::testing::{event, invited, user, who};

    /// The best name that a sender tells, and whether it outweighs a name of the title.
    fn told(title: &str, sender: &str, email: &str) -> Option<(String, bool)> {
        let event = invited(event(title), who(sender, email), &[]);
        let user = user();
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        let best = from_senders(&scene).into_iter().next()?;
        let strong = best.score > 4.2;
        Some((best.name, strong))
    }

    #[test]
    fn a_sender_in_the_title_is_who_it_is_about() {
        let from = |title: &str, sender: &str| told(title, sender, "noreply@gupy.com.br");
        let name = |it: &str, strong| Some((it.to_owned(), strong));
        assert_eq!(
            from("Trainee Vale do Lune", "Vale do Lune"),
            name("Vale do Lune", true)
        );
        assert_eq!(from("Trainee", "Vale do Lune"), name("Vale do Lune", false));
        assert_eq!(
            from("Interview via Corvane Lune", "Corvane Lune"),
            name("Corvane Lune", false)
        );
        assert_eq!(
            from("Interview", "Le Lune Corvane"),
            name("Le Lune Corvane", false)
        );
        assert_eq!(
            from("Interview", "The Corvane Hiring Team"),
            name("Corvane", false)
        );
    }

    #[test]
    fn in_other_scripts_only_what_the_event_writes_is_an_employer() {
        let score = |title: &str, sender: &str| {
            let event = invited(event(title), who(sender, "saiyo@aoba.example"), &[]);
            let user = user();
            let scene = Scene::new(&event, &user, &TimeZone::UTC);
            from_senders(&scene).first().map(|it| it.score)
        };
        assert!(score("青葉商事 面接", "青葉商事 採用") > score("面接", "青葉商事 採用"));
    }
}
