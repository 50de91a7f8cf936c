//! What the user's own address says of their trade: whoever writes from a radio station interviews people
//! all week.

use super::{Reason, certain, concerns_known_employer, reason};
use crate::domain::interview::{
    domains::{self, Kind},
    scene::{Scene, Surroundings},
    text::lexicon::Concept,
};

/// Beginnings or parts of the names of those who publish what they are told.
const PUBLISHERS: [&str; 20] = [
    "radio",
    "podcast",
    "presse",
    "zeitung",
    "tageblatt",
    "kurier",
    "journal",
    "jornal",
    "newspaper",
    "dailynews",
    "magazin",
    "tidning",
    "gazet",
    "diario",
    "giornale",
    "redaktion",
    "redaccion",
    "broadcast",
    "televis",
    "dagblad",
];

/// A note to oneself of an interview, by somebody who interviews for a living; not where it can only mean
/// a job, or a role or known employer stands there.
pub(super) fn interviews_for_a_living(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    let named = [
        Concept::Interview,
        Concept::JobInterview,
        Concept::Interviews,
    ];
    if !scene.is_own_note()
        || !title.meanings().any(&named)
        || title
            .meanings()
            .any(&[Concept::RoleWord, Concept::Round, Concept::Hiring])
        || certain::says_job(scene, Concept::Media)
        || concerns_known_employer(scene, around)
    {
        return None;
    }
    let own = scene
        .user
        .emails
        .iter()
        .filter_map(|it| domains::of_address(it));
    let mut labels = own
        .filter(|it| domains::kind_of(it) != Some(Kind::FreeMail))
        .map(domains::label);
    let publisher = labels.find(|label| PUBLISHERS.iter().any(|it| label.contains(it)))?;
    reason("press", publisher, -2.4)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::{User, signals::testing::event};

    fn fires(address: &str, title: &str) -> bool {
        let user = User {
            name: "Mira Lund".into(),
            emails: vec![address.into()],
            ..User::default()
        };
        let event = event(title);
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        interviews_for_a_living(&scene, &Surroundings::default()).is_some()
    }

    #[test]
    fn who_writes_from_a_station_interviews_for_a_living() {
        for title in ["Telefoninterview mit Meteorologen", "Interview: Cllr Mabey"] {
            assert!(fires("mira@radio-fjord.example", title), "{title}");
            assert!(!fires("mira@gmail.com", title), "{title}");
            assert!(!fires("radio.mira@gmail.com", title), "{title}");
        }
    }

    #[test]
    fn their_own_interviews_are_none_of_it() {
        for title in [
            "Job interview Acme",
            "Vorstellungsgespräch Acme",
            "Interview Acme press officer",
            "interview Acme round 2",
            "Dinner",
        ] {
            assert!(!fires("mira@radio-fjord.example", title), "{title}");
        }
    }
}
