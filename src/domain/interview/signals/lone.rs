//! A note of an interview in a full calendar that shows no search for a job: most who look for one have
//! more to note of it than that.

use super::{PRIOR, Reason, reason};
use crate::domain::interview::{
    correction, leaning,
    scene::{Scene, Surroundings},
};

/// Asked about rather than taken for sure; what is doubtful for other reasons, too, may stay silent.
const DOUBT: f64 = -0.9;
/// Where the title names nothing that could only be an employer, and nothing else is doubtful.
const UNNAMED: f64 = -1.7;
/// So much stays of a note about which nothing else is doubtful: enough to ask.
const LEAST: f64 = -0.25;
/// What makes another clue a doubt.
const DOUBTFUL: f64 = -0.4;

/// A note to oneself that looks like an interview by these `clues`, in a calendar that is in use and in
/// which nothing else shows a search for a job.
pub(super) fn lone_note(
    scene: &Scene<'_>,
    around: &Surroundings,
    clues: &[Reason],
) -> Option<Reason> {
    let so_far = PRIOR + clues.iter().map(|it| it.weight).sum::<f64>();
    let alone = so_far > LEAST
        && scene.is_own_note()
        && around.is_without_search(scene.event)
        && !correction::knows_an_interview(&scene.user.corrections);
    if !alone {
        return None;
    }
    // A day without a time of day is how some note them.
    let other = |it: &Reason| it.weight < DOUBTFUL && it.code != "all_day";
    let weight = if clues.iter().any(other) {
        DOUBT
    } else if leaning::bearing(scene, around).may_name_a_candidate() {
        UNNAMED.max(LEAST - so_far)
    } else {
        DOUBT.max(LEAST - so_far)
    };
    reason("no_search", "", weight)
}

#[cfg(test)]
mod tests {
    use crate::domain::{
        calendar::event::Event,
        interview::{
            self, Band, User, Verdict,
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

    fn verdict(title: &str, others: &[&str], user: &User) -> Verdict {
        let titles = [title].into_iter().chain(others.iter().copied());
        let events: Vec<Event> = titles.map(event).collect();
        interview::assess(&events, user, &TimeZone::UTC)
            .remove(0)
            .verdict
    }

    fn confidence(title: &str, others: &[&str], user: &User) -> f64 {
        verdict(title, others, user).confidence
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
    fn what_is_doubtful_for_nothing_else_is_asked_about() {
        for title in [
            "Interview Lumen",
            "Interview",
            "Phone screen Lumen",
            "Bewerbungsgespräch",
            "Probearbeiten",
            "Recruiter call",
            "Bewerbungsgespräch Schule",
            "面接",
            "Entrevista Zara",
        ] {
            let among = verdict(title, &EVERYDAY, &user());
            assert_eq!(among.band, Band::Ask, "{title} {}", among.confidence);
        }
    }

    #[test]
    fn who_is_named_beside_a_role_is_asked_for_it_there() {
        let band = |title: &str, others: &[&str]| verdict(title, others, &user()).band;
        assert_eq!(band("Interview barista (Tom)", &EVERYDAY), Band::Silent);
        assert_eq!(band("Interview barista (Tom)", &[]), Band::Ask);
        // At an employer, the user meets them.
        let named = "Interview barista at Corvane GmbH (Tom)";
        assert_eq!(band(named, &EVERYDAY), Band::Ask);
        assert_eq!(band("Interview barista", &EVERYDAY), Band::Ask);
    }

    #[test]
    fn notes_of_whoever_interviews_others_show_no_search() {
        let other_side = ["Interviewing Tom (barista)", "Shortlist candidates", "Rota"];
        let notes = ["Interview Nordkai", "Interview Brask"];
        let others: Vec<&str> = EVERYDAY.iter().chain(&notes).copied().collect();
        let searching = verdict("Interview Lumen", &others, &user());
        assert!(searching.reasons.iter().all(|it| it.code != "no_search"));
        let others: Vec<&str> = others.into_iter().chain(other_side).collect();
        let hiring = verdict("Interview Lumen", &others, &user());
        assert!(hiring.reasons.iter().any(|it| it.code == "no_search"));
    }

    #[test]
    fn whoever_looks_for_a_job_is_not_doubted() {
        let alone = confidence("Interview Lumen", &[], &user());
        for search in [
            &["Interview Nordkai", "Interview Brask"][..],
            &["call Ann (recruiter)"],
            &["Prepare for Lumen interview"],
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
