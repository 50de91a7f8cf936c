//! Interviews about something: with a magazine, a researcher, an auditor.

use super::{Reason, reason};
use crate::domain::interview::{
    scene::{Scene, Surroundings},
    text::{lexicon::Concept, reading::Reading},
};

/// What leads to a subject, folded.
const ABOUT: [&str; 11] = [
    "about",
    "regarding",
    "concerning",
    "re",
    "ueber",
    "sobre",
    "sul",
    "sulla",
    "sui",
    "про",
    "om",
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
    let about = (interview.first + interview.len..title.tokens.len())
        .find(|at| ABOUT.contains(&title.word(*at)) || title.span(*at, at + 1) == "über")?;
    let subject = about + 1;
    if !is_subject(title, subject) {
        return None;
    }
    let mut behind = subject..title.tokens.len();
    if behind.any(|at| title.meaning(at).any(&JOB)) {
        return None;
    }
    reason("subject", title.span(subject, title.tokens.len()), -2.6)
}

/// Two words or more, the first in small letters: a company or a role stands alone or is large.
fn is_subject(title: &Reading, at: usize) -> bool {
    let small = title.span(at, at + 1).chars().all(char::is_lowercase);
    small && title.is_joined(at + 1)
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
