//! Interviews about something: with a magazine, a researcher, an auditor.

use super::{Reason, reason};
use crate::domain::interview::{
    scene::{Scene, Surroundings},
    text::{lexicon::Concept, reading::Reading},
};

/// What leads to a subject, folded, and whether one word of it is enough: `Interview re acme` is at
/// an employer.
const ABOUT: [(&str, bool); 13] = [
    ("about", true),
    ("regarding", false),
    ("concerning", true),
    ("re", false),
    ("ueber", true),
    ("sobre", false),
    ("sul", false),
    ("sulla", false),
    ("sui", false),
    ("про", true),
    ("om", false),
    ("sulle", false),
    ("sugli", false),
];

/// Behind what leads to a subject, these are none.
const OTHER: [&str; 16] = [
    "noon",
    "midday",
    "lunchtime",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "nine",
    "ten",
    "employment",
    "work",
    "nursing",
    "роботу",
    "працевлаштування",
];

/// With these behind it, what an interview is about is a job, or how it is held.
const JOB: [Concept; 14] = [
    Concept::RoleWord,
    Concept::Leader,
    Concept::Department,
    Concept::Hiring,
    Concept::Video,
    Concept::Phone,
    Concept::Onsite,
    Concept::Talk,
    Concept::Errand,
    Concept::OrgWord,
    Concept::Round,
    Concept::Step,
    Concept::WeakStep,
    Concept::JobInterview,
];

/// "Interview about the charity ride", "interview re: the harvest": a subject
/// in small letters, and no word for a job behind it.
pub(super) fn about_subject(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    if title.has(Concept::JobInterview) && scene.body.has(Concept::ToCandidate) {
        return None;
    }
    let named = [Concept::Interview, Concept::JobInterview];
    let mut hits = title.hits.iter();
    let interview = hits.find(|it| it.concepts.any(&named))?;
    let mut behind = interview.first + interview.len..title.tokens.len();
    let subject = behind.find_map(|at| subject(title, at))?;
    let mut behind = subject..title.tokens.len();
    if behind.any(|at| title.meaning(at).any(&JOB)) {
        return None;
    }
    reason("subject", title.span(subject, title.tokens.len()), -2.6)
}

/// Where the subject begins that the word at `about` leads to: in small letters, and mostly two words
/// or more, as a company or a role stands alone or is large.
fn subject(title: &Reading, about: usize) -> Option<usize> {
    let at = about + 1;
    let word = title.word(about);
    let leads = ABOUT.iter().find(|it| it.0 == word).map(|it| it.1);
    // `over lunch` is English.
    let dutch = word == "over" && matches!(title.word(at), "de" | "het" | "een" | "ons");
    let umlaut = title.span(about, about + 1) == "über";
    let alone = leads
        .or(dutch.then_some(false))
        .or(umlaut.then_some(true))?;
    let small = title.span(at, at + 1).chars().all(char::is_lowercase);
    // `about noon`, `about employment`
    let there = at < title.tokens.len() && !OTHER.contains(&title.word(at));
    (small && there && (alone || title.is_joined(at + 1))).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::signals::testing::{event, fired};

    #[test]
    fn interviews_about_a_subject_are_told() {
        for title in [
            "Valley interview about the charity ride",
            "Valley interview re: the harvest",
            "Interview über die neue Halle",
            "Entrevista sobre el cambio climático",
            "Valley interview about potholes",
            "Interview Valleiradio over de nieuwe hal",
        ] {
            let fired = fired(about_subject, &event(title));
            assert!(fired.is_some_and(|it| it.weight < 0.0), "{title}");
        }
    }

    #[test]
    fn interviews_about_a_job_or_at_an_employer_are_not() {
        for title in [
            "Interview about the nurse position",
            "Interview re: data analyst role",
            "Interview re Acme",
            "interview re acme",
            "Interview over the phone",
            "Interview over zoom link",
            "Interview over two days",
            "Interview über teams",
            "Interview about nursing role",
            "Interview re nursing",
            "Sollicitatie Jumbo om drie",
            "Interview Acme about noon",
            "Interview re: second stage",
            "Interview Uber final round",
            "Intervju om tjänst som lärare",
            "Interview with Acme about Engineering Manager",
            "All about the charity ride",
        ] {
            assert!(fired(about_subject, &event(title)).is_none(), "{title}");
        }
    }
}
