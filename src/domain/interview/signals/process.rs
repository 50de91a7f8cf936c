//! What other events tell: an employer that interviews the user already.

use super::{Reason, reason};
use crate::domain::interview::{
    scene::{Scene, Surroundings},
    text::{fold::fold, lexicon::Concept, reading::Reading},
};

/// The event concerns an employer with which the user has an interview elsewhere.
pub(super) fn known_employer(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let domain = scene
        .guests
        .iter()
        .filter_map(|guest| guest.company.as_ref())
        .find(|company| around.hiring_domains.contains(company));
    let by_domain = !scene.is_organized_by_user() && domain.is_some();
    let name = around
        .employers
        .iter()
        .find(|employer| mentions(&scene.title, employer));
    if !by_domain && name.is_none() {
        return None;
    }
    let detail = name.map_or_else(|| domain.cloned().unwrap_or_default(), Clone::clone);
    let title = &scene.title;
    let talk = title.has(Concept::Talk)
        || title.has(Concept::WeakStep)
        || title.has(Concept::Leader)
        || title.has(Concept::Onsite)
        || title.has(Concept::Department)
        || title.has(Concept::Round);
    let weight = match (scene.title_names_interview(), by_domain, talk) {
        (true, ..) => 0.8,
        (false, true, _) => 2.6,
        (false, false, true) => 2.2,
        (false, false, false) => 0.8,
    };
    reason("known_employer", &detail, weight)
}

/// Whether a title names `employer`, by its first telling word at least.
#[must_use]
pub(crate) fn mentions(title: &Reading, employer: &str) -> bool {
    let name = Reading::new(employer);
    let telling = (0..name.tokens.len()).find(|at| {
        let meaning = name.meaning(*at);
        name.word(*at).chars().count() >= 4
            && !meaning.any(&[
                Concept::OrgWord,
                Concept::LegalForm,
                Concept::Filler,
                Concept::Round,
            ])
    });
    if fold(employer)
        .chars()
        .any(crate::domain::interview::text::fold::is_unspaced)
    {
        return employer.chars().count() >= 2 && title.original().contains(employer);
    }
    telling
        .is_some_and(|at| (0..title.tokens.len()).any(|index| title.word(index) == name.word(at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn employers_are_recognised_by_their_telling_word() {
        for (title, employer) in [
            ("coffee with the Juniper team", "Juniper & Oak"),
            ("青岚 终面", "青岚"),
            ("Lunch at BRIGHTDOCK", "Brightdock Group"),
        ] {
            assert!(mentions(&Reading::new(title), employer), "{title}");
        }
        for (title, employer) in [
            ("Health check", "Midi Health"),
            ("Group lunch", "Brightdock Group"),
            ("Targeting", "Target"),
            ("", "Acme"),
        ] {
            assert!(!mentions(&Reading::new(title), employer), "{title}");
        }
    }
}
