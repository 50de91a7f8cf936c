//! A note of an interview in a full calendar that shows no search for a job: most who look for one have
//! more to note of it than that.

use super::{Reason, reason};
use crate::domain::interview::{
    correction,
    scene::{Scene, Surroundings},
};

/// Asked about rather than taken for sure; what is doubtful for other reasons, too, stays silent.
const DOUBT: f64 = -0.9;

/// A note to oneself, though much else is noted around it and no other interview.
pub(super) fn lone_note(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let doubtful = scene.is_own_note()
        && around.is_full(scene.event)
        && !around.is_any_search(scene.event)
        && !correction::knows_an_interview(&scene.user.corrections);
    doubtful.then(|| reason("no_search", "", DOUBT)).flatten()
}

#[cfg(test)]
mod tests {
    use crate::domain::{
        calendar::event::Event,
        interview::{
            self, User,
            correction::{About, Correction},
            signals::testing::{event, user},
        },
    };
    use jiff::tz::TimeZone;

    const EVERYDAY: [&str; 9] = [
        "Dentist",
        "Gym",
        "Lunch with Ida",
        "Rent",
        "Car wash",
        "Choir",
        "Plumber",
        "Swimming",
        "Team meeting",
    ];

    fn confidence(title: &str, others: &[&str], user: &User) -> f64 {
        let titles = [title].into_iter().chain(others.iter().copied());
        let events: Vec<Event> = titles.map(event).collect();
        interview::assess(&events, user, &TimeZone::UTC)[0]
            .verdict
            .confidence
    }

    #[test]
    fn one_note_among_everyday_life_is_asked_about() {
        let alone = confidence("Interview Lumen", &[], &user());
        let among = confidence("Interview Lumen", &EVERYDAY, &user());
        assert!(among < alone - 0.1, "{among} {alone}");
        // A calendar with next to nothing in it says nothing.
        let few = confidence("Interview Lumen", &EVERYDAY[..4], &user());
        assert!((few - alone).abs() < 0.01, "{few} {alone}");
    }

    #[test]
    fn whoever_looks_for_a_job_is_not_doubted() {
        let alone = confidence("Interview Lumen", &[], &user());
        for search in [
            &["Interview Nordkai", "Interview Brask GmbH"][..],
            &["Apply for jobs", "Agentur für Arbeit"],
        ] {
            let others: Vec<&str> = EVERYDAY.iter().chain(search).copied().collect();
            let among = confidence("Interview Lumen", &others, &user());
            assert!(among > alone - 0.01, "{search:?} {among} {alone}");
        }
        let said = User {
            corrections: vec![Correction {
                about: About::Series("another".to_owned()),
                is_interview: true,
            }],
            ..user()
        };
        let among = confidence("Interview Lumen", &EVERYDAY, &said);
        assert!(among > alone - 0.01, "{among} {alone}");
    }
}
